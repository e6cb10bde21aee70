using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>预分配: give a holder part of its allocation before the period's figures are known.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="BasisYear">The year whose accepted emissions it stands on; null is the year before the period.</param>
/// <param name="Given">Inputs that only the authority knows; all of them where the basis year is outside the
/// scheme.</param>
public sealed record PreAllocate(
    HolderId Holder, CompliancePeriod Period, int? BasisYear = null, MethodInputs? Given = null) : Command;

/// <summary>A pre-allocation was decided.</summary>
public sealed record PreAllocationMade(
    HolderId Holder, CompliancePeriod Period, IReadOnlyList<AllocationFigure> Figures, Tonnes Quantity) : Event;

/// <summary>
/// Refusals in order: those of the holder and period, already determined, already pre-allocated, those of
/// <see cref="Figures"/> and of the delivery.
/// </summary>
public static class PreAllocating
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<PreAllocate>("pre-allocate", Permission.Of(Role.Authority), PeriodCaps.Within<PreAllocate>(Decide))
        .Event<PreAllocationMade>("pre-allocation-made", Apply);

    /// <summary>The figure, or why not.</summary>
    internal static Outcome<AllocationFigure> Figure(
        SchemeState state, AllocationSubject subject, int? basisYear, MethodInputs? given)
    {
        var (holder, period) = (subject.Holder.Id, subject.Rules.Period);
        if (state.Allocation.Of(holder, period)?.Determined is { } determined)
        {
            return AllocationRefusals.AlreadyDetermined.With(
                ("holder", holder), ("period", period), ("quantity", determined));
        }

        return state.Allocation.FiguresOf(holder, period).PreAllocation.Count > 0
            ? AllocationRefusals.AlreadyPreAllocated.With(
                ("holder", holder),
                ("period", period),
                ("quantity", state.Allocation.OfOrEmpty(holder, period).PreAllocated))
            : Figures.PreAllocation(state, subject, basisYear, given);
    }

    /// <summary>The events of a figure: the decision, then netting and delivery.</summary>
    internal static Outcome<IReadOnlyList<Event>> Events(
        SchemeState state, Planner plan, AllocationSubject subject, AllocationFigure figure)
    {
        var (holder, rules) = (subject.Holder, subject.Rules);
        var entitlement = state.Allocation.OfOrEmpty(holder.Id, rules.Period) with { PreAllocated = figure.Quantity };
        return TrueUps.After(state, plan, holder, rules, entitlement, TransactionTypes.InitialIssue)
            .Try(out var events, out var refusal)
            ? Outcome.Of<IReadOnlyList<Event>>(
                [new PreAllocationMade(holder.Id, rules.Period, [figure], figure.Quantity), .. events])
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, PreAllocate command) =>
        AllocationSubject.Of(state, command.Holder, command.Period).Try(out var subject, out var refusal)
        && Figure(state, subject, command.BasisYear, command.Given).Try(out var figure, out refusal)
        && Events(state, state.Ledger.Plan(), subject, figure).Try(out var events, out refusal)
            ? Decision.Of(events)
            : refusal;

    private static void Apply(SchemeState state, in Context context, PreAllocationMade happened)
    {
        var time = context.Time;
        state.Allocation.Figures[(happened.Holder, happened.Period)] =
            state.Allocation.FiguresOf(happened.Holder, happened.Period) with { PreAllocation = happened.Figures };
        state.Allocation.Change(happened.Holder, happened.Period, entitlement => entitlement with
        {
            PreAllocated = happened.Quantity,
            DecidedAt = time,
        });
    }
}
