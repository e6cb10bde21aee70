extern alias Exchange;

using System.Globalization;
using Exchange::Tanheng.Market.Bars;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal.Charts;

namespace Tanheng.Web.Portal.Models;

/// <summary>How long one candle is.</summary>
public enum KPeriod
{
    /// <summary>分时: a minute of the trading day under way, or of the last one.</summary>
    Minute,

    /// <summary>日 K.</summary>
    Day,

    /// <summary>周 K: from Monday.</summary>
    Week,

    /// <summary>月 K.</summary>
    Month,
}

/// <summary>One candle of the trades that make the close. Prices are in minor units.</summary>
/// <param name="Label">Its minute or its first day; weeks begin on Monday.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest.</param>
/// <param name="Low">The lowest.</param>
/// <param name="Close">The last; of days that are over the closing price, as the exchange fixes it.</param>
/// <param name="Volume">Tonnes.</param>
public sealed record KBar(string Label, long Open, long High, long Low, long Close, long Volume);

/// <summary>K 线: candles with volumes and moving averages.</summary>
public sealed record KLine(KPeriod Period, TradingMode Mode, Currency Currency, IReadOnlyList<KBar> Bars)
{
    /// <summary>So many candles are shown.</summary>
    public const int Most = 120;

    /// <summary>Over how many candles the averages go.</summary>
    public static readonly IReadOnlyList<int> Spans = [5, 10, 20];

    /// <summary>The last candles of an instrument, oldest first; what is under way is the last one.</summary>
    public static KLine Of(SchemeState state, Asset instrument, KPeriod period)
    {
        var currency = state.Trading.Instruments[instrument].Reference.Currency;
        var (tape, mode) = (Quotes.TapeOf(state, instrument.Code), state.Rules.Trading!.Main.Mode);
        var bars = tape is null ? []
            : period == KPeriod.Minute ? Minutes(state, tape)
            : Days(tape, mode, WidthOf(period));
        var form = period == KPeriod.Minute ? "HH:mm" : "yyyy-MM-dd";
        return new KLine(period, mode, currency, [.. bars.Take(Most + Spans[^1]).Reverse().Select(bar => new KBar(
            bar.Start.ToString(form, CultureInfo.InvariantCulture),
            bar.Open.Minor,
            bar.High.Minor,
            bar.Low.Minor,
            bar.Close.Minor,
            bar.Volume.Value))]);
    }

    /// <summary>
    /// The mean of the last closes up to each candle, in major units, half up to the minor unit; null until there are
    /// as many candles.
    /// </summary>
    public IReadOnlyList<decimal?> Average(int span)
    {
        var (means, sum) = (new decimal?[Bars.Count], 0m);
        for (var i = 0; i < Bars.Count; i++)
        {
            sum += Bars[i].Close;
            sum -= i >= span ? Bars[i - span].Close : 0;
            means[i] = i < span - 1
                ? null
                : Math.Round(sum / span, MidpointRounding.AwayFromZero) / Currency.MinorPerUnit;
        }

        return means;
    }

    /// <summary>The last candles with their averages, for picture and table.</summary>
    public ChartModel Chart()
    {
        var from = Math.Max(0, Bars.Count - Most);
        IReadOnlyList<decimal?> Of(Func<KBar, long> price) =>
            [.. Bars.Skip(from).Select(bar => (decimal?)price(bar) / Currency.MinorPerUnit)];
        return new ChartModel(
            ChartKind.Candles,
            Words.ChartOf(Period, Mode),
            Words.UnitOfPrice(Currency),
            Period == KPeriod.Minute ? Words.Time : Words.TradingDay,
            [.. Bars.Skip(from).Select(bar => new Text(bar.Label, bar.Label))],
            [
                new(Words.OpenPrice, Of(bar => bar.Open)),
                new(Words.ClosePrice, Of(bar => bar.Close)),
                new(Words.LowPrice, Of(bar => bar.Low)),
                new(Words.HighPrice, Of(bar => bar.High)),
                new(Words.Volume, [.. Bars.Skip(from).Select(bar => (decimal?)bar.Volume)]) { Unit = Words.Tonne },
                .. Spans.Select(span => new ChartSeries(
                    new Text($"MA{span}", $"MA{span}"), [.. Average(span).Skip(from)])),
            ]);
    }

    private static BarWidth WidthOf(KPeriod period) => period switch
    {
        KPeriod.Week => BarWidth.Week,
        KPeriod.Month => BarWidth.Month,
        _ => BarWidth.Day,
    };

    /// <summary>Minutes of the trading day under way, or of the last one, newest first.</summary>
    private static IEnumerable<Bar> Minutes(SchemeState state, Tape tape)
    {
        var day = (state.Trading.Day ?? state.Trading.LastDay ?? default).ToDateTime(default);
        return tape.Minutes(state.Rules.Trading!.Main.Mode).Before(DateTime.MaxValue)
            .TakeWhile(bar => bar.Start >= day);
    }

    /// <summary>Days, weeks or months, newest first; the day under way is in the first of them.</summary>
    private static IEnumerable<Bar> Days(Tape tape, TradingMode mode, BarWidth width)
    {
        var over = tape.Days(mode).Before(DateTime.MaxValue, width);
        if (tape.Today(mode) is not { } today)
        {
            return over;
        }

        var start = width.StartOf(today.Start);
        var latest = over.Take(1).ToList();
        return latest is [var bar] && bar.Start == start
            ? over.Skip(1).Prepend(bar.With(today))
            : over.Prepend(today with { Start = start });
    }
}
