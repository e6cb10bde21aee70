using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>结算专户: where the settlement institution keeps participants' money at a bank.</summary>
/// <param name="Number">The account's number at the bank, which its statements name.</param>
/// <param name="Bank">The bank's name.</param>
/// <param name="Name">In whose name the account is.</param>
/// <param name="Bic">The bank's BIC for payment files; empty when it has none.</param>
public sealed record SettlementBank(string Number, string Bank, string Name, string Bic);

/// <summary>A line of a bank's statement, as the bank states it.</summary>
/// <param name="Reference">The bank's own reference 流水号: what tells a repeat.</param>
/// <param name="Day">The day on which the bank booked it.</param>
/// <param name="Amount">What came in; what went out with a minus.</param>
/// <param name="Account">The other side's account number; left out where the bank names none.</param>
/// <param name="Name">The other side's name.</param>
/// <param name="EndToEnd">The reference that a payment was given by who ordered it.</param>
/// <param name="Text">What the payer wrote 附言.</param>
public sealed record StatedLine(
    string Reference,
    DateOnly Day,
    Money Amount,
    string? Account = null,
    string? Name = null,
    string? EndToEnd = null,
    string? Text = null);

/// <summary>对账单: what a bank says happened on one account.</summary>
/// <param name="Number">The account's number.</param>
/// <param name="Statement">The statement's own identity; with the number, known once.</param>
/// <param name="Day">The day of the closing balance.</param>
/// <param name="Opening">The balance before its lines.</param>
/// <param name="Closing">The balance after its lines: opening + Σ lines.</param>
/// <param name="Lines">Its lines, in order; may be empty.</param>
public sealed record BankStatement(
    string Number, string Statement, DateOnly Day, Money Opening, Money Closing, IReadOnlyList<StatedLine> Lines);

/// <summary>What became of a line.</summary>
public enum LineStatus
{
    /// <summary>Booked as money of the participant whose own bank account paid.</summary>
    Deposit,

    /// <summary>One of our payments, which it confirms.</summary>
    Payment,

    /// <summary>退汇: one of our payments came back.</summary>
    PaymentReturned,

    /// <summary>Booked by hand before; the amounts agree.</summary>
    Known,

    /// <summary>Booked by hand before with another amount, or for somebody whose account did not pay.</summary>
    Differs,

    /// <summary>待查: in the suspense account until an official says what it is.</summary>
    Suspense,

    /// <summary>Was in suspense; an official found whose it is.</summary>
    Assigned,

    /// <summary>Was in suspense; an official found which payment it is.</summary>
    Matched,

    /// <summary>Was in suspense; a bank's charge, paid from the fees of the exchange.</summary>
    Charged,

    /// <summary>Was in suspense; the money is on its way back to who paid it, or is back there.</summary>
    SentBack,
}

/// <summary>Why a line is in suspense.</summary>
public enum LineDoubt
{
    /// <summary>The bank does not say whose account it is.</summary>
    NoParty,

    /// <summary>The payer's account is nobody's bank account here.</summary>
    UnknownPayer,

    /// <summary>Several participants name this bank account.</summary>
    SharedAccount,

    /// <summary>The participant's account takes no money.</summary>
    NotUsable,

    /// <summary>Money left, and not by a payment that waits here.</summary>
    UnknownPayment,

    /// <summary>It is about a payment of ours, of another amount.</summary>
    AmountDiffers,
}

/// <summary>A line of a statement as it is kept.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Bank">The settlement account it is of.</param>
/// <param name="Statement">The statement that first had it.</param>
/// <param name="Line">What the bank states.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Holder">Whose it is, when it is somebody's.</param>
/// <param name="Payment">Our payment that it is about, or that sends it back.</param>
/// <param name="Doubt">Why it came into suspense, if it did.</param>
public sealed record BankLine(
    BankLineId Id,
    string Bank,
    string Statement,
    StatedLine Line,
    LineStatus Status,
    HolderId? Holder = null,
    WithdrawalId? Payment = null,
    LineDoubt? Doubt = null);

/// <summary>What is kept of a statement.</summary>
/// <param name="Number">The settlement account.</param>
/// <param name="Statement">Its identity.</param>
/// <param name="Day">The day of its closing balance.</param>
/// <param name="Opening">The balance before its lines.</param>
/// <param name="Closing">The balance after them.</param>
/// <param name="Row">The row that took it.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Repeated">The sum of those that an earlier one had brought already.</param>
public sealed record StatementRecord(
    string Number,
    string Statement,
    DateOnly Day,
    Money Opening,
    Money Closing,
    long Row,
    int Lines,
    Money Repeated);
