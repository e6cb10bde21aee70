extern alias Exchange;

using Tanheng.Ledger;
using Exchange::Tanheng.Market.Bars;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal.Models;

namespace Tanheng.Web.Feed;

/// <summary>What the public may know of the exchange at one moment, copied out of the state.</summary>
/// <param name="Scheme">The market.</param>
/// <param name="Currency">Of prices.</param>
/// <param name="Time">Business time.</param>
/// <param name="State">What may be traded.</param>
/// <param name="Instruments">By code.</param>
/// <param name="Composites">By code.</param>
/// <param name="LastTrade">The number of the last trade.</param>
/// <param name="NewTrades">Trades that were not known before, in order.</param>
/// <param name="NewBars">The minutes that they were in, as they are now.</param>
/// <param name="TooMany">True when there were more than are worth telling one by one.</param>
internal sealed record FeedView(
    string Scheme,
    string Currency,
    DateTimeOffset Time,
    FeedState State,
    IReadOnlyList<FeedInstrument> Instruments,
    IReadOnlyList<FeedComposite> Composites,
    long LastTrade,
    IReadOnlyList<FeedTrade> NewTrades,
    IReadOnlyList<BarMessage> NewBars,
    bool TooMany)
{
    /// <summary>Reads it.</summary>
    /// <param name="scheme">The market's name.</param>
    /// <param name="state">Its state.</param>
    /// <param name="now">Business time.</param>
    /// <param name="after">The last trade that is known.</param>
    /// <param name="most">So many new trades are told one by one.</param>
    public static FeedView Of(string scheme, SchemeState state, DateTime now, long after, int most)
    {
        var count = state.Trading.Trades.Count;
        var fresh = Math.Max(0, count - after);
        var trades = fresh > most ? [] : NewOnes(state, after);
        return new FeedView(
            scheme,
            state.Book is null ? "" : state.Rules.Currency.Code,
            state.Book is null ? state.Time : state.Rules.Calendar.Moment(now),
            StateOf(state, now),
            [.. state.Trading.Instruments
                .OrderBy(one => one.Key.Code, StringComparer.Ordinal)
                .Select(one => InstrumentOf(state, one.Key, one.Value))],
            state.Book is null ? [] : [.. Quotes.Composites(state)
                .Select(code => new FeedComposite(code, QuoteOf(state, Quotes.TapeOf(state, code), null)))],
            count,
            [.. trades.Select(TradeOf)],
            BarsOf(state, trades),
            fresh > most);
    }

    /// <summary>The latest trades, oldest first.</summary>
    public static IReadOnlyList<FeedTrade> Latest(SchemeState state, int count) =>
        [.. TradeList.Of(state).Take(count).Reverse().Select(TradeOf)];

    private static List<Trade> NewOnes(SchemeState state, long after) =>
        state.Trading.Trades.Count > after ? state.Trading.Trades[(int)after..] : [];

    private static FeedTrade TradeOf(Trade trade) => new(
        trade.Instrument.Code, trade.Id.Value, trade.At, trade.Mode, trade.Price.Minor, trade.Quantity.Value);

    private static FeedInstrument InstrumentOf(SchemeState state, Asset asset, InstrumentState known) => new(
        asset.Code,
        QuoteOf(state, Quotes.TapeOf(state, asset.Code), known.Reference),
        LevelsOf(state, asset, OrderSide.Buy),
        LevelsOf(state, asset, OrderSide.Sell));

    private static FeedLevel[] LevelsOf(SchemeState state, Asset asset, OrderSide side) =>
        [.. Quotes.Lines(state, asset, side)
            .Select(line => new FeedLevel(line.Price.Minor, line.Quantity.Value, line.Orders))];

    private static FeedQuote QuoteOf(SchemeState state, Tape? tape, Price? reference)
    {
        var main = state.Rules.Trading?.Main.Mode ?? TradingMode.Listed;
        var (today, block) = (tape?.Today(main), tape?.Today(TradingMode.Block));
        return new FeedQuote(
            (reference ?? tape?.PreviousClose)?.Minor,
            today?.Close.Minor,
            today?.Open.Minor,
            today?.High.Minor,
            today?.Low.Minor,
            today is { } bar ? TradingDays.Average(state.Rules.Trading!, bar.Turnover, bar.Volume).Minor : null,
            today?.Volume.Value ?? 0,
            today?.Turnover.Minor ?? 0,
            today?.Trades ?? 0,
            block?.Volume.Value ?? 0,
            block?.Turnover.Minor ?? 0,
            block?.Trades ?? 0);
    }

    private static FeedState StateOf(SchemeState state, DateTime now)
    {
        if (state.Book is null || state.Rules.Trading is not { } trading)
        {
            return new FeedState(null, FeedPhase.Closed, null, []);
        }

        return new FeedState(
            state.Trading.Day,
            PhaseOf(state, trading.Main, now),
            trading.Block is { } block ? PhaseOf(state, block, now) : null,
            [.. state.Trading.Instruments.Keys.Where(asset => TradingHalts.Of(state, asset) is not null)
                .Select(asset => asset.Code).Order(StringComparer.Ordinal)]);
    }

    private static FeedPhase PhaseOf(SchemeState state, TradingModeRule mode, DateTime now) =>
        ExchangeHours.StateOf(state, mode, now) switch
        {
            HoursState.Open => FeedPhase.Open,
            HoursState.Break => FeedPhase.Break,
            _ => FeedPhase.Closed,
        };

    /// <summary>The minutes of new trades, of their instruments and of the composites.</summary>
    private static List<BarMessage> BarsOf(SchemeState state, List<Trade> trades)
    {
        var bars = new List<BarMessage>();
        if (trades.Count == 0)
        {
            return bars;
        }

        var first = BarWidth.Minute.StartOf(state.Rules.Calendar.Local(trades[0].At));
        var modes = trades.Select(trade => trade.Mode).Distinct().Order().ToList();
        var codes = trades.Select(trade => trade.Instrument.Code).Distinct().Order(StringComparer.Ordinal)
            .Concat(Quotes.Composites(state));
        foreach (var code in codes)
        {
            foreach (var mode in modes)
            {
                bars.AddRange((Quotes.TapeOf(state, code)?.Minutes(mode).Before(DateTime.MaxValue) ?? [])
                    .TakeWhile(bar => bar.Start >= first).Reverse()
                    .Select(bar => BarOf(state, code, mode, bar)));
            }
        }

        return bars;
    }

    private static BarMessage BarOf(SchemeState state, string code, TradingMode mode, Bar bar) => new(
        code,
        mode,
        BarWidth.Minute,
        state.Rules.Calendar.Moment(bar.Start),
        bar.Open.Minor,
        bar.High.Minor,
        bar.Low.Minor,
        bar.Close.Minor,
        bar.Volume.Value,
        bar.Turnover.Minor,
        bar.Trades);
}
