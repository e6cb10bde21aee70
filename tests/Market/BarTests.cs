using Tanheng.Market.Bars;
using Tanheng.Quantities;

namespace Tanheng.Market.Tests;

/// <summary>Bars against figures worked out by hand.</summary>
public sealed class BarTests
{
    /// <summary>Monday, 17 July 2023 to Tuesday, 1 August 2023; the 29th and 30th are a weekend.</summary>
    private static readonly (string At, string Price, long Tonnes)[] Trades =
    [
        ("2023-07-17 09:30:00", "60.00", 100),
        ("2023-07-17 09:30:59", "62.00", 300),
        ("2023-07-17 09:31:00", "59.00", 50),
        ("2023-07-17 09:34:59", "61.00", 50),
        ("2023-07-17 09:35:00", "61.50", 10),
        ("2023-07-17 10:29:59", "58.00", 40),
        ("2023-07-17 10:30:00", "63.00", 60),
        ("2023-07-21 14:59:59", "64.00", 20),
        ("2023-07-24 09:30:00", "65.00", 30),
        ("2023-07-31 14:00:00", "66.00", 70),
        ("2023-08-01 09:30:00", "50.00", 80),
    ];

    [Theory]
    [InlineData(BarWidth.Minute, "2023-07-17 09:34:00")]
    [InlineData(BarWidth.FiveMinutes, "2023-07-17 09:30:00")]
    [InlineData(BarWidth.FifteenMinutes, "2023-07-17 09:30:00")]
    [InlineData(BarWidth.Hour, "2023-07-17 09:00:00")]
    [InlineData(BarWidth.Day, "2023-07-17 00:00:00")]
    [InlineData(BarWidth.Week, "2023-07-17 00:00:00")]
    [InlineData(BarWidth.Month, "2023-07-01 00:00:00")]
    public void A_bar_begins_by_the_clock_and_the_calendar(BarWidth width, string start) =>
        width.StartOf(At("2023-07-17 09:34:59")).ShouldBe(At(start));

    [Theory]
    [InlineData("2023-07-16", "2023-07-10")]
    [InlineData("2023-07-17", "2023-07-17")]
    [InlineData("2023-07-23", "2023-07-17")]
    [InlineData("2024-01-01", "2024-01-01")]
    [InlineData("2023-12-31", "2023-12-25")]
    public void A_week_begins_on_Monday(string day, string monday) =>
        BarWidth.Week.StartOf(At(day)).ShouldBe(At(monday));

    [Fact]
    public void Minutes_have_first_highest_lowest_and_last_price_tonnes_and_turnover()
    {
        var minutes = Series(BarWidth.Minute);
        minutes.Count.ShouldBe(10, "of eleven trades two share a minute");
        var first = minutes.Before(At("2023-07-17 09:31")).Single();
        // 100 × 60.00 + 300 × 62.00 = 24,600.00 for 400 t: 61.50.
        Text(first).ShouldBe("2023-07-17 09:30 60.00 62.00 60.00 62.00 400 24600.00 2");
        first.Average(Rounding.HalfUp).ShouldBe(Yuan("61.50"));
    }

    [Fact]
    public void Wider_bars_are_put_together_newest_first()
    {
        var minutes = Series(BarWidth.Minute);
        var end = At("2023-07-17 23:59");
        // 9:30 to 9:35: 24,600 + 50 × 59 + 50 × 61 = 30,600 for 500 t; 9:35 to 9:40 the one at 61.50: 615.
        Texts(minutes.Before(end, BarWidth.FiveMinutes)).ShouldBe(
        [
            "2023-07-17 10:30 63.00 63.00 63.00 63.00 60 3780.00 1",
            "2023-07-17 10:25 58.00 58.00 58.00 58.00 40 2320.00 1",
            "2023-07-17 09:35 61.50 61.50 61.50 61.50 10 615.00 1",
            "2023-07-17 09:30 60.00 62.00 59.00 61.00 500 30600.00 4",
        ]);
        // Quarters: the 61.50 joins the first, which closes at it.
        Texts(minutes.Before(end, BarWidth.FifteenMinutes)).ShouldBe(
        [
            "2023-07-17 10:30 63.00 63.00 63.00 63.00 60 3780.00 1",
            "2023-07-17 10:15 58.00 58.00 58.00 58.00 40 2320.00 1",
            "2023-07-17 09:30 60.00 62.00 59.00 61.50 510 31215.00 5",
        ]);
        Texts(minutes.Before(end, BarWidth.Hour)).ShouldBe(
        [
            "2023-07-17 10:00 58.00 63.00 58.00 63.00 100 6100.00 2",
            "2023-07-17 09:00 60.00 62.00 59.00 61.50 510 31215.00 5",
        ]);
    }

    [Fact]
    public void Days_make_weeks_and_months()
    {
        var days = Series(BarWidth.Day);
        var end = At("2023-08-31");
        // 17 July: 31,215 + 6,100 = 37,315 for 610 t; 21 July 20 × 64 = 1,280; together 38,595 for 630 t.
        Texts(days.Before(end, BarWidth.Week)).ShouldBe(
        [
            "2023-07-31 00:00 66.00 66.00 50.00 50.00 150 8620.00 2",
            "2023-07-24 00:00 65.00 65.00 65.00 65.00 30 1950.00 1",
            "2023-07-17 00:00 60.00 64.00 58.00 64.00 630 38595.00 8",
        ]);
        // The week of 31 July lies in two months; months are cut by days.
        Texts(days.Before(end, BarWidth.Month)).ShouldBe(
        [
            "2023-08-01 00:00 50.00 50.00 50.00 50.00 80 4000.00 1",
            "2023-07-01 00:00 60.00 66.00 58.00 66.00 730 45165.00 10",
        ]);
    }

    [Fact]
    public void A_page_begins_where_the_one_before_ended_and_wide_bars_are_whole()
    {
        var minutes = Series(BarWidth.Minute);
        foreach (var width in Enum.GetValues<BarWidth>())
        {
            var all = minutes.Before(DateTime.MaxValue, width).ToList();
            var paged = new List<Bar>();
            var at = DateTime.MaxValue;
            while (minutes.Before(at, width).Take(1).ToList() is [var next])
            {
                paged.Add(next);
                at = next.Start;
            }

            paged.ShouldBe(all);
            all.Sum(bar => bar.Volume.Value).ShouldBe(810);
            all.Sum(bar => bar.Trades).ShouldBe(11);
            // From the middle of a bar on it is there, and whole.
            minutes.Before(all[0].Start.AddSeconds(1), width).First().ShouldBe(all[0]);
        }
    }

    [Fact]
    public void A_day_without_trades_has_no_part_in_high_and_low()
    {
        var flat = Bar.Flat(At("2023-07-17"), Yuan("70.00"));
        var traded = Bar.Of(At("2023-07-18"), Yuan("60.00"), new Tonnes(10));
        Text(flat.With(traded)).ShouldBe("2023-07-17 00:00 70.00 60.00 60.00 60.00 10 600.00 1");
        Text(traded.With(flat)).ShouldBe("2023-07-18 00:00 60.00 60.00 60.00 70.00 10 600.00 1");
        Text(flat.With(flat)).ShouldBe("2023-07-17 00:00 70.00 70.00 70.00 70.00 0 0.00 0");
        flat.Average(Rounding.HalfUp).ShouldBeNull();
    }

    [Fact]
    public void An_average_says_how_it_is_rounded()
    {
        // 1 × 60.00 + 2 × 60.01 = 180.02 for 3 t: 60.00666…
        var bar = Bar.Of(At("2023-07-17"), Yuan("60.00"), new Tonnes(1)).With(Yuan("60.01"), new Tonnes(2));
        bar.Average(Rounding.HalfUp).ShouldBe(Yuan("60.01"));
        bar.Average(Rounding.Floor).ShouldBe(Yuan("60.00"));
    }

    [Fact]
    public void Clocks_that_are_put_back_lose_no_trade()
    {
        var series = new BarSeries(BarWidth.Minute);
        series.Add(At("2023-10-29 02:59"), Yuan("60.00"), new Tonnes(1));
        series.Add(At("2023-10-29 02:10"), Yuan("61.00"), new Tonnes(2));
        Text(series.Latest!.Value).ShouldBe("2023-10-29 02:59 60.00 61.00 60.00 61.00 3 182.00 2");
        Should.Throw<InvalidOperationException>(() => series.Append(Bar.Flat(At("2023-10-29 02:59"), Yuan("60.00"))));
    }

    private static BarSeries Series(BarWidth width)
    {
        var series = new BarSeries(width);
        foreach (var (at, price, tonnes) in Trades)
        {
            series.Add(At(at), Yuan(price), new Tonnes(tonnes));
        }

        return series;
    }

    private static IEnumerable<string> Texts(IEnumerable<Bar> bars) => bars.Select(bar => Text(bar));

    private static string Text(in Bar bar) =>
        $"{bar.Start:yyyy-MM-dd HH:mm} {Digits(bar.Open)} {Digits(bar.High)} {Digits(bar.Low)} {Digits(bar.Close)} "
        + $"{bar.Volume.Value} {bar.Turnover.Minor / 100m:0.00} {bar.Trades}";

    private static string Digits(Price price) => new Money(price.Minor, price.Currency).Amount;

    private static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Price Yuan(string price) => Price.Parse(price + " CNY/t");
}
