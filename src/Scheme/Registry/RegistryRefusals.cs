using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why the registry says no about people, holders, sites and accounts.</summary>
public static partial class RegistryRefusals
{
    /// <summary>No such holder.</summary>
    public static readonly RefusalCode UnknownHolder = RefusalCode.Final(
        2101, "unknown-holder", "主体 {holder} 不存在，请核对编号。", "There is no holder {holder}; check the number.");

    /// <summary>Merged or gone.</summary>
    public static readonly RefusalCode HolderNotActive = RefusalCode.Final(
        2102,
        "holder-not-active",
        "主体 {holder} 已不存续（{status}），请由承继主体办理。",
        "Holder {holder} no longer exists ({status}); its successor must act.");

    /// <summary>Wrong length, letter or check digit.</summary>
    public static readonly RefusalCode BadCreditCode = RefusalCode.Final(
        2103,
        "bad-credit-code",
        "统一社会信用代码 {code} 不正确：应为 18 位且校验码相符，请核对证照。",
        "{code} is no unified social credit code (18 characters, the last checks the others); check the licence.");

    /// <summary>A second registration.</summary>
    public static readonly RefusalCode HolderCodeTaken = RefusalCode.Final(
        2104,
        "holder-code-taken",
        "代码 {code} 已登记为主体 {holder}，不得重复开户。",
        "{code} is registered already as holder {holder}; a second application is not accepted.");

    /// <summary>No such sector.</summary>
    public static readonly RefusalCode UnknownSector = RefusalCode.Final(
        2105, "unknown-sector", "规则手册中没有行业 {sector}，请核对行业代码。", "The rulebook has no sector {sector}; check the code.");

    /// <summary>A text that must be given.</summary>
    public static readonly RefusalCode TextMissing = RefusalCode.Final(
        2106, "text-missing", "请填写 {field}。", "{field} must be given.");

    /// <summary>No such facility.</summary>
    public static readonly RefusalCode UnknownFacility = RefusalCode.Final(
        2107, "unknown-facility", "设施 {facility} 不存在，请核对编号。", "There is no facility {facility}; check the number.");

    /// <summary>No such generating unit.</summary>
    public static readonly RefusalCode UnknownGeneratingUnit = RefusalCode.Final(
        2108,
        "unknown-generating-unit",
        "机组 {unit} 不存在，请核对编号。",
        "There is no generating unit {unit}; check the number.");

    /// <summary>Another holder's site.</summary>
    public static readonly RefusalCode NotTheHolders = RefusalCode.Final(
        2109, "not-the-holders", "{what} 不属于主体 {holder}。", "{what} does not belong to holder {holder}.");

    /// <summary>Closed before.</summary>
    public static readonly RefusalCode AlreadyClosed = RefusalCode.Final(
        2110, "already-closed", "{what} 已于 {date} 关停。", "{what} was closed on {date} already.");

    /// <summary>The wrong order of dates.</summary>
    public static readonly RefusalCode DatesOutOfOrder = RefusalCode.Final(
        2111, "dates-out-of-order", "日期 {date} 不得早于 {earliest}。", "{date} must not be before {earliest}.");

    /// <summary>The rulebook does not know the type.</summary>
    public static readonly RefusalCode UnknownTransactionType = RefusalCode.Final(
        2112, "unknown-transaction-type", "规则手册未规定业务类型 {type}。", "The rulebook has no transaction type {type}.");

    /// <summary>Not a sender of this type.</summary>
    public static readonly RefusalCode KindMayNotSend = RefusalCode.Final(
        2113,
        "kind-may-not-send",
        "账户 {account}（{kind}）不得作为 {type} 的转出方。",
        "Account {account} ({kind}) may not send by {type}.");

    /// <summary>Not a receiver of this type.</summary>
    public static readonly RefusalCode KindMayNotReceive = RefusalCode.Final(
        2114,
        "kind-may-not-receive",
        "账户 {account}（{kind}）不得作为 {type} 的转入方。",
        "Account {account} ({kind}) may not receive by {type}.");

    /// <summary>The account's status forbids it.</summary>
    public static readonly RefusalCode AccountNotUsable = RefusalCode.Passing(
        2115,
        "account-not-usable",
        "账户 {account} 当前状态为 {status}，不能办理 {type}。",
        "Account {account} is {status} and cannot be used for {type}.");

    /// <summary>A step that does not follow from the status.</summary>
    public static readonly RefusalCode WrongAccountStatus = RefusalCode.Final(
        2116,
        "wrong-account-status",
        "账户 {account} 当前状态为 {status}，不能变更为 {wanted}。",
        "Account {account} is {status}; it cannot become {wanted}.");

    /// <summary>One more than allowed.</summary>
    public static readonly RefusalCode AccountLimit = RefusalCode.Final(
        2117,
        "account-limit",
        "主体 {holder} 的{kind}已达上限 {limit} 个，不得重复开户。",
        "Holder {holder} has {limit} {kind} account(s) already, the most allowed.");

    /// <summary>Something is still in it.</summary>
    public static readonly RefusalCode AccountNotEmpty = RefusalCode.Passing(
        2118,
        "account-not-empty",
        "账户 {account} 仍有 {asset} {quantity}，请先转出。",
        "Account {account} still holds {quantity} of {asset}; move it out first.");

    /// <summary>Something is still due.</summary>
    public static readonly RefusalCode ObligationsOpen = RefusalCode.Passing(
        2119,
        "obligations-open",
        "主体 {holder} 在 {period} 仍欠 {missing}，不能注销账户。",
        "Holder {holder} still owes {missing} for {period}; the account cannot be closed.");

    /// <summary>A kind that is not opened for holders.</summary>
    public static readonly RefusalCode KindNotOpened = RefusalCode.Final(
        2120, "kind-not-opened", "本市场不为主体开立{kind}。", "This scheme opens no {kind} accounts for holders.");

    /// <summary>Officials may not act for holders.</summary>
    public static readonly RefusalCode BarredStaff = RefusalCode.Final(
        2121,
        "barred-staff",
        "{user} 是主管部门或服务机构人员，不得代表市场主体。",
        "{user} is staff of an authority, operator or verifier and may not act for a holder.");

    /// <summary>Acts for the holder already.</summary>
    public static readonly RefusalCode AlreadyRepresentative = RefusalCode.Final(
        2122, "already-representative", "{user} 已是主体 {holder} 的代表。", "{user} acts for holder {holder} already.");

    /// <summary>Does not act for the holder.</summary>
    public static readonly RefusalCode UnknownRepresentative = RefusalCode.Final(
        2123, "unknown-representative", "{user} 不是主体 {holder} 的代表。", "{user} does not act for holder {holder}.");

    /// <summary>Nobody would be left to approve.</summary>
    public static readonly RefusalCode LastApprover = RefusalCode.Passing(
        2124,
        "last-approver",
        "{user} 是主体 {holder} 最后一名复核人，尚有待批事项，不能移除或停用。",
        "{user} is the last approver of holder {holder} and proposals are waiting; appoint another first.");

    /// <summary>Rights that mean nothing.</summary>
    public static readonly RefusalCode NoRights = RefusalCode.Final(
        2125, "no-rights", "请为 {user} 指定查询、经办或复核权限。", "Give {user} at least one right: read, initiate or approve.");

    /// <summary>Fewer than the rulebook asks for.</summary>
    public static readonly RefusalCode TooFewRepresentatives = RefusalCode.Passing(
        2126,
        "too-few-representatives",
        "主体 {holder} 至少需要 {least} 名代表。",
        "Holder {holder} needs at least {least} representative(s).");

    /// <summary>A role nobody is appointed to.</summary>
    public static readonly RefusalCode NotAnOffice = RefusalCode.Final(
        2127, "not-an-office", "角色 {role} 不能任命。", "Nobody can be appointed {role}.");

    /// <summary>Not an official.</summary>
    public static readonly RefusalCode UnknownOfficial = RefusalCode.Final(
        2128, "unknown-official", "{user} 不是本市场的工作人员。", "{user} is not an official of this scheme.");

    /// <summary>Nobody would be left to appoint.</summary>
    public static readonly RefusalCode LastAuthority = RefusalCode.Passing(
        2129,
        "last-authority",
        "{user} 是最后一名主管部门人员，请先任命他人。",
        "{user} is the last of the authority; appoint another first.");

    /// <summary>Acts for a holder.</summary>
    public static readonly RefusalCode ActsForHolder = RefusalCode.Final(
        2130,
        "acts-for-holder",
        "{user} 是主体 {holder} 的代表，不得任职。",
        "{user} acts for holder {holder} and cannot be appointed.");

    /// <summary>Named twice, or on the list already.</summary>
    public static readonly RefusalCode AlreadyListed = RefusalCode.Final(
        2131, "already-listed", "主体 {holder} 已在 {year} 年名录中。", "Holder {holder} is on the list of {year} already.");

    /// <summary>Not on the list.</summary>
    public static readonly RefusalCode NotListed = RefusalCode.Final(
        2132, "not-listed", "主体 {holder} 不在 {year} 年名录中。", "Holder {holder} is not on the list of {year}.");

    /// <summary>The rulebook has no such year.</summary>
    public static readonly RefusalCode YearWithoutRules = RefusalCode.Final(
        2133, "year-without-rules", "规则手册没有 {year} 年的规则。", "The rulebook has no rules for {year}.");

    /// <summary>An empty list.</summary>
    public static readonly RefusalCode NothingToDo = RefusalCode.Final(
        2134, "nothing-to-do", "没有要变更的内容。", "There is nothing to change.");

    /// <summary>The province has its account.</summary>
    public static readonly RefusalCode ProvinceHasAccount = RefusalCode.Final(
        2135, "province-has-account", "{province} 已有省级账户 {account}。", "{province} has its account {account} already.");

    /// <summary>The new rulebook rewrites what is over.</summary>
    public static readonly RefusalCode PastWouldChange = RefusalCode.Final(
        2136,
        "past-would-change",
        "新规则手册改变了已经生效且不得追溯的内容：{what}。",
        "The new rulebook changes what can no longer change: {what}.");

    /// <summary>A unit of the site still runs.</summary>
    public static readonly RefusalCode UnitStillOpen = RefusalCode.Passing(
        2137,
        "unit-still-open",
        "设施 {facility} 的机组 {unit} 尚未关停。",
        "Generating unit {unit} of facility {facility} is not closed yet.");

    /// <summary>Not anybody's to change.</summary>
    public static readonly RefusalCode SchemesOwnAccount = RefusalCode.Final(
        2138,
        "schemes-own-account",
        "账户 {account} 是系统账户，不能变更或指定。",
        "Account {account} is the scheme's own; it cannot be named here.");
}
