using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Portal;

/// <summary>Words of the exchange.</summary>
public static partial class Words
{
    public static readonly Text MarketQuotes = new("行情", "Quotes");
    public static readonly Text MarketQuotesLead = new(
        "交易所的价格与成交。行情不显示任何交易方。", "Prices and trades of the exchange. They name no party.");

    public static readonly Text NoDayYet = new("首个交易日尚未开始", "The first trading day has not begun");
    public static readonly Text NoDayYetHint = new(
        "交易所已开设；首个交易日开始后，此处显示行情，可以申报。",
        "The exchange is open for its first trading day. From then on quotes are shown here, and orders are taken.");

    public static readonly Text NoExchangeOpen = new("交易所尚未开市", "No exchange is open");
    public static readonly Text NoExchangeHint = new(
        "规则手册设有交易所，但尚未开市：没有报价和成交，配额的转移只见于登记簿。开市后的第一个交易日起，此处显示行情。",
        "The rulebook has an exchange, but it has not been opened: there are no quotes and no trades, and units change "
        + "hands in the register alone. From its first trading day on, quotes are shown here.");

    public static readonly Text TradingDay = new("交易日", "Trading day");
    public static readonly Text BetweenDays = new("已收市", "Closed between two trading days");
    public static readonly Text PreviousClose = new("昨收", "Previous close");
    public static readonly Text LastPrice = new("最新价", "Last price");
    public static readonly Text OpenPrice = new("开盘", "Open");
    public static readonly Text ClosePrice = new("收盘", "Close");
    public static readonly Text HighPrice = new("最高", "High");
    public static readonly Text LowPrice = new("最低", "Low");
    public static readonly Text PricesToday = new("今日价格范围", "Prices allowed today");
    public static readonly Text Volume = new("成交量", "Volume");
    public static readonly Text TradedAmount = new("成交额", "Amount");
    public static readonly Text BlocksToday = new("今日大宗成交量", "Blocks traded today");
    public static readonly Text Depth = new("五档行情", "Best five prices");
    public static readonly Text NoOffers = new("目前没有申报。", "Nothing is on offer now.");
    public static readonly Text Level = new("档位", "Level");
    public static readonly Text LatestTrades = new("最近成交", "Latest trades");
    public static readonly Text NoTrades = new("尚无成交。", "Nothing has been traded.");

    // A representative's own trading.
    public static readonly Text NothingListed = new("没有挂牌", "Nothing is listed here");
    public static readonly Text NothingListedHint = new(
        "本市场没有挂牌协议和大宗协议，此处不填写申报。可用的交易方式：",
        "This market has neither listed orders nor blocks, so there is no order to write here. Its ways of trading:");

    public static readonly Text DeskTrading = new("交易", "Trading");
    public static readonly Text InTradingAccount = new("交易账户中的资金与配额", "Money and units in the trading account");
    public static readonly Text NothingToTrade = new(
        "交易账户中没有资金或配额。", "There is neither money nor units in the trading account.");

    public static readonly Text OwnOrders = new("本单位的挂牌", "Own listed orders");
    public static readonly Text NoOwnOrders = new("最近的交易日没有挂牌。", "No orders on the last trading day.");
    public static readonly Text OwnTrades = new("本单位的成交", "Own trades");
    public static readonly Text OrdersToTake = new("可以摘牌的挂牌", "Orders to take");
    public static readonly Text OrderNumber = new("编号", "Number");
    public static readonly Text BuyOrSell = new("方向", "Side");
    public static readonly Text OpenQuantity = new("未成交", "Still open");

    /// <summary>卖一 is the best price to sell.</summary>
    public static Text LevelOf(OrderSide side, int level) => new(
        (side == OrderSide.Buy ? "买" : "卖") + "一二三四五"[level - 1],
        (side == OrderSide.Buy ? "Bid " : "Ask ") + level.ToString(CultureInfo.InvariantCulture));

    /// <summary>The unit of a price: 元/吨.</summary>
    public static Text UnitOfPrice(Currency currency) =>
        new((currency.Code == "CNY" ? "元" : currency.Code) + "/吨", currency.Code + "/t");

    /// <summary>A price with its unit.</summary>
    public static Text Of(Price price)
    {
        var (digits, unit) = (Format.Digits(price), UnitOfPrice(price.Currency));
        return new Text($"{digits} {unit.Zh}", $"{digits} {unit.En}");
    }

    public static readonly Text TradingWay = new("交易方式", "Mode");
    public static readonly Text FilledQuantity = new("已成交", "Traded");
}
