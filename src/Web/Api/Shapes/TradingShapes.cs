using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Api.Shapes;

/// <summary>One price of one side of the book.</summary>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">Open tonnes of all orders there.</param>
/// <param name="Orders">How many they are.</param>
public sealed record LevelView(Amount Price, Tonnes Quantity, int Orders)
{
    /// <summary>A side as it is answered.</summary>
    public static IReadOnlyList<LevelView> Of(IReadOnlyList<QuoteLine> lines) =>
        [.. lines.Select(line => new LevelView(Amount.Of((Price?)line.Price)!, line.Quantity, line.Orders))];
}

/// <summary>The best prices of an instrument; they name nobody.</summary>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Bids">The best prices to buy, the highest first.</param>
/// <param name="Asks">The best prices to sell, the lowest first.</param>
public sealed record DepthView(Asset Instrument, IReadOnlyList<LevelView> Bids, IReadOnlyList<LevelView> Asks)
{
    /// <summary>The depth of a quote.</summary>
    public static DepthView Of(Quote quote) =>
        new(quote.Instrument, LevelView.Of(quote.Bids), LevelView.Of(quote.Asks));
}

/// <summary>What anybody may know of an instrument; it names nobody. Prices are in minor units for a tonne.</summary>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Day">The trading day under way; left out between two days.</param>
/// <param name="PreviousClose">The close of the day before.</param>
/// <param name="Lowest">The lowest price an order may have today.</param>
/// <param name="Highest">The highest price an order may have today.</param>
/// <param name="Last">The price of today's last listed trade; left out before the first.</param>
/// <param name="Listed">Today's listed trades so far; left out before the first.</param>
/// <param name="Block">Today's block trades so far; left out before the first.</param>
/// <param name="Bids">The best prices to buy, the highest first.</param>
/// <param name="Asks">The best prices to sell, the lowest first.</param>
/// <param name="TotalVolume">Ever traded.</param>
/// <param name="TotalAmount">What it cost, without fees.</param>
public sealed record InstrumentView(
    Asset Instrument,
    DateOnly? Day,
    Amount PreviousClose,
    Amount Lowest,
    Amount Highest,
    Amount? Last,
    BarView? Listed,
    BarView? Block,
    IReadOnlyList<LevelView> Bids,
    IReadOnlyList<LevelView> Asks,
    Tonnes TotalVolume,
    Amount TotalAmount)
{
    /// <summary>A quote as it is answered.</summary>
    public static InstrumentView Of(SchemeState state, Quote quote)
    {
        var band = Prices.BandOf(state, state.Rules.Trading!.Listed, quote.Instrument);
        return new InstrumentView(
            quote.Instrument,
            state.Trading.Day,
            Amount.Of((Price?)quote.PreviousClose)!,
            Amount.Of((Price?)band.Lowest)!,
            Amount.Of((Price?)band.Highest)!,
            Amount.Of(quote.Last),
            BarView.Of(quote.Listed),
            BarView.Of(quote.Block),
            LevelView.Of(quote.Bids),
            LevelView.Of(quote.Asks),
            quote.Volume,
            Amount.Of((Money?)quote.Amount)!);
    }
}

/// <summary>One day of one instrument in one mode. Prices are in minor units for a tonne.</summary>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Mode">How.</param>
/// <param name="Open">The first price; of listed trades on a day without any, the previous close.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">
/// Listed: the average of all trades weighted by quantity, or the previous close. Block: the last trade's price.
/// </param>
/// <param name="Volume">What was traded.</param>
/// <param name="Amount">What it cost, without fees.</param>
/// <param name="Trades">How many trades.</param>
public sealed record BarView(
    Asset Instrument,
    DateOnly Day,
    TradingMode Mode,
    Amount Open,
    Amount High,
    Amount Low,
    Amount Close,
    Tonnes Volume,
    Amount Amount,
    int Trades)
{
    /// <summary>A bar as it is answered; null for none.</summary>
    public static BarView? Of(DayBar? bar) => bar is null ? null : new BarView(
        bar.Instrument,
        bar.Day,
        bar.Mode,
        Shapes.Amount.Of((Price?)bar.Open)!,
        Shapes.Amount.Of((Price?)bar.High)!,
        Shapes.Amount.Of((Price?)bar.Low)!,
        Shapes.Amount.Of((Price?)bar.Close)!,
        bar.Volume,
        Shapes.Amount.Of((Money?)bar.Amount)!,
        bar.Trades);
}

/// <summary>A trade as the public sees it: neither who nor whose account.</summary>
/// <param name="Trade">The trade.</param>
/// <param name="Time">When.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Mode">How.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">How much.</param>
public sealed record PublicTradeView(
    TradeId Trade, DateTimeOffset Time, Asset Instrument, TradingMode Mode, Amount Price, Tonnes Quantity)
{
    /// <summary>A trade as it is answered.</summary>
    public static PublicTradeView Of(Trade trade) => new(
        trade.Id, trade.At, trade.Instrument, trade.Mode, Amount.Of((Price?)trade.Price)!, trade.Quantity);
}

/// <summary>A listed order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Account">The trading account that keeps what it needs.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">Entered, less what was given up by a reduction.</param>
/// <param name="Filled">What has traded.</param>
/// <param name="Open">What still can trade.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="At">When it was entered.</param>
public sealed record OrderView(
    OrderId Order,
    HolderId Holder,
    AccountId Account,
    Asset Instrument,
    OrderSide Side,
    Amount Price,
    Tonnes Quantity,
    Tonnes Filled,
    Tonnes Open,
    OrderStatus Status,
    DateTimeOffset At)
{
    /// <summary>An order as it is answered.</summary>
    public static OrderView Of(ListedOrder one) => new(
        one.Id,
        one.Holder,
        one.Account,
        one.Instrument,
        one.Side,
        Amount.Of((Price?)one.Price)!,
        one.Quantity,
        one.Filled,
        one.Open,
        one.Status,
        one.At);
}

/// <summary>
/// A block negotiation. Who the parties are is left out for those who may answer it but are none of them.
/// </summary>
/// <param name="Block">The negotiation.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Side">The side of who began it.</param>
/// <param name="Price">The standing price, in minor units for a tonne.</param>
/// <param name="Quantity">The standing quantity.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it began.</param>
/// <param name="Initiator">Who began it.</param>
/// <param name="Named">The only one who may answer; left out when anybody may.</param>
/// <param name="Responder">Who answered.</param>
/// <param name="Stands">Whose terms stand; the other one may confirm or counter.</param>
public sealed record BlockOfferView(
    BlockId Block,
    Asset Instrument,
    OrderSide Side,
    Amount Price,
    Tonnes Quantity,
    BlockStatus Status,
    DateTimeOffset At,
    HolderId? Initiator,
    HolderId? Named,
    HolderId? Responder,
    HolderId? Stands)
{
    /// <summary>A negotiation as it is answered.</summary>
    /// <param name="one">The negotiation.</param>
    /// <param name="named">True for those who may know the parties.</param>
    public static BlockOfferView Of(BlockTalk one, bool named) => new(
        one.Id,
        one.Instrument,
        one.Initiator.Side,
        Amount.Of((Price?)one.Standing.Price)!,
        one.Standing.Quantity,
        one.Status,
        one.At,
        named ? one.Initiator.Holder : null,
        named ? one.Named : null,
        named ? one.Responder?.Holder : null,
        named ? one.Stands : null);
}

/// <summary>One side of a trade.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Account">The trading account.</param>
/// <param name="Fee">What it paid to the exchange, in minor units.</param>
public sealed record TradeSideView(HolderId? Holder, AccountId Account, Amount Fee);

/// <summary>A trade as those see it who may read a side of it; the other side is left out.</summary>
/// <param name="Trade">The trade.</param>
/// <param name="Time">When.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Mode">How.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Amount">Price times quantity, without fees.</param>
/// <param name="Seller">The seller's side.</param>
/// <param name="Buyer">The buyer's side.</param>
/// <param name="Order">The listed order that was taken; left out for blocks.</param>
/// <param name="Block">The negotiation; left out for listed trades.</param>
public sealed record OwnTradeView(
    TradeId Trade,
    DateTimeOffset Time,
    Asset Instrument,
    TradingMode Mode,
    Amount Price,
    Tonnes Quantity,
    Amount Amount,
    TradeSideView? Seller,
    TradeSideView? Buyer,
    OrderId? Order,
    BlockId? Block);

/// <summary>Money that waits to be paid out.</summary>
/// <param name="Withdrawal">The withdrawal.</param>
/// <param name="Holder">Whose; left out for money in suspense that goes back to who paid it.</param>
/// <param name="Account">The account that keeps it.</param>
/// <param name="Amount">How much.</param>
/// <param name="To">The bank account it goes to.</param>
/// <param name="At">When it was asked for.</param>
public sealed record WithdrawalView(
    WithdrawalId Withdrawal,
    HolderId? Holder,
    AccountId Account,
    Amount Amount,
    BankAccount To,
    DateTimeOffset At)
{
    /// <summary>A withdrawal as it is answered.</summary>
    public static WithdrawalView Of(Withdrawal one) =>
        new(one.Id, one.Holder, one.Account, Shapes.Amount.Of((Money?)one.Amount)!, one.To, one.At);
}

/// <summary>A line of the settlement bank's statement that was booked.</summary>
/// <param name="Reference">The line's reference.</param>
/// <param name="Sequence">The row of the journal that booked it.</param>
public sealed record DepositView(string Reference, long Sequence);
