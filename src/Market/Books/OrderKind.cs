namespace Tanheng.Market.Books;

/// <summary>What an order does with what it cannot trade at once.</summary>
public enum OrderKind : byte
{
    /// <summary>Trades what it can; the rest takes its place in the book.</summary>
    Limit = 0,

    /// <summary>Trades what it can (IOC); the rest is dropped.</summary>
    Immediate = 1,

    /// <summary>Trades all of it (FOK) or nothing.</summary>
    AllOrNothing = 2,

    /// <summary>Rests; refused when it would trade.</summary>
    PostOnly = 3,

    /// <summary>
    /// Rests and never trades by itself, even where it crosses: a listing of a market in which takers name the order
    /// they take.
    /// </summary>
    Listing = 4,
}
