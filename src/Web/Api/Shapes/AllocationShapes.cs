using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;

namespace Tanheng.Web.Api.Shapes;

/// <summary>What a holder is given in a period.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="PreAllocated">Decided before the year's figures were known.</param>
/// <param name="Determined">What the final method gave; left out until it is done.</param>
/// <param name="Adjusted">Decided beside the method.</param>
/// <param name="Deducted">Netted out: cuts, arrears, advances.</param>
/// <param name="Delivered">Net units that have reached the holder so far.</param>
/// <param name="Recovered">Part of this period's arrears that other periods' allocations made good.</param>
/// <param name="Difference">Positive is still to be delivered, negative to be taken back.</param>
/// <param name="Arrears">Given too much and not taken back yet.</param>
/// <param name="Withheld">True while nothing is delivered.</param>
/// <param name="DecidedAt">When the holder was told the last decision.</param>
public sealed record EntitlementView(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes PreAllocated,
    Tonnes? Determined,
    Tonnes Adjusted,
    Tonnes Deducted,
    Tonnes Delivered,
    Tonnes Recovered,
    Tonnes Difference,
    Tonnes Arrears,
    bool Withheld,
    DateTimeOffset? DecidedAt)
{
    /// <summary>An entitlement as it is answered.</summary>
    public static EntitlementView Of(Entitlement one) => new(
        one.Holder,
        one.Period,
        one.PreAllocated,
        one.Determined,
        one.Adjusted,
        one.Deducted,
        one.Delivered,
        one.Recovered,
        one.Difference,
        one.Arrears,
        one.Withheld,
        one.DecidedAt);
}

/// <summary>An entitlement with how every number of it came about.</summary>
/// <param name="Entitlement">The numbers.</param>
/// <param name="Figures">Pre-allocation, then the determination year by year, then grants.</param>
/// <param name="Netted">Arrears of other periods that it made good.</param>
/// <param name="Deductions">What it has to keep back.</param>
public sealed record AllocationView(
    EntitlementView Entitlement,
    IReadOnlyList<FigureView> Figures,
    IReadOnlyList<NettedArrears> Netted,
    IReadOnlyList<Tanheng.Scheme.Compliance.Deduction> Deductions);

/// <summary>One evaluation of an allocation method.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Year">The emission year it stands on.</param>
/// <param name="Method">The method.</param>
/// <param name="Inputs">Everything that went in.</param>
/// <param name="Quantity">What came out.</param>
/// <param name="Rows">Unit by unit; none where the method has no rows.</param>
/// <param name="Obligation">What the plan has surrendered at most for the year, where the method says so.</param>
/// <param name="Explanation">The work line by line; left out where the method is gone.</param>
public sealed record FigureView(
    FigureKind Kind,
    int Year,
    MethodReference Method,
    MethodInputs Inputs,
    Tonnes Quantity,
    IReadOnlyList<RowFigure> Rows,
    Tonnes? Obligation,
    ExplanationView? Explanation);
