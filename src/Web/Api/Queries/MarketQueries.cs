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

    public static IEnumerable<Operation> All =>
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
            Instrument,
            Mode),
    ];

    /// <summary>A key by which newer trades come before older ones.</summary>
    internal static string NewestFirst(TradeId trade) => Query.Key(Most - trade.Value);

    /// <summary>Trades of the instrument and mode that are asked for, newest first, as of the page.</summary>
    internal static IEnumerable<Trade> Trades(Look look)
    {
        var all = look.State.Trading.Trades;
        var only = look.Call.Text("instrument");
        var from = look.FromNumber is > 0 and var number ? Math.Min(Most - number, all.Count) : all.Count;
        for (var id = (int)from; id >= 1; id--)
        {
            var trade = all[id - 1];
            if ((only is null || only == trade.Instrument.Code) && look.Call.Wants("mode", trade.Mode))
            {
                yield return trade;
            }
        }
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
