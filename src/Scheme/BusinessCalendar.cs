using System.Globalization;
using Tanheng.Rulebook;

namespace Tanheng.Scheme;

/// <summary>
/// What a rulebook puts on the agenda: milestones and surrender deadlines (subject: the period), and the census and
/// close
/// of each carry-over (subject: its index in the rulebook).
/// </summary>
public static class BusinessCalendar
{
    /// <summary>The due items of a rulebook, in no particular order.</summary>
    public static IEnumerable<Due> Of(Rulebook.Rulebook book)
    {
        foreach (var period in book.Periods)
        {
            foreach (var deadline in period.Deadlines)
            {
                if (KindOf(deadline.Step) is { } kind)
                {
                    yield return new Due(book.Calendar.Moment(deadline.At), kind, period.Period.ToString());
                }
            }
        }

        for (var i = 0; i < book.CarryOvers.Count; i++)
        {
            var (rule, subject) = (book.CarryOvers[i], i.ToString(CultureInfo.InvariantCulture));
            yield return new Due(book.Calendar.Moment(rule.HoldingsAt), DueKind.CarryOverCensus, subject);
            yield return new Due(book.Calendar.Moment(rule.ApplyUntil), DueKind.CarryOverClose, subject);
        }
    }

    /// <summary>Replaces the old rulebook's items that are still to come by the new one's.</summary>
    internal static void Replan(SchemeState state, Rulebook.Rulebook old, Rulebook.Rulebook book, DateTimeOffset now)
    {
        foreach (var due in Of(old))
        {
            state.Agenda.Remove(due);
        }

        foreach (var due in Of(book).Where(due => due.At > now))
        {
            state.Agenda.Add(due);
        }
    }

    private static DueKind? KindOf(Step step) => step switch
    {
        Step.SurrenderMilestone => DueKind.Milestone,
        Step.Surrender => DueKind.SurrenderDeadline,
        _ => null,
    };
}
