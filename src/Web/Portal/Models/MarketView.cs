using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal.Charts;

namespace Tanheng.Web.Portal.Models;

/// <summary>A trade without its parties.</summary>
public sealed record TradeLine(DateTime At, TradingMode Mode, Price Price, Tonnes Quantity);

/// <summary>What the page of quotes shows: all instruments, and one of them at length.</summary>
/// <param name="Day">The trading day under way; null between two.</param>
/// <param name="Quotes">All instruments, by code; none while the exchange is not open.</param>
/// <param name="Shown">The one at length.</param>
/// <param name="Band">Its lowest and highest listed price today.</param>
/// <param name="Bars">Its last days with listed trading, oldest first.</param>
/// <param name="Trades">Its last trades, newest first.</param>
public sealed record MarketView(
    DateOnly? Day,
    IReadOnlyList<Quote> Quotes,
    Quote? Shown,
    PriceBand Band,
    IReadOnlyList<DayBar> Bars,
    IReadOnlyList<TradeLine> Trades)
{
    private const int MostBars = 120;
    private const int MostTrades = 20;

    /// <summary>Reads it; null where the rulebook has no exchange.</summary>
    /// <param name="state">The market.</param>
    /// <param name="instrument">Which one at length; the most traded where there is none of this code.</param>
    public static MarketView? Of(SchemeState state, string? instrument)
    {
        if (state.Rules.Trading is not { } trading)
        {
            return null;
        }

        var quotes = state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
            .Select(asset => Scheme.Trading.Quotes.Of(state, asset)!).ToList();
        var shown = quotes.FirstOrDefault(quote => quote.Instrument.Code == instrument)
            ?? quotes.MaxBy(quote => quote.Volume);
        return shown is null
            ? new MarketView(state.Trading.Day, quotes, null, default, [], [])
            : new MarketView(
                state.Trading.Day,
                quotes,
                shown,
                Prices.BandOf(state, trading.Main, shown.Instrument),
                [.. Scheme.Trading.Quotes.Bars(state, shown.Instrument, trading.Main.Mode).TakeLast(MostBars)],
                shown.Volume == Tonnes.Zero ? [] : Latest(state, shown.Instrument));
    }

    /// <summary>The bars as candles with volumes below.</summary>
    public static ChartModel Candles(IReadOnlyList<DayBar> bars)
    {
        IReadOnlyList<decimal?> Of(Func<DayBar, Price> price) =>
            [.. bars.Select(bar => (decimal?)price(bar).Minor / price(bar).Currency.MinorPerUnit)];
        return new ChartModel(
            ChartKind.Candles,
            Words.ChartCandles,
            Words.UnitOfPrice(bars[0].Open.Currency),
            Words.TradingDay,
            [.. bars.Select(bar => Same(bar.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))],
            [
                new(Words.OpenPrice, Of(bar => bar.Open)),
                new(Words.ClosePrice, Of(bar => bar.Close)),
                new(Words.LowPrice, Of(bar => bar.Low)),
                new(Words.HighPrice, Of(bar => bar.High)),
                new(Words.Volume, [.. bars.Select(bar => (decimal?)bar.Volume.Value)]) { Unit = Words.Tonne },
            ]);
    }

    /// <summary>How far the last price is from the previous close: ▲ +2.00 %; empty before the first trade.</summary>
    public static string Change(Quote quote)
    {
        if (quote.Last is not { } last)
        {
            return "";
        }

        var change = 100m * (last.Minor - quote.PreviousClose.Minor) / quote.PreviousClose.Minor;
        var sign = change > 0 ? "▲ +" : change < 0 ? "▼ " : "";
        return sign + change.ToString("0.00", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>The digits of a price: <c>49.00</c>.</summary>
    public static string Digits(Price price) => new Money(price.Minor, price.Currency).Amount;

    private static List<TradeLine> Latest(SchemeState state, Asset instrument)
    {
        var (all, found) = (state.Trading.Trades, new List<TradeLine>());
        for (var i = all.Count - 1; i >= 0 && found.Count < MostTrades; i--)
        {
            if (all[i].Instrument == instrument)
            {
                found.Add(new(
                    state.Rules.Calendar.Local(all[i].At), all[i].Mode, all[i].Price, all[i].Quantity));
            }
        }

        return found;
    }

    private static Text Same(string text) => new(text, text);
}
