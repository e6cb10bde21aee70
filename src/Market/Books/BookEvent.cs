namespace Tanheng.Market.Books;

/// <summary>What can happen to a book.</summary>
public enum BookEventKind : byte
{
    /// <summary>The resting order <c>Order</c> and <c>Incoming</c> trade at the resting price.</summary>
    Traded = 0,

    /// <summary><c>Order</c> takes the last place at its price.</summary>
    Rested,

    /// <summary><c>Order</c> gives up a part and keeps its place.</summary>
    Reduced,

    /// <summary><c>Order</c> leaves by request.</summary>
    Cancelled,

    /// <summary><c>Order</c> leaves because its time is over.</summary>
    Expired,

    /// <summary><c>Order</c> leaves in order to arrive anew; what follows says how.</summary>
    Requeued,

    /// <summary>The resting <c>Order</c> loses this much because it would have traded with its owner.</summary>
    Prevented,

    /// <summary>Of the incoming <c>Order</c>, which does not rest, this much is given up.</summary>
    Dropped,
}

/// <summary>
/// One thing that happened. Events are complete: <see cref="OrderBook.Apply"/> makes of them what made them.
/// </summary>
/// <param name="Kind">What.</param>
/// <param name="Side">The side of <paramref name="Order"/>.</param>
/// <param name="Price">Its price in ticks.</param>
/// <param name="Order">The order it happened to; in a trade, the resting one.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="Incoming">The order that caused it, or 0.</param>
/// <param name="Quantity">In tonnes, always above zero.</param>
public readonly record struct BookEvent(
    BookEventKind Kind, Side Side, int Price, long Order, long Owner, long Incoming, long Quantity);
