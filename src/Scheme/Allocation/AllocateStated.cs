using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Allocation;

/// <summary>One row of an authority's table.</summary>
public sealed record StatedAllocation(HolderId Holder, Tonnes Quantity);

/// <summary>
/// The authority's table of allocations, where quantities are stated and not calculated. A later table replaces an
/// earlier one: rows that say the same again are passed over, others are trued up.
/// </summary>
public sealed record AllocateStated(
    CompliancePeriod Period, IReadOnlyList<StatedAllocation> Rows, string Reference) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"allocate-stated {Period}"];
}

/// <summary>
/// Every row is looked at and all that are wrong come back at once, each with its number: the same holder twice, below
/// zero, those of the holder and period, the sector's method takes no quantity, those of <see cref="Figures"/> and of
/// the delivery; at the end: nothing to allocate, beyond the cap.
/// </summary>
public static class StatedAllocating
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AllocateStated>(
            "allocate-stated", Permission.Of(Role.Authority), PeriodCaps.Within<AllocateStated>(Decide));

    /// <summary>True when the figure is a stated one, which no report changes.</summary>
    internal static bool IsStated(AllocationFigure figure) => figure.Inputs[AllocationInputs.Quantity] is not null;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AllocateStated command)
    {
        var plan = state.Ledger.Plan();
        var events = new List<Event>(command.Rows.Count * 2);
        var seen = new HashSet<HolderId>();
        var problems = new RowProblems();
        for (var i = 0; i < command.Rows.Count; i++)
        {
            var row = command.Rows[i];
            if (!seen.Add(row.Holder))
            {
                problems.Add(i + 1, AllocationRefusals.HolderTwice.With(("row", i + 1), ("holder", row.Holder)));
            }
            else if (EventsOf(state, context, plan, command, row).Try(out var more, out var refusal))
            {
                events.AddRange(more);
            }
            else
            {
                problems.Add(i + 1, refusal);
            }
        }

        if (problems.Of(AllocationRefusals.RowsWrong) is { } wrong)
        {
            return wrong;
        }

        return events.Count > 0
            ? Decision.Of(events)
            : AllocationRefusals.NothingToAllocate.With(("period", command.Period));
    }

    private static Outcome<IReadOnlyList<Event>> EventsOf(
        SchemeState state, in Context context, Planner plan, AllocateStated command, StatedAllocation row)
    {
        if (row.Quantity < Tonnes.Zero)
        {
            return AllocationRefusals.QuantityNegative.With(("quantity", row.Quantity));
        }

        if (!AllocationSubject.Of(state, row.Holder, command.Period).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        var reference = subject.Sector.Allocation;
        if (!state.Methods.Find(reference.Id, reference.Version).Try(out var method, out refusal))
        {
            return refusal;
        }

        if (!method.Inputs.Any(input => input.Name == AllocationInputs.Quantity))
        {
            return AllocationRefusals.MethodTakesNoQuantity.With(("method", reference));
        }

        var inputs = MethodInputs.Of((AllocationInputs.Quantity, row.Quantity.Value));
        if (!Figures.OfGiven(state, reference, subject.Rules.Allocation, command.Period.First, inputs)
            .Try(out var figure, out refusal))
        {
            return refusal;
        }

        var unchanged = state.Allocation.Of(row.Holder, command.Period)?.Determined == figure.Quantity;
        return unchanged
            ? Outcome.Of<IReadOnlyList<Event>>([])
            : Allocating.Events(state, context, plan, subject, [figure], command.Reference);
    }
}
