using System.Runtime.InteropServices;

namespace Tanheng.Engine.Journal;

/// <summary>A journal that is gone with the process: a market is tried out in it before anything is stored.</summary>
public class MemoryJournal(string scheme) : IJournal
{
    private readonly List<JournalRow> kept = [];
    private readonly Lock gate = new();
    private Lease? owner;
    private long reached;

    /// <inheritdoc />
    public string Scheme => scheme;

    /// <inheritdoc />
    public string Store => "memory";

    /// <inheritdoc />
    public JournalHead Head()
    {
        lock (gate)
        {
            return kept.Count == 0 ? default : JournalHead.Of(kept[^1]);
        }
    }

    /// <inheritdoc />
    public virtual void Append(long expected, ReadOnlySpan<JournalRow> rows, long epoch = 0)
    {
        lock (gate)
        {
            if (kept.Count != expected || (epoch != 0 && epoch != reached))
            {
                throw new JournalConflictException();
            }

            kept.AddRange(rows);
        }
    }

    /// <inheritdoc />
    public void Fill(IEnumerable<JournalRow> rows) => Append(0, CollectionsMarshal.AsSpan(rows.ToList()));

    /// <inheritdoc />
    public IEnumerable<JournalRow> Read(long from = 1, long to = long.MaxValue)
    {
        lock (gate)
        {
            var first = (int)Math.Clamp(from - 1, 0, kept.Count);
            return kept.GetRange(first, (int)Math.Clamp(to - first, 0, kept.Count - first));
        }
    }

    /// <inheritdoc />
    public Lease? TryAcquire(string holder, TimeSpan duration)
    {
        lock (gate)
        {
            return owner is null || owner.Holder == holder ? owner = new Lease(holder, ++reached, duration) : null;
        }
    }

    /// <inheritdoc />
    public bool Renew(Lease lease)
    {
        lock (gate)
        {
            return owner is not null && lease.Epoch == reached;
        }
    }

    /// <inheritdoc />
    public void Release(Lease lease)
    {
        lock (gate)
        {
            owner = lease.Epoch == reached ? null : owner;
        }
    }

    /// <inheritdoc />
    public Lease? CurrentLease()
    {
        lock (gate)
        {
            return owner;
        }
    }

    /// <inheritdoc />
    public void Dispose() => GC.SuppressFinalize(this);
}
