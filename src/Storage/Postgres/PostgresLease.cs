using Npgsql;
using Tanheng.Engine.Journal;

namespace Tanheng.Storage.Postgres;

/// <summary>
/// The right to write a journal that several machines can reach: a row with an end by the database's clock, so that the
/// machines' own clocks do not matter. A new holder raises the epoch, and an older epoch can no longer append.
/// </summary>
internal sealed class PostgresLease(NpgsqlDataSource source, string scheme)
{
    public Lease? TryAcquire(string holder, TimeSpan duration)
    {
        // Asking first keeps followers that look every few milliseconds from writing.
        if (Current() is { } current && current.Holder != holder)
        {
            return null;
        }

        using var command = source.CreateCommand(
            """
            insert into journal_lease (scheme, holder, epoch, until) values ($1, $2, 1, clock_timestamp() + $3)
            on conflict (scheme) do update
                set holder = $2, epoch = journal_lease.epoch + 1, until = clock_timestamp() + $3
                where journal_lease.until < clock_timestamp() or journal_lease.holder = $2
            returning epoch
            """);
        command.Parameters.AddWithValue(scheme);
        command.Parameters.AddWithValue(holder);
        command.Parameters.AddWithValue(duration);
        return command.ExecuteScalar() is long epoch ? new Lease(holder, epoch, duration) : null;
    }

    public bool Renew(Lease lease)
    {
        using var command = source.CreateCommand(
            "update journal_lease set until = clock_timestamp() + $3 where scheme = $1 and epoch = $2");
        command.Parameters.AddWithValue(scheme);
        command.Parameters.AddWithValue(lease.Epoch);
        command.Parameters.AddWithValue(lease.Duration);
        return command.ExecuteNonQuery() == 1;
    }

    public void Release(Lease lease)
    {
        using var command = source.CreateCommand(
            "update journal_lease set until = '-infinity' where scheme = $1 and epoch = $2");
        command.Parameters.AddWithValue(scheme);
        command.Parameters.AddWithValue(lease.Epoch);
        command.ExecuteNonQuery();
    }

    public Lease? Current()
    {
        using var command = source.CreateCommand(
            "select holder, epoch, (until - clock_timestamp()) from journal_lease"
            + " where scheme = $1 and until >= clock_timestamp()");
        command.Parameters.AddWithValue(scheme);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new Lease(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<TimeSpan>(2))
            : null;
    }
}
