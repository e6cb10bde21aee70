using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A price and how much is asked for, or offered, at it.</summary>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">Tonnes.</param>
public sealed record PriceAndQuantity(Amount Price, Tonnes Quantity)
{
    /// <summary>As it is answered.</summary>
    public static PriceAndQuantity Of(Price price, Tonnes quantity) => new(Amount.Of((Price?)price)!, quantity);
}

/// <summary>The result of an auction; it names nobody.</summary>
/// <param name="Price">In minor units for a tonne; left out when nothing was sold, and of several tiers.</param>
/// <param name="Sold">What was sold.</param>
/// <param name="Demand">Tonnes of bids that counted; over what was offered it is the cover ratio.</param>
/// <param name="Amount">What it cost.</param>
/// <param name="Bidders">How many bids counted.</param>
/// <param name="Winners">How many got something.</param>
/// <param name="Unopened">Sealed bids that nobody opened.</param>
/// <param name="Seed">The seed of the draw; left out where nobody drew.</param>
public sealed record AuctionResultView(
    Amount? Price, Tonnes Sold, Tonnes Demand, Amount Amount, int Bidders, int Winners, int Unopened, string? Seed)
{
    /// <summary>As it is answered; null for none.</summary>
    public static AuctionResultView? Of(AuctionResult? one) => one is null ? null : new AuctionResultView(
        Shapes.Amount.Of(one.Price),
        one.Sold,
        one.Demand,
        Shapes.Amount.Of((Money?)one.Amount)!,
        one.Bidders,
        one.Winners,
        one.Unopened,
        one.Seed);
}

/// <summary>What everybody may know of an auction.</summary>
/// <param name="Auction">Its number.</param>
/// <param name="Rule">The rulebook's rule.</param>
/// <param name="Title">Its name.</param>
/// <param name="Kind">How bids are taken.</param>
/// <param name="Side">Sell, or buy where offers are asked for.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Offered">Tonnes, units of holders included.</param>
/// <param name="Limit">Reserve price, floor or ceiling, in minor units for a tonne.</param>
/// <param name="Opens">From when on bids are taken.</param>
/// <param name="Closes">The first moment too late.</param>
/// <param name="OpenUntil">The first moment too late to open a sealed bid.</param>
/// <param name="Status">Where it is.</param>
/// <param name="SeedDigest">SHA-256 of the seed; left out where nobody draws.</param>
/// <param name="Tiers">Of a fixed-price sale, lowest first.</param>
/// <param name="Bids">How many bids there are.</param>
/// <param name="Result">Left out until it is decided.</param>
public sealed record AuctionView(
    AuctionId Auction,
    string Rule,
    Text Title,
    AuctionKind Kind,
    OrderSide Side,
    Asset Instrument,
    Tonnes Offered,
    Amount Limit,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset OpenUntil,
    AuctionStatus Status,
    Digest? SeedDigest,
    IReadOnlyList<PriceAndQuantity> Tiers,
    int Bids,
    AuctionResultView? Result)
{
    /// <summary>As it is answered.</summary>
    public static AuctionView Of(Auction auction) => new(
        auction.Id,
        auction.Announcement.Rule,
        auction.Announcement.Title,
        auction.Announcement.Kind,
        auction.Announcement.Side,
        auction.Announcement.Instrument,
        auction.Offered,
        Amount.Of((Price?)auction.Announcement.Limit)!,
        auction.Announcement.Opens,
        auction.Announcement.Closes,
        auction.Announcement.OpenUntil,
        auction.Status,
        auction.Announcement.Seed,
        [.. auction.Announcement.Tiers.Select(tier => PriceAndQuantity.Of(tier.Price, tier.Quantity))],
        auction.Bids.Count(),
        AuctionResultView.Of(auction.Result));
}

/// <summary>One holder in one auction. A bid that is sealed has no lines for anybody.</summary>
/// <param name="Auction">Which.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Kept">Minor units of money, or tonnes where the auction buys; nothing once it is over.</param>
/// <param name="Number">Of the bid, in the order of arrival; 0 without one.</param>
/// <param name="Seal">Of a sealed bid.</param>
/// <param name="Lines">Empty while the bid is sealed.</param>
/// <param name="Won">What it got, or sold where the auction buys.</param>
public sealed record AuctionEntryShape(
    AuctionId Auction,
    HolderId Holder,
    long Kept,
    long Number,
    Digest? Seal,
    IReadOnlyList<PriceAndQuantity> Lines,
    IReadOnlyList<PriceAndQuantity> Won)
{
    /// <summary>As it is answered.</summary>
    public static AuctionEntryShape Of(Auction auction, AuctionEntry entry) => new(
        auction.Id,
        entry.Holder,
        auction.Status == AuctionStatus.Open ? entry.Kept : 0,
        entry.Number,
        entry.Seal,
        [.. entry.Lines.Select(line => PriceAndQuantity.Of(line.Price, line.Quantity))],
        [.. (auction.Result?.Awards ?? []).Where(award => award.Holder == entry.Holder)
            .Select(award => PriceAndQuantity.Of(award.Price, award.Quantity))]);
}
