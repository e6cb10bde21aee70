using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Storage.Sqlite;

/// <summary>Appends a batch with statements that are prepared once.</summary>
internal sealed class SqliteAppend : IDisposable
{
    private readonly SqliteFile file;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;
    private readonly SqliteStatement head;
    private readonly SqliteStatement epochNow;
    private readonly SqliteStatement insert;

    public SqliteAppend(SqliteFile file)
    {
        this.file = file;
        begin = file.Prepare("begin immediate");
        commit = file.Prepare("commit");
        rollback = file.Prepare("rollback");
        head = file.Prepare("select max(sequence) from journal_row");
        epochNow = file.Prepare("select epoch from journal_lease");
        insert = file.Prepare(
            "insert into journal_row (sequence, time, actor, command, command_id, input_hash, events, previous, hash)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    }

    public void Run(long expected, ReadOnlySpan<JournalRow> rows, long epoch)
    {
        begin.Run();
        try
        {
            Check(expected, epoch);
            foreach (var row in rows)
            {
                Insert(row);
            }

            commit.Run();
        }
        catch (SqliteFileException problem) when (problem.IsDuplicate)
        {
            Undo();
            throw new JournalConflictException("A row or command is in the journal already.", problem);
        }
        catch
        {
            Undo();
            throw;
        }
    }

    /// <summary>The same for rows that come one by one, still in one transaction.</summary>
    public void Run(long expected, IEnumerable<JournalRow> rows, long epoch)
    {
        begin.Run();
        try
        {
            Check(expected, epoch);
            foreach (var row in rows)
            {
                Insert(row);
            }

            commit.Run();
        }
        catch (SqliteFileException problem) when (problem.IsDuplicate)
        {
            Undo();
            throw new JournalConflictException("A row or command is in the journal already.", problem);
        }
        catch
        {
            Undo();
            throw;
        }
    }

    public void Dispose()
    {
        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        head.Dispose();
        epochNow.Dispose();
        insert.Dispose();
    }

    private static long Number(SqliteStatement statement)
    {
        try
        {
            return statement.Step() ? statement.Long(0) : 0;
        }
        finally
        {
            statement.Reset();
        }
    }

    private void Check(long expected, long epoch)
    {
        var last = Number(head);
        if (last != expected)
        {
            throw new JournalConflictException($"The journal is at {last}, not at {expected}.");
        }

        if (epoch != 0 && Number(epochNow) is var now && now != epoch)
        {
            throw new JournalConflictException($"The lease is at epoch {now}, not {epoch}.");
        }
    }

    private void Insert(JournalRow row)
    {
        Span<byte> bytes = stackalloc byte[32];
        insert.Bind(1, row.Sequence);
        insert.Bind(2, row.Time.ToUnixTimeMilliseconds());
        insert.Bind(3, row.Actor.Name);
        insert.Bind(4, row.Command);
        row.CommandId.CopyTo(bytes);
        insert.Bind(5, bytes[..16]);
        row.InputHash.CopyTo(bytes);
        insert.Bind(6, bytes);
        insert.BindText(7, row.Events.Span);
        row.Previous.CopyTo(bytes);
        insert.Bind(8, bytes);
        row.Hash.CopyTo(bytes);
        insert.Bind(9, bytes);
        insert.Run();
    }

    private void Undo()
    {
        try
        {
            rollback.Run();
        }
        catch (SqliteFileException)
        {
            // The failed statement has rolled back already.
        }
    }
}
