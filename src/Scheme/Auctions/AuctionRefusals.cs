using Tanheng.Quantities;

namespace Tanheng.Scheme.Auctions;

/// <summary>Why an auction says no.</summary>
public static class AuctionRefusals
{
    /// <summary>The rulebook has no such rule today.</summary>
    public static readonly RefusalCode NoAuctionRule = RefusalCode.Final(
        10201,
        "auction-rule-unknown",
        "规则手册在 {day} 没有名为 {rule} 的拍卖规则；现有：{rules}。",
        "The rulebook has no auction rule {rule} on {day}; it has: {rules}.");

    /// <summary>Another way of bidding.</summary>
    public static readonly RefusalCode WrongKind = RefusalCode.Final(
        10202,
        "auction-of-another-kind",
        "该拍卖按“{kind}”进行，此操作不适用；请按其方式参加。",
        "This is a {kind}; this command is for another kind of auction.");

    /// <summary>Units that are not of this market.</summary>
    public static readonly RefusalCode UnknownUnit = RefusalCode.Final(
        10203,
        "auction-unit-unknown",
        "{unit} 年度 {vintage} 不是本市场的配额；请核对标的与年度。",
        "{unit} of vintage {vintage} is no unit of this market; check unit and vintage.");

    /// <summary>Nothing, or not a whole number of lots.</summary>
    public static readonly RefusalCode BadLot = RefusalCode.Final(
        10204,
        "auction-bad-lot",
        "数量 {quantity} 必须大于零且为 {lot} 的整数倍；请更正。",
        "The quantity {quantity} must be above zero and a multiple of {lot}; correct it.");

    /// <summary>Not a price of this auction.</summary>
    public static readonly RefusalCode BadPrice = RefusalCode.Final(
        10205,
        "auction-bad-price",
        "价格 {price} 必须大于零且为 {tick} 的整数倍；请更正。",
        "The price {price} must be above zero and a multiple of {tick}; correct it.");

    /// <summary>A reserve price below the rulebook's.</summary>
    public static readonly RefusalCode BelowLowest = RefusalCode.Final(
        10206,
        "auction-reserve-too-low",
        "保留价 {price} 低于规则规定的最低价 {lowest}；请提高。",
        "The reserve price {price} is below the lowest of the rules, {lowest}; raise it.");

    /// <summary>Bids before everybody could know of them.</summary>
    public static readonly RefusalCode TooSoon = RefusalCode.Final(
        10207,
        "auction-too-soon",
        "公告后至少 {hours} 小时方可开始报价，最早为 {earliest}；请推迟。",
        "Bids are taken {hours} hours after the announcement at the earliest, from {earliest} on; choose a "
        + "later time.");

    /// <summary>The close is not after the opening.</summary>
    public static readonly RefusalCode ClosesFirst = RefusalCode.Final(
        10208,
        "auction-closes-too-early",
        "结束时间 {closes} 须晚于开始时间 {opens}；请更正。",
        "The close {closes} must be after the opening {opens}; correct it.");

    /// <summary>Chance decides and nobody has bound himself.</summary>
    public static readonly RefusalCode SeedMissing = RefusalCode.Final(
        10209,
        "auction-seed-missing",
        "本规则以种子抽签决定同价报价，公告须附种子的 SHA-256 摘要（64 位十六进制）；请补充。",
        "Ties are drawn with a seed, so the announcement needs its SHA-256 digest (64 hexadecimal digits); add it.");

    /// <summary>A seed where nobody draws.</summary>
    public static readonly RefusalCode SeedNotNeeded = RefusalCode.Final(
        10210,
        "auction-seed-not-needed",
        "本规则不抽签，无须种子；请去掉。",
        "Nobody draws by this rule, so there is no seed; leave it out.");

    /// <summary>Not one quantity for each tier.</summary>
    public static readonly RefusalCode TiersDiffer = RefusalCode.Final(
        10211,
        "auction-tiers-differ",
        "规则有 {tiers} 个价格档，须逐档写明数量，现为 {given} 个；请更正。",
        "The rule has {tiers} price tiers; give a quantity for each, not {given}.");

    /// <summary>No such auction.</summary>
    public static readonly RefusalCode UnknownAuction = RefusalCode.Final(
        10212,
        "unknown-auction",
        "没有拍卖 {auction}；请核对编号。",
        "There is no auction {auction}; check its number.");

    /// <summary>Decided or cancelled already.</summary>
    public static readonly RefusalCode Over = RefusalCode.Final(
        10213,
        "auction-over",
        "拍卖 {auction} 已结束（{status}）。",
        "Auction {auction} is over ({status}).");

    /// <summary>Before the opening or after the close.</summary>
    public static readonly RefusalCode NotBidding = RefusalCode.Passing(
        10214,
        "auction-not-bidding",
        "拍卖 {auction} 的报价时间为 {opens} 至 {closes}，现在是 {time}。",
        "Auction {auction} takes bids from {opens} to {closes}; it is {time}.");

    /// <summary>A bidder that was not admitted.</summary>
    public static readonly RefusalCode NotAdmitted = RefusalCode.Passing(
        10215,
        "bidder-not-admitted",
        "主体 {holder} 尚未取得竞买资格；请先向交易机构申请登记。",
        "Holder {holder} is not admitted to auctions; ask the exchange operator for admission first.");

    /// <summary>Nobody to exclude.</summary>
    public static readonly RefusalCode NoBidder = RefusalCode.Final(
        10216,
        "bidder-unknown",
        "主体 {holder} 没有竞买资格，无须取消。",
        "Holder {holder} is not admitted; there is nothing to take back.");

    /// <summary>The rule sells the authority's units alone.</summary>
    public static readonly RefusalCode NoConsignment = RefusalCode.Final(
        10217,
        "auction-without-consignment",
        "拍卖 {auction} 不接受委托拍卖。",
        "Auction {auction} takes no units of holders.");

    /// <summary>The offer stands once bids are taken.</summary>
    public static readonly RefusalCode TooLateToConsign = RefusalCode.Final(
        10218,
        "auction-consigned-too-late",
        "拍卖 {auction} 已于 {opens} 开始报价，数量不再变动。",
        "Auction {auction} has taken bids since {opens}; what it offers no longer changes.");

    /// <summary>A sealed bid without money.</summary>
    public static readonly RefusalCode NothingKept = RefusalCode.Passing(
        10219,
        "auction-collateral-missing",
        "请先为拍卖 {auction} 缴存保证金，再提交密封报价。",
        "Lodge collateral for auction {auction} first; a sealed bid counts only as far as it reaches.");

    /// <summary>Not a digest.</summary>
    public static readonly RefusalCode BadSeal = RefusalCode.Final(
        10220,
        "auction-bad-seal",
        "密封值须为 64 位十六进制的 SHA-256 摘要；请更正。",
        "A seal is a SHA-256 digest of 64 hexadecimal digits; correct it.");

    /// <summary>Nothing to open or take back.</summary>
    public static readonly RefusalCode NoBid = RefusalCode.Final(
        10221,
        "auction-no-bid",
        "主体 {holder} 在拍卖 {auction} 中没有报价。",
        "Holder {holder} has no bid in auction {auction}.");

    /// <summary>What is told is not what was sealed.</summary>
    public static readonly RefusalCode SealDiffers = RefusalCode.Final(
        10222,
        "auction-seal-differs",
        "所开报价与密封值不符：须与密封时的价格、数量、次序和密语完全一致。",
        "This is not what was sealed: prices, quantities, their order and the secret must be the same to the "
        + "last letter.");

    /// <summary>Before the close or after the time for opening.</summary>
    public static readonly RefusalCode NotOpening = RefusalCode.Passing(
        10223,
        "auction-not-opening",
        "密封报价在 {closes} 至 {until} 之间开启，现在是 {time}。",
        "Sealed bids are opened from {closes} to {until}; it is {time}.");

    /// <summary>Opened before.</summary>
    public static readonly RefusalCode AlreadyOpen = RefusalCode.Final(
        10224,
        "auction-bid-open-already",
        "该报价已经开启，无须重复。",
        "This bid is open already; there is nothing to do.");

    /// <summary>None or too many prices.</summary>
    public static readonly RefusalCode BadLines = RefusalCode.Final(
        10225,
        "auction-bad-lines",
        "一份报价可写 1 至 {most} 个价位，现为 {lines} 个；请更正。",
        "A bid names 1 to {most} prices, not {lines}; correct it.");

    /// <summary>Who announced it cannot bid.</summary>
    public static readonly RefusalCode OwnAuction = RefusalCode.Final(
        10226,
        "own-auction",
        "不能参加本单位发布的竞价。",
        "Nobody bids in an auction of its own.");

    /// <summary>More than one bidder, or one group, may have.</summary>
    public static readonly RefusalCode BeyondCap = RefusalCode.Final(
        10227,
        "auction-beyond-cap",
        "数量 {quantity} 超过上限 {cap}（{whose}）；请减少。",
        "The quantity {quantity} is beyond the cap of {cap} ({whose}); bid for less.");

    /// <summary>A public bid that improves nothing.</summary>
    public static readonly RefusalCode NotBetter = RefusalCode.Passing(
        10228,
        "auction-bid-not-better",
        "报价 {price} 须优于 {best} 至少 {step}；请改价。",
        "The price {price} must be better than {best} by {step} at least; change it.");

    /// <summary>A part of what is sold as a whole.</summary>
    public static readonly RefusalCode NotTheWhole = RefusalCode.Final(
        10229,
        "auction-not-the-whole",
        "本次为整体竞价，数量须为 {whole}；请更正。",
        "This is sold as a whole: bid for {whole}.");

    /// <summary>Public bids stand.</summary>
    public static readonly RefusalCode Binding = RefusalCode.Final(
        10230,
        "auction-bid-binding",
        "公开报价不可撤回；只能提出更优报价。",
        "A public bid stands; it can only be bettered.");

    /// <summary>Bids are still taken or opened.</summary>
    public static readonly RefusalCode NotClearing = RefusalCode.Passing(
        10231,
        "auction-not-to-be-cleared-yet",
        "拍卖 {auction} 须在 {until} 之后，或全部密封报价开启之后结算。",
        "Auction {auction} is cleared after {until}, or once every sealed bid is open.");

    /// <summary>Nobody clears it.</summary>
    public static readonly RefusalCode ByClock = RefusalCode.Final(
        10232,
        "auction-cleared-by-clock",
        "该竞价由系统在 {closes} 自动成交，无须办理。",
        "The clock decides this auction at {closes}; there is nothing to do.");

    /// <summary>Not the seed of the announcement.</summary>
    public static readonly RefusalCode WrongSeed = RefusalCode.Final(
        10233,
        "auction-wrong-seed",
        "种子与公告的摘要不符；请核对后再试，遗失种子只能取消拍卖。",
        "This is not the seed whose digest was announced; check it. Where it is lost, the auction can only "
        + "be cancelled.");

    /// <summary>A seal that can be guessed.</summary>
    public static readonly RefusalCode WeakSecret = RefusalCode.Final(
        10234,
        "auction-secret-too-short",
        "密语须为 {least} 至 {most} 个字符，且不含换行；请更正。",
        "The secret has {least} to {most} characters and no line breaks; correct it.");

    /// <summary>Beyond what is counted.</summary>
    public static readonly RefusalCode TooLarge = RefusalCode.Final(
        10235,
        "auction-too-large",
        "金额超过 {most}，无法计算；请减少数量或价格。",
        "The amount is above {most} and cannot be counted; lower quantity or price.");

    /// <summary>On the wrong side of floor or ceiling.</summary>
    public static readonly RefusalCode BeyondLimit = RefusalCode.Final(
        10236,
        "auction-beyond-limit",
        "报价 {price} 越过公告的限价 {limit}；请改价。",
        "The price {price} is on the wrong side of the limit announced, {limit}; change it.");
}
