using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Object to the verification of a year or to the allocation of a period 异议.</summary>
/// <param name="Holder">Who objects.</param>
/// <param name="Subject">To what.</param>
/// <param name="Period">The year (as a period of one year) or the compliance period.</param>
/// <param name="Text">Why.</param>
/// <param name="Attachment">Evidence.</param>
public sealed record FileObjection(
    HolderId Holder, ObjectionSubject Subject, CompliancePeriod Period, string Text, Digest? Attachment = null)
    : Command, IForHolder;

/// <summary>Answer an objection. What an upheld one changes is a command of its own.</summary>
public sealed record AnswerObjection(int Number, bool Upheld, string Answer) : Command;

/// <summary>An objection came; its answer is due by the end of a day.</summary>
public sealed record ObjectionFiled(
    int Number,
    HolderId Holder,
    ObjectionSubject Subject,
    CompliancePeriod Period,
    string Text,
    Digest? Attachment,
    DateOnly AnswerBy) : Event;

/// <summary>An objection was answered. Late tells whether its last day had passed.</summary>
public sealed record ObjectionAnswered(int Number, bool Upheld, string Answer, bool Late) : Event;

/// <summary>
/// To object, refusals in order: unknown holder, holder not active, no text, nothing to object to, too late (working
/// days of the scheme's calendar after the day of the statement or allocation), one is open. To answer: unknown,
/// answered, no answer.
/// </summary>
public static class Objections
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<FileObjection>("object", Permission.OfHolder(), Decide)
        .Command<AnswerObjection>("answer-objection", Permission.Of(Role.Authority), Decide)
        .Event<ObjectionFiled>("objection-filed", Apply)
        .Event<ObjectionAnswered>("objection-answered", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, FileObjection command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Holders.Blank("text", command.Text) is { } blank)
        {
            return blank;
        }

        if (ToldAt(state, command) is not { } told)
        {
            return MrvRefusals.NothingToObjectTo.With(
                ("holder", command.Holder), ("period", command.Period), ("subject", command.Subject));
        }

        var calendar = state.Rules.Calendar;
        var today = calendar.Day(context.Time);
        var until = calendar.AddWorkingDays(calendar.Day(told), state.Rules.Objections.FileWorkingDays);
        if (until < today)
        {
            return MrvRefusals.ObjectionTooLate.With(("until", until));
        }

        var open = state.Mrv.Objections.Find(other =>
            other.Upheld is null && other.Holder == command.Holder
            && other.Subject == command.Subject && other.Period == command.Period);
        if (open is not null)
        {
            return MrvRefusals.ObjectionOpen.With(("number", open.Number));
        }

        return Decision.Of(new ObjectionFiled(
            state.Mrv.Objections.Count + 1,
            command.Holder,
            command.Subject,
            command.Period,
            command.Text,
            command.Attachment,
            calendar.AddWorkingDays(today, state.Rules.Objections.AnswerWorkingDays)));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AnswerObjection command)
    {
        if (command.Number < 1 || command.Number > state.Mrv.Objections.Count)
        {
            return MrvRefusals.ObjectionUnknown.With(("number", command.Number));
        }

        var objection = state.Mrv.Objections[command.Number - 1];
        if (objection.Upheld is not null)
        {
            return MrvRefusals.ObjectionAnswered.With(("number", command.Number));
        }

        if (Holders.Blank("answer", command.Answer) is { } blank)
        {
            return blank;
        }

        var late = state.Rules.Calendar.Day(context.Time) > objection.AnswerBy;
        return Decision.Of(new ObjectionAnswered(command.Number, command.Upheld, command.Answer, late));
    }

    private static DateTimeOffset? ToldAt(SchemeState state, FileObjection command) =>
        command.Subject == ObjectionSubject.Allocation
            ? state.Allocation.Of(command.Holder, command.Period)?.DecidedAt
            : state.Mrv.ReportOf(command.Holder, command.Period.First)?.Statement?.ToldAt;

    private static void Apply(SchemeState state, in Context context, ObjectionFiled happened) =>
        state.Mrv.Objections.Add(new Objection(
            happened.Number,
            happened.Holder,
            happened.Subject,
            happened.Period,
            happened.Text,
            happened.Attachment,
            happened.AnswerBy));

    private static void Apply(SchemeState state, in Context context, ObjectionAnswered happened) =>
        state.Mrv.Objections[happened.Number - 1] = state.Mrv.Objections[happened.Number - 1] with
        {
            Upheld = happened.Upheld,
            Answer = happened.Answer,
            AnsweredLate = happened.Late,
        };
}
