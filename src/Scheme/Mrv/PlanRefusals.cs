using Tanheng.Quantities;

namespace Tanheng.Scheme.Mrv;

/// <summary>Why the review of monitoring plans says no.</summary>
public static class PlanRefusals
{
    /// <summary>Nothing to review.</summary>
    public static readonly RefusalCode NoReview = RefusalCode.Final(
        3035,
        "no-plan-review",
        "主体 {holder} 的 {year} 年数据质量控制方案没有审核程序：规则手册未要求审核，或方案尚未提交。",
        "No review of the monitoring plan of {holder} for {year}: the rulebook asked for none, or no plan came.");

    /// <summary>The review is somewhere else.</summary>
    public static readonly RefusalCode ReviewElsewhere = RefusalCode.Passing(
        3036,
        "plan-review-elsewhere",
        "{year} 年方案的审核处于“{status_zh}”状态，不能办理此项。",
        "The review of the plan of {year} stands at '{status_en}'; this step does not follow from there.");

    /// <summary>Not one of those whom the rulebook names.</summary>
    public static readonly RefusalCode NotAReviewer = RefusalCode.Final(
        3037,
        "not-a-plan-reviewer",
        "用户 {actor} 不是规则手册指定的方案审核人员，请由{roles_zh}办理。",
        "{actor} is not one of those whom the rulebook lets review plans; ask one of: {roles_en}.");

    /// <summary>No section named.</summary>
    public static readonly RefusalCode NoSections = RefusalCode.Final(
        3038, "no-plan-sections", "请至少对一个部分作出审核意见。", "Decide at least one section.");

    /// <summary>The rulebook does not ask for the section.</summary>
    public static readonly RefusalCode SectionNotAsked = RefusalCode.Final(
        3039,
        "plan-section-not-asked",
        "本次审核不包括“{section_zh}”，请核对。",
        "This review has no section '{section_en}'; check the section.");

    /// <summary>The same section twice.</summary>
    public static readonly RefusalCode SectionTwice = RefusalCode.Final(
        3040,
        "plan-section-twice",
        "“{section_zh}”出现两次，请合并。",
        "Section '{section_en}' stands there twice; decide it once.");

    /// <summary>Sections are open.</summary>
    public static readonly RefusalCode SectionsUndecided = RefusalCode.Passing(
        3041,
        "plan-sections-undecided",
        "尚有部分没有审核意见：{sections_zh}。请先逐一作出意见。",
        "These sections are undecided: {sections_en}. Decide them first.");

    /// <summary>Not all are accepted.</summary>
    public static readonly RefusalCode SectionsNotAccepted = RefusalCode.Passing(
        3042,
        "plan-sections-not-accepted",
        "全部认可才能批准；未认可的部分：{sections_zh}。",
        "A plan is granted only when every section is accepted; these are not: {sections_en}.");

    /// <summary>The holder may still change something.</summary>
    public static readonly RefusalCode ChangesWanted = RefusalCode.Passing(
        3043,
        "plan-changes-wanted",
        "仍有部分需要修改：{sections_zh}。请先退回修改，不能直接不予批准。",
        "Changes are wanted in {sections_en}: return the plan for them; it cannot be refused before.");

    /// <summary>Nothing to change.</summary>
    public static readonly RefusalCode NothingToChange = RefusalCode.Passing(
        3044,
        "plan-nothing-to-change",
        "退回修改须至少有一个部分的意见为“需修改”，并写明修改内容。",
        "A plan is returned only when at least one section needs changes; say there what to change.");

    /// <summary>A question is open.</summary>
    public static readonly RefusalCode QuestionOpen = RefusalCode.Passing(
        3045,
        "plan-question-open",
        "向主体提出的问题尚未答复（期限 {by}），请等待答复或取消问题。",
        "The holder's answer is waited for (until {by}); wait for it or cancel the question.");

    /// <summary>No question is open.</summary>
    public static readonly RefusalCode NoQuestion = RefusalCode.Final(
        3046, "no-plan-question", "{year} 年方案没有待答复的问题。", "No question about the plan of {year} waits for an answer.");

    /// <summary>The last day of the answer is not ahead.</summary>
    public static readonly RefusalCode DayNotAhead = RefusalCode.Final(
        3047, "day-not-ahead", "期限 {day} 须晚于今天（{today}）。", "The last day, {day}, must lie after today ({today}).");

    /// <summary>The plan is being looked at.</summary>
    public static readonly RefusalCode PlanInReview = RefusalCode.Passing(
        3048,
        "plan-in-review",
        "{year} 年方案正在审核，退回修改或作出决定后才能变更。",
        "The plan of {year} is in review; it can be amended when it is returned or decided.");

    /// <summary>A report without an approved plan.</summary>
    public static readonly RefusalCode PlanNotApproved = RefusalCode.Passing(
        3049,
        "plan-not-approved",
        "{year} 年没有生效的数据质量控制方案，规则手册要求先有经批准的方案才能报送。",
        "There is no monitoring plan of {year} in force; the rulebook takes a report only under an approved plan.");
}
