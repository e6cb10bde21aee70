using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>Second part: rules that contradict each other.</summary>
public static partial class RulebookRefusals
{
    /// <summary>A validity or a span that ends before it begins.</summary>
    public static readonly RefusalCode SpanReversed = RefusalCode.Final(
        8020, "rulebook-span-reversed",
        "起始 {from} 晚于截止 {until}；请调换或更正。",
        "It begins on {from}, after it ends on {until}; swap or correct the two.");

    /// <summary>A step of the calendar before one it depends on.</summary>
    public static readonly RefusalCode DateOrder = RefusalCode.Final(
        8021, "rulebook-date-order",
        "步骤 {later} 的期限 {laterAt} 早于步骤 {earlier} 的期限 {earlierAt}（第 {line} 行）；请更正其中之一。",
        "The deadline of {later}, {laterAt}, is before that of {earlier}, {earlierAt} (line {line}); "
        + "correct one of them.");

    /// <summary>A deadline before the first day of the period.</summary>
    public static readonly RefusalCode BeforePeriod = RefusalCode.Final(
        8022, "rulebook-deadline-before-period",
        "期限 {at} 早于履约周期 {period} 的开始；请更正日期。",
        "The deadline {at} is before the period {period} begins; correct the date.");

    /// <summary>A step named twice for the same sectors.</summary>
    public static readonly RefusalCode StepTwice = RefusalCode.Final(
        8023, "rulebook-step-twice",
        "步骤 {step} 已在第 {line} 行规定期限；请只保留一个。",
        "The step {step} already has a deadline in line {line}; keep one of them.");

    /// <summary>A calendar without the step that everything ends in.</summary>
    public static readonly RefusalCode StepMissing = RefusalCode.Final(
        8024, "rulebook-step-missing",
        "履约周期 {period} 缺少步骤 {step} 的期限；请补充。",
        "The period {period} has no deadline for the step {step}; add it.");

    /// <summary>A milestone without a share, or a share on another step.</summary>
    public static readonly RefusalCode MilestoneShare = RefusalCode.Final(
        8025, "rulebook-milestone-share",
        "share 只用于 surrender-milestone，且阶段性目标必须写明；请更正。",
        "A share belongs to a surrender-milestone and only there, and a milestone needs one; correct it.");

    /// <summary>A later milestone that asks for less.</summary>
    public static readonly RefusalCode MilestoneOrder = RefusalCode.Final(
        8026, "rulebook-milestone-order",
        "较晚的目标 {share} 不高于第 {line} 行的目标；请更正。",
        "The later milestone of {share} asks no more than the one in line {line}; correct it.");

    /// <summary>A carry-over whose window or sales year is reversed, or before the holdings it counts.</summary>
    public static readonly RefusalCode CarryOverOrder = RefusalCode.Final(
        8027, "rulebook-carry-over-order",
        "结转日期顺序不成立：{later} 早于 {earlier}；请更正。",
        "The dates of the carry-over do not follow each other: {later} is before {earlier}; correct them.");

    /// <summary>Two penalty rules for one offence on one day.</summary>
    public static readonly RefusalCode PenaltyOverlap = RefusalCode.Final(
        8028, "rulebook-penalty-overlap",
        "违法行为 {offence} 的两条罚则在 {day} 同时有效（另一条在第 {line} 行）；请更正有效期。",
        "Two penalty rules for {offence} hold on {day} (the other one is in line {line}); correct their validity.");

    /// <summary>Days between two penalty rules on which none holds.</summary>
    public static readonly RefusalCode PenaltyGap = RefusalCode.Final(
        8029, "rulebook-penalty-gap",
        "违法行为 {offence} 在 {from} 至 {until} 之间没有罚则（上一条在第 {line} 行）；请补齐有效期。",
        "From {from} to {until} no penalty rule for {offence} holds (the one before is in line {line}); "
        + "close the gap.");

    /// <summary>Two periods that share a year.</summary>
    public static readonly RefusalCode PeriodTwice = RefusalCode.Final(
        8030, "rulebook-period-twice",
        "年份 {year} 已属于履约周期 {other}（第 {line} 行）；每年只能属于一个周期。",
        "The year {year} already belongs to the period {other} (line {line}); a year belongs to one period.");

    /// <summary>A year between two periods that belongs to none.</summary>
    public static readonly RefusalCode PeriodGap = RefusalCode.Final(
        8031, "rulebook-period-gap",
        "年份 {year} 不属于任何履约周期（前一周期 {other} 在第 {line} 行）；请补充该周期。",
        "The year {year} belongs to no period (the one before, {other}, is in line {line}); add its period.");

    /// <summary>A unit family nobody defined.</summary>
    public static readonly RefusalCode UnknownUnit = RefusalCode.Final(
        8032, "rulebook-unknown-unit",
        "单位“{value}”未在 units 中定义；已定义：{allowed}。",
        "The unit \"{value}\" is not defined under units; defined are: {allowed}.");

    /// <summary>A vintage the family does not have.</summary>
    public static readonly RefusalCode UnknownVintage = RefusalCode.Final(
        8033, "rulebook-unknown-vintage",
        "单位 {unit} 没有年度 {value}；已有：{allowed}。请更正或在 units 中补充。",
        "The unit {unit} has no vintage {value}; it has: {allowed}. Correct it or add it under units.");

    /// <summary>An allowance among the offsets or the reverse.</summary>
    public static readonly RefusalCode WrongUnitKind = RefusalCode.Final(
        8034, "rulebook-wrong-unit-kind",
        "此处需要类型为 {expected} 的单位，而 {unit} 是 {kind}；请更正。",
        "A unit of kind {expected} belongs here, and {unit} is {kind}; correct it.");

    /// <summary>An account kind that cannot stand there.</summary>
    public static readonly RefusalCode AccountForbidden = RefusalCode.Final(
        8035, "rulebook-account-forbidden",
        "账户类型 {kind} 不能用在此处；请改用：{allowed}。",
        "An account of kind {kind} cannot stand here; use one of: {allowed}.");

    /// <summary>A command that the program does not have.</summary>
    public static readonly RefusalCode UnknownCommand = RefusalCode.Final(
        8036, "rulebook-unknown-command",
        "没有名为“{value}”的操作；请核对名称，最接近的是：{nearest}。",
        "There is no command \"{value}\"; check the name, the nearest is: {nearest}.");

    /// <summary>A fine whose basis asks for another figure, or does not read one.</summary>
    public static readonly RefusalCode FineIncomplete = RefusalCode.Final(
        8037, "rulebook-fine-incomplete",
        "计罚方式 {basis} 需要且只需要：{expected}；请更正 {key}。",
        "A fine of basis {basis} needs exactly: {expected}; correct {key}.");

    /// <summary>A least above a most, or a from-vintage above an up-to-vintage.</summary>
    public static readonly RefusalCode LeastAboveMost = RefusalCode.Final(
        8038, "rulebook-least-above-most",
        "下限 {least} 高于上限 {most}；请更正。",
        "The lower bound {least} is above the upper bound {most}; correct them.");

    /// <summary>A make-up day that is worked anyway, or a day that is both holiday and make-up day.</summary>
    public static readonly RefusalCode MakeUpDay = RefusalCode.Final(
        8039, "rulebook-make-up-day",
        "{day} 不是休息日，或同时列为放假与上班；请更正。",
        "{day} is a working day anyway, or is listed both as holiday and as worked; correct it.");

    /// <summary>A surrender deadline for some sectors only.</summary>
    public static readonly RefusalCode SurrenderForAll = RefusalCode.Final(
        8041, "rulebook-surrender-for-all",
        "清缴期限适用于全部行业；请删除 sectors。",
        "A surrender deadline holds for all sectors; remove the sectors.");

    /// <summary>A pre-allocation share without a method, or a method without a share.</summary>
    public static readonly RefusalCode PreAllocationShare = RefusalCode.Final(
        8040, "rulebook-pre-allocation-share",
        "预分配方法与预分配比例必须同时规定；请补充 {key}。",
        "A pre-allocation method and its share belong together; add {key}.");

    /// <summary>Something that happens in office hours, and a calendar that has none.</summary>
    public static readonly RefusalCode OfficeHoursMissing = RefusalCode.Final(
        8042, "rulebook-office-hours-missing",
        "此处要求在办公时间内执行，但 calendar 未规定 office_hours；请补充，例如 { from: 09:00, until: 17:00 }。",
        "This happens in office hours, and calendar has no office_hours; add them, "
        + "like { from: 09:00, until: 17:00 }.");

    /// <summary>A session of a trading day that begins before the one before is over.</summary>
    public static readonly RefusalCode SessionOrder = RefusalCode.Final(
        8043, "rulebook-session-order",
        "时段起点 {from} 早于前一时段的终点 {until}；请按时间顺序书写。",
        "The session begins at {from}, before the one above ends at {until}; write them in order.");

    /// <summary>A price that no order could have.</summary>
    public static readonly RefusalCode OffTick = RefusalCode.Final(
        8044, "rulebook-off-tick",
        "价格 {price} 不是最小变动价位 {tick} 的整数倍；请更正。",
        "The price {price} is not a multiple of the tick {tick}; correct it.");

    /// <summary>A unit that is an instrument already.</summary>
    public static readonly RefusalCode InstrumentTwice = RefusalCode.Final(
        8045, "rulebook-instrument-twice",
        "{unit} 的同一年度已在第 {line} 行列为交易标的；请只保留一个。",
        "A vintage of {unit} is an instrument in line {line} already; keep one of them.");

    /// <summary>A zero where something is needed.</summary>
    public static readonly RefusalCode NothingAllowed = RefusalCode.Final(
        8046, "rulebook-zero",
        "“{value}”必须大于零；请更正。",
        "\"{value}\" must be above zero; correct it.");

    /// <summary>An exchange where no account could take part.</summary>
    public static readonly RefusalCode ExchangeWithoutAccounts = RefusalCode.Final(
        8047, "rulebook-exchange-without-accounts",
        "设有交易的市场须设交易账户（trading_accounts: yes）并规定业务类型 {type}；请补充。",
        "A market with an exchange needs trading accounts (trading_accounts: yes) and the transaction type {type}; "
        + "add them.");

    /// <summary>A watch over an exchange that does not exist.</summary>
    public static readonly RefusalCode SupervisionWithoutExchange = RefusalCode.Final(
        8071, "rulebook-supervision-without-exchange",
        "规则手册没有 trading，不能规定交易监控；请删除本节或补充 trading。",
        "There is no exchange (trading) to watch; remove this section, or add trading.");

    /// <summary>A short day that ends before it begins, or one that is no trading day.</summary>
    public static readonly RefusalCode ShortDay = RefusalCode.Final(
        8072, "rulebook-short-day",
        "{day} 不能在 {until} 提前收市：该日须为交易日，收市须晚于开市 {opens}；请更正。",
        "{day} cannot close early at {until}: it must be a trading day and close after its opening at {opens}; "
        + "correct it.");

    /// <summary>Pledges in a market whose accounts cannot take part.</summary>
    public static readonly RefusalCode PledgeWithoutTransaction = RefusalCode.Final(
        8073, "rulebook-pledge-without-transaction",
        "允许质押的市场须规定业务类型 {type}（哪些账户可以质押或接收）；请在 transactions 中补充。",
        "A market with pledges needs the transaction type {type}, which says which accounts take part; "
        + "add it to transactions.");

    /// <summary>A call that would come at the registration.</summary>
    public static readonly RefusalCode MarginCallTooLow = RefusalCode.Final(
        8074, "rulebook-margin-call-too-low",
        "补足线 {value} 必须高于质押率上限 {most}；请更正。",
        "The margin call {value} must be above the largest loan to value {most}; correct it.");
}
