using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>
/// Holds the invariants against the events alone: I1 conservation for each order and in total, I2 price, I7 nothing of
/// zero tonnes. It knows each order's limit and open tonnes and nothing about priority.
/// </summary>
internal sealed class BookWatch
{
    private readonly Dictionary<long, (Side Side, long Price, long Open)> orders = [];

    public void See(object command, BookResult result, IReadOnlyList<BookEvent> events)
    {
        if (result != BookResult.Accepted)
        {
            return;
        }

        var (id, side, price, quantity) = command switch
        {
            NewOrder order => (order.Id, order.Side, order.Price, order.Quantity),
            Amendment change => (change.Id, orders[change.Id].Side, change.Price, change.Quantity),
            Hit hit => (hit.Id, Other(orders[hit.Target].Side), orders[hit.Target].Price, hit.Quantity),
            _ => (0L, Side.Buy, 0L, 0L),
        };
        long arrived = 0;
        foreach (var one in events)
        {
            one.Quantity.ShouldBeGreaterThan(0);
            switch (one.Kind)
            {
                case BookEventKind.Rested:
                    (one.Order, one.Side, (long)one.Price).ShouldBe((id, side, price));
                    orders.Add(id, (side, price, one.Quantity));
                    arrived += one.Quantity;
                    break;
                case BookEventKind.Dropped:
                    one.Order.ShouldBe(id);
                    arrived += one.Quantity;
                    break;
                default:
                    arrived += See(one, id, side, price);
                    break;
            }
        }

        var isArrival = command is NewOrder or Hit || events.Any(one => one.Kind == BookEventKind.Requeued);
        arrived.ShouldBe(isArrival ? quantity : 0, $"{command}");
    }

    public void Holds(OrderBook book)
    {
        book.Count.ShouldBe(orders.Count);
        foreach (var order in book.Orders(Side.Buy).Concat(book.Orders(Side.Sell)))
        {
            orders[order.Id].ShouldBe((order.Side, order.Price, order.Quantity));
        }
    }

    /// <summary>What a resting order loses; gives what the incoming one has traded.</summary>
    private long See(BookEvent one, long incoming, Side side, long limit)
    {
        var (own, price, open) = orders[one.Order];
        (own, price).ShouldBe((one.Side, one.Price));
        one.Quantity.ShouldBeLessThanOrEqualTo(open);
        orders[one.Order] = (own, price, open - one.Quantity);
        if (one.Quantity == open)
        {
            orders.Remove(one.Order);
        }

        if (one.Kind is BookEventKind.Cancelled or BookEventKind.Requeued)
        {
            one.Quantity.ShouldBe(open);
        }

        if (one.Kind is not (BookEventKind.Traded or BookEventKind.Prevented))
        {
            return 0;
        }

        one.Incoming.ShouldBe(incoming);
        side.ShouldBe(Other(own));
        (side == Side.Buy ? price <= limit : price >= limit).ShouldBeTrue();
        return one.Kind == BookEventKind.Traded ? one.Quantity : 0;
    }

    private static Side Other(Side side) => side == Side.Buy ? Side.Sell : Side.Buy;
}
