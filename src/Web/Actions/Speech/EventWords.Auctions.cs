using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    /// <summary>Auctions. A result names nobody: what was sold is for all, who got it is not.</summary>
    private static void AddAuctions()
    {
        AddBids();
        Add<AuctionAnnounced>((e, n) => Say(
            "公告{kind} {id}（{title}）：{quantity}，限价 {price}。",
            "Auction {id} ({title}, {kind}) is announced: {quantity}, limit {price}.",
            ("kind", CalledAttribute.Of(e.Announcement.Kind)), ("id", e.Announcement.Id),
            ("title", e.Announcement.Title),
            ("quantity", Naming.Quantity(e.Announcement.Instrument, e.Announcement.Quantity.Value)),
            ("price", e.Announcement.Limit)));
        Add<AuctionCleared>((e, n) => e.Result.Sold == Tonnes.Zero
            ? Say(
                "拍卖 {id} 流拍，有效申报 {demand}。", "Nothing is sold in auction {id}; bids that count: {demand}.",
                ("id", e.Auction), ("demand", e.Result.Demand))
            : Say(
                "拍卖 {id} 成交 {sold}，价格 {price}，金额 {amount}。",
                "Auction {id} sells {sold} at {price}, amount {amount}.",
                ("id", e.Auction), ("sold", e.Result.Sold),
                ("price", e.Result.Price is { } price ? price.ToString() : Words.AuctionByTier),
                ("amount", e.Result.Amount)));
        Add<AuctionPostponed>((e, n) => Say(
            "拍卖 {id} 因停牌（{reason}）暂不成交，复牌时再定。",
            "Auction {id} is not decided while trading is halted ({reason}), but when the halt ends.",
            ("id", e.Auction), ("reason", e.Reason)));
        Add<AuctionCancelled>((e, n) => Say(
            "取消拍卖 {id}：{reason}。", "Auction {id} is cancelled: {reason}.", ("id", e.Auction), ("reason", e.Reason)));
        Add<AuctionsLeft>((e, n) => Say(
            "{holder} 的标的失效，退出拍卖 {count} 场。", "Units of {holder} become void and leave {count} auctions.",
            ("holder", n.Holder(e.Holder)), ("count", e.Ended.Count + e.Left.Count)));
        Add<BidderAdmitted>((e, n) => Say(
            "授予 {holder} 竞买资格（{class}）。", "{holder} is admitted to auctions ({class}).",
            ("holder", n.Holder(e.Bidder.Holder)), ("class", CalledAttribute.Of(e.Bidder.Class))));
        Add<BidderExcluded>((e, n) => Say(
            "取消 {holder} 的竞买资格：{reason}。", "{holder} is excluded from auctions: {reason}.",
            ("holder", n.Holder(e.Holder)), ("reason", e.Reason)));
    }

    private static void AddBids()
    {
        Add<UnitsConsigned>((e, n) => Say(
            "{holder} 委托拍卖 {id}：共 {quantity}。", "{holder} consigns {quantity} in all to auction {id}.",
            ("holder", n.Holder(e.Units.Holder)), ("id", e.Auction), ("quantity", e.Units.Quantity)));
        Add<CollateralLodged>((e, n) => Say(
            "{holder} 为拍卖 {id} 缴存保证金，合计 {amount}。", "{holder} keeps collateral of {amount} in all for auction {id}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Auction), ("amount", e.Amount)));
        Add<BidSealed>((e, n) => Say(
            "{holder} 在拍卖 {id} 提交密封报价，序号 {number}。", "{holder} seals a bid in auction {id}, number {number}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Auction), ("number", e.Number)));
        Add<BidWithdrawn>((e, n) => Say(
            "{holder} 撤回在拍卖 {id} 的报价。", "{holder} withdraws its bid in auction {id}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Auction)));
        Add<BidOpened>((e, n) => Say(
            "{holder} 开启在拍卖 {id} 的报价，共 {count} 个价位。", "{holder} opens its bid in auction {id}; prices: {count}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Auction), ("count", e.Lines.Count)));
        Add<BidPlaced>((e, n) => Say(
            "{holder} 在拍卖 {id} 报价 {price}，{quantity}。", "{holder} bids {price} for {quantity} in auction {id}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Auction), ("price", e.Line.Price),
            ("quantity", e.Line.Quantity)));
    }
}
