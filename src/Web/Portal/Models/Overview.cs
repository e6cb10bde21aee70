using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Portal.Models;

/// <summary>One period on the front page.</summary>
public sealed record PeriodLine(
    CompliancePeriod Period,
    int Obligations,
    int Met,
    int Late,
    int Short,
    int Open,
    Tonnes Due,
    Tonnes Allowances,
    Tonnes Offsets,
    Tonnes Missing,
    DateTime? Deadline);

/// <summary>Where all units of one type are: issued = held + surrendered + cancelled + expired.</summary>
public sealed record UnitLine(Asset Asset, long Issued, long Held, long Surrendered, long Cancelled, long Expired)
{
    /// <summary>True when the two sides are equal.</summary>
    public bool Balanced => Issued == Held + Surrendered + Cancelled + Expired;
}

/// <summary>Figures that several pages show.</summary>
public static class Overview
{
    private const int DeadlinesAhead = 4;

    /// <summary>The next deadlines after a moment, the soonest first.</summary>
    public static IReadOnlyList<(PeriodRules Period, Deadline Deadline)> AheadOf(SchemeState state, DateTime now) =>
        [.. state.Rules.Periods
            .SelectMany(period => period.Deadlines.Select(deadline => (period, deadline)))
            .Where(pair => pair.deadline.At > now)
            .OrderBy(pair => pair.deadline.At)
            .Take(DeadlinesAhead)];

    internal static PeriodLine Line(SchemeState state, PeriodRules rules)
    {
        var mine = state.Compliance.Obligations.Values.Where(one => one.Period == rules.Period).ToList();
        return new PeriodLine(
            rules.Period,
            mine.Count,
            mine.Count(one => one.Status == ObligationStatus.Met),
            mine.Count(one => one.Status == ObligationStatus.MetLate),
            mine.Count(one => one.Status == ObligationStatus.Short),
            mine.Count(one => one.Status == ObligationStatus.Open),
            Sum(mine, one => one.Due),
            Sum(mine, one => one.Allowances),
            Sum(mine, one => one.Offsets),
            Sum(mine, one => one.Missing),
            rules.DeadlineOf(Step.Surrender)?.At);
    }

    internal static List<UnitLine> UnitsOf(SchemeState state)
    {
        var system = state.Registry.System!;
        var lines = new List<UnitLine>();
        foreach (var asset in state.Ledger.Assets.Keys.Where(asset => !asset.IsMoney).OrderBy(asset => asset.Code))
        {
            long held = 0;
            for (var id = 1; id <= state.Ledger.AccountCount; id++)
            {
                var account = new AccountId(id);
                held += state.Ledger.KindOf(account).IsSystem() ? 0 : state.Ledger.Total(account, asset);
            }

            lines.Add(new UnitLine(
                asset,
                -state.Ledger.Total(system.Issuance, asset),
                held,
                state.Ledger.Total(system.Surrendered, asset),
                state.Ledger.Total(system.Cancelled, asset),
                state.Ledger.Total(system.Expired, asset)));
        }

        return lines;
    }

    private static Tonnes Sum(List<Obligation> obligations, Func<Obligation, Tonnes> figure) =>
        new(obligations.Sum(one => figure(one).Value));
}
