using System.Text;
using System.Text.Json;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Journal;

/// <summary>
/// A journal as JSON lines, one row a line, with the hashes and the events exactly as they stand in the journal:
/// <c>{"scheme":…,"sequence":…,"time":…,"actor":…,"command":…,"commandId":…,
/// "inputHash":…,"previous":…,"hash":…,"events":[…]}</c>.
/// </summary>
public static class JournalLines
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes all rows.</summary>
    /// <returns>How many.</returns>
    public static long Export(
        IJournal journal, Stream output, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        using var buffered = new BufferedStream(output, 1 << 16);
        using var writer = new Utf8JsonWriter(buffered, Plain);
        long rows = 0;
        foreach (var row in journal.Read())
        {
            cancel.ThrowIfCancellationRequested();
            Write(writer, row);
            writer.Flush();
            buffered.WriteByte((byte)'\n');
            writer.Reset();
            if (++rows % 1000 == 0)
            {
                progress?.Report(rows);
            }
        }

        progress?.Report(rows);
        return rows;
    }

    /// <summary>
    /// Fills an empty journal with rows that are all untouched, in one go or not at all. The rows keep their scheme's
    /// name, because it is in their hashes; the journal must have the same.
    /// </summary>
    /// <returns>How many rows; refused with 9010 to 9014 naming line and sequence.</returns>
    public static Outcome<long> Import(
        IJournal journal, Stream input, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var head = journal.Head();
        if (head.Sequence != 0)
        {
            return JournalRefusals.NotEmpty.With(("scheme", journal.Scheme), ("rows", head.Sequence));
        }

        try
        {
            long rows = 0;
            journal.Fill(Read(input, journal.Scheme).Select(row =>
            {
                cancel.ThrowIfCancellationRequested();
                if (++rows % 1000 == 0)
                {
                    progress?.Report(rows);
                }

                return row;
            }));
            progress?.Report(rows);
            return rows;
        }
        catch (BrokenJournalException problem) when (problem.Refusal is { } refusal)
        {
            return refusal;
        }
        catch (JournalConflictException)
        {
            return JournalRefusals.NotEmpty.With(("scheme", journal.Scheme), ("rows", journal.Head().Sequence));
        }
    }

    /// <summary>
    /// Reads rows and checks each: it reads well, follows on the one before, has its hash, and can be applied.
    /// </summary>
    /// <exception cref="BrokenJournalException">The first that does not, with the refusal.</exception>
    public static IEnumerable<JournalRow> Read(Stream input, string scheme)
    {
        var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: false);
        using var reader = new StreamReader(input, utf8, leaveOpen: true);
        var replica = new Sequencing.Replica(scheme);
        var hash = new RowHash();
        long line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (text.Length == 0)
            {
                continue;
            }

            var row = Parse(text, line);
            if (hash.Of(row) != row.Hash)
            {
                throw Broken(JournalRefusals.EditedRow, row, line);
            }

            if (row.Scheme != scheme || row.Sequence != replica.Head.Sequence + 1 || row.Previous != replica.Head.Hash)
            {
                throw Broken(JournalRefusals.BrokenChain, row, line);
            }

            replica.Apply(row, Events(row, line));
            yield return row;
        }
    }

    private static void Write(Utf8JsonWriter writer, JournalRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("scheme"u8, row.Scheme);
        writer.WriteNumber("sequence"u8, row.Sequence);
        writer.WriteString("time"u8, RowHash.TextOf(row.Time));
        writer.WriteString("actor"u8, row.Actor.Name);
        writer.WriteString("command"u8, row.Command);
        writer.WriteString("commandId"u8, row.CommandId.ToString());
        writer.WriteString("inputHash"u8, row.InputHash.ToString());
        writer.WriteString("previous"u8, row.Previous.ToString());
        writer.WriteString("hash"u8, row.Hash.ToString());
        writer.WritePropertyName("events"u8);
        writer.WriteRawValue(row.Events.Span, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static JournalRow Parse(string text, long line)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            string Field(string name) => root.GetProperty(name).GetString() ?? throw new FormatException(name);
            return new JournalRow(
                Field("scheme"),
                root.GetProperty("sequence").GetInt64(),
                root.GetProperty("time").GetDateTimeOffset(),
                new UserId(Field("actor")),
                Field("command"),
                CommandId.Parse(Field("commandId")),
                Digest.Parse(Field("inputHash")),
                Encoding.UTF8.GetBytes(root.GetProperty("events").GetRawText()),
                Digest.Parse(Field("previous")),
                Digest.Parse(Field("hash")));
        }
        catch (Exception problem) when (problem is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw new BrokenJournalException(line, JournalRefusals.UnreadableRow.With(
                ("line", line), ("problem", problem.Message)));
        }
    }

    private static Event[] Events(JournalRow row, long line)
    {
        try
        {
            return row.ReadEvents();
        }
        catch (JsonException problem)
        {
            throw new BrokenJournalException(row.Sequence, JournalRefusals.UnreadableRow.With(
                ("line", line), ("problem", problem.Message)));
        }
    }

    private static BrokenJournalException Broken(RefusalCode code, JournalRow row, long line) =>
        new(row.Sequence, code.With(("sequence", row.Sequence), ("line", line)));
}
