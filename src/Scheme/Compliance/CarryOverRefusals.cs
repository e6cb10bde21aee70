using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>Why a carry-over is refused.</summary>
public static class CarryOverRefusals
{
    /// <summary>No such rule.</summary>
    public static readonly RefusalCode UnknownCarryOver = RefusalCode.Final(
        5301,
        "unknown-carry-over",
        "规则手册没有 {unit} 向 {vintage} 年度的结转。",
        "The rulebook has no carry-over of {unit} to {vintage}.");

    /// <summary>Too early or too late.</summary>
    public static readonly RefusalCode OutsideWindow = RefusalCode.Passing(
        5302,
        "outside-carry-over-window",
        "结转申请时间为 {from} 至 {until}。",
        "Carry-over is applied for from {from} until {until}.");

    /// <summary>Holdings are not fixed.</summary>
    public static readonly RefusalCode NoCensus = RefusalCode.Passing(
        5303, "no-carry-over-census", "持仓尚未按 {at} 确定。", "Holdings at {at} are not fixed yet.");

    /// <summary>A required surrender was missed.</summary>
    public static readonly RefusalCode PeriodMissed = RefusalCode.Final(
        5304,
        "carry-over-period-missed",
        "单位 {holder} 未按时足额完成 {period} 清缴，不得结转。",
        "{holder} did not meet {period} in time; it may not carry over.");

    /// <summary>Over T.</summary>
    public static readonly RefusalCode OverLimit = RefusalCode.Final(
        5305,
        "carry-over-limit",
        "超过可结转量：上限 {limit} 吨，已申请 {asked} 吨，本次 {wanted} 吨。",
        "Over the limit of {limit} t: {asked} t are asked for already, now {wanted} t.");

    /// <summary>No such request.</summary>
    public static readonly RefusalCode UnknownRequest = RefusalCode.Final(
        5306, "unknown-carry-over-request", "没有第 {number} 号结转申请。", "There is no request {number}.");

    /// <summary>Converted or turned down already.</summary>
    public static readonly RefusalCode RequestOver = RefusalCode.Final(
        5307, "carry-over-request-over", "第 {number} 号结转申请已办结。", "Request {number} is done.");
}
