using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Auctions and bids.</summary>
    private static readonly Dictionary<string, FieldWord> auctions = new()
    {
        ["announce-auction.rule"] = Word("拍卖规则", "Auction rule", kind: FieldKind.AuctionRule),
        ["announce-auction.quantity"] = Word("拍卖数量", "Quantity", "吨；固定价格出售填 0，数量逐档填写",
            "Tonnes; 0 for a fixed-price sale, whose tiers have their own"),
        ["announce-auction.reserve"] = Word("保留价", "Reserve price", "低于此价不成交；固定价格出售留空",
            "Nothing is sold below it; empty for a fixed-price sale"),
        ["announce-auction.opens"] = Word("开始报价", "Bids from", "市场所在时区", "In the market's time zone"),
        ["announce-auction.closes"] = Word("截止报价", "Bids until", "此刻起不再受理", "The first moment too late"),
        ["announce-auction.seedDigest"] = Word("种子摘要", "Digest of the seed",
            "同价须抽签时填写：printf '种子\\n' | sha256sum", "Where ties are drawn: printf 'SEED\\n' | sha256sum", empty: true),
        ["announce-auction.tiers"] = Word("各档数量", "Quantities of the tiers", "固定价格出售：每行一档，由低价到高价",
            "Fixed-price sale: one a line, from the lowest price up"),
        ["clear-auction.seed"] = Word("种子", "Seed", "须与公告的摘要一致；不抽签的拍卖留空",
            "The one whose digest was announced; empty where nobody draws", empty: true),
        ["admit-bidder.class"] = Word("类别", "Class", "决定适用的购买上限", "It decides which cap holds"),
        ["admit-bidder.group"] = Word("关联方", "Group", "同一关联方合并计算上限；没有则留空",
            "Bidders of one group share a cap; empty for none", empty: true),
        ["consign-units.quantity"] = Word("委托数量合计", "Quantity in all", "填 0 全部收回", "0 takes everything back"),
        ["lodge-collateral.amount"] = Word("保证金合计", "Collateral in all", "填 0 全部退回；多缴不泄露报价",
            "0 gives everything back; more than needed does not tell the bid"),
        ["seal-bid.seal"] = Word("密封值", "Seal", "报价的 SHA-256 摘要，64 位十六进制",
            "SHA-256 digest of the bid, 64 hexadecimal digits"),
        ["open-bid.lines"] = Word("报价", "Bid", "与密封时的次序、价格、数量完全一致", "In the order sealed, to the last digit"),
        ["open-bid.secret"] = Word("密语", "Secret", "密封时使用的密语", "The one with which the bid was sealed"),
        ["offer-bidding.rule"] = Word("竞价规则", "Rule", kind: FieldKind.AuctionRule),
        ["offer-bidding.limit"] = Word("限价", "Limit", "卖出为底价，买入为最高价", "The floor of a sale, the ceiling of a purchase"),
        ["offer-bidding.opens"] = Word("开始报价", "Bids from", "市场所在时区", "In the market's time zone"),
        ["offer-bidding.closes"] = Word("截止报价", "Bids until", "此刻自动成交", "It is decided at this moment"),
        ["place-bid.price"] = Word("报价", "Bid price", "每吨；固定价格出售为愿意承受的最高档",
            "For each tonne; of a fixed-price sale the dearest tier one would buy"),
    };
}
