using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>
/// The book as a beginner would write it: two lists in order of priority, searched from the front. Slow and plain, so
/// that it can be believed. Each command gives its answer and its events.
/// </summary>
internal sealed class NaiveBook(int maxPrice = 262_143, int maxQuantity = int.MaxValue)
{
    private readonly List<RestingOrder> bids = [];
    private readonly List<RestingOrder> asks = [];

    public IReadOnlyList<RestingOrder> Orders(Side side) => side == Side.Buy ? bids : asks;

    public (BookResult Result, List<BookEvent> Events) Submit(NewOrder order)
    {
        var refused = order.Id < 1 ? BookResult.BadId
            : order.Price < 1 || order.Price > maxPrice ? BookResult.BadPrice
            : order.Quantity < 1 || order.Quantity > maxQuantity ? BookResult.BadQuantity
            : !Enum.IsDefined(order.Side) || !Enum.IsDefined(order.Kind) || !Enum.IsDefined(order.SelfTrade)
                || order.Levels < 0 ? BookResult.BadOption
            : Find(order.Id) is not null ? BookResult.DuplicateId
            : order.Kind == OrderKind.PostOnly && Crosses(order) ? BookResult.WouldTrade
            : BookResult.Accepted;
        return refused == BookResult.Accepted ? (refused, Arrive(order)) : (refused, []);
    }

    public (BookResult Result, List<BookEvent> Events) Cancel(long id)
    {
        if (Find(id) is not { } order)
        {
            return (BookResult.UnknownId, []);
        }

        List(order.Side).Remove(order);
        return (BookResult.Accepted, [Event(BookEventKind.Cancelled, order, 0, order.Quantity)]);
    }

    public (BookResult Result, List<BookEvent> Events) Amend(Amendment change)
    {
        if (Find(change.Id) is not { } order)
        {
            return (BookResult.UnknownId, []);
        }

        var anew = new NewOrder(
            order.Id,
            order.Owner,
            order.Side,
            change.Price,
            change.Quantity,
            change.Kind,
            change.SelfTrade,
            change.Levels);
        var staysInPlace = change.Price == order.Price && change.Quantity <= order.Quantity;
        var refused = change.Price < 1 || change.Price > maxPrice ? BookResult.BadPrice
            : change.Quantity < 1 || change.Quantity > maxQuantity ? BookResult.BadQuantity
            : change.Kind is not (OrderKind.Limit or OrderKind.PostOnly or OrderKind.Listing)
                || !Enum.IsDefined(change.SelfTrade) || change.Levels < 0 ? BookResult.BadOption
            : !staysInPlace && change.Kind == OrderKind.PostOnly && Crosses(anew) ? BookResult.WouldTrade
            : BookResult.Accepted;
        if (refused != BookResult.Accepted)
        {
            return (refused, []);
        }

        if (staysInPlace)
        {
            var less = order.Quantity - change.Quantity;
            Lessen(order, less);
            return (refused, less == 0 ? [] : [Event(BookEventKind.Reduced, order, 0, less)]);
        }

        List(order.Side).Remove(order);
        return (refused, [Event(BookEventKind.Requeued, order, 0, order.Quantity), .. Arrive(anew)]);
    }

    public (BookResult Result, List<BookEvent> Events) Take(Hit hit)
    {
        if (hit.Id < 1)
        {
            return (BookResult.BadId, []);
        }

        if (hit.Quantity < 1 || hit.Quantity > maxQuantity)
        {
            return (BookResult.BadQuantity, []);
        }

        if (hit.Levels < 0 || Find(hit.Id) is not null)
        {
            return (hit.Levels < 0 ? BookResult.BadOption : BookResult.DuplicateId, []);
        }

        if (Find(hit.Target) is not { } order)
        {
            return (BookResult.UnknownId, []);
        }

        if (hit.Owner != 0 && hit.Owner == order.Owner)
        {
            return (BookResult.OwnOrder, []);
        }

        var best = Orders(order.Side).Select(one => one.Price).Distinct().Take(hit.Levels);
        if (hit.Levels > 0 && !best.Contains(order.Price))
        {
            return (BookResult.BeyondLevels, []);
        }

        if (hit.Quantity > order.Quantity && !hit.Partly)
        {
            return (BookResult.MoreThanOffered, []);
        }

        var quantity = Math.Min(hit.Quantity, order.Quantity);
        Lessen(order, quantity);
        var events = new List<BookEvent> { Event(BookEventKind.Traded, order, hit.Id, quantity) };
        if (hit.Quantity > quantity)
        {
            var taker = new RestingOrder(hit.Id, hit.Owner, Other(order.Side), order.Price, 0);
            events.Add(Event(BookEventKind.Dropped, taker, 0, hit.Quantity - quantity));
        }

        return (BookResult.Accepted, events);
    }

    private List<BookEvent> Arrive(NewOrder order)
    {
        var events = new List<BookEvent>();
        var self = new RestingOrder(order.Id, order.Owner, order.Side, (int)order.Price, order.Quantity);
        if (order.Kind == OrderKind.AllOrNothing && !FillsWholly(order))
        {
            return [Event(BookEventKind.Dropped, self, 0, order.Quantity)];
        }

        var left = order.Quantity;
        var stopped = false;
        var prices = new HashSet<int>();
        while (order.Kind != OrderKind.Listing && left > 0 && !stopped && Crosses(order))
        {
            var maker = Orders(Other(order.Side))[0];
            prices.Add(maker.Price);
            if (order.Levels > 0 && prices.Count > order.Levels)
            {
                break;
            }

            var quantity = Math.Min(left, maker.Quantity);
            var mode = order.Owner != 0 && order.Owner == maker.Owner ? order.SelfTrade : SelfTrade.Allow;
            switch (mode)
            {
                case SelfTrade.Allow:
                    events.Add(Event(BookEventKind.Traded, maker, order.Id, quantity));
                    Lessen(maker, quantity);
                    left -= quantity;
                    break;
                case SelfTrade.Decrement:
                    events.Add(Event(BookEventKind.Prevented, maker, order.Id, quantity));
                    events.Add(Event(BookEventKind.Dropped, self, 0, quantity));
                    Lessen(maker, quantity);
                    left -= quantity;
                    break;
                case SelfTrade.CancelIncoming:
                    stopped = true;
                    break;
                default:
                    events.Add(Event(BookEventKind.Prevented, maker, order.Id, maker.Quantity));
                    Lessen(maker, maker.Quantity);
                    stopped = mode == SelfTrade.CancelBoth;
                    break;
            }
        }

        if (left > 0)
        {
            var mayRest = order.Kind is OrderKind.Limit or OrderKind.PostOnly or OrderKind.Listing && !stopped
                && (order.Kind == OrderKind.Listing || !Crosses(order));
            events.Add(Event(mayRest ? BookEventKind.Rested : BookEventKind.Dropped, self, 0, left));
            if (mayRest)
            {
                Rest(self with { Quantity = left });
            }
        }

        return events;
    }

    /// <summary>Tries it on a copy: all of it must be in trades.</summary>
    private bool FillsWholly(NewOrder order)
    {
        var copy = new NaiveBook(maxPrice, maxQuantity);
        copy.bids.AddRange(bids);
        copy.asks.AddRange(asks);
        return copy.Arrive(order with { Kind = OrderKind.Immediate })
            .Where(one => one.Kind == BookEventKind.Traded).Sum(one => one.Quantity) == order.Quantity;
    }

    private bool Crosses(NewOrder order)
    {
        var others = Orders(Other(order.Side));
        return others.Count > 0
            && (order.Side == Side.Buy ? others[0].Price <= order.Price : others[0].Price >= order.Price);
    }

    /// <summary>Behind everything that is as good or better.</summary>
    private void Rest(RestingOrder order)
    {
        var list = List(order.Side);
        var at = list.FindIndex(
            one => order.Side == Side.Buy ? one.Price < order.Price : one.Price > order.Price);
        list.Insert(at < 0 ? list.Count : at, order);
    }

    private void Lessen(RestingOrder order, long quantity)
    {
        var list = List(order.Side);
        var at = list.IndexOf(order);
        list[at] = order with { Quantity = order.Quantity - quantity };
        if (list[at].Quantity == 0)
        {
            list.RemoveAt(at);
        }
    }

    private RestingOrder? Find(long id)
    {
        foreach (var order in bids.Concat(asks))
        {
            if (order.Id == id)
            {
                return order;
            }
        }

        return null;
    }

    private List<RestingOrder> List(Side side) => side == Side.Buy ? bids : asks;

    private static Side Other(Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    private static BookEvent Event(BookEventKind kind, RestingOrder order, long incoming, long quantity) =>
        new(kind, order.Side, order.Price, order.Id, order.Owner, incoming, quantity);
}
