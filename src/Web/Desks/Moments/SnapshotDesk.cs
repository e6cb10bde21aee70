using Tanheng.Engine.Sequencing;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Moments;

/// <summary>A replay to one row, under way or done.</summary>
public sealed class SnapshotRun(long sequence)
{
    private long done;

    /// <summary>The row it goes to.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>How far it is.</summary>
    public long Done => Volatile.Read(ref done);

    /// <summary>What stood then; waits for the end.</summary>
    public required Task<Snapshot> Result { get; init; }

    internal void Tell(long row) => Volatile.Write(ref done, row);
}

/// <summary>
/// The market as it stood at earlier moments, by replaying the journal in the background: one replay at a time, the
/// latest results kept. What a row left behind never changes, so a result stays right.
/// </summary>
public sealed class SnapshotDesk(Market market) : IDisposable
{
    private const int Most = 8;
    private readonly Lock starting = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly List<SnapshotRun> runs = [];

    /// <summary>The last row at or before a moment; 0 when there was none yet.</summary>
    public long SequenceAt(DateTimeOffset moment)
    {
        var (low, high) = (0L, market.Journal.Head().Sequence);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (market.Journal.Read(middle, middle).First().Time <= moment)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>The replay to a row; begun when nobody has asked for it before.</summary>
    public SnapshotRun To(long sequence)
    {
        lock (starting)
        {
            runs.RemoveAll(run => run.Result.IsFaulted);
            if (runs.Find(run => run.Sequence == sequence) is { } known)
            {
                return known;
            }

            if (runs.Count >= Most && runs.Find(run => run.Result.IsCompleted) is { } oldest)
            {
                runs.Remove(oldest);
            }

            SnapshotRun? begun = null;
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            begun = new SnapshotRun(sequence) { Result = Go() };
            runs.Add(begun);
            ready.SetResult();
            return begun;

            async Task<Snapshot> Go()
            {
                await ready.Task;
                await turn.WaitAsync();
                try
                {
                    return Load(sequence, begun!.Tell);
                }
                finally
                {
                    turn.Release();
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private Snapshot Load(long sequence, Action<long> tell)
    {
        var replica = new Replica(market.Journal.Scheme);
        if (sequence > 0)
        {
            Replay.CatchUp(replica, market.Journal, sequence, new Telling(tell));
        }

        return Snapshot.Of(replica.State, replica.Head.Hash);
    }

    private sealed class Telling(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
