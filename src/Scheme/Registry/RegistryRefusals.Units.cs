using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why the registry says no about units on the move.</summary>
public static partial class RegistryRefusals
{
    /// <summary>No such family or vintage.</summary>
    public static readonly RefusalCode UnknownUnit = RefusalCode.Final(
        2151,
        "unknown-unit",
        "规则手册中没有标的 {unit}（年度 {vintage}）。",
        "The rulebook has no unit {unit} of vintage {vintage}.");

    /// <summary>Allowances are allocated, not issued.</summary>
    public static readonly RefusalCode NotAnOffset = RefusalCode.Final(
        2152,
        "not-an-offset",
        "{unit} 不是减排量，只能通过配额分配发放。",
        "{unit} is not an offset; allowances come by allocation only.");

    /// <summary>Not the holder's account.</summary>
    public static readonly RefusalCode AnotherHoldersAccount = RefusalCode.Final(
        2153,
        "another-holders-account",
        "账户 {account} 不属于主体 {holder}。",
        "Account {account} does not belong to holder {holder}.");

    /// <summary>Within one holder it is a move of position.</summary>
    public static readonly RefusalCode SameHolder = RefusalCode.Final(
        2154,
        "same-holder",
        "双方为同一主体 {holder}；内部划转请用 move-position。",
        "Both sides are holder {holder}; use move-position inside one holder.");

    /// <summary>No such transfer waits.</summary>
    public static readonly RefusalCode UnknownPendingTransfer = RefusalCode.Final(
        2155, "unknown-pending-transfer", "没有待生效的过户 {transfer}。", "No transfer {transfer} is waiting.");

    /// <summary>No such freeze.</summary>
    public static readonly RefusalCode UnknownFreeze = RefusalCode.Final(
        2156, "unknown-freeze", "没有生效中的冻结 {freeze}。", "There is no freeze {freeze} in force.");

    /// <summary>More than the freeze keeps.</summary>
    public static readonly RefusalCode BeyondFreeze = RefusalCode.Final(
        2157,
        "beyond-freeze",
        "冻结 {freeze} 仅余 {left}，不足 {quantity}。",
        "Freeze {freeze} keeps {left} only, not {quantity}.");

    /// <summary>Not a transaction that can be reversed, or one reversed before.</summary>
    public static readonly RefusalCode NotReversible = RefusalCode.Final(
        2158,
        "not-reversible",
        "交易 {transaction} 不存在、不可撤销、已撤销或已过撤销期限。",
        "Transaction {transaction} does not exist, cannot be reversed, was reversed, or is past its time.");

    /// <summary>The window is over.</summary>
    public static readonly RefusalCode ReversalTooLate = RefusalCode.Final(
        2159,
        "reversal-too-late",
        "交易 {transaction} 的撤销期限已于 {until} 届满。",
        "Transaction {transaction} could be reversed until {until} only.");

    /// <summary>A closed account takes nothing back.</summary>
    public static readonly RefusalCode AccountGone = RefusalCode.Final(
        2160, "account-gone", "账户 {account} 已注销，无法退回。", "Account {account} is closed and cannot take the units back.");

    /// <summary>Something of the predecessor is unfinished.</summary>
    public static readonly RefusalCode SuccessionUnfinished = RefusalCode.Passing(
        2161,
        "succession-unfinished",
        "主体 {holder} 尚有未了事项：{what_zh}，请先处理后再办理承继。",
        "Holder {holder} has unfinished business: {what_en}; settle it before the succession.");

    /// <summary>The successor lacks an account for what it would receive.</summary>
    public static readonly RefusalCode SuccessorLacksAccount = RefusalCode.Passing(
        2162,
        "successor-lacks-account",
        "承继主体 {holder} 没有可用的 {kind} 账户。",
        "The successor {holder} has no usable {kind} account.");

    /// <summary>One cannot succeed oneself.</summary>
    public static readonly RefusalCode OwnSuccessor = RefusalCode.Final(
        2163, "own-successor", "主体 {holder} 不能承继自身。", "Holder {holder} cannot succeed itself.");
}
