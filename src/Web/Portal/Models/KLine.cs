using System.Globalization;
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

/// <summary>One candle of listed trades. Prices are in minor units.</summary>
/// <param name="Label">Its minute, its day, or the first of its trading days.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest.</param>
/// <param name="Low">The lowest.</param>
/// <param name="Close">The last; of a day the average weighted by quantity, as the exchange fixes it.</param>
/// <param name="Volume">Tonnes.</param>
public sealed record KBar(string Label, long Open, long High, long Low, long Close, long Volume);

/// <summary>K 线: candles with volumes and moving averages.</summary>
public sealed record KLine(KPeriod Period, Currency Currency, IReadOnlyList<KBar> Bars)
{
    /// <summary>So many candles are shown.</summary>
    public const int Most = 120;

    /// <summary>Over how many candles the averages go.</summary>
    public static readonly IReadOnlyList<int> Spans = [5, 10, 20];

    /// <summary>The candles of an instrument, oldest first; what is under way is the last one.</summary>
    public static KLine Of(SchemeState state, Asset instrument, KPeriod period)
    {
        var currency = state.Trading.Instruments[instrument].Reference.Currency;
        if (period == KPeriod.Minute)
        {
            return new KLine(period, currency, Minutes(state, instrument));
        }

        var days = Quotes.Bars(state, instrument, TradingMode.Listed);
        if (state.Trading.Instruments[instrument].Listed is { } today)
        {
            days = days.Append(today);
        }

        return new KLine(period, currency, [.. days.GroupBy(bar => Begins(period, bar.Day)).Select(Joined)]);
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
            Words.ChartOf(Period),
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

    /// <summary>The first day that belongs to a day's candle.</summary>
    private static DateOnly Begins(KPeriod period, DateOnly day) => period switch
    {
        KPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        KPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };

    private static KBar Joined(IEnumerable<DayBar> bars)
    {
        var all = bars.ToList();
        return new KBar(
            all[0].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            all[0].Open.Minor,
            all.Max(bar => bar.High.Minor),
            all.Min(bar => bar.Low.Minor),
            all[^1].Close.Minor,
            all.Sum(bar => bar.Volume.Value));
    }

    private static List<KBar> Minutes(SchemeState state, Asset instrument)
    {
        var trades = state.Trading.Trades;
        var day = state.Trading.Day ?? state.Trading.LastDay;
        var bars = new List<KBar>();
        var first = trades.Count;
        while (first > 0 && state.Rules.Calendar.Day(trades[first - 1].At) == day)
        {
            first--;
        }

        foreach (var trade in trades.Skip(first)
            .Where(trade => trade.Instrument == instrument && trade.Mode == TradingMode.Listed))
        {
            var label = state.Rules.Calendar.Local(trade.At).ToString("HH:mm", CultureInfo.InvariantCulture);
            var (price, tonnes) = (trade.Price.Minor, trade.Quantity.Value);
            if (bars.Count == 0 || bars[^1].Label != label)
            {
                bars.Add(new KBar(label, price, price, price, price, tonnes));
            }
            else
            {
                var bar = bars[^1];
                bars[^1] = bar with
                {
                    High = Math.Max(bar.High, price),
                    Low = Math.Min(bar.Low, price),
                    Close = price,
                    Volume = bar.Volume + tonnes,
                };
            }
        }

        return bars;
    }
}
