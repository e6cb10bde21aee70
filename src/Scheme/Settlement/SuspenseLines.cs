using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>认领: money in suspense is a participant's.</summary>
public sealed record AssignBankLine(BankLineId Line, HolderId Holder, string Reason) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"bank-line {Line}"];
}

/// <summary>退回: money in suspense goes back to the account it came from.</summary>
public sealed record ReturnBankLine(BankLineId Line, string Reason) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"bank-line {Line}"];
}

/// <summary>核销: money that left is a payment of ours, of which the bank did not hand on the reference.</summary>
public sealed record MatchBankLine(BankLineId Line, WithdrawalId Withdrawal, string Reason) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"bank-line {Line}"];
}

/// <summary>Money that left is a charge of the bank; the fees of the exchange pay it.</summary>
public sealed record ChargeBankLine(BankLineId Line, string Reason) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"bank-line {Line}"];
}

/// <summary>A line in suspense was a participant's money.</summary>
public sealed record BankLineAssigned(BankLineId Line, HolderId Holder, string Reason, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>A line in suspense waits to be paid back.</summary>
public sealed record BankLineReturned(
    BankLineId Line, WithdrawalId Withdrawal, BankAccount To, string Reason, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>A line in suspense was a payment of ours.</summary>
public sealed record BankLineMatched(
    BankLineId Line, WithdrawalId Withdrawal, string Reason, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>A line in suspense was a charge of the bank.</summary>
public sealed record BankLineCharged(BankLineId Line, string Reason, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// What an official knows of a line in suspense 待查. Refusals in order: no exchange, exchange not opened; no settlement
/// bank; text missing (reason); not in suspense; wrong direction; then, to assign: unknown holder, holder not active;
/// no trading account, that of a receiver; no bank account, not the own bank account; to return: no return account; to
/// match: unknown withdrawal, payment differs, cash short (of a payment that was rejected and paid all the same); to
/// charge: fees short.
/// </summary>
public static class SuspenseLines
{
    internal static void Register(Catalogue catalogue)
    {
        var operators = Permission.Of(Role.RegistryOperator);
        catalogue
            .Command<AssignBankLine>("assign-bank-line", operators, Decide)
            .Command<ReturnBankLine>("return-bank-line", operators, Decide)
            .Command<MatchBankLine>("match-bank-line", operators, Decide)
            .Command<ChargeBankLine>("charge-bank-line", operators, Decide)
            .Event<BankLineAssigned>("bank-line-assigned", Apply)
            .Event<BankLineReturned>("bank-line-returned", Apply)
            .Event<BankLineMatched>("bank-line-matched", Apply)
            .Event<BankLineCharged>("bank-line-charged", Apply);
    }

    /// <summary>
    /// A line that was on its way back to its payer is in suspense again, because the bank did not pay.
    /// </summary>
    internal static void BackInSuspense(SchemeState state, WithdrawalId payment)
    {
        if (state.Cash.Payments[payment].Holder is null)
        {
            var line = state.Cash.Lines.Values.First(one =>
                one.Status == LineStatus.SentBack && one.Payment == payment);
            Set(state, line.Id, one => one with { Status = LineStatus.Suspense, Payment = null });
        }
    }

    private static Outcome<BankLine> Find(SchemeState state, BankLineId id, string reason, bool cameIn)
    {
        if ((SettlementBanks.Missing(state) ?? Holders.Blank("reason", reason)) is { } refusal)
        {
            return refusal;
        }

        if (!state.Cash.Lines.TryGetValue(id, out var line) || line.Status != LineStatus.Suspense)
        {
            return SettlementRefusals.NotInSuspense.With(("line", id));
        }

        return line.Line.Amount.Minor > 0 == cameIn
            ? line
            : SettlementRefusals.WrongDirection.With(("line", id), ("amount", line.Line.Amount));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AssignBankLine command)
    {
        if (!Find(state, command.Line, command.Reason, cameIn: true).Try(out var line, out var refusal)
            || !Holders.Active(state, command.Holder).Try(out var holder, out refusal))
        {
            return refusal;
        }

        if (holder.TradingAccount is not { } account)
        {
            return TradingRefusals.NoTradingAccount.With(("holder", holder.Id));
        }

        if ((Accounts.CheckReceiver(state, account, TransactionTypes.TradeSettle)
            ?? CheckPayer(state, line, holder.Id)) is { } unusable)
        {
            return unusable;
        }

        return Move(state, line, new Place(state.Cash.Suspense!.Value), new Place(account))
            .Try(out var transaction, out refusal)
            ? Decision.Of(new BankLineAssigned(line.Id, holder.Id, command.Reason, transaction))
            : refusal;
    }

    /// <summary>出入金只限本单位账户: where the bank names the payer's account, it must be the participant's own.</summary>
    private static Refusal? CheckPayer(SchemeState state, BankLine line, HolderId holder)
    {
        if (!state.Cash.BankAccounts.ContainsKey(holder))
        {
            return SettlementRefusals.NoBankAccount.With(("holder", holder));
        }

        // A payment of the participant's own that came back is its money, whatever account the bank names.
        var unnamed = SettlementBanks.Plain(line.Line.Account).Length == 0;
        var ours = state.Cash.Payments.GetValueOrDefault(Payment.IdOf(line.Line.EndToEnd?.Trim()))?.Holder == holder;
        return unnamed || BankAccounts.IsOwn(state, holder, line.Line.Account) || ours
            ? null
            : SettlementRefusals.NotOwnBankAccount.With(("from", line.Line.Account), ("holder", holder));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReturnBankLine command)
    {
        if (!Find(state, command.Line, command.Reason, cameIn: true).Try(out var line, out var refusal))
        {
            return refusal;
        }

        if (SettlementBanks.Plain(line.Line.Account) is not { Length: > 0 } number)
        {
            return SettlementRefusals.NoReturnAccount.With(("line", line.Id));
        }

        var suspense = state.Cash.Suspense!.Value;
        var to = new BankAccount(line.Line.Name?.Trim() ?? "", number);
        return Move(state, line, new Place(suspense), new Place(suspense, Compartment.Frozen))
            .Try(out var transaction, out refusal)
            ? Decision.Of(new BankLineReturned(
                line.Id, state.Cash.NextWithdrawal, to, command.Reason, transaction))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, MatchBankLine command)
    {
        if (!Find(state, command.Line, command.Reason, cameIn: false).Try(out var line, out var refusal))
        {
            return refusal;
        }

        if (Matchable(state, command.Withdrawal) is not { } payment)
        {
            return SettlementRefusals.UnknownWithdrawal.With(("withdrawal", command.Withdrawal));
        }

        if (payment.Amount != -line.Line.Amount)
        {
            return SettlementRefusals.PaymentDiffers.With(
                ("line", line.Id), ("stated", -line.Line.Amount), ("withdrawal", payment.Id),
                ("amount", payment.Amount));
        }

        var isRejected = payment.Status == PaymentStatus.Rejected;
        var from = new Place(payment.Account, isRejected ? Compartment.Free : Compartment.Frozen);
        if (isRejected && Reservations.Check(state, new Reservation(
            payment.Account, Asset.Money(payment.Amount.Currency), payment.Amount.Minor)) is { } spent)
        {
            return spent;
        }

        return Move(state, line, from, new Place(state.Cash.Suspense!.Value)).Try(out var transaction, out refusal)
            ? Decision.Of(new BankLineMatched(line.Id, payment.Id, command.Reason, transaction))
            : refusal;
    }

    /// <summary>
    /// A payment that waits; or one of a participant that went to the bank in a file and was rejected, and was paid all
    /// the same: that is a fact, whatever has become of the account. The money is what the participant has of it.
    /// </summary>
    private static Payment? Matchable(SchemeState state, WithdrawalId id) =>
        state.Cash.Payments.GetValueOrDefault(id) is { } payment
        && (state.Cash.Withdrawals.ContainsKey(id)
            || payment is { Status: PaymentStatus.Rejected, File: not null, Holder: not null })
            ? payment
            : null;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ChargeBankLine command)
    {
        if (!Find(state, command.Line, command.Reason, cameIn: false).Try(out var line, out var refusal))
        {
            return refusal;
        }

        var fees = new Place(state.Trading.Fees!.Value);
        var there = state.Ledger.Balance(fees, Asset.Money(state.Rules.Currency));
        if (there < -line.Line.Amount.Minor)
        {
            return SettlementRefusals.FeesShort.With(
                ("fees", new Money(there, state.Rules.Currency)), ("amount", -line.Line.Amount));
        }

        return Move(state, line, fees, new Place(state.Cash.Suspense!.Value)).Try(out var transaction, out refusal)
            ? Decision.Of(new BankLineCharged(line.Id, command.Reason, transaction))
            : refusal;
    }

    private static Outcome<Transaction> Move(SchemeState state, BankLine line, Place from, Place to) =>
        state.Ledger.Plan().Transact(TransactionTypes.CashSuspense, new Draft(
            Asset.Money(state.Rules.Currency), from, to, Math.Abs(line.Line.Amount.Minor)));

    private static void Apply(SchemeState state, in Context context, BankLineAssigned happened)
    {
        state.Ledger.Post(happened.Transaction);
        Set(state, happened.Line, line => line with { Status = LineStatus.Assigned, Holder = happened.Holder });
    }

    private static void Apply(SchemeState state, in Context context, BankLineReturned happened)
    {
        state.Ledger.Post(happened.Transaction);
        Withdrawals.Note(state, context, happened.Withdrawal, null, happened.To, happened.Transaction);
        Set(state, happened.Line, line => line with
        {
            Status = LineStatus.SentBack,
            Payment = happened.Withdrawal,
        });
    }

    private static void Apply(SchemeState state, in Context context, BankLineMatched happened)
    {
        state.Ledger.Post(happened.Transaction);
        state.Cash.Withdrawals.Remove(happened.Withdrawal);
        var payment = state.Cash.Payments[happened.Withdrawal];
        state.Cash.Payments[payment.Id] = payment with { Status = PaymentStatus.Paid, Line = happened.Line };
        Set(state, happened.Line, line => line with
        {
            Status = LineStatus.Matched,
            Holder = payment.Holder,
            Payment = payment.Id,
        });
    }

    private static void Apply(SchemeState state, in Context context, BankLineCharged happened)
    {
        state.Ledger.Post(happened.Transaction);
        Set(state, happened.Line, line => line with { Status = LineStatus.Charged });
    }

    private static void Set(SchemeState state, BankLineId id, Func<BankLine, BankLine> change) =>
        state.Cash.Lines[id] = change(state.Cash.Lines[id]);
}
