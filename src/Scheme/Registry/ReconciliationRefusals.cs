using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why a reconciliation is not run.</summary>
public static class ReconciliationRefusals
{
    /// <summary>Named twice, or less than nothing.</summary>
    public static readonly RefusalCode BadStatement = RefusalCode.Final(
        2221,
        "bad-statement",
        "对账单有误：账户 {account} 的 {asset} 重复列示或数量 {quantity} 为负，请更正。",
        "The statement cannot be right: {asset} of account {account} stands twice, or {quantity} is below zero.");
}
