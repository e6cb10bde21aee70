namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Settlement =>
    [
        Word(
            ActionArea.Trading, "register-settlement-bank", true, "登记结算专户", "Register a settlement account",
            "登记结算银行的专户；首个专户同时开立待查资金和风险准备金账户，此后逐日结算。",
            "Names an account in which a settlement bank keeps participants' money. With the first one, the accounts "
                + "of suspense and of the risk reserve are opened, and days are settled from then on."),
        Word(
            ActionArea.Trading, "import-statements", true, "导入对账单", "Import statements",
            "按银行对账单逐笔入账；查不清的进入待查资金，重复的不再入账。",
            "Books the lines of bank statements one by one; unknown ones wait in suspense, repeated ones are left."),
        Word(
            ActionArea.Trading, "assign-bank-line", true, "认领待查资金", "Assign money in suspense",
            "待查资金确属某单位（由其登记的银行账户付款），转入其交易账户。",
            "Money in suspense is an entity's, paid from its own bank account; it goes to its trading account."),
        Word(
            ActionArea.Trading, "return-bank-line", true, "退回待查资金", "Return money in suspense",
            "待查资金退回付款账户，列入待付款项。",
            "Money in suspense goes back to the account that paid it; the payment waits for the bank."),
        Word(
            ActionArea.Trading, "match-bank-line", true, "核销付款流水", "Match a payment",
            "银行付出的一笔流水就是某笔出金，据此核销。",
            "Money that left the bank is one of our payments, which is confirmed by it."),
        Word(
            ActionArea.Trading, "charge-bank-line", true, "列为银行收费", "Book a bank charge",
            "银行扣收的费用由手续费账户承担。",
            "Money that the bank took as its charge is paid from the fees of the exchange."),
        Word(
            ActionArea.Trading, "order-payments", true, "生成付款文件", "Order payments",
            "把待付款的出金列入一份付款文件，每笔只列入一次。",
            "Puts withdrawals that wait into a file for the bank; each goes into one file only."),
        Word(
            ActionArea.Trading, "reconcile-cash", false, "资金对账", "Reconcile with the banks",
            "按已到的对账单，再次与账本逐笔核对并留存差异报告。",
            "Lays the statements that have come beside the ledger once more and keeps the report of differences."),
        Word(
            ActionArea.Trading, "cover-leg", true, "动用风险准备金", "Cover a failed leg",
            "由风险准备金垫付买方不足的资金，使未能交收的一笔成交完成交收；买方须偿还。",
            "The risk reserve pays what the buyer of a failed leg lacks, so that it settles; the buyer owes it."),
        Word(
            ActionArea.Trading, "repay-reserve", true, "偿还风险准备金", "Repay the risk reserve",
            "偿还风险准备金为本单位垫付的资金；偿还前不能出金。",
            "Gives back what the risk reserve paid; before that no money is taken out."),
        Word(
            ActionArea.Trading, "state-exchange-totals", false, "报送交易汇总", "State the exchange's totals",
            "交易机构报送当日各品种的笔数、数量和金额，与结算明细核对。",
            "The exchange states trades, tonnes and money of a day; they are held against the legs."),
        Word(
            ActionArea.Trading, "object-to-settlement", false, "提出结算异议", "Object to a settlement",
            "对最近一个交易日的结算结果提出异议，须在下一交易日开市前提出；未提出视为同意。",
            "Says that the settlement of the last trading day is wrong, before the next opens; silence is consent."),
        Word(
            ActionArea.Trading, "answer-settlement-objection", false, "答复结算异议", "Answer an objection to a settlement",
            "答复单位对结算结果的异议；需要更正的另行办理。",
            "Answers an objection to a settlement; what has to be corrected is corrected by another entry."),
        Word(
            ActionArea.Trading, "propose-correction", false, "提请更正入金", "Propose a correction",
            "提请以更正分录转回人工登记有误的入金，经有关各方确认后入账。",
            "Asks to take back a deposit that was booked by hand and wrong; both sides have to confirm."),
        Word(
            ActionArea.Trading, "confirm-correction", true, "确认更正", "Confirm a correction",
            "同意更正分录；各方都确认后入账。",
            "Agrees to a correcting entry; with the last confirmation it is booked."),
        Word(
            ActionArea.Trading, "decline-correction", false, "拒绝更正", "Decline a correction",
            "不同意更正分录，该更正不再入账。",
            "Does not agree to a correcting entry; it is not booked."),
    ];
}
