using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>What was traded in one mode.</summary>
/// <param name="Mode">How.</param>
/// <param name="Volume">Tonnes.</param>
/// <param name="Amount">What they cost, without fees.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Average">Amount / volume in the currency, rounded as the rulebook says; null without trades.</param>
public sealed record VolumeLine(TradingMode Mode, Tonnes Volume, Money Amount, int Trades, decimal? Average);

/// <summary>Volume split by venue: what was traded here in each mode, and what outside and reported here.</summary>
/// <param name="Modes">Every mode of the market in which trades are made, in order.</param>
/// <param name="Volume">All of them.</param>
/// <param name="Amount">What it cost, without fees.</param>
/// <param name="Outside">Of the volume, what was dealt outside the venue.</param>
/// <param name="Average">Amount / volume in the currency, rounded as the rulebook says; null without trades.</param>
public sealed record VolumeSplit(
    IReadOnlyList<VolumeLine> Modes, Tonnes Volume, Money Amount, Tonnes Outside, decimal? Average)
{
    /// <summary>What was dealt at the venue.</summary>
    public Tonnes AtVenue => Volume - Outside;

    /// <summary>Outside / volume, two digits, half up; null without trades.</summary>
    public Percent? OutsideShare => Volume == Tonnes.Zero
        ? null
        : new Percent(Round.MultiplyDivide(Outside.Value, 10_000, Volume.Value, Rounding.HalfUp) / 100m);
}

/// <summary>Statistics of trading.</summary>
public static class Volumes
{
    /// <summary>What was traded from one day to another, both counted, the day under way too.</summary>
    /// <param name="state">The market.</param>
    /// <param name="instrument">What; null for all instruments together.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static VolumeSplit Of(SchemeState state, Asset? instrument, DateOnly from, DateOnly to)
    {
        var trading = state.Rules.Trading!;
        var bars = state.Trading.Instruments
            .Where(one => instrument is null || one.Key == instrument)
            .SelectMany(one => one.Value.Bars.Concat(
                Enum.GetValues<TradingMode>().Select(one.Value.Today).OfType<DayBar>()))
            .Where(bar => bar.Day >= from && bar.Day <= to)
            .ToLookup(bar => bar.Mode);

        // A mode that the rulebook has no more is still told of when something was traded in it.
        var lines = Enum.GetValues<TradingMode>()
            .Where(mode => mode != TradingMode.Intention && (trading.Mode(mode) is not null || bars.Contains(mode)))
            .Select(mode => Line(state, mode, bars[mode])).ToList();
        var volume = new Tonnes(lines.Sum(line => line.Volume.Value));
        var amount = lines.Aggregate(Money.Zero(state.Rules.Currency), (sum, line) => sum + line.Amount);
        return new VolumeSplit(
            lines,
            volume,
            amount,
            new Tonnes(lines.Where(line => line.Mode == TradingMode.Otc).Sum(line => line.Volume.Value)),
            Average(trading, amount, volume));
    }

    /// <summary>
    /// An average price as it is shown: amount / volume in whole units of the currency, with the rulebook's digits and
    /// rounding; null without a volume.
    /// </summary>
    public static decimal? Average(TradingRule trading, Money amount, Tonnes volume)
    {
        if (volume == Tonnes.Zero)
        {
            return null;
        }

        var (minor, scale) = (amount.Currency.MinorPerUnit, (long)Math.Pow(10, Digits(trading, amount.Currency)));
        return (decimal)Round.MultiplyDivide(
            amount.Minor, scale, checked(volume.Value * minor), trading.Prices.CloseRounding) / scale;
    }

    /// <summary>Digits after the point of an average that is shown.</summary>
    public static int Digits(TradingRule trading, Currency currency) =>
        Math.Min(trading.Prices.AverageDigits ?? currency.MinorDigits, 8);

    /// <summary>涨跌幅: how far a price is from another one, two digits, half up (away from zero).</summary>
    public static Percent Change(Price before, Price now) => new(Round.MultiplyDivide(
        now.Minor - before.Minor, 10_000, before.Minor, Rounding.HalfUp) / 100m);

    private static VolumeLine Line(SchemeState state, TradingMode mode, IEnumerable<DayBar> bars)
    {
        var (volume, amount, trades) = (Tonnes.Zero, Money.Zero(state.Rules.Currency), 0);
        foreach (var bar in bars)
        {
            (volume, amount, trades) = (volume + bar.Volume, amount + bar.Amount, trades + bar.Trades);
        }

        return new VolumeLine(mode, volume, amount, trades, Average(state.Rules.Trading!, amount, volume));
    }
}
