using System.Text.Json.Serialization;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>A withdrawal, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<WithdrawalId>))]
public readonly record struct WithdrawalId(long Value) : ILongValue<WithdrawalId>
{
    /// <inheritdoc />
    public static WithdrawalId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "W" + Value;
}

/// <summary>A holder's own account at a bank: the only one money comes from and goes to.</summary>
/// <param name="Bank">The bank's name.</param>
/// <param name="Number">The account's number there, in the holder's own name.</param>
public sealed record BankAccount(string Bank, string Number);

/// <summary>
/// Money that waits to be paid out; it is kept in the account it comes from: a participant's, or that of lines in
/// suspense, which go back to whoever paid and are nobody's.
/// </summary>
public sealed record Withdrawal(
    WithdrawalId Id, HolderId? Holder, AccountId Account, Money Amount, BankAccount To, DateTimeOffset At);

/// <summary>Participants' money 资金. Balances are in the ledger; changed only by applying events.</summary>
public sealed partial class CashState
{
    /// <summary>Each holder's own bank account.</summary>
    public Dictionary<HolderId, BankAccount> BankAccounts { get; } = [];

    /// <summary>
    /// Deposits by the reference of their line in the bank's statement, and the row that booked them.
    /// </summary>
    public Dictionary<string, long> Deposits { get; } = [];

    /// <summary>Withdrawals that wait for the bank.</summary>
    public Dictionary<WithdrawalId, Withdrawal> Withdrawals { get; } = [];

    /// <summary>The number the next withdrawal gets.</summary>
    public WithdrawalId NextWithdrawal { get; internal set; } = new(1);

    /// <summary>References of trade files' lines that were settled.</summary>
    public HashSet<string> Settled { get; } = [];

    /// <summary>What was paid in, less what was paid out.</summary>
    public Money PaidIn { get; internal set; }
}
