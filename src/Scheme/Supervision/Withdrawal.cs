using Tanheng.Ledger;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>
/// Open orders of somebody who may not trade were taken back; negotiations it began are over, of others it is no longer
/// a party. What all of them kept is free again.
/// </summary>
public sealed record OrdersWithdrawn(
    HolderId Holder,
    IReadOnlyList<OrderId> Orders,
    IReadOnlyList<BlockId> Blocks,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// Whoever may not trade has nothing in the book: its orders leave with the restriction, or with the freeze of its
/// account, in the same row.
/// </summary>
internal static class Withdrawal
{
    /// <summary>What leaves the book with a bar; null when nothing does.</summary>
    public static OrdersWithdrawn? Of(SchemeState state, HolderId holder, TradingBar bar, long transactionsBefore = 0)
    {
        var limits = new Restriction(holder, bar, "", default, null, null);
        var orders = state.Trading.Orders.Values
            .Where(order => order.Status == OrderStatus.Open && order.Holder == holder && limits.Bars(order.Side))
            .OrderBy(order => order.Id.Value).ToList();
        var blocks = state.Trading.Blocks.Values
            .Where(talk => talk.Parties.Any(party => party.Holder == holder && limits.Bars(party.Side)))
            .OrderBy(talk => talk.Id.Value).ToList();
        if (orders.Count + blocks.Count == 0)
        {
            return null;
        }

        var trading = state.Rules.Trading!;
        var back = orders.Select(order => Reservations.Of(trading, order).Back)
            .Concat(blocks.SelectMany(talk => talk.Parties
                .Where(party => talk.Initiator.Holder == holder || party.Holder == holder)
                .Select(party => Reservations.Of(trading, talk.Instrument, party).Back)))
            .ToArray();
        var release = state.Ledger.Plan().Transact(TransactionTypes.OrderRelease, back).Value;
        return new OrdersWithdrawn(
            holder,
            [.. orders.Select(order => order.Id)],
            [.. blocks.Select(talk => talk.Id)],
            [release with { Id = new TransactionId(release.Id.Value + transactionsBefore) }]);
    }

    /// <summary>The same for an account that may no longer trade; null when nothing leaves.</summary>
    public static OrdersWithdrawn? Of(SchemeState state, AccountStatusChanged changed, long transactionsBefore) =>
        changed.Status != AccountStatus.Active
        && state.Registry.Accounts[changed.Account].Holder is { } holder
        && state.Registry.Find(holder)?.TradingAccount == changed.Account
            ? Of(state, holder, TradingBar.Trading, transactionsBefore)
            : null;

    public static void Apply(SchemeState state, in Context context, OrdersWithdrawn happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        foreach (var id in happened.Orders)
        {
            ListedBook.Leave(state, id, OrderStatus.Cancelled);
        }

        foreach (var id in happened.Blocks)
        {
            var talk = state.Trading.Blocks[id];
            state.Trading.Blocks[id] = talk.Initiator.Holder == happened.Holder
                ? talk with { Status = BlockStatus.Withdrawn }
                : talk with { Responder = null, Stands = talk.Initiator.Holder };
        }
    }
}
