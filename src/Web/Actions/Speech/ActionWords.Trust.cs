namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Trust =>
    [
        Word(
            ActionArea.Registry, "add-trusted-account", false, "添加受信账户", "Trust an account",
            "把一个账户列入受信名单，等待期满后可作为划转对象。",
            "Puts an account on the trusted list; it counts when its wait is over."),
        Word(
            ActionArea.Registry, "remove-trusted-accounts", false, "移出受信账户", "Trust accounts no longer",
            "把账户移出受信名单，立即生效。",
            "Takes accounts off the trusted list at once."),
        Word(
            ActionArea.Registry, "describe-trusted-account", false, "变更受信账户说明", "Describe a trusted account",
            "变更受信名单上一个账户的说明。",
            "Changes what a trusted account is called."),
        Word(
            ActionArea.Registry, "set-account-rules", false, "设置账户规则", "Set an account's rules",
            "设置账户能否划往名单以外，以及哪些业务须第二人复核。",
            "Sets whether units may go outside the list and what needs a second person."),
        Word(
            ActionArea.Registry, "suspend-account", false, "停用账户", "Suspend an account",
            "账户既不能接收也不能转出。",
            "The account neither receives nor sends."),
        Word(
            ActionArea.Registry, "unblock-account", false, "解除对账锁定", "Unblock an account",
            "对账相符后，恢复被锁定的账户。",
            "Frees an account that a reconciliation blocked, once it is found right."),
        Word(
            ActionArea.Registry, "reconcile", false, "对账", "Reconcile",
            "把登记簿与另一方的持仓清单逐项核对，不符的账户即被锁定。",
            "Lays the ledger beside another's statement; accounts that differ are blocked."),
        Word(
            ActionArea.Registry, "describe-holder", false, "填报主体资料", "Describe an entity",
            "填报或变更单位的地址、联系人等资料。",
            "Says, or changes, an entity's address, contacts and the like."),
        Word(
            ActionArea.Registry, "set-emission-years", false, "设定排放年度范围", "Set the emission years",
            "设定单位首个和末个排放年度，范围之外不纳入管理。",
            "Sets the first and last year of an entity's emissions; outside it is not covered."),
        Word(
            ActionArea.Registry, "exclude-year", true, "排除年度", "Exclude a year",
            "把单位的一个年度排除在外，义务与配额随之归零。",
            "Takes a year of an entity out; obligation and allocation follow."),
        Word(
            ActionArea.Registry, "include-year", true, "恢复年度", "Include a year",
            "恢复被排除的年度，排放量须重新认定。",
            "Ends an exclusion; the year's emissions are accepted anew."),
        Word(
            ActionArea.Registry, "change-representative", false, "变更代表权限", "Change a representative",
            "变更一名单位代表的权限。",
            "Changes what a representative may do."),
        Word(
            ActionArea.Registry, "replace-representative", false, "更换单位代表", "Replace a representative",
            "由另一人接替一名单位代表。",
            "Lets another person act in the place of a representative."),
        Word(
            ActionArea.Registry, "invite-claim", false, "发放认领码", "Invite a claim",
            "为没有代表的单位发放认领码，日志只保存其摘要。",
            "Gives out a claim code for an entity for which nobody acts; the journal keeps its digest."),
        Word(
            ActionArea.Registry, "claim-holder", false, "认领单位", "Claim an entity",
            "凭认领码申请代表账户所属单位。",
            "Asks to act for the holder of an account, with the claim code."),
    ];
}
