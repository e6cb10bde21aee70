using Tanheng.Quantities;

namespace Tanheng.Market.Bars;

/// <summary>K 线: what happened to a price in a stretch of time.</summary>
/// <param name="Start">Its first moment, in the market's local time.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price; of days, weeks and months the closing price by the market's rule.</param>
/// <param name="Volume">Tonnes traded.</param>
/// <param name="Turnover">成交额: what they cost, without fees.</param>
/// <param name="Trades">How many trades; 0 on a day without any, whose prices are all the previous close.</param>
public readonly record struct Bar(
    DateTime Start,
    Price Open,
    Price High,
    Price Low,
    Price Close,
    Tonnes Volume,
    Money Turnover,
    int Trades)
{
    /// <summary>The bar of a stretch without trades.</summary>
    public static Bar Flat(DateTime start, Price price) =>
        new(start, price, price, price, price, Tonnes.Zero, Money.Zero(price.Currency), 0);

    /// <summary>The bar of a first trade.</summary>
    public static Bar Of(DateTime start, Price price, Tonnes quantity) => Flat(start, price).With(price, quantity);

    /// <summary>The bar with one more trade.</summary>
    public Bar With(Price price, Tonnes quantity) => this with
    {
        High = price > High ? price : High,
        Low = price < Low ? price : Low,
        Close = price,
        Volume = Volume + quantity,
        Turnover = Turnover + (price * quantity),
        Trades = Trades + 1,
    };

    /// <summary>
    /// The bar with the one after it. What had no trade has no part in high and low, unless neither had one.
    /// </summary>
    public Bar With(in Bar next)
    {
        var (mine, other) = (Trades > 0 || next.Trades == 0, next.Trades > 0 || Trades == 0);
        var (high, low) = (mine ? High : next.High, mine ? Low : next.Low);
        return this with
        {
            High = other && next.High > high ? next.High : high,
            Low = other && next.Low < low ? next.Low : low,
            Close = next.Close,
            Volume = Volume + next.Volume,
            Turnover = Turnover + next.Turnover,
            Trades = Trades + next.Trades,
        };
    }

    /// <summary>均价 (VWAP): turnover / volume in minor units for a tonne; null without trades.</summary>
    /// <param name="rounding">Of the division.</param>
    public Price? Average(Rounding rounding) => Volume == Tonnes.Zero
        ? null
        : new Price(Round.MultiplyDivide(Turnover.Minor, 1, Volume.Value, rounding), Turnover.Currency);
}
