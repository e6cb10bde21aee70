using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>What begins and ends with a trading day.</summary>
public sealed class DayTests
{
    [Fact]
    public void E09_day_orders_survive_the_break_and_expire_at_the_end_of_the_last_session()
    {
        var floor = new Floor();
        floor.Give(floor.A, 0, "6000.00").Give(floor.B, 40).At("10:00");
        var order = floor.Buy(floor.A, 100, "60.00");
        floor.At("12:00");
        Quotes.Lines(floor.State, Floor.Ccer, OrderSide.Buy).ShouldHaveSingleItem().Quantity.ShouldBe(new Tonnes(100));
        floor.At("2022-07-04 14:59:59.999");
        floor.Take(floor.B, order, 40);
        floor.At("15:00");

        // 60 t expire; 3,600.00 are free again.
        floor.State.Trading.Orders[order].Status.ShouldBe(OrderStatus.Expired);
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.OnOrder)).ShouldBe((360_000, 0));
        floor.State.Trading.Day.ShouldBeNull();
        floor.Refuse(new CancelOrder(floor.A.Id, order), floor.A).ShouldBe(TradingRefusals.OrderNotOpen);

        // The next day knows it no longer, and numbers do not come again.
        floor.At("2022-07-05 09:30");
        floor.Refuse(new CancelOrder(floor.A.Id, order), floor.A).ShouldBe(TradingRefusals.UnknownOrder);
        floor.Buy(floor.A, 1, "60.00").ShouldBe(new OrderId(order.Value + 1));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Modes_may_end_at_different_times_and_the_day_closes_with_the_last()
    {
        var floor = new Floor(
            ("block: { at_least: 100000 t, band: 30 %, sessions: [ { from: 13:00, until: 15:00 } ] }",
                "block: { at_least: 100000 t, band: 30 %, sessions: [ { from: 14:00, until: 15:30 } ] }"));
        floor.Give(floor.A, 200_000).At("14:30");
        var (order, block) = (floor.Sell(floor.A, 10, "60.00"), floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00"));
        floor.At("15:00");
        (floor.State.Trading.Orders[order].Status, floor.State.Trading.Blocks[block].Status)
            .ShouldBe((OrderStatus.Expired, BlockStatus.Open));
        floor.Instrument.Bars.ShouldBeEmpty();
        floor.At("15:30");
        floor.State.Trading.Blocks[block].Status.ShouldBe(BlockStatus.Expired);
        floor.Instrument.Bars.ShouldHaveSingleItem();
        floor.Units(floor.A).ShouldBe(200_000);
        floor.Market.ShouldReplay();
    }

    [Theory]
    [InlineData("same-day", 60_000, 0)]
    [InlineData("next-trading-day", 0, 60_000)]
    public void The_money_of_a_sale_is_usable_when_the_rulebook_says(string rule, long free, long unsettled)
    {
        var floor = new Floor(("proceeds: same-day", "proceeds: " + rule));
        floor.Give(floor.A, 10).Give(floor.B, 0, "600.00").At("10:00");
        floor.Take(floor.A, floor.Buy(floor.B, 10, "60.00"), 10);
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.Unsettled)).ShouldBe((free, unsettled));
        floor.At("2022-07-05 09:30");
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.Unsettled)).ShouldBe((60_000, 0));
    }

    [Fact]
    public void The_next_trading_day_is_announced_across_weekends_holidays_and_closed_days()
    {
        var floor = new Floor().At("2022-07-08 15:00");
        floor.State.Agenda.Items.Where(due => due.Kind == DueKind.TradingDayStart)
            .ShouldHaveSingleItem().Subject.ShouldBe("2022-07-14");

        // 5 days of the week, and 2 instruments.
        floor.State.Trading.Instruments.Values.ShouldAllBe(one => one.Bars.Count == 5);
    }

    [Fact]
    public void Trading_rules_change_between_days_and_never_so_that_an_instrument_is_gone()
    {
        var floor = new Floor();
        floor.Give(floor.A, 200_000).At("10:00");
        var longer = TradingBook.Of(
            ("{ from: 09:30, until: 11:30 }", "{ from: 09:00, until: 12:00 }"),
            ("vintages: [ \"2022\" ]", "vintages: [ \"2021\", \"2022\" ]"));
        var none = Rules.Book(
            "[ ]", ("  weekend: [ saturday, sunday ]", "  weekend: [ saturday, sunday ]\n  holidays: days.yaml"));
        AdoptRulebook Adopt(RuleText book) => new(book, TradingBook.Includes, TestRules.Methods);

        // The same rules a few lines further down are the same rules.
        floor.Market.Do(Adopt(TradingBook.Of(("trading:\n", "# moved\n\ntrading:\n"))));
        floor.Market.Refuse(Adopt(longer)).ShouldBe(RegistryRefusals.PastWouldChange);
        floor.At("15:00");
        floor.Market.Do(Adopt(longer));
        floor.Market.Refuse(Adopt(none)).ShouldBe(RegistryRefusals.PastWouldChange);
        floor.Market.Refuse(Adopt(TradingBook.Of(("    - { unit: CCER, reference_price: 60.00 CNY }\n", ""))))
            .ShouldBe(RegistryRefusals.PastWouldChange);
        floor.At("2022-07-05 09:00");
        floor.Sell(floor.A, 10, "60.00");
        floor.State.Trading.Instruments.Count.ShouldBe(3);
        floor.At("2022-07-05 11:59");
        floor.Sell(floor.A, 10, "60.00");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_day_that_is_over_does_not_begin_again_when_hours_are_changed()
    {
        var floor = new Floor().At("15:00");
        var later = TradingBook.Of(
            ("sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]",
                "sessions: [ { from: 20:00, until: 22:00 } ]"),
            ("at_least: 100000 t, band: 30 %, sessions: [ { from: 13:00, until: 15:00 } ]",
                "at_least: 100000 t, band: 30 %, sessions: [ { from: 20:00, until: 21:00 } ]"));
        floor.Market.Do(new AdoptRulebook(later, TradingBook.Includes, TestRules.Methods));
        floor.State.Agenda.Items.Where(due => due.Kind == DueKind.TradingDayStart)
            .ShouldHaveSingleItem().Subject.ShouldBe("2022-07-05");
        floor.At("2022-07-05 19:00");
        floor.Instrument.Bars.ShouldHaveSingleItem();
        floor.At("2022-07-05 22:00");
        floor.Instrument.Bars.Count.ShouldBe(2);
    }

    [Fact]
    public void Orders_end_before_the_holders_allowances_become_void_and_the_counterparty_has_its_money_back()
    {
        var floor = new Floor();
        var (a, b) = (floor.A, floor.B);
        var trading = a.TradingAccount!.Value;
        floor.Give(b, 0, "10000000.00");
        floor.Market.Do(new ListCoverage(2022, [a.Id], [], "list"));
        floor.Market.Do(new AllocateStated(new(2022), [new(a.Id, new Tonnes(150_000))], "table"));
        floor.Market.Do(new MovePosition(
            a.Id, a.RegistryAccount!.Value, trading, "CEA", new(2022), new Tonnes(140_000)));
        floor.Market.Do(new ScheduleLapse(a.Id, new DateTime(2022, 7, 4, 14, 0, 0), "left the list"));
        floor.At("13:00");
        var order = new PlaceOrder(
            a.Id, OrderSide.Sell, "CEA", new(2022), Floor.Yuan("25.05"), new Tonnes(10));
        floor.Do(order, a);
        var block = floor.Do(
            new OfferBlock(a.Id, OrderSide.Sell, "CEA", new(2022), Floor.Yuan("25.05"), new Tonnes(100_000)), a)
            .OfType<BlockOffered>().Single().Block;
        floor.Do(Floor.Counter(b, block, 100_000, "20.00"), b);
        floor.At("14:00");
        (floor.State.Trading.Orders[new OrderId(1)].Status, floor.State.Trading.Blocks[block].Status)
            .ShouldBe((OrderStatus.Expired, BlockStatus.Expired));
        floor.Cash(b).ShouldBe(1_000_000_000);
        floor.State.Ledger.Positions(trading).ShouldBeEmpty();
        floor.State.Ledger.Total(floor.Market.System.Expired, Asset.Unit("CEA-2022")).ShouldBe(150_000);
        floor.Refuse(order, a).ShouldBe(TradingRefusals.UnitsShort);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Quotes_show_five_prices_and_the_day_so_far()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).Give(floor.B, 0, "100000.00").At("10:00");
        var asks = Enumerable.Range(0, 7).Select(i => floor.Sell(floor.A, 10 + i, $"60.{i:00}")).ToList();
        floor.Buy(floor.B, 5, "59.00");
        floor.Buy(floor.B, 6, "59.00");
        floor.Take(floor.B, asks[1], 4);
        var quote = Quotes.Of(floor.State, Floor.Ccer).ShouldNotBeNull();
        quote.Asks.Select(line => line.Price).ShouldBe(Enumerable.Range(0, 5).Select(i => Floor.Yuan($"60.{i:00}")));
        quote.Asks.Select(line => line.Quantity.Value).ShouldBe([10L, 7, 12, 13, 14]);
        quote.Bids.ShouldHaveSingleItem().ShouldBe(new QuoteLine(Floor.Yuan("59.00"), new Tonnes(11), 2));
        (quote.PreviousClose, quote.Listed!.Close, quote.Listed.Mode)
            .ShouldBe((Floor.Yuan("60.00"), Floor.Yuan("60.01"), TradingMode.Listed));
        Quotes.OrdersOf(floor.State, floor.B.Id).Count.ShouldBe(2);
        Quotes.TradesOf(floor.State, floor.A.TradingAccount!.Value).ShouldHaveSingleItem().Seller
            .ShouldBe(floor.A.TradingAccount!.Value);
        Quotes.Of(floor.State, Asset.Unit("CEA-2021")).ShouldBeNull();
    }
}
