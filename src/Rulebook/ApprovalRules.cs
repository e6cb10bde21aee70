using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>What a person is to the scheme.</summary>
public enum Role
{
    /// <summary>主管部门: sets lists, allocates, accepts, decides cases.</summary>
    [Called("主管部门", "authority")]
    Authority,

    /// <summary>注册登记机构: keeps accounts and books transfers.</summary>
    [Called("注册登记机构", "registry operator")]
    RegistryOperator,

    /// <summary>交易机构: runs the market.</summary>
    [Called("交易机构", "exchange operator")]
    ExchangeOperator,

    /// <summary>核查机构: states whether a report is right.</summary>
    [Called("核查机构", "verifier")]
    Verifier,

    /// <summary>单位代表: acts for a holder within the rights given.</summary>
    [Called("单位代表", "representative")]
    Representative,

    /// <summary>审计: reads everything, changes nothing.</summary>
    [Called("审计", "auditor")]
    Auditor,

    /// <summary>The program itself: the clock and its consequences.</summary>
    [Called("系统", "system")]
    System,
}

/// <summary>When a second person is needed.</summary>
public enum ApprovalWhen
{
    /// <summary>Whatever the command says.</summary>
    Always,

    /// <summary>
    /// As the rules of the account say: a transfer unless its receiver is trusted and the account's holder has chosen
    /// that one person is enough; a surrender unless the holder has chosen so. For officials always.
    /// </summary>
    AccountRules,
}

/// <summary>Four eyes: a command that takes effect only when a second person approves.</summary>
public sealed record ApprovalRule : Rule
{
    /// <summary>The command's stable name, such as <c>allocate-final</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Roles whose holder may approve; the initiator never may.</summary>
    public required IReadOnlyList<Role> Approvers { get; init; }

    /// <summary>Days after which an unanswered proposal lapses.</summary>
    public required int ExpiresAfterDays { get; init; }

    /// <summary>Whether the account's own rules may do without.</summary>
    public ApprovalWhen When { get; init; }

    /// <summary>True when whoever approves must say why.</summary>
    public bool CommentRequired { get; init; }
}

/// <summary>
/// 受信账户名单: transfers go to the accounts on a holder's list, or outside it where the account's rules allow.
/// </summary>
public sealed record TrustedAccountRule : Rule
{
    /// <summary>Hours between the decision and the day an entry counts.</summary>
    public required int ActivationHours { get; init; }

    /// <summary>Which of these hours count.</summary>
    public Runs ActivationRuns { get; init; }

    /// <summary>When an entry may begin to count.</summary>
    public Executes Activates { get; init; }

    /// <summary>A new account may send outside its list.</summary>
    public required bool OutsideList { get; init; }

    /// <summary>A new account's transfers to trusted accounts need a second person.</summary>
    public required bool SecondPerson { get; init; }

    /// <summary>A new account's surrenders need a second person.</summary>
    public required bool SecondPersonToSurrender { get; init; }

    /// <summary>The wait before an entry counts.</summary>
    public Wait Activation => new(ActivationHours, ActivationRuns, Activates);
}

/// <summary>Fewest and most persons who act for a holder because it has an account of some kind.</summary>
public readonly record struct HeadCount(int Least, int Most);

/// <summary>What a holder is.</summary>
public enum HolderKind
{
    /// <summary>单位: a company or other organisation.</summary>
    [Called("单位", "organisation")]
    Organisation,

    /// <summary>个人: a natural person.</summary>
    [Called("个人", "individual")]
    Individual,

    /// <summary>政府: a public authority.</summary>
    [Called("政府机构", "public authority")]
    Government,
}

/// <summary>What may have to be known of a holder.</summary>
public enum HolderField
{
    /// <summary>地址: street, place and country.</summary>
    [Called("地址", "address")]
    Address,

    /// <summary>邮政编码.</summary>
    [Called("邮政编码", "post code")]
    PostCode,

    /// <summary>主要联系人.</summary>
    [Called("主要联系人", "primary contact")]
    PrimaryContact,

    /// <summary>备用联系人.</summary>
    [Called("备用联系人", "alternative contact")]
    AlternativeContact,

    /// <summary>财务联系人: who is billed.</summary>
    [Called("财务联系人", "billing contact")]
    BillingContact,

    /// <summary>A natural person's given and family name.</summary>
    [Called("姓名", "given and family name")]
    PersonName,

    /// <summary>A natural person's country of birth.</summary>
    [Called("出生国", "country of birth")]
    BirthCountry,
}

/// <summary>How holders are known and accounts are kept.</summary>
public sealed record RegistryRule : Rule
{
    /// <summary>True when a holder is named by its unified social credit code 统一社会信用代码, with its check digit.</summary>
    public required bool UnifiedSocialCreditCode { get; init; }

    /// <summary>Two letters that open every account number.</summary>
    public required string AccountPrefix { get; init; }

    /// <summary>Accounts a holder may have of each kind.</summary>
    public required IReadOnlyDictionary<AccountKind, int> AccountsPerHolder { get; init; }

    /// <summary>Working days in which an application is answered.</summary>
    public required int OpeningWorkingDays { get; init; }

    /// <summary>Fewest representatives of a holder; 0 where the scheme does not ask.</summary>
    public int LeastRepresentatives { get; init; }

    /// <summary>Most representatives of a holder; null where the scheme does not say.</summary>
    public int? MostRepresentatives { get; init; }

    /// <summary>Fewest and most representatives by kind of account; the strictest of a holder's kinds holds.</summary>
    public IReadOnlyDictionary<AccountKind, HeadCount> Representatives { get; init; } =
        new Dictionary<AccountKind, HeadCount>();

    /// <summary>
    /// True when two or more representatives must include one who initiates and another who approves.
    /// </summary>
    public bool InitiatorAndApprover { get; init; }

    /// <summary>What must be known of a holder of each kind before an account is activated for it.</summary>
    public IReadOnlyDictionary<HolderKind, IReadOnlyList<HolderField>> Details { get; init; } =
        new Dictionary<HolderKind, IReadOnlyList<HolderField>>();

    /// <summary>True when a holder has separate registry and trading accounts 登记/交易账户.</summary>
    public required bool TradingAccounts { get; init; }
}

/// <summary>信息公开: what is published, to whom, and what is kept back.</summary>
public sealed record DisclosureRule : Rule
{
    /// <summary>
    /// coverage-list, verification, surrender-result, allocation, entity-report, service-bodies, transactions.
    /// </summary>
    public required string What { get; init; }

    /// <summary>The fields that are public.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>What the same records hold and the public does not see.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];
}
