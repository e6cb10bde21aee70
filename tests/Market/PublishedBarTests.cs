using System.Globalization;
using System.Runtime.CompilerServices;
using Tanheng.Market.Bars;
using Tanheng.Quantities;

namespace Tanheng.Market.Tests;

/// <summary>
/// Weeks and months of the published days of July 2023, added up by hand; the two weeks from 17 July come to the
/// bulletin of that fortnight: 127,003 t for 7,661,175.00 yuan listed, 618,516 t for 36,748,768.00 in blocks.
/// </summary>
public sealed class PublishedBarTests
{
    [Fact]
    public void AT_S07a_the_weeks_of_July_2023_come_to_the_bulletin()
    {
        var weeks = Listed().Before(DateTime.MaxValue, BarWidth.Week).ToList();
        weeks.Select(Text).ShouldBe(
        [
            // 500 + 500 + 2,000 + 5,000 + 3,800 t; 32,000 + 32,000 + 122,230 + 320,000 + 232,000 yuan.
            "2023-07-24 6400 6400 5823 6105 11800 73823000",
            // 111,000 + 503 + 500 + 500 + 2,700 t; 6,660,000 + 30,695 + 30,500 + 30,500 + 171,250 yuan.
            "2023-07-17 6000 6500 6000 6343 115203 692294500",
            "2023-07-10 6000 6000 6000 6000 120078 720468000",
        ]);
        (weeks[0].Volume + weeks[1].Volume).ShouldBe(new Tonnes(127_003));
        (weeks[0].Turnover + weeks[1].Turnover).Amount.ShouldBe("7,661,175.00");
        // 738,230 / 11,800 = 62.5618…; 6,922,945 / 115,203 = 60.0934…
        weeks[0].Average(Rounding.HalfUp)!.Value.Minor.ShouldBe(6256);
        weeks[1].Average(Rounding.HalfUp)!.Value.Minor.ShouldBe(6009);
        var blocks = Blocks().Before(DateTime.MaxValue, BarWidth.Week).ToList();
        blocks.Select(week => (week.Start.Day, week.Volume.Value, week.Turnover.Amount)).ShouldBe(
            [(24, 300_000, "18,300,000.00"), (17, 318_516, "18,448,768.00"), (10, 250_000, "15,000,000.00")]);
    }

    [Fact]
    public void The_month_is_its_days_and_closes_with_the_last()
    {
        var month = Listed().Before(DateTime.MaxValue, BarWidth.Month).ShouldHaveSingleItem();
        // 127,003 + 120,078 t; 7,661,175 + 7,204,680 yuan: 60.1659… for a tonne.
        Text(month).ShouldBe("2023-07-01 6000 6500 5823 6105 247081 1486585500");
        month.Average(Rounding.HalfUp)!.Value.Minor.ShouldBe(6017);
    }

    private static BarSeries Listed() => Series(row => new Bar(
        Day(row[0]), Yuan(row[1]), Yuan(row[2]), Yuan(row[3]), Yuan(row[4]), Tonnes(row[5]), Money(row[6]), 1));

    private static BarSeries Blocks() => Series(row => row[7] == "0"
        ? null
        : new Bar(Day(row[0]), default, default, default, default, Tonnes(row[7]), Money(row[8]), 1));

    private static BarSeries Series(Func<string[], Bar?> read)
    {
        var series = new BarSeries(BarWidth.Day);
        foreach (var line in File.ReadLines(Path.Combine(Root(), "scenarios/market/cea-daily-2023-07.csv")).Skip(1))
        {
            if (read(line.Split(',')) is { } bar)
            {
                series.Append(bar);
            }
        }

        return series;
    }

    private static string Text(Bar bar) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bar.Start:yyyy-MM-dd} {bar.Open.Minor} {bar.High.Minor} {bar.Low.Minor} {bar.Close.Minor} "
            + $"{bar.Volume.Value} {bar.Turnover.Minor}");

    private static DateTime Day(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static Price Yuan(string text) => Price.Parse(text + " CNY/t");

    private static Tonnes Tonnes(string text) => new(long.Parse(text, CultureInfo.InvariantCulture));

    private static Money Money(string text) => Quantities.Money.Parse(text + " CNY");

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(here)))!;
}
