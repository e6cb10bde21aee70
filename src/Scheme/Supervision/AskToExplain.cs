using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Supervision;

/// <summary>要求说明: the holder is asked to explain.</summary>
/// <param name="Inquiry">In which inquiry.</param>
/// <param name="Text">What; the holder reads it.</param>
/// <param name="By">The last day to answer; null gives the rulebook's working days.</param>
public sealed record AskToExplain(InquiryId Inquiry, string Text, DateOnly? By = null) : Command;

/// <summary>说明: the holder answers.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Inquiry">In which inquiry.</param>
/// <param name="Text">What it has to say.</param>
/// <param name="Attachments">What it has to show.</param>
public sealed record GiveExplanation(
    HolderId Holder, InquiryId Inquiry, string Text, IReadOnlyList<Digest>? Attachments = null) : Command, IForHolder;

/// <summary>The holder was asked.</summary>
public sealed record ExplanationAsked(InquiryId Inquiry, HolderId Holder, string Text, DateOnly By) : Event;

/// <summary>The last day passed without an answer.</summary>
public sealed record ExplanationOverdue(InquiryId Inquiry, HolderId Holder) : Event;

/// <summary>The holder answered.</summary>
public sealed record ExplanationGiven(
    InquiryId Inquiry, HolderId Holder, string Text, IReadOnlyList<Digest> Attachments, bool Late) : Event;

/// <summary>
/// One question waits at a time; an answer counts even when it is late, as long as nothing is decided. Refusals in
/// order, to ask: unknown inquiry, inquiry decided; explanation awaited; text missing; no days to explain; last day
/// over (today is not enough). To answer: unknown inquiry (also another holder's), inquiry decided; nothing asked; text
/// missing.
/// </summary>
public static class Questions
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AskToExplain>("ask-to-explain", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Command<GiveExplanation>("give-explanation", Permission.OfHolder(), Decide)
        .Event<ExplanationAsked>("explanation-asked", Apply)
        .Event<ExplanationOverdue>("explanation-overdue", Apply)
        .Event<ExplanationGiven>("explanation-given", Apply)
        .WhenDue(DueKind.ExplanationDue, Lapse);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AskToExplain command)
    {
        if (!Inquiries.FindOpen(state, command.Inquiry).Try(out var inquiry, out var refusal))
        {
            return refusal;
        }

        if (inquiry.Waiting is { Overdue: false } waiting)
        {
            return SupervisionRefusals.ExplanationAwaited.With(("inquiry", inquiry.Id), ("by", waiting.By));
        }

        if (Holders.Blank("text", command.Text) is { } blank)
        {
            return blank;
        }

        var calendar = state.Rules.Calendar;
        var today = calendar.Day(context.Time);
        if ((command.By ?? LastDay(state, today)) is not { } by)
        {
            return SupervisionRefusals.NoExplainDays.With();
        }

        return by <= today
            ? SupervisionRefusals.ExplainByOver.With(("by", by))
            : Decision.Of(new ExplanationAsked(inquiry.Id, inquiry.Holder, command.Text, by));
    }

    private static DateOnly? LastDay(SchemeState state, DateOnly today) => state.Rules.Supervision is { } rule
        ? state.Rules.Calendar.AddWorkingDays(today, rule.ExplainWorkingDays)
        : null;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, GiveExplanation command)
    {
        if (state.Supervision.Find(command.Inquiry) is not { } found || found.Holder != command.Holder
            || !Inquiries.IsKnown(found))
        {
            return SupervisionRefusals.UnknownInquiry.With(("inquiry", command.Inquiry));
        }

        if (!Inquiries.FindOpen(state, command.Inquiry).Try(out var inquiry, out var refusal))
        {
            return refusal;
        }

        if (inquiry.Waiting is not { } waiting)
        {
            return SupervisionRefusals.NothingAsked.With(("inquiry", inquiry.Id));
        }

        return Holders.Blank("text", command.Text) is { } blank
            ? blank
            : Decision.Of(new ExplanationGiven(
                inquiry.Id, inquiry.Holder, command.Text, command.Attachments ?? [], waiting.Overdue));
    }

    private static Decision Lapse(SchemeState state, in Context context, Due due)
    {
        var id = new InquiryId(long.Parse(due.Subject, CultureInfo.InvariantCulture));
        return Decision.Of(new ExplanationOverdue(id, state.Supervision.Find(id)!.Holder));
    }

    private static Due DueOf(SchemeState state, InquiryId id, DateOnly by) => new(
        state.Rules.Calendar.Moment(by.AddDays(1).ToDateTime(TimeOnly.MinValue)),
        DueKind.ExplanationDue,
        id.Value.ToString(CultureInfo.InvariantCulture));

    private static void Apply(SchemeState state, in Context context, ExplanationAsked happened)
    {
        var question = new Question(happened.Text, context.Time, happened.By);
        state.Supervision.Change(happened.Inquiry, inquiry => inquiry with
        {
            Status = InquiryStatus.Asked,
            Questions = [.. inquiry.Questions, question],
        });
        state.Agenda.Add(DueOf(state, happened.Inquiry, happened.By));
    }

    private static void Apply(SchemeState state, in Context context, ExplanationOverdue happened) =>
        Last(state, happened.Inquiry, InquiryStatus.Asked, question => question with { Overdue = true });

    private static void Apply(SchemeState state, in Context context, ExplanationGiven happened)
    {
        var now = context.Time;
        Settle(state, happened.Inquiry);
        Last(state, happened.Inquiry, InquiryStatus.Answered, question => question with
        {
            Answer = happened.Text,
            Attachments = happened.Attachments,
            AnsweredAt = now,
        });
    }

    /// <summary>Nothing more falls due in an inquiry.</summary>
    internal static void Settle(SchemeState state, InquiryId id)
    {
        if (state.Supervision.Find(id)!.Waiting is { Overdue: false } waiting)
        {
            state.Agenda.Remove(DueOf(state, id, waiting.By));
        }
    }

    private static void Last(SchemeState state, InquiryId id, InquiryStatus status, Func<Question, Question> change) =>
        state.Supervision.Change(id, inquiry => inquiry with
        {
            Status = status,
            Questions = [.. inquiry.Questions.SkipLast(1), change(inquiry.Questions[^1])],
        });
}
