using Tanheng.Ledger;
using Tanheng.Market.Books;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>The exchange: orders, negotiations, trades, prices. Changed only by applying events.</summary>
public sealed class TradingState
{
    private readonly Dictionary<Asset, OrderBook> books = [];

    /// <summary>The account that fees go to; null until the exchange is opened.</summary>
    public AccountId? Fees { get; internal set; }

    /// <summary>The trading day under way; null between two days.</summary>
    public DateOnly? Day { get; internal set; }

    /// <summary>The last trading day that is over; null before the first.</summary>
    public DateOnly? LastDay { get; internal set; }

    /// <summary>The number the next order gets.</summary>
    public OrderId NextOrder { get; internal set; } = new(1);

    /// <summary>The number the next negotiation gets.</summary>
    public BlockId NextBlock { get; internal set; } = new(1);

    /// <summary>Listed orders of the trading day under way, or of the last one.</summary>
    public Dictionary<OrderId, ListedOrder> Orders { get; } = [];

    /// <summary>Block negotiations of the trading day under way, or of the last one.</summary>
    public Dictionary<BlockId, BlockTalk> Blocks { get; } = [];

    /// <summary>Every trade, in order: the first has the id 1.</summary>
    public List<Trade> Trades { get; } = [];

    /// <summary>Instruments that have been traded or could be, by the ledger's code.</summary>
    public Dictionary<Asset, InstrumentState> Instruments { get; } = [];

    /// <summary>What was bought or earned and is released when the next trading day opens.</summary>
    public HashSet<(AccountId Account, Asset Asset)> Unsettled { get; } = [];

    /// <summary>Priced offers, intentions, registrations of deals and reports of others.</summary>
    public ModesState Modes { get; } = new();

    /// <summary>The number the next trade gets.</summary>
    public TradeId NextTrade => new(Trades.Count + 1);

    /// <summary>True when something is open that ends with its day.</summary>
    public bool HasOpen => Orders.Values.Any(order => order.Status == OrderStatus.Open)
        || Blocks.Values.Any(talk => talk.Status == BlockStatus.Open) || Modes.HasOpen;

    /// <summary>The books there are now, for the state's hash and the invariants.</summary>
    internal IReadOnlyDictionary<Asset, OrderBook> Books => books;

    /// <summary>Bars and indexes of the trades; they follow from them.</summary>
    internal Tapes Tapes { get; } = new();

    /// <summary>
    /// The book of an instrument. It lives for one trading day, since all orders do, and so holds no tick beyond the
    /// day's band: its memory grows with the number of ticks.
    /// </summary>
    internal OrderBook Book(Asset instrument, long highestTick)
    {
        if (!books.TryGetValue(instrument, out var book))
        {
            book = new OrderBook(new BookLimits((int)highestTick, Orders: 16));
            books.Add(instrument, book);
        }

        return book;
    }

    /// <summary>Forgets the day's books; they are empty.</summary>
    internal void CloseBooks() => books.Clear();
}

/// <summary>Prices and quantities of one instrument.</summary>
public sealed class InstrumentState(Price reference)
{
    /// <summary>
    /// The close of the day before the one under way; on the first day the rulebook's reference price.
    /// </summary>
    public Price Reference { get; internal set; } = reference;

    /// <summary>Today's trades in the modes beside listed orders and blocks so far.</summary>
    public Dictionary<TradingMode, DayBar> Others { get; } = [];

    /// <summary>Today's listed trades so far; null before the first.</summary>
    public DayBar? Listed { get; internal set; }

    /// <summary>Today's block trades so far; null before the first.</summary>
    public DayBar? Block { get; internal set; }

    /// <summary>The days that are over, in order; of a day in the order of the modes.</summary>
    public List<DayBar> Bars { get; } = [];

    /// <summary>Everything ever traded.</summary>
    public Tonnes Volume { get; internal set; }

    /// <summary>What it cost, without fees.</summary>
    public Money Amount { get; internal set; } = Money.Zero(reference.Currency);

    /// <summary>Today's bar of a mode, or null.</summary>
    public DayBar? Today(TradingMode mode) => mode switch
    {
        TradingMode.Listed => Listed,
        TradingMode.Block => Block,
        _ => Others.GetValueOrDefault(mode),
    };

    /// <summary>Notes today's bar of a mode.</summary>
    internal void SetToday(DayBar bar)
    {
        switch (bar.Mode)
        {
            case TradingMode.Listed:
                Listed = bar;
                break;
            case TradingMode.Block:
                Block = bar;
                break;
            default:
                Others[bar.Mode] = bar;
                break;
        }
    }

    /// <summary>Today is over.</summary>
    internal void EndDay()
    {
        (Listed, Block) = (null, null);
        Others.Clear();
    }
}
