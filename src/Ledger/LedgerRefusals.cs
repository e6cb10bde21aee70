using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>Why the ledger says no.</summary>
public static class LedgerRefusals
{
    /// <summary>A quantity of zero or less.</summary>
    public static readonly RefusalCode QuantityNotPositive = RefusalCode.Final(
        1001, "quantity-not-positive", "数量必须大于零，现为 {quantity}。", "The quantity must be above zero; it is {quantity}.");

    /// <summary>An account number that does not exist.</summary>
    public static readonly RefusalCode UnknownAccount = RefusalCode.Final(
        1002, "unknown-account", "账户 {account} 不存在，请核对账号。", "There is no account {account}; check the number.");

    /// <summary>Less than asked for.</summary>
    public static readonly RefusalCode NotEnough = RefusalCode.Passing(
        1003,
        "not-enough",
        "账户 {account} 的{compartment}持仓中 {asset} 不足：需要 {needed}，现有 {available}。",
        "Account {account} has too little {asset} in {compartment}: {needed} needed, {available} there.");

    /// <summary>Serials that are not all in the place.</summary>
    public static readonly RefusalCode SerialsElsewhere = RefusalCode.Passing(
        1004,
        "serials-elsewhere",
        "序列号 {serials} 不全在账户 {account} 的{compartment}持仓中。",
        "The serials {serials} are not all in {compartment} of account {account}.");

    /// <summary>From and to are the same.</summary>
    public static readonly RefusalCode SamePlace = RefusalCode.Final(
        1005, "same-place", "转出方与转入方相同：{place}。", "Sender and receiver are the same: {place}.");

    /// <summary>More than 64 bits can count.</summary>
    public static readonly RefusalCode TooLarge = RefusalCode.Final(
        1006, "too-large", "数量超出可记账范围：{quantity}。", "The quantity is beyond what can be booked: {quantity}.");
}
