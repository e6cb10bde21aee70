using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Auctions;

namespace Tanheng.Web.Portal;

public static partial class Names
{
    /// <summary>How an auction takes its bids.</summary>
    public static Text Of(AuctionKind kind) => CalledAttribute.Of(kind)!;

    /// <summary>Who gets what is left.</summary>
    public static Text Of(Marginal marginal) => CalledAttribute.Of(marginal)!;

    /// <summary>When bids fall short.</summary>
    public static Text Of(Undersubscribed rule) => CalledAttribute.Of(rule)!;

    /// <summary>What a bidder is.</summary>
    public static Text Of(BidderClass bidder) => CalledAttribute.Of(bidder)!;

    /// <summary>Where an auction is.</summary>
    public static Text OfAuction(AuctionPhase phase, AuctionStatus status) => (phase, status) switch
    {
        (AuctionPhase.Announced, _) => new("已公告", "Announced"),
        (AuctionPhase.Bidding, _) => new("报价中", "Bidding"),
        (AuctionPhase.Opening, _) => new("开启报价中", "Bids are opened"),
        (AuctionPhase.Clearing, _) => new("待结算", "To be cleared"),
        (_, AuctionStatus.Sold) => new("已成交", "Sold"),
        (_, AuctionStatus.Void) => new("流拍", "Nothing sold"),
        _ => new("已取消", "Cancelled"),
    };

    /// <summary>The colour of it.</summary>
    public static string Tone(AuctionPhase phase, AuctionStatus status) => (phase, status) switch
    {
        (AuctionPhase.Bidding, _) => "good",
        (AuctionPhase.Opening or AuctionPhase.Clearing, _) => "warn",
        (_, AuctionStatus.Sold) => "info",
        (_, AuctionStatus.Cancelled) => "bad",
        _ => "",
    };
}
