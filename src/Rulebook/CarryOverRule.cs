using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>
/// 结转: units of old vintages become units of a new one, up to
/// <c>T = floor(Base + max(0, sold − bought) × Multiple)</c> and up to what is held at <see cref="HoldingsAt"/>.
/// </summary>
public sealed record CarryOverRule : Rule
{
    /// <summary>The family.</summary>
    public required string Unit { get; init; }

    /// <summary>Vintages that may be converted; the others stay as they are.</summary>
    public required IReadOnlyList<CompliancePeriod> FromVintages { get; init; }

    /// <summary>The vintage they become.</summary>
    public required CompliancePeriod ToVintage { get; init; }

    /// <summary>B: tonnes every entity may carry.</summary>
    public required Tonnes Base { get; init; }

    /// <summary>R: multiple of the net sales.</summary>
    public required decimal Multiple { get; init; }

    /// <summary>First day of the sales that count.</summary>
    public required DateOnly SalesFrom { get; init; }

    /// <summary>Last day of the sales that count.</summary>
    public required DateOnly SalesUntil { get; init; }

    /// <summary>The moment whose holdings cap T (local time).</summary>
    public required DateTime HoldingsAt { get; init; }

    /// <summary>First moment of applications (local time).</summary>
    public required DateTime ApplyFrom { get; init; }

    /// <summary>First moment that is too late to apply (local time).</summary>
    public required DateTime ApplyUntil { get; init; }

    /// <summary>Periods whose surrender must have been met.</summary>
    public required IReadOnlyList<CompliancePeriod> RequiresMet { get; init; }

    /// <summary>How T becomes whole tonnes.</summary>
    public Rounding Rounding { get; init; } = Rounding.Floor;

    /// <summary>Working days in which the registry issues the new units.</summary>
    public int IssueWithinWorkingDays { get; init; }

    /// <summary>True when old units left over become unusable after the window.</summary>
    public bool VoidsTheRest { get; init; }
}
