using System.Numerics;
using Tanheng.Market.Auctions;
using Tanheng.Quantities;

namespace Tanheng.Market.Tests.Auctions;

/// <summary>
/// A second clearing, slow and plain: it asks for every price whether demand suffices, deals out single lots, and
/// compares fractions exactly.
/// </summary>
internal static class NaiveAuction
{
    public static (long? Price, long Sold, Dictionary<long, long> Awards) Clear(
        ClearingRule rule, IReadOnlyList<AuctionBid> bids, Comparison<AuctionBid> draw)
    {
        var awards = bids.ToDictionary(bid => bid.Id, _ => 0L);
        var valid = bids.Where(bid => bid.Price >= rule.Reserve).ToList();
        long Demand(long price) => valid.Where(bid => bid.Price >= price).Sum(bid => bid.Quantity);
        if (valid.Count == 0)
        {
            return (null, 0, awards);
        }

        if (Demand(rule.Reserve) < rule.Offered)
        {
            if (rule.Undersubscribed == Undersubscribed.Void)
            {
                return (null, 0, awards);
            }

            valid.ForEach(bid => awards[bid.Id] = bid.Quantity);
            var low = rule.Undersubscribed == Undersubscribed.Reserve ? rule.Reserve : valid.Min(bid => bid.Price);
            return (low, valid.Sum(bid => bid.Quantity), awards);
        }

        var price = valid.Max(bid => bid.Price);
        while (Demand(price) < rule.Offered)
        {
            price--;
        }

        foreach (var bid in valid.Where(bid => bid.Price > price))
        {
            awards[bid.Id] = bid.Quantity;
        }

        var left = (rule.Offered - Demand(price + 1)) / rule.Lot;
        Deal(rule, [.. valid.Where(bid => bid.Price == price)], left, awards, draw);
        return (price, rule.Offered, awards);
    }

    private static void Deal(
        ClearingRule rule,
        List<AuctionBid> tied,
        long lots,
        Dictionary<long, long> awards,
        Comparison<AuctionBid> draw)
    {
        var all = new BigInteger(tied.Sum(bid => bid.Quantity / rule.Lot));
        var available = new BigInteger(lots);
        if (rule.Marginal is Marginal.ProRata or Marginal.ProRataSeed && available < all)
        {
            foreach (var bid in tied)
            {
                // As many lots as are wholly inside the exact share.
                while ((awards[bid.Id] / rule.Lot + 1) * all <= available * (bid.Quantity / rule.Lot))
                {
                    awards[bid.Id] += rule.Lot;
                    lots--;
                }
            }

            BigInteger Rest(AuctionBid bid) =>
                (available * (bid.Quantity / rule.Lot)) - (all * (awards[bid.Id] / rule.Lot));
            tied.RemoveAll(bid => Rest(bid) == 0);
            tied.Sort((a, b) => rule.Marginal == Marginal.ProRataSeed ? draw(a, b)
                : Rest(b).CompareTo(Rest(a)) is var order && order != 0 ? order : a.Arrival.CompareTo(b.Arrival));
            tied.Take((int)lots).ToList().ForEach(bid => awards[bid.Id] += rule.Lot);
            return;
        }

        tied.Sort((a, b) => rule.Marginal is Marginal.Seed or Marginal.ProRataSeed
            ? draw(a, b)
            : a.Arrival.CompareTo(b.Arrival));
        foreach (var bid in tied)
        {
            while (lots > 0 && awards[bid.Id] < bid.Quantity)
            {
                awards[bid.Id] += rule.Lot;
                lots--;
            }
        }
    }
}
