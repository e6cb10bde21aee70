using System.Globalization;
using System.Text;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal.Public;

/// <summary>What became of a hash or of a row's text that somebody wants to see in the chain.</summary>
/// <param name="Hash">The hash; of a text the one computed here.</param>
/// <param name="Computed">True when it was computed from a text.</param>
/// <param name="Lines">The eight lines of the text, by what they are; empty for a hash.</param>
/// <param name="Bytes">How many bytes were hashed.</param>
/// <param name="Sequence">The row that has the hash; null when none has.</param>
/// <param name="Problem">Why the text cannot be a row; null when it can.</param>
public sealed record RowCheck(
    Digest? Hash,
    bool Computed,
    IReadOnlyList<(Text Name, string Value)> Lines,
    int Bytes,
    long? Sequence,
    Text? Problem)
{
    private const int HeadLines = 8;

    private static readonly Text[] LineNames =
    [
        Words.Previous, Words.Scheme, Words.Sequence, Words.Time, Words.Actor, Words.Command, Words.CommandIdName,
        Words.InputHash,
    ];

    /// <summary>Looks for a hash, or for a row's text, in the chain.</summary>
    public static RowCheck Of(string pasted, PublicRecord record)
    {
        var text = pasted.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Digest.TryParse(text.Trim().ToLowerInvariant(), null, out var hash))
        {
            return new RowCheck(hash, false, [], 0, record.Find(hash), null);
        }

        // What a form or an editor adds behind the last bracket is no part of the row.
        text = text.TrimEnd('\n', ' ');
        var parts = text.Split('\n', HeadLines + 1);
        if (parts.Length != HeadLines + 1 || !parts[HeadLines].StartsWith('['))
        {
            return new RowCheck(null, false, [], 0, null, Words.NotARow);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        hash = Digest.Of(bytes);
        return new RowCheck(
            hash,
            true,
            [.. LineNames.Zip(parts)],
            bytes.Length,
            record.Find(hash),
            null);
    }

    /// <summary>The text of a row, as it is hashed.</summary>
    public static string TextOf(JournalRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Previous}\n{row.Scheme}\n{row.Sequence}\n{RowHash.TextOf(row.Time)}\n{row.Actor}\n{row.Command}\n"
        + $"{row.CommandId}\n{row.InputHash}\n{Encoding.UTF8.GetString(row.Events.Span)}");
}
