using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Statements, payments, days.</summary>
    private static readonly Dictionary<string, FieldWord> settlement = new()
    {
        ["register-settlement-bank.number"] = Word(
            "专户账号", "Account number", "对账单上的账号", "As the bank's statements have it"),
        ["register-settlement-bank.bank"] = Word("结算银行", "Settlement bank"),
        ["register-settlement-bank.name"] = Word("户名", "Name of the account"),
        ["register-settlement-bank.bic"] = Word("银行识别码（BIC）", "BIC", "8 位或 11 位，可留空", "8 or 11 letters; may be empty"),
        ["import-statements.file"] = Word("文件名", "File name"),
        ["import-statements.statements"] = Word("对账单", "Statements"),
        ["bank-statement.number"] = Word("专户账号", "Account number"),
        ["bank-statement.statement"] = Word("对账单号", "Statement"),
        ["bank-statement.day"] = Word("余额日期", "Day of the balance"),
        ["bank-statement.opening"] = Word("期初余额", "Opening balance"),
        ["bank-statement.closing"] = Word("期末余额", "Closing balance", "期初加各笔", "Opening and all lines"),
        ["bank-statement.lines"] = Word("流水", "Lines"),
        ["stated-line.reference"] = Word("流水号", "Reference", "银行给出的编号", "The bank's own"),
        ["stated-line.day"] = Word("记账日期", "Booked on"),
        ["stated-line.amount"] = Word("金额", "Amount", "付出为负", "Money that left has a minus"),
        ["stated-line.account"] = Word("对方账号", "Other account"),
        ["stated-line.name"] = Word("对方户名", "Other name"),
        ["stated-line.endToEnd"] = Word("付款编号", "End-to-end reference"),
        ["stated-line.text"] = Word("附言", "Remittance text"),
        ["assign-bank-line.line"] = Word("待查流水", "Line in suspense"),
        ["return-bank-line.line"] = Word("待查流水", "Line in suspense"),
        ["match-bank-line.line"] = Word("待查流水", "Line in suspense"),
        ["charge-bank-line.line"] = Word("待查流水", "Line in suspense"),
        ["match-bank-line.withdrawal"] = Word("出金", "Withdrawal"),
        ["order-payments.number"] = Word("付款专户", "Paying account", "登记的结算专户账号", "A registered settlement account"),
        ["order-payments.withdrawals"] = Word("出金", "Withdrawals", "留空为全部待付款", "Empty for all that wait"),
        ["reconcile-cash.day"] = Word("交易日", "Trading day"),
        ["cover-leg.trade"] = Word("成交编号", "Trade reference", "未能交收的一笔", "The leg that failed"),
        ["repay-reserve.amount"] = Word("偿还金额", "Amount"),
        ["state-exchange-totals.day"] = Word("交易日", "Trading day"),
        ["state-exchange-totals.totals"] = Word("汇总", "Totals", "每个品种一行", "One line for each instrument"),
        ["stated-total.trades"] = Word("笔数", "Trades"),
        ["stated-total.volume"] = Word("数量", "Quantity", "整数吨（tCO2e）", "Whole tonnes of CO2e"),
        ["stated-total.amount"] = Word("金额", "Amount"),
        ["object-to-settlement.day"] = Word("交易日", "Trading day"),
        ["object-to-settlement.text"] = Word("异议内容", "What is wrong", kind: FieldKind.Paragraph),
        ["answer-settlement-objection.objection"] = Word("异议", "Objection"),
        ["answer-settlement-objection.accepted"] = Word("异议成立", "The objection is right"),
        ["answer-settlement-objection.text"] = Word("答复", "Answer", kind: FieldKind.Paragraph),
        ["propose-correction.reference"] = Word("入金流水号", "Reference of the deposit", "人工登记的", "One booked by hand"),
        ["propose-correction.to"] = Word("应归单位", "Whose it is", "留空为转回银行", "Empty when it is nobody's"),
        ["confirm-correction.correction"] = Word("更正", "Correction"),
        ["decline-correction.correction"] = Word("更正", "Correction"),
    };
}
