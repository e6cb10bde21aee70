using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Portal.Models;

/// <summary>A trade without its parties.</summary>
public sealed record TradeLine(TradeId Id, DateTime At, TradingMode Mode, Price Price, Tonnes Quantity);

/// <summary>What the page of quotes shows: all instruments, and one of them at length.</summary>
/// <param name="Day">The trading day under way; null between two.</param>
/// <param name="Hours">What is open now, and when that changes; null while the exchange is not open.</param>
/// <param name="Quotes">All instruments, by code; none while the exchange is not open.</param>
/// <param name="Shown">The one at length.</param>
/// <param name="Band">Its lowest and highest listed price today.</param>
/// <param name="KLine">Its candles.</param>
/// <param name="Trades">Its last trades, newest first.</param>
public sealed record MarketView(
    DateOnly? Day,
    ExchangeHours? Hours,
    IReadOnlyList<Quote> Quotes,
    Quote? Shown,
    PriceBand Band,
    KLine? KLine,
    IReadOnlyList<TradeLine> Trades)
{
    private const int MostTrades = 12;

    /// <summary>Reads it; null where the rulebook has no exchange.</summary>
    /// <param name="state">The market.</param>
    /// <param name="now">Business time in the market's zone.</param>
    /// <param name="runs">False where time is moved by hand.</param>
    /// <param name="instrument">Which one at length; the most traded where there is none of this code.</param>
    /// <param name="period">How long its candles are.</param>
    public static MarketView? Of(
        SchemeState state, DateTime now, bool runs, string? instrument, KPeriod period = KPeriod.Day)
    {
        if (state.Rules.Trading is not { } trading)
        {
            return null;
        }

        var quotes = state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
            .Select(asset => Scheme.Trading.Quotes.Of(state, asset)!).ToList();
        var hours = state.Trading.Fees is null ? null : ExchangeHours.Of(state, now, runs);
        var asset = Shows(state, instrument);
        var shown = quotes.FirstOrDefault(quote => quote.Instrument == asset);
        return shown is null
            ? new MarketView(state.Trading.Day, hours, quotes, null, default, null, [])
            : new MarketView(
                state.Trading.Day,
                hours,
                quotes,
                shown,
                Prices.BandOf(state, trading.Main, shown.Instrument),
                KLine.Of(state, shown.Instrument, period),
                [.. TradeList.Of(state, shown.Instrument.Code).Take(MostTrades).Select(trade => new TradeLine(
                    trade.Id, state.Rules.Calendar.Local(trade.At), trade.Mode, trade.Price, trade.Quantity))]);
    }

    /// <summary>What is shown at length: the instrument of a code, else the most traded; null without any.</summary>
    public static Asset? Shows(SchemeState state, string? code)
    {
        var all = state.Trading.Instruments;
        return Asset.TryParse(code, null, out var named) && all.ContainsKey(named) ? named
            : all.Count == 0 ? (Asset?)null
            : all.OrderBy(one => one.Key.Code, StringComparer.Ordinal).MaxBy(one => one.Value.Volume).Key;
    }

    /// <summary>How the last price moved: 1 up, −1 down, 0 not or not known.</summary>
    public static int Direction(Quote quote) =>
        quote.Last is { } last ? last.Minor.CompareTo(quote.PreviousClose.Minor) : 0;

    /// <summary>How far the last price is from the previous close: ▲ +2.00 %; empty before the first trade.</summary>
    public static string Change(Quote quote) =>
        quote.Last is { } last ? Format.Change(Volumes.Change(quote.PreviousClose, last).Value) : "";
}
