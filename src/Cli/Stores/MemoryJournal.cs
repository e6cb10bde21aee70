using System.Runtime.InteropServices;
using Tanheng.Engine.Journal;

namespace Tanheng.Cli.Stores;

/// <summary>A journal that is gone with the process: a market is tried out in it before anything is stored.</summary>
internal sealed class MemoryJournal(string scheme) : IJournal
{
    private readonly List<JournalRow> rows = [];
    private readonly Lock gate = new();
    private Lease? lease;
    private long epoch;

    public string Scheme => scheme;

    public string Store => "memory";

    public JournalHead Head()
    {
        lock (gate)
        {
            return rows.Count == 0 ? default : JournalHead.Of(rows[^1]);
        }
    }

    public void Append(long expected, ReadOnlySpan<JournalRow> rows, long epoch = 0)
    {
        lock (gate)
        {
            if (this.rows.Count != expected || (epoch != 0 && epoch != this.epoch))
            {
                throw new JournalConflictException();
            }

            this.rows.AddRange(rows);
        }
    }

    public void Fill(IEnumerable<JournalRow> rows) => Append(0, CollectionsMarshal.AsSpan(rows.ToList()));

    public IEnumerable<JournalRow> Read(long from = 1, long to = long.MaxValue)
    {
        lock (gate)
        {
            return [.. rows.Where(row => row.Sequence >= from && row.Sequence <= to)];
        }
    }

    public Lease? TryAcquire(string holder, TimeSpan duration)
    {
        lock (gate)
        {
            return lease is null || lease.Holder == holder ? lease = new Lease(holder, ++epoch, duration) : null;
        }
    }

    public bool Renew(Lease lease)
    {
        lock (gate)
        {
            return this.lease is not null && lease.Epoch == epoch;
        }
    }

    public void Release(Lease lease)
    {
        lock (gate)
        {
            this.lease = lease.Epoch == epoch ? null : this.lease;
        }
    }

    public Lease? CurrentLease()
    {
        lock (gate)
        {
            return lease;
        }
    }

    public void Dispose()
    {
    }
}
