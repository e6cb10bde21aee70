using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Cli.Markets;

/// <summary>A day that was traded again and came to the figures of the file.</summary>
/// <param name="Row">The file's figures; the state's are the same.</param>
/// <param name="Listed">The state's bar of the listed trades.</param>
/// <param name="Block">The state's bar of the blocks; null on a day without any.</param>
internal sealed record ReplayedDay(DailyRow Row, DayBar Listed, DayBar? Block);

/// <summary>
/// Trades published days again: orders that give a day's figures exactly go through the scheme, the day is closed by
/// the clock, and what the state says of it is compared with the file. What was traded before the first day is not in
/// the state, which counts from zero; it is added where totals are compared.
/// </summary>
internal sealed class MarketReplay
{
    /// <summary>The market's name, when no other is given.</summary>
    public const string Name = "market-replay";

    private readonly DailyFile file;
    private readonly Asset instrument;
    private int orders;

    public MarketReplay(Sequencer sequencer, RuleShelf shelf, DailyFile file)
    {
        this.file = file;
        Floor = new ReplayFloor(sequencer, shelf, file);
        instrument = Asset.Unit($"{ReplayFloor.Unit}-{ReplayFloor.Vintage}");
    }

    /// <summary>The market, with its traders.</summary>
    public ReplayFloor Floor { get; }

    /// <summary>Opens the market and trades every day of the file.</summary>
    /// <exception cref="ScenarioException">
    /// A day's figures are those of no trades, the exchange refuses them, or what comes out differs.
    /// </exception>
    public async Task<IReadOnlyList<ReplayedDay>> RunAsync(IProgress<double>? progress, CancellationToken cancel)
    {
        await Floor.OpenAsync();
        var days = new List<ReplayedDay>();
        foreach (var row in file.Days)
        {
            cancel.ThrowIfCancellationRequested();
            days.Add(await Trade(row));
            progress?.Report((double)days.Count / file.Days.Count);
        }

        return days;
    }

    private async Task<ReplayedDay> Trade(DailyRow row)
    {
        var book = await Floor.Ask(state => state.Rules, row);
        var trading = book.Trading!;
        DateTimeOffset At(TimeOnly time) => book.Calendar.Moment(row.Day.ToDateTime(time));
        if (!trading.IsTradingDay(book.Calendar, row.Day))
        {
            throw Floor.Bad(row, "不是交易日 | not a trading day");
        }

        await Floor.Advance(At(trading.Opens), row);
        await List(row, trading.Listed!, At);
        if (row.Block.Volume > Tonnes.Zero)
        {
            await Agree(row, trading, At);
        }

        await Floor.Advance(At(trading.Ends.Last()), row);
        return await Compare(row);
    }

    /// <summary>Listed trades, one after another through the first session.</summary>
    private async Task List(DailyRow row, TradingModeRule mode, Func<TimeOnly, DateTimeOffset> at)
    {
        if (row.Listed.Volume == Tonnes.Zero)
        {
            return;
        }

        var most = mode.Below is { } limit ? limit.Value - 1 : row.Listed.Volume.Value;
        if (row.Open is not { } open || TradeSplit.Listed(
            open.Minor, row.High!.Value.Minor, row.Low!.Value.Minor,
            row.Listed.Volume.Value, row.Listed.Amount.Minor, most) is not { } lots)
        {
            throw Floor.Bad(row, "没有任何挂牌成交能同时得出开盘、最高、最低价与成交量、成交额 | "
                + "no listed trades come to this open, high, low, volume and amount together");
        }

        var session = mode.Sessions[0];
        for (var i = 0; i < lots.Count; i++)
        {
            var span = (session.Until - session.From) * ((i + 1.0) / (lots.Count + 1));
            await List(row, lots[i], at(session.From.Add(TimeSpan.FromSeconds(Math.Floor(span.TotalSeconds)))));
        }
    }

    /// <summary>One side lists, the other takes; sides and traders change.</summary>
    private async Task List(DailyRow row, Lot lot, DateTimeOffset at)
    {
        var (seller, buyer) = Pair();
        var (lists, takes, side) = orders % 4 < 2
            ? (seller, buyer, OrderSide.Sell)
            : (buyer, seller, OrderSide.Buy);
        var (price, quantity) = (PriceOf(lot), new Tonnes(lot.Quantity));
        var placing = new PlaceOrder(lists.Holder, side, ReplayFloor.Unit, ReplayFloor.Vintage, price, quantity);
        var placed = (await Floor.Send(placing, lists.Person, at, row)).OfType<OrderPlaced>().Single();
        await Floor.Send(new TakeOrder(takes.Holder, placed.Order, quantity), takes.Person, at, row);
    }

    /// <summary>Blocks: one offers, the named other confirms.</summary>
    private async Task Agree(DailyRow row, TradingRule trading, Func<TimeOnly, DateTimeOffset> at)
    {
        if (trading.Block is not { } mode)
        {
            throw Floor.Bad(row, TradingRefusals.NoBlocks.With().Message("zh"));
        }

        var band = await Floor.Ask(state => Prices.BandOf(state, mode, instrument), row);
        if (TradeSplit.Blocks(
            row.Block.Volume.Value, row.Block.Amount.Minor, mode.AtLeast?.Value ?? 1,
            band.Lowest.Minor, band.Highest.Minor) is not { } lots)
        {
            throw Floor.Bad(
                row,
                $"没有不多于三笔、价格在 {band.Lowest} 至 {band.Highest} 之间的大宗成交能得出成交量与成交额 | "
                + $"no three blocks or fewer at prices from {band.Lowest} to {band.Highest} come to this volume and "
                + "amount");
        }

        foreach (var lot in lots)
        {
            var (seller, buyer) = Pair();
            var (price, quantity) = (PriceOf(lot), new Tonnes(lot.Quantity));
            var time = at(mode.Sessions[^1].From);
            var offer = new OfferBlock(
                seller.Holder, OrderSide.Sell, ReplayFloor.Unit, ReplayFloor.Vintage, price, quantity, buyer.Holder);
            var offered = (await Floor.Send(offer, seller.Person, time, row)).OfType<BlockOffered>().Single();
            var confirming = new ConfirmBlock(buyer.Holder, offered.Block, price, quantity);
            await Floor.Send(confirming, buyer.Person, time, row);
        }
    }

    private (ReplayTrader Seller, ReplayTrader Buyer) Pair()
    {
        var turn = orders++;
        return (Floor.Sellers[turn % 2], Floor.Buyers[turn / 2 % 2]);
    }

    private async Task<ReplayedDay> Compare(DailyRow row)
    {
        var (listed, block, total) = await Floor.Ask(
            state =>
            {
                var known = state.Trading.Instruments[instrument];
                DayBar? Bar(TradingMode mode) =>
                    known.Bars.LastOrDefault(bar => bar.Day == row.Day && bar.Mode == mode);
                return (Bar(TradingMode.Listed), Bar(TradingMode.Block), new Turnover(known.Volume, known.Amount));
            },
            row);
        if (listed is null)
        {
            throw Floor.Bad(row, "交易所没有收市 | the exchange has not closed the day");
        }

        var blocks = new Turnover(block?.Volume ?? Tonnes.Zero, block?.Amount ?? Money.Zero(row.Close.Currency));
        (string Column, object? Wanted, object Came)[] figures =
        [
            ("open", row.Open, listed.Open),
            ("high", row.High, listed.High),
            ("low", row.Low, listed.Low),
            ("close", row.Close, listed.Close),
            ("listed_vol_t", row.Listed.Volume, listed.Volume),
            ("listed_amt_cny", row.Listed.Amount, listed.Amount),
            ("block_vol_t", row.Block.Volume, blocks.Volume),
            ("block_amt_cny", row.Block.Amount, blocks.Amount),
            ("cum_vol_t", row.Total.Volume, file.Before.Volume + total.Volume),
            ("cum_amt_cny", row.Total.Amount, file.Before.Amount + total.Amount),
        ];
        var wrong = figures.Where(one => one.Wanted is not null && !one.Wanted.Equals(one.Came))
            .Select(one => $"{one.Column} 文件 {one.Wanted}，重放 {one.Came} | the file says {one.Wanted}, the replay "
                + $"comes to {one.Came}")
            .ToList();
        return wrong.Count == 0
            ? new ReplayedDay(row, listed, block)
            : throw Floor.Bad(row, string.Join("; ", wrong));
    }

    private static Price PriceOf(Lot lot) => new(lot.Price, Currency.Cny);
}
