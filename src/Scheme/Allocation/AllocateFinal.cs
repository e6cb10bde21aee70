using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// 核定: determine a holder's allocation on the accepted emissions of every covered year of the period.
/// </summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Given">Inputs that only the authority knows, such as a sector's balance value.</param>
public sealed record AllocateFinal(HolderId Holder, CompliancePeriod Period, MethodInputs? Given = null) : Command;

/// <summary>An allocation was determined, or determined again after a correction.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Figures">One for each year.</param>
/// <param name="Quantity">Their sum, whole tonnes.</param>
/// <param name="Before">The determination it replaces; null for the first.</param>
/// <param name="Reference">The authority's table where the quantity was stated; else null.</param>
public sealed record AllocationDetermined(
    HolderId Holder,
    CompliancePeriod Period,
    IReadOnlyList<AllocationFigure> Figures,
    Tonnes Quantity,
    Tonnes? Before,
    string? Reference = null) : Event;

/// <summary>
/// Refusals in order: those of the holder and period, already determined, those of <see cref="Figures"/> and of the
/// delivery. The first determination replaces whatever was pre-allocated or adjusted before it.
/// </summary>
public static class Allocating
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AllocateFinal>(
            "allocate-final", Permission.Of(Role.Authority), PeriodCaps.Within<AllocateFinal>(Decide))
        .Event<AllocationDetermined>("allocation-determined", Apply);

    /// <summary>The figures, or why not.</summary>
    internal static Outcome<IReadOnlyList<AllocationFigure>> FiguresOf(
        SchemeState state, AllocationSubject subject, MethodInputs? given) =>
        state.Allocation.Of(subject.Holder.Id, subject.Rules.Period)?.Determined is { } determined
            ? AllocationRefusals.AlreadyDetermined.With(
                ("holder", subject.Holder.Id), ("period", subject.Rules.Period), ("quantity", determined))
            : Figures.Final(state, subject, given);

    /// <summary>
    /// The events of a first or stated determination: the decision, then netting, delivery or taking back, then what
    /// the plan's bound means for the obligation.
    /// </summary>
    internal static Outcome<IReadOnlyList<Event>> Events(
        SchemeState state,
        in Context context,
        Planner plan,
        AllocationSubject subject,
        IReadOnlyList<AllocationFigure> figures,
        string? reference = null)
    {
        var (holder, rules) = (subject.Holder, subject.Rules);
        if (!Events(state, plan, holder, rules, figures, reference).Try(out var events, out var refusal))
        {
            return refusal;
        }

        var verified = Obligations.Verified(state, holder.Id, rules.Period);
        return Redetermination.CapOf(state, holder.Id, rules.Period, figures, verified) is { } cap
            ? Outcome.Of<IReadOnlyList<Event>>(
                [.. events, .. Obligations.Cap(state, context, plan, holder.Id, rules.Period, cap)])
            : Outcome.Of(events);
    }

    /// <summary>The events of a determination without the obligation's.</summary>
    internal static Outcome<IReadOnlyList<Event>> Events(
        SchemeState state,
        Planner plan,
        Holder holder,
        PeriodRules rules,
        IReadOnlyList<AllocationFigure> figures,
        string? reference)
    {
        var before = state.Allocation.OfOrEmpty(holder.Id, rules.Period);
        var quantity = Figures.Sum(figures);
        var determined = new AllocationDetermined(
            holder.Id, rules.Period, figures, quantity, before.Determined, reference);
        var type = before.Determined is null ? TransactionTypes.InitialIssue : TransactionTypes.AllocationAdjust;
        return TrueUps.After(state, plan, holder, rules, After(before, quantity), type)
            .Try(out var events, out var refusal)
            ? Outcome.Of<IReadOnlyList<Event>>([determined, .. events])
            : refusal;
    }

    internal static Entitlement After(Entitlement before, Tonnes quantity) => before with
    {
        Determined = quantity,
        Adjusted = before.Determined is null ? Tonnes.Zero : before.Adjusted,
    };

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AllocateFinal command) =>
        AllocationSubject.Of(state, command.Holder, command.Period).Try(out var subject, out var refusal)
        && FiguresOf(state, subject, command.Given).Try(out var figures, out refusal)
        && Events(state, context, state.Ledger.Plan(), subject, figures).Try(out var events, out refusal)
            ? Decision.Of(events)
            : refusal;

    private static void Apply(SchemeState state, in Context context, AllocationDetermined happened)
    {
        var time = context.Time;
        state.Allocation.Figures[(happened.Holder, happened.Period)] =
            state.Allocation.FiguresOf(happened.Holder, happened.Period) with { Final = happened.Figures };
        state.Allocation.Change(
            happened.Holder,
            happened.Period,
            entitlement => After(entitlement, happened.Quantity) with { DecidedAt = time });
    }
}
