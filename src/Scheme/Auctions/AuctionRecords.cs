using System.Text.Json.Serialization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>An auction, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<AuctionId>))]
public readonly record struct AuctionId(long Value) : ILongValue<AuctionId>
{
    /// <inheritdoc />
    public static AuctionId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "AU" + Value;
}

/// <summary>What a bidder is to the scheme; caps may differ.</summary>
public enum BidderClass
{
    /// <summary>Has a duty to surrender.</summary>
    [Called("履约单位", "with a duty to surrender")]
    Covered,

    /// <summary>Trades only.</summary>
    [Called("其他参与主体", "other participant")]
    Other,
}

/// <summary>Somebody who may bid.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Class">Which caps hold.</param>
/// <param name="Group">关联方: bidders of one name share a cap; empty for none.</param>
public sealed record Bidder(HolderId Holder, BidderClass Class, string Group = "");

/// <summary>A price and how much is asked for, or offered, at it.</summary>
public sealed record BidLine(Price Price, Tonnes Quantity);

/// <summary>A part of a fixed-price sale.</summary>
public sealed record SaleTier(Price Price, Tonnes Quantity);

/// <summary>The rulebook's rule as it stood at the announcement; it holds until the auction is over.</summary>
public sealed record AuctionTerms(
    Tonnes Lot,
    Money Tick,
    Marginal Marginal,
    Undersubscribed Undersubscribed,
    bool Admission,
    Percent? BidderCap,
    Percent? OtherCap,
    Percent? GroupCap,
    int Lines,
    Percent Forfeit,
    Consignment Consignment,
    bool Whole,
    Money Step)
{
    /// <summary>True when chance may decide.</summary>
    public bool Draws => Marginal is Marginal.Seed or Marginal.ProRataSeed;

    internal static AuctionTerms Of(AuctionRule rule) => new(
        rule.Lot,
        rule.Tick,
        rule.Marginal,
        rule.Undersubscribed,
        rule.Admission,
        rule.BidderCap,
        rule.OtherCap,
        rule.GroupCap,
        rule.Lines,
        rule.Forfeit,
        rule.Consignment,
        rule.Whole,
        rule.Step);
}

/// <summary>公告: what everybody may know of an auction beforehand.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Rule">The rulebook's rule.</param>
/// <param name="Title">Its name.</param>
/// <param name="Kind">How bids are taken.</param>
/// <param name="Side">Sell, or buy where somebody asks for offers.</param>
/// <param name="Instrument">What.</param>
/// <param name="Quantity">How much, without units of others.</param>
/// <param name="Limit">Reserve price or floor; the ceiling where somebody buys; the lowest tier.</param>
/// <param name="Opens">From when on bids are taken.</param>
/// <param name="Closes">The first moment too late.</param>
/// <param name="OpenUntil">The first moment too late to open a sealed bid; of others the same as the close.</param>
/// <param name="Terms">Its rules.</param>
/// <param name="Seed">The digest of the seed; null where nobody draws.</param>
/// <param name="Tiers">Of a fixed-price sale, lowest first.</param>
/// <param name="Holder">Who announced it; null for the authority.</param>
/// <param name="Account">That holder's trading account.</param>
public sealed record Announcement(
    AuctionId Id,
    string Rule,
    Text Title,
    AuctionKind Kind,
    OrderSide Side,
    Asset Instrument,
    Tonnes Quantity,
    Price Limit,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset OpenUntil,
    AuctionTerms Terms,
    Digest? Seed,
    IReadOnlyList<SaleTier> Tiers,
    HolderId? Holder,
    AccountId? Account)
{
    /// <summary>True when the clock decides it by itself.</summary>
    public bool ByClock => Kind != AuctionKind.Sealed && !Terms.Draws;

    /// <summary>What who announced it keeps until it is over.</summary>
    internal long Kept => Holder is null ? 0 : Side == OrderSide.Sell ? Quantity.Value : (Limit * Quantity).Minor;
}

/// <summary>Where an auction is in its life.</summary>
public enum AuctionStatus
{
    /// <summary>Announced and not decided; what can be done says the time.</summary>
    Open,

    /// <summary>All or a part was sold.</summary>
    Sold,

    /// <summary>流拍: nothing was.</summary>
    Void,

    /// <summary>Ended before it was decided.</summary>
    Cancelled,
}

/// <summary>What can be done with an open auction at a time.</summary>
public enum AuctionPhase
{
    /// <summary>Bids are not taken yet.</summary>
    Announced,

    /// <summary>Bids are taken.</summary>
    Bidding,

    /// <summary>Sealed bids are opened.</summary>
    Opening,

    /// <summary>It can be cleared.</summary>
    Clearing,

    /// <summary>Over.</summary>
    Over,
}

/// <summary>One bidder in one auction.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Account">The trading account that keeps and receives.</param>
/// <param name="Kept">Minor units, or tonnes where the auction buys.</param>
/// <param name="Number">Of the bid, in the order of arrival; 0 without one.</param>
/// <param name="Seal">Of a sealed bid.</param>
/// <param name="Lines">Empty while the bid is sealed.</param>
/// <param name="At">When the bid arrived.</param>
/// <param name="Bidder">What the bidder was when the bid arrived: its caps hold for the bid. Null without one.</param>
public sealed record AuctionEntry(
    HolderId Holder,
    AccountId Account,
    long Kept,
    long Number,
    Digest? Seal,
    IReadOnlyList<BidLine> Lines,
    DateTimeOffset At,
    Bidder? Bidder = null)
{
    /// <summary>True when there is a bid, sealed or not.</summary>
    public bool HasBid => Number > 0;

    /// <summary>True when the bid can be read.</summary>
    public bool IsOpen => Lines.Count > 0;
}

/// <summary>委托拍卖: units of a holder in the authority's auction.</summary>
public sealed record ConsignedUnits(HolderId Holder, AccountId Account, Tonnes Quantity);

/// <summary>What a bidder got. Never public.</summary>
public sealed record AuctionAward(HolderId Holder, Price Price, Tonnes Quantity);

/// <summary>结果.</summary>
/// <param name="Price">What everybody pays; null when nothing is sold, and of a sale in tiers.</param>
/// <param name="Offered">With units of others.</param>
/// <param name="Demand">Of bids that counted.</param>
/// <param name="Sold">Whole tonnes.</param>
/// <param name="Amount">What it cost.</param>
/// <param name="Own">How much of it was the authority's, or of who announced it.</param>
/// <param name="Revenue">What went into the revenue account, forfeited collateral included.</param>
/// <param name="Forfeited">Collateral of bids that nobody opened.</param>
/// <param name="Bidders">Whose bids counted.</param>
/// <param name="Unopened">Bids that nobody opened.</param>
/// <param name="Awards">Who got what.</param>
/// <param name="Seed">As it was told; null where nobody drew.</param>
public sealed record AuctionResult(
    Price? Price,
    Tonnes Offered,
    Tonnes Demand,
    Tonnes Sold,
    Money Amount,
    Tonnes Own,
    Money Revenue,
    Money Forfeited,
    int Bidders,
    int Unopened,
    IReadOnlyList<AuctionAward> Awards,
    string? Seed)
{
    /// <summary>How many got something.</summary>
    public int Winners => Awards.Select(award => award.Holder).Distinct().Count();
}
