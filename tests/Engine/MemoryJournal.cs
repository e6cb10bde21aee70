using System.Runtime.InteropServices;
using Tanheng.Engine.Journal;

namespace Tanheng.Engine.Tests;

/// <summary>A journal in memory whose disk can be made to fail, to be slow, or to lie.</summary>
internal sealed class MemoryJournal(string scheme) : IJournal
{
    private readonly List<JournalRow> rows = [];
    private readonly Lock gate = new();
    private Lease? lease;
    private long epoch;

    /// <summary>Called before each append; what it throws, the append throws.</summary>
    public Action<int>? BeforeAppend { get; set; }

    /// <summary>
    /// Called after the rows are there; what it throws, the append throws: durable, but nobody was told.
    /// </summary>
    public Action? AfterAppend { get; set; }

    /// <summary>How many transactions there were.</summary>
    public int Appends { get; private set; }

    public string Scheme => scheme;

    public string Store => "memory";

    public JournalHead Head()
    {
        lock (gate)
        {
            return rows.Count == 0 ? default : JournalHead.Of(rows[^1]);
        }
    }

    public void Append(long expected, ReadOnlySpan<JournalRow> added, long leaseEpoch = 0)
    {
        BeforeAppend?.Invoke(added.Length);
        lock (gate)
        {
            if (rows.Count != expected || (leaseEpoch != 0 && leaseEpoch != epoch))
            {
                throw new JournalConflictException();
            }

            rows.AddRange(added);
            Appends++;
        }

        AfterAppend?.Invoke();
    }

    public void Fill(IEnumerable<JournalRow> added) => Append(0, CollectionsMarshal.AsSpan(added.ToList()));

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

    public bool Renew(Lease held)
    {
        lock (gate)
        {
            return lease is not null && held.Epoch == epoch;
        }
    }

    public void Release(Lease held)
    {
        lock (gate)
        {
            lease = held.Epoch == epoch ? null : lease;
        }
    }

    /// <summary>The lease lapses and goes to somebody else.</summary>
    public void Steal(string holder)
    {
        lock (gate)
        {
            lease = new Lease(holder, ++epoch, TimeSpan.FromMinutes(1));
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
