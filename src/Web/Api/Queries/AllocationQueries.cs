using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>Entitlements with the work behind every number.</summary>
internal static class AllocationQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-allocations",
            "/allocations",
            Audience.OwnPart,
            new("配额分配", "Allocations"),
            look => look.Holders().SelectMany(holder => look.Periods()
                .Select(period => look.State.Allocation.Of(holder.Id, period))
                .OfType<Entitlement>()
                .Select(EntitlementView.Of)),
            one => Query.Key(one.Holder.Value, one.Period.First, one.Period.Last),
            Parameters.Holder,
            Parameters.Period),
        Query.One<AllocationView>(
            "get-allocation",
            "/allocations/{holder}/{period}",
            Audience.ReadersOfHolder,
            new("某周期的分配及逐行计算说明", "A period's allocation with the work behind every number"),
            Allocation,
            Parameters.HolderInPath,
            Parameters.PeriodInPath),
    ];

    private static Outcome<AllocationView?> Allocation(Look look)
    {
        var (holder, period) = (look.Call.Holder!.Value, look.Call.Period!.Value);
        if (look.State.Allocation.Of(holder, period) is not { } entitlement)
        {
            return (AllocationView?)null;
        }

        var figures = Explanations.Of(look.State, holder, period).Select(explained => new FigureView(
            explained.Kind,
            explained.Figure.Year,
            explained.Figure.Method,
            explained.Figure.Inputs,
            explained.Figure.Quantity,
            explained.Figure.Rows,
            explained.Figure.Obligation,
            explained.Explanation.Try(out var explanation, out _) ? ExplanationView.Of(explanation) : null));
        var deductions = look.State.Compliance.Deductions.GetValueOrDefault((holder, period)) ?? [];
        return new AllocationView(EntitlementView.Of(entitlement), [.. figures], entitlement.Netted, [.. deductions]);
    }
}
