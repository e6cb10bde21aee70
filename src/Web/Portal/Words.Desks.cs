using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

public static partial class Words
{
    public static readonly Text More = new("查看全部", "See all");
    public static readonly Text DeskAccept = new("认定", "Accept");
    public static readonly Text DeskAccountStatement = new("账户流水", "Statement of the account");
    public static readonly Text DeskAccountsLead = new(
        "全部登记、交易、省级和差异化发放账户及其余额。",
        "All registry, trading, provincial and custody accounts with what is in them.");
    public static readonly Text DeskActions = new("可办理", "May be done");
    public static readonly Text DeskActivate = new("启用", "Activate");
    public static readonly Text DeskAdd = new("添加", "Add");
    public static readonly Text DeskAddFindings = new("记录发现", "Record findings");
    public static readonly Text DeskAddress = new("地址", "Address");
    public static readonly Text DeskAdmit = new("准入交易主体", "Admit a participant");
    public static readonly Text OfficeAdvance = new("预支申请", "Applications for advances");
    public static readonly Text DeskAllDecided = new(
        "各单位的配额均已决定；如需变更，请更正报告或调整配额。",
        "Every entity's allocation is decided; to change one, correct its report or adjust it.");
    public static readonly Text DeskAllocateThis = new("只分配此单位", "Allocate this entity only");
    public static readonly Text DeskAllocationRun = new("配额试算与分配", "Allocation run");
    public static readonly Text DeskAlter = new("变更", "Change");
    public static readonly Text DeskAmend = new("变更案件", "Amend");
    public static readonly Text DeskAnswer = new("答复", "Answer");
    public static readonly Text DeskApplications = new("账户申请", "Account applications");
    public static readonly Text DeskAppoint = new("任命代表", "Appoint a representative");
    public static readonly Text DeskAssign = new("指派核查机构", "Assign a verifier");
    public static readonly Text DeskAssist = new("协助清缴", "Assist the surrender");
    public static readonly Text DeskAt = new("历史时点持仓", "Holdings at a moment");
    public static readonly Text DeskAtLead = new(
        "由日志重放到所选时点，逐个账户和分区列出当时的持仓。",
        "The journal is replayed up to the moment you choose; what each account and part of it held then.");
    public static readonly Text DeskAttachment = new("附件（SHA-256）", "File (SHA-256)");
    public static readonly Text DeskAuditorHome = new("审计工作台", "Auditor's desk");
    public static readonly Text DeskAuditorLead = new(
        "核验日志、导出全部数据、比较两个时点、查找任何一次办理。",
        "Verify the journal, export all of it, compare two moments, find anything anybody has done.");
    public static readonly Text DeskAuthorityHome = new("待决事项", "To be decided");
    public static readonly Text DeskAuthorityLead = new(
        "等待主管部门决定的全部事项，最紧迫的在前。",
        "Everything that waits for the authority, the most pressing first.");
    public static readonly Text DeskBasis = new("基准年", "Basis year");
    public static readonly Text DeskBlocked = new("已锁定账户", "Blocked accounts");
    public static readonly Text DeskBounds = new("法定幅度", "Bounds of the fine");
    public static readonly Text DeskByProvince = new("各地区清缴情况", "Surrender by province");
    public static readonly Text DeskCancel = new("撤销划转", "Cancel it");
    public static readonly Text OfficeCarryOver = new("结转申请", "Carry-over requests");
    public static readonly Text DeskCaseOver = new(
        "案件已终结，没有后续办理事项。",
        "The case is over; nothing is left to do.");
    public static readonly Text DeskCasesLead = new(
        "未足额清缴及其他违规案件、责令改正和司法冻结。",
        "Shortfalls and other offences, orders to correct, and freezes by courts.");
    public static readonly Text DeskCasesTitle = new("案件与冻结", "Cases and freezes");
    public static readonly Text DeskChange = new("变化", "Change");
    public static readonly Text DeskChangeList = new("调整名录", "Change the list");
    public static readonly Text DeskChanged = new("有变化", "Changed");
    public static readonly Text DeskClose = new("结案", "Close the case");
    public static readonly Text DeskCloseAccount = new("注销", "Close");
    public static readonly Text DeskCompare = new("两个时点比较", "Compare two moments");
    public static readonly Text DeskCompareLead = new(
        "两次重放日志，列出两个时点之间每个账户、每项义务和每个状态的变化。",
        "The journal is replayed to both moments; every account, obligation and state that differs is listed.");
    public static readonly Text DeskCompareNow = new("比较", "Compare");
    public static readonly Text DeskCompared = new("核对账户数", "Accounts compared");
    public static readonly Text DeskComputed = new("试算配额", "Computed");
    public static readonly Text DeskConclusion = new("核查意见", "Conclusion");
    public static readonly Text DeskConfiscated = new("没收违法所得", "Confiscated");
    public static readonly Text DeskConservative = new("保守值", "Conservative value");
    public static readonly Text DeskConvert = new("转换", "Convert");
    public static readonly Text DeskCorrect = new("更正", "Correct");
    public static readonly Text DeskCorrection = new("责令改正", "Order to correct");
    public static readonly Text DeskCourse = new("办理经过", "Course of events");
    public static readonly Text DeskCoverage = new("重点排放单位名录", "List of covered entities");
    public static readonly Text DeskCoverageLead = new(
        "当年须报告和履约的单位。添加、移出均须说明理由并记入日志。",
        "Who has to report and comply for the year. Each addition and removal has a reason and stands in the journal.");
    public static readonly Text DeskDays = new("天", "days");
    public static readonly Text DeskDaysLeft = new("剩余天数", "Days left");
    public static readonly Text DeskDecided = new("已分配", "Allocated");
    public static readonly Text DeskDecide = new("作出决定", "Decide");
    public static readonly Text DeskDescribe = new("补充资料", "Describe");
    public static readonly Text DeskDescription = new("备注", "Description");
    public static readonly Text DeskDetermine = new("核定排放量", "Determine emissions");
    public static readonly Text DeskDifference = new("差额", "Difference");
    public static readonly Text DeskDifferences = new("不一致项", "Differences");
    public static readonly Text DeskDifferent = new("不一致", "Differs");
    public static readonly Text DeskDryRunLead = new(
        "试算不改变任何数据；确认分配须经预览和第二人复核。",
        "A dry run changes nothing; running it goes through a preview and, where the rulebook asks, a second person.");
    public static readonly Text DeskEmissionYears = new("排放年度", "Emission years");
    public static readonly Text DeskExport = new("导出日志（JSON Lines）", "Export the journal (JSON lines)");
    public static readonly Text DeskExportHint = new(
        "逐行导出，每行含哈希和原始事件，可用任何工具独立核验。",
        "Row by row with hashes and the events as they stand; any tool can verify it.");
    public static readonly Text DeskFiled = new("备案时间", "Filed");
    public static readonly Text DeskFinalUnits = new("核定 · 按机组", "Determination by unit");
    public static readonly Text DeskFinding = new("内容", "What was found");
    public static readonly Text DeskFindings = new("核查发现", "Findings");
    public static readonly Text DeskFreeze = new("冻结", "Freeze");
    public static readonly Text DeskFreezeAccount = new("冻结账户", "Freeze the account");
    public static readonly Text DeskFreezeOver = new("已全部解除或扣划", "Released or carried out in full");
    public static readonly Text DeskFreezeUnits = new("司法冻结", "Freeze units");
    public static readonly Text DeskFreezes = new("司法冻结", "Freezes by courts and authorities");
    public static readonly Text DeskGaps = new("序列号断点", "Gaps in serials");
    public static readonly Text DeskGeneratingUnit = new("机组", "Generating unit");
    public static readonly Text DeskGrant = new("批准", "Grant");
    public static readonly Text DeskHistory = new("变更记录", "History");
    public static readonly Text DeskHoldersLead = new(
        "登记、准入、变更和承继的全部主体。",
        "Everybody who is registered or admitted, with changes and successions.");
    public static readonly Text DeskInForce = new("有效", "In force");
    public static readonly Text DeskInLedger = new("账簿", "Ledger");
    public static readonly Text DeskInOther = new("另一记录", "Other record");
    public static readonly Text DeskInRecords = new("履约记录中的已清缴", "Surrendered in the records");
    public static readonly Text DeskInput = new("数据项", "Figure");
    public static readonly Text DeskInvariants = new("不变量", "Invariants");
    public static readonly Text DeskInvariantsHold = new(
        "当前状态的全部不变量成立，各项记录与账簿一致。",
        "Every invariant holds now; all records agree with the ledger.");
    public static readonly Text DeskInviteClaim = new("发放认领码", "Invite a claim");
    public static readonly Text DeskIssueOffsets = new("签发抵销量", "Issue offsets");
    public static readonly Text DeskItem = new("项目", "Item");
    public static readonly Text DeskLastRun = new("上次分配", "Last run");
    public static readonly Text DeskLastYear = new("上年", "Last year");
    public static readonly Text DeskLate = new("逾期", "Late");
    public static readonly Text DeskLayer = new("发现环节", "Where");
    public static readonly Text DeskLeftOut = new("不计入", "Left out");
    public static readonly Text DeskLeftOver = new("差额（应为零）", "Left over (must be 0)");
    public static readonly Text DeskListed = new("在名录中", "On the list");
    public static readonly Text DeskLooked = new("已查找行数", "Rows looked at");
    public static readonly Text DeskMadeGood = new("逾期补缴", "Made good late");
    public static readonly Text DeskMatter = new("事项", "Matter");
    public static readonly Text DeskMoment = new("时点", "Moment");
    public static readonly Text DeskMonitor = new("履约监控", "Compliance monitor");
    public static readonly Text DeskNetted = new("待核减", "To be netted");
    public static readonly Text DeskName = new("名称", "Name");
    public static readonly Text DeskNext = new("后续办理", "What may be done next");
    public static readonly Text DeskNoChange = new("两个时点之间没有变化。", "Nothing differs between the two moments.");
    public static readonly Text DeskNoFile = new("无附件", "no file");
    public static readonly Text DeskNoFindings = new("尚无发现。", "Nothing found so far.");
    public static readonly Text DeskNoFreezes = new("没有在执行的冻结。", "No freeze is in force.");
    public static readonly Text DeskNoPlan = new(
        "该年度未备案数据质量控制方案。",
        "No monitoring plan was filed for the year.");
    public static readonly Text DeskNoReconciliation = new("尚未对账。", "No reconciliation has been run.");
    public static readonly Text DeskNoReports = new("没有指派给您的报告。", "No report is assigned to you.");
    public static readonly Text DeskNoRun = new("该周期尚未批量分配。", "No run of this period so far.");
    public static readonly Text DeskNoTransfers = new(
        "没有等待执行或仍可撤回的交易。",
        "Nothing waits, and nothing can be reversed any more.");
    public static readonly Text DeskNoViews = new(
        "本部署未启用流水查询；可在日志中查阅。",
        "This installation keeps no statements; the journal has every movement.");
    public static readonly Text DeskNoWork = new("没有等待办理的事项。", "Nothing waits.");
    public static readonly Text DeskNonConformity = new("不符合项", "Non-conformity");
    public static readonly Text DeskNotListed = new("不在名录中", "Not on the list");
    public static readonly Text DeskNotMet = new("尚未足额清缴单位数", "Entities that have not met");
    public static readonly Text DeskNotReported = new("未报送", "Not reported");
    public static readonly Text DeskNothingToRun = new(
        "没有可以分配的单位；各单位原因见表。", "Nothing can be allocated now; the table says why for each.");
    public static readonly Text DeskOwing = new("应清缴单位数", "Entities owing");
    public static readonly Text DeskObligation = new("清缴义务", "Obligation");
    public static readonly Text DeskOffence = new("案由", "Offence");
    public static readonly Text DeskOften = new("常用办理", "Often done");
    public static readonly Text DeskOpenAccount = new("开立账户", "Open an account");
    public static readonly Text DeskOpenCase = new("立案", "Open a case");
    public static readonly Text DeskOpenFindings = new("未整改不符合项", "Open non-conformities");
    public static readonly Text DeskOpened = new("立案时间", "Opened");
    public static readonly Text DeskOperatorHome = new("登记机构工作台", "Operator's desk");
    public static readonly Text DeskOperatorLead = new(
        "今天要办理的登记、账户和划转事项。",
        "Today's work on holders, accounts and transfers.");
    public static readonly Text DeskOrderCorrection = new("责令改正", "Order a correction");
    public static readonly Text DeskOther = new("对方账户", "Other account");
    public static readonly Text DeskPaid = new("已缴纳", "Paid");
    public static readonly Text DeskPendingTransfers = new("待执行划转", "Transfers that wait");
    public static readonly Text DeskPreUnits = new("预分配 · 按机组", "Pre-allocation by unit");
    public static readonly Text DeskPublish = new("公布结果", "Publish the results");
    public static readonly Text DeskReassign = new("改派", "Reassign");
    public static readonly Text DeskReconcileNow = new("立即对账", "Reconcile now");
    public static readonly Text DeskReconciliation = new("对账", "Reconciliation");
    public static readonly Text DeskReconciliationLead = new(
        "已签发 = 持有 + 已清缴 + 已注销 + 已失效；账簿与履约记录、序列号、冻结逐项核对。",
        "Issued = held + surrendered + cancelled + expired; the ledger beside obligations, serials and freezes.");
    public static readonly Text DeskRecordPayment = new("登记缴款", "Record the payment");
    public static readonly Text DeskReference = new("文书号", "Reference");
    public static readonly Text DeskRefuseCorrection = new("认定拒不改正", "Find it refused");
    public static readonly Text DeskRefusedEntities = new("无法分配的单位", "Entities that cannot be allocated");
    public static readonly Text DeskRefused = new("无法分配", "Cannot be allocated");
    public static readonly Text DeskRegister = new("登记单位", "Register an entity");
    public static readonly Text DeskRelease = new("解除冻结", "Release");
    public static readonly Text DeskRemark = new("提示", "Remark");
    public static readonly Text DeskRemove = new("移除", "Remove");
    public static readonly Text DeskReplaying = new("正在重放日志（行）", "Replaying the journal (rows)");
    public static readonly Text DeskReport = new("年度报告", "Report");
    public static readonly Text DeskReported = new("报告排放量", "Reported");
    public static readonly Text OfficeReports = new("年度排放报告", "Annual reports");
    public static readonly Text DeskReportsLead = new(
        "各年度报告的报送、核查与认定。",
        "What is submitted, verified and accepted, year by year.");
    public static readonly Text DeskRepresentatives = new("代表", "Representatives");
    public static readonly Text DeskRepresentativesLead = new(
        "代表各单位办理业务的人员及其权限。",
        "Who acts for which entity, and how far.");
    public static readonly Text DeskResolved = new("已整改", "Resolved");
    public static readonly Text DeskRestrict = new("限制", "Restrict");
    public static readonly Text DeskReturn = new("退回", "Send back");
    public static readonly Text DeskReturnedFor = new("退回原因", "Sent back for");
    public static readonly Text DeskReverse = new("撤回交易", "Reverse it");
    public static readonly Text DeskReversible = new("可撤回", "Reversible");
    public static readonly Text DeskReview = new("审核", "Review");
    public static readonly Text DeskRights = new("权限", "Rights");
    public static readonly Text DeskRunAll = new("办理分配（跳过无法分配的单位）", "Run it, leaving out what is refused");
    public static readonly Text DeskRunHint = new(
        "在一行日志中分配全部单位。先预览，须复核的成为提案。",
        "All entities in one row of the journal. It is previewed first and becomes a proposal where a second "
            + "person is needed.");
    public static readonly Text DeskRunIt = new("执行分配", "Run the allocation");
    public static readonly Text DeskRunStrict = new("办理分配（遇拒绝即停止）", "Run it, stopping at the first refusal");
    public static readonly Text DeskRuns = new("历次对账", "Reconciliations");
    public static readonly Text DeskSearchJournal = new("查找日志", "Search the journal");
    public static readonly Text DeskSearchLead = new(
        "按人员、业务和时间查找，每个事件以文字说明。",
        "By person, action and time; each event is said in words.");
    public static readonly Text DeskShow = new("查看", "Show");
    public static readonly Text DeskSince = new("起始时间", "Since");
    public static readonly Text DeskStandAfter = new("当时最后一行日志：", "The last row of the journal by then:");
    public static readonly Text DeskStands = new("现行配额", "Stands now");
    public static readonly Text DeskStateIt = new("出具核查结论", "State the verification");
    public static readonly Text OfficeStatement = new("核查结论", "Statement");
    public static readonly Text DeskStatementNumber = new("核查报告编号", "Number");
    public static readonly Text DeskSubmitted = new("报送时间", "Submitted");
    public static readonly Text DeskSucceed = new("承继", "Succession");
    public static readonly Text DeskSuspend = new("停用", "Suspend");
    public static readonly Text DeskSuspended = new("已暂停", "Suspended");
    public static readonly Text DeskThisYear = new("本年", "This year");
    public static readonly Text DeskTimeLeft = new("剩余时间", "Time left");
    public static readonly Text DeskToAccept = new("待认定报告", "Reports to accept");
    public static readonly Text DeskToAnswer = new("待答复异议", "Objections to answer");
    public static readonly Text DeskToAssign = new("待指派核查", "Reports to assign");
    public static readonly Text DeskToDecide = new("待决案件", "Cases to decide");
    public static readonly Text DeskTransaction = new("交易号", "Transaction");
    public static readonly Text DeskTransferJudicially = new("司法扣划", "Transfer by court order");
    public static readonly Text OfficeTransfers = new("划转", "Transfers");
    public static readonly Text DeskTransfersLead = new(
        "等待执行的划转，以及仍在可撤回期内的交易。",
        "Transfers that wait for their time, and transactions that can still be taken back.");
    public static readonly Text DeskTrustWaits = new("待生效受信账户", "Trusted accounts that wait");
    public static readonly Text DeskTrusted = new("受信账户", "Trusted accounts");
    public static readonly Text DeskUnblock = new("解除锁定", "Unblock");
    public static readonly Text DeskUnchanged = new("无变化", "Unchanged");
    public static readonly Text DeskUnfreeze = new("恢复正常", "Restore");
    public static readonly Text DeskUnit = new("单位（计量）", "Unit");
    public static readonly Text DeskUnits = new("机组", "Generating units");
    public static readonly Text DeskUntil = new("时间", "At");
    public static readonly Text DeskUpdate = new("变更登记", "Update");
    public static readonly Text DeskVerifiedTotal = new("核查排放量", "Verified total");
    public static readonly Text DeskVerifier = new("核查机构", "Verifier");
    public static readonly Text DeskVerifierHome = new("核查任务", "Reports to verify");
    public static readonly Text DeskVerifierLead = new(
        "指派给您所在机构的年度排放报告，待核查的在前。",
        "Annual reports assigned to your body; those under verification first.");
    public static readonly Text DeskWhatStands = new("现行结果与说明", "What stands now, explained");
    public static readonly Text DeskWhose = new("所属", "Whose");
    public static readonly Text DeskWithdrawCase = new("撤销案件", "Withdraw the case");
    public static readonly Text DeskWork = new("类别", "Kind of work");
    public static readonly Text DeskWouldDo = new("如现在出具“通过”结论", "What a positive statement would do now");
    public static readonly Text DeskYear = new("年度", "Year");
}
