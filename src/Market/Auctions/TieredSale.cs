using Tanheng.Quantities;

namespace Tanheng.Market.Auctions;

/// <summary>A part of a fixed-price sale.</summary>
/// <param name="Price">Minor units for each tonne.</param>
/// <param name="Quantity">Tonnes, a multiple of the lot.</param>
public readonly record struct Tier(long Price, long Quantity);

/// <summary>What a bid gets of one tier.</summary>
public readonly record struct TierAward(long Id, int Tier, long Quantity);

/// <summary>
/// 固定价格出售: tiers are sold from the lowest price up, each at its own price, to all who accept that price and still lack
/// something; where they ask for more than there is, the rule splits it.
/// </summary>
public static class TieredSale
{
    /// <summary>Who gets how much of which tier, tier by tier.</summary>
    public static IReadOnlyList<TierAward> Clear(
        IReadOnlyList<Tier> tiers,
        IEnumerable<AuctionBid> bids,
        long lot,
        Marginal rule,
        Comparison<AuctionBid> draw)
    {
        var awards = new List<TierAward>();
        var lacking = bids.ToDictionary(bid => bid.Id);
        foreach (var (tier, at) in tiers.Select((tier, at) => (tier, at)).OrderBy(pair => pair.tier.Price))
        {
            var takers = lacking.Values.Where(bid => bid.Price >= tier.Price && bid.Quantity > 0).ToArray();
            foreach (var award in Shares.Split(takers, tier.Quantity, lot, rule, draw))
            {
                awards.Add(new TierAward(award.Id, at, award.Quantity));
                var bid = lacking[award.Id];
                lacking[award.Id] = bid with { Quantity = bid.Quantity - award.Quantity };
            }
        }

        return awards;
    }
}
