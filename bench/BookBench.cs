using System.Diagnostics;
using System.Globalization;
using Tanheng.Market.Books;

namespace Tanheng.Bench;

/// <summary>What one run of <see cref="BookBench"/> measured.</summary>
/// <param name="Operations">Operations done.</param>
/// <param name="Trades">Trades they made.</param>
/// <param name="Volume">Tonnes traded.</param>
/// <param name="Hash">The flow's hash over all trades, 16 hexadecimal digits.</param>
/// <param name="Resting">Orders in the book at the end.</param>
/// <param name="LevelsBid">Prices with bids.</param>
/// <param name="LevelsAsk">Prices with asks.</param>
/// <param name="BestBid">The best bid in ticks, or null.</param>
/// <param name="BestAsk">The best ask in ticks, or null.</param>
/// <param name="PerSecond">Operations in a second: the median of the rounds.</param>
/// <param name="Slowest">The slowest round.</param>
/// <param name="Fastest">The fastest round.</param>
/// <param name="Latency">Nanoseconds of single operations, in another run.</param>
/// <param name="Allocated">Bytes allocated by all operations of all rounds.</param>
public sealed record BookBenchResult(
    int Operations,
    long Trades,
    long Volume,
    string Hash,
    int Resting,
    int LevelsBid,
    int LevelsAsk,
    int? BestBid,
    int? BestAsk,
    double PerSecond,
    double Slowest,
    double Fastest,
    BookLatency Latency,
    long Allocated);

/// <summary>Nanoseconds of single operations, the reading of the clock included.</summary>
public sealed record BookLatency(long Median, long Percentile99, long Percentile999, long Worst);

/// <summary>
/// The order book alone, on one thread. First the flow runs with a book, which decides what comes next, and its
/// operations are recorded. Then the recorded operations run on fresh books, and only these are timed: validation,
/// matching and the writing of events, without the generator. A second measurement reads the clock around every single
/// operation. Every book must end up as the first one did.
/// </summary>
public static class BookBench
{
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    public static BookBenchResult Run(int operations, ulong seed, FlowMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(operations);
        var flow = new BookFlow(seed, mode, operations);
        var recorded = new FlowOperation[operations];
        var book = Fresh(operations);
        Record(flow, book, recorded);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            _ = Replay(Fresh(operations), recorded);
            _ = Latency(Fresh(operations), recorded, new long[operations]);
        }

        var seconds = new double[Rounds];
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var other = Fresh(operations);
            var (elapsed, bytes) = Replay(other, recorded);
            seconds[round] = elapsed.TotalSeconds;
            allocated += bytes;
            Compare(book, other);
        }

        Array.Sort(seconds);
        var timed = Fresh(operations);
        var latency = Latency(timed, recorded, new long[operations]);
        Compare(book, timed);
        return new BookBenchResult(
            operations,
            flow.Trades,
            flow.Volume,
            flow.Hash.ToString("x16", CultureInfo.InvariantCulture),
            book.Count,
            book.Levels(Side.Buy),
            book.Levels(Side.Sell),
            book.Best(Side.Buy),
            book.Best(Side.Sell),
            operations / seconds[Rounds / 2],
            operations / seconds[^1],
            operations / seconds[0],
            latency,
            allocated);
    }

    private static OrderBook Fresh(int operations)
    {
        var book = new OrderBook(new BookLimits(MaxPrice: 8_191, Orders: operations));
        GC.Collect();
        return book;
    }

    private static void Record(BookFlow flow, OrderBook book, FlowOperation[] recorded)
    {
        var events = new BookEvents(1_024);
        for (var i = 0; i < recorded.Length; i++)
        {
            recorded[i] = flow.Next(book.Best(Side.Buy), book.Best(Side.Sell));
            events.Clear();
            recorded[i].Do(book, events);
            flow.Observe(events.All);
        }
    }

    private static (TimeSpan Elapsed, long Allocated) Replay(OrderBook book, FlowOperation[] recorded)
    {
        var events = new BookEvents(1_024);
        var refused = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        foreach (ref readonly var operation in recorded.AsSpan())
        {
            events.Clear();
            if (operation.Do(book, events) != BookResult.Accepted)
            {
                refused++;
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return refused == 0
            ? (elapsed, allocated)
            : throw new InvalidOperationException($"{refused} operations were refused.");
    }

    private static BookLatency Latency(OrderBook book, FlowOperation[] recorded, long[] ticks)
    {
        var events = new BookEvents(1_024);
        ticks.AsSpan().Clear();
        for (var i = 0; i < recorded.Length; i++)
        {
            events.Clear();
            var start = Stopwatch.GetTimestamp();
            recorded[i].Do(book, events);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(ticks);
        return new BookLatency(At(ticks, 0.5), At(ticks, 0.99), At(ticks, 0.999), At(ticks, 1));
    }

    private static long At(long[] sorted, double share)
    {
        var ticks = sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
        return (long)(ticks * (1e9 / Stopwatch.Frequency));
    }

    private static void Compare(OrderBook expected, OrderBook actual)
    {
        if (expected.ContentHash() != actual.ContentHash())
        {
            throw new InvalidOperationException("The same operations gave another book.");
        }
    }
}
