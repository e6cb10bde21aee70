using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>Why a case, fine or correction is refused.</summary>
public static class PenaltyRefusals
{
    /// <summary>No such case.</summary>
    public static readonly RefusalCode UnknownCase = RefusalCode.Final(
        5101, "unknown-case", "没有案件 {case}，请核对。", "There is no case {case}; check the number.");

    /// <summary>A case that is over.</summary>
    public static readonly RefusalCode CaseOver = RefusalCode.Final(
        5102, "case-over", "案件 {case} 已结案或撤销，不能再办理。", "Case {case} is closed or withdrawn.");

    /// <summary>Decided already.</summary>
    public static readonly RefusalCode AlreadyDecided = RefusalCode.Final(
        5103,
        "case-already-decided",
        "案件 {case} 已作出决定；如需变更请先用 amend-case。",
        "Case {case} is decided already; amend it first to decide again.");

    /// <summary>Not decided yet.</summary>
    public static readonly RefusalCode NotDecided = RefusalCode.Passing(
        5104, "not-decided", "案件 {case} 尚未作出决定。", "Case {case} is not decided yet.");

    /// <summary>No penalty in the law of that day.</summary>
    public static readonly RefusalCode NoPenaltyRule = RefusalCode.Final(
        5105, "no-penalty-rule", "{day} 的规则没有 {offence} 的罚则。", "The rules of {day} have no penalty for {offence}.");

    /// <summary>The price is not recorded.</summary>
    public static readonly RefusalCode NoMeanPrice = RefusalCode.Passing(
        5106,
        "no-mean-price",
        "{month} 的市场平均成交价格尚未登记，请先用 record-mean-price。",
        "The mean price of {month} is not recorded; use record-mean-price first.");

    /// <summary>The authority has to name the amount.</summary>
    public static readonly RefusalCode FineNeeded = RefusalCode.Final(
        5107, "fine-needed", "请在 {least} 至 {most} 之间确定罚款数额。", "Name the fine, between {least} and {most}.");

    /// <summary>Out of bounds.</summary>
    public static readonly RefusalCode FineOutOfBounds = RefusalCode.Final(
        5108,
        "fine-out-of-bounds",
        "罚款 {fine} 不在 {least} 至 {most} 之间。",
        "The fine {fine} is not between {least} and {most}.");

    /// <summary>The wrong currency, or a negative amount.</summary>
    public static readonly RefusalCode BadAmount = RefusalCode.Final(
        5109,
        "bad-amount",
        "金额 {amount} 无效：币种应为 {currency}，且不得为负。",
        "The amount {amount} is not valid: it must be in {currency} and not negative.");

    /// <summary>Beyond what can be counted.</summary>
    public static readonly RefusalCode AmountTooLarge = RefusalCode.Final(
        5110,
        "amount-too-large",
        "金额超出可记账范围，请核对数量与价格。",
        "The amount is beyond what can be booked; check quantity and price.");

    /// <summary>A shortfall case without a shortfall, or a second one.</summary>
    public static readonly RefusalCode NoShortfall = RefusalCode.Final(
        5111,
        "no-open-shortfall",
        "单位 {holder} 在 {period} 没有未立案的清缴缺口。",
        "{holder} has no shortfall of {period} without a case.");

    /// <summary>Negative tonnes.</summary>
    public static readonly RefusalCode BadQuantity = RefusalCode.Final(
        5112, "bad-case-quantity", "数量 {quantity} 无效。", "The quantity {quantity} is not valid.");

    /// <summary>A day in the past.</summary>
    public static readonly RefusalCode CorrectByPast = RefusalCode.Final(
        5113,
        "correct-by-past",
        "改正期限 {day} 已过，请给出将来的日期。",
        "The day to correct by, {day}, has passed; give one to come.");

    /// <summary>Ordered already.</summary>
    public static readonly RefusalCode AlreadyOrdered = RefusalCode.Final(
        5114, "correction-already-ordered", "案件 {case} 已责令改正。", "Case {case} has an order to correct already.");

    /// <summary>No order to refuse.</summary>
    public static readonly RefusalCode NotOrdered = RefusalCode.Passing(
        5115,
        "correction-not-ordered",
        "案件 {case} 尚未责令改正，请先用 order-correction。",
        "Case {case} has no order to correct; use order-correction first.");

    /// <summary>A fine measured by units whose value is not given.</summary>
    public static readonly RefusalCode ValueNeeded = RefusalCode.Final(
        5116, "units-value-needed", "请写明所持有、交易产品的价值。", "Name the value of the units held or traded.");

    /// <summary>Corrected after all.</summary>
    public static readonly RefusalCode Corrected = RefusalCode.Final(
        5117, "already-corrected", "单位 {holder} 已补足清缴，不再核减。", "{holder} has made the shortfall good; nothing is cut.");

    /// <summary>A share outside the law's bounds.</summary>
    public static readonly RefusalCode CutOutOfBounds = RefusalCode.Final(
        5118,
        "cut-out-of-bounds",
        "核减比例 {share} 不在 {least} 至 {most} 之间。",
        "The share {share} is not between {least} and {most}.");

    /// <summary>Paid already.</summary>
    public static readonly RefusalCode AlreadyPaid = RefusalCode.Final(
        5119, "already-paid", "案件 {case} 的罚款已缴纳。", "The fine of case {case} is paid.");

    /// <summary>Not paid yet.</summary>
    public static readonly RefusalCode NotPaid = RefusalCode.Passing(
        5120, "not-paid", "案件 {case} 的罚款尚未缴纳，不能结案。", "The fine of case {case} is not paid; it cannot be closed.");

    /// <summary>Not this holder's.</summary>
    public static readonly RefusalCode OtherHoldersCase = RefusalCode.Final(
        5121, "other-holders-case", "案件 {case} 不属于单位 {holder}。", "Case {case} is not {holder}'s.");

    /// <summary>Nothing to decide.</summary>
    public static readonly RefusalCode NothingToDecide = RefusalCode.Final(
        5122, "nothing-to-decide", "{period} 没有待决定的案件。", "No case of {period} waits for a decision.");

    /// <summary>Fines that need a person.</summary>
    public static readonly RefusalCode NotAutomatic = RefusalCode.Final(
        5123,
        "fine-not-fixed",
        "{offence} 的罚款有幅度，须逐案决定（decide-case）。",
        "The fine for {offence} is a range; decide each case by itself (decide-case).");

    /// <summary>A price that is none.</summary>
    public static readonly RefusalCode BadPrice = RefusalCode.Final(
        5124,
        "bad-mean-price",
        "价格 {price} 无效：币种应为 {currency}，且大于零。",
        "The price {price} is not valid: it must be in {currency} and above zero.");

    /// <summary>Not a month that is over.</summary>
    public static readonly RefusalCode BadMonth = RefusalCode.Final(
        5125, "bad-month", "{month} 应为某月的第一日，且该月已结束。", "{month} must be the first day of a month that is over.");

    /// <summary>A source is needed.</summary>
    public static readonly RefusalCode NoSource = RefusalCode.Final(
        5126, "no-price-source", "请写明价格来源。", "Name the source of the price.");
}
