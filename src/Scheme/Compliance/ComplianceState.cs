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

    /// <summary>The obligation, or null.</summary>
    public Obligation? Of(HolderId holder, CompliancePeriod period) => Obligations.GetValueOrDefault((holder, period));
}
