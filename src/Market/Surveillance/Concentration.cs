using Tanheng.Quantities;

namespace Tanheng.Market.Surveillance;

/// <summary>Somebody's part of a day, on the side on which it had more.</summary>
public sealed record Concentrated(long Holder, bool Bought, long Quantity, IReadOnlyList<long> Trades);

/// <summary>成交集中: whoever bought, or sold, a large share of all tonnes of a day.</summary>
public static class Concentration
{
    /// <summary>Those who reach the share, by number; nobody on a day with too little trade.</summary>
    public static IReadOnlyList<Concentrated> Find(IReadOnlyList<Fill> fills, long least, Percent share)
    {
        var volume = fills.Sum(fill => fill.Quantity);
        if (volume == 0 || volume < least)
        {
            return [];
        }

        var sides = new Dictionary<long, (long Bought, long Sold)>();
        foreach (var fill in fills)
        {
            var (bought, sold) = sides.GetValueOrDefault(fill.Buyer);
            sides[fill.Buyer] = (bought + fill.Quantity, sold);
            (bought, sold) = sides.GetValueOrDefault(fill.Seller);
            sides[fill.Seller] = (bought, sold + fill.Quantity);
        }

        return [.. sides
            .Where(side => Shares.Reaches(Math.Max(side.Value.Bought, side.Value.Sold), volume, share))
            .OrderBy(side => side.Key)
            .Select(side => Of(side.Key, side.Value.Bought, side.Value.Sold, fills))];
    }

    private static Concentrated Of(long holder, long bought, long sold, IReadOnlyList<Fill> fills)
    {
        var buys = bought >= sold;
        return new Concentrated(
            holder,
            buys,
            Math.Max(bought, sold),
            [.. fills.Where(fill => (buys ? fill.Buyer : fill.Seller) == holder).Select(fill => fill.Trade)]);
    }
}
