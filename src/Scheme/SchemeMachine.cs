using Tanheng.Quantities;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme;

/// <summary>
/// The state machine of one market. Refusals in order: not founded; the clock is behind; not permitted; needs a second
/// person; then the use case's own guards in its documented order.
/// </summary>
public static class SchemeMachine
{
    /// <summary>What a command would do, or why not. Pure: the state is only read.</summary>
    public static Outcome<Decision> Decide(SchemeState state, in Context context, Command command) =>
        Judge(state, context, command).Try(out var decision, out var refusal)
            ? decision
            : RefusalNames.Of(state, refusal);

    private static Outcome<Decision> Judge(SchemeState state, in Context context, Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        if (state.Book is null && command is not FoundScheme)
        {
            return SchemeRefusals.NotFounded.With();
        }

        if (command is not AdvanceClock && state.Agenda.Next is { } due && due.At <= context.Time)
        {
            return SchemeRefusals.ClockBehind.With(("due", due.At));
        }

        if (command is FoundScheme)
        {
            return entry.Decide(state, context, command);
        }

        if (Access.Check(state, context.Actor, entry, command) is { } denied)
        {
            return denied;
        }

        return Access.ApprovalOf(state, context.Actor, entry, command) is null
            ? Watch.Complete(state, context, entry.Decide(state, context, command))
            : ApprovalRefusals.NeedsSecondPerson.With(("command", entry.Name));
    }

    /// <summary>
    /// Applies one row's events. Cannot fail on events that <see cref="Decide"/> gave for this state.
    /// </summary>
    public static void Apply(SchemeState state, in Context context, ReadOnlySpan<Event> events)
    {
        foreach (var happened in events)
        {
            Catalogue.Scheme.Of(happened).Apply(state, context, happened);
            Watch.Follow(state, context, happened);
            if (state.Book is { CarryOvers.Count: > 0 } && happened is IMovesUnits moved)
            {
                CarryOver.NoteMovements(state, moved.Transactions, context.Time);
            }

            if (state.Cash.Suspense is not null && happened is IMovesUnits paid)
            {
                CashDays.Note(state, paid.Transactions);
            }
        }

        state.Sequence = context.Sequence;
        state.Time = context.Time;
    }
}
