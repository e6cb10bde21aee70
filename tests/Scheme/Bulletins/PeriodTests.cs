using Tanheng.Scheme.Bulletins;

namespace Tanheng.Scheme.Tests.Bulletins;

/// <summary>Which days a bulletin is about.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData(BulletinKind.Daily, "2023-07-17", "2023-07-17", "2023-07-17", "2023-07-17")]
    [InlineData(BulletinKind.Weekly, "2023-07-17", "2023-W29", "2023-07-17", "2023-07-23")]
    [InlineData(BulletinKind.Weekly, "2023-07-23", "2023-W29", "2023-07-17", "2023-07-23")]
    [InlineData(BulletinKind.Weekly, "2024-12-31", "2025-W01", "2024-12-30", "2025-01-05")]
    [InlineData(BulletinKind.Weekly, "2021-01-01", "2020-W53", "2020-12-28", "2021-01-03")]
    [InlineData(BulletinKind.HalfMonthly, "2023-07-15", "2023-07-H1", "2023-07-01", "2023-07-15")]
    [InlineData(BulletinKind.HalfMonthly, "2023-07-16", "2023-07-H2", "2023-07-16", "2023-07-31")]
    [InlineData(BulletinKind.HalfMonthly, "2024-02-29", "2024-02-H2", "2024-02-16", "2024-02-29")]
    [InlineData(BulletinKind.Monthly, "2023-02-11", "2023-02", "2023-02-01", "2023-02-28")]
    [InlineData(BulletinKind.Yearly, "2023-07-17", "2023", "2023-01-01", "2023-12-31")]
    public void A_day_is_in_one_period_of_each_kind_whose_key_names_it(
        BulletinKind kind, string day, string key, string from, string to)
    {
        var period = BulletinPeriod.Of(kind, DateOnly.Parse(day));
        (period.Key, period.From, period.To).ShouldBe((key, DateOnly.Parse(from), DateOnly.Parse(to)));
        BulletinPeriod.Parse(kind, key).ShouldBe(period);
    }

    [Theory]
    [InlineData(BulletinKind.Daily, "2023-07")]
    [InlineData(BulletinKind.Daily, "2023-02-29")]
    [InlineData(BulletinKind.Daily, "2023-07-17 ")]
    [InlineData(BulletinKind.Daily, "2023-7-17")]
    [InlineData(BulletinKind.Weekly, "2023-W53")]
    [InlineData(BulletinKind.Weekly, "2023-W00")]
    [InlineData(BulletinKind.HalfMonthly, "2023-07-H3")]
    [InlineData(BulletinKind.HalfMonthly, "2023-07")]
    [InlineData(BulletinKind.Monthly, "2023-13")]
    [InlineData(BulletinKind.Monthly, "2023-00")]
    [InlineData(BulletinKind.Monthly, "2023-07\n")]
    [InlineData(BulletinKind.Yearly, "23")]
    [InlineData(BulletinKind.Yearly, "0000")]
    [InlineData(BulletinKind.Yearly, "")]
    public void What_names_no_period_of_the_kind_is_none(BulletinKind kind, string key) =>
        BulletinPeriod.Parse(kind, key).ShouldBeNull();

    [Fact]
    public void Every_day_of_four_years_is_in_the_period_its_key_names()
    {
        foreach (var kind in Enum.GetValues<BulletinKind>())
        {
            for (var day = new DateOnly(2020, 1, 1); day.Year < 2024; day = day.AddDays(1))
            {
                var period = BulletinPeriod.Of(kind, day);
                period.Has(day).ShouldBeTrue();
                BulletinPeriod.Parse(kind, period.Key).ShouldBe(period);
                BulletinPeriod.Of(kind, period.To.AddDays(1)).From.ShouldBe(period.To.AddDays(1));
            }
        }
    }
}
