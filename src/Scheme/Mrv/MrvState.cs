using System.Collections.Immutable;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Mrv;

/// <summary>
/// One line of a report: a generating unit (or the whole facility), the inputs of its emission method, and the production
/// figures that its allocation needs (supplied or generated electricity, heat, load factor, …).
/// </summary>
/// <param name="Facility">Where.</param>
/// <param name="Unit">Which unit; null when the line is the facility as a whole.</param>
/// <param name="Emissions">Inputs of the emission method.</param>
/// <param name="Production">Inputs of the allocation method's row, beside the unit's own attributes.</param>
public sealed record ReportLine(FacilityId Facility, GeneratingUnitId? Unit, MethodInputs Emissions, MethodInputs Production);

/// <summary>A line with what its method made of it.</summary>
public sealed record CalculatedLine(ReportLine Line, MethodReference Method, Tonnes Tonnes);

/// <summary>Emissions of a holder and year that the authority accepted: what obligation and allocation stand on.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Version">1 for the first acceptance, then one more for each correction.</param>
/// <param name="Lines">Verified lines.</param>
/// <param name="Total">Whole tonnes.</param>
public sealed record AcceptedEmissions(
    HolderId Holder, int Year, int Version, ImmutableArray<CalculatedLine> Lines, Tonnes Total);

/// <summary>Monitoring plans, reports, verification and what was accepted. Changed only by applying events.</summary>
public sealed class MrvState
{
    /// <summary>Accepted emissions by holder and year.</summary>
    public Dictionary<(HolderId Holder, int Year), AcceptedEmissions> Accepted { get; } = [];

    /// <summary>Accepted emissions, or null.</summary>
    public AcceptedEmissions? Of(HolderId holder, int year) => Accepted.GetValueOrDefault((holder, year));
}
