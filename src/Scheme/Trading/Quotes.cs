using Tanheng.Ledger;
using Tanheng.Market.Books;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>One price of one side of the book.</summary>
/// <param name="Price">The price.</param>
/// <param name="Quantity">Open tonnes of all orders there.</param>
/// <param name="Orders">How many they are.</param>
public sealed record QuoteLine(Price Price, Tonnes Quantity, int Orders);

/// <summary>行情: what anybody may know of an instrument; it names nobody.</summary>
/// <param name="Instrument">What.</param>
/// <param name="PreviousClose">The close of the trading day before.</param>
/// <param name="Last">The price of today's last trade in the mode that makes the close; null before the first.</param>
/// <param name="Listed">Today's listed trades; null before the first.</param>
/// <param name="Block">Today's block trades; null before the first.</param>
/// <param name="Bids">The best prices to buy, the highest first.</param>
/// <param name="Asks">The best prices to sell, the lowest first.</param>
/// <param name="Volume">Tonnes ever traded.</param>
/// <param name="Amount">What they cost.</param>
public sealed record Quote(
    Asset Instrument,
    Price PreviousClose,
    Price? Last,
    DayBar? Listed,
    DayBar? Block,
    IReadOnlyList<QuoteLine> Bids,
    IReadOnlyList<QuoteLine> Asks,
    Tonnes Volume,
    Money Amount)
{
    /// <summary>Today's trades in every mode that has any, in the order of the modes.</summary>
    public IReadOnlyList<DayBar> Today { get; init; } = [];

    /// <summary>Today's trades in the mode that makes the close; null before the first.</summary>
    public DayBar? Main { get; init; }
}

/// <summary>What can be asked of the exchange.</summary>
public static class Quotes
{
    /// <summary>So many prices of each side are shown 五档行情.</summary>
    public const int Depth = 5;

    /// <summary>The quote of an instrument; null when there is none.</summary>
    public static Quote? Of(SchemeState state, Asset instrument) =>
        state.Trading.Instruments.TryGetValue(instrument, out var known)
            ? new Quote(
                instrument,
                known.Reference,
                TapeOf(state, instrument.Code)?.Today(state.Rules.Trading!.Main.Mode)?.Close,
                known.Listed,
                known.Block,
                Lines(state, instrument, OrderSide.Buy),
                Lines(state, instrument, OrderSide.Sell),
                known.Volume,
                known.Amount)
            {
                Today = [.. Enum.GetValues<TradingMode>().Select(known.Today).OfType<DayBar>()],
                Main = known.Today(state.Rules.Trading!.Main.Mode),
            }
            : null;

    /// <summary>The best prices of a side: of the book, or of the priced offers where these make the close.</summary>
    public static IReadOnlyList<QuoteLine> Lines(
        SchemeState state, Asset instrument, OrderSide side, int most = Depth) =>
        state.Rules.Trading!.Main.Mode == TradingMode.Priced
            ? OfOffers(state, instrument, side, most)
            : OfBook(state, instrument, side, most);

    private static QuoteLine[] OfOffers(SchemeState state, Asset instrument, OrderSide side, int most)
    {
        var levels = state.Trading.Modes.Offers.Values
            .Where(offer => offer.Instrument == instrument && offer.Side == side && offer.Open > Tonnes.Zero)
            .GroupBy(offer => offer.Price, (price, offers) => new QuoteLine(
                price, new Tonnes(offers.Sum(offer => offer.Open.Value)), offers.Count()));
        return [.. (side == OrderSide.Buy
            ? levels.OrderByDescending(level => level.Price)
            : levels.OrderBy(level => level.Price)).Take(most)];
    }

    private static IReadOnlyList<QuoteLine> OfBook(SchemeState state, Asset instrument, OrderSide side, int most)
    {
        if (!state.Trading.Books.TryGetValue(instrument, out var book))
        {
            return [];
        }

        var levels = new DepthLevel[most];
        var count = book.Depth(side == OrderSide.Buy ? Side.Buy : Side.Sell, levels);
        var tick = state.Rules.Trading!.Tick;
        return [.. levels.Take(count).Select(level => new QuoteLine(
            new Price(level.Price * tick.Minor, tick.Currency), new Tonnes(level.Quantity), level.Orders))];
    }

    /// <summary>Open orders of a side that may be picked, the best first, earlier ones before later ones.</summary>
    public static IReadOnlyList<ListedOrder> Orders(SchemeState state, Asset instrument, OrderSide side) =>
        state.Trading.Books.TryGetValue(instrument, out var book)
            ? [.. book.Orders(side == OrderSide.Buy ? Side.Buy : Side.Sell)
                .Select(order => state.Trading.Orders[new OrderId(order.Id)])]
            : [];

    /// <summary>A holder's listed orders of the day, oldest first.</summary>
    public static IReadOnlyList<ListedOrder> OrdersOf(SchemeState state, HolderId holder) =>
        [.. state.Trading.Orders.Values.Where(order => order.Holder == holder).OrderBy(order => order.Id.Value)];

    /// <summary>A holder's block negotiations of the day, and the open ones it may answer, oldest first.</summary>
    public static IReadOnlyList<BlockTalk> BlocksFor(SchemeState state, HolderId holder) =>
        [.. state.Trading.Blocks.Values
            .Where(talk => talk.IsFor(holder))
            .OrderBy(talk => talk.Id.Value)];

    /// <summary>Trades of a holder's account, newest first.</summary>
    public static IEnumerable<Trade> TradesOf(SchemeState state, AccountId account) => TradeList.Of(state, [account]);

    /// <summary>What has happened to an instrument or composite; null before its first trade or day.</summary>
    public static Tape? TapeOf(SchemeState state, string code) => state.Trading.Tapes.Of(code);

    /// <summary>Families of which all vintages together have a composite quotation 综合行情.</summary>
    public static IEnumerable<string> Composites(SchemeState state) =>
        state.Rules.Trading is { } trading ? Tapes.Composites(trading) : [];

    /// <summary>The finished days of an instrument in a mode, oldest first.</summary>
    public static IEnumerable<DayBar> Bars(SchemeState state, Asset instrument, TradingMode mode) =>
        state.Trading.Instruments.TryGetValue(instrument, out var known)
            ? known.Bars.Where(bar => bar.Mode == mode)
            : [];

    /// <summary>Counts a trade in its day's bar and in the sums.</summary>
    internal static void Note(SchemeState state, Trade trade)
    {
        var instrument = state.Trading.Instruments[trade.Instrument];
        instrument.Volume += trade.Quantity;
        instrument.Amount += trade.Amount;
        state.Trading.Tapes.Note(state, trade);
        instrument.SetToday(
            Next(state.Rules.Trading!, instrument.Today(trade.Mode), trade, state.Trading.Day!.Value));
    }

    private static DayBar Next(TradingRule trading, DayBar? bar, Trade trade, DateOnly day)
    {
        var price = trade.Price;
        bar ??= new DayBar(
            trade.Instrument, day, trade.Mode, price, price, price, price, Tonnes.Zero, Money.Zero(price.Currency), 0);
        var (volume, amount) = (bar.Volume + trade.Quantity, bar.Amount + trade.Amount);
        return bar with
        {
            High = price > bar.High ? price : bar.High,
            Low = price < bar.Low ? price : bar.Low,
            Close = trade.Mode is TradingMode.Listed or TradingMode.Priced
                ? TradingDays.Average(trading, amount, volume)
                : price,
            Volume = volume,
            Amount = amount,
            Trades = bar.Trades + 1,
        };
    }
}
