using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>出金申请: asks for money to be paid to the holder's own bank account.</summary>
public sealed record RequestWithdrawal(HolderId Holder, Money Amount) : Command, IForHolder;

/// <summary>The bank has paid.</summary>
public sealed record ConfirmWithdrawal(WithdrawalId Withdrawal, string Reference) : Command;

/// <summary>The bank has not paid; the money is at the holder's disposal again.</summary>
public sealed record RejectWithdrawal(WithdrawalId Withdrawal, string Reason) : Command;

/// <summary>Money is kept until the bank has paid.</summary>
public sealed record WithdrawalRequested(
    WithdrawalId Withdrawal, HolderId Holder, BankAccount To, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>Money has left the market.</summary>
public sealed record WithdrawalConfirmed(WithdrawalId Withdrawal, string Reference, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>Money is back at the holder's disposal.</summary>
public sealed record WithdrawalRejected(WithdrawalId Withdrawal, string Reason, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Refusals in order, of a request: no exchange, exchange not opened; bad amount; unknown holder, holder not active; no
/// trading account; those of the account's status; no bank account; owes the reserve; cash short; of an answer: no
/// exchange, exchange not opened; text missing (reference, reason); unknown withdrawal.
/// </summary>
public static class Withdrawals
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RequestWithdrawal>("request-withdrawal", Permission.OfHolder(), Decide)
        .Command<ConfirmWithdrawal>("confirm-withdrawal", Permission.Of(Role.RegistryOperator), Decide)
        .Command<RejectWithdrawal>("reject-withdrawal", Permission.Of(Role.RegistryOperator), Decide)
        .Event<WithdrawalRequested>("withdrawal-requested", Apply)
        .Event<WithdrawalConfirmed>("withdrawal-confirmed", Apply)
        .Event<WithdrawalRejected>("withdrawal-rejected", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RequestWithdrawal command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Deposits.Check(state, command.Amount) is { } bad)
        {
            return bad;
        }

        if (!Exchange.AccountOf(state, command.Holder).Try(out var account, out refusal))
        {
            return refusal;
        }

        if (state.Cash.BankAccounts.GetValueOrDefault(command.Holder) is not { } to)
        {
            return SettlementRefusals.NoBankAccount.With(("holder", command.Holder));
        }

        if (state.Cash.Debts.TryGetValue(command.Holder, out var owed))
        {
            return SettlementRefusals.OwesReserve.With(("holder", command.Holder), ("owed", owed));
        }

        var money = Asset.Money(command.Amount.Currency);
        if (Reservations.Check(state, new Reservation(account, money, command.Amount.Minor)) is { } uncovered)
        {
            return uncovered;
        }

        var draft = new Draft(
            money, new Place(account), new Place(account, Compartment.Frozen), command.Amount.Minor);
        return state.Ledger.Plan().Transact(TransactionTypes.CashWithdrawal, draft)
            .Try(out var transaction, out refusal)
            ? Decision.Of(new WithdrawalRequested(state.Cash.NextWithdrawal, command.Holder, to, transaction))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ConfirmWithdrawal command)
    {
        var to = new Place(state.Registry.System!.Bank);
        return Answer(state, command.Withdrawal, Holders.Blank("reference", command.Reference), _ => to)
            .Try(out var transaction, out var refusal)
            ? Decision.Of(new WithdrawalConfirmed(command.Withdrawal, command.Reference, transaction))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RejectWithdrawal command) =>
        Answer(state, command.Withdrawal, Holders.Blank("reason", command.Reason), one => new Place(one.Account))
            .Try(out var transaction, out var refusal)
            ? Decision.Of(new WithdrawalRejected(command.Withdrawal, command.Reason, transaction))
            : refusal;

    private static Outcome<Transaction> Answer(
        SchemeState state, WithdrawalId id, Refusal? blank, Func<Withdrawal, Place> to)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (blank is not null)
        {
            return blank;
        }

        if (!state.Cash.Withdrawals.TryGetValue(id, out var waiting))
        {
            return SettlementRefusals.UnknownWithdrawal.With(("withdrawal", id));
        }

        var draft = new Draft(
            Asset.Money(waiting.Amount.Currency),
            new Place(waiting.Account, Compartment.Frozen),
            to(waiting),
            waiting.Amount.Minor);
        return state.Ledger.Plan().Transact(TransactionTypes.CashWithdrawal, draft);
    }

    private static void Apply(SchemeState state, in Context context, WithdrawalRequested happened)
    {
        state.Ledger.Post(happened.Transaction);
        Note(state, context, happened.Withdrawal, happened.Holder, happened.To, happened.Transaction);
    }

    /// <summary>Notes money that waits to be paid out.</summary>
    internal static void Note(
        SchemeState state,
        in Context context,
        WithdrawalId id,
        HolderId? holder,
        BankAccount to,
        Transaction transaction)
    {
        var move = transaction.Movements[0];
        var amount = new Money(move.Quantity, state.Rules.Currency);
        var account = move.From.Account;
        state.Cash.NextWithdrawal = new WithdrawalId(id.Value + 1);
        state.Cash.Withdrawals.Add(id, new Withdrawal(id, holder, account, amount, to, context.Time));
        state.Cash.Payments.Add(
            id, new Payment(id, holder, account, amount, to, context.Time, PaymentStatus.Waiting));
    }

    private static void Apply(SchemeState state, in Context context, WithdrawalConfirmed happened)
    {
        state.Ledger.Post(happened.Transaction);
        state.Cash.Withdrawals.Remove(happened.Withdrawal);
        state.Cash.Payments[happened.Withdrawal] = state.Cash.Payments[happened.Withdrawal] with
        {
            Status = PaymentStatus.Paid,
            Reference = happened.Reference,
        };
        Deposits.Count(state, -happened.Transaction.Movements[0].Quantity);
    }

    private static void Apply(SchemeState state, in Context context, WithdrawalRejected happened)
    {
        state.Ledger.Post(happened.Transaction);
        state.Cash.Withdrawals.Remove(happened.Withdrawal);
        state.Cash.Payments[happened.Withdrawal] = state.Cash.Payments[happened.Withdrawal] with
        {
            Status = PaymentStatus.Rejected,
        };
        SuspenseLines.BackInSuspense(state, happened.Withdrawal);
    }
}
