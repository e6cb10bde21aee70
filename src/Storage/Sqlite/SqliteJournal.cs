using System.Collections.Concurrent;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Storage.Sqlite;

/// <summary>
/// A journal in one SQLite file of its own, <c>DIR/SCHEME.journal.db</c>: schemes never wait for each other's commits,
/// and a market can be copied as a file. Write-ahead log with full synchronisation: a commit is one fdatasync.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    /// <summary>
    /// Pages of the log before it is copied into the file: 64 MB, so that few commits pay for the copying.
    /// </summary>
    private const int CheckpointPages = 16384;

    private const int ChunkRows = 4096;
    private readonly string path;
    private readonly SqliteFile writer;
    private readonly SqliteAppend append;
    private readonly SqliteLease lease;
    private readonly ConcurrentBag<SqliteFile> readers = [];
    private readonly Lock writing = new();

    /// <summary>Opens the scheme's journal, creating it when there is none.</summary>
    /// <exception cref="StoreRefusedException">Not a scheme id, or written by a newer program.</exception>
    /// <exception cref="SqliteFileException">The file cannot be used.</exception>
    public SqliteJournal(string directory, string scheme)
    {
        if (!SchemeId.IsValid(scheme))
        {
            throw new StoreRefusedException(JournalRefusals.BadSchemeId.With(("scheme", scheme)));
        }

        Scheme = scheme;
        Directory.CreateDirectory(directory);
        path = PathOf(directory, scheme);
        writer = new SqliteFile(path);
        writer.Execute(
            "pragma journal_mode=wal; pragma synchronous=full; pragma wal_autocheckpoint=" + CheckpointPages);
        SqliteSchema.Migrate(writer, "journal");
        using (var info = writer.Prepare("insert or ignore into journal_info (scheme) values (?1)"))
        {
            info.Bind(1, scheme);
            info.Run();
        }

        append = new SqliteAppend(writer);
        lease = new SqliteLease(writer, scheme, path + ".lock");
    }

    /// <inheritdoc />
    public string Scheme { get; }

    /// <inheritdoc />
    public string Store => "sqlite";

    /// <summary>The schemes that have a journal in a directory.</summary>
    public static IEnumerable<string> SchemesIn(string directory) => Directory.Exists(directory)
        ? Directory.EnumerateFiles(directory, "*.journal.db")
            .Select(file => Path.GetFileName(file)[..^".journal.db".Length])
            .Order(StringComparer.Ordinal)
        : [];

    /// <summary>The file of a scheme's journal.</summary>
    public static string PathOf(string directory, string scheme) => Path.Combine(directory, scheme + ".journal.db");

    /// <inheritdoc />
    public JournalHead Head()
    {
        var reader = Borrow();
        try
        {
            using var last = reader.Prepare("select sequence, hash from journal_row order by sequence desc limit 1");
            return last.Step() ? new JournalHead(last.Long(0), new Digest(last.Bytes(1))) : default;
        }
        finally
        {
            readers.Add(reader);
        }
    }

    /// <inheritdoc />
    public void Append(long expected, ReadOnlySpan<JournalRow> rows, long epoch = 0)
    {
        lock (writing)
        {
            append.Run(expected, rows, epoch);
        }
    }

    /// <inheritdoc />
    public void Fill(IEnumerable<JournalRow> rows)
    {
        lock (writing)
        {
            append.Run(0, rows, 0);
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
    public Lease? TryAcquire(string holder, TimeSpan duration)
    {
        lock (writing)
        {
            return lease.TryAcquire(holder, duration);
        }
    }

    /// <inheritdoc />
    public bool Renew(Lease lease)
    {
        lock (writing)
        {
            return this.lease.Renew(lease);
        }
    }

    /// <inheritdoc />
    public void Release(Lease lease)
    {
        lock (writing)
        {
            this.lease.Release(lease);
        }
    }

    /// <inheritdoc />
    public Lease? CurrentLease()
    {
        lock (writing)
        {
            return lease.Current();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (writing)
        {
            lease.Dispose();
            append.Dispose();
            while (readers.TryTake(out var reader))
            {
                reader.Dispose();
            }

            writer.Dispose();
        }
    }

    private void ReadChunk(long from, long to, List<JournalRow> chunk)
    {
        chunk.Clear();
        var reader = Borrow();
        try
        {
            using var rows = new SqliteRows(reader, Scheme, "sequence between ?1 and ?2 order by sequence");
            rows.Bind(1, from);
            rows.Bind(2, to);
            while (rows.Next() is { } row)
            {
                chunk.Add(row);
            }
        }
        finally
        {
            readers.Add(reader);
        }
    }

    private SqliteFile Borrow() => readers.TryTake(out var reader) ? reader : new SqliteFile(path);
}
