using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>Units handed in by one movement.</summary>
/// <param name="Asset">Which units.</param>
/// <param name="Serials">Which serials of them.</param>
/// <param name="Offset">True for offsets 抵销.</param>
/// <param name="From">Where they came from; a frozen place is an advance's.</param>
/// <param name="Transaction">The transaction that moved them.</param>
/// <param name="At">When.</param>
public sealed record SurrenderedLot(
    Asset Asset, SerialSet Serials, bool Offset, Place From, TransactionId Transaction, DateTimeOffset At)
{
    /// <summary>How many.</summary>
    public Tonnes Quantity => new(Serials.Count);
}

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>立案: nothing decided.</summary>
    Open,

    /// <summary>处罚决定: the fine stands.</summary>
    Decided,

    /// <summary>结案.</summary>
    Closed,

    /// <summary>撤销: it should not have been opened, or has lost its ground.</summary>
    Withdrawn,
}

/// <summary>责令改正: where the order to correct stands.</summary>
public enum CorrectionStatus
{
    /// <summary>No order.</summary>
    None,

    /// <summary>Ordered, with a day.</summary>
    Ordered,

    /// <summary>拒不改正: refused.</summary>
    Refused,
}

/// <summary>A decided fine, with the rule it stands on.</summary>
/// <param name="Fine">The fine.</param>
/// <param name="Confiscated">没收违法所得: the unlawful gain taken; null when there was none.</param>
/// <param name="Basis">How the bounds were found.</param>
/// <param name="Least">Lower bound; null when the law names none.</param>
/// <param name="Most">Upper bound; null when the law names none.</param>
/// <param name="On">The day of the decision in the scheme's zone: it picked the rule.</param>
/// <param name="Source">The rule's legal source.</param>
/// <param name="MeanPrice">The price of the bounds, where they stand on one.</param>
/// <param name="ShortfallRemainsDue">True when the missing units stay due after the fine.</param>
public sealed record FineDecision(
    Money Fine,
    Money? Confiscated,
    FineBasis Basis,
    Money? Least,
    Money? Most,
    DateOnly On,
    string Source,
    Price? MeanPrice,
    bool ShortfallRemainsDue);

/// <summary>A case of non-compliance.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Holder">Against whom.</param>
/// <param name="Period">The period it is about.</param>
/// <param name="Offence">The act.</param>
/// <param name="Shortfall">Missing (or hidden) tonnes; zero where the act has none.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Reason">Why it was opened, or what changed it last.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Decision">The fine; null until decided.</param>
/// <param name="Paid">True when the fine is paid.</param>
/// <param name="Correction">The order to correct.</param>
/// <param name="CorrectBy">The last day to correct.</param>
/// <param name="Cut">What a refusal to correct cuts from the next allocation, in fixed tonnes.</param>
/// <param name="MadeGood">Tonnes handed in after the deadline.</param>
public sealed record PenaltyCase(
    CaseId Id,
    HolderId Holder,
    CompliancePeriod Period,
    Offence Offence,
    Tonnes Shortfall,
    DateTimeOffset OpenedAt,
    string Reason,
    CaseStatus Status = CaseStatus.Open,
    FineDecision? Decision = null,
    bool Paid = false,
    CorrectionStatus Correction = CorrectionStatus.None,
    DateOnly? CorrectBy = null,
    Tonnes Cut = default,
    Tonnes MadeGood = default)
{
    /// <summary>True until it is closed or withdrawn.</summary>
    public bool IsLive => Status is CaseStatus.Open or CaseStatus.Decided;
}

/// <summary>The average price of all trades of a month, as fines are measured by it.</summary>
public sealed record MeanPrice(DateOnly Month, Price Price, string Source);
