using Tanheng.Quantities;

namespace Tanheng.Engine.Journal;

/// <summary>Files that commands refer to by their SHA-256; the journal holds the hash, this the content.</summary>
public interface IAttachments : IDisposable
{
    /// <summary>Keeps a content; keeping it twice is keeping it once.</summary>
    /// <param name="content">At most <see cref="AttachmentRules.MaxBytes"/>.</param>
    /// <param name="claimed">What the sender says its hash is, or null.</param>
    Outcome<Digest> Put(ReadOnlyMemory<byte> content, Digest? claimed = null);

    /// <summary>A content that is still what its hash says, or null when there is none.</summary>
    /// <returns>Refused with 9020 when the store gave back something else.</returns>
    Outcome<byte[]?> Get(Digest hash);

    /// <summary>True when the content is there.</summary>
    bool Has(Digest hash);
}

/// <summary>What both stores hold to.</summary>
public static class AttachmentRules
{
    /// <summary>16 MiB: a scanned report, not an archive.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The content's hash, or why it is not taken. Refusals in order: too large, wrong hash.</summary>
    public static Outcome<Digest> Check(ReadOnlySpan<byte> content, Digest? claimed)
    {
        if (content.Length > MaxBytes)
        {
            return JournalRefusals.AttachmentTooLarge.With(("size", content.Length), ("limit", MaxBytes));
        }

        var actual = Digest.Of(content);
        return claimed is { } claim && claim != actual
            ? JournalRefusals.WrongAttachmentHash.With(("actual", actual), ("claimed", claim))
            : actual;
    }

    /// <summary>What a store gave back, if it is what was asked for.</summary>
    public static Outcome<byte[]?> CheckKept(Digest hash, byte[]? content) =>
        content is not null && Digest.Of(content) is var actual && actual != hash
            ? JournalRefusals.WrongAttachmentHash.With(("actual", actual), ("claimed", hash))
            : content;
}
