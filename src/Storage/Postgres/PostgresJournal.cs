using System.Data.Common;
using Npgsql;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Storage.Postgres;

/// <summary>
/// A scheme's journal in a PostgreSQL database that may hold many. Commits are synchronous, whatever the server's
/// default.
/// </summary>
public sealed class PostgresJournal : IJournal
{
    private const int ChunkRows = 4096;
    private readonly NpgsqlDataSource source;
    private readonly PostgresLease lease;
    private readonly Lock writing = new();
    private PostgresAppend? append;

    /// <summary>Opens the scheme's journal, creating the tables when there are none.</summary>
    /// <exception cref="StoreRefusedException">
    /// Not a scheme id, or the database was written by a newer program.
    /// </exception>
    /// <exception cref="DbException">The database cannot be used.</exception>
    public PostgresJournal(string connectionString, string scheme)
    {
        if (!SchemeId.IsValid(scheme))
        {
            throw new StoreRefusedException(JournalRefusals.BadSchemeId.With(("scheme", scheme)));
        }

        Scheme = scheme;
        source = PostgresSource.Open(connectionString);
        PostgresSchema.Migrate(source, "journal");
        lease = new PostgresLease(source, scheme);
    }

    /// <inheritdoc />
    public string Scheme { get; }

    /// <inheritdoc />
    public string Store => "postgresql";

    /// <summary>The schemes that have rows in a database.</summary>
    public static IReadOnlyList<string> SchemesIn(string connectionString)
    {
        using var source = PostgresSource.Open(connectionString);
        PostgresSchema.Migrate(source, "journal");
        using var connection = source.OpenConnection();
        using var command = new NpgsqlCommand(
            "select scheme from journal_row where sequence = 1 order by scheme", connection);
        using var reader = command.ExecuteReader();
        var schemes = new List<string>();
        while (reader.Read())
        {
            schemes.Add(reader.GetString(0));
        }

        return schemes;
    }

    /// <inheritdoc />
    public JournalHead Head()
    {
        using var connection = source.OpenConnection();
        using var last = new NpgsqlCommand(
            "select sequence, hash from journal_row where scheme = $1 order by sequence desc limit 1", connection);
        last.Parameters.AddWithValue(Scheme);
        using var reader = last.ExecuteReader();
        return reader.Read()
            ? new JournalHead(reader.GetInt64(0), new Digest(reader.GetFieldValue<byte[]>(1)))
            : default;
    }

    /// <inheritdoc />
    public void Append(long expected, ReadOnlySpan<JournalRow> rows, long epoch = 0)
    {
        lock (writing)
        {
            append ??= new PostgresAppend(source, Scheme);
            try
            {
                append.Run(expected, rows, epoch);
            }
            catch (DbException)
            {
                append.Dispose();
                append = null;
                throw;
            }
        }
    }

    /// <inheritdoc />
    public void Fill(IEnumerable<JournalRow> rows)
    {
        lock (writing)
        {
            using var filling = new PostgresAppend(source, Scheme);
            using var transaction = filling.Begin();
            long last = 0;
            foreach (var block in rows.Chunk(ChunkRows))
            {
                filling.Run(last, block, 0);
                last = block[^1].Sequence;
            }

            transaction.Commit();
        }
    }

    /// <inheritdoc />
    public IEnumerable<JournalRow> Read(long from = 1, long to = long.MaxValue)
    {
        var chunk = new List<JournalRow>(ChunkRows);
        var last = Math.Min(to, Head().Sequence);
        for (var next = from; next <= last;)
        {
            ReadChunk(next, Math.Min(last, next + ChunkRows - 1), chunk);
            foreach (var row in chunk)
            {
                yield return row;
            }

            next += ChunkRows;
        }
    }

    /// <inheritdoc />
    public Lease? TryAcquire(string holder, TimeSpan duration) => lease.TryAcquire(holder, duration);

    /// <inheritdoc />
    public bool Renew(Lease lease) => this.lease.Renew(lease);

    /// <inheritdoc />
    public void Release(Lease lease) => this.lease.Release(lease);

    /// <inheritdoc />
    public Lease? CurrentLease() => lease.Current();

    /// <inheritdoc />
    public void Dispose()
    {
        lock (writing)
        {
            append?.Dispose();
            source.Dispose();
        }
    }

    private void ReadChunk(long from, long to, List<JournalRow> chunk)
    {
        chunk.Clear();
        using var connection = source.OpenConnection();
        using var rows = new NpgsqlCommand(
            "select sequence, time, actor, command, command_id, input_hash, convert_to(events, 'UTF8'), previous, hash"
            + " from journal_row where scheme = $1 and sequence between $2 and $3 order by sequence",
            connection);
        rows.Parameters.AddWithValue(Scheme);
        rows.Parameters.AddWithValue(from);
        rows.Parameters.AddWithValue(to);
        using var reader = rows.ExecuteReader();
        while (reader.Read())
        {
            chunk.Add(new JournalRow(
                Scheme,
                reader.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                new UserId(reader.GetString(2)),
                reader.GetString(3),
                CommandId.From(reader.GetFieldValue<byte[]>(4)),
                new Digest(reader.GetFieldValue<byte[]>(5)),
                reader.GetFieldValue<byte[]>(6),
                new Digest(reader.GetFieldValue<byte[]>(7)),
                new Digest(reader.GetFieldValue<byte[]>(8))));
        }
    }
}
