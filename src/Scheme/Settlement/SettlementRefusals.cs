using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>Why money is not moved.</summary>
public static partial class SettlementRefusals
{
    /// <summary>An amount that is nothing, or in another currency.</summary>
    public static readonly RefusalCode BadAmount = RefusalCode.Final(
        10101,
        "bad-cash-amount",
        "金额 {amount} 必须大于零且以 {currency} 计；请更正。",
        "The amount {amount} must be above zero and in {currency}; correct it.");

    /// <summary>No bank account on file.</summary>
    public static readonly RefusalCode NoBankAccount = RefusalCode.Passing(
        10102,
        "no-bank-account",
        "主体 {holder} 没有登记结算银行账户；请先办理 register-bank-account。",
        "Holder {holder} has no bank account on file; register it first (register-bank-account).");

    /// <summary>Money from somebody else.</summary>
    public static readonly RefusalCode NotOwnBankAccount = RefusalCode.Final(
        10103,
        "not-own-bank-account",
        "付款账户 {from} 不是主体 {holder} 登记的银行账户；出入金只限本单位账户，请退回款项。",
        "{from} is not the bank account of holder {holder}; money comes only from its own account: send it back.");

    /// <summary>The same line of the bank's statement again.</summary>
    public static readonly RefusalCode DepositBooked = RefusalCode.Final(
        10104,
        "deposit-booked",
        "银行流水 {reference} 已在第 {row} 行入账，无须重复。",
        "The bank's line {reference} was booked in row {row} already; there is nothing to do.");

    /// <summary>No such withdrawal waits.</summary>
    public static readonly RefusalCode UnknownWithdrawal = RefusalCode.Final(
        10105,
        "unknown-withdrawal",
        "没有待办理的出金 {withdrawal}；可能已经付款或退回。",
        "No withdrawal {withdrawal} is waiting; it may have been paid or rejected already.");

    /// <summary>A change of the bank account while money is on its way to it.</summary>
    public static readonly RefusalCode WithdrawalWaits = RefusalCode.Passing(
        10106,
        "withdrawal-waits",
        "出金 {withdrawal} 尚未办结，暂不能变更银行账户；请先付款或退回。",
        "Withdrawal {withdrawal} is not finished; pay or reject it before the bank account is changed.");

    /// <summary>A trade file without lines.</summary>
    public static readonly RefusalCode EmptyTradeFile = RefusalCode.Final(
        10107, "empty-trade-file", "成交文件中没有成交；请至少列出一笔。", "The trade file has no trades; give at least one.");

    /// <summary>A line of a trade file that was settled before.</summary>
    public static readonly RefusalCode TradeSettled = RefusalCode.Final(
        10108,
        "trade-settled",
        "成交 {trade} 已经交收，不再重复。",
        "Trade {trade} was settled already and is not settled again.");

    /// <summary>A price that is nothing, or in another currency.</summary>
    public static readonly RefusalCode BadPrice = RefusalCode.Final(
        10109,
        "bad-price",
        "价格 {price} 必须大于零且以 {currency} 计；请更正。",
        "The price {price} must be above zero and in {currency}; correct it.");
}
