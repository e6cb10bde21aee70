using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

public static partial class Words
{
    public static readonly Text Actions = new("办理业务", "Actions");
    public static readonly Text ActionsLead = new(
        "此处列出您现在可以办理的业务。每项都先预览，确认后才生效。",
        "What you may do now. Each action is previewed first and takes effect only when you confirm it.");
    public static readonly Text NoActions = new(
        "您目前没有可办理的业务；需要权限请联系本单位代表或主管部门。",
        "There is nothing you may do now; ask your entity's representatives or the authority for rights.");
    public static readonly Text SearchActions = new("搜索业务", "Search actions");
    public static readonly Text NoAction = new("没有符合条件的业务。", "No action matches.");
    public static readonly Text NeedsSecond = new("须第二人复核", "Second person");
    public static readonly Text MovesValue = new("涉及配额或资金", "Moves value");
    public static readonly Text Forbidden = new("您无权办理此业务", "You may not do this");
    public static readonly Text ForbiddenLead = new(
        "此业务由下列职务或单位代表办理：", "This action is for these offices or representatives:");
    public static readonly Text Optional = new("选填", "optional");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text AddRow = new("增加一行", "Add a row");
    public static readonly Text RemoveRow = new("删除此行", "Remove this row");
    public static readonly Text RowNumber = new("第", "No.");
    public static readonly Text RefreshChoices = new("更新选项", "Update the choices");
    public static readonly Text RefreshHint = new(
        "选好单位、年度等之后按此更新后面的选项和数据项。",
        "After choosing entity, year and the like, update the choices and inputs that follow.");
    public static readonly Text RawInputs = new(
        "方法学尚未确定：请先填写单位和年度（周期）并更新选项，或在此填写 JSON。",
        "The method is not known yet: give entity and year (or period) and update the choices, or write JSON here.");
    public static readonly Text Preview = new("预览", "Preview");
    public static readonly Text PreviewTitle = new("预览：尚未生效", "Preview: nothing has happened yet");
    public static readonly Text WillHappen = new("将会发生", "What will happen");
    public static readonly Text WouldHappen = new("如现在复核通过，将会发生", "What approval would bring about now");
    public static readonly Text Happened = new("已发生", "What happened");
    public static readonly Text MoreEvents = new("另有事件", "more events");
    public static readonly Text Movements = new("划转明细", "Movements");
    public static readonly Text MoreMovements = new("另有划转", "more movements");
    public static readonly Text From = new("从", "From");
    public static readonly Text To = new("到", "To");
    public static readonly Text Balances = new("余额变化", "Balances");
    public static readonly Text Before = new("之前", "Before");
    public static readonly Text After = new("之后", "After");
    public static readonly Text Place = new("账户与分区", "Account and part");
    public static readonly Text SecondPersonTitle = new("须第二人复核", "A second person must approve");
    public static readonly Text SecondPersonLead = new(
        "确认后成为提案，经下列人员之一复核通过才生效；您本人不能复核。",
        "When you confirm it becomes a proposal; it takes effect when one of these approves. You cannot do it "
            + "yourself.");
    public static readonly Text Confirm = new("确认办理", "Confirm");
    public static readonly Text ConfirmProposal = new("确认并提交复核", "Confirm and submit for approval");
    public static readonly Text Edit = new("返回修改", "Change it");
    public static readonly Text NeedsFactor = new(
        "确认时需再次验证第二因素。", "You will be asked for your second factor when you confirm.");
    public static readonly Text RefusedTitle = new("不能办理", "This is refused");
    public static readonly Text RefusedPassing = new(
        "情况变化后，同样的业务可能可以办理。", "The same may be possible later, when things have changed.");
    public static readonly Text RefusedFinal = new(
        "请按提示修改后重新预览。", "Change it as the sentence says and preview it again.");
    public static readonly Text FormProblems = new("请更正标出的各项：", "Correct the marked fields:");
    public static readonly Text StepForm = new("填写", "Fill in");
    public static readonly Text StepPreview = new("预览", "Preview");
    public static readonly Text StepDone = new("办理结果", "Result");
    public static readonly Text Proposals = new("待复核事项", "Proposals");
    public static readonly Text ProposalsLead = new(
        "须由第二人复核的事项：等待您复核的、您提交的和已办结的。",
        "What needs a second person: what waits for you, what you have proposed, and what is decided.");
    public static readonly Text WaitingForMe = new("待我复核", "Waiting for me");
    public static readonly Text ProposedByMe = new("我提交的", "Proposed by me");
    public static readonly Text WaitingForOthers = new("待他人复核", "Waiting for others");
    public static readonly Text DecidedProposals = new("已办结", "Decided");
    public static readonly Text Proposal = new("提案", "Proposal");
    public static readonly Text ActionWord = new("业务", "Action");
    public static readonly Text ProposedBy = new("提交人", "Proposed by");
    public static readonly Text ProposedAt = new("提交时间", "Proposed");
    public static readonly Text ExpiresAt = new("失效时间", "Lapses");
    public static readonly Text DecidedBy = new("复核人", "Decided by");
    public static readonly Text ReasonGiven = new("理由", "Reason");
    public static readonly Text Approve = new("复核通过", "Approve");
    public static readonly Text Reject = new("驳回", "Reject");
    public static readonly Text WithdrawIt = new("撤回", "Withdraw");
    public static readonly Text WhyNotApprove = new("为什么没有“通过”按钮", "Why there is no button to approve");
    public static readonly Text OwnProposalNote = new(
        "这是您本人提交的提案。双人复核要求由另一人通过；您可以撤回。",
        "You proposed this yourself. Four eyes ask for another person to approve; you may withdraw it.");
    public static readonly Text AssignedTo = new("领办人", "Assigned to");
    public static readonly Text ApproverComment = new("复核意见", "Comment");
    public static readonly Text TakeOn = new("由我领办", "Take it on");
    public static readonly Text LetGo = new("释放", "Let it go");
    public static readonly Text RefusedNow = new("如现在复核通过，将被拒绝", "Approval would be refused now");
    public static readonly Text Content = new("提交内容", "What was proposed");
    public static readonly Text NoProposals = new("没有提案。", "There are no proposals.");
    public static readonly Text SearchProposals = new("业务、单位或人员", "Action, entity or person");
    public static readonly Text StaleForm = new(
        "表单已过期或来自其他网站，没有提交。请重新填写。",
        "The form had expired or came from another site; nothing was sent. Fill it in again.");
    public static readonly Text Done = new("已办理", "Done");
    public static readonly Text DoneProposal = new("已提交，等待第二人复核", "Submitted; waits for a second person");
    public static readonly Text SeeRow = new("日志行", "Journal row");
    public static readonly Text SeeProposal = new("查看提案", "See the proposal");
    public static readonly Text UploadFile = new("上传文件", "Upload a file");
    public static readonly Text Yes = new("是", "Yes");
    public static readonly Text No = new("否", "No");
    public static readonly Text InChinese = new("中文", "Chinese");
    public static readonly Text InEnglish = new("英文", "English");
    public static readonly Text AreaRegistry = new("登记与账户", "Registry");
    public static readonly Text AreaMrv = new("监测、报告与核查", "Monitoring, reporting, verification");
    public static readonly Text AreaAllocation = new("配额分配", "Allocation");
    public static readonly Text AreaCompliance = new("履约与执法", "Compliance");
    public static readonly Text AreaTrading = new("交易与结算", "Trading and settlement");
    public static readonly Text AreaApproval = new("复核", "Approval");
    public static readonly Text Evidence = new("须附证明", "evidence required");
    public static readonly Text Range = new("范围", "range");
    public static readonly Text LeaveEmpty = new("留空用缺省值", "empty takes the default");
}
