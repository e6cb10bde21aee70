using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Operator;

/// <summary>The tables of the settlement desk.</summary>
internal static class SettlementTables
{
    private const string Back = "&back=%2Foperator%2Fsettlement";

    /// <summary>Lines in suspense, each with what an official may do about it.</summary>
    public static IReadOnlyList<Column<LineRow>> Suspense { get; } =
    [
        .. Line,
        new("doubt", Words.Doubt, row => row.Line.Doubt is { } doubt ? Names.Of(doubt) : null),
        new("acts", Words.Actions, _ => null) { Acts = ActsOf, Sorts = false },
    ];

    /// <summary>Lines and what became of them.</summary>
    public static IReadOnlyList<Column<LineRow>> Lines { get; } =
    [
        .. Line,
        new("status", Words.LineOutcome, row => Names.Of(row.Line.Status)) { Tone = row => ToneOf(row.Line.Status) },
        new("whose", Words.Entity, row => row.Whose),
    ];

    /// <summary>Statements.</summary>
    public static IReadOnlyList<Column<StatementRecord>> Statements { get; } =
    [
        new("statement", Words.BankStatementWord, row => row.Statement) { Head = true },
        new("number", Words.SettlementAccount, row => row.Number) { Class = "serial" },
        new("day", Words.BalanceDay, row => row.Day) { Class = "nowrap" },
        Amount<StatementRecord>("opening", Words.OpeningBalance, row => row.Opening),
        Amount<StatementRecord>("closing", Words.ClosingBalance, row => row.Closing),
        new("lines", Words.LinesCount, row => row.Lines) { Number = true },
        new("row", Words.Sequence, row => row.Row)
        {
            Number = true, Link = row => "/journal/" + row.Row.ToString(CultureInfo.InvariantCulture),
        },
    ];

    /// <summary>Payments that wait or are with a bank.</summary>
    public static IReadOnlyList<Column<PaymentRow>> Waiting { get; } =
    [
        .. Payment,
        new("acts", Words.Actions, _ => null)
        {
            Sorts = false,
            Acts = row =>
            [
                new($"/act/confirm-withdrawal?withdrawal={row.Payment.Id.Value}{Back}%3Fview%3Dpayments",
                    ActionWords.TitleOf("confirm-withdrawal")),
                new($"/act/reject-withdrawal?withdrawal={row.Payment.Id.Value}{Back}%3Fview%3Dpayments",
                    ActionWords.TitleOf("reject-withdrawal")),
            ],
        },
    ];

    /// <summary>Payments that have ended.</summary>
    public static IReadOnlyList<Column<PaymentRow>> Done { get; } = [.. Payment];

    /// <summary>Files of payments.</summary>
    public static IReadOnlyList<Column<PaymentFile>> Files { get; } =
    [
        new("file", Words.PaymentFilesTitle, row => row.Id.ToString()) { Head = true },
        new("bank", Words.SettlementAccount, row => row.Bank) { Class = "serial" },
        new("count", Words.LinesCount, row => row.Payments.Count) { Number = true },
        Amount<PaymentFile>("total", Words.Total, row => row.Total),
        new("acts", Words.Download, _ => null)
        {
            Sorts = false,
            Acts = row =>
            [
                new($"/operator/settlement/payments/{row.Id.Value}.xml", Naming.Same("pain.001")),
                new($"/operator/settlement/payments/{row.Id.Value}.csv", Naming.Same("CSV")),
            ],
        },
    ];

    /// <summary>Differences between bank and ledger.</summary>
    public static IReadOnlyList<Column<DifferenceRow>> Differences { get; } =
    [
        new("kind", Words.Kind, row => Names.Of(row.Difference.Kind)) { Head = true },
        new("reference", Words.BankReference, row => row.Difference.Reference) { Class = "serial" },
        new("whose", Words.Entity, row => row.Whose),
        Amount<DifferenceRow>("bank", Words.InBank, row => row.Difference.Bank),
        Amount<DifferenceRow>("ledger", Words.InLedger, row => row.Difference.Ledger),
        Amount<DifferenceRow>(
            "off", Words.DifferenceAmount, row => row.Difference.Bank - row.Difference.Ledger),
    ];

    /// <summary>Settled days.</summary>
    public static IReadOnlyList<Column<DayRow>> Days { get; } =
    [
        new("day", Words.TradingDay, row => row.Day.Day) { Head = true, Class = "nowrap" },
        new("settled", Words.LegsSettled, row => row.Settled) { Number = true },
        new("failed", Words.LegsFailed, row => row.Day.Failed) { Number = true },
        Amount<DayRow>("fees", Words.FeesWord, row => row.Day.Fees),
        new("statements", Words.DaySettlement, row => row.Day.Statements.Count) { Number = true },
        new("differences", Words.DeskDifferences, row => row.Differences) { Number = true },
        new("totals", Words.TotalsCompared, row => row.Agrees is { } agrees
            ? agrees ? Words.Balanced : Words.DeskDifferent
            : null)
        {
            Tone = row => row.Agrees switch { true => "good", false => "bad", null => "" },
        },
        new("acts", Words.Actions, _ => null)
        {
            Sorts = false,
            Acts = row =>
            [
                new($"/operator/settlement/legs/{row.Day.Day:yyyy-MM-dd}.csv", Words.DayLegs),
                new($"/act/reconcile-cash?day={row.Day.Day:yyyy-MM-dd}{Back}%3Fview%3Ddays",
                    ActionWords.TitleOf("reconcile-cash")),
            ],
        },
    ];

    /// <summary>Failed legs.</summary>
    public static IReadOnlyList<Column<LegRow>> Failed { get; } =
    [
        new("trade", Words.TradeReference, row => row.Leg.Trade.Trade) { Head = true },
        new("seller", Words.SellerWord, row => row.Seller),
        new("buyer", Words.BuyerWord, row => row.Buyer),
        Columns.Tonnes<LegRow>("quantity", Words.Quantity, row => row.Leg.Trade.Quantity),
        new("price", Words.Price, row => Words.Of(row.Leg.Trade.Price)) { Number = true },
        new("reason", Words.FailureReason, row => Names.OfFailure(row.Leg.Reason)),
        new("acts", Words.Actions, _ => null)
        {
            Sorts = false,
            Acts = row => [new($"/act/cover-leg?trade={Uri.EscapeDataString(row.Leg.Trade.Trade)}{Back}%3Fview%3Ddays",
                ActionWords.TitleOf("cover-leg"))],
        },
    ];

    /// <summary>The exchange's totals.</summary>
    public static IReadOnlyList<Column<TotalsLine>> Totals { get; } =
    [
        new("unit", Words.Unit, row => row.Instrument) { Head = true },
        new("trades", Words.WithUnit(Words.LinesCount, Words.Stated), row => row.StatedTrades) { Number = true },
        new("own", Words.WithUnit(Words.LinesCount, Words.OwnCount), row => row.Trades) { Number = true },
        Columns.Tonnes<TotalsLine>("volume", Words.Stated, row => row.StatedVolume),
        Columns.Tonnes<TotalsLine>("ownVolume", Words.OwnCount, row => row.Volume),
        Amount<TotalsLine>("amount", Words.Stated, row => row.StatedAmount),
        Amount<TotalsLine>("ownAmount", Words.OwnCount, row => row.Amount),
        new("agrees", Words.Status, row => row.Agrees ? Words.Balanced : Words.DeskDifferent)
        {
            Tone = row => row.Agrees ? "good" : "bad",
        },
    ];

    /// <summary>Objections.</summary>
    public static IReadOnlyList<Column<ObjectionRow>> Objections { get; } =
    [
        new("number", Words.ObjectionWord, row => row.Objection.Id.ToString()) { Head = true },
        new("day", Words.TradingDay, row => row.Objection.Day) { Class = "nowrap" },
        new("whose", Words.Entity, row => row.Whose),
        new("text", Words.ObjectionText, row => row.Objection.Text) { Cited = true },
        new("status", Words.Status, row => Names.OfDecision(row.Objection.Accepted))
        {
            Tone = row => row.Objection.Accepted is null ? "warn" : "",
        },
        new("answer", Words.AnswerWord, row => row.Objection.Answer) { Cited = true },
        new("acts", Words.Actions, _ => null)
        {
            Sorts = false,
            Acts = row => row.Objection.Accepted is not null ? [] :
            [
                new($"/act/answer-settlement-objection?objection={row.Objection.Id.Value}{Back}%3Fview%3Ddisputes",
                    Words.AnswerWord),
            ],
        },
    ];

    /// <summary>Correcting entries.</summary>
    public static IReadOnlyList<Column<CorrectionRow>> Corrections { get; } =
    [
        new("number", Words.CorrectionWord, row => row.Correction.Id.ToString()) { Head = true },
        new("reference", Words.BankReference, row => row.Correction.Reference) { Class = "serial" },
        new("from", Words.From, row => row.From),
        new("to", Words.To, row => row.To),
        Amount<CorrectionRow>("amount", Words.AmountWord, row => row.Correction.Amount),
        new("status", Words.Status, row => Names.Of(row.Correction.Status))
        {
            Tone = row => row.Correction.Status switch
            {
                CorrectingStatus.Open => "warn",
                CorrectingStatus.Booked => "good",
                _ => "",
            },
        },
        new("confirmed", Words.ConfirmedBy, row => row.Confirmed),
    ];

    /// <summary>Deposits by hand.</summary>
    public static IReadOnlyList<Column<DepositRow>> Deposits { get; } =
    [
        new("reference", Words.BankReference, row => row.Deposit.Reference) { Head = true },
        new("whose", Words.Entity, row => row.Whose),
        Amount<DepositRow>("amount", Words.AmountWord, row => row.Deposit.Amount),
        new("line", Words.BorneOut, row => row.Deposit.Reversed ? Names.Of(CorrectingStatus.Booked)
            : row.Line is { } status ? Names.Of(status) : null)
        {
            Tone = row => row.Line is { } status ? ToneOf(status) : "warn",
        },
        new("acts", Words.Actions, _ => null)
        {
            Sorts = false,
            Acts = row => row.Deposit.Reversed ? [] :
            [
                new($"/act/propose-correction?reference={Uri.EscapeDataString(row.Deposit.Reference)}"
                    + $"{Back}%3Fview%3Ddisputes", Words.CorrectionWord),
            ],
        },
    ];

    /// <summary>Entries of the reserve.</summary>
    public static IReadOnlyList<Column<ReserveRow>> Reserve { get; } =
    [
        new("move", Words.Kind, row => Names.Of(row.Entry.Move)) { Head = true },
        Amount<ReserveRow>("amount", Words.AmountWord, row => row.Entry.Amount),
        Amount<ReserveRow>("balance", Words.ReserveBalance, row => row.Balance),
        new("whose", Words.Entity, row => row.Whose),
        new("trade", Words.TradeReference, row => row.Entry.Trade),
        new("row", Words.Sequence, row => row.Entry.Row)
        {
            Number = true, Link = row => "/journal/" + row.Entry.Row.ToString(CultureInfo.InvariantCulture),
        },
    ];

    /// <summary>Who owes the reserve.</summary>
    public static IReadOnlyList<Column<DebtRow>> Debts { get; } =
    [
        new("whose", Words.Entity, row => row.Whose) { Head = true },
        Amount<DebtRow>("owed", Words.ReserveDebts, row => row.Owed),
    ];

    /// <summary>An amount of money with its currency.</summary>
    public static Column<T> Amount<T>(string key, Text title, Func<T, Money> value) =>
        new(key, title, row => value(row)) { Number = true, Class = "nowrap" };

    /// <summary>How a line's state is shown.</summary>
    public static string ToneOf(LineStatus status) => status switch
    {
        LineStatus.Deposit or LineStatus.Payment or LineStatus.Known or LineStatus.Assigned or LineStatus.Matched =>
            "good",
        LineStatus.Suspense => "warn",
        LineStatus.Differs => "bad",
        _ => "info",
    };

    /// <summary>How a payment's state is shown.</summary>
    public static string ToneOf(PaymentStatus status) => status switch
    {
        PaymentStatus.Waiting => "warn",
        PaymentStatus.Ordered => "info",
        PaymentStatus.Paid => "good",
        _ => "bad",
    };

    private static IEnumerable<Column<LineRow>> Line =>
    [
        new("line", Words.BankLineWord, row => row.Line.Id.ToString()) { Head = true },
        new("day", Words.BookedOn, row => row.Line.Line.Day) { Class = "nowrap" },
        Amount<LineRow>("amount", Words.AmountWord, row => row.Line.Line.Amount),
        new("party", Words.CounterpartyBank, row => PartyOf(row.Line.Line)) { Cited = true },
        new("reference", Words.BankReference, row => row.Line.Line.Reference) { Class = "serial" },
    ];

    private static IEnumerable<Column<PaymentRow>> Payment =>
    [
        new("payment", Words.PaymentWord, row => row.Payment.Id.ToString()) { Head = true },
        new("whose", Words.Entity, row => row.Whose),
        Amount<PaymentRow>("amount", Words.AmountWord, row => row.Payment.Amount),
        new("to", Words.PaidTo, row => $"{row.Payment.To.Bank} {row.Payment.To.Number}".Trim()) { Cited = true },
        new("reference", Words.PaymentReference, row => row.Payment.EndToEnd) { Class = "serial" },
        new("status", Words.Status, row => Names.Of(row.Payment.Status)) { Tone = row => ToneOf(row.Payment.Status) },
    ];

    /// <summary>Who is on the other side of a line, as the bank says it.</summary>
    public static string? PartyOf(StatedLine line) =>
        $"{line.Name} {line.Account}".Trim() is { Length: > 0 } party ? party : null;

    private static IReadOnlyList<Act> ActsOf(LineRow row)
    {
        var id = row.Line.Id.Value.ToString(CultureInfo.InvariantCulture);
        string[] acts = row.Line.Line.Amount.Minor > 0
            ? ["assign-bank-line", "return-bank-line"]
            : ["match-bank-line", "charge-bank-line"];
        return [.. acts.Select(act => new Act($"/act/{act}?line={id}{Back}", ActionWords.TitleOf(act)))];
    }
}
