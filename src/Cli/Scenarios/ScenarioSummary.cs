using System.Globalization;
using Tanheng.Cli.Output;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Cli.Scenarios;

/// <summary>One period's outcome.</summary>
public sealed record PeriodOutcome(
    CompliancePeriod Period, int Obligations, Tonnes Due, int Short, Tonnes ShortAtDeadline, int Late, Money Fines);

/// <summary>What a scenario came to, read from the market's state.</summary>
public sealed record ScenarioSummary(IReadOnlyList<PeriodOutcome> Periods, Currency Currency)
{
    /// <summary>Reads the state.</summary>
    public static ScenarioSummary Of(SchemeState state)
    {
        var currency = state.Rules.Currency;
        var cases = state.Compliance.Cases.Values.ToLookup(one => one.Period);
        var periods = state.Compliance.Obligations.Values
            .GroupBy(one => one.Period)
            .OrderBy(group => group.Key)
            .Select(group => new PeriodOutcome(
                group.Key,
                group.Count(),
                new Tonnes(group.Sum(one => one.Due.Value)),
                group.Count(one => one.Status == ObligationStatus.Short),
                new Tonnes(group.Sum(one => one.Missing.Value)),
                group.Count(one => one.Status == ObligationStatus.MetLate),
                new Money(cases[group.Key].Sum(one => one.Decision?.Fine.Minor ?? 0), currency)));
        return new ScenarioSummary([.. periods], currency);
    }

    internal void Print(Screen screen, string name, long commands, VerifiedEmissions? figures)
    {
        var total = new PeriodOutcome(
            default,
            Periods.Sum(one => one.Obligations),
            new Tonnes(Periods.Sum(one => one.Due.Value)),
            Periods.Sum(one => one.Short),
            new Tonnes(Periods.Sum(one => one.ShortAtDeadline.Value)),
            Periods.Sum(one => one.Late),
            new Money(Periods.Sum(one => one.Fines.Minor), Currency));
        if (screen.Json)
        {
            Screen.Write(new
            {
                scenario = name,
                commands,
                excluded = figures?.Excluded,
                periods = Periods.Select(one => new
                {
                    period = one.Period.ToString(),
                    obligations = one.Obligations,
                    due = one.Due.Value,
                    @short = one.Short,
                    missing = one.ShortAtDeadline.Value,
                    late = one.Late,
                    fines = one.Fines.ToString(),
                }),
                total = new
                {
                    obligations = total.Obligations,
                    due = total.Due.Value,
                    @short = total.Short,
                    missing = total.ShortAtDeadline.Value,
                    late = total.Late,
                    fines = total.Fines.ToString(),
                },
            });
            return;
        }

        screen.Table(
            [
                ("履约周期", "Period", false),
                ("应清缴单位", "Obligations", true),
                ("应清缴（吨）", "Due (t)", true),
                ("未足额", "Short", true),
                ("缺口（吨）", "Missing (t)", true),
                ("逾期补足", "Met late", true),
                ("罚款", "Fines", true),
            ],
            [.. Periods.Select(one => Row(one.Period.ToString(), one)), Row(screen.Say("合计", "Total"), total)]);
        if (figures is not null)
        {
            screen.Line(
                $"Excluded（不报告）：{figures.Excluded:#,0} 行",
                $"Excluded, not reported: {figures.Excluded:#,0} rows");
        }

        screen.Note($"{name}：{commands:#,0} 条命令已持久写入。", $"{name}: {commands:#,0} commands, durably written.");
    }

    private static string[] Row(string period, PeriodOutcome one) =>
    [
        period,
        Number(one.Obligations),
        Number(one.Due.Value),
        Number(one.Short),
        Number(one.ShortAtDeadline.Value),
        Number(one.Late),
        one.Fines.Amount + " " + one.Fines.Currency.Code,
    ];

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
