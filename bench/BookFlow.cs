using Tanheng.Market.Books;

namespace Tanheng.Bench;

/// <summary>How far from the middle new orders are placed.</summary>
public enum FlowMode
{
    /// <summary>Mostly close by.</summary>
    Near,

    /// <summary>Anywhere within six yuan.</summary>
    Uniform,
}

/// <summary>One operation of a flow: a new limit order, or the cancellation of one.</summary>
/// <param name="Id">Of the order.</param>
/// <param name="Price">In ticks; 0 for a cancellation.</param>
/// <param name="Quantity">In tonnes; 0 for a cancellation.</param>
/// <param name="Side">Of a new order.</param>
public readonly record struct FlowOperation(long Id, int Price, int Quantity, Side Side)
{
    /// <summary>True for a cancellation.</summary>
    public bool IsCancel => Quantity == 0;

    /// <summary>Does it.</summary>
    public BookResult Do(OrderBook book, BookEvents events) => IsCancel
        ? book.Cancel(Id, events)
        : book.Submit(new NewOrder(Id, 0, Side, Price, Quantity), events);
}

/// <summary>
/// A seeded flow of orders around 60.00 that looks at the book as it stands: 70 % new orders away from the other side,
/// 20 % cancellations of any resting order, 10 % orders that take. What it must give is known from elsewhere.
/// </summary>
public sealed class BookFlow(ulong seed, FlowMode mode, int operations)
{
    private const int Middle = 6000;
    private const int Farthest = 600;

    private readonly SplitMix random = new(seed);

    /// <summary>Resting ids in the order they came to rest; the last takes the place of one that leaves.</summary>
    private readonly int[] live = new int[operations];

    /// <summary>By id: where it is in <see cref="live"/>, and its open tonnes.</summary>
    private readonly (int At, int Open)[] orders = new (int, int)[operations + 1];

    private int resting;
    private int lastId;

    /// <summary>Trades so far.</summary>
    public long Trades { get; private set; }

    /// <summary>Tonnes traded so far.</summary>
    public long Volume { get; private set; }

    /// <summary>FNV-1a over resting id, incoming id, price and quantity of each trade, 64 bits at a time.</summary>
    public ulong Hash { get; private set; } = 1469598103934665603;

    /// <summary>The next operation, for a book with these best prices.</summary>
    public FlowOperation Next(int? bestBid, int? bestAsk)
    {
        var draw = random.Between(0, 99);
        if (draw < 70 || resting < 2 || (draw >= 90 && (bestBid is null || bestAsk is null)))
        {
            var side = (Side)(random.Next() & 1);
            var distance = Distance();
            var price = side == Side.Buy ? Middle - distance : Middle + distance;
            return new FlowOperation(++lastId, price, random.Between(1, 100), side);
        }

        if (draw < 90)
        {
            return new FlowOperation(live[(int)(random.Next() % (ulong)resting)], 0, 0, Side.Buy);
        }

        return Taker((Side)(random.Next() & 1), bestBid!.Value, bestAsk!.Value);
    }

    /// <summary>What the operation did.</summary>
    public void Observe(ReadOnlySpan<BookEvent> events)
    {
        foreach (ref readonly var one in events)
        {
            if (one.Kind == BookEventKind.Rested)
            {
                orders[one.Order] = (resting, (int)one.Quantity);
                live[resting++] = (int)one.Order;
                continue;
            }

            if (one.Kind == BookEventKind.Traded)
            {
                Trades++;
                Volume += one.Quantity;
                Mix(one.Order);
                Mix(one.Incoming);
                Mix(one.Price);
                Mix(one.Quantity);
            }

            Lessen((int)one.Order, (int)one.Quantity);
        }
    }

    private int Distance()
    {
        if (mode == FlowMode.Uniform)
        {
            return random.Between(1, Farthest);
        }

        var distance = 1;
        while (distance < Farthest && random.Next() % 16 != 0)
        {
            distance++;
        }

        return distance;
    }

    private FlowOperation Taker(Side side, int bestBid, int bestAsk)
    {
        var beyond = random.Between(0, 10);
        var price = side == Side.Buy
            ? Math.Min(bestAsk + beyond, Middle + Farthest)
            : Math.Max(bestBid > beyond ? bestBid - beyond : 1, Middle - Farthest);
        return new FlowOperation(++lastId, price, random.Between(1, 300), side);
    }

    private void Lessen(int id, int quantity)
    {
        ref var order = ref orders[id];
        order.Open -= quantity;
        if (order.Open == 0)
        {
            var last = live[--resting];
            live[order.At] = last;
            orders[last].At = order.At;
        }
    }

    private void Mix(long value) => Hash = unchecked((Hash ^ (ulong)value) * 1099511628211);
}
