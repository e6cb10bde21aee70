using Tanheng.Engine.Markets;

namespace Tanheng.Scenarios.Tests;

/// <summary>What is wrong with a file of trading days is said with line and column.</summary>
public sealed class DailyFileTests
{
    private static readonly string[] Good =
    [
        DailyFile.Head,
        "2023-07-14,60.00,60.00,60.00,60.00,120078,7204680.00,250000,15000000.00,239907846,11030158636.51",
        "2023-07-17,60.00,60.00,60.00,60.00,111000,6660000.00,0,0.00,240018846,11036818636.51",
    ];

    [Fact]
    public void The_first_line_is_where_the_days_start_from()
    {
        var file = DailyFile.Read("days.csv", Good);
        file.OpensMarket.ShouldBeFalse();
        file.Days.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2023, 7, 17));
        file.Before.ShouldBe(file.First.Total);
    }

    [Theory]
    [InlineData("2023-07-17,60.00", "2023-07-32,60.00", 1, "trade_date")]
    [InlineData("2023-07-17,60.00", "2023-07-14,60.00", 1, "trade_date")]
    [InlineData("2023-07-17,60.00", "2023-07-17,", 2, "open")]
    [InlineData("2023-07-17,60.00", "2023-07-17,60.01", 2, "open")]
    [InlineData("2023-07-17,60.00", "2023-07-17,60.001", 2, "open")]
    [InlineData("2023-07-17,60.00", "2023-07-17,-60.00", 2, "open")]
    [InlineData("60.00,111000", "60.01,111000", 5, "close")]
    [InlineData("111000,", "111000.5,", 6, "listed_vol_t")]
    [InlineData("111000,", "99999999999999999999,", 6, "listed_vol_t")]
    [InlineData("6660000.00", "0.00", 7, "listed_amt_cny")]
    [InlineData("6660000.00", "viel", 7, "listed_amt_cny")]
    [InlineData("0,0.00", "5,0.00", 9, "block_amt_cny")]
    [InlineData("240018846", "240018845", 10, "cum_vol_t")]
    [InlineData("11036818636.51", "11036818636.52", 11, "cum_amt_cny")]
    public void A_bad_cell_is_named(string there, string instead, int column, string name)
    {
        string[] lines = [.. Good[..2], Good[2].Replace(there, instead, StringComparison.Ordinal)];
        var error = Should.Throw<MarketFileException>(() => DailyFile.Read("days.csv", lines));
        error.Message.ShouldStartWith($"days.csv:3: 第 {column} 列 {name}");
        error.Message.ShouldContain($"| column {column}, {name}: ");
    }

    [Fact]
    public void Other_columns_a_missing_cell_and_no_day_at_all_are_said()
    {
        Should.Throw<MarketFileException>(() => DailyFile.Read("days.csv", ["day,close"])).Message
            .ShouldStartWith("days.csv:1: ");
        Should.Throw<MarketFileException>(() => DailyFile.Read("days.csv", [.. Good[..2], "2023-07-17,60.00"])).Message
            .ShouldContain("11 columns expected");
        Should.Throw<MarketFileException>(() => DailyFile.Read("days.csv", Good[..2])).Message
            .ShouldContain("no trading day");
        Should.Throw<MarketFileException>(() => DailyFile.Read("days.csv", Good[..1])).Message
            .ShouldContain("no trading day");
    }
}
