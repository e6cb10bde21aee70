using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>Money and units that an auction keeps in the compartment of orders.</summary>
internal static class Keeping
{
    /// <summary>
    /// Moves what is missing into what is kept, or what is too much out of it; no transaction when nothing changes.
    /// Refusals: units short, cash short.
    /// </summary>
    public static Outcome<Transaction[]> Change(
        SchemeState state, AccountId account, Asset asset, long now, long then)
    {
        if (then > now)
        {
            var more = new Reservation(account, asset, then - now);
            return Reservations.Check(state, more) is { } uncovered
                ? uncovered
                : Done(state.Ledger.Plan().Transact(TransactionTypes.OrderReserve, more.Keep));
        }

        return then == now
            ? Array.Empty<Transaction>()
            : Done(state.Ledger.Plan().Transact(
                TransactionTypes.OrderRelease, new Reservation(account, asset, now - then).Back));
    }

    public static void Post(SchemeState state, IMovesUnits happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }
    }

    private static Outcome<Transaction[]> Done(Outcome<Transaction> planned) =>
        planned.Try(out var transaction, out var refusal) ? new[] { transaction } : refusal;
}
