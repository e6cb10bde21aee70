using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// Allocate a whole period in one row of the journal. See <see cref="AllocationRun.Preview"/> for the dry run.
/// </summary>
/// <param name="Period">Which period.</param>
/// <param name="Stage">Pre-allocation or determination.</param>
/// <param name="Holders">Whose; empty is all that are covered.</param>
/// <param name="SkipRefused">True to leave out holders that cannot be allocated; false stops the run at the
/// first.</param>
/// <param name="BasisYear">For the pre-allocation: the year it stands on; null is the year before the period.</param>
/// <param name="Given">Inputs that only the authority knows, the same for all.</param>
public sealed record RunAllocation(
    CompliancePeriod Period,
    AllocationStage Stage,
    IReadOnlyList<HolderId> Holders,
    bool SkipRefused = false,
    int? BasisYear = null,
    MethodInputs? Given = null) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"run-allocation {Period} {Stage}"];
}

/// <summary>A holder that a run left out, with the number of the refusal.</summary>
public sealed record SkippedHolder(HolderId Holder, int Refusal);

/// <summary>A run ended; the decisions themselves are the events before it.</summary>
public sealed record AllocationRunEnded(
    CompliancePeriod Period,
    AllocationStage Stage, int Allocated,
    Tonnes Total,
    IReadOnlyList<SkippedHolder> Skipped) : Event;

/// <summary>
/// Refusals in order: period unknown; holder by holder (unless skipped) run stopped, with the holder's own refusal
/// inside; nothing to allocate.
/// </summary>
public static class Running
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RunAllocation>(
            "run-allocation", Permission.Of(Role.Authority), PeriodCaps.Within<RunAllocation>(Decide))
        .Event<AllocationRunEnded>("allocation-run-ended", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RunAllocation command)
    {
        if (state.Rules.Period(command.Period) is null)
        {
            return AllocationRefusals.PeriodUnknown.With(("period", command.Period));
        }

        var plan = state.Ledger.Plan();
        var events = new List<Event>();
        var skipped = new List<SkippedHolder>();
        var (allocated, total) = (0, Tonnes.Zero);
        var holders = command.Holders.Count > 0
            ? command.Holders.Distinct()
            : AllocationRun.Covered(state, command.Period);
        foreach (var holder in holders)
        {
            if (EventsOf(state, context, plan, holder, command).Try(out var decided, out var refusal))
            {
                events.AddRange(decided.Events);
                allocated++;
                total += decided.Quantity;
            }
            else if (command.SkipRefused)
            {
                skipped.Add(new SkippedHolder(holder, refusal.Code.Number));
            }
            else
            {
                return AllocationRefusals.RunStopped.With(
                    ("holder", holder),
                    ("code", refusal.Code.Number),
                    ("zh", refusal.Message("zh")),
                    ("en", refusal.Message("en")));
            }
        }

        return allocated == 0
            ? AllocationRefusals.NothingToAllocate.With(("period", command.Period))
            : Decision
                .Of(events)
                .Then(new AllocationRunEnded(command.Period, command.Stage, allocated, total, skipped));
    }

    private static Outcome<(IReadOnlyList<Event> Events, Tonnes Quantity)> EventsOf(
        SchemeState state, in Context context, Planner plan, HolderId holder, RunAllocation command)
    {
        if (!AllocationSubject.Of(state, holder, command.Period).Try(out var subject, out var refusal)
            || !AllocationRun.FiguresOf(state, subject, command.Stage, command.BasisYear, command.Given)
                .Try(out var figures, out refusal))
        {
            return refusal;
        }

        var decided = command.Stage == AllocationStage.Final
            ? Allocating.Events(state, context, plan, subject, figures)
            : PreAllocating.Events(state, plan, subject, figures[0]);
        return decided.Try(out var events, out refusal)
            ? (events, Figures.Sum(figures))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, AllocationRunEnded happened)
    {
        // A summary for readers; the holders' own events have changed the state.
    }
}
