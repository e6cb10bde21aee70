namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Mrv =>
    [
        Word(
            ActionArea.Mrv, "file-monitoring-plan", false, "备案数据质量控制方案", "File a monitoring plan",
            "备案某年度的数据质量控制方案。",
            "Files the monitoring plan of a year."),
        Word(
            ActionArea.Mrv, "amend-monitoring-plan", false, "变更数据质量控制方案", "Amend a monitoring plan",
            "变更已备案的方案，并说明原因。",
            "Changes a plan that was filed, with a reason."),
        Word(
            ActionArea.Mrv, "review-monitoring-plan", false, "审核方案各部分", "Review sections of a plan",
            "对数据质量控制方案的各部分逐一作出审核意见。",
            "Decides a monitoring plan section by section: accepted, refused, or to be changed."),
        Word(
            ActionArea.Mrv, "decide-monitoring-plan", false, "作出方案审核决定", "Decide a plan",
            "批准、不予批准，或视为撤回数据质量控制方案。",
            "Ends the review of a monitoring plan: granted, refused, or deemed withdrawn."),
        Word(
            ActionArea.Mrv, "return-monitoring-plan", false, "退回方案修改", "Return a plan for changes",
            "把方案退回单位，按审核意见修改。",
            "Sends a monitoring plan back to its entity with what has to be changed."),
        Word(
            ActionArea.Mrv, "recall-plan-return", false, "撤销退回", "Recall a return",
            "撤销误作的退回，方案恢复审核。",
            "Takes back the return of a plan that was a mistake; the review goes on."),
        Word(
            ActionArea.Mrv, "ask-about-plan", false, "要求补充说明", "Ask about a plan",
            "就方案向单位提问，审核期限在答复前停止计算。",
            "Asks the entity about its plan; the review's clock stands until the answer."),
        Word(
            ActionArea.Mrv, "answer-plan-question", false, "答复方案问题", "Answer a question about a plan",
            "答复审核人员就方案提出的问题。",
            "Answers what the reviewer asked about the plan."),
        Word(
            ActionArea.Mrv, "cancel-plan-question", false, "取消方案问题", "Cancel a question about a plan",
            "不再等待答复，审核期限继续计算。",
            "Does without an answer; the review's clock goes on."),
        Word(
            ActionArea.Mrv, "submit-report", false, "报送排放报告", "Submit an emission report",
            "报送年度排放报告，核查开始前可替换。",
            "Reports a year's emissions; may be replaced until verification begins."),
        Word(
            ActionArea.Mrv, "assign-verifier", false, "指派核查机构", "Assign a verifier",
            "把排放报告交给核查机构，核查由此开始。",
            "Gives a report to a verifier; verification begins."),
        Word(
            ActionArea.Mrv, "record-findings", false, "登记核查发现", "Record findings",
            "登记文件评审或现场核查发现的问题。",
            "Records what was found in documents or on site."),
        Word(
            ActionArea.Mrv, "state-verification", false, "出具核查结论", "State a verification",
            "对排放报告作出核查结论。",
            "Concludes on a report."),
        Word(
            ActionArea.Mrv, "accept-report", false, "认定排放量", "Accept a report",
            "认定经核查的排放量，履约义务据此确定。",
            "Accepts verified emissions: obligation and allocation stand on them."),
        Word(
            ActionArea.Mrv, "reject-report", false, "退回排放报告", "Return a report",
            "把报告退回单位重新报送。",
            "Sends a report back to its entity."),
        Word(
            ActionArea.Mrv, "correct-report", true, "更正已认定排放量", "Correct accepted emissions",
            "更正排放数据，义务与配额随之调整。",
            "Corrects accepted emissions; obligation and allocation follow."),
        Word(
            ActionArea.Mrv, "determine-emissions", true, "核定排放量", "Determine emissions",
            "单位未按规定报送时，按保守取值核定其排放量。",
            "Estimates what an entity did not report, with conservative values."),
        Word(
            ActionArea.Mrv, "record-verified-emissions", true, "登记外部核查排放量", "Record verified emissions",
            "登记在其他系统核查的排放量。",
            "Enters a verified total that was established in another system."),
        Word(
            ActionArea.Mrv, "register-service-body", false, "登记技术服务机构", "Register a service body",
            "登记机构及其编制、核查的省份。",
            "Puts a body on the list with the provinces where it prepares or verifies."),
        Word(
            ActionArea.Mrv, "object", false, "提出异议", "File an objection",
            "对核查结果或配额分配提出异议。",
            "Objects to a verification or to an allocation."),
        Word(
            ActionArea.Mrv, "answer-objection", false, "答复异议", "Answer an objection",
            "答复异议；成立的，另行更正。",
            "Answers an objection; what an upheld one changes is done separately."),
    ];

    private static ActionWord[] Allocation =>
    [
        Word(
            ActionArea.Allocation, "pre-allocate", true, "预分配（单家）", "Pre-allocate",
            "在当年数据确定前，给一家单位发放部分配额。",
            "Gives an entity part of its allocation before the figures are known."),
        Word(
            ActionArea.Allocation, "allocate-final", true, "核定配额（单家）", "Determine an allocation",
            "按已认定排放量核定一家单位的配额，多退少补。",
            "Determines an entity's allocation on accepted emissions, and trues it up."),
        Word(
            ActionArea.Allocation, "run-allocation", true, "批量分配", "Run an allocation",
            "对名录内单位一次完成预分配或核定。",
            "Allocates a whole period: pre-allocation or determination."),
        Word(
            ActionArea.Allocation, "allocate-stated", true, "按配额表发放", "Allocate by table",
            "按主管部门给定的配额表发放。",
            "Allocates the quantities that the authority's table states."),
        Word(
            ActionArea.Allocation, "adjust-allocation", true, "调整配额", "Adjust an allocation",
            "在方法学之外调增或调减配额。",
            "Changes an entitlement beside the method, with reason and evidence."),
        Word(
            ActionArea.Allocation, "grant-new-facility", true, "新增设施配额", "Grant a new facility",
            "为新增设施发放首批配额。",
            "Gives a new facility its first allowances."),
        Word(
            ActionArea.Allocation, "reclaim-closed-unit", true, "收回关停机组配额", "Reclaim a closed unit's allowances",
            "收回已关停机组的预分配配额。",
            "Takes back what a closed unit was pre-allocated."),
        Word(
            ActionArea.Allocation, "withhold-allocation", false, "暂停发放", "Withhold delivery",
            "暂停向单位发放某周期配额，核定照常进行。",
            "Stops delivering to an entity in a period; decisions go on."),
        Word(
            ActionArea.Allocation, "release-allocation", true, "恢复发放", "Release delivery",
            "恢复发放，先发放此前暂停的部分。",
            "Delivers again, beginning with what was withheld."),
        Word(
            ActionArea.Allocation, "collect-arrears", true, "追缴多发配额", "Collect arrears",
            "追回此前未能收回的多发配额。",
            "Takes back what was given too much and could not be taken before."),
    ];
}
