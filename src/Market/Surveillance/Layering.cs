namespace Tanheng.Market.Surveillance;

/// <summary>
/// 虚假申报: one holder's trades on one side, and which of its orders on the other side, entered before them, it takes
/// back soon after. Trades that follow each other within the window are one run; the window runs from the last of them.
/// </summary>
public sealed class Layering
{
    /// <summary>The first trade of the run; 0 before any.</summary>
    public long FirstTrade { get; private set; }

    /// <summary>The last trade of the run.</summary>
    public long LastTrade { get; private set; }

    /// <summary>When the run's first trade was made.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>When its last trade was made.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Tonnes of the run.</summary>
    public long Traded { get; private set; }

    /// <summary>Tonnes taken back since.</summary>
    public long Withdrawn { get; private set; }

    /// <summary>Orders taken back since.</summary>
    public List<long> Orders { get; } = [];

    /// <summary>Notes a trade.</summary>
    public void NoteTrade(long trade, DateTimeOffset at, long quantity, TimeSpan window)
    {
        if (FirstTrade == 0 || at - Until > window)
        {
            (FirstTrade, From, Traded, Withdrawn) = (trade, at, 0, 0);
            Orders.Clear();
        }

        (LastTrade, Until) = (trade, at);
        Traded = checked(Traded + quantity);
    }

    /// <summary>
    /// True when an order taken back now belongs to the run: it was there when the last trade was made, and that is not
    /// longer ago than the window.
    /// </summary>
    public bool Concerns(DateTimeOffset entered, DateTimeOffset now, TimeSpan window) =>
        FirstTrade != 0 && entered <= Until && now - Until <= window;

    /// <summary>Notes an order that is taken back; it must <see cref="Concerns"/> the run.</summary>
    public void NoteWithdrawal(long order, long quantity)
    {
        Orders.Add(order);
        Withdrawn = checked(Withdrawn + quantity);
    }

    /// <summary>True when, with one more order, there are so many orders and so many times what was traded.</summary>
    public bool WouldReach(long quantity, int orders, int times) =>
        Orders.Count + 1 >= orders && (Int128)Withdrawn + quantity >= (Int128)Traded * times;
}
