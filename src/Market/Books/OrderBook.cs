using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanheng.Market.Books;

/// <summary>
/// The continuous order book of one instrument: the better price first, then the earlier arrival; a trade is at the
/// resting order's price. Prices are ticks, quantities tonnes. A command is answered by one <see cref="BookResult"/>;
/// what an accepted one did is appended to the events. Each command can be planned as well: the same events, and
/// nothing has changed; <see cref="Apply"/> then makes them true. The book knows no clock, no account's means and no
/// rule of a session. Once its arrays have grown, commands allocate nothing.
/// </summary>
public sealed partial class OrderBook
{
    private readonly Ladder bids;
    private readonly Ladder asks;
    private readonly OrderPool pool;
    private readonly OrderIndex index;
    private readonly int maxPrice;
    private readonly int maxQuantity;

    /// <summary>An empty book.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit that is zero, negative or too large.</exception>
    public OrderBook(BookLimits? limits = null)
    {
        limits ??= new BookLimits();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limits.MaxPrice);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits.MaxPrice, (1 << 24) - 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limits.MaxQuantity);
        ArgumentOutOfRangeException.ThrowIfNegative(limits.Orders);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)limits.MaxPrice + 1);
        bids = new Ladder(Side.Buy, size);
        asks = new Ladder(Side.Sell, size);
        pool = new OrderPool(limits.Orders);
        index = new OrderIndex(limits.Orders);
        maxPrice = limits.MaxPrice;
        maxQuantity = limits.MaxQuantity;
    }

    /// <summary>
    /// Enters an order. Refusals, in this order: <see cref="BookResult.BadId"/>, <see cref="BookResult.BadPrice"/>,
    /// <see cref="BookResult.BadQuantity"/>, <see cref="BookResult.BadOption"/>,
    /// <see cref="BookResult.DuplicateId"/>, <see cref="BookResult.WouldTrade"/>.
    /// </summary>
    public BookResult Submit(in NewOrder order, BookEvents events) => Enter<Live>(order, events);

    /// <summary>What <see cref="Submit"/> would do.</summary>
    public BookResult Plan(in NewOrder order, BookEvents events) => Enter<Trial>(order, events);

    /// <summary>Takes an order out. Refusal: <see cref="BookResult.UnknownId"/>.</summary>
    public BookResult Cancel(long id, BookEvents events) => Withdraw<Live>(id, events);

    /// <summary>What <see cref="Cancel"/> would do.</summary>
    public BookResult PlanCancel(long id, BookEvents events) => Withdraw<Trial>(id, events);

    /// <summary>
    /// Changes a resting order. Refusals, in this order: <see cref="BookResult.UnknownId"/>,
    /// <see cref="BookResult.BadPrice"/>, <see cref="BookResult.BadQuantity"/> (a cancellation is not an amendment to
    /// zero), <see cref="BookResult.BadOption"/>, <see cref="BookResult.WouldTrade"/>.
    /// </summary>
    public BookResult Amend(in Amendment amendment, BookEvents events) => Change<Live>(amendment, events);

    /// <summary>What <see cref="Amend"/> would do.</summary>
    public BookResult Plan(in Amendment amendment, BookEvents events) => Change<Trial>(amendment, events);

    /// <summary>
    /// Takes a named order. Refusals, in this order: <see cref="BookResult.BadId"/>,
    /// <see cref="BookResult.BadQuantity"/>, <see cref="BookResult.BadOption"/>,
    /// <see cref="BookResult.DuplicateId"/>, <see cref="BookResult.UnknownId"/>, <see cref="BookResult.OwnOrder"/>,
    /// <see cref="BookResult.BeyondLevels"/>, <see cref="BookResult.MoreThanOffered"/>.
    /// </summary>
    public BookResult Take(in Hit hit, BookEvents events) => TakeNamed<Live>(hit, events);

    /// <summary>What <see cref="Take"/> would do.</summary>
    public BookResult Plan(in Hit hit, BookEvents events) => TakeNamed<Trial>(hit, events);

    /// <summary>Ends every order, by id.</summary>
    public void ExpireAll(BookEvents events)
    {
        var first = events.Count;
        PlanExpireAll(events);
        Apply(events.All[first..]);
    }

    /// <summary>What <see cref="ExpireAll"/> would do.</summary>
    public void PlanExpireAll(BookEvents events)
    {
        foreach (var order in Orders(Side.Buy).Concat(Orders(Side.Sell)).OrderBy(order => order.Id))
        {
            events.Add(new BookEvent(
                BookEventKind.Expired, order.Side, order.Price, order.Id, order.Owner, 0, order.Quantity));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Ladder Of(Side side) => side == Side.Buy ? bids : asks;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Ladder Against(Side side) => side == Side.Buy ? asks : bids;

    /// <summary>The last place at a level.</summary>
    private void Insert(long id, long owner, Side side, int at, int quantity)
    {
        var ladder = Of(side);
        ref var level = ref ladder[at];
        var slot = pool.Take();
        ref var order = ref pool[slot];
        order.Id = id;
        order.Owner = owner;
        order.Quantity = quantity;
        order.Place = (at << 1) | (int)side;
        order.Previous = level.Tail;
        order.Next = 0;
        if (level.Head == 0)
        {
            level.Head = slot;
            ladder.Filled(at);
        }
        else
        {
            pool[level.Tail].Next = slot;
        }

        level.Tail = slot;
        level.Total += quantity;
        level.Count++;
        index.Add(id, slot);
    }

    private void Remove(int slot)
    {
        ref var order = ref pool[slot];
        var ladder = Of(order.Side);
        ref var level = ref ladder[order.Level];
        level.Total -= order.Quantity;
        level.Count--;
        if (level.Head == slot)
        {
            level.Head = order.Next;
            if (order.Next == 0)
            {
                ladder.Emptied(order.Level);
            }
        }
        else
        {
            pool[order.Previous].Next = order.Next;
            if (order.Next == 0)
            {
                level.Tail = order.Previous;
            }
            else
            {
                pool[order.Next].Previous = order.Previous;
            }
        }

        index.Remove(order.Id);
        pool.Free(slot);
    }

    /// <summary>Less of an order, which keeps its place; without a rest it leaves.</summary>
    private void Lessen(int slot, int quantity)
    {
        ref var order = ref pool[slot];
        if (quantity == order.Quantity)
        {
            Remove(slot);
            return;
        }

        order.Quantity -= quantity;
        Of(order.Side)[order.Level].Total -= quantity;
    }
}
