using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Markets;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;

namespace Tanheng.Cli.Markets;

/// <summary>
/// Trades published days again: orders that give a day's figures exactly go through the scheme, the day is closed by
/// the clock, and what the state says of it is compared with the file.
/// </summary>
internal sealed class MarketReplay
{
    /// <summary>The market's name, when no other is given.</summary>
    public const string Name = "market-replay";

    private readonly DailyFile file;
    private readonly Asset instrument;

    public MarketReplay(Sequencer sequencer, RuleShelf shelf, DailyFile file)
    {
        this.file = file;
        Floor = new ReplayFloor(sequencer, shelf, file);
        instrument = Asset.Unit($"{ReplayTraders.Unit}-{ReplayTraders.Vintage}");
    }

    /// <summary>The market, with its traders.</summary>
    public ReplayFloor Floor { get; }

    /// <summary>Opens the market and trades every day of the file.</summary>
    /// <exception cref="MarketFileException">
    /// A day's figures are those of no trades, the exchange refuses them, or what comes out differs.
    /// </exception>
    public async Task<IReadOnlyList<DayComparison>> RunAsync(IProgress<double>? progress, CancellationToken cancel)
    {
        await Floor.OpenAsync();
        var days = new List<DayComparison>();
        foreach (var row in file.Days)
        {
            cancel.ThrowIfCancellationRequested();
            days.Add(await Trade(row));
            progress?.Report((double)days.Count / file.Days.Count);
        }

        return days;
    }

    private async Task<DayComparison> Trade(DailyRow row)
    {
        var book = await Floor.Ask(state => state.Rules, row);
        var trading = book.Trading!;
        DateTimeOffset At(TimeOnly time) => book.Calendar.Moment(row.Day.ToDateTime(time));
        if (!trading.IsTradingDay(book.Calendar, row.Day))
        {
            throw Floor.Bad(row, "不是交易日 | not a trading day");
        }

        await Floor.Advance(At(trading.Opens), row);
        var (steps, problem) = await Floor.Ask(
            state => DayFlow.Of(
                row,
                trading,
                Prices.BandOf(state, trading.Listed, instrument),
                Prices.BandOf(state, trading.Block ?? trading.Listed, instrument),
                FlowStyle.Plain),
            row);
        if (steps is null)
        {
            throw Floor.Bad(row, problem!);
        }

        var offers = new Dictionary<int, long>();
        foreach (var step in steps)
        {
            var (command, by) = Floor.Traders.Command(step, offers.GetValueOrDefault(step.Number));
            if (ReplayTraders.OfferOf(await Floor.Send(command, by, At(step.At), row)) is { } offer)
            {
                offers[step.Number] = offer;
            }
        }

        await Floor.Advance(At(trading.Ends(row.Day).Last()), row);
        return await Compare(row);
    }

    private async Task<DayComparison> Compare(DailyRow row)
    {
        var day = await Floor.Ask(state => DayComparison.Of(state, instrument, row), row);
        if (day.Listed is null)
        {
            throw Floor.Bad(row, "交易所没有收市 | the exchange has not closed the day");
        }

        return day.Equal
            ? day
            : throw Floor.Bad(row, string.Join("; ", day.Differences.Select(one =>
                $"{one.Column} 文件 {one.Wanted}，重放 {one.Came} | the file says {one.Wanted}, the replay comes to "
                    + one.Came)));
    }
}
