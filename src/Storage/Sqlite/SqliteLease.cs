using Tanheng.Engine.Journal;

namespace Tanheng.Storage.Sqlite;

/// <summary>
/// The right to write a SQLite journal. The file is on this machine, so the operating system keeps it: whoever has the
/// lock file open holds it, and a process that dies lets go at once. The table carries the epoch that <c>Append</c>
/// checks.
/// </summary>
internal sealed class SqliteLease(SqliteFile file, string scheme, string lockPath) : IDisposable
{
    private FileStream? held;

    public Lease? TryAcquire(string holder, TimeSpan duration)
    {
        if (held is null)
        {
            try
            {
                held = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                return null;
            }
        }

        using var take = file.Prepare(
            "insert into journal_lease (scheme, holder, epoch, until) values (?1, ?2, 1, ?3)"
            + " on conflict (scheme) do update set holder = ?2, epoch = epoch + 1, until = ?3 returning epoch");
        take.Bind(1, scheme);
        take.Bind(2, holder);
        take.Bind(3, long.MaxValue);
        take.Step();
        var epoch = take.Long(0);
        while (take.Step())
        {
        }

        return new Lease(holder, epoch, duration);
    }

    public bool Renew(Lease lease) => held is not null && Current() is { } now && now.Epoch == lease.Epoch;

    public void Release(Lease lease)
    {
        if (Renew(lease))
        {
            file.Execute("update journal_lease set until = 0");
            held?.Dispose();
            held = null;
        }
    }

    public Lease? Current()
    {
        using var now = file.Prepare("select holder, epoch from journal_lease where until > 0");
        return now.Step() ? new Lease(now.Text(0), now.Long(1), Timeout.InfiniteTimeSpan) : null;
    }

    public void Dispose()
    {
        held?.Dispose();
        held = null;
    }
}
