namespace Tanheng.Engine.Markets;

/// <summary>So many tonnes at one price, which is counted in ticks.</summary>
public readonly record struct Lot(long Price, long Quantity);

/// <summary>
/// Trades that give a day's published figures exactly. Prices are ticks, amounts are ticks times tonnes, so there is
/// nothing to round: either there are such trades, or the figures are those of no day.
/// </summary>
public static class TradeSplit
{
    /// <summary>Spreads and first quantities that are tried for three blocks.</summary>
    private const int WidestOfThree = 60;
    private const int FirstOfThree = 500;

    /// <summary>
    /// Listed trades whose first price is <paramref name="open"/>, which reach <paramref name="high"/> and
    /// <paramref name="low"/>, and come to volume and amount. Each of the three prices trades a tonne; the rest trades
    /// at its average's tick and the one above. Null exactly when there are no such trades: what is beside the three
    /// tonnes lies between the lowest and the highest price.
    /// </summary>
    public static IReadOnlyList<Lot>? Listed(
        long open, long high, long low, long volume, long amount, long most)
    {
        if (open < low || open > high)
        {
            return null;
        }

        var lots = new List<Lot> { new(open, 1) };
        Add(lots, high, high == open ? 0 : 1);
        Add(lots, low, low == open || low == high ? 0 : 1);
        var rest = volume - lots.Sum(lot => lot.Quantity);
        var cost = amount - lots.Sum(lot => lot.Price);
        if (rest < 0 || cost < low * rest || cost > high * rest)
        {
            return null;
        }

        if (rest > 0)
        {
            var (tick, above) = Math.DivRem(cost, rest);
            Add(lots, tick, rest - above);
            Add(lots, tick + 1, above);
        }

        return [.. lots.SelectMany(lot => Parts(lot, most))];
    }

    /// <summary>
    /// One, two or three blocks of at least <paramref name="least"/> tonnes, at prices from <paramref name="lowest"/>
    /// to <paramref name="highest"/>, that come to volume and amount; null when none were found.
    /// </summary>
    public static IReadOnlyList<Lot>? Blocks(long volume, long amount, long least, long lowest, long highest)
    {
        if (volume < least || volume <= 0)
        {
            return null;
        }

        if (amount % volume == 0)
        {
            var price = amount / volume;
            return price >= lowest && price <= highest ? [new Lot(price, volume)] : null;
        }

        var bounds = new Bounds(least, lowest, highest);
        return Two(volume, amount, bounds, highest - lowest) ?? Three(volume, amount, bounds);
    }

    private readonly record struct Bounds(long Least, long Lowest, long Highest)
    {
        public bool Has(Lot lot) => lot.Quantity >= Least && lot.Price >= Lowest && lot.Price <= Highest;
    }

    /// <summary>
    /// Two prices p and p + d: amount = p × volume + d × q, so with amount = f × volume + r the quantity q of the
    /// higher one is (r + m × volume) / d, where p = f − m.
    /// </summary>
    private static IReadOnlyList<Lot>? Two(long volume, long amount, Bounds bounds, long widest)
    {
        var (tick, rest) = Math.DivRem(amount, volume);
        for (var spread = 1L; volume >= 2 * bounds.Least && spread <= widest; spread++)
        {
            for (var below = 0L; below < spread; below++)
            {
                var (quantity, odd) = Math.DivRem(rest + (below * volume), spread);
                var (low, high) = (new Lot(tick - below, volume - quantity), new Lot(tick - below + spread, quantity));
                if (odd == 0 && bounds.Has(low) && bounds.Has(high))
                {
                    return [low, high];
                }
            }
        }

        return null;
    }

    /// <summary>A first block near the average, and two for the rest.</summary>
    private static IReadOnlyList<Lot>? Three(long volume, long amount, Bounds bounds)
    {
        var most = Math.Min(FirstOfThree, volume - (3 * bounds.Least));
        for (var more = 0L; more <= most; more++)
        {
            for (var price = (amount / volume) - 1; price <= (amount / volume) + 2; price++)
            {
                var first = new Lot(price, bounds.Least + more);
                var (left, cost) = (volume - first.Quantity, amount - (first.Price * first.Quantity));
                if (bounds.Has(first) && Two(left, cost, bounds, WidestOfThree) is { } others)
                {
                    return [first, .. others];
                }
            }
        }

        return null;
    }

    /// <summary>More at a price, together with what trades there already.</summary>
    private static void Add(List<Lot> lots, long price, long quantity)
    {
        var at = lots.FindIndex(lot => lot.Price == price);
        if (at >= 0)
        {
            lots[at] = lots[at] with { Quantity = lots[at].Quantity + quantity };
        }
        else if (quantity > 0)
        {
            lots.Add(new Lot(price, quantity));
        }
    }

    private static IEnumerable<Lot> Parts(Lot lot, long most)
    {
        for (var left = lot.Quantity; left > 0; left -= most)
        {
            yield return lot with { Quantity = Math.Min(left, most) };
        }
    }
}
