using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.Portal.Charts;

namespace Tanheng.Web.Desks.Authority;

/// <summary>A period as the authority watches it: every entity, those the address asks for, and their sums.</summary>
internal sealed class ComplianceBoard
{
    private readonly IReadOnlyList<ComplianceLine> all;

    private ComplianceBoard(SchemeState state, DeskAsk ask, PeriodRules rules)
    {
        Rules = rules;
        all = ComplianceLines.Of(state, ask);
        Rows = [.. all.Where(row => ComplianceLines.Matches(row, ask))];
        Milestones = [.. state.Compliance.Milestones.Where(one => one.Period == rules.Period)];
        Due = Sum(all, row => row.Row.Due);
        Allowances = Sum(all, row => row.Row.Allowances);
        Offsets = Sum(all, row => row.Row.Offsets);
        Missing = Sum(all, row => row.Row.Missing);
        NotMet = all.Count(row => row.Row.Status is ObligationStatus.Short or ObligationStatus.Open);
        Provinces = [.. all.Select(row => row.Province).Distinct().Order()];
        Totals = new Dictionary<string, object?>
        {
            ["due"] = Sum(Rows, row => row.Row.Due),
            ["allowances"] = Sum(Rows, row => row.Row.Allowances),
            ["offsets"] = Sum(Rows, row => row.Row.Offsets),
            ["missing"] = Sum(Rows, row => row.Row.Missing),
        };
        Chart = all.Count > 0 ? ComplianceLines.Chart(all) : null;
    }

    /// <summary>The period's rules.</summary>
    public PeriodRules Rules { get; }

    /// <summary>The lines that the address asks for.</summary>
    public IReadOnlyList<ComplianceLine> Rows { get; }

    /// <summary>How far the period was at the days the rulebook counts.</summary>
    public IReadOnlyList<MilestoneCounted> Milestones { get; }

    /// <summary>Owed by all.</summary>
    public Tonnes Due { get; }

    /// <summary>Allowances handed in.</summary>
    public Tonnes Allowances { get; }

    /// <summary>Offsets handed in.</summary>
    public Tonnes Offsets { get; }

    /// <summary>Still missing.</summary>
    public Tonnes Missing { get; }

    /// <summary>Entities there are.</summary>
    public int Entities => all.Count;

    /// <summary>Entities that have not handed in everything.</summary>
    public int NotMet { get; }

    /// <summary>Where the entities are.</summary>
    public IReadOnlyList<string> Provinces { get; }

    /// <summary>The foot of the table.</summary>
    public IReadOnlyDictionary<string, object?> Totals { get; }

    /// <summary>Handed in and missing, by province; null when there is nobody.</summary>
    public ChartModel? Chart { get; }

    /// <summary>
    /// Per cent of what is owed that is handed in, rounded down to hundredths, so that it is 100 only when nothing is
    /// missing.
    /// </summary>
    public decimal Share => Due.Value > 0
        ? Math.Floor(10_000m * Math.Max(0, Due.Value - Missing.Value) / Due.Value) / 100
        : 100m;

    /// <summary>The board of the period in the address; null when the rulebook has no such period.</summary>
    public static ComplianceBoard? Of(SchemeState state, DeskAsk ask) =>
        ask.Period is { } period && state.Rules.Period(period) is { } rules
            ? new ComplianceBoard(state, ask, rules)
            : null;

    private static Tonnes Sum(IReadOnlyList<ComplianceLine> lines, Func<ComplianceLine, Tonnes> value) =>
        new(lines.Sum(line => value(line).Value));
}
