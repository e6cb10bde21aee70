using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;

namespace Tanheng.Web.Desks.Authority;

/// <summary>A dry run of a period: every entity, those the address asks for, and their sums.</summary>
internal sealed class AllocationBoard
{
    private AllocationBoard(SchemeState state, DeskAsk ask, CompliancePeriod period)
    {
        (Stage, Basis) = AllocationLines.StageOf(ask);
        ByUnit = ask["view"] == "units";
        var all = AllocationLines.Of(state, ask);
        Entities = all.Count;
        Refused = all.Count(row => row.Obstacle is not null);
        HasUndecided = all.Any(row => row.Dry.Refusal is null);
        Computed = Sum(all, row => row.Computed);
        Stands = Sum(all, row => row.Dry.Previous);
        Difference = Sum(all, row => row.Difference);
        Caps = [.. PeriodCaps.Of(state).Where(cap => cap.Period == period)];
        Rows = ByUnit ? [] : [.. all.Where(row => AllocationLines.Matches(row, ask))];
        Units = ByUnit ? AllocationUnits.List.Rows(state, ask) : [];
        Totals = ByUnit
            ? new Dictionary<string, object?> { ["computed"] = new Tonnes(Units.Sum(row => row.Tonnes.Value)) }
            : new Dictionary<string, object?>
            {
                ["computed"] = Sum(Rows, row => row.Computed),
                ["stands"] = Sum(Rows, row => row.Dry.Previous),
                ["difference"] = Sum(Rows, row => row.Difference),
                ["netted"] = Sum(Rows, row => row.Dry.Deductions),
                ["verified"] = Sum(Rows, row => row.Verified),
            };
    }

    /// <summary>Which decision.</summary>
    public AllocationStage Stage { get; }

    /// <summary>The year a pre-allocation stands on; null for the usual one.</summary>
    public int? Basis { get; }

    /// <summary>True when the address asks for generating units.</summary>
    public bool ByUnit { get; }

    /// <summary>Entities there are.</summary>
    public int Entities { get; }

    /// <summary>Entities for which nothing can be decided.</summary>
    public int Refused { get; }

    /// <summary>True when a run would decide something.</summary>
    public bool HasUndecided { get; }

    /// <summary>What the methods give for all.</summary>
    public Tonnes Computed { get; }

    /// <summary>What is decided for all.</summary>
    public Tonnes Stands { get; }

    /// <summary>What a run would change for all.</summary>
    public Tonnes Difference { get; }

    /// <summary>What is left of the period's caps.</summary>
    public IReadOnlyList<CapStanding> Caps { get; }

    /// <summary>The entities that the address asks for.</summary>
    public IReadOnlyList<AllocationLine> Rows { get; }

    /// <summary>The generating units that the address asks for.</summary>
    public IReadOnlyList<AllocationUnit> Units { get; }

    /// <summary>The foot of the table.</summary>
    public IReadOnlyDictionary<string, object?> Totals { get; }

    /// <summary>The dry run of the period in the address; null when the rulebook has no such period.</summary>
    public static AllocationBoard? Of(SchemeState state, DeskAsk ask) =>
        ask.Period is { } period && state.Rules.Period(period) is not null
            ? new AllocationBoard(state, ask, period)
            : null;

    private static Tonnes Sum(IReadOnlyList<AllocationLine> lines, Func<AllocationLine, Tonnes?> value) =>
        new(lines.Sum(line => value(line)?.Value ?? 0));
}
