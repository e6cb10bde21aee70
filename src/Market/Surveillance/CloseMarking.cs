using Tanheng.Quantities;

namespace Tanheng.Market.Surveillance;

/// <summary>Somebody who moved the price in the last minutes.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Bought">True when the price rose and it bought.</param>
/// <param name="Quantity">Its tonnes of these minutes, on that side.</param>
/// <param name="Trades">They.</param>
public sealed record Marker(long Holder, bool Bought, long Quantity, IReadOnlyList<long> Trades);

/// <summary>The last minutes of a day against the day before them.</summary>
/// <param name="Volume">Tonnes of these minutes.</param>
/// <param name="Amount">What they cost, in minor units.</param>
/// <param name="BeforeVolume">Tonnes before them; 1 where there were none and the previous close stands in.</param>
/// <param name="BeforeAmount">What those cost.</param>
/// <param name="Markers">Who had enough of the side that moved the price, by number.</param>
public sealed record LateMove(
    long Volume, Int128 Amount, long BeforeVolume, Int128 BeforeAmount, IReadOnlyList<Marker> Markers)
{
    /// <summary>The move in basis points of the average before, without its sign, rounded down.</summary>
    public long MoveBasisPoints => Shares.BasisPoints(
        Int128.Abs((Amount * BeforeVolume) - (BeforeAmount * Volume)), BeforeAmount * Volume);
}

/// <summary>
/// 尾市操纵: average price of the last minutes = Σ amount / Σ tonnes of their trades; the same of the trades before them,
/// or the previous close when there were none. Has it moved enough, whoever bought (it rose) or sold (it fell) a large
/// enough share of the tonnes of these minutes is named.
/// </summary>
public static class CloseMarking
{
    /// <summary>The last minutes of a day; null when too little traded or the price has not moved enough.</summary>
    /// <param name="fills">The day's listed trades, in order.</param>
    /// <param name="from">When the last minutes begin.</param>
    /// <param name="previousClose">Minor units for each tonne.</param>
    /// <param name="least">Tonnes of the last minutes.</param>
    /// <param name="move">Of the average price.</param>
    /// <param name="share">Of the tonnes of the last minutes.</param>
    public static LateMove? Find(
        IReadOnlyList<Fill> fills, DateTimeOffset from, long previousClose, long least, Percent move, Percent share)
    {
        var late = fills.Where(fill => fill.At >= from).ToList();
        var (volume, amount) = Sum(late);
        var (beforeVolume, beforeAmount) = Sum(fills.Take(fills.Count - late.Count));
        if (beforeVolume == 0)
        {
            (beforeVolume, beforeAmount) = (1, previousClose);
        }

        var difference = (amount * beforeVolume) - (beforeAmount * volume);
        if (volume == 0 || volume < least || difference == 0
            || !Shares.Reaches(Int128.Abs(difference), beforeAmount * volume, move))
        {
            return null;
        }

        var rose = difference > 0;
        var markers = late.GroupBy(fill => rose ? fill.Buyer : fill.Seller)
            .Select(group => new Marker(
                group.Key, rose, group.Sum(fill => fill.Quantity), [.. group.Select(fill => fill.Trade)]))
            .Where(marker => Shares.Reaches(marker.Quantity, volume, share))
            .OrderBy(marker => marker.Holder)
            .ToList();
        return new LateMove(volume, amount, beforeVolume, beforeAmount, markers);
    }

    private static (long Volume, Int128 Amount) Sum(IEnumerable<Fill> fills)
    {
        var (volume, amount) = (0L, (Int128)0);
        foreach (var fill in fills)
        {
            volume = checked(volume + fill.Quantity);
            amount += (Int128)fill.Price * fill.Quantity;
        }

        return (volume, amount);
    }
}
