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
        "Account {account} has too little {asset} that is {compartment}: {needed} needed, {available} there.");

    /// <summary>Serials that are not all in the place.</summary>
    public static readonly RefusalCode SerialsElsewhere = RefusalCode.Passing(
        1004,
        "serials-elsewhere",
        "序列号 {serials} 不全在账户 {account} 的{compartment}持仓中。",
        "The serials {serials} are not all {compartment} in account {account}.");

    /// <summary>From and to are the same.</summary>
    public static readonly RefusalCode SamePlace = RefusalCode.Final(
        1005, "same-place", "转出方与转入方相同：{place}。", "Sender and receiver are the same: {place}.");

    /// <summary>More than 64 bits can count.</summary>
    public static readonly RefusalCode TooLarge = RefusalCode.Final(
        1006, "too-large", "数量超出可记账范围：{quantity}。", "The quantity is beyond what can be booked: {quantity}.");

    /// <summary>A transaction type that does not join these kinds of accounts.</summary>
    public static readonly RefusalCode WrongKindOfAccount = RefusalCode.Final(
        1007,
        "wrong-kind-of-account",
        "交易类型 {type} 不能由{from}转至{to}，请改用适用的交易类型或账户。",
        "A {type} transaction does not go from {from} to {to} accounts; use the type or the account that fits.");

    /// <summary>Serials named one by one that are more or fewer than the quantity.</summary>
    public static readonly RefusalCode SerialsMiscounted = RefusalCode.Final(
        1008,
        "serials-miscounted",
        "指定的序列号共 {count} 个，与数量 {quantity} 不符，请更正其一。",
        "The serials named are {count}, the quantity is {quantity}; correct one of them.");

    /// <summary>Neither a unit type nor a currency is named.</summary>
    public static readonly RefusalCode NoAsset = RefusalCode.Final(
        1009, "no-asset", "未指明单位种类或币种，请补充。", "No unit type or currency is named; name one.");

    /// <summary>Units on their way back to where they were issued.</summary>
    public static readonly RefusalCode BackToIssuance = RefusalCode.Final(
        1010,
        "back-to-issuance",
        "{asset} 不能退回签发账户 {account}；不再需要的单位请注销。",
        "{asset} cannot go back to the issuance account {account}; cancel units that are not needed.");

    /// <summary>A transaction without a movement.</summary>
    public static readonly RefusalCode NothingToMove = RefusalCode.Final(
        1011, "nothing-to-move", "交易中没有任何划转，请至少列出一笔。", "The transaction moves nothing; give at least one movement.");
}
