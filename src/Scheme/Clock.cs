using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme;

/// <summary>
/// Let business time move: the soonest item of the agenda happens. One row of the journal for each item.
/// </summary>
public sealed record AdvanceClock : Command;

/// <summary>An item fell due; the events of the same row are its consequences.</summary>
public sealed record ClockAdvanced(Due Item) : Event;

/// <summary>Business time is a command, so that a deadline is journaled like everything else.</summary>
public static class Clock
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AdvanceClock>("advance-clock", Permission.Of(Role.System), Decide)
        .Event<ClockAdvanced>("clock-advanced", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AdvanceClock command)
    {
        if (state.Agenda.Next is not { } due || due.At > context.Time)
        {
            return SchemeRefusals.NothingDue.With(("time", context.Time));
        }

        var consequences = Catalogue.Scheme.Of(due.Kind)(state, context, due);
        return Decision.Of(new ClockAdvanced(due)).Then(consequences.Events.AsSpan());
    }

    private static void Apply(SchemeState state, in Context context, ClockAdvanced happened) =>
        state.Agenda.Remove(happened.Item);
}
