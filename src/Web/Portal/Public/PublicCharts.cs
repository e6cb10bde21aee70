using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Web.Portal.Charts;

namespace Tanheng.Web.Portal.Public;

/// <summary>The charts of the public pages.</summary>
public static class PublicCharts
{
    /// <summary>Allocation against emissions, by period.</summary>
    public static ChartModel Balance(MarketFigures figures) => new(
        ChartKind.Bars,
        Words.ChartBalance,
        Words.Tonne,
        Words.Period,
        [.. figures.Periods.Select(sums => Plain(sums.Line.Period.ToString()))],
        [
            new(Words.Determined, [.. figures.Periods.Select(sums => (decimal?)sums.Allocated.Value)], "c1"),
            new(Words.Verified, [.. figures.Periods.Select(sums => (decimal?)sums.Verified.Value)], "c2"),
        ]);

    /// <summary>How entities have met their obligations, in percent of all, by period.</summary>
    public static ChartModel Progress(MarketFigures figures)
    {
        var periods = figures.Periods.Where(sums => sums.Line.Obligations > 0).ToList();
        IReadOnlyList<decimal?> Share(Func<PeriodSums, int> count) =>
            [.. periods.Select(sums => (decimal?)Format.Share(count(sums), sums.Line.Obligations))];
        return new ChartModel(
            ChartKind.Stack,
            Words.ChartProgress,
            Plain("%"),
            Words.Period,
            [.. periods.Select(sums => Plain(sums.Line.Period.ToString()))],
            [
                new(Names.Of(Scheme.Compliance.ObligationStatus.Met), Share(sums => sums.Line.Met), "c1"),
                new(Names.Of(Scheme.Compliance.ObligationStatus.MetLate), Share(sums => sums.Line.Late), "c2"),
                new(Names.Of(Scheme.Compliance.ObligationStatus.Short), Share(sums => sums.Line.Short), "c4"),
                new(Names.Of(Scheme.Compliance.ObligationStatus.Open), Share(sums => sums.Line.Open), "c5"),
            ])
        {
            Percent = true,
            Lying = true,
        };
    }

    /// <summary>Where the units of each vintage are.</summary>
    public static ChartModel Vintages(MarketFigures figures)
    {
        IReadOnlyList<decimal?> Of(Func<Models.UnitLine, long> figure) =>
            [.. figures.Units.Select(line => (decimal?)figure(line))];
        return new ChartModel(
            ChartKind.Stack,
            Words.ChartVintages,
            Words.Tonne,
            Words.Unit,
            [.. figures.Units.Select(line => Plain(line.Asset.Code))],
            [
                new(Words.Surrendered, Of(line => line.Surrendered), "c1"),
                new(Words.Held, Of(line => line.Held), "c3"),
                new(Words.Cancelled, Of(line => line.Cancelled), "c4"),
                new(Words.Expired, Of(line => line.Expired), "c5"),
            ])
        {
            Lying = true,
        };
    }

    /// <summary>What was moved each month by transactions between accounts, by type.</summary>
    public static ChartModel Months(
        Rulebook.Rulebook book, IReadOnlyList<KeyValuePair<DayKey, long>> days, IReadOnlySet<string> types)
    {
        var mine = days.Where(pair => types.Contains(pair.Key.Type)).ToList();
        var months = mine.Select(pair => Month(pair.Key.Day)).Distinct().Order(StringComparer.Ordinal).ToList();
        return new ChartModel(
            ChartKind.Bars,
            Words.ChartMonths,
            Words.Tonne,
            Words.Month,
            [.. months.Select(Plain)],
            [.. types.Order(StringComparer.Ordinal).Select(type => new ChartSeries(
                book.Transaction(type)?.Title ?? Plain(type),
                [.. months.Select(month => (decimal?)mine
                    .Where(pair => pair.Key.Type == type && Month(pair.Key.Day) == month)
                    .Sum(pair => pair.Value))]))]);
    }

    /// <summary>The calendar: one line for each period.</summary>
    public static TimelineModel Calendar(IReadOnlyList<PeriodRules> periods, DateTime now) => new(
        [.. periods.Select(period => Plain(period.Period.ToString()))],
        [.. periods.SelectMany((period, at) => period.Deadlines.Select(deadline => new TimelineDate(
            deadline.At,
            at,
            Join(Names.Of(deadline.Step), period.Period, deadline.At),
            deadline.At <= now)))],
        now);

    private static Text Join(Text step, CompliancePeriod period, DateTime at) => new(
        $"{period} 年度 {step.Zh}\n{Format.LastDay(at)}", $"{period} {step.En}\n{Format.LastDay(at)}");

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Text Plain(string text) => new(text, text);
}
