using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Api.Shapes;

/// <summary>What a holder owes for a period and what it has handed in.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Due">To surrender.</param>
/// <param name="Allowances">Surrendered allowances.</param>
/// <param name="Offsets">Offsets used.</param>
/// <param name="Missing">Still missing.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ObligationView(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes Due,
    Tonnes Allowances,
    Tonnes Offsets,
    Tonnes Missing,
    ObligationStatus Status)
{
    /// <summary>An obligation as it is answered.</summary>
    public static ObligationView Of(Obligation one) =>
        new(one.Holder, one.Period, one.Due, one.Allowances, one.Offsets, one.Missing, one.Status);
}

/// <summary>An obligation with what was handed in for it.</summary>
/// <param name="Obligation">The numbers.</param>
/// <param name="Cap">The bound that the period's plan sets it, where it does.</param>
/// <param name="OffsetLimit">Most tonnes of offsets that may be used; left out where none are allowed.</param>
/// <param name="AdvanceLimit">Most tonnes that may be lent; left out where none may.</param>
/// <param name="Lots">What was surrendered, in the order it came.</param>
public sealed record ObligationDetails(
    ObligationView Obligation,
    Tonnes? Cap,
    Tonnes? OffsetLimit,
    Tonnes? AdvanceLimit,
    IReadOnlyList<SurrenderedLot> Lots);

/// <summary>One holder's line in the compliance table of a period 履约情况表.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Name">Its name.</param>
/// <param name="Allocation">Determined allocation; left out until it is.</param>
/// <param name="Verified">Accepted emissions of the period; left out until all are accepted.</param>
/// <param name="Due">To surrender.</param>
/// <param name="Allowances">Surrendered allowances.</param>
/// <param name="Offsets">Offsets used.</param>
/// <param name="Missing">Still missing.</param>
/// <param name="Status">Where it stands; left out while nothing is owed yet.</param>
/// <param name="Case">The case about the period.</param>
/// <param name="Fine">The decided fine.</param>
public sealed record ComplianceLineView(
    HolderId Holder,
    Text Name,
    Tonnes? Allocation,
    Tonnes? Verified,
    Tonnes Due,
    Tonnes Allowances,
    Tonnes Offsets,
    Tonnes Missing,
    ObligationStatus? Status,
    CaseId? Case,
    Amount? Fine)
{
    /// <summary>A line as it is answered.</summary>
    public static ComplianceLineView Of(ComplianceRow row) => new(
        row.Holder,
        row.Name,
        row.Allocation,
        row.Verified,
        row.Due,
        row.Allowances,
        row.Offsets,
        row.Missing,
        row.Status,
        row.Case,
        Amount.Of(row.Fine));
}

/// <summary>A decided fine.</summary>
/// <param name="Fine">The fine.</param>
/// <param name="Confiscated">The unlawful gain taken.</param>
/// <param name="Basis">How the bounds were found.</param>
/// <param name="Least">Lower bound.</param>
/// <param name="Most">Upper bound.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Source">The rule's legal source.</param>
/// <param name="MeanPrice">The price of the bounds, in minor units for a tonne.</param>
/// <param name="ShortfallRemainsDue">True when the missing units stay due after the fine.</param>
public sealed record DecisionView(
    Amount Fine,
    Amount? Confiscated,
    FineBasis Basis,
    Amount? Least,
    Amount? Most,
    DateOnly On,
    string Source,
    Amount? MeanPrice,
    bool ShortfallRemainsDue);

/// <summary>A case of non-compliance.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Holder">Against whom.</param>
/// <param name="Period">The period it is about.</param>
/// <param name="Offence">The act.</param>
/// <param name="Shortfall">Missing or hidden tonnes.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Reason">Why, or what changed it last.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Decision">The fine; left out until decided.</param>
/// <param name="Paid">True when the fine is paid.</param>
/// <param name="Correction">The order to correct.</param>
/// <param name="CorrectBy">The last day to correct.</param>
/// <param name="Cut">What a refusal to correct cuts from the next allocation.</param>
/// <param name="MadeGood">Handed in after the deadline.</param>
public sealed record CaseView(
    CaseId Id,
    HolderId Holder,
    CompliancePeriod Period,
    Offence Offence,
    Tonnes Shortfall,
    DateTimeOffset OpenedAt,
    string Reason,
    CaseStatus Status,
    DecisionView? Decision,
    bool Paid,
    CorrectionStatus Correction,
    DateOnly? CorrectBy,
    Tonnes Cut,
    Tonnes MadeGood)
{
    /// <summary>A case as it is answered.</summary>
    public static CaseView Of(PenaltyCase one) => new(
        one.Id,
        one.Holder,
        one.Period,
        one.Offence,
        one.Shortfall,
        one.OpenedAt,
        one.Reason,
        one.Status,
        one.Decision is { } decision ? Of(decision) : null,
        one.Paid,
        one.Correction,
        one.CorrectBy,
        one.Cut,
        one.MadeGood);

    private static DecisionView Of(FineDecision one) => new(
        Amount.Of(one.Fine)!,
        Amount.Of(one.Confiscated),
        one.Basis,
        Amount.Of(one.Least),
        Amount.Of(one.Most),
        one.On,
        one.Source,
        Amount.Of(one.MeanPrice),
        one.ShortfallRemainsDue);
}

/// <summary>An advance, from application to its last unit.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">The period it helps to settle.</param>
/// <param name="Applied">Asked for.</param>
/// <param name="Granted">Lent; zero while it waits.</param>
/// <param name="Used">Surrendered.</param>
/// <param name="Asset">The lent units; left out while it waits.</param>
/// <param name="Lender">The period whose allocation nets them.</param>
/// <param name="Serials">Those not used yet.</param>
public sealed record AdvanceView(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes Applied,
    Tonnes Granted,
    Tonnes Used,
    Asset? Asset,
    CompliancePeriod? Lender,
    SerialSet Serials);

/// <summary>A request to turn old units into new ones.</summary>
/// <param name="Unit">The units it makes, which name the carry-over.</param>
/// <param name="Number">Counted from 1 within the carry-over.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Quantity">Asked for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Lots">The old units, frozen.</param>
public sealed record CarryOverRequestView(
    Asset Unit,
    int Number,
    HolderId Holder,
    Tonnes Quantity,
    CarryOverStatus Status,
    IReadOnlyList<Movement> Lots);

/// <summary>What a holder may carry over.</summary>
/// <param name="Unit">The units it would become.</param>
/// <param name="Holder">Whose.</param>
/// <param name="NetSales">Sold minus bought within the window; may be negative.</param>
/// <param name="Held">Held at the census; left out before it.</param>
/// <param name="Limit">What may be converted altogether; left out before the census.</param>
/// <param name="Requested">Asked for so far, what was turned down left out.</param>
public sealed record CarryOverView(
    Asset Unit, HolderId Holder, Tonnes NetSales, Tonnes? Held, Tonnes? Limit, Tonnes Requested);

/// <summary>The average price of all trades of a month.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Source">Where it is published.</param>
public sealed record MeanPriceView(DateOnly Month, Amount Price, string Source);

/// <summary>How far a surrender had come at a milestone.</summary>
/// <param name="Period">Which period.</param>
/// <param name="At">The milestone.</param>
/// <param name="Target">The share the calendar asks for.</param>
/// <param name="Owing">Holders that owed anything.</param>
/// <param name="Met">Those among them that had surrendered all.</param>
/// <param name="Share">Met of owing.</param>
public sealed record MilestoneView(
    CompliancePeriod Period, DateTimeOffset At, Percent Target, int Owing, int Met, Percent Share);
