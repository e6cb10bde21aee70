using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    /// <summary>Statements, payments, days. A statement's sentence names nobody: it is about many.</summary>
    private static void AddSettlement()
    {
        AddStatements();
        AddSettlementDays();
        AddReserve();
        AddCorrections();
    }

    private static void AddStatements()
    {
        Add<SettlementBankRegistered>((e, n) => Say(
            "登记结算专户 {number}（{bank}）。", "The settlement account {number} at {bank} is registered.",
            ("number", e.Account.Number), ("bank", e.Account.Bank)));
        Add<StatementImported>((e, n) => Say(
            "导入对账单 {statement}（{file}）：新流水 {lines} 笔，其中待查 {open} 笔；重复 {repeated} 笔；期末余额 {closing}。",
            "Statement {statement} of {file}: {lines} new lines, {open} of them in suspense; {repeated} repeated; "
                + "closing balance {closing}.",
            ("statement", e.Statement.Statement), ("file", e.File), ("lines", e.Lines.Count),
            ("open", e.Lines.Count(line => line.Line.Status == LineStatus.Suspense)), ("repeated", e.Repeated),
            ("closing", e.Statement.Closing)));
        Add<BankLineAssigned>((e, n) => Say(
            "待查流水 {line} 认领给 {holder}：{moved}；理由：{reason}。",
            "Line {line} is assigned to {holder}: {moved}; reason: {reason}.",
            ("line", e.Line), ("holder", n.Holder(e.Holder)), ("moved", n.Moved(e.Transaction)), ("reason", e.Reason)));
        Add<BankLineReturned>((e, n) => Say(
            "待查流水 {line} 退回付款账户（付款 {payment}）：{moved}；理由：{reason}。",
            "Line {line} goes back to who paid it (payment {payment}): {moved}; reason: {reason}.",
            ("line", e.Line), ("payment", e.Withdrawal), ("moved", n.Moved(e.Transaction)), ("reason", e.Reason)));
        Add<BankLineMatched>((e, n) => Say(
            "流水 {line} 核销付款 {payment}：{moved}；理由：{reason}。",
            "Line {line} is payment {payment}: {moved}; reason: {reason}.",
            ("line", e.Line), ("payment", e.Withdrawal), ("moved", n.Moved(e.Transaction)), ("reason", e.Reason)));
        Add<BankLineCharged>((e, n) => Say(
            "流水 {line} 列为银行收费：{moved}；理由：{reason}。", "Line {line} is a charge of the bank: {moved}; reason: {reason}.",
            ("line", e.Line), ("moved", n.Moved(e.Transaction)), ("reason", e.Reason)));
        Add<PaymentsOrdered>((e, n) => Say(
            "生成付款文件 {file}：{count} 笔，合计 {total}。", "Payment file {file}: {count} payments, {total} in all.",
            ("file", e.File.Id), ("count", e.File.Payments.Count), ("total", e.File.Total)));
    }

    private static void AddSettlementDays()
    {
        Add<SettlementDayClosed>((e, n) => Say(
            "{day} 日终结算：交收 {legs} 笔，未能交收 {failed} 笔，手续费 {fees}，结算单 {statements} 份。",
            "Settlement of {day}: {legs} legs, {failed} failed, fees {fees}, {statements} statements.",
            ("day", e.Day), ("legs", e.Totals.Sum(total => total.Trades)), ("failed", e.Failed), ("fees", e.Fees),
            ("statements", e.Statements.Count)));
        Add<CashReconciled>((e, n) => Say(
            "{day} 资金对账（第 {run} 次）：银行 {bank}，账本 {ledger}，差异 {differences} 笔。",
            "Cash of {day} reconciled (run {run}): bank {bank}, ledger {ledger}, {differences} differences.",
            ("day", e.Day), ("run", e.Run), ("bank", e.Bank), ("ledger", e.Ledger),
            ("differences", e.Differences.Count)));
        Add<ExchangeTotalsStated>((e, n) => Say(
            "{day} 交易汇总与结算明细核对：{lines} 个品种，不符 {wrong} 个。",
            "The exchange's totals of {day} are compared: {lines} instruments, {wrong} differ.",
            ("day", e.Day), ("lines", e.Lines.Count), ("wrong", e.Lines.Count(line => !line.Agrees))));
        Add<SettlementObjected>((e, n) => Say(
            "{holder} 对 {day} 的结算提出异议 {id}：“{text}”。", "{holder} objects to the settlement of {day} ({id}): {text}.",
            ("holder", n.Holder(e.Holder)), ("day", e.Day), ("id", e.Objection), ("text", e.Text)));
        Add<SettlementObjectionAnswered>((e, n) => Say(
            "答复结算异议 {id}（{decision}）：“{text}”。", "Objection {id} is answered ({decision}): {text}.",
            ("id", e.Objection), ("decision", Names.OfDecision(e.Accepted)), ("text", e.Text)));
    }

    private static void AddReserve()
    {
        Add<ReserveContributed>((e, n) => Say(
            "自 {day} 手续费 {fees} 提取风险准备金：{moved}。", "Of the fees {fees} of {day} go to the risk reserve: {moved}.",
            ("day", e.Day), ("fees", e.Fees), ("moved", n.Moved(e.Transaction))));
        Add<LegCovered>((e, n) => Say(
            "风险准备金为 {holder} 垫付 {amount}，成交 {trade} 完成交收；理由：{reason}。",
            "The risk reserve pays {amount} for {holder}; trade {trade} is settled; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("amount", e.Amount), ("trade", e.Trade.Trade), ("reason", e.Reason)));
        Add<ReserveRepaid>((e, n) => Say(
            "{holder} 偿还风险准备金：{moved}。", "{holder} repays the risk reserve: {moved}.",
            ("holder", n.Holder(e.Holder)), ("moved", n.Moved(e.Transaction))));
    }

    private static void AddCorrections()
    {
        Add<CorrectionProposed>((e, n) => Say(
            "提请更正 {id}：入金 {reference}（{amount}）自 {from} 转至 {to}；理由：{reason}。",
            "Correction {id} of deposit {reference}: {amount} from {from} to {to}; reason: {reason}.",
            ("id", e.Correction), ("reference", e.Reference), ("amount", e.Amount), ("from", n.Holder(e.From)),
            ("to", e.To is { } to ? n.Holder(to) : new Text("结算银行", "the settlement bank")), ("reason", e.Reason)));
        Add<CorrectionConfirmed>((e, n) => Say(
            "{holder} 确认更正 {id}。", "{holder} confirms correction {id}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Correction)));
        Add<CorrectionDeclined>((e, n) => Say(
            "{holder} 拒绝更正 {id}；理由：{reason}。", "{holder} declines correction {id}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Correction), ("reason", e.Reason)));
        Add<CorrectionBooked>((e, n) => Say(
            "更正 {id} 入账：{moved}。", "Correction {id} is booked: {moved}.",
            ("id", e.Correction), ("moved", n.Moved(e.Transactions))));
    }
}
