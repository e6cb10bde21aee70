using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>One holder's line of a period. Quantities are whole tonnes.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Name">Its name.</param>
/// <param name="Allocation">Determined allocation; null until it is.</param>
/// <param name="Verified">Accepted emissions of the period; null until all are accepted.</param>
/// <param name="Due">To surrender.</param>
/// <param name="Allowances">Surrendered allowances.</param>
/// <param name="Offsets">Used offsets.</param>
/// <param name="Missing">Still missing.</param>
/// <param name="Status">Where it stands; null while nothing is owed yet.</param>
/// <param name="Case">The case of the period, the shortfall's before others; null when there is none.</param>
/// <param name="Fine">The decided fine.</param>
public sealed record ComplianceRow(
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
    Money? Fine);

/// <summary>履约情况表: every holder that owes for a period, is covered in it, or has a case about it.</summary>
public static class ComplianceTable
{
    /// <summary>The rows, by holder.</summary>
    public static IReadOnlyList<ComplianceRow> Of(SchemeState state, CompliancePeriod period)
    {
        var cases = state.Compliance.Cases.Values
            .Where(one => one.Period == period && one.Status != CaseStatus.Withdrawn)
            .OrderByDescending(one => one.Offence == Offence.SurrenderShortfall)
            .ThenByDescending(one => one.Id.Value)
            .DistinctBy(one => one.Holder)
            .ToDictionary(one => one.Holder);
        var holders = new SortedSet<long>(cases.Keys.Select(holder => holder.Value));
        holders.UnionWith(state.Compliance.Obligations.Keys
            .Where(key => key.Period == period)
            .Select(key => key.Holder.Value));
        for (var year = period.First; year <= period.Last && period != default; year++)
        {
            holders.UnionWith(state.Registry.Coverage.GetValueOrDefault(year, []).Select(holder => holder.Value));
        }

        return [.. holders.Select(holder => Row(state, new HolderId(holder), period, cases))];
    }

    private static ComplianceRow Row(
        SchemeState state, HolderId holder, CompliancePeriod period, Dictionary<HolderId, PenaltyCase> cases)
    {
        var obligation = state.Compliance.Of(holder, period);
        var about = cases.GetValueOrDefault(holder);
        return new ComplianceRow(
            holder,
            state.Registry.Find(holder)?.Name ?? new Text(holder.ToString(), holder.ToString()),
            state.Allocation.Of(holder, period)?.Determined,
            Obligations.Verified(state, holder, period),
            obligation?.Due ?? Tonnes.Zero,
            obligation?.Allowances ?? Tonnes.Zero,
            obligation?.Offsets ?? Tonnes.Zero,
            obligation?.Missing ?? Tonnes.Zero,
            obligation?.Status,
            about?.Id,
            about?.Decision?.Fine);
    }
}
