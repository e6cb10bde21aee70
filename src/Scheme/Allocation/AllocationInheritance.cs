using Tanheng.Quantities;

namespace Tanheng.Scheme.Allocation;

/// <summary>What a successor takes over in this area: entitlements are added to its own, period by period.</summary>
internal static class AllocationInheritance
{
    /// <summary>What has to be settled before, or null: only one side's allocation of a period is determined.</summary>
    public static Text? Unfinished(SchemeState state, HolderId from, HolderId to)
    {
        foreach (var period in state.Rules.Periods.Select(rules => rules.Period))
        {
            if (state.Allocation.Of(from, period) is { } old && state.Allocation.Of(to, period) is { } own
                && (old.Determined is null) != (own.Determined is null))
            {
                return new Text(
                    $"{period} 年度配额只核定了一方", $"the allocation of {period} is determined for one side only");
            }
        }

        return null;
    }

    /// <summary>Moves the area's state from one holder to another.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to) =>
        Apply(state, from, to, state.Rules.Periods.Select(rules => rules.Period));

    /// <summary>The same for some periods.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to, IEnumerable<CompliancePeriod> periods)
    {
        var (entitlements, figures) = (state.Allocation.Entitlements, state.Allocation.Figures);
        foreach (var period in periods)
        {
            if (entitlements.Remove((from, period), out var old))
            {
                entitlements[(to, period)] = entitlements.TryGetValue((to, period), out var own)
                    ? Sum(own, old)
                    : old with { Holder = to };
            }

            if (figures.Remove((from, period), out var work))
            {
                var known = state.Allocation.FiguresOf(to, period);
                figures[(to, period)] = new AllocationFigures(
                    [.. known.PreAllocation, .. work.PreAllocation],
                    [.. known.Final, .. work.Final],
                    [.. known.Grants, .. work.Grants]);
            }
        }
    }

    private static Entitlement Sum(Entitlement own, Entitlement old) => own with
    {
        PreAllocated = own.PreAllocated + old.PreAllocated,
        Determined = own.Determined is { } left && old.Determined is { } right ? left + right : null,
        Deducted = own.Deducted + old.Deducted,
        Delivered = own.Delivered + old.Delivered,
        Adjusted = own.Adjusted + old.Adjusted,
        Recovered = own.Recovered + old.Recovered,
        Withheld = own.Withheld || old.Withheld,
        DecidedAt = own.DecidedAt is null || old.DecidedAt > own.DecidedAt ? old.DecidedAt : own.DecidedAt,
        Netted = [.. own.Netted, .. old.Netted],
    };
}
