using Tanheng.Ledger;
using Tanheng.Market.Books;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Trading;

/// <summary>
/// The listed orders and their book, kept together. The book decides who stands where and what may be picked; the
/// orders say whose they are. It is rebuilt from the events alone: an order that is entered is submitted to it as a
/// listing, which rests and never matches by itself, even where a bid crosses an ask.
/// </summary>
internal static class ListedBook
{
    public static void Enter(SchemeState state, ListedOrder order)
    {
        state.Trading.Orders.Add(order.Id, order);
        var trading = state.Rules.Trading!;
        Done(Of(state, order.Instrument).Submit(
            new NewOrder(
                order.Id.Value,
                order.Holder.Value,
                SideOf(order),
                Prices.TicksOf(trading, order.Price),
                order.Open.Value,
                OrderKind.Listing),
            new BookEvents(1)));
    }

    /// <summary>What the book says to a pick, without doing it, and how much it would trade.</summary>
    public static (BookResult Result, Tonnes Quantity) Try(
        SchemeState state, HolderId taker, ListedOrder order, Tonnes quantity)
    {
        var (rule, events) = (state.Rules.Trading!.Listed!, new BookEvents(2));
        var id = state.Trading.NextOrder.Value;
        var hit = new Hit(
            id, taker.Value, order.Id.Value, Math.Min(quantity.Value, int.MaxValue), rule.Levels, rule.Partly);
        var result = Of(state, order.Instrument).Plan(hit, events);
        return (result, result == BookResult.Accepted ? new Tonnes(events[0].Quantity) : Tonnes.Zero);
    }

    /// <summary>A part of an order, or all that is left, trades.</summary>
    public static void Fill(SchemeState state, OrderId id, Tonnes quantity)
    {
        var order = state.Trading.Orders[id];
        var (side, tick) = (SideOf(order), (int)Prices.TicksOf(state.Rules.Trading!, order.Price));
        Of(state, order.Instrument).Apply(
            [new BookEvent(BookEventKind.Traded, side, tick, id.Value, order.Holder.Value, 0, quantity.Value)]);
        var filled = order.Filled + quantity;
        state.Trading.Orders[id] = order with
        {
            Filled = filled,
            Status = filled == order.Quantity ? OrderStatus.Filled : OrderStatus.Open,
        };
    }

    /// <summary>An order gives up a part and keeps its place.</summary>
    public static void Reduce(SchemeState state, OrderId id, Tonnes left)
    {
        var order = state.Trading.Orders[id];
        var tick = Prices.TicksOf(state.Rules.Trading!, order.Price);
        Done(Of(state, order.Instrument).Amend(
            new Amendment(id.Value, tick, left.Value, OrderKind.Listing), new BookEvents(2)));
        state.Trading.Orders[id] = order with { Quantity = order.Filled + left };
    }

    /// <summary>An order leaves the book.</summary>
    public static void Leave(SchemeState state, OrderId id, OrderStatus status)
    {
        var order = state.Trading.Orders[id];
        Done(Of(state, order.Instrument).Cancel(id.Value, new BookEvents(1)));
        state.Trading.Orders[id] = order with { Status = status };
    }

    internal static Side SideOf(ListedOrder order) => order.Side == OrderSide.Buy ? Side.Buy : Side.Sell;

    private static OrderBook Of(SchemeState state, Asset instrument)
    {
        var trading = state.Rules.Trading!;
        var highest = Prices.BandOf(state, trading.Listed!, instrument).Highest;
        return state.Trading.Book(instrument, Prices.TicksOf(trading, highest));
    }

    private static void Done(BookResult result)
    {
        if (result != BookResult.Accepted)
        {
            throw new InvalidOperationException($"The book does not hold what the orders say: {result}.");
        }
    }
}
