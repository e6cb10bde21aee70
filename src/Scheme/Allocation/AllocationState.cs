using Tanheng.Quantities;

namespace Tanheng.Scheme.Allocation;

/// <summary>What a holder is given in a period. Quantities are whole tonnes.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="PreAllocated">Issued before the year's figures were known.</param>
/// <param name="Determined">核定: what the final method gave; null until it is done.</param>
/// <param name="Deducted">Netted out of the determination: cuts, arrears, advances.</param>
/// <param name="Delivered">Net units that have reached the holder (or its custody) so far.</param>
public sealed record Entitlement(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes PreAllocated,
    Tonnes? Determined,
    Tonnes Deducted,
    Tonnes Delivered);

/// <summary>Entitlements and deductions still to be netted. Changed only by applying events.</summary>
public sealed class AllocationState
{
    /// <summary>Entitlements by holder and period.</summary>
    public Dictionary<(HolderId Holder, CompliancePeriod Period), Entitlement> Entitlements { get; } = [];

    /// <summary>The entitlement, or null.</summary>
    public Entitlement? Of(HolderId holder, CompliancePeriod period) => Entitlements.GetValueOrDefault((holder, period));
}
