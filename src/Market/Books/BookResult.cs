namespace Tanheng.Market.Books;

/// <summary>The book's answer to a command. Anything but <see cref="Accepted"/> has changed nothing.</summary>
public enum BookResult : byte
{
    /// <summary>Done.</summary>
    Accepted = 0,

    /// <summary>An id below 1.</summary>
    BadId,

    /// <summary>Not a tick from 1 to the book's highest.</summary>
    BadPrice,

    /// <summary>Not from 1 tonne to the book's largest order.</summary>
    BadQuantity,

    /// <summary>A side, kind, mode or number of levels that does not exist.</summary>
    BadOption,

    /// <summary>An order with this id is in the book.</summary>
    DuplicateId,

    /// <summary>No order with this id is in the book.</summary>
    UnknownId,

    /// <summary>An order that may only rest would trade.</summary>
    WouldTrade,

    /// <summary>The order named is one's own.</summary>
    OwnOrder,

    /// <summary>The order named is not at one of the best levels.</summary>
    BeyondLevels,

    /// <summary>More is asked for than the order named offers.</summary>
    MoreThanOffered,
}
