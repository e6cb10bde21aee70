using Tanheng.Quantities;

namespace Tanheng.Market.Bars;

/// <summary>
/// The bars of one width, oldest first, that grow trade by trade: a stretch without trades has no bar, so memory grows
/// with the stretches that had some. Wider bars are put together on the way out, as many as somebody reads.
/// </summary>
public sealed class BarSeries(BarWidth width)
{
    private readonly List<Bar> bars = [];

    /// <summary>The width of its bars.</summary>
    public BarWidth Width => width;

    /// <summary>How many there are.</summary>
    public int Count => bars.Count;

    /// <summary>The latest bar; null before the first.</summary>
    public Bar? Latest => bars.Count == 0 ? null : bars[^1];

    /// <summary>
    /// Adds a trade, later than those before. Where clocks are put back at night, local time is not: such a trade
    /// counts in the latest bar.
    /// </summary>
    /// <param name="local">When, in the market's local time.</param>
    /// <param name="price">At what price.</param>
    /// <param name="quantity">How much.</param>
    public void Add(DateTime local, Price price, Tonnes quantity)
    {
        var start = width.StartOf(local);
        if (bars.Count > 0 && start <= bars[^1].Start)
        {
            bars[^1] = bars[^1].With(price, quantity);
            return;
        }

        Append(Bar.Of(start, price, quantity));
    }

    /// <summary>Adds a whole bar after the latest one.</summary>
    /// <exception cref="InvalidOperationException">It does not come after the latest one.</exception>
    public void Append(in Bar bar)
    {
        if (bars.Count > 0 && bars[^1].Start >= bar.Start)
        {
            throw new InvalidOperationException($"A bar of {bar.Start:s} cannot follow one of {bars[^1].Start:s}.");
        }

        bars.Add(bar);
    }

    /// <summary>The bars that begin before a moment, newest first.</summary>
    public IEnumerable<Bar> Before(DateTime local)
    {
        for (var i = FirstFrom(local) - 1; i >= 0; i--)
        {
            yield return bars[i];
        }
    }

    /// <summary>
    /// Wider bars that begin before a moment, newest first. A wide bar is always whole, whatever the moment is.
    /// </summary>
    public IEnumerable<Bar> Before(DateTime local, BarWidth wider)
    {
        if (wider == width)
        {
            foreach (var bar in Before(local))
            {
                yield return bar;
            }

            yield break;
        }

        var start = wider.StartOf(local);
        var end = local > start ? FirstFrom(EndOf(wider, start)) : FirstFrom(start);
        while (end > 0)
        {
            start = wider.StartOf(bars[end - 1].Start);
            var first = FirstFrom(start);
            var whole = bars[first] with { Start = start };
            for (var i = first + 1; i < end; i++)
            {
                whole = whole.With(bars[i]);
            }

            yield return whole;
            end = first;
        }
    }

    /// <summary>The index of the first bar that begins at a moment or later.</summary>
    private int FirstFrom(DateTime local)
    {
        var (from, until) = (0, bars.Count);
        while (from < until)
        {
            var middle = (from + until) / 2;
            if (bars[middle].Start < local)
            {
                from = middle + 1;
            }
            else
            {
                until = middle;
            }
        }

        return from;
    }

    private static DateTime EndOf(BarWidth width, DateTime start)
    {
        if (start >= DateTime.MaxValue.AddDays(-32))
        {
            return DateTime.MaxValue;
        }

        return width switch
        {
            BarWidth.Minute => start.AddMinutes(1),
            BarWidth.FiveMinutes => start.AddMinutes(5),
            BarWidth.FifteenMinutes => start.AddMinutes(15),
            BarWidth.Hour => start.AddHours(1),
            BarWidth.Day => start.AddDays(1),
            BarWidth.Week => start.AddDays(7),
            _ => start.AddMonths(1),
        };
    }
}
