using Tanheng.Quantities;

namespace Tanheng.Scheme.Allocation;

/// <summary>What a successor takes over in this area: entitlements are added to its own, period by period.</summary>
internal static class AllocationInheritance
{
    /// <summary>Moves the area's state from one holder to another.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to)
    {
        var entitlements = state.Allocation.Entitlements;
        foreach (var period in state.Rules.Periods.Select(rules => rules.Period))
        {
            if (!entitlements.Remove((from, period), out var old))
            {
                continue;
            }

            entitlements[(to, period)] = entitlements.TryGetValue((to, period), out var own)
                ? own with
                {
                    PreAllocated = own.PreAllocated + old.PreAllocated,
                    Determined = Sum(own.Determined, old.Determined),
                    Deducted = own.Deducted + old.Deducted,
                    Delivered = own.Delivered + old.Delivered,
                }
                : old with { Holder = to };
        }
    }

    private static Tonnes? Sum(Tonnes? left, Tonnes? right) =>
        left is null ? right : right is null ? left : left.Value + right.Value;
}
