using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>What a person is to the scheme.</summary>
public enum Role
{
    /// <summary>主管部门: sets lists, allocates, accepts, decides cases.</summary>
    Authority,

    /// <summary>注册登记机构: keeps accounts and books transfers.</summary>
    RegistryOperator,

    /// <summary>交易机构: runs the market.</summary>
    ExchangeOperator,

    /// <summary>核查机构: states whether a report is right.</summary>
    Verifier,

    /// <summary>单位代表: acts for a holder within the rights given.</summary>
    Representative,

    /// <summary>审计: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>The program itself: the clock and its consequences.</summary>
    System,
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
