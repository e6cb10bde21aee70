using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Web.Api.Shapes;

/// <summary>An account in which a settlement bank keeps participants' money.</summary>
/// <param name="Number">The account's number.</param>
/// <param name="Bank">The bank's name.</param>
/// <param name="Name">In whose name the account is.</param>
/// <param name="Bic">The bank's BIC; empty when it has none.</param>
/// <param name="Closing">The closing balance of its last statement; left out before the first.</param>
/// <param name="Day">The day of that balance.</param>
public sealed record SettlementBankView(
    string Number, string Bank, string Name, string Bic, Amount? Closing, DateOnly? Day);

/// <summary>A statement of a settlement bank that was taken.</summary>
/// <param name="Number">The settlement account.</param>
/// <param name="Statement">Its identity.</param>
/// <param name="Day">The day of its closing balance.</param>
/// <param name="Opening">The balance before its lines.</param>
/// <param name="Closing">The balance after them.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Sequence">The row of the journal that took it.</param>
public sealed record BankStatementView(
    string Number, string Statement, DateOnly Day, Amount Opening, Amount Closing, int Lines, long Sequence);

/// <summary>A line of a bank's statement, and what became of it.</summary>
/// <param name="Line">Given by the scheme.</param>
/// <param name="Bank">The settlement account.</param>
/// <param name="Statement">The statement that first had it.</param>
/// <param name="Reference">The bank's own reference.</param>
/// <param name="Day">When the bank booked it.</param>
/// <param name="Amount">What came in; what went out with a minus.</param>
/// <param name="Account">The other side's account.</param>
/// <param name="Name">The other side's name.</param>
/// <param name="EndToEnd">The reference that a payment was given.</param>
/// <param name="Text">What the payer wrote.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Doubt">Why it came into suspense; left out when it did not.</param>
/// <param name="Holder">Whose it is, when it is somebody's.</param>
/// <param name="Withdrawal">Our payment that it is about.</param>
public sealed record BankLineView(
    BankLineId Line,
    string Bank,
    string Statement,
    string Reference,
    DateOnly Day,
    Amount Amount,
    string? Account,
    string? Name,
    string? EndToEnd,
    string? Text,
    LineStatus Status,
    LineDoubt? Doubt,
    HolderId? Holder,
    WithdrawalId? Withdrawal)
{
    /// <summary>A line as it is answered.</summary>
    public static BankLineView Of(BankLine one) => new(
        one.Id,
        one.Bank,
        one.Statement,
        one.Line.Reference,
        one.Line.Day,
        Shapes.Amount.Of((Money?)one.Line.Amount)!,
        one.Line.Account,
        one.Line.Name,
        one.Line.EndToEnd,
        one.Line.Text,
        one.Status,
        one.Doubt,
        one.Holder,
        one.Payment);
}

/// <summary>A payment to a bank account, from its request to its end.</summary>
/// <param name="Withdrawal">The payment.</param>
/// <param name="Holder">Whose money; left out for money in suspense that goes back.</param>
/// <param name="Amount">How much.</param>
/// <param name="To">The bank account it goes to.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Status">Where it is.</param>
/// <param name="EndToEnd">The reference that the bank hands on.</param>
/// <param name="File">The file it was ordered in.</param>
/// <param name="Line">The bank's line that paid it.</param>
public sealed record PaymentView(
    WithdrawalId Withdrawal,
    HolderId? Holder,
    Amount Amount,
    BankAccount To,
    DateTimeOffset At,
    PaymentStatus Status,
    string EndToEnd,
    PaymentFileId? File,
    BankLineId? Line)
{
    /// <summary>A payment as it is answered.</summary>
    public static PaymentView Of(Payment one) => new(
        one.Id,
        one.Holder,
        Shapes.Amount.Of((Money?)one.Amount)!,
        one.To,
        one.At,
        one.Status,
        one.EndToEnd,
        one.File,
        one.Line);
}

/// <summary>A file of payments for a settlement bank.</summary>
/// <param name="File">Given by the scheme.</param>
/// <param name="Message">The identity that the bank knows it by.</param>
/// <param name="Bank">The settlement account that pays.</param>
/// <param name="At">When it was made.</param>
/// <param name="Payments">How many payments it has.</param>
/// <param name="Total">Their sum.</param>
public sealed record PaymentFileView(
    PaymentFileId File, string Message, string Bank, DateTimeOffset At, int Payments, Amount Total);

/// <summary>A file of payments as the bank takes it.</summary>
/// <param name="File">Given by the scheme.</param>
/// <param name="Message">The identity that the bank knows it by.</param>
/// <param name="Pain">ISO 20022 pain.001.001.09.</param>
/// <param name="Csv">The same payments as CSV.</param>
public sealed record PaymentTextView(PaymentFileId File, string Message, string Pain, string Csv);

/// <summary>One line of a difference report.</summary>
/// <param name="Kind">How bank and ledger differ.</param>
/// <param name="Reference">The bank's reference, or that of the entry by hand.</param>
/// <param name="Bank">What the bank has.</param>
/// <param name="Ledger">What the ledger has.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Line">The bank's line.</param>
/// <param name="Withdrawal">Our payment.</param>
public sealed record CashDifferenceView(
    CashDifferenceKind Kind,
    string Reference,
    Amount Bank,
    Amount Ledger,
    HolderId? Holder,
    BankLineId? Line,
    WithdrawalId? Withdrawal);

/// <summary>A reconciliation with the banks.</summary>
/// <param name="Run">Counted from 1.</param>
/// <param name="Day">The trading day.</param>
/// <param name="At">When.</param>
/// <param name="By">Who asked for it; <c>system</c> at the day's end.</param>
/// <param name="Bank">The last closing balances of all settlement accounts.</param>
/// <param name="Ledger">What participants, fees and reserve hold.</param>
/// <param name="Unexplained">Bank − ledger − Σ differences: nothing, unless there is a defect.</param>
/// <param name="Differences">Line by line.</param>
/// <param name="Sequence">The row of the journal.</param>
public sealed record CashReconciliationView(
    int Run,
    DateOnly Day,
    DateTimeOffset At,
    UserId By,
    Amount Bank,
    Amount Ledger,
    Amount Unexplained,
    IReadOnlyList<CashDifferenceView> Differences,
    long Sequence);

/// <summary>What settled of one instrument on a day.</summary>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Mode">How it was traded here; left out for trade files.</param>
/// <param name="Trades">How many legs.</param>
/// <param name="Volume">Σ quantity.</param>
/// <param name="Amount">Σ price × quantity, without fees.</param>
public sealed record LegTotalView(
    string Instrument, TradingMode? Mode, int Trades, Tonnes Volume, Amount Amount);

/// <summary>A day that was settled.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="At">When it was closed.</param>
/// <param name="Totals">What settled, by instrument and mode.</param>
/// <param name="Failed">Legs that did not.</param>
/// <param name="Fees">What both sides paid to the exchange.</param>
/// <param name="Statements">How many participants have a statement.</param>
/// <param name="Sequence">The row of the journal.</param>
public sealed record SettlementDayView(
    DateOnly Day,
    DateTimeOffset At,
    IReadOnlyList<LegTotalView> Totals,
    int Failed,
    Amount Fees,
    int Statements,
    long Sequence);

/// <summary>One leg of a settlement file; a participant sees its own side's account alone.</summary>
/// <param name="Day">The trading day; left out while it is under way.</param>
/// <param name="Trade">The trade's reference.</param>
/// <param name="File">The trade file it came in; empty for trades of this exchange.</param>
/// <param name="At">When.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Amount">Price times quantity.</param>
/// <param name="Seller">The seller's account.</param>
/// <param name="Buyer">The buyer's account.</param>
/// <param name="SellerFee">What the seller paid to the exchange.</param>
/// <param name="BuyerFee">What the buyer paid to the exchange.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">The name of the refusal of a failed one; else empty.</param>
public sealed record SettlementLegView(
    DateOnly? Day,
    string Trade,
    string File,
    DateTimeOffset At,
    string Instrument,
    Amount Price,
    Tonnes Quantity,
    Amount Amount,
    AccountId? Seller,
    AccountId? Buyer,
    Amount? SellerFee,
    Amount? BuyerFee,
    LegStatus Status,
    string Reason);

/// <summary>A participant's statement of a day.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Opening">What it had before.</param>
/// <param name="PaidIn">From its bank.</param>
/// <param name="PaidOut">To its bank.</param>
/// <param name="Sold">Whole amounts of sales.</param>
/// <param name="Bought">Whole amounts of purchases.</param>
/// <param name="Fees">Fees of the exchange.</param>
/// <param name="Other">Corrections, the risk reserve; minus where it lost.</param>
/// <param name="Auctioned">What auctions brought it; minus where it paid.</param>
/// <param name="Closing">What it has afterwards.</param>
public sealed record ParticipantDayView(
    DateOnly Day,
    HolderId Holder,
    Amount Opening,
    Amount PaidIn,
    Amount PaidOut,
    Amount Sold,
    Amount Bought,
    Amount Fees,
    Amount Other,
    Amount Auctioned,
    Amount Closing);

/// <summary>An exchange's totals of a day held against the legs.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="StatedTrades">Trades as the exchange has them.</param>
/// <param name="StatedVolume">Tonnes as the exchange has them.</param>
/// <param name="StatedAmount">Money as the exchange has it.</param>
/// <param name="Trades">Legs that came, settled or not.</param>
/// <param name="Volume">Their tonnes.</param>
/// <param name="Amount">Their money.</param>
/// <param name="Failed">How many of them did not settle.</param>
/// <param name="Agrees">True when both have the same.</param>
public sealed record ExchangeTotalView(
    DateOnly Day,
    string Instrument,
    int StatedTrades,
    Tonnes StatedVolume,
    Amount StatedAmount,
    int Trades,
    Tonnes Volume,
    Amount Amount,
    int Failed,
    bool Agrees);

/// <summary>An objection to a day's settlement.</summary>
/// <param name="Objection">Given by the scheme.</param>
/// <param name="Holder">Who made it.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="At">When.</param>
/// <param name="Accepted">The decision; left out while there is none.</param>
/// <param name="Answer">The answer.</param>
/// <param name="AnsweredAt">When it was given.</param>
public sealed record SettlementObjectionView(
    SettlementObjectionId Objection,
    HolderId Holder,
    DateOnly Day,
    string Text,
    DateTimeOffset At,
    bool? Accepted,
    string? Answer,
    DateTimeOffset? AnsweredAt);

/// <summary>A correcting entry of a deposit.</summary>
/// <param name="Correction">Given by the scheme.</param>
/// <param name="Reference">The deposit.</param>
/// <param name="From">Who was given the money.</param>
/// <param name="To">Whose it is; left out when it is nobody's.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Confirmed">Who has agreed.</param>
public sealed record CorrectionView(
    CorrectionId Correction,
    string Reference,
    HolderId From,
    HolderId? To,
    Amount Amount,
    string Reason,
    DateTimeOffset At,
    CorrectingStatus Status,
    IReadOnlyList<HolderId> Confirmed);

/// <summary>A line of the risk reserve's own book.</summary>
/// <param name="Entry">Counted from 1.</param>
/// <param name="At">When.</param>
/// <param name="Move">What it was.</param>
/// <param name="Amount">What the reserve got; what it paid with a minus.</param>
/// <param name="Balance">What it has afterwards.</param>
/// <param name="Holder">For whom it paid, or who paid back.</param>
/// <param name="Trade">The leg that was covered.</param>
/// <param name="Sequence">The row of the journal.</param>
public sealed record ReserveEntryView(
    int Entry,
    DateTimeOffset At,
    ReserveMove Move,
    Amount Amount,
    Amount Balance,
    HolderId? Holder,
    string? Trade,
    long Sequence);
