using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

public static partial class Words
{
    public static readonly Text Desks = new("我的单位", "My entities");
    public static readonly Text DesksLead = new("您可以办理或查阅的单位。",
        "The entities for which you act, or that you may read.");
    public static readonly Text NoDesks = new("您没有代表任何单位。", "You act for no entity.");
    public static readonly Text SearchDesks = new("名称或代码", "Name or code");
    public static readonly Text YourRights = new("您的权限", "Your rights");
    public static readonly Text DeskOverview = new("工作台", "Desk");
    public static readonly Text DeskHoldings = new("持仓", "Holdings");
    public static readonly Text DeskStatement = new("对账单", "Statement");
    public static readonly Text DeskTransfers = new("划转", "Transfers");
    public static readonly Text DeskReports = new("排放报告", "Reports");
    public static readonly Text DeskSurrender = new("清缴", "Surrender");
    public static readonly Text DeskCarryOver = new("结转", "Carry-over");
    public static readonly Text DeskAdvance = new("预支", "Advance");
    public static readonly Text DeskObjections = new("异议", "Objections");
    public static readonly Text DeskPeople = new("单位代表", "Representatives");
    public static readonly Text ToDo = new("下一步要做什么", "What to do next");
    public static readonly Text NothingToDo = new("目前没有待办事项。", "There is nothing to do now.");
    public static readonly Text Until = new("截止", "By");
    public static readonly Text Obligations = new("履约义务", "Obligations");
    public static readonly Text NoObligations = new("还没有履约义务。", "There are no obligations yet.");
    public static readonly Text StillMissing = new("尚缺", "Still missing");
    public static readonly Text FreeUnits = new("可用", "Free");
    public static readonly Text BoundUnits = new("冻结等", "Frozen and the like");
    public static readonly Text ReadOnlyNote = new(
        "您可以查阅，但没有为该单位发起业务的权限。", "You may read, but you have no right to initiate for this entity.");
    public static readonly Text PublicEntity = new("该单位的核算说明", "How its figures came about");
    public static readonly Text TransferThis = new("划转", "Transfer");
    public static readonly Text CancelThis = new("注销", "Cancel for good");
    public static readonly Text MoveThis = new("移动", "Move");
    public static readonly Text StatementOf = new("账户对账单", "Statement of an account");
    public static readonly Text NoStatement = new("该账户没有收支。", "Nothing has moved in this account.");
    public static readonly Text NoViews = new(
        "本进程没有查询表，暂时不能显示对账单。", "This process has no read tables; the statement cannot be shown now.");
    public static readonly Text OlderLines = new("更早的记录", "Earlier lines");
    public static readonly Text Transaction = new("交易号", "Transaction");
    public static readonly Text OtherSide = new("对方", "Other side");
    public static readonly Text PendingTransfers = new("等待期内的划转", "Transfers that wait");
    public static readonly Text NoPending = new("没有等待期内的划转。", "No transfer waits.");
    public static readonly Text Receiver = new("收方", "Receiver");
    public static readonly Text ArrivesAt = new("到账时间", "Arrives");
    public static readonly Text CancelTransfer = new("取消划转", "Cancel the transfer");
    public static readonly Text NewTransfer = new("新的划转", "A new transfer");
    public static readonly Text NoFreeUnits = new("没有可以划转的配额。", "There are no units that can be transferred.");
    public static readonly Text WhatToSend = new("转出的持仓", "What to send");
    public static readonly Text TransferDelay = new("等待期（小时）", "Delay (hours)");
    public static readonly Text MonitoringPlan = new("监测方案", "Monitoring plan");
    public static readonly Text Report = new("排放报告", "Report");
    public static readonly Text Version = new("版本", "Version");
    public static readonly Text Late = new("逾期", "late");
    public static readonly Text EnterReport = new("填报", "Enter");
    public static readonly Text FilePlan = new("备案", "File");
    public static readonly Text AmendPlan = new("变更", "Amend");
    public static readonly Text OpenIt = new("查看", "Open");
    public static readonly Text NotFiled = new("未备案", "Not filed");
    public static readonly Text NotReported = new("未报送", "Not reported");
    public static readonly Text AcceptedTotal = new("认定排放量", "Accepted emissions");
    public static readonly Text ReportedTotal = new("报送排放量", "Reported emissions");
    public static readonly Text Verifier = new("核查机构", "Verifier");
    public static readonly Text StatementNumber = new("核查报告", "Statement");
    public static readonly Text FindingsTitle = new("核查发现", "Findings");
    public static readonly Text NoFindings = new("没有核查发现。", "There are no findings.");
    public static readonly Text Attachment = new("附件", "Attachment");
    public static readonly Text DownloadFile = new("下载", "Download");
    public static readonly Text NoCoverage = new("该单位没有被列入任何年度的名录。", "The entity is on no year's list.");
    public static readonly Text ReportEntry = new("填报排放数据", "Enter emission data");
    public static readonly Text ReportEntryLead = new(
        "逐台机组填写；按“计算”即可看到每一步的公式和结果。预览并确认之后才算报送。",
        "Unit by unit; “Calculate” shows every formula and its result. Nothing is sent until you preview and confirm.");
    public static readonly Text Calculate = new("计算", "Calculate");
    public static readonly Text Calculation = new("计算结果", "Calculation");
    public static readonly Text CalculationHint = new(
        "按填写的数据试算，没有提交。", "Calculated from what is entered; nothing has been submitted.");
    public static readonly Text MethodUnknown = new("规则手册没有该年度该行业的方法学。",
        "The rulebook has no method for this sector and year.");
    public static readonly Text SaveDraft = new("保存草稿", "Save as draft");
    public static readonly Text DraftLoaded = new("已载入保存的草稿：", "A saved draft is loaded:");
    public static readonly Text DraftSaved = new("草稿已保存。", "The draft is saved.");
    public static readonly Text DropDraft = new("放弃草稿", "Throw the draft away");
    public static readonly Text DraftDropped = new("草稿已删除。", "The draft is gone.");
    public static readonly Text SurrenderLead = new(
        "填写数量后试算：系统说明用哪些标的、哪些序列号、多少抵销量，还缺多少。",
        "Try a quantity: which units and serials go, how many offsets, what remains.");
    public static readonly Text TryIt = new("试算", "Try");
    public static readonly Text SurrenderAll = new("配额数量（留空按缺口）", "Allowances (empty: what is missing)");
    public static readonly Text SurrenderOffsets = new("抵销量", "Offsets");
    public static readonly Text ChooseVintages = new("按年度标的指定数量（选填，代替上面的数量）",
        "Quantities by vintage (optional, instead of the above)");
    public static readonly Text OffsetLimit = new("抵销上限", "Limit of offsets");
    public static readonly Text OffsetsUsed = new("已用抵销", "Offsets used");
    public static readonly Text WouldTake = new("将使用", "What would be taken");
    public static readonly Text Remaining = new("之后仍缺", "Missing afterwards");
    public static readonly Text OffsetsLeft = new("之后还可用抵销", "Offsets that could still be used");
    public static readonly Text ToPreview = new("预览清缴", "Preview the surrender");
    public static readonly Text AlreadyMet = new("该周期没有缺口。", "Nothing is missing for this period.");
    public static readonly Text Surrendereds = new("已清缴的配额和抵销量", "What was surrendered");
    public static readonly Text Formula = new("公式", "Formula");
    public static readonly Text WithValues = new("代入", "With values");
    public static readonly Text NetSales = new("净卖出量", "Net sales");
    public static readonly Text HeldAtCensus = new("核定日持仓", "Held at the census");
    public static readonly Text MostToCarry = new("最多可结转", "At most");
    public static readonly Text AskedFor = new("已申请", "Asked for");
    public static readonly Text LeftToAsk = new("尚可申请", "Left to ask for");
    public static readonly Text Window = new("申请期间", "Applications");
    public static readonly Text RequiresMet = new("须已按时足额清缴", "Must have been met in time");
    public static readonly Text NotMet = new("未满足", "not met");
    public static readonly Text CensusAhead = new("持仓尚未核定", "Holdings are not fixed yet");
    public static readonly Text NoCarryOver = new("规则手册没有结转安排。", "The rulebook knows no carry-over.");
    public static readonly Text Requests = new("申请", "Requests");
    public static readonly Text NotOpenNow = new("目前不受理申请。", "No applications are taken now.");
    public static readonly Text Gap = new("缺口", "Gap");
    public static readonly Text GapShare = new("缺口比例", "Gap as a share");
    public static readonly Text LeastGap = new("最低比例", "Least share");
    public static readonly Text MostToLend = new("最多可预支", "At most");
    public static readonly Text LentVintage = new("预支的年度标的", "Vintage that is lent");
    public static readonly Text NoAdvance = new("没有可以预支的周期。", "No period knows an advance.");
    public static readonly Text Applied = new("已申请", "Applied for");
    public static readonly Text Granted = new("已批准", "Granted");
    public static readonly Text Used = new("已使用", "Used");
    public static readonly Text ApplyNow = new("申请", "Apply");
    public static readonly Text ObjectionWindows = new("可提出异议的结果", "Results that may be objected to");
    public static readonly Text Told = new("告知日期", "Told");
    public static readonly Text LastDay = new("最后一日", "Last day");
    public static readonly Text WindowOver = new("已截止", "over");
    public static readonly Text Object = new("提出异议", "Object");
    public static readonly Text FiledObjections = new("已提出的异议", "Objections filed");
    public static readonly Text NoObjections = new("没有提出过异议。", "No objection has been filed.");
    public static readonly Text AnswerBy = new("应答复于", "Answer due");
    public static readonly Text Answer = new("答复", "Answer");
    public static readonly Text Upheld = new("成立", "upheld");
    public static readonly Text NotUpheld = new("不成立", "not upheld");
    public static readonly Text Unanswered = new("未答复", "unanswered");
    public static readonly Text Person = new("人员", "Person");
    public static readonly Text RightsWord = new("权限", "Rights");
    public static readonly Text Suspended = new("已暂停", "suspended");
    public static readonly Text PeopleLead = new(
        "提交与复核须由不同的人担任。代表的增减由单位提出，注册登记机构或主管部门办理。",
        "Who initiates and who approves must be different people. The entity asks for changes, an official decides.");
    public static readonly Text AppointOne = new("指定代表", "Appoint one");
    public static readonly Text LeastPeople = new("规则要求至少", "The rulebook asks for at least");
    public static readonly Text TrustedAccounts = new("受信账户", "Trusted accounts");
    public static readonly Text TrustedLead = new(
        "划转只能发往受信账户，除非账户规则允许名单以外；新列入的账户等待期满后才生效。",
        "Transfers go to trusted accounts unless the account's rules allow others; a new entry has to wait first.");
    public static readonly Text NoTrusted = new("受信名单为空。", "The trusted list is empty.");
    public static readonly Text TrustedAccount = new("受信账户账号", "Trusted account");
    public static readonly Text DescribedAs = new("说明", "Description");
    public static readonly Text ListOfAccount = new("所属账户", "List of account");
    public static readonly Text CountsFrom = new("生效时间", "Counts from");
}
