namespace Tanheng.Market.Books;

/// <summary>What happens to orders that rest, and how events become true.</summary>
public sealed partial class OrderBook
{
    /// <summary>
    /// Makes planned or recorded events true. They must come from a book with the same content.
    /// </summary>
    /// <exception cref="InvalidOperationException">An event does not fit this book: a defect of the caller.</exception>
    public void Apply(ReadOnlySpan<BookEvent> events)
    {
        foreach (ref readonly var one in events)
        {
            switch (one.Kind)
            {
                case BookEventKind.Dropped:
                    break;
                case BookEventKind.Rested:
                    var order = new NewOrder(one.Order, one.Owner, one.Side, one.Price, one.Quantity);
                    if (Check(order) is not BookResult.Accepted and var result)
                    {
                        throw new InvalidOperationException($"The book does not take {one}: {result}.");
                    }

                    Insert(one.Order, one.Owner, one.Side, Of(one.Side).Flip(one.Price), (int)one.Quantity);
                    break;
                default:
                    var slot = index.Find(one.Order);
                    if (slot == 0 || one.Quantity < 1 || one.Quantity > pool[slot].Quantity)
                    {
                        throw new InvalidOperationException($"The book does not hold what is to change: {one}.");
                    }

                    Lessen(slot, (int)one.Quantity);
                    break;
            }
        }
    }

    private BookResult Withdraw<TRun>(long id, BookEvents events)
        where TRun : struct, IRun
    {
        var slot = index.Find(id);
        if (slot == 0)
        {
            return BookResult.UnknownId;
        }

        Report(BookEventKind.Cancelled, slot, pool[slot].Quantity, events);
        if (TRun.Changes)
        {
            Remove(slot);
        }

        return BookResult.Accepted;
    }

    private BookResult Change<TRun>(in Amendment amendment, BookEvents events)
        where TRun : struct, IRun
    {
        var slot = index.Find(amendment.Id);
        var result = Check(slot, amendment);
        if (result != BookResult.Accepted)
        {
            return result;
        }

        ref var order = ref pool[slot];
        var less = order.Quantity - (int)amendment.Quantity;
        if (amendment.Price == Of(order.Side).Flip(order.Level) && less >= 0)
        {
            if (less > 0)
            {
                Report(BookEventKind.Reduced, slot, less, events);
            }

            if (TRun.Changes && less > 0)
            {
                Lessen(slot, less);
            }

            return BookResult.Accepted;
        }

        var makers = Against(order.Side);
        var incoming = new Incoming
        {
            Id = order.Id,
            Owner = order.Owner,
            Side = order.Side,
            Kind = amendment.Kind,
            SelfTrade = order.Owner == 0 ? SelfTrade.Allow : amendment.SelfTrade,
            Limit = makers.Flip((int)amendment.Price),
            Price = (int)amendment.Price,
            Left = (int)amendment.Quantity,
            Levels = amendment.Levels == 0 ? int.MaxValue : amendment.Levels,
        };
        if (amendment.Kind == OrderKind.PostOnly && makers.Best <= incoming.Limit)
        {
            return BookResult.WouldTrade;
        }

        Report(BookEventKind.Requeued, slot, order.Quantity, events);
        if (TRun.Changes)
        {
            Remove(slot);
        }

        Arrive<TRun>(ref incoming, makers, events);
        return BookResult.Accepted;
    }

    private BookResult Check(int slot, in Amendment amendment)
    {
        if (slot == 0)
        {
            return BookResult.UnknownId;
        }

        if (amendment.Price < 1 || amendment.Price > maxPrice)
        {
            return BookResult.BadPrice;
        }

        if (amendment.Quantity < 1 || amendment.Quantity > maxQuantity)
        {
            return BookResult.BadQuantity;
        }

        return amendment.Kind is OrderKind.Limit or OrderKind.PostOnly or OrderKind.Listing
            && amendment.SelfTrade <= SelfTrade.Decrement && amendment.Levels >= 0
            ? BookResult.Accepted
            : BookResult.BadOption;
    }

    private BookResult TakeNamed<TRun>(in Hit hit, BookEvents events)
        where TRun : struct, IRun
    {
        var slot = index.Find(hit.Target);
        var result = Check(slot, hit);
        if (result != BookResult.Accepted)
        {
            return result;
        }

        var (side, price, offered) = (pool[slot].Side, PriceOf(slot), pool[slot].Quantity);
        var quantity = Math.Min(offered, (int)hit.Quantity);
        events.Add(new BookEvent(
            BookEventKind.Traded, side, price, hit.Target, pool[slot].Owner, hit.Id, quantity));
        if (TRun.Changes)
        {
            Lessen(slot, quantity);
        }

        if (quantity < hit.Quantity)
        {
            var own = side == Side.Buy ? Side.Sell : Side.Buy;
            events.Add(new BookEvent(
                BookEventKind.Dropped, own, price, hit.Id, hit.Owner, 0, hit.Quantity - quantity));
        }

        return BookResult.Accepted;
    }

    private BookResult Check(int slot, in Hit hit)
    {
        if (hit.Id < 1)
        {
            return BookResult.BadId;
        }

        if (hit.Quantity < 1 || hit.Quantity > maxQuantity)
        {
            return BookResult.BadQuantity;
        }

        if (hit.Levels < 0)
        {
            return BookResult.BadOption;
        }

        if (index.Find(hit.Id) != 0)
        {
            return BookResult.DuplicateId;
        }

        if (slot == 0)
        {
            return BookResult.UnknownId;
        }

        ref var target = ref pool[slot];
        if (hit.Owner != 0 && target.Owner == hit.Owner)
        {
            return BookResult.OwnOrder;
        }

        if (hit.Levels != 0 && !IsAmongBest(target.Side, target.Level, hit.Levels))
        {
            return BookResult.BeyondLevels;
        }

        return hit.Partly || hit.Quantity <= target.Quantity ? BookResult.Accepted : BookResult.MoreThanOffered;
    }

    private bool IsAmongBest(Side side, int level, int levels)
    {
        var ladder = Of(side);
        var at = ladder.Best;
        for (var better = 0; better < levels && at != Ladder.None; better++)
        {
            if (at == level)
            {
                return true;
            }

            at = ladder.After(at);
        }

        return false;
    }

    private int PriceOf(int slot) => Of(pool[slot].Side).Flip(pool[slot].Level);

    private void Report(BookEventKind kind, int slot, int quantity, BookEvents events)
    {
        ref var order = ref pool[slot];
        events.Add(new BookEvent(kind, order.Side, PriceOf(slot), order.Id, order.Owner, 0, quantity));
    }
}
