using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>撤单: takes what is left of a listed order back.</summary>
public sealed record CancelOrder(HolderId Holder, OrderId Order) : Command, IForHolder;

/// <summary>减少挂牌数量: leaves less of a listed order open; it keeps its place.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Order">Which.</param>
/// <param name="Left">The new open quantity.</param>
public sealed record ReduceOrder(HolderId Holder, OrderId Order, Tonnes Left) : Command, IForHolder;

/// <summary>A listed order has left the book; what it kept is free again.</summary>
public sealed record OrderCancelled(OrderId Order, Transaction Release) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Release];
}

/// <summary>Less of a listed order is open; what that kept is free again.</summary>
public sealed record OrderReduced(OrderId Order, Tonnes Left, Transaction Release) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Release];
}

/// <summary>
/// An order may be taken back at any time while it is open, between sessions too, whatever the account's status; while
/// trading is halted unless the rulebook says otherwise. Refusals in order: no exchange, exchange not opened; unknown
/// order (also another holder's); order not open; halted for good; of a reduction: not a reduction, bad lot.
/// </summary>
public static class OrderChanges
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CancelOrder>("cancel-order", Permission.OfHolder(Role.ExchangeOperator), Decide)
        .Command<ReduceOrder>("reduce-order", Permission.OfHolder(), Decide)
        .Event<OrderCancelled>("order-cancelled", Apply)
        .Event<OrderReduced>("order-reduced", Apply);

    /// <summary>An open order of today. Refusals in order: unknown order; order not open.</summary>
    internal static Outcome<ListedOrder> FindOpen(SchemeState state, OrderId id)
    {
        if (!state.Trading.Orders.TryGetValue(id, out var order))
        {
            return TradingRefusals.UnknownOrder.With(("order", id));
        }

        return order.Status == OrderStatus.Open
            ? order
            : TradingRefusals.OrderNotOpen.With(("order", id), ("status", order.Status));
    }

    private static Outcome<ListedOrder> Own(SchemeState state, HolderId holder, OrderId id)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (state.Trading.Orders.TryGetValue(id, out var order) && order.Holder != holder)
        {
            return TradingRefusals.UnknownOrder.With(("order", id));
        }

        var found = FindOpen(state, id);
        return found.Refusal is null && TradingHalts.CheckCancel(state, order!.Instrument) is { } kept ? kept : found;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CancelOrder command)
    {
        if (!Own(state, command.Holder, command.Order).Try(out var order, out var refusal))
        {
            return refusal;
        }

        var back = Reservations.Of(state.Rules.Trading!, order).Back;
        return Decision.Of(new OrderCancelled(
            order.Id, state.Ledger.Plan().Transact(TransactionTypes.OrderRelease, back).Value));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReduceOrder command)
    {
        if (!Own(state, command.Holder, command.Order).Try(out var order, out var refusal))
        {
            return refusal;
        }

        if (command.Left <= Tonnes.Zero || command.Left >= order.Open)
        {
            return TradingRefusals.NotAReduction.With(("order", order.Id), ("open", order.Open));
        }

        var trading = state.Rules.Trading!;
        if (Prices.CheckLot(trading, command.Left) is { } bad)
        {
            return bad;
        }

        var (now, then) = (Reservations.Of(trading, order),
            Reservations.Of(trading, order with { Quantity = order.Filled + command.Left }));
        var back = (now with { Quantity = now.Quantity - then.Quantity }).Back;
        return Decision.Of(new OrderReduced(
            order.Id,
            command.Left,
            state.Ledger.Plan().Transact(TransactionTypes.OrderRelease, back).Value));
    }

    private static void Apply(SchemeState state, in Context context, OrderCancelled happened)
    {
        state.Ledger.Post(happened.Release);
        ListedBook.Leave(state, happened.Order, OrderStatus.Cancelled);
    }

    private static void Apply(SchemeState state, in Context context, OrderReduced happened)
    {
        state.Ledger.Post(happened.Release);
        ListedBook.Reduce(state, happened.Order, happened.Left);
    }
}
