using System.Globalization;
using Tanheng.Engine.Banking;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// 结算: what banks state, what is paid out, and how days were settled. A participant reads what is its own: lines and
/// payments of its money, its statements and its side of legs; the rest is for officials.
/// </summary>
internal static partial class SettlementQueries
{
    private static readonly Parameter Day = new(
        "day", ParameterKind.Text, new Text("交易日，如 2022-07-04", "Trading day, such as 2022-07-04"));

    public static IEnumerable<Operation> All => [.. Banks, .. Paying, .. Days, .. Disputes];

    /// <summary>True for whose it is, and for officials when it is nobody's.</summary>
    internal static bool Sees(in Look look, HolderId? holder) =>
        holder is { } own ? look.Sight.Of(own) : look.Sight.Everything;

    private static bool Asked(in Look look, HolderId? holder) =>
        look.Call.Holder is not { } only || only == holder;

    private static bool Asked(in Look look, DateOnly? day) => look.Call.Text("day") is not { } wanted
        || wanted == day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Amount Of(Money money) => Amount.Of((Money?)money)!;

    private static IEnumerable<Operation> Banks =>
    [
        Query.List(
            "list-settlement-banks",
            "/settlement/banks",
            Audience.Officials,
            new("结算专户", "Settlement accounts"),
            look => look.State.Cash.Banks.Values.OrderBy(one => one.Number, StringComparer.Ordinal)
                .Select(one => BankOf(look.State, one)),
            one => one.Number),
        Query.List(
            "list-bank-statements",
            "/settlement/statements",
            Audience.Officials,
            new("已导入的对账单，按导入次序", "Statements that were taken, in that order"),
            look => look.State.Cash.Statements.Values
                .OrderBy(one => one.Row).ThenBy(KeyOf, StringComparer.Ordinal)
                .Select(one => new BankStatementView(
                    one.Number, one.Statement, one.Day, Of(one.Opening), Of(one.Closing), one.Lines, one.Row)),
            one => Query.Key(one.Sequence) + one.Number + "\n" + one.Statement),
        Query.List(
            "list-bank-lines",
            "/settlement/lines",
            Audience.OwnPart,
            new("银行流水及其处理结果", "Lines of the banks' statements, and what became of them"),
            look => look.State.Cash.Lines.Values.OrderBy(one => one.Id.Value)
                .Where(one => Sees(look, one.Holder) && Asked(look, one.Holder)
                    && look.Call.Wants("status", one.Status))
                .Select(BankLineView.Of),
            one => Query.Key(one.Line.Value),
            Parameters.Holder,
            Parameter.Of<LineStatus>("status", "处理结果", "What became of it")),
    ];

    private static IEnumerable<Operation> Paying =>
    [
        Query.List(
            "list-payments",
            "/settlement/payments",
            Audience.OwnPart,
            new("付款（出金与退回）及其状态", "Payments to bank accounts, whatever became of them"),
            look => look.State.Cash.Payments.Values.OrderBy(one => one.Id.Value)
                .Where(one => Sees(look, one.Holder) && Asked(look, one.Holder)
                    && look.Call.Wants("status", one.Status))
                .Select(PaymentView.Of),
            one => Query.Key(one.Withdrawal.Value),
            Parameters.Holder,
            Parameter.Of<PaymentStatus>("status", "付款状态", "Where it is")),
        Query.List(
            "list-payment-files",
            "/settlement/payment-files",
            Audience.Officials,
            new("付款文件", "Files of payments for the banks"),
            look => look.State.Cash.PaymentFiles.Select(one => new PaymentFileView(
                one.Id, PaymentText.MessageId(one), one.Bank, one.At, one.Payments.Count, Of(one.Total))),
            one => Query.Key(one.File.Value)),
        Query.One<PaymentTextView>(
            "get-payment-file",
            "/settlement/payment-files/{payments}",
            Audience.Officials,
            new("付款文件的内容：pain.001 与 CSV", "A file of payments as the bank takes it: pain.001 and CSV"),
            look => FileOf(look) is { } file
                ? new PaymentTextView(
                    file.Id,
                    PaymentText.MessageId(file),
                    PaymentText.Xml(look.State, file),
                    PaymentText.Csv(look.State, file))
                : (PaymentTextView?)null,
            Parameter.Number("payments", "付款文件编号", "Number of the file")),
        Query.List(
            "list-cash-reconciliations",
            "/settlement/reconciliations",
            Audience.Officials,
            new("资金对账及差异报告", "Reconciliations with the banks, with their differences"),
            look => look.State.Cash.Reconciliations.Where(one => Asked(look, one.Day)).Select(ReportOf),
            one => Query.Key(one.Run),
            Day),
    ];

    private static IEnumerable<Operation> Days =>
    [
        Query.List(
            "list-settlement-days",
            "/settlement/days",
            Audience.Officials,
            new("日终结算", "Days that were settled"),
            look => look.State.Cash.Days.Select(one => new SettlementDayView(
                one.Day, one.At, [.. one.Totals.Select(TotalOf)], one.Failed, Of(one.Fees), one.Statements.Count,
                one.Row)),
            one => Query.Key(one.Sequence)),
        Query.List(
            "list-settlement-legs",
            "/settlement/legs",
            Audience.OwnPart,
            new("结算文件：逐笔交收明细", "The settlement file: legs one by one"),
            Legs,
            KeyOf,
            Parameters.Holder,
            Day),
        Query.List(
            "list-participant-statements",
            "/settlement/participant-statements",
            Audience.OwnPart,
            new("结算单", "Participants' statements of days"),
            look => look.State.Cash.Days.Where(day => Asked(look, day.Day)).SelectMany(day => day.Statements
                .Where(one => look.Sight.Of(one.Holder) && Asked(look, one.Holder))
                .Select(one => StatementOf(day.Day, one))),
            one => one.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + Query.Key(one.Holder.Value),
            Parameters.Holder,
            Day),
        Query.List(
            "list-exchange-totals",
            "/settlement/exchange-totals",
            Audience.Officials,
            new("交易汇总核对", "The exchange's totals held against the legs"),
            look => look.State.Cash.Totals.OrderBy(one => one.Key).Where(one => Asked(look, one.Key))
                .SelectMany(one => one.Value.Lines.Select(line => new ExchangeTotalView(
                    one.Key, line.Instrument, line.StatedTrades, line.StatedVolume, Of(line.StatedAmount),
                    line.Trades, line.Volume, Of(line.Amount), line.Failed, line.Agrees))),
            one => one.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + one.Instrument,
            Day),
    ];

    private static IEnumerable<Operation> Disputes =>
    [
        Query.List(
            "list-settlement-objections",
            "/settlement/objections",
            Audience.OwnPart,
            new("结算异议", "Objections to settlements"),
            look => look.State.Cash.Objections.Values.OrderBy(one => one.Id.Value)
                .Where(one => look.Sight.Of(one.Holder) && Asked(look, one.Holder))
                .Select(one => new SettlementObjectionView(
                    one.Id, one.Holder, one.Day, one.Text, one.At, one.Accepted, one.Answer, one.AnsweredAt)),
            one => Query.Key(one.Objection.Value),
            Parameters.Holder),
        Query.List(
            "list-corrections",
            "/settlement/corrections",
            Audience.OwnPart,
            new("更正分录", "Correcting entries"),
            look => look.State.Cash.Corrections.Values.OrderBy(one => one.Id.Value)
                .Where(one => Concerns(look, one))
                .Select(one => new CorrectionView(
                    one.Id, one.Reference, one.From, one.To, Of(one.Amount), one.Reason, one.At, one.Status,
                    one.Confirmed)),
            one => Query.Key(one.Correction.Value),
            Parameters.Holder),
        Query.List(
            "list-reserve-entries",
            "/settlement/reserve",
            Audience.Officials,
            new("风险准备金收付", "What the risk reserve got and paid"),
            look => Reserve(look.State),
            one => Query.Key(one.Entry)),
    ];

    private static string KeyOf(StatementRecord one) => one.Number + "\n" + one.Statement;
}
