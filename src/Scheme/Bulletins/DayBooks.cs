using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Bulletins;

/// <summary>
/// Keeps a line of figures for each trading day when it closes, so that a bulletin adds up days and never looks at a
/// trade. A correction changes the line of its day and what is counted up from there on.
/// </summary>
internal static class DayBooks
{
    /// <summary>Notes a day that closes; the instruments still have the closes of the day before.</summary>
    public static void Note(SchemeState state, TradingDayClosed happened)
    {
        foreach (var group in happened.Bars.GroupBy(bar => UnitOf(state, bar.Instrument)))
        {
            var bars = group.ToList();
            if (!state.Bulletins.Days.TryGetValue(group.Key, out var days))
            {
                state.Bulletins.Days.Add(group.Key, days = []);
            }

            var previous = days.Count > 0 ? days[^1].Close : CommonReference(state, bars);
            days.Add(new DayFigures(
                happened.Day,
                Sum(state, bars, TradingMode.Listed),
                Sum(state, bars, TradingMode.Block),
                previous,
                null,
                default));
            CountFrom(state, days, days.Count - 1);
        }
    }

    /// <summary>Replaces the figures of a day's mode and counts up again from there.</summary>
    public static void Correct(SchemeState state, string unit, DateOnly day, TradingMode mode, ModeFigures figures)
    {
        var days = state.Bulletins.Days[unit];
        var index = IndexOf(days, day);
        days[index] = days[index].With(mode, figures);
        CountFrom(state, days, index);
    }

    /// <summary>Where a day stands in the list, or the complement of where it would.</summary>
    public static int IndexOf(List<DayFigures> days, DateOnly day)
    {
        var (low, high) = (0, days.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = days[middle].Day.CompareTo(day);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The family of an instrument: CEA of CEA-2021.</summary>
    public static string UnitOf(SchemeState state, Asset instrument)
    {
        var code = instrument.Code;
        return state.Rules.Units.FirstOrDefault(unit => code == unit.Code
            || code.StartsWith(unit.Code + "-", StringComparison.Ordinal))?.Code ?? code;
    }

    private static void CountFrom(SchemeState state, List<DayFigures> days, int from)
    {
        var total = from > 0 ? days[from - 1].Total : Turnover.Zero(state.Rules.Currency);
        for (var i = from; i < days.Count; i++)
        {
            var (day, previous) = (days[i], i > 0 ? days[i - 1].Close : days[i].PreviousClose);
            total += day.Traded;
            var listed = day.Listed.Traded;
            days[i] = day with
            {
                PreviousClose = previous,
                Close = listed.Volume == Tonnes.Zero
                    ? previous
                    : TradingDays.Average(state.Rules.Trading!, listed.Amount, listed.Volume),
                Total = total,
            };
        }
    }

    private static ModeFigures Sum(SchemeState state, List<DayBar> bars, TradingMode mode)
    {
        var traded = bars.Where(bar => bar.Mode == mode && bar.Volume > Tonnes.Zero).ToList();
        return new ModeFigures(
            traded.Aggregate(
                Turnover.Zero(state.Rules.Currency), (sum, bar) => sum + new Turnover(bar.Volume, bar.Amount)),
            traded is [var only] ? only.Open : null,
            traded.Count == 0 ? null : traded.Max(bar => bar.High),
            traded.Count == 0 ? null : traded.Min(bar => bar.Low),
            traded.Sum(bar => bar.Trades));
    }

    /// <summary>What all vintages begin with, where they begin with the same.</summary>
    private static Price? CommonReference(SchemeState state, List<DayBar> bars)
    {
        var all = bars.Select(bar => state.Trading.Instruments[bar.Instrument].Reference).Distinct().ToList();
        return all is [var only] ? only : null;
    }
}
