using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// 撤销: takes a transaction back, exactly the same serials, within the days the rulebook gives its type. Only types that
/// change nothing but holdings: transfers, trades, position moves, cancellations, court orders on free units.
/// </summary>
public sealed record ReverseTransaction(TransactionId Transaction, string Reason) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"reverse-transaction {Transaction}"];
}

/// <summary>A transaction is taken back.</summary>
public sealed record TransactionReversed(TransactionId Reversed, string Reason, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Refusals in order: text missing (reason); not reversible (unknown, of another type, reversed before, forgotten after
/// its days); reversal too late; unknown transaction type (the rulebook has no reversal); account gone; those of the
/// ledger, such as serials elsewhere.
/// </summary>
public static class Reversals
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReverseTransaction>(
            "reverse-transaction", Permission.Of(Role.RegistryOperator, Role.Authority), Decide)
        .Event<TransactionReversed>("transaction-reversed", Apply);

    /// <summary>Remembers a transaction for as long as its type may be reversed.</summary>
    internal static void Note(SchemeState state, in Context context, Transaction transaction)
    {
        if (state.Rules.Transaction(transaction.Type)?.ReversibleDays is not { } days)
        {
            return;
        }

        var remembered = state.Registry.Reversible;
        var now = context.Time;
        foreach (var id in remembered.TakeWhile(old => old.Value.Until < now).Select(old => old.Key).ToList())
        {
            remembered.Remove(id);
        }

        remembered.Add(
            transaction.Id, new ReversibleTransaction(transaction, now, now.AddDays(days)));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReverseTransaction command)
    {
        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        if (!state.Registry.Reversible.TryGetValue(command.Transaction, out var known))
        {
            return RegistryRefusals.NotReversible.With(("transaction", command.Transaction));
        }

        if (context.Time > known.Until)
        {
            return RegistryRefusals.ReversalTooLate.With(
                ("transaction", command.Transaction), ("until", known.Until.ToString("O")));
        }

        if (state.Rules.Transaction(TransactionTypes.Reversal) is null)
        {
            return RegistryRefusals.UnknownTransactionType.With(("type", TransactionTypes.Reversal));
        }

        var drafts = new List<Draft>();
        foreach (var move in known.Transaction.Movements)
        {
            var account = state.Registry.Accounts[move.From.Account];
            if (account.Status == AccountStatus.Closed)
            {
                return RegistryRefusals.AccountGone.With(("account", account.Number));
            }

            var to = move.From with { Compartment = Compartment.Free };
            drafts.Add(new Draft(move.Asset, move.To, to, move.Quantity, move.Serials));
        }

        drafts.Reverse();
        return state.Ledger.Plan().Transact(TransactionTypes.Reversal, drafts.ToArray())
            .Try(out var transaction, out var refusal)
            ? Decision.Of(new TransactionReversed(command.Transaction, command.Reason, transaction))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, TransactionReversed happened)
    {
        state.Ledger.Post(happened.Transaction);
        state.Registry.Reversible.Remove(happened.Reversed, out var known);

        // A sale that was taken back is no sale: it counts the other way round on the day it was made.
        CarryOver.NoteMovements(state, [happened.Transaction with { Type = known!.Transaction.Type }], known.At);
    }
}
