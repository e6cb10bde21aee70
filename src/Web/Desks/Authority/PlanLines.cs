using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>Monitoring plans that wait for their decision.</summary>
internal static class PlanLines
{
    /// <summary>Open reviews as work; one that waits for the holder's answer is due when the answer is.</summary>
    public static IEnumerable<WorkItem> Work(SchemeState state, DeskAsk ask, Naming naming) =>
        from review in state.Mrv.Reviews.Values
        where review.IsOpen
        let due = review.Question?.AnswerBy ?? review.DueBy
        let status = review.Question is null ? Names.Of(review.Status) : Words.PlanWaitsForAnswer
        select new WorkItem(
            "plan",
            Words.PlanToReview,
            new Text(
                $"{review.Year} 年度数据质量控制方案第 {review.Version} 版：{status.Zh}",
                $"Monitoring plan {review.Year}, version {review.Version}: {status.En}"),
            naming.Holder(review.Holder),
            due.AddDays(1).ToDateTime(TimeOnly.MinValue),
            ask.Now,
            $"/authority/plans/{review.Holder.Value}/{review.Year}")
        {
            Acts = Acts(review),
        };

    /// <summary>What the reviewer may do.</summary>
    public static IReadOnlyList<Act> Acts(PlanReview review)
    {
        var about = $"holder={review.Holder.Value}&year={review.Year}";
        var decide = new Act("/act/decide-monitoring-plan?" + about, Words.DeskDecide);
        return (review.Status, review.Question) switch
        {
            (PlanReviewStatus.InReview, null) =>
            [
                new Act("/act/review-monitoring-plan?" + about, Words.PlanReviewSections),
                decide,
                new Act("/act/return-monitoring-plan?" + about, Words.DeskReturn),
                new Act("/act/ask-about-plan?" + about, Words.PlanAsk),
            ],
            (PlanReviewStatus.InReview, _) =>
            [
                new Act("/act/review-monitoring-plan?" + about, Words.PlanReviewSections),
                new Act("/act/cancel-plan-question?" + about, Words.PlanCancelQuestion),
            ],
            (PlanReviewStatus.Returned, _) =>
                [new Act("/act/recall-plan-return?" + about, Words.PlanRecall), decide],
            _ => [],
        };
    }
}
