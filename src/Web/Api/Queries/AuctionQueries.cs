using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>Auctions: announcements and results for everybody, bids for those whose they are.</summary>
internal static class AuctionQueries
{
    private static readonly Parameter Auction = Parameter.Number("auction", "拍卖编号", "Number of the auction");

    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-auctions",
            "/auctions",
            Audience.Everyone,
            new("拍卖公告与结果", "Announcements and results of auctions"),
            look => look.State.Auctions.Auctions
                .Where(one => look.Call.Wants("status", one.Status)
                    && look.Call.Wants("kind", one.Announcement.Kind))
                .Select(AuctionView.Of),
            one => Query.Key(one.Auction.Value),
            Parameter.Of<AuctionStatus>("status", "拍卖状态", "Where it is"),
            Parameter.Of<AuctionKind>("kind", "拍卖方式", "How bids are taken")),
        Query.One<AuctionView>(
            "get-auction",
            "/auctions/{auction}",
            Audience.Everyone,
            new("一场拍卖", "One auction"),
            look => look.State.Auctions.Find(new AuctionId(look.Call.Get<long>("auction"))) is { } one
                ? AuctionView.Of(one)
                : (AuctionView?)null,
            Auction),
        Query.List(
            "list-auction-entries",
            "/auction-entries",
            Audience.OwnPart,
            new("本单位在拍卖中的报价与结果", "One's own bids and results in auctions"),
            look => look.State.Auctions.Auctions.SelectMany(auction => auction.Entries.Values
                .Where(entry => look.Sight.Of(entry.Holder)
                    && (look.Call.Holder is not { } only || only == entry.Holder))
                .OrderBy(entry => entry.Holder.Value)
                .Select(entry => AuctionEntryShape.Of(auction, entry))),
            one => Query.Key(one.Auction.Value, one.Holder.Value),
            Parameters.Holder),
    ];
}
