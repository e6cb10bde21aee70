namespace Tanheng.Market.Books;

/// <summary>
/// What happens when an order would trade with a resting order of the same owner. Prevented tonnes are in no trade.
/// </summary>
public enum SelfTrade : byte
{
    /// <summary>They trade.</summary>
    Allow = 0,

    /// <summary>What is left of the incoming order is dropped.</summary>
    CancelIncoming = 1,

    /// <summary>The resting order leaves the book; the incoming one goes on.</summary>
    CancelResting = 2,

    /// <summary>Both leave.</summary>
    CancelBoth = 3,

    /// <summary>Both are cut by the smaller of the two quantities.</summary>
    Decrement = 4,
}
