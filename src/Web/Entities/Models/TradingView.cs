using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Entities.Models;

/// <summary>A trade from the side of one holder; who the other one was is not said.</summary>
public sealed record OwnTradeLine(
    DateTime At, Asset Instrument, OrderSide Side, TradingMode Mode, Price Price, Tonnes Quantity);

/// <summary>What a holder's page of the exchange shows.</summary>
/// <param name="IsOpen">False until the exchange is opened.</param>
/// <param name="Kept">Money and units in the trading account.</param>
/// <param name="Instruments">What can be traded.</param>
/// <param name="Shown">The instrument whose depth is shown; null while there is none.</param>
/// <param name="Terms">Its unit and vintage as forms have them.</param>
/// <param name="Orders">The holder's orders of the last trading day.</param>
/// <param name="Others">Others' open orders for the instrument, the best of each side first.</param>
/// <param name="Blocks">Open negotiations of the holder, and those it may answer.</param>
/// <param name="Trades">The holder's last trades, newest first.</param>
public sealed record TradingView(
    bool IsOpen,
    IReadOnlyList<Position> Kept,
    IReadOnlyList<string> Instruments,
    Quote? Shown,
    string Terms,
    IReadOnlyList<ListedOrder> Orders,
    IReadOnlyList<ListedOrder> Others,
    IReadOnlyList<BlockTalk> Blocks,
    IReadOnlyList<OwnTradeLine> Trades)
{
    private const int MostOthers = 10;
    private const int MostTrades = 50;

    /// <summary>Reads it; null where the rulebook has no exchange.</summary>
    /// <param name="state">The market.</param>
    /// <param name="holder">Whose page.</param>
    /// <param name="instrument">Which one's depth; the most traded where there is none of this code.</param>
    public static TradingView? Of(SchemeState state, Holder holder, string? instrument)
    {
        if (state.Rules.Trading is not { } trading)
        {
            return null;
        }

        var known = state.Trading.Instruments;
        var codes = known.Keys.Select(asset => asset.Code).Order(StringComparer.Ordinal).ToList();
        var shown = known.OrderBy(one => one.Key.Code, StringComparer.Ordinal)
            .OrderByDescending(one => one.Key.Code == instrument).ThenByDescending(one => one.Value.Volume)
            .Select(one => Quotes.Of(state, one.Key)).FirstOrDefault();
        return new TradingView(
            state.Trading.Fees is not null,
            holder.TradingAccount is { } account ? [.. Positions(state, account)] : [],
            codes,
            shown,
            shown is null ? "" : TermsOf(state, trading, shown.Instrument),
            Quotes.OrdersOf(state, holder.Id),
            shown is null ? [] : BestOf(state, holder.Id, shown.Instrument),
            [.. Quotes.BlocksFor(state, holder.Id).Where(talk => talk.Status == BlockStatus.Open)],
            holder.TradingAccount is { } own ? TradesOf(state, own) : []);
    }

    private static IEnumerable<Position> Positions(SchemeState state, AccountId account) =>
        state.Ledger.Positions(account)
            .OrderByDescending(position => position.Asset.IsMoney)
            .ThenBy(position => position.Asset.Code, StringComparer.Ordinal).ThenBy(position => position.Compartment);

    private static string TermsOf(SchemeState state, TradingRule trading, Asset instrument)
    {
        var (unit, vintage) = (
            from rule in trading.Instruments
            from each in rule.Each
            where state.Rules.Unit(rule.Unit)!.AssetCode(each) == instrument.Code
            select (rule.Unit, each)).First();
        return "unit=" + Uri.EscapeDataString(unit) + (vintage == default
            ? ""
            : "&vintage=" + Uri.EscapeDataString(vintage.ToString()));
    }

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

    /// <summary>The digits of a price, as forms read them.</summary>
    public static string Digits(Price price) => new Money(price.Minor, price.Currency).Amount;

    /// <summary>A number in an address.</summary>
    public static string Plain(Tonnes tonnes) => tonnes.Value.ToString(CultureInfo.InvariantCulture);
}
