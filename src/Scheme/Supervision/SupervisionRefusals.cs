using Tanheng.Quantities;

namespace Tanheng.Scheme.Supervision;

/// <summary>Why the exchange's supervision says no, in the order in which a command is looked at.</summary>
public static class SupervisionRefusals
{
    /// <summary>停牌中.</summary>
    public static readonly RefusalCode Halted = RefusalCode.Passing(
        10310,
        "trading-halted",
        "{instrument} 停牌中（{reason}），复牌时间 {until}；现在不接受挂牌与成交，可以撤单，复牌后再试。",
        "Trading in {instrument} is halted ({reason}) until {until}: no orders and no trades now; orders may be taken "
        + "back. Try again when trading is resumed.");

    /// <summary>停牌中不得撤单.</summary>
    public static readonly RefusalCode HaltedKeepsOrders = RefusalCode.Passing(
        10311,
        "trading-halted-keeps-orders",
        "{instrument} 停牌中（{reason}），复牌时间 {until}；规则手册规定停牌期间不得撤单，复牌后再撤。",
        "Trading in {instrument} is halted ({reason}) until {until}, and the rulebook keeps orders where they are; "
        + "take it back when trading is resumed.");

    /// <summary>A second halt.</summary>
    public static readonly RefusalCode HaltedAlready = RefusalCode.Final(
        10312,
        "halted-already",
        "已经停牌（{reason}）；如需变更，请先复牌。",
        "Trading is halted already ({reason}); resume it first to change that.");

    /// <summary>Nothing to resume.</summary>
    public static readonly RefusalCode NotHalted = RefusalCode.Final(
        10313, "not-halted", "没有停牌，无须复牌；请核对标的。", "There is no such halt to end; check the instrument.");

    /// <summary>A halt of no time, or of more than a month.</summary>
    public static readonly RefusalCode BadDuration = RefusalCode.Final(
        10314,
        "bad-halt-duration",
        "停牌时长 {minutes} 分钟无效：须为 1 至 43200 分钟，不定时长请留空。",
        "A halt of {minutes} minutes is not possible: give 1 to 43200 minutes, or none for an open end.");

    /// <summary>限制交易.</summary>
    public static readonly RefusalCode Restricted = RefusalCode.Passing(
        10315,
        "trading-restricted",
        "主体 {holder} 已被限制：{bar}（{reason}），至 {until}；请联系交易机构。",
        "Holder {holder} {bar} ({reason}) until {until}; ask the exchange.");

    /// <summary>The other side of a negotiation may not trade.</summary>
    public static readonly RefusalCode NotRestricted = RefusalCode.Final(
        10316, "not-restricted", "主体 {holder} 没有被限制交易，无须解除。", "Holder {holder} is under no restriction to lift.");

    /// <summary>A restriction that is over before it begins.</summary>
    public static readonly RefusalCode LastDayOver = RefusalCode.Final(
        10317, "restriction-over", "最后一日 {until} 已过；请更正。", "The last day {until} is over; correct it.");

    /// <summary>One holder twice.</summary>
    public static readonly RefusalCode RelatedToItself = RefusalCode.Final(
        10318,
        "related-to-itself",
        "主体 {holder} 不能与自己关联；请更正。",
        "Holder {holder} cannot be related to itself; correct it.");

    /// <summary>A relation that is known.</summary>
    public static readonly RefusalCode RelatedAlready = RefusalCode.Final(
        10319,
        "related-already",
        "{holder} 与 {other} 已登记为关联（{kind}）；如需变更，请先解除。",
        "{holder} and {other} are known as related already ({kind}); end that first to change it.");

    /// <summary>No relation to end.</summary>
    public static readonly RefusalCode NotRelated = RefusalCode.Final(
        10320, "not-related", "{holder} 与 {other} 没有登记关联关系。", "No relation of {holder} and {other} is known.");

    /// <summary>No such alert.</summary>
    public static readonly RefusalCode UnknownAlert = RefusalCode.Final(
        10321, "unknown-alert", "没有预警 {alert}；请核对编号。", "There is no alert {alert}; check the number.");

    /// <summary>Somebody has dealt with it.</summary>
    public static readonly RefusalCode AlertDone = RefusalCode.Final(
        10322,
        "alert-done",
        "预警 {alert} 已处理（{status}），不能再次处理。",
        "The alert {alert} has been dealt with ({status}).");

    /// <summary>Nothing to inquire into.</summary>
    public static readonly RefusalCode NoAlerts = RefusalCode.Final(
        10323, "no-alerts", "立案须至少依据一条预警；请选择。", "An inquiry begins with at least one alert; name it.");

    /// <summary>An alert about somebody else.</summary>
    public static readonly RefusalCode NotInAlert = RefusalCode.Final(
        10324,
        "not-in-alert",
        "预警 {alert} 不涉及主体 {holder}；请核对。",
        "The alert {alert} does not name holder {holder}; check both.");

    /// <summary>No such inquiry.</summary>
    public static readonly RefusalCode UnknownInquiry = RefusalCode.Final(
        10325, "unknown-inquiry", "没有案卷 {inquiry}；请核对编号。", "There is no inquiry {inquiry}; check the number.");

    /// <summary>It is over.</summary>
    public static readonly RefusalCode InquiryDecided = RefusalCode.Final(
        10326, "inquiry-decided", "案卷 {inquiry} 已经处理完毕。", "The inquiry {inquiry} has been decided.");

    /// <summary>One question at a time.</summary>
    public static readonly RefusalCode ExplanationAwaited = RefusalCode.Passing(
        10327,
        "explanation-awaited",
        "案卷 {inquiry} 正待主体说明，期限 {by}；请等待说明或期限届满。",
        "The holder may explain until {by} in {inquiry}; wait for the explanation, or for that day to pass.");

    /// <summary>A last day that is over.</summary>
    public static readonly RefusalCode ExplainByOver = RefusalCode.Final(
        10328,
        "explain-by-over",
        "说明期限 {by} 须晚于今天；请更正。",
        "The last day to explain, {by}, must be later than today; correct it.");

    /// <summary>Nothing to explain.</summary>
    public static readonly RefusalCode NothingAsked = RefusalCode.Final(
        10329, "nothing-asked", "案卷 {inquiry} 没有待说明的问题。", "Nothing waits for an explanation in {inquiry}.");

    /// <summary>Nobody is punished unheard.</summary>
    public static readonly RefusalCode NotHeard = RefusalCode.Passing(
        10330,
        "not-heard",
        "案卷 {inquiry} 尚未要求主体说明；除排除异常外，须先要求说明。",
        "The holder of {inquiry} has not been asked to explain; ask first, or dismiss.");

    /// <summary>An outcome and what it bars do not fit.</summary>
    public static readonly RefusalCode BarDoesNotFit = RefusalCode.Final(
        10331,
        "bar-does-not-fit",
        "{outcome} 与限制内容不符：限制交易须指明限制买入或限制卖出，其他处理不得指明限制内容；只有限制与暂停可以指明最后一日。",
        "A restriction names buying or selling and no other outcome names either; only restrictions and suspensions "
        + "have a last day. The outcome is {outcome}: correct it.");

    /// <summary>Nothing to object to, or too late.</summary>
    public static readonly RefusalCode NoAppeal = RefusalCode.Final(
        10332,
        "no-appeal",
        "案卷 {inquiry} 不能申诉：未作处理、已排除异常、已申诉，或已过期限 {by}。",
        "There is nothing to appeal in {inquiry}: not decided, dismissed, appealed already, or the last day {by} is "
        + "over.");

    /// <summary>A rulebook that says nothing of supervision any more.</summary>
    public static readonly RefusalCode NoExplainDays = RefusalCode.Final(
        10333,
        "no-days-to-explain",
        "现行规则手册没有规定说明期限；请填写最后一日。",
        "The rulebook in force gives no days to explain; name the last day.");

    /// <summary>The same, for an appeal.</summary>
    public static readonly RefusalCode NoAppealDays = RefusalCode.Passing(
        10334,
        "no-days-to-appeal",
        "现行规则手册没有规定申诉期限，不能作出处理；请先采用规定申诉期限（supervision）的规则手册，或排除异常。",
        "The rulebook in force gives no days to appeal, so nothing can be imposed; adopt one that does "
        + "(supervision) first, or dismiss.");
}
