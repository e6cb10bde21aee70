using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>行情: what everybody may know of the exchange. Nothing here names a party.</summary>
internal static class MarketQueries
{
    /// <summary>Above every number of a trade.</summary>
    private const long Most = 999_999_999_999;

    private static readonly Parameter Instrument = new(
        "instrument", ParameterKind.Text, new Text("标的，如 CEA-2022", "Units with their vintage, such as CEA-2022"));

    private static readonly Parameter Mode =
        Parameter.Of<TradingMode>("mode", "交易方式", "How it was traded");

    public static IEnumerable<Operation> All => [.. Now, .. MarketHistory.All];

    private static IEnumerable<Operation> Now =>
    [
        Query.List(
            "list-instruments",
            "/market/instruments",
            Audience.Everyone,
            new("行情", "Quotes"),
            look => Known(look).Select(one => InstrumentView.Of(look.State, Quotes.Of(look.State, one.Key)!)),
            one => KeyOf(one.Instrument)),
        Query.One<DepthView>(
            "get-depth",
            "/market/instruments/{instrument}/depth",
            Audience.Everyone,
            new("五档行情", "The best five prices of each side"),
            look => Known(look).Select(one => DepthView.Of(Quotes.Of(look.State, one.Key)!)).FirstOrDefault(),
            Instrument with { InPath = true }),
        Query.List(
            "list-bars",
            "/market/bars",
            Audience.Everyone,
            new("日行情（已收市的交易日）", "Day by day, of trading days that are over"),
            look => Known(look).SelectMany(one => one.Value.Bars)
                .Where(bar => look.Call.Wants("mode", bar.Mode)).Select(bar => BarView.Of(bar)!),
            bar => $"{KeyOf(bar.Instrument)}{bar.Day:yyyyMMdd}.{(int)bar.Mode}",
            Instrument,
            Mode),
        Query.List(
            "list-trades",
            "/market/trades",
            Audience.Everyone,
            new("成交，新的在前", "Trades, newest first"),
            look => Trades(look).Select(PublicTradeView.Of),
            trade => NewestFirst(trade.Trade),
            Instrument with
            {
                Title = new Text(
                    "标的，如 CEA-2022；或 CEA，即其各年度", "Units such as CEA-2022, or CEA for all of its vintages"),
            },
            Mode),
    ];

    /// <summary>A key by which newer trades come before older ones.</summary>
    internal static string NewestFirst(TradeId trade) => Query.Key(Most - trade.Value);

    /// <summary>The number of the newest trade of the page.</summary>
    internal static long UpTo(Look look) => look.FromNumber is > 0 and var number ? Most - number : long.MaxValue;

    private static IEnumerable<Trade> Trades(Look look) => TradeList.Of(
        look.State, look.Call.Text("instrument"), ModeOf(look), UpTo(look));

    /// <summary>The mode that is asked for; null for both.</summary>
    internal static TradingMode? ModeOf(Look look)
    {
        foreach (var mode in Enum.GetValues<TradingMode>())
        {
            if (look.Call.Text("mode") == Parameter.Word(mode))
            {
                return mode;
            }
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<Asset, InstrumentState>> Known(Look look)
    {
        var only = look.Call.Text("instrument");
        return look.State.Trading.Instruments
            .Where(one => only is null || only == one.Key.Code)
            .OrderBy(one => KeyOf(one.Key), StringComparer.Ordinal);
    }

    private static string KeyOf(Asset instrument) => instrument.Code + ".";
}
