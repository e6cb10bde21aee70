using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary>The exchange of the national market, as the sources give it.</summary>
public sealed class ChinaTradingTests
{
    private static Rulebook Book => Shipped.China;

    [Fact]
    public void Listed_orders_are_below_100_000_t_within_10_percent_and_blocks_from_there_within_30_percent()
    {
        var trading = Book.Trading.ShouldNotBeNull();
        (trading.Tick, trading.Lot).ShouldBe((Money.Parse("0.01 CNY"), new Tonnes(1)));
        (trading.Listed!.Below, trading.Listed!.AtLeast, trading.Listed!.Levels)
            .ShouldBe((new Tonnes(100_000), null, 5));
        (trading.Block!.Below, trading.Block.AtLeast).ShouldBe((null, new Tonnes(100_000)));
        (trading.Listed!.Band.Value, trading.Block.Band.Value).ShouldBe((10, 30));
        string.Join(", ", trading.Listed!.Sessions).ShouldBe("09:30–11:30, 13:00–15:00");
        string.Join(", ", trading.Block.Sessions).ShouldBe("13:00–15:00");
        (trading.Units, trading.Proceeds).ShouldBe((Usable.NextTradingDay, Usable.SameDay));
        (trading.Prices.BandRounding, trading.Prices.CloseRounding).ShouldBe((Rounding.HalfUp, Rounding.HalfUp));
    }

    [Fact]
    public void What_is_not_known_of_the_exchange_is_marked_and_not_set()
    {
        var trading = Book.Trading.ShouldNotBeNull();
        (trading.Fees.Buyer.Value, trading.Fees.Seller.Value).ShouldBe((0, 0));
        (trading.Positions.Maximum, trading.Positions.LargeTrader).ShouldBe((null, null));
        (trading.Reserve!.Contribution.Value, trading.Reserve.Enough).ShouldBe((20, null));
        Rule[] chosen =
            [trading.Fees, trading.Positions, trading.Prices, trading.Instruments.Single(), trading.Reserve];
        chosen.ShouldAllBe(rule => rule.Cite.Standing == Standing.Parameter);
        trading.Cite.Standing.ShouldBe(Standing.Unverified);
        (trading.Listed!.Cite.Standing, trading.Block!.Cite.Standing).ShouldBe((Standing.Law, Standing.Law));
        Book.Citations().Count(rule => rule.Path.StartsWith("trading", StringComparison.Ordinal)).ShouldBe(8);
    }

    [Theory]
    [InlineData("2023-07-28", true)]
    [InlineData("2023-07-29", false)]
    [InlineData("2023-10-02", false)]
    [InlineData("2023-10-07", false)]
    [InlineData("2023-10-09", true)]
    public void Trading_days_are_working_days_from_Monday_to_Friday(string day, bool open) =>
        Book.Trading!.IsTradingDay(Book.Calendar, DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(open);

    [Fact]
    public void Every_vintage_is_an_instrument_that_begins_at_48_yuan()
    {
        var rule = Book.Trading!.Instruments.ShouldHaveSingleItem();
        rule.Vintages.ShouldBe(Book.Unit("CEA")!.Vintages);
        rule.ReferencePrice.ShouldBe(Money.Parse("48.00 CNY"));
    }
}
