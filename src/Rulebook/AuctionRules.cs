using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>How an auction takes its bids.</summary>
public enum AuctionKind
{
    /// <summary>Sealed bids, opened after the close, one price for all.</summary>
    [Called("密封单一价格拍卖", "sealed uniform-price auction")]
    Sealed,

    /// <summary>Public bids that go up, or down where somebody buys; decided when the period ends.</summary>
    [Called("单向竞价", "single-direction bidding")]
    Ascending,

    /// <summary>A sale at the prices of its tiers, decided when the period ends.</summary>
    [Called("固定价格出售", "fixed-price sale")]
    FixedPrice,
}

/// <summary>Whether holders may have their units sold in the authority's auction, and when they are sold.</summary>
public enum Consignment
{
    /// <summary>No units of holders.</summary>
    None,

    /// <summary>Before the authority's own.</summary>
    First,

    /// <summary>After the authority's own.</summary>
    Last,
}

/// <summary>拍卖、竞价: one way in which a market sells by auction.</summary>
public sealed record AuctionRule : Rule
{
    /// <summary>Its name in announcements.</summary>
    public required string Name { get; init; }

    /// <summary>What readers call it.</summary>
    public required Text Title { get; init; }

    /// <summary>How bids are taken.</summary>
    public required AuctionKind Kind { get; init; }

    /// <summary>Every quantity is a multiple of it.</summary>
    public required Tonnes Lot { get; init; }

    /// <summary>Every price is a multiple of it, money for each tonne.</summary>
    public required Money Tick { get; init; }

    /// <summary>Who gets what is left at the last price.</summary>
    public required Marginal Marginal { get; init; }

    /// <summary>When bids do not take up the offer; a fixed-price sale always sells what is asked for.</summary>
    public Undersubscribed Undersubscribed { get; init; }

    /// <summary>No reserve price is below it; null where nobody has set one.</summary>
    public Money? LowestPrice { get; init; }

    /// <summary>Hours from the announcement to the first bid, at least.</summary>
    public int NoticeHours { get; init; }

    /// <summary>True when only bidders that were admitted may bid.</summary>
    public required bool Admission { get; init; }

    /// <summary>The most one bidder may buy, of what is offered; null for all of it.</summary>
    public Percent? BidderCap { get; init; }

    /// <summary>The same for bidders without a duty to surrender; null where they are like the others.</summary>
    public Percent? OtherCap { get; init; }

    /// <summary>The most the bidders of one group may buy together; null for all of it.</summary>
    public Percent? GroupCap { get; init; }

    /// <summary>Prices that one sealed bid may name, at most.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>Hours after the close in which sealed bids are opened.</summary>
    public int OpeningHours { get; init; }

    /// <summary>What who does not open its bid loses, of its collateral.</summary>
    public Percent Forfeit { get; init; }

    /// <summary>Units of holders in the authority's auction.</summary>
    public Consignment Consignment { get; init; }

    /// <summary>整体竞价: true when one bidder takes all there is.</summary>
    public bool Whole { get; init; }

    /// <summary>
    /// By how much a public bid must be better than the bidder's last, or, of the whole, than the best.
    /// </summary>
    public Money Step { get; init; }

    /// <summary>The prices of a fixed-price sale, lowest first, money for each tonne.</summary>
    public IReadOnlyList<Money> Tiers { get; init; } = [];

    /// <summary>True when chance may decide: the announcement then needs the digest of a seed.</summary>
    public bool Draws => Marginal is Marginal.Seed or Marginal.ProRataSeed;
}
