namespace Tanheng.Market.Surveillance;

/// <summary>A price that traded.</summary>
public readonly record struct PricePoint(DateTimeOffset At, long Price, long Trade);

/// <summary>
/// The lowest and the highest price of the last minutes, kept while trades come in. Each end is a queue in which
/// prices only rise (or only fall): what can no longer be the extreme is dropped at once, so a trade costs a constant
/// time on average, however long the window is.
/// </summary>
public sealed class PriceWindow
{
    /// <summary>Candidates for the lowest price, the lowest and oldest first.</summary>
    public LinkedList<PricePoint> Lows { get; } = new();

    /// <summary>Candidates for the highest price, the highest and oldest first.</summary>
    public LinkedList<PricePoint> Highs { get; } = new();

    /// <summary>The lowest price not older than the window, or null; nothing changes.</summary>
    public PricePoint? Lowest(DateTimeOffset now, TimeSpan window) => First(Lows, now - window);

    /// <summary>The highest price not older than the window, or null; nothing changes.</summary>
    public PricePoint? Highest(DateTimeOffset now, TimeSpan window) => First(Highs, now - window);

    /// <summary>Notes a trade, not earlier than the one before it.</summary>
    public void Add(PricePoint point, TimeSpan window)
    {
        Drop(Lows, point.At - window);
        Drop(Highs, point.At - window);
        while (Lows.Last is { } low && low.Value.Price >= point.Price)
        {
            Lows.RemoveLast();
        }

        while (Highs.Last is { } high && high.Value.Price <= point.Price)
        {
            Highs.RemoveLast();
        }

        Lows.AddLast(point);
        Highs.AddLast(point);
    }

    /// <summary>Forgets all prices: what comes next is compared with itself alone.</summary>
    public void Clear()
    {
        Lows.Clear();
        Highs.Clear();
    }

    private static PricePoint? First(LinkedList<PricePoint> points, DateTimeOffset oldest)
    {
        var node = points.First;
        while (node is not null && node.Value.At < oldest)
        {
            node = node.Next;
        }

        return node?.Value;
    }

    private static void Drop(LinkedList<PricePoint> points, DateTimeOffset oldest)
    {
        while (points.First is { } first && first.Value.At < oldest)
        {
            points.RemoveFirst();
        }
    }
}
