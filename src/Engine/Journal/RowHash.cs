using System.Globalization;
using System.Text;
using Tanheng.Quantities;

namespace Tanheng.Engine.Journal;

/// <summary>
/// The hash of a row: SHA-256 over eight lines of text, each ended by one line feed, and then the events' JSON without
/// anything after it. The lines are: previous row's hash, scheme, sequence, time, actor, command, command id, input
/// hash. Hashes are 64 and ids 32 lower-case hexadecimal digits, the time reads <c>2023-12-31T15:59:59.000Z</c>, the
/// text is UTF-8. So an auditor needs nothing of ours: <c>printf '%s\n%s\n…' … | sha256sum</c>.
/// </summary>
public sealed class RowHash
{
    private const int LinesAtMost = 1024;
    private byte[] buffer = new byte[8192];

    /// <summary>
    /// The hash that <paramref name="row"/> should have, whatever its own says. Not for two threads at once.
    /// </summary>
    public Digest Of(JournalRow row)
    {
        var needed = LinesAtMost + (3 * (row.Scheme.Length + row.Actor.Name.Length + row.Command.Length))
            + row.Events.Length;
        if (buffer.Length < needed)
        {
            buffer = new byte[Math.Max(needed, buffer.Length * 2)];
        }

        var length = WriteLines(row, buffer);
        row.Events.Span.CopyTo(buffer.AsSpan(length));
        return Digest.Of(buffer.AsSpan(0, length + row.Events.Length));
    }

    /// <summary>The time as it stands in a row: UTC with milliseconds.</summary>
    public static string TextOf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>True when a text may stand on a line of its own: nothing that could pass for a second line.</summary>
    public static bool IsLine(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) || char.IsSurrogate(letter))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= 200;
    }

    private static int WriteLines(JournalRow row, Span<byte> target)
    {
        var at = WriteHex(row.Previous, target);
        at += WriteText(row.Scheme, target[at..]);
        row.Sequence.TryFormat(target[at..], out var written, default, CultureInfo.InvariantCulture);
        at += written;
        target[at++] = (byte)'\n';
        at += WriteTime(row.Time.UtcDateTime, target[at..]);
        at += WriteText(row.Actor.Name, target[at..]);
        at += WriteText(row.Command, target[at..]);
        at += WriteHex(row.CommandId, target[at..]);
        at += WriteHex(row.InputHash, target[at..]);
        return at;
    }

    private static int WriteText(string text, Span<byte> target)
    {
        var written = Encoding.UTF8.GetBytes(text, target);
        target[written] = (byte)'\n';
        return written + 1;
    }

    /// <summary>To the millisecond: the round-trip form is by far the fastest, and its last four digits go.</summary>
    private static int WriteTime(DateTime time, Span<byte> target)
    {
        const int milliseconds = 23;
        time.TryFormat(target, out _, "O", CultureInfo.InvariantCulture);
        target[milliseconds] = (byte)'Z';
        target[milliseconds + 1] = (byte)'\n';
        return milliseconds + 2;
    }

    private static int WriteHex(Digest digest, Span<byte> target)
    {
        Span<byte> bytes = stackalloc byte[32];
        digest.CopyTo(bytes);
        return WriteHex(bytes, target);
    }

    private static int WriteHex(CommandId id, Span<byte> target)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.CopyTo(bytes);
        return WriteHex(bytes, target);
    }

    private static int WriteHex(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        Convert.TryToHexStringLower(bytes, target, out var written);
        target[written] = (byte)'\n';
        return written + 1;
    }
}
