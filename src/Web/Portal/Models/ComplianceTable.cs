using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal.Models;

/// <summary>One holder's line in a period's compliance table. Null where nothing has happened yet.</summary>
public sealed record ComplianceLine(
    Holder Holder,
    Tonnes? Verified,
    Tonnes? PreAllocated,
    Tonnes? Determined,
    Tonnes? Delivered,
    Obligation? Obligation);

/// <summary>A period's table, filtered, and the sums of the whole period.</summary>
public sealed record ComplianceTable(PeriodRules Period, IReadOnlyList<ComplianceLine> Lines, PeriodLine Totals)
{
    /// <summary>The table of a period, or null when the rulebook has no such period.</summary>
    public static ComplianceTable? Of(
        SchemeState state, CompliancePeriod period, ObligationStatus? status, string search)
    {
        if (state.Rules.Period(period) is not { } rules)
        {
            return null;
        }

        var lines = state.Registry.Holders.Values
            .Select(holder => Line(state, period, holder))
            .Where(line => line.Obligation is not null || line.Verified is not null || line.PreAllocated is not null)
            .Where(line => status is null || line.Obligation?.Status == status)
            .Where(line => search.Length == 0 || Matches(line.Holder, search))
            .OrderBy(line => line.Holder.Id.Value);
        return new ComplianceTable(rules, [.. lines], Overview.Line(state, rules));
    }

    private static bool Matches(Holder holder, string search) =>
        holder.Code.Contains(search, StringComparison.OrdinalIgnoreCase)
        || holder.Name.Zh.Contains(search, StringComparison.OrdinalIgnoreCase)
        || holder.Name.En.Contains(search, StringComparison.OrdinalIgnoreCase);

    private static ComplianceLine Line(SchemeState state, CompliancePeriod period, Holder holder)
    {
        long verified = 0;
        var whole = true;
        for (var year = period.First; year <= period.Last; year++)
        {
            var accepted = state.Mrv.Of(holder.Id, year);
            verified += accepted?.Total.Value ?? 0;
            whole &= accepted is not null;
        }

        var entitlement = state.Allocation.Of(holder.Id, period);
        return new ComplianceLine(
            holder,
            whole ? new Tonnes(verified) : null,
            entitlement?.PreAllocated,
            entitlement?.Determined,
            entitlement?.Delivered,
            state.Compliance.Of(holder.Id, period));
    }
}
