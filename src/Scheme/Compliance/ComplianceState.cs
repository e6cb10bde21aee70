using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>Where an obligation stands.</summary>
public enum ObligationStatus
{
    /// <summary>Before the deadline, something is still due.</summary>
    Open,

    /// <summary>足额清缴 in time.</summary>
    Met,

    /// <summary>未足额清缴: the deadline passed with something missing.</summary>
    Short,

    /// <summary>Made good after the deadline.</summary>
    MetLate,
}

/// <summary>应清缴配额: what a holder owes for a period and what it has handed in.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Due">Whole tonnes to surrender.</param>
/// <param name="Allowances">Allowances surrendered.</param>
/// <param name="Offsets">Offsets used.</param>
/// <param name="Status">Where it stands.</param>
public sealed record Obligation(
    HolderId Holder, CompliancePeriod Period, Tonnes Due, Tonnes Allowances, Tonnes Offsets, ObligationStatus Status)
{
    /// <summary>What is handed in altogether.</summary>
    public Tonnes Surrendered => Allowances + Offsets;

    /// <summary>What is missing; never negative.</summary>
    public Tonnes Missing => Tonnes.Max(Due - Surrendered, Tonnes.Zero);
}

/// <summary>Obligations, cases and applications. Changed only by applying events.</summary>
public sealed class ComplianceState
{
    /// <summary>Obligations by holder and period.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), Obligation> Obligations { get; } = [];

    /// <summary>Upper bounds of obligations that an allocation plan gave.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), Tonnes> Caps { get; } = [];

    /// <summary>What was surrendered, in order: for reversals and certificates.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), List<SurrenderedLot>> Lots { get; } = [];

    /// <summary>Cases by number.</summary>
    public Dictionary<CaseId, PenaltyCase> Cases { get; } = [];

    /// <summary>The latest case of a shortfall that was not withdrawn.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), CaseId> ShortfallCases { get; } = [];

    /// <summary>Mean prices by the first day of their month.</summary>
    public Dictionary<DateOnly, MeanPrice> MeanPrices { get; } = [];

    /// <summary>What a later allocation has to keep back.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), List<Deduction>> Deductions { get; } = [];

    /// <summary>Advances by holder and the period they help to settle.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), Advance> Advances { get; } = [];

    /// <summary>Carry-overs by the code of the new units.</summary>
    public Dictionary<Asset, CarryOverBook> CarryOvers { get; } = [];

    /// <summary>Old units left over by a carry-over, and the last period they may still settle.</summary>
    public Dictionary<Asset, CompliancePeriod> LastUses { get; } = [];

    /// <summary>Counts taken at milestones, in order.</summary>
    public List<MilestoneCounted> Milestones { get; } = [];

    /// <summary>Results as they were last published.</summary>
    public Dictionary<CompliancePeriod, ResultsPublished> Publications { get; } = [];

    /// <summary>The number the next case gets.</summary>
    public CaseId NextCase => new(Cases.Count + 1);

    /// <summary>The obligation, or null.</summary>
    public Obligation? Of(HolderId holder, CompliancePeriod period) => Obligations.GetValueOrDefault((holder, period));

    /// <summary>The latest case of a shortfall, or null.</summary>
    public PenaltyCase? ShortfallCase(HolderId holder, CompliancePeriod period) =>
        ShortfallCases.TryGetValue((holder, period), out var id) ? Cases[id] : null;

    /// <summary>Surrendered lots in the order they came.</summary>
    public IReadOnlyList<SurrenderedLot> LotsOf(HolderId holder, CompliancePeriod period) =>
        Lots.TryGetValue((holder, period), out var lots) ? lots : [];
}
