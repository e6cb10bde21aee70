using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>The acceptance examples of the trading rules (§8) and of clearing (§9).</summary>
public sealed class AcceptanceTests
{
    [Fact]
    public void AT_S8_1_the_close_is_the_weighted_average_of_listed_trades_and_sets_the_next_bands()
    {
        var floor = new Floor();
        floor.Give(floor.A, 300_000).Give(floor.B, 0, "12000000.00").At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 100, "60.00"), 100);
        floor.Take(floor.B, floor.Sell(floor.A, 300, "62.00"), 300);
        floor.At("13:00");
        var block = floor.Offer(floor.A, OrderSide.Sell, 200_000, "55.00");
        floor.Do(Floor.Confirm(floor.B, block, 200_000, "55.00"), floor.B);
        floor.At("15:00");

        // (100 × 60.00 + 300 × 62.00) / 400 = 24,600 / 400 = 61.50; with the block it would be 55.01.
        floor.Instrument.Reference.ShouldBe(Floor.Yuan("61.50"));
        var (listed, large) = (floor.Instrument.Bars[0], floor.Instrument.Bars[1]);
        (listed.Open, listed.High, listed.Low, listed.Close)
            .ShouldBe((Floor.Yuan("60.00"), Floor.Yuan("62.00"), Floor.Yuan("60.00"), Floor.Yuan("61.50")));
        (listed.Volume, listed.Amount, listed.Trades).ShouldBe((new Tonnes(400), Money.Parse("24600.00 CNY"), 2));
        (large.Mode, large.Close, large.Volume).ShouldBe((TradingMode.Block, Floor.Yuan("55.00"), new Tonnes(200_000)));

        // 61.50 × 0.9 = 55.35, × 1.1 = 67.65, × 0.7 = 43.05, × 1.3 = 79.95.
        floor.At("2022-07-05 13:00");
        Refused(floor, "55.34", "67.66", (side, price) => floor.Listing(floor.A, side, 1, price));
        floor.Sell(floor.A, 1, "55.35");
        floor.Sell(floor.A, 1, "67.65");
        floor.Give(floor.A, 200_000);
        Refused(floor, "43.04", "79.96", (side, price) => floor.Block(floor.A, side, 100_000, price));
        floor.Offer(floor.A, OrderSide.Sell, 100_000, "43.05");
        floor.Offer(floor.A, OrderSide.Sell, 100_000, "79.95");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S8_2_a_day_without_listed_trades_opens_and_closes_at_the_previous_close()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).At("10:00");
        floor.Sell(floor.A, 100, "61.00");
        floor.At("15:00");

        var bar = floor.Instrument.Bars.ShouldHaveSingleItem();
        (bar.Open, bar.Close, bar.Volume).ShouldBe((Floor.Yuan("60.00"), Floor.Yuan("60.00"), Tonnes.Zero));
        floor.Instrument.Reference.ShouldBe(Floor.Yuan("60.00"));
    }

    [Fact]
    public void AT_S8_3_a_listed_order_of_99_999_t_is_accepted_and_one_of_100_000_t_refused_and_blocks_the_other_way()
    {
        var floor = new Floor();
        floor.Give(floor.A, 1_000_000).At("13:00");
        floor.Sell(floor.A, 99_999, "60.00");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 100_000, "60.00"), floor.A)
            .ShouldBe(TradingRefusals.TooLargeToList);
        floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Refuse(floor.Block(floor.A, OrderSide.Sell, 99_999, "60.00"), floor.A)
            .ShouldBe(TradingRefusals.TooSmallForBlock);
    }

    [Fact]
    public void AT_S8_4_a_sixth_best_ask_cannot_be_taken_while_five_better_prices_rest()
    {
        var floor = new Floor();
        floor.Give(floor.A, 300).Give(floor.B, 0, "100000.00").At("10:00");
        var asks = new[] { "60.00", "60.01", "60.02", "60.03", "60.04", "60.05" }
            .Select(price => floor.Sell(floor.A, 50, price)).ToList();
        floor.Refuse(Floor.Hit(floor.B, asks[5], 20), floor.B).ShouldBe(TradingRefusals.BeyondBestLevels);

        // Any of the five may be picked, the fifth as well as the first.
        floor.Take(floor.B, asks[4], 10).Price.ShouldBe(Floor.Yuan("60.04"));
        floor.Do(new CancelOrder(floor.A.Id, asks[0]), floor.A);
        floor.Take(floor.B, asks[5], 20).Price.ShouldBe(Floor.Yuan("60.05"));
        Quotes.Lines(floor.State, Floor.Ccer, OrderSide.Sell).Select(line => line.Quantity.Value)
            .ShouldBe([50L, 50, 50, 40, 30]);
    }

    [Fact]
    public void AT_S8_5_units_bought_today_are_sold_on_the_next_trading_day_at_the_earliest()
    {
        var floor = new Floor();
        floor.Give(floor.A, 1_000).Give(floor.B, 0, "60000.00").At("2022-07-08 10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 1_000, "60.00"), 1_000);
        var resale = floor.Listing(floor.B, OrderSide.Sell, 1_000, "60.00");
        floor.Refuse(resale, floor.B).ShouldBe(TradingRefusals.UnitsShort);
        (floor.Units(floor.B), floor.Units(floor.B, Compartment.Unsettled)).ShouldBe((0, 1_000));

        // Friday. Saturday is worked but no trading day, Monday and Tuesday are holidays, on Wednesday the exchange is
        // closed.
        floor.At("2022-07-14 09:29:59.999");
        floor.Units(floor.B).ShouldBe(0);
        floor.At("2022-07-14 09:30");
        (floor.Units(floor.B), floor.Units(floor.B, Compartment.Unsettled)).ShouldBe((1_000, 0));
        floor.Do(resale, floor.B);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S8_6_a_block_entered_at_10_30_is_refused_and_at_13_00_accepted()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100_000).At("10:30");
        var block = floor.Block(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Refuse(block, floor.A).ShouldBe(TradingRefusals.OutsideHours);
        floor.At("13:00");
        floor.Do(block, floor.A);
    }

    [Fact]
    public void AT_S8_7_the_sums_of_the_bulletin_of_July_2023_come_out_and_the_close_is_that_of_listed_trades_alone()
    {
        var floor = new Floor();
        floor.Give(floor.A, 745_519).Give(floor.B, 0, "44409943.00").At("10:00");

        // 127,003 t for 7,661,175.00: 91,599 × 60.32 + 35,404 × 60.33 = 5,525,251.68 + 2,135,923.32.
        floor.Take(floor.B, floor.Sell(floor.A, 91_599, "60.32"), 91_599);
        floor.Take(floor.B, floor.Sell(floor.A, 35_404, "60.33"), 35_404);
        floor.At("13:00");

        // 618,516 t for 36,748,768.00: 345,272 × 59.41 + 273,244 × 59.42 = 20,512,609.52 + 16,236,158.48.
        var one = floor.Offer(floor.A, OrderSide.Sell, 345_272, "59.41");
        floor.Do(Floor.Confirm(floor.B, one, 345_272, "59.41"), floor.B);
        var other = floor.Offer(floor.A, OrderSide.Sell, 273_244, "59.42");
        floor.Do(Floor.Confirm(floor.B, other, 273_244, "59.42"), floor.B);
        floor.At("15:00");

        var (listed, block) = (floor.Instrument.Bars[0], floor.Instrument.Bars[1]);
        (listed.Volume, listed.Amount).ShouldBe((new Tonnes(127_003), Money.Parse("7661175.00 CNY")));
        (block.Volume, block.Amount).ShouldBe((new Tonnes(618_516), Money.Parse("36748768.00 CNY")));
        (floor.Instrument.Volume, floor.Instrument.Amount)
            .ShouldBe((new Tonnes(745_519), Money.Parse("44409943.00 CNY")));

        // Listed alone 60.3228, both modes 59.5692.
        floor.Instrument.Reference.ShouldBe(Floor.Yuan("60.32"));
        (floor.Cash(floor.B), floor.Cash(floor.A)).ShouldBe((0, 4_440_994_300));
    }

    [Theory]
    [InlineData("6000.00", 600_000, 305_000, 905_000)]
    [InlineData("5999.99", 0, 305_000, 305_000)]
    public void AT_S9_trades_settle_gross_one_by_one_and_one_that_cannot_fails_alone(
        string moneyOfB, long fromB, long fromC, long toA)
    {
        var floor = new Floor();
        floor.Give(floor.A, 150).Give(floor.B, 0, moneyOfB).Give(floor.C, 0, "3050.00");
        var events = floor.Market.Do(new SettleTradeFile(
            "2022-07-04",
            [Line(floor, "1", floor.B, 100, "60.00"), Line(floor, "2", floor.C, 50, "61.00")]));

        var cash = Money.Parse(moneyOfB + " CNY").Minor;
        floor.Cash(floor.A).ShouldBe(toA);
        (floor.Cash(floor.B), floor.Cash(floor.C)).ShouldBe((cash - fromB, 305_000 - fromC));
        floor.Units(floor.B, Compartment.Unsettled).ShouldBe(fromB == 0 ? 0 : 100);
        floor.Units(floor.C, Compartment.Unsettled).ShouldBe(50);
        (floor.Cash(floor.A) + floor.Cash(floor.B) + floor.Cash(floor.C)).ShouldBe(cash + 305_000);
        events.OfType<FiledTradeSettled>().Count().ShouldBe(fromB == 0 ? 1 : 2);
        events.OfType<FiledTradeFailed>().Select(one => one.Reason).ShouldBe(fromB == 0 ? ["cash-short"] : []);

        // The failed line may come again once there is money; the settled one is not settled twice.
        floor.Give(floor.B, 0, "0.01");
        var again = floor.Market.Do(new SettleTradeFile(
            "2022-07-04 b",
            [Line(floor, "1", floor.B, 100, "60.00"), Line(floor, "2", floor.C, 50, "61.00")]));
        again.OfType<FiledTradeSettled>().Count().ShouldBe(fromB == 0 ? 1 : 0);
        again.OfType<FiledTradeFailed>().ShouldAllBe(one => one.Reason == "trade-settled");
        floor.Market.ShouldReplay();
    }

    private static FiledTrade Line(Floor floor, string reference, Holder buyer, long tonnes, string price) => new(
        reference,
        floor.A.TradingAccount!.Value,
        buyer.TradingAccount!.Value,
        "CCER",
        default,
        new Tonnes(tonnes),
        Floor.Yuan(price));

    /// <summary>Both bounds hold for both sides.</summary>
    private static void Refused(Floor floor, string below, string above, Func<OrderSide, string, Command> ask)
    {
        foreach (var side in Enum.GetValues<OrderSide>())
        {
            floor.Refuse(ask(side, below), floor.A).ShouldBe(TradingRefusals.OutsideBand);
            floor.Refuse(ask(side, above), floor.A).ShouldBe(TradingRefusals.OutsideBand);
        }
    }
}
