using System.Runtime.CompilerServices;

namespace Tanheng.Market.Books;

/// <summary>Arrivals: one text for doing and for planning; the compiler makes two programs of it.</summary>
public sealed partial class OrderBook
{
    /// <summary>Whether a run changes the book.</summary>
    private interface IRun
    {
        static abstract bool Changes { get; }
    }

    private readonly struct Live : IRun
    {
        public static bool Changes => true;
    }

    private readonly struct Trial : IRun
    {
        public static bool Changes => false;
    }

    /// <summary>An order on its way in.</summary>
    private struct Incoming
    {
        public long Id;
        public long Owner;
        public Side Side;
        public OrderKind Kind;
        public SelfTrade SelfTrade;

        /// <summary>Set when what is left may neither trade on nor rest.</summary>
        public bool Stopped;

        /// <summary>The last level of the other side that it accepts.</summary>
        public int Limit;

        public int Price;
        public int Left;
        public int Levels;
    }

    private BookResult Enter<TRun>(in NewOrder order, BookEvents events)
        where TRun : struct, IRun
    {
        var result = Check(order);
        if (result != BookResult.Accepted)
        {
            return result;
        }

        var makers = Against(order.Side);
        var incoming = new Incoming
        {
            Id = order.Id,
            Owner = order.Owner,
            Side = order.Side,
            Kind = order.Kind,
            SelfTrade = order.Owner == 0 ? SelfTrade.Allow : order.SelfTrade,
            Limit = makers.Flip((int)order.Price),
            Price = (int)order.Price,
            Left = (int)order.Quantity,
            Levels = order.Levels == 0 ? int.MaxValue : order.Levels,
        };
        if (order.Kind == OrderKind.PostOnly && makers.Best <= incoming.Limit)
        {
            return BookResult.WouldTrade;
        }

        Arrive<TRun>(ref incoming, makers, events);
        return BookResult.Accepted;
    }

    private BookResult Check(in NewOrder order)
    {
        if (order.Id < 1)
        {
            return BookResult.BadId;
        }

        if (order.Price < 1 || order.Price > maxPrice)
        {
            return BookResult.BadPrice;
        }

        if (order.Quantity < 1 || order.Quantity > maxQuantity)
        {
            return BookResult.BadQuantity;
        }

        if (order.Side > Side.Sell || order.Kind > OrderKind.Listing || order.SelfTrade > SelfTrade.Decrement
            || order.Levels < 0)
        {
            return BookResult.BadOption;
        }

        return index.Find(order.Id) == 0 ? BookResult.Accepted : BookResult.DuplicateId;
    }

    private void Arrive<TRun>(ref Incoming incoming, Ladder makers, BookEvents events)
        where TRun : struct, IRun
    {
        if (makers.Best <= incoming.Limit && incoming.Kind != OrderKind.Listing)
        {
            if (incoming.Kind == OrderKind.AllOrNothing && !Fills(incoming, makers))
            {
                incoming.Stopped = true;
            }
            else
            {
                Match<TRun>(ref incoming, makers, events);
                if (incoming.Left == 0)
                {
                    return;
                }
            }
        }

        if (incoming.Stopped || incoming.Kind is OrderKind.Immediate or OrderKind.AllOrNothing)
        {
            Drop(incoming, incoming.Left, events);
            return;
        }

        events.Add(new BookEvent(
            BookEventKind.Rested, incoming.Side, incoming.Price, incoming.Id, incoming.Owner, 0, incoming.Left));
        if (TRun.Changes)
        {
            var level = Of(incoming.Side).Flip(incoming.Price);
            Insert(incoming.Id, incoming.Owner, incoming.Side, level, incoming.Left);
        }
    }

    private static void Drop(in Incoming incoming, int quantity, BookEvents events) => events.Add(new BookEvent(
        BookEventKind.Dropped, incoming.Side, incoming.Price, incoming.Id, incoming.Owner, 0, quantity));

    private void Match<TRun>(ref Incoming incoming, Ladder makers, BookEvents events)
        where TRun : struct, IRun
    {
        var at = makers.Best;
        var levels = incoming.Levels;
        while (at <= incoming.Limit)
        {
            if (levels-- == 0)
            {
                incoming.Stopped = true;
                return;
            }

            Sweep<TRun>(ref incoming, makers, at, events);
            if (incoming.Left == 0 || incoming.Stopped)
            {
                return;
            }

            at = TRun.Changes ? makers.Best : makers.After(at);
        }
    }

    /// <summary>Trades with the orders of one level, oldest first.</summary>
    private void Sweep<TRun>(ref Incoming incoming, Ladder makers, int at, BookEvents events)
        where TRun : struct, IRun
    {
        ref var level = ref makers[at];
        var price = makers.Flip(at);
        var slot = level.Head;
        var left = incoming.Left;
        do
        {
            ref var order = ref pool[slot];
            pool.Prefetch(order.Next);
            var loss = Math.Min(left, order.Quantity);
            var cost = loss;
            var kind = BookEventKind.Traded;
            if (incoming.SelfTrade != SelfTrade.Allow && order.Owner == incoming.Owner)
            {
                kind = BookEventKind.Prevented;
                (loss, cost) = Prevent(ref incoming, order.Quantity, loss);
                if (loss == 0)
                {
                    break;
                }
            }

            left -= cost;
            events.Add(new BookEvent(kind, order.Side, price, order.Id, order.Owner, incoming.Id, loss));
            if (kind == BookEventKind.Prevented && cost != 0)
            {
                Drop(incoming, cost, events);
            }

            if (loss < order.Quantity)
            {
                if (TRun.Changes)
                {
                    order.Quantity -= loss;
                    level.Total -= loss;
                }

                break;
            }

            var gone = slot;
            slot = order.Next;
            if (TRun.Changes)
            {
                level.Head = slot;
                level.Total -= loss;
                level.Count--;
                index.Remove(order.Id);
                pool.Free(gone);
            }
        }
        while (left != 0 && slot != 0 && !incoming.Stopped);
        incoming.Left = left;
        if (TRun.Changes && slot == 0)
        {
            makers.Emptied(at);
        }
    }

    /// <summary>
    /// What a trade with oneself comes to: what the resting order loses, and what the incoming one does besides being
    /// stopped, perhaps.
    /// </summary>
    private static (int Loss, int Cost) Prevent(ref Incoming incoming, int resting, int smaller)
    {
        incoming.Stopped = incoming.SelfTrade is SelfTrade.CancelIncoming or SelfTrade.CancelBoth;
        return incoming.SelfTrade switch
        {
            SelfTrade.CancelIncoming => (0, 0),
            SelfTrade.Decrement => (smaller, smaller),
            _ => (resting, 0),
        };
    }

    /// <summary>
    /// Whether an order could trade wholly. Tonnes that would be prevented are not a trade: orders of the same owner
    /// that would leave are passed over, and one that would cut or stop the incoming order ends the count.
    /// </summary>
    private bool Fills(in Incoming incoming, Ladder makers)
    {
        long found = 0;
        var at = makers.Best;
        for (var levels = incoming.Levels; at <= incoming.Limit && levels > 0; levels--)
        {
            if (incoming.SelfTrade == SelfTrade.Allow)
            {
                found += makers[at].Total;
            }
            else
            {
                for (var slot = makers[at].Head; slot != 0 && found < incoming.Left; slot = pool[slot].Next)
                {
                    if (pool[slot].Owner != incoming.Owner)
                    {
                        found += pool[slot].Quantity;
                    }
                    else if (incoming.SelfTrade != SelfTrade.CancelResting)
                    {
                        return false;
                    }
                }
            }

            if (found >= incoming.Left)
            {
                return true;
            }

            at = makers.After(at);
        }

        return false;
    }
}
