using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>A step of the compliance calendar.</summary>
public enum Step
{
    /// <summary>数据质量控制方案 filed.</summary>
    MonitoringPlan,

    /// <summary>年度排放报告 filed.</summary>
    Report,

    /// <summary>核查 finished.</summary>
    Verification,

    /// <summary>预分配 issued.</summary>
    PreAllocation,

    /// <summary>核定配额 issued.</summary>
    Allocation,

    /// <summary>
    /// A share of the entities (or units) must be settled by this day; see <see cref="Deadline.Share"/>.
    /// </summary>
    SurrenderMilestone,

    /// <summary>清缴截止: after this moment what is missing is a shortfall.</summary>
    Surrender,

    /// <summary>Results are published.</summary>
    Publication,
}

/// <summary>
/// A step's last moment in the scheme's own time: the step is late from <see cref="At"/> on (24:00 of the last day).
/// </summary>
public sealed record Deadline : Rule
{
    /// <summary>Which step.</summary>
    public required Step Step { get; init; }

    /// <summary>The first moment that is too late, in local time.</summary>
    public required DateTime At { get; init; }

    /// <summary>For milestones: the share that must be settled by then.</summary>
    public Percent? Share { get; init; }

    /// <summary>The sectors it is for; empty for all that have no deadline of their own.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];
}

/// <summary>The methods of one sector in one period.</summary>
public sealed record SectorRule : Rule
{
    /// <summary>Sector code: power, steel, cement, aluminium, installation.</summary>
    public required string Sector { get; init; }

    /// <summary>True when verified totals come from another system instead of reports made here.</summary>
    public bool VerifiedElsewhere { get; init; }

    /// <summary>Covered from this many tonnes a year.</summary>
    public Tonnes Threshold { get; init; }

    /// <summary>Gases that count, such as CO2, CF4.</summary>
    public required IReadOnlyList<string> Gases { get; init; }

    /// <summary>
    /// Emission accounting, evaluated for each line of a report; its output <c>total</c> is whole tonnes.
    /// </summary>
    public required MethodReference Emissions { get; init; }

    /// <summary>
    /// Final allocation of one entity; its output <c>final</c> is whole tonnes, row output <c>allocation</c> per
    /// unit.
    /// </summary>
    public required MethodReference Allocation { get; init; }

    /// <summary>Pre-allocation of one entity, output <c>final</c>; null when the plan has none.</summary>
    public MethodReference? PreAllocation { get; init; }

    /// <summary>Lines of the method keys (emissions, allocation, pre_allocation), for messages about methods.</summary>
    internal IReadOnlyDictionary<string, int> LineOf { get; init; } = new Dictionary<string, int>();
}

/// <summary>How allowances reach the entities.</summary>
public sealed record AllocationRule : Rule
{
    /// <summary>The family that is allocated, with the vintage.</summary>
    public required string Unit { get; init; }

    /// <summary>The vintage that is allocated; default when the family has none.</summary>
    public CompliancePeriod Vintage { get; init; }

    /// <summary>True when units pass the provincial account on their way 经省级账户.</summary>
    public bool ThroughProvince { get; init; }

    /// <summary>差异化: units of risky entities go to custody and are surrendered from there first.</summary>
    public bool CustodyForRisky { get; init; }

    /// <summary>缺口率上限 as a share of verified emissions; passed to the allocation method as <c>gap_cap</c>.</summary>
    public Percent? GapCap { get; init; }

    /// <summary>Share of the pre-allocation, passed to its method as <c>share</c>.</summary>
    public Percent? PreAllocationShare { get; init; }
}

/// <summary>Which units settle an obligation, newest vintage allowed included.</summary>
public sealed record AcceptedUnits : Rule
{
    /// <summary>The family.</summary>
    public required string Unit { get; init; }

    /// <summary>Oldest vintage; default is no bound.</summary>
    public CompliancePeriod FromVintage { get; init; }

    /// <summary>Newest vintage; default is no bound.</summary>
    public CompliancePeriod UpToVintage { get; init; }

    /// <summary>
    /// The first moment (local time) at which the family no longer settles this period; null is open.
    /// </summary>
    public DateTime? UsableUntil { get; init; }

    /// <summary>True when the vintage may settle the period.</summary>
    public bool Covers(CompliancePeriod vintage) =>
        (FromVintage == default || FromVintage <= vintage) && (UpToVintage == default || vintage <= UpToVintage);
}

/// <summary>抵销: offsets up to a share of the obligation.</summary>
public sealed record OffsetRule : Rule
{
    /// <summary>Accepted offset families.</summary>
    public required IReadOnlyList<AcceptedUnits> Accepts { get; init; }

    /// <summary>Largest share of the obligation.</summary>
    public required Percent Share { get; init; }

    /// <summary>How the limit becomes whole tonnes.</summary>
    public Rounding Rounding { get; init; } = Rounding.Floor;
}

/// <summary>What the registry does by itself when the deadline passes.</summary>
public enum AtDeadline
{
    /// <summary>Nothing moves; what is missing is a shortfall.</summary>
    OpenCase,

    /// <summary>The registry takes what it can (oldest vintage first); the rest is a shortfall 自动清缴.</summary>
    TakeWhatThereIs,
}

/// <summary>清缴: how an obligation is settled.</summary>
public sealed record SurrenderRule : Rule
{
    /// <summary>Allowances that settle it.</summary>
    public required IReadOnlyList<AcceptedUnits> Accepts { get; init; }

    /// <summary>Offsets; null when none are allowed.</summary>
    public OffsetRule? Offsets { get; init; }

    /// <summary>Automatic behaviour at the deadline.</summary>
    public AtDeadline AtDeadline { get; init; }

    /// <summary>True when units may still be surrendered after the deadline (the late entity makes good).</summary>
    public bool LateAccepted { get; init; } = true;
}

/// <summary>预支: part of a later year's pre-allocation is used for this year's surrender.</summary>
public sealed record AdvanceRule : Rule
{
    /// <summary>The later vintage that is lent.</summary>
    public required CompliancePeriod FromVintage { get; init; }

    /// <summary>The smallest gap (shortage / verified emissions) that opens the way.</summary>
    public required Percent MinimumGap { get; init; }

    /// <summary>The largest share of the gap that may be lent.</summary>
    public required Percent LimitOfGap { get; init; }

    /// <summary>How the limit becomes whole tonnes.</summary>
    public Rounding Rounding { get; init; } = Rounding.Floor;
}

/// <summary>The rules of one compliance period.</summary>
public sealed record PeriodRules : Rule
{
    /// <summary>The period.</summary>
    public required CompliancePeriod Period { get; init; }

    /// <summary>Its calendar, in the order of <see cref="Deadline.At"/>.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Its sectors and their methods.</summary>
    public required IReadOnlyList<SectorRule> Sectors { get; init; }

    /// <summary>Its allocation.</summary>
    public required AllocationRule Allocation { get; init; }

    /// <summary>Its surrender.</summary>
    public required SurrenderRule Surrender { get; init; }

    /// <summary>Its advance; null when not allowed.</summary>
    public AdvanceRule? Advance { get; init; }

    /// <summary>Its cap; null where allocation has none.</summary>
    public CapRule? Cap { get; init; }

    /// <summary>The general moment a step is late, or null when the calendar does not name it.</summary>
    public Deadline? DeadlineOf(Step step) =>
        Deadlines.FirstOrDefault(deadline => deadline.Step == step && deadline.Sectors.Count == 0);

    /// <summary>The moment a step is late for a sector: its own, else the general one.</summary>
    public Deadline? DeadlineOf(Step step, string sector) =>
        Deadlines.FirstOrDefault(deadline => deadline.Step == step && deadline.Sectors.Contains(sector))
        ?? DeadlineOf(step);

    /// <summary>The methods of a sector, or null when it is not covered.</summary>
    public SectorRule? Sector(string sector) => Sectors.FirstOrDefault(rule => rule.Sector == sector);
}
