extern alias Exchange;

using Exchange::Tanheng.Market.Bars;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// 历史行情: bars of every width, composites and encumbered units. What is asked for is found by index, so a page costs
/// what is on it, however long the history.
/// </summary>
internal static class MarketHistory
{
    /// <summary>Above every minute since the year 1.</summary>
    private const long Most = 999_999_999_999;

    public static IEnumerable<Operation> All =>
    [
        Query.ListOrNot(
            "list-candles",
            "/market/instruments/{instrument}/candles",
            Audience.Everyone,
            new("K 线，新的在前：分钟至小时的逐笔归集，日、周、月为已收市的交易日",
                "Bars, newest first: of minutes up to hours as trades are made; of days and longer that are over"),
            Candles,
            candle => Query.Key(Most - MinuteOf(candle.Local)),
            [
                new("instrument", ParameterKind.Text, new Text(
                    "标的，如 CEA-2022；或 CEA，即综合行情", "Units such as CEA-2022, or CEA for the composite"), InPath: true),
                Parameter.Of<BarWidth>("width", "周期，缺省为日", "How wide; days when left out"),
                Parameter.Of<TradingMode>(
                    "mode", "交易方式，缺省为形成收盘价的方式", "How; in the mode that makes the close when left out"),
                new("from", ParameterKind.Moment, new Text("自此时刻起的", "Those that begin at this moment or later")),
                new("until", ParameterKind.Moment, new Text("此时刻之前开始的", "Those that begin before this moment")),
            ]),
        Query.List(
            "list-composites",
            "/market/composites",
            Audience.Everyone,
            new("综合行情（各年度配额合计）", "Composite quotations: all vintages of a family together"),
            look => Composites(look.State),
            composite => composite.Instrument + "."),
        Query.List(
            "list-encumbered",
            "/market/encumbered",
            Audience.Everyone,
            new("受限持有量：质押、冻结、委托占用、未交收",
                "What is held but not free: pledged, frozen, on order, unsettled"),
            look => Encumbered(look.State),
            one => one.Instrument.Code + "."),
    ];

    private static Outcome<IEnumerable<CandleView>> Candles(Look look)
    {
        var (state, code) = (look.State, look.Call.Text("instrument")!);
        var isThere = state.Trading.Instruments.Keys.Any(one => one.Code == code)
            || Quotes.Composites(state).Contains(code);
        if (!isThere)
        {
            return Query.Missing(look.Call);
        }

        var mode = MarketQueries.ModeOf(look) ?? state.Rules.Trading!.Main.Mode;
        var width = Enum.GetValues<BarWidth>()
            .FirstOrDefault(one => look.Call.Text("width") == Parameter.Word(one), BarWidth.Day);
        var calendar = state.Rules.Calendar;
        var until = look.Call.Maybe<DateTimeOffset>("until") is { } end ? calendar.Local(end) : DateTime.MaxValue;
        var from = look.Call.Maybe<DateTimeOffset>("from") is { } begin ? calendar.Local(begin) : DateTime.MinValue;
        if (look.FromNumber is > 0 and var number && number < Most)
        {
            var page = new DateTime(Math.Min((Most - number) * TimeSpan.TicksPerMinute, DateTime.MaxValue.Ticks));
            until = page < until ? page : until;
        }

        var bars = Quotes.TapeOf(state, code)?.Before(until, mode, width) ?? [];
        return Outcome.Of(bars
            .TakeWhile(bar => bar.Start >= from)
            .Select(bar => CandleView.Of(state, code, mode, width, bar)));
    }

    private static long MinuteOf(DateTime local) => local.Ticks / TimeSpan.TicksPerMinute;

    private static IEnumerable<CompositeView> Composites(SchemeState state) =>
        state.Trading.Instruments.Count == 0 ? [] : Quotes.Composites(state)
            .OrderBy(code => code + ".", StringComparer.Ordinal)
            .Select(code => CompositeView.Of(state, code, Quotes.TapeOf(state, code)));

    private static IEnumerable<EncumberedView> Encumbered(SchemeState state) =>
        state.Trading.Instruments.Keys
            .OrderBy(asset => asset.Code + ".", StringComparer.Ordinal)
            .Select(asset => EncumberedView.Of(state.Ledger, asset));
}
