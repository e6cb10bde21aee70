using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>入金: books a line of the settlement bank's statement.</summary>
/// <param name="Holder">For whom.</param>
/// <param name="Amount">How much.</param>
/// <param name="From">The number of the bank account that paid.</param>
/// <param name="Reference">The line's reference; a line is booked once.</param>
public sealed record RecordDeposit(HolderId Holder, Money Amount, string From, string Reference) : Command, IForHolder;

/// <summary>A holder has more money to trade with.</summary>
public sealed record CashDeposited(HolderId Holder, string Reference, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// 分账管理: each holder's money is in its trading account; the settlement bank's account is what all have paid in, with a
/// minus. Refusals in order: no exchange, exchange not opened; bad amount; text missing (reference); deposit booked;
/// line taken from a statement; unknown holder, holder not active; no trading account; that of a receiver; no bank
/// account; not the own bank account; those of the ledger.
/// </summary>
public static class Deposits
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RecordDeposit>("record-deposit", Permission.Of(Role.RegistryOperator), Decide)
        .Event<CashDeposited>("cash-deposited", Apply);

    /// <summary>Null when an amount of money can be moved.</summary>
    internal static Refusal? Check(SchemeState state, Money amount) =>
        amount.Currency != state.Rules.Currency || amount.Minor <= 0
            ? SettlementRefusals.BadAmount.With(("amount", amount), ("currency", state.Rules.Currency))
            : null;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RecordDeposit command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if ((Check(state, command.Amount) ?? Holders.Blank("reference", command.Reference)) is { } bad)
        {
            return bad;
        }

        var reference = command.Reference.Trim();
        if (Known(state, reference) is { } known)
        {
            return known;
        }

        if (!Holders.Active(state, command.Holder).Try(out var holder, out refusal))
        {
            return refusal;
        }

        if (holder.TradingAccount is not { } account)
        {
            return TradingRefusals.NoTradingAccount.With(("holder", holder.Id));
        }

        if ((Accounts.CheckReceiver(state, account, TransactionTypes.TradeSettle)
            ?? CheckPayer(state, command)) is { } unusable)
        {
            return unusable;
        }

        var bank = new Place(state.Registry.System!.Bank);
        var draft = new Draft(
            Asset.Money(command.Amount.Currency), bank, new Place(account), command.Amount.Minor);
        return state.Ledger.Plan().Transact(TransactionTypes.CashDeposit, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new CashDeposited(holder.Id, reference, transaction))
            : refusal;
    }

    /// <summary>Why a line is not booked by hand: it was already, or a statement has brought it.</summary>
    private static Refusal? Known(SchemeState state, string reference)
    {
        if (state.Cash.Deposits.TryGetValue(reference, out var row))
        {
            return SettlementRefusals.DepositBooked.With(("reference", reference), ("row", row));
        }

        foreach (var number in state.Cash.Banks.Keys.Order(StringComparer.Ordinal))
        {
            if (state.Cash.LinesByReference.TryGetValue(CashState.Key(number, reference), out var line))
            {
                return SettlementRefusals.LineTaken.With(("reference", reference), ("line", line));
            }
        }

        return null;
    }

    private static Refusal? CheckPayer(SchemeState state, RecordDeposit command)
    {
        if (!state.Cash.BankAccounts.ContainsKey(command.Holder))
        {
            return SettlementRefusals.NoBankAccount.With(("holder", command.Holder));
        }

        return BankAccounts.IsOwn(state, command.Holder, command.From)
            ? null
            : SettlementRefusals.NotOwnBankAccount.With(("from", command.From), ("holder", command.Holder));
    }

    private static void Apply(SchemeState state, in Context context, CashDeposited happened)
    {
        state.Ledger.Post(happened.Transaction);
        state.Cash.Deposits.Add(happened.Reference, context.Sequence);
        var move = happened.Transaction.Movements[0];
        Count(state, move.Quantity);
        state.Cash.HandDeposits.Add(happened.Reference, new HandDeposit(
            happened.Reference,
            happened.Holder,
            move.To.Account,
            new Money(move.Quantity, state.Rules.Currency),
            context.Time));
    }

    internal static void Count(SchemeState state, long minor)
    {
        var currency = state.Rules.Currency;
        state.Cash.PaidIn = new Money(state.Cash.PaidIn.Minor + minor, currency);
    }
}
