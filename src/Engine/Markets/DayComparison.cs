using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Trading;

namespace Tanheng.Engine.Markets;

/// <summary>A figure of a day that came out otherwise than the file has it.</summary>
/// <param name="Column">The file's column.</param>
/// <param name="Wanted">What the file says.</param>
/// <param name="Came">What the market says.</param>
public sealed record DayDifference(string Column, string Wanted, string Came);

/// <summary>A day of a file beside the same day of a market.</summary>
/// <param name="Row">The file's figures.</param>
/// <param name="Listed">The market's bar of the listed trades; null before the day has closed.</param>
/// <param name="Block">The market's bar of the blocks; null on a day without any.</param>
/// <param name="Differences">What differs; none when every figure of the file came out.</param>
public sealed record DayComparison(
    DailyRow Row, DayBar? Listed, DayBar? Block, IReadOnlyList<DayDifference> Differences)
{
    /// <summary>True when the day has closed with the figures of the file.</summary>
    public bool Equal => Listed is not null && Differences.Count == 0;

    /// <summary>Compares every figure, the cumulative ones by the bulletin of the day.</summary>
    public static DayComparison Of(SchemeState state, Asset instrument, DailyRow row)
    {
        var bars = state.Trading.Instruments.TryGetValue(instrument, out var known) ? known.Bars : [];
        DayBar? Bar(TradingMode mode) => bars.FindLast(bar => bar.Day == row.Day && bar.Mode == mode);
        var (listed, block) = (Bar(TradingMode.Listed), Bar(TradingMode.Block));
        if (listed is null
            || BulletinBook.Of(state, ReplayTraders.Unit, row.Day, row.Day) is not { } bulletin)
        {
            return new DayComparison(row, null, null, []);
        }

        (string Column, object? Wanted, object? Came)[] figures =
        [
            ("open", row.Open, listed.Open),
            ("high", row.High, listed.High),
            ("low", row.Low, listed.Low),
            ("close", row.Close, listed.Close),
            ("listed_vol_t", row.Listed.Volume, listed.Volume),
            ("listed_amt_cny", row.Listed.Amount, listed.Amount),
            ("block_vol_t", row.Block.Volume, block?.Volume ?? Tonnes.Zero),
            ("block_amt_cny", row.Block.Amount, block?.Amount ?? Money.Zero(row.Close.Currency)),
            ("cum_vol_t", row.Total.Volume, bulletin.Cumulative.Volume),
            ("cum_amt_cny", row.Total.Amount, bulletin.Cumulative.Amount),
        ];
        return new DayComparison(
            row,
            listed,
            block,
            [
                .. figures.Where(one => one.Wanted is not null && !one.Wanted.Equals(one.Came))
                    .Select(one => new DayDifference(one.Column, $"{one.Wanted}", $"{one.Came}")),
            ]);
    }
}
