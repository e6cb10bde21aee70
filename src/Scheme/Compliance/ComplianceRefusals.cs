using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// Why compliance says no: periods, obligations and surrender. Cases, advance and carry-over have their own lists.
/// </summary>
public static class ComplianceRefusals
{
    /// <summary>A period without rules.</summary>
    public static readonly RefusalCode UnknownPeriod = RefusalCode.Final(
        5001, "unknown-period", "规则手册没有履约周期 {period}，请核对。", "The rulebook has no period {period}; check it.");

    /// <summary>Nothing is owed.</summary>
    public static readonly RefusalCode NoObligation = RefusalCode.Passing(
        5002,
        "no-obligation",
        "单位 {holder} 在 {period} 尚无应清缴量：排放量核定之后再办理。",
        "{holder} has no obligation for {period} yet; wait until its emissions are accepted.");

    /// <summary>Late, and the period takes nothing late.</summary>
    public static readonly RefusalCode DeadlinePassed = RefusalCode.Final(
        5003,
        "deadline-passed",
        "{period} 的截止时间 {deadline} 已过，不能再办理。",
        "The deadline of {period}, {deadline}, has passed.");

    /// <summary>Everything is handed in.</summary>
    public static readonly RefusalCode NothingMissing = RefusalCode.Final(
        5004, "nothing-missing", "单位 {holder} 在 {period} 已足额清缴。", "{holder} has surrendered all it owes for {period}.");

    /// <summary>A quantity of zero or less.</summary>
    public static readonly RefusalCode QuantityNotPositive = RefusalCode.Final(
        5005,
        "surrender-quantity-not-positive",
        "数量必须大于零，现为 {quantity}。",
        "The quantity must be above zero; it is {quantity}.");

    /// <summary>A family that does not settle the period.</summary>
    public static readonly RefusalCode UnitNotAccepted = RefusalCode.Final(
        5006, "unit-not-accepted", "{unit} 不能用于 {period} 清缴。", "{unit} does not settle {period}.");

    /// <summary>A vintage that does not settle the period.</summary>
    public static readonly RefusalCode VintageNotAccepted = RefusalCode.Final(
        5007,
        "vintage-not-accepted",
        "{unit} 的 {vintage} 年度配额不能用于 {period} 清缴，请改用规则允许的年度。",
        "Vintage {vintage} of {unit} does not settle {period}; use one the rules accept.");

    /// <summary>A unit whose time is over.</summary>
    public static readonly RefusalCode UnitTooOld = RefusalCode.Final(
        5008,
        "unit-no-longer-usable",
        "{unit} 自 {until} 起不能用于 {period} 清缴。",
        "From {until} on {unit} no longer settles {period}.");

    /// <summary>Offsets where none are allowed.</summary>
    public static readonly RefusalCode OffsetsNotAllowed = RefusalCode.Final(
        5009, "offsets-not-allowed", "{period} 不允许抵销，请改用配额。", "{period} takes no offsets; use allowances.");

    /// <summary>Too many offsets.</summary>
    public static readonly RefusalCode OffsetLimit = RefusalCode.Final(
        5010,
        "offset-limit",
        "抵销量超过上限：应清缴量的上限为 {limit} 吨，已用 {used} 吨，申请 {wanted} 吨。",
        "Over the offset limit of {limit} t: {used} t are used already and {wanted} t are asked for.");

    /// <summary>More than is missing.</summary>
    public static readonly RefusalCode TooMuch = RefusalCode.Final(
        5011,
        "over-surrender",
        "清缴量 {wanted} 吨超过尚缺的 {missing} 吨，请减少数量。",
        "{wanted} t is more than the {missing} t missing; ask for less.");

    /// <summary>No account to take units from.</summary>
    public static readonly RefusalCode NoRegistryAccount = RefusalCode.Passing(
        5012,
        "no-account-to-surrender-from",
        "单位 {holder} 没有登记账户，请先开户。",
        "{holder} has no registry account; open one first.");

    /// <summary>Less there than asked for.</summary>
    public static readonly RefusalCode NotEnoughUnits = RefusalCode.Passing(
        5013,
        "not-enough-units",
        "可用于清缴的 {unit} 不足：需要 {needed} 吨，现有 {available} 吨；请先购入或从交易账户划入。",
        "Too little {unit} that may be surrendered: {needed} t needed, {available} t there; buy or move some.");

    /// <summary>No such holder.</summary>
    public static readonly RefusalCode UnknownHolder = RefusalCode.Final(
        5014, "unknown-obliged-holder", "没有单位 {holder}，请核对。", "There is no holder {holder}; check the number.");

    /// <summary>A decision without a reason.</summary>
    public static readonly RefusalCode NoReason = RefusalCode.Final(
        5015, "no-reason", "请写明理由。", "Give a reason.");

    /// <summary>More than was surrendered.</summary>
    public static readonly RefusalCode MoreThanSurrendered = RefusalCode.Final(
        5016,
        "more-than-surrendered",
        "撤回量 {wanted} 吨超过已清缴的 {surrendered} 吨。",
        "{wanted} t is more than the {surrendered} t surrendered.");

    /// <summary>A holder that helps itself.</summary>
    public static readonly RefusalCode HelpsItself = RefusalCode.Final(
        5017,
        "helps-itself",
        "协助清缴须由另一单位提供配额；本单位请用 surrender。",
        "Assistance comes from another holder; for itself it uses surrender.");

    /// <summary>No custody.</summary>
    public static readonly RefusalCode NoCustody = RefusalCode.Final(
        5018, "no-custody", "单位 {holder} 没有由省级代管的配额。", "The province keeps no units of {holder}.");

    /// <summary>Custody is not free yet.</summary>
    public static readonly RefusalCode StillOwes = RefusalCode.Passing(
        5019,
        "still-owes",
        "单位 {holder} 在 {period} 尚缺 {missing} 吨，足额清缴后方可发还代管配额。",
        "{holder} still owes {missing} t for {period}; custody is released when it is met.");

    /// <summary>Results before the deadline.</summary>
    public static readonly RefusalCode TooEarly = RefusalCode.Passing(
        5020, "too-early", "{period} 的截止时间 {deadline} 未到。", "The deadline of {period}, {deadline}, has not passed.");

    /// <summary>No duty to publish.</summary>
    public static readonly RefusalCode NothingToPublish = RefusalCode.Final(
        5021, "no-disclosure-rule", "规则手册没有规定公开 {what}。", "The rulebook does not say what of {what} is public.");

    /// <summary>A lapse in the past.</summary>
    public static readonly RefusalCode LapseInThePast = RefusalCode.Final(
        5022,
        "lapse-in-the-past",
        "失效时间 {at} 已过，请给出将来的时间。",
        "The moment of lapse, {at}, has passed; give one to come.");
}
