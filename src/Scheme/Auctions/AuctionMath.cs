using Tanheng.Market.Auctions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>What the bids of an auction arrive at.</summary>
internal sealed record Cleared(Price? Price, Tonnes Demand, int Bidders, IReadOnlyList<AuctionAward> Awards)
{
    public Tonnes Sold => new(Awards.Sum(award => award.Quantity.Value));

    public Money Amount(Currency currency) =>
        new(Awards.Sum(award => (award.Price * award.Quantity).Minor), currency);
}

/// <summary>Turns the bids of an auction into awards. A purchase is a sale in negative prices.</summary>
internal static class AuctionMath
{
    /// <summary>A bid's number and its line in one id.</summary>
    private const int LineBits = 20;

    public static Cleared Clear(SchemeState state, Auction auction, string? seed)
    {
        var announcement = auction.Announcement;
        var holders = auction.Bids.ToDictionary(entry => entry.Number, entry => entry.Holder);
        var bids = Counting(state, auction);
        var draw = Order(auction, seed);
        HolderId HolderOf(long id) => holders[id >> LineBits];
        var bidders = bids.Where(bid => bid.Quantity > 0).Select(bid => HolderOf(bid.Id)).Distinct().Count();
        var demand = new Tonnes(bids.Sum(bid => bid.Quantity));
        var terms = announcement.Terms;
        var currency = announcement.Limit.Currency;
        if (announcement.Kind == AuctionKind.FixedPrice)
        {
            var tiers = announcement.Tiers.Select(tier => new Tier(tier.Price.Minor, tier.Quantity.Value)).ToArray();
            var awards = TieredSale.Clear(tiers, bids, terms.Lot.Value, terms.Marginal, draw)
                .Select(award => new AuctionAward(
                    HolderOf(award.Id), announcement.Tiers[award.Tier].Price, new Tonnes(award.Quantity))).ToArray();
            var prices = awards.Select(award => award.Price).Distinct().ToArray();
            return new Cleared(prices.Length == 1 ? prices[0] : null, demand, bidders, awards);
        }

        var clearing = UniformAuction.Clear(
            new ClearingRule(
                Offered(state, auction).Value,
                Sign(announcement) * announcement.Limit.Minor,
                terms.Lot.Value,
                terms.Marginal,
                terms.Undersubscribed),
            bids,
            draw);
        if (clearing.Price is not { } minor)
        {
            return new Cleared(null, demand, bidders, []);
        }

        var price = new Price(Sign(announcement) * minor, currency);
        return new Cleared(price, demand, bidders, [.. clearing.Awards.GroupBy(award => HolderOf(award.Id))
            .Select(group => new AuctionAward(group.Key, price, new Tonnes(group.Sum(one => one.Quantity))))]);
    }

    /// <summary>What counts of a sealed bid of these lines, line by line.</summary>
    public static IReadOnlyList<ReviewedLine> Review(
        SchemeState state, Auction auction, Bidder bidder, IReadOnlyList<BidLine> lines, long collateral)
    {
        var (announcement, terms) = (auction.Announcement, auction.Announcement.Terms);
        var cap = auction.CapOf(bidder.Class).Value;
        var room = Positions.Room(state, bidder.Holder, announcement.Instrument);
        return BidReview.Of(
            [.. lines.Select(line => (line.Price.Currency == terms.Tick.Currency ? line.Price.Minor : 0,
                line.Quantity.Value))],
            new BidLimits(
                announcement.Limit.Minor, terms.Lot.Value, terms.Tick.Minor, Math.Min(cap, room), collateral));
    }

    private static int Sign(Announcement announcement) => announcement.Side == OrderSide.Sell ? 1 : -1;

    /// <summary>
    /// What is offered when it is decided: nothing of anybody who may no longer trade, and no more to a buyer than its
    /// position leaves room for.
    /// </summary>
    public static Tonnes Offered(SchemeState state, Auction auction)
    {
        var announcement = auction.Announcement;
        var own = announcement.Quantity;
        if (announcement is { Holder: { } holder, Account: { } account })
        {
            var room = announcement.Side == OrderSide.Buy
                ? Positions.Room(state, holder, announcement.Instrument)
                : long.MaxValue;
            own = Exchange.MayTrade(state, holder, account, announcement.Side)
                ? InLots(auction, Math.Min(own.Value, room))
                : Tonnes.Zero;
        }

        return own + new Tonnes(Consigned(state, auction).Sum(one => one.Quantity.Value));
    }

    /// <summary>Units of others whose owners may still sell, in the order of their owners.</summary>
    public static IEnumerable<ConsignedUnits> Consigned(SchemeState state, Auction auction) => auction.Consigned.Values
        .Where(one => Exchange.MayTrade(state, one.Holder, one.Account, OrderSide.Sell))
        .OrderBy(one => one.Holder.Value);

    private static Tonnes InLots(Auction auction, long tonnes)
    {
        var lot = auction.Announcement.Terms.Lot.Value;
        return new Tonnes(tonnes / lot * lot);
    }

    private static List<AuctionBid> Counting(SchemeState state, Auction auction)
    {
        var bids = new List<AuctionBid>();
        var side = auction.Announcement.Side == OrderSide.Sell ? OrderSide.Buy : OrderSide.Sell;
        foreach (var entry in auction.Bids
            .Where(entry => entry.IsOpen && Exchange.MayTrade(state, entry.Holder, entry.Account, side)))
        {
            var room = side == OrderSide.Buy
                ? Positions.Room(state, entry.Holder, auction.Announcement.Instrument)
                : long.MaxValue;
            var counts = auction.Announcement.Kind == AuctionKind.Sealed
                ? Review(state, auction, entry.Bidder!, entry.Lines, entry.Kept).Select(line => line.Counts).ToArray()
                : WithinRoom(auction, entry.Lines, room);
            bids.AddRange(entry.Lines.Select((line, at) => new AuctionBid(
                (entry.Number << LineBits) + at,
                Sign(auction.Announcement) * line.Price.Minor,
                counts[at],
                (entry.Number << LineBits) + at)));
        }

        return auction.GroupCap is { } cap ? Grouped(auction, bids, cap) : bids;
    }

    /// <summary>Lines of a bid, in their order, as far as the position leaves room.</summary>
    private static long[] WithinRoom(Auction auction, IReadOnlyList<BidLine> lines, long room)
    {
        var counts = new long[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            counts[i] = Math.Min(lines[i].Quantity.Value, InLots(auction, room).Value);
            room -= counts[i];
        }

        return counts;
    }

    private static List<AuctionBid> Grouped(Auction auction, List<AuctionBid> bids, Tonnes cap)
    {
        var groups = auction.Bids.ToDictionary(entry => entry.Number, entry => entry.Bidder?.Group ?? "");
        var counts = bids.GroupBy(bid => groups[bid.Id >> LineBits]).Where(group => group.Key.Length > 0)
            .SelectMany(group => BidReview.OfGroup(group, cap.Value, auction.Announcement.Terms.Lot.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        return [.. bids.Select(bid => counts.TryGetValue(bid.Id, out var left) ? bid with { Quantity = left } : bid)];
    }

    private static Comparison<AuctionBid> Order(Auction auction, string? seed)
    {
        if (seed is null)
        {
            return (a, b) => a.Arrival.CompareTo(b.Arrival);
        }

        var basis = Draw.Basis(seed, auction.Id.ToString(), auction.Bids.Select(entry => entry.Seal ?? default));
        return Draw.Order(basis, bid => bid.Id >> LineBits);
    }
}
