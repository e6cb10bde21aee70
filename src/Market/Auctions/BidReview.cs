using Tanheng.Quantities;

namespace Tanheng.Market.Auctions;

/// <summary>Why a line of a bid counts for less than it asks for.</summary>
public enum BidFault
{
    /// <summary>It counts in full.</summary>
    None,

    /// <summary>Nothing, or not a multiple of the lot.</summary>
    [Called("数量须大于零且为最小单位的整数倍", "not a multiple of the lot")]
    BadLot,

    /// <summary>Not a multiple of the smallest price step.</summary>
    [Called("价格不是最小变动价位的整数倍", "not a multiple of the price step")]
    OffTick,

    /// <summary>Below the reserve price.</summary>
    [Called("低于保留价", "below the reserve price")]
    BelowReserve,

    /// <summary>More than one bidder may buy.</summary>
    [Called("超过购买上限", "beyond the purchase limit")]
    BeyondCap,

    /// <summary>More than what is kept pays for.</summary>
    [Called("超过保证金", "beyond the collateral")]
    BeyondCollateral,

    /// <summary>More than the bidders of one group may buy together.</summary>
    [Called("超过关联方合计上限", "beyond the group's limit")]
    BeyondGroupCap,
}

/// <summary>What one bidder's lines are held against.</summary>
/// <param name="Reserve">Lowest price, minor units for each tonne.</param>
/// <param name="Lot">Of quantities.</param>
/// <param name="Tick">Of prices.</param>
/// <param name="Cap">Most tonnes one bidder may buy.</param>
/// <param name="Collateral">What is kept, minor units.</param>
public sealed record BidLimits(long Reserve, long Lot, long Tick, long Cap, long Collateral);

/// <summary>A line as it counts.</summary>
/// <param name="Line">Its place in the bid, from 0.</param>
/// <param name="Counts">Tonnes, whole lots, at most what it asks for.</param>
/// <param name="Fault">Why not all of it.</param>
public readonly record struct ReviewedLine(int Line, long Counts, BidFault Fault);

/// <summary>
/// What counts of a bid. From the highest price down each line counts as far, in whole lots, as the bidder's cap and
/// its collateral reach. As everybody pays one price, a bid costs at most max over its lines of price × tonnes asked
/// for at that price or above; that has to be kept, not the sum of all lines.
/// </summary>
public static class BidReview
{
    /// <summary>One bidder's lines, in the order of the bid.</summary>
    public static IReadOnlyList<ReviewedLine> Of(
        IReadOnlyList<(long Price, long Quantity)> lines, BidLimits limits)
    {
        var reviewed = new ReviewedLine[lines.Count];
        var counted = 0L;
        foreach (var (line, at) in lines.Select((line, at) => (line, at))
            .OrderByDescending(pair => pair.line.Price).ThenBy(pair => pair.at))
        {
            var fault = Fault(line, limits);
            var counts = 0L;
            if (fault == BidFault.None)
            {
                var byCap = Whole(limits.Cap - counted, limits.Lot);
                var byMoney = Whole(Affordable(limits.Collateral, line.Price) - counted, limits.Lot);
                counts = Math.Min(line.Quantity, Math.Min(byCap, byMoney));
                fault = counts == line.Quantity ? BidFault.None
                    : byCap <= byMoney ? BidFault.BeyondCap : BidFault.BeyondCollateral;
            }

            counted += counts;
            reviewed[at] = new ReviewedLine(at, counts, fault);
        }

        return reviewed;
    }

    /// <summary>What must be kept for all lines to count; 0 for none.</summary>
    /// <exception cref="OverflowException">Price times quantity does not fit.</exception>
    public static long Needed(IEnumerable<(long Price, long Quantity)> lines)
    {
        var (most, sum) = (0L, 0L);
        foreach (var (price, quantity) in lines.OrderByDescending(line => line.Price))
        {
            sum += quantity;
            most = Math.Max(most, sum * price);
        }

        return most;
    }

    /// <summary>How much of bids of one group counts, by id: the best prices first, then the earlier.</summary>
    public static IReadOnlyDictionary<long, long> OfGroup(IEnumerable<AuctionBid> bids, long cap, long lot)
    {
        var counts = new Dictionary<long, long>();
        var left = Math.Max(0, cap);
        foreach (var bid in bids.OrderByDescending(bid => bid.Price).ThenBy(bid => bid.Arrival))
        {
            var part = Math.Min(bid.Quantity, Whole(left, lot));
            counts.Add(bid.Id, part);
            left -= part;
        }

        return counts;
    }

    private static BidFault Fault((long Price, long Quantity) line, BidLimits limits) => line switch
    {
        { Quantity: <= 0 } => BidFault.BadLot,
        _ when line.Quantity % limits.Lot != 0 => BidFault.BadLot,
        { Price: <= 0 } => BidFault.OffTick,
        _ when line.Price % limits.Tick != 0 => BidFault.OffTick,
        _ when line.Price < limits.Reserve => BidFault.BelowReserve,
        _ => BidFault.None,
    };

    private static long Affordable(long money, long price) => Round.Divide(money, price, Rounding.Floor);

    private static long Whole(long quantity, long lot) => quantity <= 0 ? 0 : quantity - (quantity % lot);
}
