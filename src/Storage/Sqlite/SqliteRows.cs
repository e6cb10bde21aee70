using System.Text;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Storage.Sqlite;

/// <summary>Reads journal rows from a query.</summary>
internal sealed class SqliteRows : IDisposable
{
    private readonly string scheme;
    private readonly SqliteStatement rows;
    private readonly KnownTexts actors = new();
    private readonly KnownTexts commands = new();

    public SqliteRows(SqliteFile file, string scheme, string condition)
    {
        this.scheme = scheme;
        rows = file.Prepare(
            "select sequence, time, actor, command, command_id, input_hash, events, previous, hash"
            + " from journal_row where " + condition);
    }

    public void Bind(int parameter, long value) => rows.Bind(parameter, value);

    public void Bind(int parameter, ReadOnlySpan<byte> value) => rows.Bind(parameter, value);

    public JournalRow? Next() => rows.Step()
        ? new JournalRow(
            scheme,
            rows.Long(0),
            DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(1)),
            new UserId(actors.Of(rows.Bytes(2))),
            commands.Of(rows.Bytes(3)),
            CommandId.From(rows.Bytes(4)),
            new Digest(rows.Bytes(5)),
            rows.Bytes(6).ToArray(),
            new Digest(rows.Bytes(7)),
            new Digest(rows.Bytes(8)))
        : null;

    public void Dispose() => rows.Dispose();
}

/// <summary>
/// Texts that come again and again, such as the names of commands, so that they need not be made again.
/// </summary>
internal sealed class KnownTexts
{
    private readonly byte[][] keys = new byte[64][];
    private readonly string[] texts = new string[64];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        var slot = utf8.IsEmpty ? 0 : (utf8[0] + (utf8[^1] * 31) + utf8.Length) & 63;
        if (keys[slot] is { } key && utf8.SequenceEqual(key))
        {
            return texts[slot];
        }

        keys[slot] = utf8.ToArray();
        return texts[slot] = Encoding.UTF8.GetString(utf8);
    }
}
