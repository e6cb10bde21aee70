using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Ask the holder something about its plan; the review's clock stands until it is answered.</summary>
/// <param name="Holder">Who is asked.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Question">What.</param>
/// <param name="AnswerBy">The last day of the answer, after today.</param>
public sealed record AskAboutPlan(HolderId Holder, int Year, string Question, DateOnly AnswerBy) : Command;

/// <summary>Answer the question about a plan.</summary>
public sealed record AnswerPlanQuestion(HolderId Holder, int Year, string Answer, Digest? Attachment = null)
    : Command, IForHolder;

/// <summary>Do without an answer.</summary>
public sealed record CancelPlanQuestion(HolderId Holder, int Year, string Reason) : Command;

/// <summary>A question waits for the holder.</summary>
public sealed record PlanQuestionAsked(HolderId Holder, int Year, string Question, DateOnly AnswerBy) : Event;

/// <summary>The holder answered; the review's deadline moves by the whole days that passed.</summary>
public sealed record PlanQuestionAnswered(
    HolderId Holder, int Year, string Answer, Digest? Attachment, int Days, DateOnly DueBy) : Event;

/// <summary>The question was taken back; the review's deadline moves by the whole days that passed.</summary>
public sealed record PlanQuestionCancelled(HolderId Holder, int Year, string Reason, int Days, DateOnly DueBy) : Event;

/// <summary>
/// A question stops the clock: the whole days (of 24 hours) between question and answer are added to the deadline of
/// the review. To ask, refusals in order: no review, not a reviewer, review elsewhere, question open, no question
/// text, day not ahead. To answer: unknown holder, holder not active, no review, no question, no answer. To cancel: no
/// review, not a reviewer, review elsewhere, no question, no reason. A late answer is taken.
/// </summary>
public static class PlanQuestions
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AskAboutPlan>("ask-about-plan", PlanReviews.Officials, Decide)
        .Command<AnswerPlanQuestion>("answer-plan-question", Permission.OfHolder(), Decide)
        .Command<CancelPlanQuestion>("cancel-plan-question", PlanReviews.Officials, Decide)
        .Event<PlanQuestionAsked>("plan-question-asked", Apply)
        .Event<PlanQuestionAnswered>("plan-question-answered", Apply)
        .Event<PlanQuestionCancelled>("plan-question-cancelled", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AskAboutPlan command)
    {
        if (!PlanReviews.Find(state, context.Actor, command.Holder, command.Year, PlanReviewStatus.InReview)
            .Try(out var review, out var refusal))
        {
            return refusal;
        }

        if (review.Question is { } open)
        {
            return PlanRefusals.QuestionOpen.With(("by", open.AnswerBy));
        }

        if (Holders.Blank("question", command.Question) is { } blank)
        {
            return blank;
        }

        var today = state.Rules.Calendar.Day(context.Time);
        return command.AnswerBy <= today
            ? PlanRefusals.DayNotAhead.With(("day", command.AnswerBy), ("today", today))
            : Decision.Of(new PlanQuestionAsked(command.Holder, command.Year, command.Question, command.AnswerBy));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AnswerPlanQuestion command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (state.Mrv.ReviewOf(command.Holder, command.Year) is not { } review)
        {
            return PlanRefusals.NoReview.With(("holder", command.Holder), ("year", command.Year));
        }

        if (review.Question is not { } question)
        {
            return PlanRefusals.NoQuestion.With(("year", command.Year));
        }

        var days = DaysSince(question, context.Time);
        return Holders.Blank("answer", command.Answer) is { } blank
            ? blank
            : Decision.Of(new PlanQuestionAnswered(
                command.Holder, command.Year, command.Answer, command.Attachment, days, review.DueBy.AddDays(days)));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CancelPlanQuestion command)
    {
        if (!PlanReviews.Find(state, context.Actor, command.Holder, command.Year, PlanReviewStatus.InReview)
            .Try(out var review, out var refusal))
        {
            return refusal;
        }

        if (review.Question is not { } question)
        {
            return PlanRefusals.NoQuestion.With(("year", command.Year));
        }

        var days = DaysSince(question, context.Time);
        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new PlanQuestionCancelled(
                command.Holder, command.Year, command.Reason, days, review.DueBy.AddDays(days)));
    }

    /// <summary>Whole days of 24 hours, begun ones left out.</summary>
    private static int DaysSince(PlanQuestion question, DateTimeOffset now) => (now - question.AskedAt).Days;

    private static void Apply(SchemeState state, in Context context, PlanQuestionAsked happened)
    {
        var question = new PlanQuestion(happened.Question, context.Time, happened.AnswerBy);
        PlanReviews.Change(state, happened.Holder, happened.Year, review => review with
        {
            Questions = review.Questions.Add(question),
        });
    }

    private static void Apply(SchemeState state, in Context context, PlanQuestionAnswered happened)
    {
        var now = context.Time;
        End(state, happened.Holder, happened.Year, happened.DueBy, question => question with
        {
            EndedAt = now,
            Answer = happened.Answer,
            Attachment = happened.Attachment,
            DaysAdded = happened.Days,
        });
    }

    private static void Apply(SchemeState state, in Context context, PlanQuestionCancelled happened)
    {
        var now = context.Time;
        End(state, happened.Holder, happened.Year, happened.DueBy, question => question with
        {
            EndedAt = now,
            DaysAdded = happened.Days,
        });
    }

    private static void End(
        SchemeState state, HolderId holder, int year, DateOnly due, Func<PlanQuestion, PlanQuestion> end) =>
        PlanReviews.Change(state, holder, year, review => review with
        {
            DueBy = due,
            Questions = review.Questions.SetItem(review.Questions.Length - 1, end(review.Questions[^1])),
        });
}
