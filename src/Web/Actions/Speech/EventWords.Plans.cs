using Tanheng.Quantities;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    private static void AddPlanReviews()
    {
        Add<PlanReviewOpened>((e, n) => Say(
            "{holder} {year} 年度方案第 {version} 版进入审核，应于 {due} 前作出决定：{sections}。",
            "Version {version} of the plan of {holder} for {year} is in review, to be decided by {due}: {sections}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("version", e.Version), ("due", e.DueBy),
            ("sections", PlanNames.Of(e.Sections))));
        Add<PlanReviewResumed>((e, n) => Say(
            "{holder} {year} 年度方案第 {version} 版继续审核。",
            "The review of the plan of {holder} for {year} goes on with version {version}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("version", e.Version)));
        Add<PlanSectionsDecided>((e, n) => Say(
            "{holder} {year} 年度方案第 {version} 版审核意见：{sections}。",
            "Sections of version {version} of the plan of {holder} for {year}: {sections}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("version", e.Version), ("sections", Each(e.Sections))));
        Add<MonitoringPlanDecided>((e, n) => Say(
            "{holder} {year} 年度方案第 {version} 版：{outcome}{reason}。",
            "Version {version} of the plan of {holder} for {year}: {outcome}{reason}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("version", e.Version),
            ("outcome", Lower(Names.Of(e.Outcome))), ("reason", Given(e.Reason, "；理由：", "; reason: "))));
        Add<MonitoringPlanReturned>((e, n) => Say(
            "{holder} {year} 年度方案第 {version} 版退回修改：{sections}。",
            "Version {version} of the plan of {holder} for {year} is returned for changes: {sections}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("version", e.Version), ("sections", Each(e.Sections))));
        Add<PlanReturnRecalled>((e, n) => Say(
            "{holder} {year} 年度方案的退回已撤销；理由：{reason}。",
            "The return of the plan of {holder} for {year} is recalled; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("reason", e.Reason)));
        Add<PlanQuestionAsked>((e, n) => Say(
            "就 {year} 年度方案向 {holder} 提问，应于 {by} 前答复：{question}。",
            "{holder} is asked about its plan for {year}, to answer by {by}: {question}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("by", e.AnswerBy), ("question", e.Question)));
        Add<PlanQuestionAnswered>((e, n) => Say(
            "{holder} 答复 {year} 年度方案的问题：{answer}；审核期限顺延 {days} 天至 {due}。",
            "{holder} answers the question about its plan for {year}: {answer}; the review is due {days} days later, "
            + "by {due}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("answer", e.Answer), ("days", e.Days),
            ("due", e.DueBy)));
        Add<PlanQuestionCancelled>((e, n) => Say(
            "取消对 {holder} {year} 年度方案的问题：{reason}；审核期限顺延 {days} 天至 {due}。",
            "The question about the plan of {holder} for {year} is cancelled: {reason}; the review is due {days} days "
            + "later, by {due}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("reason", e.Reason), ("days", e.Days),
            ("due", e.DueBy)));
    }

    private static Text Each(IEnumerable<SectionDecision> sections) => Naming.List(sections.Select(one =>
    {
        var (section, verdict) = (Names.Of(one.Section), Lower(Names.Of(one.Verdict)));
        return new Text($"{section.Zh}（{verdict.Zh}）", $"{section.En} ({verdict.En})");
    }));
}
