namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Registry =>
    [
        Word(
            ActionArea.Registry, "admit-holder", false, "批量开户", "Admit an entity",
            "一次登记单位及其代表、设施、机组，并开立可用账户。",
            "Registers an entity with its people, sites and units, and opens usable accounts."),
        Word(
            ActionArea.Registry, "register-holder", false, "登记单位", "Register an entity",
            "登记一个法人主体及其代表，账户另行申请。",
            "Registers a legal person and its representatives; accounts are applied for separately."),
        Word(
            ActionArea.Registry, "update-holder", false, "变更单位信息", "Update an entity",
            "变更名称、省级主管部门、行业或差异化发放。",
            "Changes name, authority, sector, or whether its allocation goes to custody first."),
        Word(
            ActionArea.Registry, "succeed-holder", true, "单位承继", "Succeed an entity",
            "一家单位承继另一家的配额、设施、义务和账户。",
            "One entity takes over another's units, sites, obligations and accounts."),
        Word(
            ActionArea.Registry, "list-coverage", false, "调整名录", "Change the list of covered entities",
            "把单位列入某年度重点排放单位名录，或移出。",
            "Puts entities on the list of a year, or takes them off."),
        Word(
            ActionArea.Registry, "register-facility", false, "登记设施", "Register a facility",
            "登记单位的一个厂区或排放设施。",
            "Registers a plant or site of an entity."),
        Word(
            ActionArea.Registry, "close-facility", false, "关停设施", "Close a facility",
            "关停设施；其机组须已关停。",
            "Ends a site whose units are closed."),
        Word(
            ActionArea.Registry, "register-generating-unit", false, "登记机组", "Register a generating unit",
            "登记设施的一台机组及其参数。",
            "Registers a generating unit of a facility with its attributes."),
        Word(
            ActionArea.Registry, "close-generating-unit", false, "关停机组", "Close a generating unit",
            "记录机组关停的日期。",
            "Records the day on which a unit was closed."),
        Word(
            ActionArea.Registry, "open-account", false, "申请开立账户", "Apply for an account",
            "为单位申请登记账户或交易账户。",
            "Applies for a registry or trading account of an entity."),
        Word(
            ActionArea.Registry, "open-provincial-account", false, "开立省级账户", "Open a provincial account",
            "开立省级配额经由的账户。",
            "Opens the account through which a province's allocation passes."),
        Word(
            ActionArea.Registry, "review-account", false, "审核账户申请", "Review an application",
            "确认开户材料齐备。",
            "States that the files of an application are in order."),
        Word(
            ActionArea.Registry, "activate-account", false, "启用账户", "Activate an account",
            "启用已审核的账户。",
            "Opens a reviewed account for use."),
        Word(
            ActionArea.Registry, "reject-account", false, "驳回账户申请", "Reject an application",
            "驳回开户申请并说明理由。",
            "Refuses an application, with a reason."),
        Word(
            ActionArea.Registry, "restrict-account", false, "限制账户", "Restrict an account",
            "账户只能接收和清缴，不能作其他转出。",
            "The account receives and surrenders, and sends nothing else."),
        Word(
            ActionArea.Registry, "freeze-account", false, "冻结账户", "Freeze an account",
            "账户只能接收，不能转出。",
            "The account receives and sends nothing."),
        Word(
            ActionArea.Registry, "unfreeze-account", false, "解除账户限制", "Lift a restriction",
            "恢复受限或冻结的账户。",
            "Makes a restricted or frozen account usable again."),
        Word(
            ActionArea.Registry, "close-account", false, "注销账户", "Close an account",
            "注销余额为零且没有未清缴义务的账户。",
            "Closes an empty account of an entity without open obligations, for good."),
        Word(
            ActionArea.Registry, "appoint-representative", false, "指定单位代表", "Appoint a representative",
            "允许一人在权限内代表单位办理业务。",
            "Lets a person act for an entity within rights."),
        Word(
            ActionArea.Registry, "remove-representative", false, "撤销单位代表", "Remove a representative",
            "一人不再代表该单位。",
            "Ends a person's acting for an entity."),
        Word(
            ActionArea.Registry, "suspend-representative", false, "暂停或恢复代表权限", "Suspend a representative",
            "暂停代表的权限，或予以恢复。",
            "Lets a representative's rights rest, or gives them back."),
        Word(
            ActionArea.Registry, "appoint-official", false, "任命工作人员", "Appoint an official",
            "授予一人主管、登记、交易、核查或审计职务。",
            "Gives a person offices: authority, operator, verifier, auditor."),
        Word(
            ActionArea.Registry, "dismiss-official", false, "免去工作人员职务", "Dismiss an official",
            "免去一人的全部职务。",
            "Takes every office away from a person."),
        Word(
            ActionArea.Registry, "adopt-rulebook", false, "采用新版规则手册", "Adopt a rulebook",
            "市场此后按新版规则手册和方法学运行。",
            "The market goes on under a later version of its rulebook and methods."),
    ];

    private static ActionWord[] Units =>
    [
        Word(
            ActionArea.Registry, "transfer-units", true, "划转配额", "Transfer units",
            "把配额或抵销量划给另一单位；规则规定等待期的，期满后到账。",
            "Gives units to another entity; where the rulebook has a delay they arrive when it is over."),
        Word(
            ActionArea.Registry, "cancel-transfer", true, "取消待执行划转", "Cancel a waiting transfer",
            "在等待期内取回一笔划转。",
            "Takes a transfer back while it waits."),
        Word(
            ActionArea.Registry, "move-position", true, "登记与交易账户互转", "Move between own accounts",
            "在本单位登记账户与交易账户之间移动持仓。",
            "Moves units between the registry and the trading account of one entity."),
        Word(
            ActionArea.Registry, "settle-trade", true, "交易登记", "Settle a trade",
            "按交易机构的成交结果登记配额变更。",
            "Books a trade of the exchange: units only, the money is settled elsewhere."),
        Word(
            ActionArea.Registry, "cancel-voluntarily", true, "自愿注销", "Cancel units voluntarily",
            "把配额永久退出流通。",
            "Takes units out of use for good."),
        Word(
            ActionArea.Registry, "issue-offsets", true, "登记减排量", "Issue offsets",
            "把项目减排量登记到账户，生成新的序列号。",
            "Enters offsets of a project into an account with new serials."),
        Word(
            ActionArea.Registry, "freeze-units", true, "冻结配额", "Freeze units",
            "按法律文书冻结账户内的部分配额。",
            "Keeps units of an account for a court or an authority."),
        Word(
            ActionArea.Registry, "release-units", true, "解除配额冻结", "Release units",
            "把冻结的配额归还持有人支配。",
            "Gives frozen units back to their holder's disposal."),
        Word(
            ActionArea.Registry, "transfer-judicially", true, "司法扣划", "Transfer by a court's order",
            "按法院文书划转配额，不受账户状态限制。",
            "Moves units by a court's order, whatever the accounts' status."),
        Word(
            ActionArea.Registry, "reverse-transaction", true, "撤销交易", "Reverse a transaction",
            "在规则允许的期限内，按原序列号撤回一笔交易。",
            "Takes a transaction back, the same serials, within the days the rulebook gives."),
    ];
}
