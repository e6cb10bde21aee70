using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Send a plan back for changes 退回修改; the sections say which.</summary>
public sealed record ReturnMonitoringPlan(HolderId Holder, int Year) : Command;

/// <summary>Take back a return that was a mistake 撤回退回, before an amended plan came.</summary>
public sealed record RecallPlanReturn(HolderId Holder, int Year, string Reason) : Command;

/// <summary>The plan is back at its holder, who files an amended one.</summary>
public sealed record MonitoringPlanReturned(
    HolderId Holder, int Year, int Version, IReadOnlyList<SectionDecision> Sections) : Event;

/// <summary>The plan is with the reviewer again, as it was.</summary>
public sealed record PlanReturnRecalled(HolderId Holder, int Year, string Reason) : Event;

/// <summary>
/// Refusals in order: no review, not a reviewer, review elsewhere; to return: question open, nothing to change; to
/// recall: no reason. The deadline of the review runs on.
/// </summary>
public static class PlanReturns
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReturnMonitoringPlan>("return-monitoring-plan", PlanReviews.Officials, Decide)
        .Command<RecallPlanReturn>("recall-plan-return", PlanReviews.Officials, Decide)
        .Event<MonitoringPlanReturned>("monitoring-plan-returned", Apply)
        .Event<PlanReturnRecalled>("plan-return-recalled", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReturnMonitoringPlan command)
    {
        if (!PlanReviews.Find(state, context.Actor, command.Holder, command.Year, PlanReviewStatus.InReview)
            .Try(out var review, out var refusal))
        {
            return refusal;
        }

        if (review.Question is { } question)
        {
            return PlanRefusals.QuestionOpen.With(("by", question.AnswerBy));
        }

        var wanted = review.Sections.Where(one => one.Verdict == SectionVerdict.ChangesNeeded).ToList();
        return wanted.Count == 0
            ? PlanRefusals.NothingToChange.With()
            : Decision.Of(new MonitoringPlanReturned(command.Holder, command.Year, review.Version, wanted));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RecallPlanReturn command)
    {
        if (PlanReviews.Find(state, context.Actor, command.Holder, command.Year, PlanReviewStatus.Returned)
            .IsRefused(out var refusal))
        {
            return refusal;
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new PlanReturnRecalled(command.Holder, command.Year, command.Reason));
    }

    private static void Apply(SchemeState state, in Context context, MonitoringPlanReturned happened) =>
        PlanReviews.Change(state, happened.Holder, happened.Year, review => review with
        {
            Status = PlanReviewStatus.Returned,
        });

    private static void Apply(SchemeState state, in Context context, PlanReturnRecalled happened) =>
        PlanReviews.Change(state, happened.Holder, happened.Year, review => review with
        {
            Status = PlanReviewStatus.InReview,
            Reason = happened.Reason,
        });
}
