using Tanheng.Market.Auctions;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>A line of a bid that is being written.</summary>
/// <param name="Line">Price and quantity.</param>
/// <param name="Counts">How much of it would count.</param>
/// <param name="Fault">Why not all of it; null when all of it does.</param>
public sealed record TicketLine(BidLine Line, Tonnes Counts, Text? Fault);

/// <summary>What a sealed bid would need and how far it would count, before it is sealed.</summary>
/// <param name="Lines">In the order of the bid.</param>
/// <param name="Needed">Collateral for all that counts: the most the bid can cost.</param>
/// <param name="Cap">The most the bidder may buy.</param>
public sealed record BidTicket(IReadOnlyList<TicketLine> Lines, Money Needed, Tonnes Cap)
{
    /// <summary>
    /// Looks at a bid as the clearing will, but for collateral and the group's cap. Refusals in order: bad lines; too
    /// large.
    /// </summary>
    public static Outcome<BidTicket> Of(
        SchemeState state, Auction auction, HolderId holder, IReadOnlyList<BidLine> lines)
    {
        var most = auction.Announcement.Terms.Lines;
        if (lines.Count < 1 || lines.Count > most)
        {
            return AuctionRefusals.BadLines.With(("most", most), ("lines", lines.Count));
        }

        if (lines.Select(line => AuctionAnnouncing.CheckAmount(line.Price, line.Quantity))
            .FirstOrDefault(bad => bad is not null) is { } large)
        {
            return large;
        }

        var bidder = Bidders.Find(state, auction, holder) ?? new Bidder(holder, BidderClass.Covered);
        var reviewed = AuctionMath.Review(state, auction, bidder, lines, long.MaxValue);
        var counts = reviewed.Select(one => (lines[one.Line].Price.Minor, one.Counts)).Where(one => one.Counts > 0);
        var needed = BidReview.Needed(counts);
        if (needed > Prices.MostAmount)
        {
            return AuctionRefusals.TooLarge.With(
                ("most", new Money(Prices.MostAmount, auction.Announcement.Limit.Currency)));
        }

        return new BidTicket(
            [.. reviewed.Select(one => new TicketLine(
                lines[one.Line],
                new Tonnes(one.Counts),
                one.Fault == BidFault.None ? null : CalledAttribute.Of(one.Fault)))],
            new Money(needed, auction.Announcement.Limit.Currency),
            auction.CapOf(bidder.Class));
    }
}
