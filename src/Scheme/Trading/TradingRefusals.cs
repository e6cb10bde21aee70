using Tanheng.Quantities;

namespace Tanheng.Scheme.Trading;

/// <summary>Why the exchange says no, in the order in which an order is looked at.</summary>
public static class TradingRefusals
{
    /// <summary>No exchange in the rulebook.</summary>
    public static readonly RefusalCode NoExchange = RefusalCode.Final(
        10001,
        "no-exchange",
        "市场 {market} 的规则手册没有交易规则，不能交易；成交请以 settle-trade 登记。",
        "The rulebook of {market} has no exchange; trades made elsewhere are booked with settle-trade.");

    /// <summary>The exchange has not been opened.</summary>
    public static readonly RefusalCode NotOpened = RefusalCode.Passing(
        10002,
        "exchange-not-opened",
        "交易尚未开市：请先由交易机构办理 open-exchange。",
        "The exchange is not open yet: its operator opens it first (open-exchange).");

    /// <summary>A second opening.</summary>
    public static readonly RefusalCode AlreadyOpened = RefusalCode.Final(
        10003, "exchange-already-open", "交易已经开市，无须重复办理。", "The exchange is open already; there is nothing to do.");

    /// <summary>A weekend, a holiday, or a day the exchange is closed.</summary>
    public static readonly RefusalCode NotATradingDay = RefusalCode.Passing(
        10004,
        "not-a-trading-day",
        "{day} 不是交易日；下一交易日为 {next}。",
        "{day} is not a trading day; the next one is {next}.");

    /// <summary>Before, between or after the sessions.</summary>
    public static readonly RefusalCode OutsideHours = RefusalCode.Passing(
        10005,
        "outside-trading-hours",
        "现在是 {time}，不在交易时段内；{mode} 的交易时段为 {sessions}。",
        "It is {time}, outside trading hours; {mode} orders are taken {sessions}.");

    /// <summary>Units that are not traded.</summary>
    public static readonly RefusalCode NotTraded = RefusalCode.Final(
        10006,
        "not-traded",
        "{unit} 年度 {vintage} 不是交易标的；请核对标的与年度。",
        "{unit} of vintage {vintage} is not traded here; check unit and vintage.");

    /// <summary>Nothing, or not a whole number of lots.</summary>
    public static readonly RefusalCode BadLot = RefusalCode.Final(
        10007,
        "bad-lot",
        "数量 {quantity} 必须大于零且为 {lot} 的整数倍；请更正。",
        "The quantity {quantity} must be above zero and a multiple of {lot}; correct it.");

    /// <summary>A listed order that belongs to the block mode.</summary>
    public static readonly RefusalCode TooLargeToList = RefusalCode.Final(
        10008,
        "too-large-to-list",
        "挂牌申报须小于 {limit}，现为 {quantity}；请拆分或改用大宗协议。",
        "A listed order is smaller than {limit}, this is {quantity}; split it or offer it as a block.");

    /// <summary>A block that is too small.</summary>
    public static readonly RefusalCode TooSmallForBlock = RefusalCode.Final(
        10009,
        "too-small-for-block",
        "大宗协议不得少于 {least}，现为 {quantity}；请改用挂牌协议。",
        "A block is at least {least}, this is {quantity}; list it instead.");

    /// <summary>No block trading here.</summary>
    public static readonly RefusalCode NoBlocks = RefusalCode.Final(
        10010, "no-blocks", "本市场没有大宗协议；请使用挂牌协议。", "This market has no block trades; list the order instead.");

    /// <summary>Not a price of this market.</summary>
    public static readonly RefusalCode OffTick = RefusalCode.Final(
        10011,
        "off-tick",
        "价格 {price} 必须大于零且为 {tick} 的整数倍；请更正。",
        "The price {price} must be above zero and a multiple of {tick}; correct it.");

    /// <summary>涨跌幅: too far from the previous close.</summary>
    public static readonly RefusalCode OutsideBand = RefusalCode.Passing(
        10012,
        "outside-price-band",
        "价格 {price} 超出当日涨跌幅 {lowest} 至 {highest}（前收盘价 {reference}）；请改价。",
        "The price {price} is outside today's band of {lowest} to {highest} (previous close {reference}); change it.");

    /// <summary>A holder that cannot trade.</summary>
    public static readonly RefusalCode NoTradingAccount = RefusalCode.Passing(
        10013,
        "no-trading-account",
        "主体 {holder} 没有可用的交易账户；请先开立。",
        "Holder {holder} has no trading account; open one first.");

    /// <summary>最大持仓量.</summary>
    public static readonly RefusalCode PositionLimit = RefusalCode.Passing(
        10014,
        "position-limit",
        "买入后 {instrument} 持仓将为 {position}，超过最大持仓量 {limit}；请减少数量。",
        "The purchase would bring the position in {instrument} to {position}, above the limit of {limit}; buy less.");

    /// <summary>Less at the holder's disposal than it wants to sell.</summary>
    public static readonly RefusalCode UnitsShort = RefusalCode.Passing(
        10015,
        "units-short",
        "{instrument} 可卖 {free}，需要 {needed}；另有 {unsettled} 为当日买入，下一交易日可卖。",
        "{free} of {instrument} can be sold, {needed} are needed; {unsettled} bought today can be sold from the next "
        + "trading day.");

    /// <summary>Less money at the holder's disposal than a purchase takes.</summary>
    public static readonly RefusalCode CashShort = RefusalCode.Passing(
        10016,
        "cash-short",
        "可用资金 {free}，需要 {needed}（含手续费）；请先入金或减少数量。",
        "{free} are available, {needed} are needed (fees included); pay in first or buy less.");

    /// <summary>No such order today.</summary>
    public static readonly RefusalCode UnknownOrder = RefusalCode.Final(
        10017,
        "unknown-order",
        "当日没有委托 {order}；请刷新行情后重选。",
        "There is no order {order} today; look at the book again.");

    /// <summary>Gone before somebody asked for it.</summary>
    public static readonly RefusalCode OrderNotOpen = RefusalCode.Final(
        10018,
        "order-not-open",
        "委托 {order} 已不在挂牌中（{status}）；请刷新行情后重选。",
        "Order {order} is no longer open ({status}); look at the book again.");

    /// <summary>One's own order.</summary>
    public static readonly RefusalCode OwnOrder = RefusalCode.Final(
        10019,
        "own-order",
        "委托 {order} 是本单位的挂牌，不能自行成交；请选其他挂牌或撤销该委托。",
        "Order {order} is your own; take another one, or cancel it.");

    /// <summary>Not among the best prices.</summary>
    public static readonly RefusalCode BeyondBestLevels = RefusalCode.Passing(
        10020,
        "beyond-best-levels",
        "委托 {order} 不在最优 {levels} 个价位之内；请选更优价位的挂牌。",
        "Order {order} is not at one of the best {levels} prices; take one of those first.");

    /// <summary>More than the order offers.</summary>
    public static readonly RefusalCode MoreThanOffered = RefusalCode.Passing(
        10021,
        "more-than-offered",
        "委托 {order} 只余 {offered}，申报了 {quantity}；请减少数量。",
        "Order {order} offers {offered}, {quantity} were asked for; ask for less.");

    /// <summary>The other side may not trade now.</summary>
    public static readonly RefusalCode CounterpartyUnavailable = RefusalCode.Passing(
        10022,
        "counterparty-unavailable",
        "对手方账户当前不能交易；请另选对手方。",
        "The other party's account may not trade now; choose another one.");

    /// <summary>A reduction that is none.</summary>
    public static readonly RefusalCode NotAReduction = RefusalCode.Final(
        10023,
        "not-a-reduction",
        "委托 {order} 现有 {open}，减后数量须大于零且更少；全部撤回请撤单，增加请另报。",
        "Order {order} has {open} open; what is left must be above zero and less. To take all back, cancel it; for "
        + "more, enter another order.");

    /// <summary>No such negotiation today.</summary>
    public static readonly RefusalCode UnknownBlock = RefusalCode.Final(
        10024, "unknown-block", "当日没有大宗协议 {block}。", "There is no block negotiation {block} today.");

    /// <summary>Over before somebody acted.</summary>
    public static readonly RefusalCode BlockNotOpen = RefusalCode.Final(
        10025,
        "block-not-open",
        "大宗协议 {block} 已结束（{status}）；请另行发起。",
        "The block negotiation {block} is over ({status}); begin another one.");

    /// <summary>Somebody else's negotiation.</summary>
    public static readonly RefusalCode NotAParty = RefusalCode.Final(
        10026,
        "not-a-party",
        "主体 {holder} 不是大宗协议 {block} 的一方；该协议已有对手方或指定了对手方。",
        "Holder {holder} is no party of the block negotiation {block}; it has, or names, another counterparty.");

    /// <summary>The other one has to answer.</summary>
    public static readonly RefusalCode NotYourTurn = RefusalCode.Passing(
        10027,
        "not-your-turn",
        "大宗协议 {block} 正待对方答复；可以等待，或撤回。",
        "The other party of {block} has to answer; wait, or withdraw.");

    /// <summary>Something else stands than what somebody confirms.</summary>
    public static readonly RefusalCode TermsDiffer = RefusalCode.Passing(
        10028,
        "terms-differ",
        "大宗协议 {block} 的现行条件是 {quantity}、{price}，与确认的不同；请核对后再确认。",
        "What stands for {block} is {quantity} at {price}, not what was confirmed; look again and confirm that.");

    /// <summary>A named counterparty that is oneself.</summary>
    public static readonly RefusalCode OwnCounterparty = RefusalCode.Final(
        10029, "own-counterparty", "不能指定本单位 {holder} 为对手方。", "Holder {holder} cannot be its own counterparty.");
}
