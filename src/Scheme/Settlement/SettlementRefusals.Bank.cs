using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>Of statements, payments, days and their corrections.</summary>
public static partial class SettlementRefusals
{
    /// <summary>No settlement account is known.</summary>
    public static readonly RefusalCode NoSettlementBank = RefusalCode.Passing(
        10110,
        "no-settlement-bank",
        "尚未登记结算专户；请先办理 register-settlement-bank。",
        "No settlement bank is registered; register its account first "
            + "(register-settlement-bank).");

    /// <summary>A BIC of another length.</summary>
    public static readonly RefusalCode BadBic = RefusalCode.Final(
        10111,
        "bad-bic",
        "银行识别码 {bic} 须为 8 位或 11 位字母数字；请更正或留空。",
        "The BIC {bic} must have 8 or 11 letters and digits; correct it or leave it out.");

    /// <summary>An account that is none of the settlement accounts.</summary>
    public static readonly RefusalCode UnknownSettlementAccount = RefusalCode.Passing(
        10112,
        "unknown-settlement-account",
        "{number} 不是登记的结算专户；请核对文件，或先登记该账户。",
        "{number} is not a registered settlement account; check the file, or register the "
            + "account first.");

    /// <summary>A file without statements.</summary>
    public static readonly RefusalCode NoStatements = RefusalCode.Final(
        10113,
        "no-statements",
        "文件 {file} 中没有对账单；请核对文件。",
        "The file {file} has no statement; check the file.");

    /// <summary>The same statement again.</summary>
    public static readonly RefusalCode StatementKnown = RefusalCode.Final(
        10114,
        "statement-known",
        "对账单 {statement} 已在第 {row} 行导入，未重复入账。",
        "Statement {statement} was taken in row {row} already; nothing is booked again.");

    /// <summary>A statement in another currency.</summary>
    public static readonly RefusalCode WrongCurrency = RefusalCode.Final(
        10115,
        "wrong-statement-currency",
        "对账单 {statement} 中的 {amount} 不是 {currency}；请核对账户与文件。",
        "{amount} in statement {statement} is not in {currency}; check the account and the file.");

    /// <summary>A statement that does not add up.</summary>
    public static readonly RefusalCode BalanceDiffers = RefusalCode.Final(
        10116,
        "balance-differs",
        ""
            + "对账单 {statement} 不平：期初 {opening} 加各笔后与期末 {closing} 相差 {off}（最小货币单位）；请向银行索取完整文件。",
        "Statement {statement} does not add up: opening {opening} and its lines miss closing "
            + "{closing} by {off} minor units; ask the bank for the whole file.");

    /// <summary>A reference twice in one statement.</summary>
    public static readonly RefusalCode LineTwice = RefusalCode.Final(
        10117,
        "bank-line-twice",
        "对账单 {statement} 中流水号 {reference} 出现两次；请核对文件。",
        "Statement {statement} has the reference {reference} twice; check the file.");

    /// <summary>A known line with another amount.</summary>
    public static readonly RefusalCode LineChanged = RefusalCode.Final(
        10118,
        "line-changed",
        "流水 {reference} 此次为 {amount}，此前导入为 {before}；请向银行查询。",
        "Line {reference} is {amount} now and was {before} before; ask the bank.");

    /// <summary>A line without an amount.</summary>
    public static readonly RefusalCode EmptyLine = RefusalCode.Final(
        10119,
        "empty-line",
        "对账单 {statement} 的流水 {reference} 金额为 {amount}，不能入账；请核对文件。",
        "Line {reference} of statement {statement} has the amount {amount} and cannot be booked; "
            + "check the file.");

    /// <summary>A line that waits for nobody.</summary>
    public static readonly RefusalCode NotInSuspense = RefusalCode.Final(
        10120,
        "not-in-suspense",
        "流水 {line} 不在待查资金中；可能已经处理。",
        "Line {line} is not in suspense; it may have been dealt with already.");

    /// <summary>A line that goes the other way.</summary>
    public static readonly RefusalCode WrongDirection = RefusalCode.Final(
        10121,
        "wrong-direction",
        "流水 {line}（{amount}）方向不符：收款可认领或退回，付款可核销或列为银行收费。",
        "Line {line} of {amount} goes the other way: what came in is assigned or returned, what "
            + "went out matched or charged.");

    /// <summary>Nobody to send it back to.</summary>
    public static readonly RefusalCode NoReturnAccount = RefusalCode.Final(
        10122,
        "no-return-account",
        "银行未给出流水 {line} 的付款账号，无法退回；请向银行查询。",
        "The bank does not say from which account line {line} came, so it cannot go back; ask "
            + "the bank.");

    /// <summary>A payment of another amount.</summary>
    public static readonly RefusalCode PaymentDiffers = RefusalCode.Final(
        10123,
        "payment-differs",
        "流水 {line} 付出 {stated}，出金 {withdrawal} 为 {amount}，金额不符，"
            + "不能核销。",
        "Line {line} paid {stated}, withdrawal {withdrawal} is {amount}; they are not the same.");

    /// <summary>Not enough fees for a charge.</summary>
    public static readonly RefusalCode FeesShort = RefusalCode.Passing(
        10124,
        "fees-short",
        "手续费账户现有 {fees}，不足以支付银行收费 {amount}。",
        "There are {fees} in the account of fees, not enough for the charge of {amount}.");

    /// <summary>No payment waits.</summary>
    public static readonly RefusalCode NothingToPay = RefusalCode.Passing(
        10125,
        "nothing-to-pay",
        "没有待付款的出金。",
        "No withdrawal waits to be paid.");

    /// <summary>A payment in a file already.</summary>
    public static readonly RefusalCode PaymentOrdered = RefusalCode.Final(
        10126,
        "payment-ordered",
        "出金 {withdrawal} 已列入付款文件 {file}，不再列入另一文件。",
        "Withdrawal {withdrawal} is in payment file {file} already and is not put into another "
            + "one.");

    /// <summary>A day that was not settled.</summary>
    public static readonly RefusalCode UnknownDay = RefusalCode.Passing(
        10127,
        "unknown-settlement-day",
        "{day} 没有日终结算；请核对日期，或等待当日结算完成。",
        "{day} was not settled; check the day, or wait for its end.");

    /// <summary>A market without a reserve.</summary>
    public static readonly RefusalCode NoReserve = RefusalCode.Final(
        10128,
        "no-reserve",
        "市场 {market} 的规则手册没有规定风险准备金。",
        "The rulebook of {market} has no risk reserve.");

    /// <summary>A leg that did not fail.</summary>
    public static readonly RefusalCode UnknownLeg = RefusalCode.Final(
        10129,
        "unknown-failed-leg",
        "没有未能交收的成交 {trade}；可能已经交收。",
        "No leg {trade} has failed; it may have been settled.");

    /// <summary>A leg that settles by itself.</summary>
    public static readonly RefusalCode LegNotShort = RefusalCode.Passing(
        10130,
        "leg-not-short",
        "成交 {trade} 现在资金充足，无须动用风险准备金；请重新发送该笔成交。",
        "Leg {trade} has the money it needs now; send the line again instead of using the "
            + "reserve.");

    /// <summary>Not enough in the reserve.</summary>
    public static readonly RefusalCode ReserveShort = RefusalCode.Passing(
        10131,
        "reserve-short",
        "风险准备金现有 {reserve}，不足以垫付 {needed}。",
        "The reserve has {reserve}, not the {needed} that are needed.");

    /// <summary>Money owed to the reserve.</summary>
    public static readonly RefusalCode OwesReserve = RefusalCode.Passing(
        10132,
        "owes-reserve",
        "主体 {holder} 尚欠风险准备金 {owed}，偿还前不能出金。",
        "Holder {holder} owes the risk reserve {owed} and takes no money out before it is paid "
            + "back.");

    /// <summary>An account is to be closed whose holder owes the reserve.</summary>
    public static readonly RefusalCode DebtBeforeClosing = RefusalCode.Passing(
        10142,
        "debt-before-closing",
        "主体 {holder} 尚欠风险准备金 {owed}，偿还前不能注销账户。",
        "Holder {holder} owes the risk reserve {owed}; repay it before the account is closed.");

    /// <summary>More than is owed.</summary>
    public static readonly RefusalCode OwesLess = RefusalCode.Final(
        10133,
        "owes-less",
        "欠款为 {owed}，少于 {amount}；请更正金额。",
        "{owed} are owed, less than {amount}; correct the amount.");

    /// <summary>A total twice or below zero.</summary>
    public static readonly RefusalCode BadTotal = RefusalCode.Final(
        10134,
        "bad-total",
        "{instrument} 的汇总重复、为负或币种不符；每个品种请只列一行。",
        "The total of {instrument} is given twice, is below zero or in another currency; give "
            + "one line for each.");

    /// <summary>The next day has opened.</summary>
    public static readonly RefusalCode ObjectionTooLate = RefusalCode.Final(
        10135,
        "settlement-objection-too-late",
        "{day} 的结算异议期已过：下一交易日已经开市，未提异议视为同意。",
        "It is too late to object to {day}: another trading day has opened, and who said nothing "
            + "agreed.");

    /// <summary>An objection waits.</summary>
    public static readonly RefusalCode ObjectedAlready = RefusalCode.Final(
        10136,
        "settlement-objected-already",
        "对 {day} 的异议 {objection} 尚未答复，无须重复提出。",
        "Objection {objection} to {day} is not answered yet; there is no need for another.");

    /// <summary>No such open objection.</summary>
    public static readonly RefusalCode UnknownObjection = RefusalCode.Final(
        10137,
        "unknown-settlement-objection",
        "没有待答复的异议 {objection}；可能已经答复。",
        "No objection {objection} waits for an answer; it may have been answered.");

    /// <summary>A deposit nobody booked by hand.</summary>
    public static readonly RefusalCode UnknownDeposit = RefusalCode.Final(
        10138,
        "unknown-hand-deposit",
        "没有人工登记的入金 {reference}，或已更正；由对账单入账的流水不能更正。",
        "No deposit {reference} was booked by hand, or it was corrected; what a statement "
            + "brought is not corrected.");

    /// <summary>A correction waits.</summary>
    public static readonly RefusalCode CorrectionWaits = RefusalCode.Final(
        10139,
        "correction-waits",
        "入金 {reference} 的更正 {correction} 尚待确认。",
        "Correction {correction} of deposit {reference} waits for confirmation.");

    /// <summary>No such correction for this side.</summary>
    public static readonly RefusalCode UnknownCorrection = RefusalCode.Final(
        10140,
        "unknown-correction",
        "没有待主体 {holder} 确认的更正 {correction}；可能已经确认、拒绝或入账。",
        "No correction {correction} waits for holder {holder}; it may have been confirmed, "
            + "declined or booked.");

    /// <summary>A deposit by hand of a line that a statement brought.</summary>
    public static readonly RefusalCode LineTaken = RefusalCode.Final(
        10141,
        "line-taken",
        "流水 {reference} 已随对账单导入（{line}）；待查的请认领或退回，不再人工登记。",
        "Line {reference} came with a statement already ({line}); if it is in suspense, assign or return it.");
}
