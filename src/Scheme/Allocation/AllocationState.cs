using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Allocation;

/// <summary>Entitlements, and the figures they stand on. Changed only by applying events.</summary>
public sealed class AllocationState
{
    /// <summary>Entitlements by holder and period.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), Entitlement> Entitlements { get; } = [];

    /// <summary>The figures behind each entitlement, kept so that every number can be shown with its work.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), AllocationFigures> Figures { get; } = [];

    /// <summary>What new facilities were granted.</summary>
    public Dictionary<(FacilityId Facility, CompliancePeriod Period), Tonnes> Grants { get; } = [];

    /// <summary>What was taken back for units that closed.</summary>
    public Dictionary<(GeneratingUnitId Unit, CompliancePeriod Period), Tonnes> Closures { get; } = [];

    /// <summary>What proposals that wait keep of caps.</summary>
    public Dictionary<ProposalId, IReadOnlyList<CapUse>> Reserved { get; } = [];

    /// <summary>The entitlement, or null.</summary>
    public Entitlement? Of(HolderId holder, CompliancePeriod period) =>
        Entitlements.GetValueOrDefault((holder, period));

    /// <summary>The figures, or none.</summary>
    public AllocationFigures FiguresOf(HolderId holder, CompliancePeriod period) =>
        Figures.GetValueOrDefault((holder, period)) ?? AllocationFigures.None;

    /// <summary>The entitlement, or an empty one.</summary>
    internal Entitlement OfOrEmpty(HolderId holder, CompliancePeriod period) =>
        Of(holder, period) ?? new Entitlement(holder, period, default, null, default, default);

    internal void Change(HolderId holder, CompliancePeriod period, Func<Entitlement, Entitlement> change) =>
        Entitlements[(holder, period)] = change(OfOrEmpty(holder, period));
}

/// <summary>What a holder is given in a period. Quantities are whole tonnes.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="PreAllocated">预分配: decided before the year's figures were known.</param>
/// <param name="Determined">核定: what the final method gave; null until it is done.</param>
/// <param name="Deducted">Netted out: cuts, arrears, advances.</param>
/// <param name="Delivered">Net units that have reached the holder (or its custody) so far.</param>
/// <param name="Adjusted">Decided beside the method: new facilities, closures, adjustments. The first determination
/// replaces it.</param>
/// <param name="Recovered">Part of this period's arrears that allocations of other periods made good.</param>
/// <param name="Withheld">True while nothing is delivered.</param>
/// <param name="DecidedAt">When the holder was told the last decision.</param>
/// <param name="Excluded">True while no year of the period counts for the holder: it is due nothing.</param>
public sealed record Entitlement(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes PreAllocated,
    Tonnes? Determined,
    Tonnes Deducted,
    Tonnes Delivered,
    Tonnes Adjusted = default,
    Tonnes Recovered = default,
    bool Withheld = false,
    DateTimeOffset? DecidedAt = null,
    bool Excluded = false)
{
    /// <summary>
    /// Arrears of other periods that are part of <see cref="Deducted"/>, in the order they were netted.
    /// </summary>
    public IReadOnlyList<NettedArrears> Netted { get; init; } = [];

    /// <summary>What is due to the holder before netting.</summary>
    public Tonnes Basis => Excluded
        ? Tonnes.Zero
        : Tonnes.Max((Determined ?? PreAllocated) + Adjusted, Tonnes.Zero);

    /// <summary>多退少补: positive is still to be delivered, negative to be taken back.</summary>
    public Tonnes Difference => Basis - Deducted - Delivered + Recovered;

    /// <summary>Units that were given too much and could not be taken back yet.</summary>
    public Tonnes Arrears => Tonnes.Max(-Difference, Tonnes.Zero);

    /// <summary>The part of <see cref="Deducted"/> that other periods' arrears are.</summary>
    internal Tonnes NettedForArrears => new(Netted.Sum(netted => netted.Quantity.Value));
}

/// <summary>Arrears of another period that an allocation made good.</summary>
public sealed record NettedArrears(CompliancePeriod From, Tonnes Quantity);

/// <summary>The allocation of one generating unit (or facility).</summary>
public sealed record RowFigure(string Id, Tonnes Tonnes);

/// <summary>One evaluation of an allocation method: reference and inputs are enough to show the work again.</summary>
/// <param name="Year">The emission year it stands on.</param>
/// <param name="Method">The method.</param>
/// <param name="Inputs">Everything that went in.</param>
/// <param name="Quantity">Its output, whole tonnes.</param>
/// <param name="Rows">Unit by unit; none where the method has no rows.</param>
/// <param name="Obligation">What the plan has surrendered at most for the year; null when the method does not
/// say.</param>
public sealed record AllocationFigure(
    int Year,
    MethodReference Method,
    MethodInputs Inputs,
    Tonnes Quantity,
    IReadOnlyList<RowFigure> Rows,
    Tonnes? Obligation = null);

/// <summary>The figures behind an entitlement.</summary>
/// <param name="PreAllocation">Of the pre-allocation.</param>
/// <param name="Final">Of the determination, one for each year of the period.</param>
/// <param name="Grants">Of new facilities.</param>
public sealed record AllocationFigures(
    IReadOnlyList<AllocationFigure> PreAllocation,
    IReadOnlyList<AllocationFigure> Final,
    IReadOnlyList<AllocationFigure> Grants)
{
    /// <summary>No figures.</summary>
    public static AllocationFigures None { get; } = new([], [], []);
}
