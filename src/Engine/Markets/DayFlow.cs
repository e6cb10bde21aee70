using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Trading;

namespace Tanheng.Engine.Markets;

/// <summary>What somebody does in a replayed day.</summary>
public enum FlowAct
{
    /// <summary>Lists an order, or offers a block, that will be taken.</summary>
    Offer,

    /// <summary>Takes the order, or confirms the block.</summary>
    Agree,

    /// <summary>Lists an order that nobody takes; it ends with the day.</summary>
    Rest,
}

/// <summary>One thing that somebody does at a time of a replayed day.</summary>
/// <param name="At">When, in the market's own time.</param>
/// <param name="Act">What.</param>
/// <param name="Number">Of an offer and of the agreement to it the same.</param>
/// <param name="Mode">Listed or block.</param>
/// <param name="Side">The side of who offers.</param>
/// <param name="Lot">So many tonnes at this price, in minor units.</param>
/// <param name="Seller">Which of the sellers, from 0.</param>
/// <param name="Buyer">Which of the buyers, from 0.</param>
public sealed record FlowStep(
    TimeOnly At, FlowAct Act, int Number, TradingMode Mode, OrderSide Side, Lot Lot, int Seller, int Buyer);

/// <summary>How a published day is traded again.</summary>
/// <param name="Parts">At most so many orders of one price; 1 for as few orders as there can be.</param>
/// <param name="Resting">So many orders of each side that nobody takes, to have something to look at.</param>
public sealed record FlowStyle(int Parts, int Resting)
{
    /// <summary>As few orders as there can be.</summary>
    public static FlowStyle Plain { get; } = new(1, 0);

    /// <summary>A day as somebody would watch it.</summary>
    public static FlowStyle Lively { get; } = new(9, 3);
}

/// <summary>
/// Orders and blocks that give a day's published figures exactly, with the times at which they are entered and taken.
/// The same day gives the same flow, always, so that a replay that was interrupted knows what it has done. Parties
/// alternate.
/// </summary>
public static class DayFlow
{
    private const int Traders = 2;

    /// <summary>Nobody lists more than this at a price that nobody takes.</summary>
    private const int MostResting = 400;

    /// <summary>The steps of a day in the order of their times, or what is wrong with the day.</summary>
    /// <param name="row">The published day.</param>
    /// <param name="trading">The exchange's rule.</param>
    /// <param name="listed">Prices of listed orders on the day.</param>
    /// <param name="block">Prices of blocks on the day.</param>
    /// <param name="style">How many orders there are.</param>
    public static (IReadOnlyList<FlowStep>? Steps, string? Problem) Of(
        DailyRow row, TradingRule trading, PriceBand listed, PriceBand block, FlowStyle style)
    {
        var steps = new List<FlowStep>();
        if (row.Listed.Volume.Value > 0)
        {
            if (Lots(row, trading.Listed!) is not { } lots)
            {
                return (null, "没有任何挂牌成交能同时得出开盘、最高、最低价与成交量、成交额 | "
                    + "no listed trades come to this open, high, low, volume and amount together");
            }

            var parts = lots.SelectMany(lot => Parts(lot, style.Parts)).ToList();
            Spread(steps, parts, trading.Listed!, row.Day.DayNumber);
        }

        if (row.Block.Volume.Value > 0 && AddBlocks(steps, row, trading, block, style) is { } problem)
        {
            return (null, problem);
        }

        Rest(steps, row, trading.Listed!, listed, style);
        return ([.. steps.OrderBy(step => step.At).ThenBy(step => step.Number).ThenBy(step => step.Act)], null);
    }

    private static IReadOnlyList<Lot>? Lots(DailyRow row, TradingModeRule mode)
    {
        var most = mode.Below is { } limit ? limit.Value - 1 : row.Listed.Volume.Value;
        return row.Open is { } open
            ? TradeSplit.Listed(
                open.Minor, row.High!.Value.Minor, row.Low!.Value.Minor,
                row.Listed.Volume.Value, row.Listed.Amount.Minor, most)
            : null;
    }

    /// <summary>A lot in unequal parts of the same price: 1, 2, 3 … shares, the last one with what is left.</summary>
    private static IEnumerable<Lot> Parts(Lot lot, int most)
    {
        var parts = (int)Math.Min(most, Math.Max(1, lot.Quantity / 10));
        var (shares, left) = (parts * (parts + 1) / 2, lot.Quantity);
        for (var i = 1; i < parts; i++)
        {
            var quantity = lot.Quantity * (((i * 3) % parts) + 1) / shares;
            quantity = Math.Clamp(quantity, 1, left - (parts - i));
            left -= quantity;
            yield return lot with { Quantity = quantity };
        }

        yield return lot with { Quantity = left };
    }

    /// <summary>One after another through all sessions: each is taken before the next is listed.</summary>
    private static void Spread(List<FlowStep> steps, List<Lot> lots, TradingModeRule mode, int day)
    {
        var whole = mode.Sessions.Sum(session => (long)(session.Until - session.From).TotalSeconds);
        for (var i = 0; i < lots.Count; i++)
        {
            var turn = i + day;
            var side = turn % (2 * Traders) < Traders ? OrderSide.Sell : OrderSide.Buy;
            var (seller, buyer) = (turn % Traders, turn / Traders % Traders);
            TimeOnly At(int half) => In(mode, whole * ((2L * i) + half) / ((2L * lots.Count) + 1));
            steps.Add(new(At(1), FlowAct.Offer, i, TradingMode.Listed, side, lots[i], seller, buyer));
            steps.Add(new(At(2), FlowAct.Agree, i, TradingMode.Listed, side, lots[i], seller, buyer));
        }
    }

    private static string? AddBlocks(
        List<FlowStep> steps, DailyRow row, TradingRule trading, PriceBand band, FlowStyle style)
    {
        if (trading.Block is not { } mode)
        {
            return $"{TradingRefusals.NoBlocks.Zh} | {TradingRefusals.NoBlocks.En}";
        }

        if (TradeSplit.Blocks(
            row.Block.Volume.Value, row.Block.Amount.Minor, mode.AtLeast?.Value ?? 1,
            band.Lowest.Minor, band.Highest.Minor) is not { } lots)
        {
            return $"没有不多于三笔、价格在 {band.Lowest} 至 {band.Highest} 之间的大宗成交能得出成交量与成交额 | "
                + $"no three blocks or fewer at prices from {band.Lowest} to {band.Highest} come to this volume and "
                + "amount";
        }

        var (session, first) = (mode.Sessions[^1], steps.Count);
        var whole = (long)(session.Until - session.From).TotalSeconds;
        for (var i = 0; i < lots.Count; i++)
        {
            var (seller, buyer) = ((i + row.Day.DayNumber) % Traders, (i + row.Day.DayNumber) / Traders % Traders);
            TimeOnly At(int half) => session.From.Add(
                TimeSpan.FromSeconds(style.Parts == 1 ? 0 : whole * ((2 * i) + half) / ((2 * lots.Count) + 1)));
            steps.Add(new(
                At(1), FlowAct.Offer, first + i, TradingMode.Block, OrderSide.Sell, lots[i], seller, buyer));
            steps.Add(new(
                At(2), FlowAct.Agree, first + i, TradingMode.Block, OrderSide.Sell, lots[i], seller, buyer));
        }

        return null;
    }

    /// <summary>
    /// Orders a little beyond the day's prices, as soon as the day begins: fewer than the best prices that may be
    /// taken, so that what is to be taken always can be.
    /// </summary>
    private static void Rest(
        List<FlowStep> steps, DailyRow row, TradingModeRule mode, PriceBand band, FlowStyle style)
    {
        if (row.High is not { } high || row.Low is not { } low)
        {
            return;
        }

        var number = steps.Count;
        for (var i = 1; i <= Math.Min(style.Resting, (mode.Levels > 0 ? mode.Levels : int.MaxValue) - 1); i++)
        {
            var (up, down) = (high.Minor + (i * 15L), low.Minor - (i * 15L));
            var quantity = 100 + ((row.Day.DayNumber + (i * 70)) % MostResting);
            var at = mode.Sessions[0].From;
            if (up <= band.Highest.Minor)
            {
                steps.Add(new(
                    at, FlowAct.Rest, number++, TradingMode.Listed, OrderSide.Sell, new Lot(up, quantity),
                    i % Traders, 0));
            }

            if (down >= band.Lowest.Minor)
            {
                steps.Add(new(
                    at, FlowAct.Rest, number++, TradingMode.Listed, OrderSide.Buy, new Lot(down, quantity), 0,
                    i % Traders));
            }
        }
    }

    /// <summary>The time after so many seconds of all sessions.</summary>
    private static TimeOnly In(TradingModeRule mode, long seconds)
    {
        foreach (var session in mode.Sessions)
        {
            var length = (long)(session.Until - session.From).TotalSeconds;
            if (seconds < length)
            {
                return session.From.Add(TimeSpan.FromSeconds(seconds));
            }

            seconds -= length;
        }

        return mode.Sessions[^1].Until.Add(TimeSpan.FromSeconds(-1));
    }
}
