using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Models;

namespace Tanheng.Web.Entities.Models;

/// <summary>A trade from the side of one holder; who the other one was is not said.</summary>
public sealed record OwnTradeLine(
    DateTime At, Asset Instrument, OrderSide Side, TradingMode Mode, Price Price, Tonnes Quantity);

/// <summary>A negotiation as one of its parties, or who may answer it, sees it.</summary>
/// <param name="Talk">The negotiation.</param>
/// <param name="Side">The reader's own side.</param>
/// <param name="Own">The reader's last terms; null before it has answered.</param>
/// <param name="Theirs">The other side's last terms; null before it has answered.</param>
/// <param name="Other">Who the other side is; null while nobody is, or where the reader may not know.</param>
/// <param name="Turn">True when the reader may confirm or counter.</param>
public sealed record TalkView(
    BlockTalk Talk, OrderSide Side, BlockTerms? Own, BlockTerms? Theirs, Text? Other, bool Turn);

/// <summary>What a holder has of its own on the exchange: renewed while the market moves.</summary>
/// <param name="Kept">Money and units in the trading account.</param>
/// <param name="Orders">The holder's orders of the last trading day.</param>
/// <param name="Others">Others' open orders for the instrument, the best of each side first.</param>
/// <param name="Blocks">The holder's negotiations of the day, and those it may answer; open ones first.</param>
/// <param name="Trades">The holder's last trades, newest first.</param>
/// <param name="Released">The trading day on which what is unsettled may be used.</param>
public sealed record OwnTrading(
    IReadOnlyList<Position> Kept,
    IReadOnlyList<ListedOrder> Orders,
    IReadOnlyList<ListedOrder> Others,
    IReadOnlyList<TalkView> Blocks,
    IReadOnlyList<OwnTradeLine> Trades,
    DateOnly Released);

/// <summary>The parts of a holder's page that are renewed while the market moves.</summary>
/// <param name="Instrument">What the page shows.</param>
/// <param name="Hours">What is open.</param>
/// <param name="Own">What is the holder's own.</param>
public sealed record OwnScreen(Asset Instrument, ExchangeHours Hours, OwnTrading Own);

/// <summary>What a holder's page of the exchange shows.</summary>
/// <param name="Market">What is public, of the instrument that is shown.</param>
/// <param name="Own">What is the holder's own; null until an instrument can be traded.</param>
/// <param name="Ticket">
/// The order that is being written; null until an instrument can be traded, and where there are neither listed orders
/// nor blocks.
/// </param>
public sealed record TradingView(MarketView Market, OwnTrading? Own, TicketView? Ticket)
{
    private const int MostOthers = 10;
    private const int MostTrades = 10;

    /// <summary>Reads it; null where the rulebook has no exchange.</summary>
    /// <param name="state">The market.</param>
    /// <param name="now">Business time in the market's zone.</param>
    /// <param name="runs">False where time is moved by hand.</param>
    /// <param name="holder">Whose page.</param>
    /// <param name="asked">What stands in the address: instrument, period, the ticket's fields.</param>
    public static TradingView? Of(
        SchemeState state, DateTime now, bool runs, Holder holder, FormValues asked)
    {
        var period = Enum.TryParse<KPeriod>(asked["period"], ignoreCase: true, out var chosen) ? chosen : KPeriod.Day;
        if (MarketView.Of(state, now, runs, asked["instrument"], period) is not { } market)
        {
            return null;
        }

        return market.Shown is not { } shown
            ? new TradingView(market, null, null)
            : new TradingView(
                market,
                OwnOf(state, holder, shown.Instrument),
                TicketView.Of(state, state.Rules.Calendar.Moment(now), holder, shown.Instrument, asked));
    }

    /// <summary>What is the holder's own alone; null until an instrument can be traded.</summary>
    public static OwnScreen? OwnOf(SchemeState state, DateTime now, bool runs, Holder holder, string? instrument) =>
        state.Trading.Fees is not null && MarketView.Shows(state, instrument) is { } shown
            ? new OwnScreen(shown, ExchangeHours.Of(state, now, runs), OwnOf(state, holder, shown))
            : null;

    /// <summary>The ticket alone; null where there is none, and until an instrument can be traded.</summary>
    public static TicketView? TicketOf(SchemeState state, DateTime now, Holder holder, FormValues asked) =>
        state.Rules.Trading is not null && MarketView.Shows(state, asked["instrument"]) is { } shown
            ? TicketView.Of(state, state.Rules.Calendar.Moment(now), holder, shown, asked)
            : null;

    /// <summary>What a holder has of its own.</summary>
    public static OwnTrading OwnOf(SchemeState state, Holder holder, Asset instrument) => new(
        holder.TradingAccount is { } account ? [.. Positions(state, account)] : [],
        Quotes.OrdersOf(state, holder.Id),
        BestOf(state, holder.Id, instrument),
        [.. Quotes.BlocksFor(state, holder.Id)
            .OrderBy(talk => talk.Status == BlockStatus.Open ? 0 : 1).ThenByDescending(talk => talk.Id.Value)
            .Select(talk => TalkOf(state, talk, holder.Id))],
        holder.TradingAccount is { } own ? TradesOf(state, own) : [],
        TradingDays.FirstAfter(
            state.Rules, state.Rules.Trading!, state.Trading.Day ?? state.Trading.LastDay ?? default));

    private static TalkView TalkOf(SchemeState state, BlockTalk talk, HolderId holder)
    {
        var began = talk.Initiator.Holder == holder;
        var party = began ? talk.Initiator : talk.Responder?.Holder == holder ? talk.Responder : null;
        var other = began ? talk.Responder : talk.Initiator;
        var whose = began ? talk.Responder?.Holder ?? talk.Named : party is null ? null : other?.Holder;
        var opposite = talk.Initiator.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        return new TalkView(
            talk,
            began ? talk.Initiator.Side : opposite,
            party?.Terms,
            other?.Terms,
            whose is { } known ? state.Registry.Holders[known].Name : null,
            talk.Status == BlockStatus.Open && talk.Stands != holder);
    }

    private static IEnumerable<Position> Positions(SchemeState state, AccountId account) =>
        state.Ledger.Positions(account)
            .OrderByDescending(position => position.Asset.IsMoney)
            .ThenBy(position => position.Asset.Code, StringComparer.Ordinal).ThenBy(position => position.Compartment);

    private static List<ListedOrder> BestOf(SchemeState state, HolderId holder, Asset instrument)
    {
        IEnumerable<ListedOrder> Of(OrderSide side) => Quotes.Orders(state, instrument, side)
            .Where(order => order.Holder != holder).Take(MostOthers);
        return [.. Of(OrderSide.Sell), .. Of(OrderSide.Buy)];
    }

    private static List<OwnTradeLine> TradesOf(SchemeState state, AccountId account) =>
    [
        .. Quotes.TradesOf(state, account).Take(MostTrades).Select(trade => new OwnTradeLine(
            state.Rules.Calendar.Local(trade.At),
            trade.Instrument,
            trade.Buyer == account ? OrderSide.Buy : OrderSide.Sell,
            trade.Mode,
            trade.Price,
            trade.Quantity)),
    ];

    /// <summary>Money as a page has it, or tonnes.</summary>
    public static Text Amount(Asset asset, long quantity)
    {
        if (!asset.IsMoney)
        {
            return Naming.Tonnes(new Tonnes(quantity));
        }

        var money = new Money(quantity, Currency.Parse(asset.Code["money:".Length..]));
        return new Text(Format.Amount(money, "zh"), Format.Amount(money, "en"));
    }

    /// <summary>A number in an address.</summary>
    public static string Plain(Tonnes tonnes) => tonnes.Value.ToString(CultureInfo.InvariantCulture);
}
