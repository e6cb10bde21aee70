using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>Where a payment to a bank account is.</summary>
public enum PaymentStatus
{
    /// <summary>Asked for; not yet in a file for the bank.</summary>
    Waiting,

    /// <summary>In a file for the bank, and never in a second one.</summary>
    Ordered,

    /// <summary>The bank has paid.</summary>
    Paid,

    /// <summary>The bank has not paid; the money is where it was.</summary>
    Rejected,

    /// <summary>退汇: it was paid and came back.</summary>
    Returned,
}

/// <summary>A payment to a bank account, from its request to its end.</summary>
/// <param name="Id">The withdrawal, or the return of a line in suspense.</param>
/// <param name="Holder">Whose money; null for the return of a line.</param>
/// <param name="Account">The account that keeps the money while it waits.</param>
/// <param name="Amount">How much.</param>
/// <param name="To">Where it goes.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Status">Where it is.</param>
/// <param name="File">The file it was ordered in.</param>
/// <param name="Line">The bank's line that paid it; null while only somebody's word says so.</param>
/// <param name="Reference">The reference of its confirmation by hand.</param>
public sealed record Payment(
    WithdrawalId Id,
    HolderId? Holder,
    AccountId Account,
    Money Amount,
    BankAccount To,
    DateTimeOffset At,
    PaymentStatus Status,
    PaymentFileId? File = null,
    BankLineId? Line = null,
    string? Reference = null)
{
    /// <summary>What the bank is told to hand on, and gives back in its statement: <c>TH-W7</c>.</summary>
    public string EndToEnd => Prefix + Id.Value.ToString(CultureInfo.InvariantCulture);

    private const string Prefix = "TH-W";

    /// <summary>The payment that such a reference names; 0, which is none, for any other text.</summary>
    public static WithdrawalId IdOf(string? reference) =>
        reference is not null && reference.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(reference.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new WithdrawalId(id)
            : default;
}

/// <summary>付款文件: payments that one settlement bank is told to make.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Bank">The settlement account that pays.</param>
/// <param name="At">When it was made.</param>
/// <param name="Payments">Its payments, in order.</param>
/// <param name="Total">Their sum.</param>
public sealed record PaymentFile(
    PaymentFileId Id, string Bank, DateTimeOffset At, IReadOnlyList<WithdrawalId> Payments, Money Total);

/// <summary>A deposit that was booked by hand, before the bank's statement came.</summary>
/// <param name="Reference">The line it was said to be.</param>
/// <param name="Holder">For whom.</param>
/// <param name="Account">Where it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="At">When.</param>
/// <param name="Line">The line of a statement that bears it out, or differs; null before it came.</param>
/// <param name="Reversed">True once a correcting entry took it back.</param>
public sealed record HandDeposit(
    string Reference,
    HolderId Holder,
    AccountId Account,
    Money Amount,
    DateTimeOffset At,
    BankLineId? Line = null,
    bool Reversed = false);
