using Tanheng.Market.Bars;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>
/// What has happened to one instrument, or to all vintages of a family taken together (综合行情, the composite): bars and
/// which trades. It follows from the trades and grows with each, so that nobody has to walk through all of them; it is
/// no part of the state's hash.
/// </summary>
public sealed class Tape
{
    /// <summary>A mode without trades: reading changes nothing.</summary>
    private static readonly Strand Nothing = new();

    private readonly Dictionary<TradingMode, Strand> strands = [];

    internal Tape(string code) => Code = code;

    /// <summary>An instrument such as <c>CEA-2022</c>, or a family such as <c>CEA</c>.</summary>
    public string Code { get; }

    /// <summary>The close of the last day that is over; null before the first one with a price.</summary>
    public Price? PreviousClose { get; private set; }

    /// <summary>Tonnes ever traded.</summary>
    public Tonnes Volume { get; private set; }

    /// <summary>The day under way in a mode; its close is the last price. Null before the first trade.</summary>
    public Bar? Today(TradingMode mode) => Of(mode).Today;

    /// <summary>Minutes with trades.</summary>
    public BarSeries Minutes(TradingMode mode) => Of(mode).Minutes;

    /// <summary>
    /// Days that are over. Of the mode that makes the price: with the closing price by rule, days without trades too.
    /// </summary>
    public BarSeries Days(TradingMode mode) => Of(mode).Days;

    /// <summary>Bars that begin before a moment, newest first; of days and wider ones, of days that are over.</summary>
    public IEnumerable<Bar> Before(DateTime local, TradingMode mode, BarWidth width) =>
        (width.IsWithinDay() ? Minutes(mode) : Days(mode)).Before(local, width);

    /// <summary>The numbers of its trades in a mode, rising.</summary>
    internal List<long> Trades(TradingMode mode) => Of(mode).Trades;

    internal void Note(Trade trade, DateTime local)
    {
        var strand = Open(trade.Mode);
        strand.Trades.Add(trade.Id.Value);
        strand.Minutes.Add(local, trade.Price, trade.Quantity);
        strand.Today = strand.Today?.With(trade.Price, trade.Quantity)
            ?? Bar.Of(local.Date, trade.Price, trade.Quantity);
        Volume += trade.Quantity;
    }

    /// <summary>
    /// The day is over. In the mode that makes the price (listed orders, where there are any) the close is Σ turnover /
    /// Σ quantity, rounded to a tick as the rulebook says; without trades the previous close, and no bar while there
    /// has never been one. Other modes have bars of their own.
    /// </summary>
    internal void Close(TradingRule trading, DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        var main = Open(trading.Main.Mode);
        if (main.Today is { } today)
        {
            main.Days.Append(today with
            {
                Start = start,
                Close = TradingDays.Average(trading, today.Turnover, today.Volume),
            });
        }
        else if (PreviousClose is { } flat)
        {
            main.Days.Append(Bar.Flat(start, flat));
        }

        PreviousClose = main.Days.Latest?.Close;
        main.Today = null;
        foreach (var other in strands.Values)
        {
            if (other.Today is { } traded)
            {
                other.Days.Append(traded with { Start = start });
                other.Today = null;
            }
        }
    }

    /// <summary>An instrument begins with the price of the rulebook.</summary>
    internal void Begin(Price reference) => PreviousClose ??= reference;

    private Strand Of(TradingMode mode) => strands.GetValueOrDefault(mode) ?? Nothing;

    private Strand Open(TradingMode mode)
    {
        if (!strands.TryGetValue(mode, out var strand))
        {
            strands.Add(mode, strand = new Strand());
        }

        return strand;
    }

    private sealed class Strand
    {
        public BarSeries Minutes { get; } = new(BarWidth.Minute);

        public BarSeries Days { get; } = new(BarWidth.Day);

        public List<long> Trades { get; } = [];

        public Bar? Today { get; set; }
    }
}
