using Tanheng.Quantities;

namespace Tanheng.Market.Auctions;

/// <summary>Splits what is left among bids that have the same claim to it.</summary>
public static class Shares
{
    /// <summary>
    /// Who gets how much, in the order of service; bids that get nothing are left out. Quantities are multiples of the
    /// lot, and so is what is left; when all bids together ask for less, each gets what it asks for.
    /// </summary>
    public static IEnumerable<Award> Split(
        IReadOnlyList<AuctionBid> bids, long left, long lot, Marginal rule, Comparison<AuctionBid> draw)
    {
        Comparison<AuctionBid> time = (a, b) => a.Arrival.CompareTo(b.Arrival);
        var inOrder = bids.Order(Comparer<AuctionBid>.Create(
            rule is Marginal.Seed or Marginal.ProRataSeed ? draw : time)).ToArray();
        return rule is Marginal.Time or Marginal.Seed || inOrder.Sum(bid => bid.Quantity) <= left
            ? InTurn(inOrder, left)
            : InProportion(inOrder, left / lot, lot, byRemainder: rule == Marginal.ProRata);
    }

    private static IEnumerable<Award> InTurn(AuctionBid[] bids, long left)
    {
        foreach (var bid in bids)
        {
            var part = Math.Min(bid.Quantity, left);
            if (part > 0)
            {
                yield return new Award(bid.Id, part);
            }

            left -= part;
        }
    }

    /// <summary>
    /// Largest remainder: each bid first gets its share of the lots rounded down; the lots that remain, always fewer
    /// than there are bids with a remainder, go one each to the largest remainders, or in the order given.
    /// </summary>
    private static IEnumerable<Award> InProportion(AuctionBid[] bids, long lots, long lot, bool byRemainder)
    {
        var asked = bids.Sum(bid => bid.Quantity / lot);
        var parts = bids.Select((bid, place) => (
            bid.Id,
            Place: place,
            Floor: Round.MultiplyDivide(lots, bid.Quantity / lot, asked, Rounding.Floor),
            Over: (Int128)lots * (bid.Quantity / lot) % asked)).ToArray();
        var spare = lots - parts.Sum(part => part.Floor);
        var lucky = parts.Where(part => part.Over > 0)
            .OrderByDescending(part => byRemainder ? part.Over : 0).ThenBy(part => part.Place)
            .Take((int)spare).Select(part => part.Id).ToHashSet();
        return parts.Select(part => new Award(part.Id, (part.Floor + (lucky.Contains(part.Id) ? 1 : 0)) * lot))
            .Where(award => award.Quantity > 0);
    }
}
