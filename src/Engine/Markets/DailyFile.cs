using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Engine.Markets;

/// <summary>
/// Trading days of a market, one a line. The first line is the day before: its close and totals are where the others
/// start from. It is a day like the others when it has prices and its totals are its own trades: it opens the market.
/// </summary>
public sealed class DailyFile
{
    public const string Head =
        "trade_date,open,high,low,close,listed_vol_t,listed_amt_cny,block_vol_t,block_amt_cny,cum_vol_t,cum_amt_cny";

    /// <summary>More than any market trades, and small enough that products can be counted.</summary>
    private const long MostTonnes = 100_000_000_000;
    private const long MostFen = 1_000_000_000_000_000;
    private static readonly string[] Columns = Head.Split(',');

    private DailyFile(string path, List<DailyRow> rows)
    {
        Path = path;
        var first = rows[0];
        OpensMarket = first.Open is not null && first.Total == first.Listed + first.Block;
        First = first;
        Days = OpensMarket ? rows : rows[1..];
    }

    /// <summary>Where it was read.</summary>
    public string Path { get; }

    /// <summary>The first line.</summary>
    public DailyRow First { get; }

    /// <summary>True when nothing was traded before the first line.</summary>
    public bool OpensMarket { get; }

    /// <summary>The days to trade.</summary>
    public IReadOnlyList<DailyRow> Days { get; }

    /// <summary>What was traded before them.</summary>
    public Turnover Before => Days[0].Total - Days[0].Listed - Days[0].Block;

    /// <summary>Reads a file.</summary>
    /// <exception cref="MarketFileException">What is wrong, with file, line and column.</exception>
    public static DailyFile Read(string path) => Read(path, File.ReadAllLines(path));

    /// <summary>Reads lines; <paramref name="path"/> is for errors.</summary>
    /// <exception cref="MarketFileException">What is wrong, with file, line and column.</exception>
    public static DailyFile Read(string path, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0 || lines[0].TrimEnd('\r') != Head)
        {
            throw new MarketFileException(path, 1, $"第一行应为 | the first line must be {Head}");
        }

        var rows = new List<DailyRow>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].AsSpan().Trim().Length > 0)
            {
                rows.Add(new Cells(path, i + 1, lines[i].TrimEnd('\r')).Row(rows.Count == 0 ? null : rows[^1]));
            }
        }

        return rows.Count > 0 && new DailyFile(path, rows) is { Days.Count: > 0 } file
            ? file
            : throw new MarketFileException(
                path, lines.Count, "没有可重放的交易日 | there is no trading day to replay");
    }

    /// <summary>The cells of a line.</summary>
    private sealed class Cells
    {
        private readonly string path;
        private readonly int line;
        private readonly string[] cells;

        public Cells(string path, int line, string text)
        {
            (this.path, this.line, cells) = (path, line, text.Split(','));
            if (cells.Length != Columns.Length)
            {
                throw new MarketFileException(
                    path, line, $"应有 {Columns.Length} 列 | {Columns.Length} columns expected: '{text}'");
            }
        }

        public DailyRow Row(DailyRow? before)
        {
            if (!DateOnly.TryParseExact(
                cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw Bad(0, "应为 2023-07-17 这样的日期", "a date like 2023-07-17 expected");
            }

            if (day <= before?.Day)
            {
                throw Bad(0, "日期应晚于上一行", "the day must come after the one of the line before");
            }

            var (listed, block) = (TurnoverAt(5), TurnoverAt(7));
            var blank = before is null || listed.Volume == Tonnes.Zero;
            var row = new DailyRow(
                line, day, PriceAt(1, blank), PriceAt(2, blank), PriceAt(3, blank), PriceAt(4, false)!.Value,
                listed, block, new Turnover(TonnesAt(9), MoneyAt(10)));
            CheckPrices(row);
            CheckTotals(row, before);
            return row;
        }

        private void CheckPrices(DailyRow row)
        {
            if ((row.Open is null) != (row.High is null) || (row.Open is null) != (row.Low is null))
            {
                throw Bad(
                    1, "开盘、最高、最低价应同时给出或同时空缺", "open, high and low stand together or not at all");
            }

            if (row.Low > row.High || row.Open > row.High || row.Open < row.Low)
            {
                throw Bad(1, "开盘价应在最低与最高价之间", "the open must lie between low and high");
            }

            if (row.Close > row.High || row.Close < row.Low)
            {
                throw Bad(4, "收盘价应在最低与最高价之间", "the close must lie between low and high");
            }
        }

        private void CheckTotals(DailyRow row, DailyRow? before)
        {
            var least = (before?.Total ?? new Turnover(default, new Money(0, Currency.Cny))) + row.Listed + row.Block;
            var wrong = row.Total.Volume != least.Volume ? 9 : row.Total.Amount != least.Amount ? 10 : 0;
            if (before is not null && wrong > 0)
            {
                var should = wrong == 9 ? least.Volume.ToString() : least.Amount.ToString();
                throw Bad(
                    wrong, $"累计应为上一行加当日，即 {should}", $"the line before and the day add up to {should}");
            }

            if (row.Total.Volume < least.Volume || row.Total.Amount < least.Amount)
            {
                throw Bad(9, "累计小于当日成交", "the cumulative total is below the day's trades");
            }
        }

        private Turnover TurnoverAt(int column)
        {
            var turnover = new Turnover(TonnesAt(column), MoneyAt(column + 1));
            return (turnover.Volume.Value == 0) == (turnover.Amount.Minor == 0)
                ? turnover
                : throw Bad(
                    column + 1, "成交量与成交额应同时为零或同时不为零", "volume and amount are both zero or neither");
        }

        private Price? PriceAt(int column, bool mayBeBlank)
        {
            if (mayBeBlank && cells[column].Length == 0)
            {
                return null;
            }

            return Fen(column) is { } fen and > 0 and < 100_000_000
                ? new Price(fen, Currency.Cny)
                : throw Bad(column, "应为价格，如 60.00", "a price like 60.00 expected");
        }

        private Money MoneyAt(int column) => Fen(column) is { } fen and >= 0 and <= MostFen
            ? new Money(fen, Currency.Cny)
            : throw Bad(column, "应为金额，如 6660000.00", "an amount like 6660000.00 expected");

        private Tonnes TonnesAt(int column) =>
            long.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var tonnes)
            && tonnes <= MostTonnes
                ? new Tonnes(tonnes)
                : throw Bad(column, "应为整吨数", "whole tonnes expected");

        private long? Fen(int column) =>
            Money.TryParse(cells[column] + " CNY", CultureInfo.InvariantCulture, out var money)
                ? money.Minor
                : null;

        private MarketFileException Bad(int column, string zh, string en) => new(
            path,
            line,
            $"第 {column + 1} 列 {Columns[column]}：{zh} | "
                + $"column {column + 1}, {Columns[column]}: {en}: '{cells[column]}'");
    }
}
