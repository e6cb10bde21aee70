namespace Tanheng.Market.Books;

/// <summary>Which side of the book an order stands on.</summary>
public enum Side : byte
{
    /// <summary>A bid: the highest price comes first.</summary>
    Buy = 0,

    /// <summary>An ask: the lowest price comes first.</summary>
    Sell = 1,
}
