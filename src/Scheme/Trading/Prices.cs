using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>The lowest and highest price of a day, in one mode; both are allowed.</summary>
public readonly record struct PriceBand(Price Lowest, Price Highest);

/// <summary>Ticks, bands and amounts.</summary>
public static class Prices
{
    /// <summary>More ticks than this no book holds.</summary>
    private const long MostTicks = (1 << 24) - 1;

    /// <summary>Minor units of the largest trade: 100 billion yuan.</summary>
    internal const long MostAmount = 10_000_000_000_000;

    /// <summary>
    /// 涨跌幅: the previous close less and plus the mode's share, each rounded to a tick as the rulebook says; never below
    /// one tick. A mode without a band takes every price that can be counted.
    /// </summary>
    public static PriceBand BandOf(TradingRule trading, TradingModeRule mode, Price reference)
    {
        Price PriceOf(long tick) => new(tick * trading.Tick.Minor, reference.Currency);
        if (mode.AnyPrice)
        {
            return new PriceBand(PriceOf(1), PriceOf(MostTicks));
        }

        var ticks = new Money(TicksOf(trading, reference), reference.Currency);
        var down = new Percent(Percent.Hundred.Value - mode.Band.Value).Of(ticks, trading.Prices.BandRounding).Minor;
        var up = new Percent(Percent.Hundred.Value + mode.Band.Value).Of(ticks, trading.Prices.BandRounding).Minor;
        return new PriceBand(PriceOf(Math.Max(1, down)), PriceOf(Math.Clamp(up, 1, MostTicks)));
    }

    /// <summary>The band of an instrument today.</summary>
    public static PriceBand BandOf(SchemeState state, TradingModeRule mode, Asset instrument) =>
        BandOf(state.Rules.Trading!, mode, state.Trading.Instruments[instrument].Reference);

    /// <summary>
    /// Null when a quantity and a price fit a mode today. Refusals in order: bad lot; too large to list, too small for
    /// a block, quantity outside the mode; off tick (or another currency); outside the price band; too large to be
    /// counted.
    /// </summary>
    internal static Refusal? Check(
        SchemeState state, TradingModeRule mode, Asset instrument, Price price, Tonnes quantity)
    {
        var trading = state.Rules.Trading!;
        return CheckQuantity(trading, mode, quantity)
            ?? CheckPrice(state, mode, instrument, price)
            ?? Countable(price, quantity);
    }

    /// <summary>Null when a price is one of this market, and within the mode's band today.</summary>
    internal static Refusal? CheckPrice(SchemeState state, TradingModeRule mode, Asset instrument, Price price)
    {
        if (CheckTick(state.Rules.Trading!, price) is { } off)
        {
            return off;
        }

        var band = BandOf(state, mode, instrument);
        return price < band.Lowest || price > band.Highest
            ? TradingRefusals.OutsideBand.With(
                ("price", price),
                ("lowest", band.Lowest),
                ("highest", band.Highest),
                ("reference", state.Trading.Instruments[instrument].Reference))
            : null;
    }

    /// <summary>Null when an amount is small enough that sums of many such can be counted.</summary>
    internal static Refusal? Countable(Price price, Tonnes quantity) =>
        (Int128)price.Minor * quantity.Value > MostAmount
            ? LedgerRefusals.TooLarge.With(("quantity", quantity))
            : null;

    internal static Refusal? CheckLot(TradingRule trading, Tonnes quantity) =>
        quantity <= Tonnes.Zero || quantity.Value % trading.Lot.Value != 0
            ? TradingRefusals.BadLot.With(("quantity", quantity), ("lot", trading.Lot))
            : null;

    /// <summary>Null when a price is a multiple of the tick in the market's currency.</summary>
    internal static Refusal? CheckTick(TradingRule trading, Price price) =>
        price.Currency != trading.Tick.Currency || price.Minor <= 0 || price.Minor % trading.Tick.Minor != 0
            ? TradingRefusals.OffTick.With(("price", price), ("tick", trading.Tick))
            : null;

    internal static long TicksOf(TradingRule trading, Price price) =>
        Round.Divide(price.Minor, trading.Tick.Minor, Rounding.HalfUp);

    /// <summary>Null when a quantity is a whole number of lots and of the mode's size.</summary>
    internal static Refusal? CheckQuantity(TradingRule trading, TradingModeRule mode, Tonnes quantity)
    {
        if (CheckLot(trading, quantity) is { } bad)
        {
            return bad;
        }

        var outside = (mode.Below is { } most && quantity >= most) || (mode.AtLeast is { } few && quantity < few);
        if (outside && mode.Mode is not (TradingMode.Listed or TradingMode.Block))
        {
            return ModeRefusals.QuantityOutside.With(
                ("quantity", quantity), ("least", mode.AtLeast ?? trading.Lot), ("below", mode.Below));
        }

        if (mode.Below is { } limit && quantity >= limit)
        {
            return TradingRefusals.TooLargeToList.With(("limit", limit), ("quantity", quantity));
        }

        return mode.AtLeast is { } least && quantity < least
            ? TradingRefusals.TooSmallForBlock.With(("least", least), ("quantity", quantity))
            : null;
    }
}
