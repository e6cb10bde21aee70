using Tanheng.Quantities;

namespace Tanheng.Market.Auctions;

/// <summary>
/// 单一价格拍卖: bids are served from the highest price down until the offer is used up; everybody pays the price of the
/// last bid that gets something. A bid below the reserve price does not count. Demand equal to the offer uses it up.
/// </summary>
public static class UniformAuction
{
    /// <summary>
    /// Clears. <paramref name="draw"/> orders bids where the rule lets chance decide: lower comes first; it is not
    /// asked otherwise. The result does not depend on the order in which the bids are listed.
    /// </summary>
    public static Clearing Clear(ClearingRule rule, IEnumerable<AuctionBid> bids, Comparison<AuctionBid> draw)
    {
        var valid = bids.Where(bid => bid.Price >= rule.Reserve && bid.Quantity > 0)
            .OrderByDescending(bid => bid.Price).ThenBy(bid => bid.Arrival).ToArray();
        var demand = valid.Sum(bid => bid.Quantity);
        if (valid.Length == 0 || rule.Offered == 0)
        {
            return new Clearing(null, demand, 0, []);
        }

        if (demand < rule.Offered)
        {
            return Short(rule, valid, demand);
        }

        var (price, above) = LastPrice(valid, rule.Offered);
        var awards = valid.Where(bid => bid.Price > price).Select(bid => new Award(bid.Id, bid.Quantity))
            .Concat(Shares.Split(
                [.. valid.Where(bid => bid.Price == price)], rule.Offered - above, rule.Lot, rule.Marginal, draw));
        return new Clearing(price, demand, rule.Offered, [.. awards]);
    }

    private static Clearing Short(ClearingRule rule, AuctionBid[] valid, long demand) => rule.Undersubscribed switch
    {
        Undersubscribed.Void => new Clearing(null, demand, 0, []),
        var other => new Clearing(
            other == Undersubscribed.Reserve ? rule.Reserve : valid[^1].Price,
            demand,
            demand,
            [.. valid.Select(bid => new Award(bid.Id, bid.Quantity))]),
    };

    /// <summary>The price at which demand reaches the offer, and how much is asked for above it.</summary>
    private static (long Price, long Above) LastPrice(AuctionBid[] best, long offered)
    {
        var (above, sum, price) = (0L, 0L, best[0].Price);
        foreach (var bid in best)
        {
            if (bid.Price != price)
            {
                if (sum >= offered)
                {
                    break;
                }

                (price, above) = (bid.Price, sum);
            }

            sum += bid.Quantity;
        }

        return (price, above);
    }
}
