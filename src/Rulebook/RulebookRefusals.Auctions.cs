using Tanheng.Quantities;

namespace Tanheng.Rulebook;

public static partial class RulebookRefusals
{
    /// <summary>Auctions where nobody has money.</summary>
    public static readonly RefusalCode AuctionsWithoutExchange = RefusalCode.Final(
        8060, "rulebook-auctions-without-exchange",
        "拍卖以交易账户中的资金结算，规则书须有 trading；请补充。",
        "Auctions are paid from trading accounts, so the rulebook needs a trading section; add it.");

    /// <summary>Two auctions of one name.</summary>
    public static readonly RefusalCode AuctionTwice = RefusalCode.Final(
        8061, "rulebook-auction-twice",
        "名为 {name} 的拍卖规则已在第 {line} 行；请另取名称。",
        "Line {line} has an auction rule named {name} already; choose another name.");

    /// <summary>Tiers out of order.</summary>
    public static readonly RefusalCode TierOrder = RefusalCode.Final(
        8062, "rulebook-tier-order",
        "档位价格 {price} 不高于前一档 {before}；请由低到高书写。",
        "The tier at {price} is not above the one before, {before}; write them from the lowest up.");

    /// <summary>A draw where bids are public and the clock decides.</summary>
    public static readonly RefusalCode NobodyDraws = RefusalCode.Final(
        8063, "rulebook-nobody-draws",
        "单向竞价由系统在期满时成交，不能抽签；请写 time 或 pro-rata。",
        "Single-direction bidding is decided by the clock, nobody draws; write time or pro-rata.");
}
