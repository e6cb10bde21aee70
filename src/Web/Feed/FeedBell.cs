namespace Tanheng.Web.Feed;

/// <summary>
/// Wakes readers row by row. A row is woken when what the row before set off has had its turn, so that ten thousand
/// readers do not stand between a command and its answer in the queue of the threads they share; and when the next
/// message comes before the last row was woken, that row finds both at once.
/// </summary>
internal sealed class FeedBell : IThreadPoolWorkItem
{
    private const int ReadersInRow = 256;
    private readonly Lock seating = new();
    private volatile Row[] rows = [];
    private int asked;
    private int heard;
    private int next;

    /// <summary>Gives a reader a place, which is its own until it is disposed of.</summary>
    public Seat Sit()
    {
        lock (seating)
        {
            var row = rows.FirstOrDefault(one => one.Readers < ReadersInRow);
            if (row is null)
            {
                rows = [.. rows, row = new Row()];
            }

            row.Readers++;
            return new Seat(this, row);
        }
    }

    /// <summary>Wakes everybody who sits, soon; returns at once.</summary>
    public void Ring()
    {
        if (Interlocked.Increment(ref asked) == 1)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Wakes a row and lines up again behind those it has woken. There is one of these at a time.</summary>
    public void Execute()
    {
        var all = rows;
        if (next == 0)
        {
            heard = Volatile.Read(ref asked);
        }

        while (next < all.Length && Volatile.Read(ref all[next].Readers) == 0)
        {
            next++;
        }

        if (next < all.Length)
        {
            all[next++].Wake();
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }

        next = 0;
        if (Interlocked.Add(ref asked, -heard) > 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>A reader's place.</summary>
    internal sealed class Seat(FeedBell bell, Row row) : IDisposable
    {
        private bool left;

        /// <summary>Completes when there is something new, or to show a sign of life. Ask before reading.</summary>
        public Task News => row.News;

        public void Dispose()
        {
            lock (bell.seating)
            {
                row.Readers -= left ? 0 : 1;
                left = true;
            }
        }
    }

    /// <summary>Readers who are woken together.</summary>
    internal sealed class Row
    {
        private volatile TaskCompletionSource wake = New();

        /// <summary>How many sit here.</summary>
        public int Readers;

        public Task News => wake.Task;

        public void Wake() => Interlocked.Exchange(ref wake, New()).TrySetResult();

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
