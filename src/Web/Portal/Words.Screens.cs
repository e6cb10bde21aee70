using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Entities.Models;
using Tanheng.Web.Portal.Models;

namespace Tanheng.Web.Portal;

/// <summary>Words of the trading screens.</summary>
public static partial class Words
{
    public static readonly Text AllInstruments = new("全部标的", "All instruments");
    public static readonly Text InstrumentShown = new("交易标的", "Instrument");
    public static readonly Text ChangeOfDay = new("涨跌", "Change");
    public static readonly Text AveragePrice = new("均价", "Average");
    public static readonly Text TradesToday = new("成交笔数", "Trades");
    public static readonly Text OrdersAtLevel = new("笔数", "Orders");
    public static readonly Text LadderNote = new(
        "卖五至卖一、买一至买五。挂牌不会自动撮合：成交须摘牌。",
        "From the fifth best offer down to the fifth best bid. Listed orders never match by themselves: somebody "
        + "takes one.");

    public static readonly Text FillTicket = new("以此价填单", "Fill the ticket at this price");
    public static readonly Text KLineTitle = new("K 线", "Prices");
    public static readonly Text KLinePeriod = new("K 线周期", "Length of a candle");
    public static readonly Text KLineTools = new("缩放与平移", "Zoom and move");
    public static readonly Text ZoomIn = new("放大", "Zoom in");
    public static readonly Text ZoomOut = new("缩小", "Zoom out");
    public static readonly Text Earlier = new("更早", "Earlier");
    public static readonly Text Later = new("更晚", "Later");
    public static readonly Text ZoomAll = new("全部", "All");
    public static readonly Text NoCandles = new("这一周期内尚无成交。", "Nothing has been traded in this span.");
    public static readonly Text SessionsOfDay = new("交易时段", "Trading hours");
    public static readonly Text SessionOpenUntil = new("距本节结束", "this session ends in");
    public static readonly Text SessionOpensIn = new("距开市", "opens in");
    public static readonly Text Streaming = new("实时", "Live");
    public static readonly Text StreamLost = new("连接中断，正在重连", "Connection lost, trying again");
    public static readonly Text NotStreaming = new("刷新页面看最新行情", "Reload for the latest");
    public static readonly Text RiseColour = new("涨跌颜色", "Colour of a rise");
    public static readonly Text RedRises = new("红涨绿跌", "Red rises");
    public static readonly Text GreenRises = new("绿涨红跌", "Green rises");

    // The ticket.
    public static readonly Text Ticket = new("交易申报", "Order ticket");
    public static readonly Text TicketKind = new("申报方式", "What to do");
    public static readonly Text TicketPrice = new("价格", "Price");
    public static readonly Text BuyIt = new("买入", "Buy");
    public static readonly Text SellIt = new("卖出", "Sell");
    public static readonly Text CheckTicket = new("检查", "Check");
    public static readonly Text ReviewTicket = new("核对并申报", "Review and send");
    public static readonly Text NoOrderChosen = new(
        "请在“可以摘牌的挂牌”中选择一笔。", "Choose one of the orders to take.");

    public static readonly Text OrderGone = new("该挂牌已不在，请另选。", "This order is gone; choose another one.");
    public static readonly Text TakeChosen = new("摘牌", "Take");
    public static readonly Text OfferedAt = new("挂牌", "Offered");
    public static readonly Text CostAmount = new("成交金额", "Amount");
    public static readonly Text CostFee = new("手续费", "Fee");
    public static readonly Text CostTotal = new("合计占用资金", "Money it takes");
    public static readonly Text CostProceeds = new("预计所得", "Proceeds");
    public static readonly Text FreeCash = new("可用资金", "Free money");
    public static readonly Text SellableUnits = new("可卖数量", "Units to sell");
    public static readonly Text AfterIt = new("申报后可用", "Left afterwards");
    public static readonly Text TicketChecks = new("申报检查", "Checks");
    public static readonly Text CheckPassed = new("通过", "passed");
    public static readonly Text CheckFailed = new("不通过", "refused");
    public static readonly Text CheckWaits = new("待检查", "not looked at yet");
    public static readonly Text TicketBlank = new(
        "填写价格和数量，即时显示金额、手续费和各项检查。",
        "With price and quantity you see at once what it costs and whether it would be accepted.");

    public static readonly Text AnyCounterparty = new("任意主体（公开询价）", "Anybody (open enquiry)");
    public static readonly Text BlockCounterparty = new("对手方", "Counterparty");
    public static readonly Text CounterpartyHint = new(
        "填写主体编号；留空为公开询价。", "An entity's number; blank for an open enquiry.");

    // What is one's own.
    public static readonly Text OwnMoney = new("资金与持仓", "Money and units");
    public static readonly Text StatementOfAccount = new("账户流水", "Statement of the account");
    public static readonly Text CancelShort = new("撤单", "Cancel");
    public static readonly Text ReduceShort = new("减量", "Reduce");
    public static readonly Text ConfirmShort = new("确认成交", "Confirm");
    public static readonly Text CounterShort = new("议价", "Counter");
    public static readonly Text WithdrawShort = new("撤回", "Withdraw");
    public static readonly Text YourTerms = new("本方条件", "Your terms");
    public static readonly Text TheirTerms = new("对方条件", "Their terms");
    public static readonly Text TermsStand = new("现行", "stands");
    public static readonly Text NotAnsweredYet = new("尚未答复", "no answer yet");
    public static readonly Text YourTurn = new("待本方答复", "Your turn");
    public static readonly Text TheirTurn = new("待对方答复", "Waiting for the other side");
    public static readonly Text TalkEnds = new("到期时间", "Expires");
    public static readonly Text SomeCounterparty = new("对手方不公开", "counterparty not disclosed");
    public static readonly Text NoTalks = new("当日没有大宗协议。", "No block negotiations today.");
    public static readonly Text Blocks = new("大宗协议", "Block negotiations");

    /// <summary>What a period of candles is called.</summary>
    public static Text Of(KPeriod period) => period switch
    {
        KPeriod.Minute => new("分钟", "Minute"),
        KPeriod.Week => new("周", "Week"),
        KPeriod.Month => new("月", "Month"),
        _ => new("日", "Day"),
    };

    /// <summary>What the picture shows.</summary>
    public static Text ChartOf(KPeriod period, TradingMode mode) => new(
        $"{Of(period).Zh} K 线、成交量与均线（{Names.Of(mode).Zh}；空心为涨，实心为跌）",
        $"Prices by {Of(period).En.ToLowerInvariant()}, volume and averages "
            + $"({Names.Of(mode).En.ToLowerInvariant()}; hollow is up, filled is down)");

    /// <summary>How much of an order has traded.</summary>
    public static Text TradedOf(Tonnes filled) => new(
        $"已成交 {Format.Number(filled.Value)} 吨", $"{Format.Number(filled.Value)} t traded");

    /// <summary>Where a mode is in its day.</summary>
    public static Text Of(HoursState state) => state switch
    {
        HoursState.Open => new("交易中", "Open"),
        HoursState.Break => new("午间休市", "Break"),
        _ => new("未开市", "Closed"),
    };

    /// <summary>What a check looks at.</summary>
    public static Text Of(OrderCheck check) => check switch
    {
        OrderCheck.Session => new("交易时段", "Trading hours"),
        OrderCheck.Offer => new("挂牌可摘", "Order can be taken"),
        OrderCheck.Quantity => new("数量与整手", "Quantity and lot"),
        OrderCheck.Price => new("价格与涨跌幅", "Price and band"),
        OrderCheck.Counterparty => new("对手方", "Counterparty"),
        OrderCheck.Account => new("交易账户", "Trading account"),
        OrderCheck.Position => new("最大持仓量", "Position limit"),
        _ => new("资金或持仓充足", "Money or units suffice"),
    };

    /// <summary>What a ticket does: 挂牌, 摘牌, 大宗.</summary>
    public static Text WayOf(TicketWay way) => way switch
    {
        TicketWay.Take => new("摘牌", "Take"),
        TicketWay.Block => new("大宗", "Block"),
        _ => new("挂牌", "List"),
    };

    /// <summary>Where a negotiation is.</summary>
    public static Text Of(BlockStatus status) => status switch
    {
        BlockStatus.Open => new("协商中", "Open"),
        BlockStatus.Agreed => new("已成交", "Traded"),
        BlockStatus.Withdrawn => new("已撤回", "Withdrawn"),
        _ => new("已到期", "Expired"),
    };

    /// <summary>The prices that the band allows, and the step between them.</summary>
    public static Text BandHint(PriceBand band, Money tick) => new(
        $"当日 {Format.Digits(band.Lowest)} – {Format.Digits(band.Highest)}，变动单位 {tick.Amount}",
        $"Today {Format.Digits(band.Lowest)} – {Format.Digits(band.Highest)}, in steps of {tick.Amount}");

    /// <summary>How much an order of a mode may be.</summary>
    public static Text SizeHint(TradingModeRule rule, Tonnes lot)
    {
        var (zh, en) = ($"{Format.Number(lot.Value)} 吨的整数倍", $"Multiples of {Format.Number(lot.Value)} t");
        if (rule.Below is { } below)
        {
            (zh, en) = ($"{zh}，小于 {Format.Number(below.Value)} 吨", $"{en}, below {Format.Number(below.Value)} t");
        }

        return rule.AtLeast is { } least
            ? new Text($"{zh}，不少于 {Format.Number(least.Value)} 吨", $"{en}, at least {Format.Number(least.Value)} t")
            : new Text(zh, en);
    }

    /// <summary>T+1: what was bought today may be used from a day on.</summary>
    public static Text ReleasedOn(DateOnly day) => new(
        $"“未交收”为当日买入，下一交易日（{day:yyyy-MM-dd}）起可卖出或转出（T+1）。",
        "What is unsettled was bought today; it can be sold or moved from the next trading day, "
        + $"{day:yyyy-MM-dd} (T+1).");

    /// <summary>The unit of money: 元.</summary>
    public static Text UnitOfMoney(Currency currency) =>
        new(currency.Code == "CNY" ? "元" : currency.Code, currency.Code);
}
