using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>公开报价: bids in single-direction bidding, or asks for a part of a fixed-price sale.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Auction">Where.</param>
/// <param name="Price">Of bidding: the bid. Of a sale: the dearest tier it would buy from.</param>
/// <param name="Quantity">Whole tonnes.</param>
public sealed record PlaceBid(HolderId Holder, AuctionId Auction, Price Price, Tonnes Quantity) : Command, IForHolder;

/// <summary>A bid stands in place of the bidder's last; what it needs is kept.</summary>
public sealed record BidPlaced(
    AuctionId Auction,
    HolderId Holder,
    AccountId Account,
    long Number,
    BidLine Line,
    long Kept,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// A public bid gets better only: by the rule's step over the bidder's own last, or over everybody's where all is sold
/// as a whole, and of no smaller quantity. Refusals in order: no exchange, exchange not opened; unknown auction,
/// auction over, of another kind; not bidding; bad lot, not the whole; bad price, beyond the limit; too large; own
/// auction, bidder not admitted; unknown holder, holder not active; no trading account; those of the account's status;
/// beyond the cap (the bidder's, the group's); bid binding (less than before), not better; position limit; units short,
/// cash short.
/// </summary>
public static class PublicBids
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<PlaceBid>("place-bid", Permission.OfHolder(), Decide)
        .Event<BidPlaced>("bid-placed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, PlaceBid command)
    {
        if (!AuctionLookup.OfKind(state, command.Auction, isSealed: false).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        if ((AuctionLookup.CheckBidding(state, auction, context.Time)
            ?? TradingHalts.Check(state, auction.Announcement.Instrument)
            ?? CheckTerms(auction, command)) is { } bad)
        {
            return bad;
        }

        if (!Bidders.AccountOf(state, auction, command.Holder).Try(out var account, out refusal))
        {
            return refusal;
        }

        var entry = auction.Entries.GetValueOrDefault(command.Holder);
        var isSale = auction.Announcement.Side == OrderSide.Sell;
        var beyond = isSale
            ? Positions.Check(state, command.Holder, auction.Announcement.Instrument, command.Quantity)
            : null;
        if ((CheckCaps(state, auction, command) ?? CheckBetter(auction, entry, command) ?? beyond) is { } no)
        {
            return no;
        }

        var kept = isSale ? (command.Price * command.Quantity).Minor : command.Quantity.Value;
        return Keeping.Change(state, account, auction.Stake, entry?.Kept ?? 0, kept)
            .Try(out var transactions, out refusal)
            ? Decision.Of(new BidPlaced(
                auction.Id,
                command.Holder,
                account,
                auction.NextBid,
                new BidLine(command.Price, command.Quantity),
                kept,
                transactions))
            : refusal;
    }

    private static Refusal? CheckTerms(Auction auction, PlaceBid command)
    {
        var (announcement, terms) = (auction.Announcement, auction.Announcement.Terms);
        if (AuctionAnnouncing.CheckLot(terms.Lot, command.Quantity) is { } lot)
        {
            return lot;
        }

        if (terms.Whole && command.Quantity != auction.Offered)
        {
            return AuctionRefusals.NotTheWhole.With(("whole", auction.Offered));
        }

        if (AuctionAnnouncing.CheckPrice(terms.Tick, command.Price) is { } price)
        {
            return price;
        }

        var isBeyond = announcement.Side == OrderSide.Sell
            ? command.Price < announcement.Limit
            : command.Price > announcement.Limit;
        return isBeyond
            ? AuctionRefusals.BeyondLimit.With(("price", command.Price), ("limit", announcement.Limit))
            : AuctionAnnouncing.CheckAmount(command.Price, command.Quantity);
    }

    private static Refusal? CheckCaps(SchemeState state, Auction auction, PlaceBid command)
    {
        var bidder = Bidders.Find(state, auction, command.Holder)!;
        if (auction.CapOf(bidder.Class) is var cap && command.Quantity > cap)
        {
            return AuctionRefusals.BeyondCap.With(
                ("quantity", command.Quantity), ("cap", cap), ("whose", bidder.Class));
        }

        if (bidder.Group.Length == 0 || auction.GroupCap is not { } together)
        {
            return null;
        }

        var others = auction.Bids.Where(entry => entry.Holder != command.Holder
            && entry.Bidder?.Group == bidder.Group);
        var sum = command.Quantity + new Tonnes(others.Sum(entry => entry.Lines.Sum(line => line.Quantity.Value)));
        return sum > together
            ? AuctionRefusals.BeyondCap.With(("quantity", sum), ("cap", together), ("whose", bidder.Group))
            : null;
    }

    private static Refusal? CheckBetter(Auction auction, AuctionEntry? own, PlaceBid command)
    {
        var announcement = auction.Announcement;
        if (announcement.Kind != AuctionKind.Ascending)
        {
            return null;
        }

        if (own is { HasBid: true } && command.Quantity < own.Lines[0].Quantity)
        {
            return AuctionRefusals.Binding.With();
        }

        var rivals = announcement.Terms.Whole ? auction.Bids : auction.Bids.Where(entry => entry == own);
        var prices = rivals.Select(entry => entry.Lines[0].Price.Minor).ToArray();
        if (prices.Length == 0)
        {
            return null;
        }

        var isSale = announcement.Side == OrderSide.Sell;
        var (best, step) = (isSale ? prices.Max() : prices.Min(), announcement.Terms.Step);
        return (isSale ? command.Price.Minor - best : best - command.Price.Minor) >= step.Minor
            ? null
            : AuctionRefusals.NotBetter.With(
                ("price", command.Price), ("best", new Price(best, command.Price.Currency)), ("step", step));
    }

    private static void Apply(SchemeState state, in Context context, BidPlaced happened)
    {
        Keeping.Post(state, happened);
        var auction = state.Auctions.Find(happened.Auction)!;
        auction.NextBid = happened.Number + 1;
        auction.Entries[happened.Holder] = new AuctionEntry(
            happened.Holder,
            happened.Account,
            happened.Kept,
            happened.Number,
            null,
            [happened.Line],
            context.Time,
            Bidders.Find(state, auction, happened.Holder));
    }
}
