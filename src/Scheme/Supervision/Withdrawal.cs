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
    /// <summary>What leaves with a bar: from the book, from the other modes.</summary>
    /// <param name="state">The market.</param>
    /// <param name="holder">Who is barred.</param>
    /// <param name="bar">From which sides.</param>
    /// <param name="before">Transactions of the row that come first.</param>
    public static IReadOnlyList<Event> Of(SchemeState state, HolderId holder, TradingBar bar, long before = 0)
    {
        var limits = new Restriction(holder, bar, "", default, null, null);
        var plan = state.Ledger.Plan();
        var events = new List<Event>();
        if (OrdersOf(state, plan, limits) is { } orders)
        {
            events.Add(orders with { Transactions = Later(orders.Transactions, before) });
        }

        if (Modes.ExpireOf(state, plan, holder, limits.Bars) is { } modes)
        {
            events.Add(modes with { Transactions = Later(modes.Transactions, before) });
        }

        return events;
    }

    /// <summary>The same for an account that may no longer trade.</summary>
    public static IReadOnlyList<Event> Of(SchemeState state, AccountStatusChanged changed, long before) =>
        changed.Status != AccountStatus.Active
        && state.Registry.Accounts[changed.Account].Holder is { } holder
        && state.Registry.Find(holder)?.TradingAccount == changed.Account
            ? Of(state, holder, TradingBar.Trading, before)
            : [];

    private static OrdersWithdrawn? OrdersOf(SchemeState state, Planner plan, Restriction limits)
    {
        var holder = limits.Holder;
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
        return new OrdersWithdrawn(
            holder,
            [.. orders.Select(order => order.Id)],
            [.. blocks.Select(talk => talk.Id)],
            [plan.Transact(TransactionTypes.OrderRelease, back).Value]);
    }

    private static IReadOnlyList<Transaction> Later(IReadOnlyList<Transaction> transactions, long before) =>
        [.. transactions.Select(one => one with { Id = new TransactionId(one.Id.Value + before) })];

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
