namespace Tanheng.Market.Books;

/// <summary>A new order.</summary>
/// <param name="Id">From 1; no order with it may be in the book. Free again once that order has left.</param>
/// <param name="Owner">Whom it belongs to when it comes to self-trades; 0 is nobody in particular.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">The limit, in ticks.</param>
/// <param name="Quantity">In tonnes.</param>
/// <param name="Kind">What becomes of what does not trade.</param>
/// <param name="SelfTrade">What becomes of a trade with oneself.</param>
/// <param name="Levels">
/// With how many of the best price levels it may trade, counted when it arrives; 0 is all. What would still trade
/// beyond them is dropped.
/// </param>
public readonly record struct NewOrder(
    long Id,
    long Owner,
    Side Side,
    long Price,
    long Quantity,
    OrderKind Kind = OrderKind.Limit,
    SelfTrade SelfTrade = SelfTrade.Allow,
    int Levels = 0);

/// <summary>
/// Another price or quantity for a resting order. Less at the same price keeps its place; anything else is a new
/// arrival, which may trade.
/// </summary>
/// <param name="Id">The resting order.</param>
/// <param name="Price">The new limit, in ticks.</param>
/// <param name="Quantity">The new open quantity in tonnes, whatever has been filled before.</param>
/// <param name="Kind">How it arrives anew: to trade and rest, or only to rest.</param>
/// <param name="SelfTrade">What becomes of a trade with oneself on the new arrival.</param>
/// <param name="Levels">With how many of the best price levels the new arrival may trade; 0 is all.</param>
public readonly record struct Amendment(
    long Id,
    long Price,
    long Quantity,
    OrderKind Kind = OrderKind.Limit,
    SelfTrade SelfTrade = SelfTrade.Allow,
    int Levels = 0);

/// <summary>Takes one resting order by its id, at its price.</summary>
/// <param name="Id">Of the taker's order; no order with it may be in the book.</param>
/// <param name="Owner">Who takes; 0 is nobody in particular. One's own order cannot be taken.</param>
/// <param name="Target">The resting order.</param>
/// <param name="Quantity">In tonnes.</param>
/// <param name="Levels">At how many of the best levels the target may be; 0 is any.</param>
/// <param name="Partly">
/// True: what is offered is traded and the rest dropped. False: asking for more than offered is refused.
/// </param>
public readonly record struct Hit(
    long Id, long Owner, long Target, long Quantity, int Levels = 0, bool Partly = false);
