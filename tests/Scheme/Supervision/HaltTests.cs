using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Supervision;

/// <summary>Halts, pauses, short days.</summary>
public sealed class HaltTests
{
    private static readonly HaltTrading OfCcer = new("重大事项", "CCER");

    [Fact]
    public void E10_while_trading_is_halted_nothing_trades_and_afterwards_everything_stands_as_before()
    {
        var floor = new Floor();
        floor.Give(floor.A, 500).Give(floor.B, 500).Give(floor.C, 0, "60000.00").At("10:00");
        var (one, two) = (floor.Sell(floor.A, 300, "60.00"), floor.Sell(floor.B, 100, "60.00"));
        floor.Take(floor.C, one, 100);
        floor.Market.Do(OfCcer);

        // New orders and hits are refused, of whatever side; an order may be taken back.
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);
        floor.Refuse(floor.Listing(floor.C, OrderSide.Buy, 1, "60.00"), floor.C).ShouldBe(SupervisionRefusals.Halted);
        floor.Refuse(Floor.Hit(floor.C, one, 1), floor.C).ShouldBe(SupervisionRefusals.Halted);
        var third = floor.Market.Refusal(Floor.Hit(floor.C, two, 1), "c");
        third.Message("zh").ShouldContain("重大事项");
        (floor.Units(floor.A, Compartment.OnOrder), floor.Units(floor.B, Compartment.OnOrder)).ShouldBe((200, 100));

        // Resumed: 1 has 200 left and its place before 2.
        floor.At("10:30").Market.Do(new ResumeTrading("已核实", "CCER"));
        var left = Quotes.Orders(floor.State, Floor.Ccer, OrderSide.Sell);
        left.Select(order => (order.Id, order.Open.Value)).ShouldBe([(one, 200), (two, 100)]);
        floor.Take(floor.C, one, 200);
        floor.Cancel(floor.B, two);
        floor.Units(floor.B).ShouldBe(500);
        var notice = floor.State.Supervision.Notices.ShouldHaveSingleItem();
        (notice.Halt.Reason, notice.Word, notice.ResumedAt - notice.Halt.At)
            .ShouldBe(("重大事项", "已核实", TimeSpan.FromMinutes(30)));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void E10_an_order_is_taken_back_during_a_halt_unless_the_rulebook_keeps_it()
    {
        var floor = new Floor();
        floor.Give(floor.A, 300).At("10:00");
        var order = floor.Sell(floor.A, 300, "60.00");
        floor.Market.Do(OfCcer);
        floor.Do(new ReduceOrder(floor.A.Id, order, new Tonnes(200)), floor.A);
        floor.Cancel(floor.A, order);
        floor.Units(floor.A).ShouldBe(300);

        var strict = new Floor((
            "  positions: { status: parameter, source: test }",
            """
              positions: { status: parameter, source: test }
            supervision:
              cancel_when_halted: no
              explain_working_days: 5
              appeal_working_days: 10
              source: test
              status: parameter
            """));
        strict.Give(strict.A, 300).At("13:30");
        order = strict.Sell(strict.A, 200, "60.00");
        strict.Market.Issue(strict.A.TradingAccount!.Value, 200_000);
        var block = strict.Offer(strict.A, OrderSide.Sell, 100_000, "60.00");
        strict.Market.Do(OfCcer);
        strict.Refuse(new CancelOrder(strict.A.Id, order), strict.A).ShouldBe(SupervisionRefusals.HaltedKeepsOrders);
        strict.Refuse(new WithdrawBlock(strict.A.Id, block), strict.A)
            .ShouldBe(SupervisionRefusals.HaltedKeepsOrders);
    }

    [Fact]
    public void E10_a_halt_that_lasts_does_not_keep_orders_from_expiring_and_goes_on_the_next_day()
    {
        var floor = new Floor();
        floor.Give(floor.A, 300).At("10:00");
        var order = floor.Sell(floor.A, 300, "60.00");
        floor.Market.Do(OfCcer);
        floor.At("15:00");
        floor.State.Trading.Orders[order].Status.ShouldBe(OrderStatus.Expired);
        floor.Units(floor.A).ShouldBe(300);
        floor.At("2022-07-05 10:00");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);
        floor.Market.Do(new ResumeTrading("复牌", "CCER"));
        floor.Sell(floor.A, 1, "60.00");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_halted_instrument_leaves_the_others_and_a_halted_market_none()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).Give(floor.B, 0, "10000.00").At("10:00");
        floor.Market.Do(new HaltTrading("系统故障"));
        floor.Refuse(Cea(floor, 1), floor.B).ShouldBe(SupervisionRefusals.Halted);
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);

        // The market goes on; an instrument that was halted for itself does not.
        floor.Market.Do(OfCcer);
        floor.Market.Do(new ResumeTrading("恢复"));
        floor.Do(Cea(floor, 1), floor.B);
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_halt_for_some_minutes_ends_by_itself_to_the_millisecond_and_may_end_earlier()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).At("10:00");
        floor.Market.Do(OfCcer with { Minutes = 20 });
        floor.Market.At("2022-07-04 10:19:59.999");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);
        floor.At("10:20");
        floor.Sell(floor.A, 1, "60.00");
        floor.Market.Do(OfCcer with { Minutes = 20 });
        floor.At("10:25").Market.Do(new ResumeTrading("提前", "CCER"));
        floor.Market.Do(OfCcer);

        // The end of the earlier one does not end the later one.
        floor.At("11:00");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Blocks_are_not_offered_answered_or_confirmed_while_trading_is_halted_but_withdrawn()
    {
        var floor = new Floor();
        floor.Give(floor.A, 200_000).Give(floor.B, 0, "9000000.00").At("13:30");
        var block = floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00", floor.B);
        floor.Market.Do(OfCcer);
        floor.Refuse(floor.Block(floor.A, OrderSide.Sell, 100_000, "60.00"), floor.A)
            .ShouldBe(SupervisionRefusals.Halted);
        floor.Refuse(Floor.Counter(floor.B, block, 100_000, "59.00"), floor.B).ShouldBe(SupervisionRefusals.Halted);
        floor.Refuse(Floor.Confirm(floor.B, block, 100_000, "60.00"), floor.B).ShouldBe(SupervisionRefusals.Halted);
        floor.Do(new WithdrawBlock(floor.A.Id, block), floor.A);
        floor.Units(floor.A).ShouldBe(200_000);
    }

    [Fact]
    public void Halts_are_refused_in_the_documented_order()
    {
        var floor = new Floor().At("10:00");
        floor.Market.Refuse(OfCcer with { Reason = " " }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Refuse(OfCcer with { Unit = "X" }).ShouldBe(TradingRefusals.NotTraded);
        floor.Market.Refuse(OfCcer with { Minutes = 0 }).ShouldBe(SupervisionRefusals.BadDuration);
        floor.Market.Refuse(new ResumeTrading("x", "CCER")).ShouldBe(SupervisionRefusals.NotHalted);
        floor.Market.Refuse(new ResumeTrading("x")).ShouldBe(SupervisionRefusals.NotHalted);
        floor.Market.Refuse(OfCcer, "a").ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Do(OfCcer);
        floor.Market.Refuse(OfCcer).ShouldBe(SupervisionRefusals.HaltedAlready);
        Market.Found().Refuse(OfCcer).ShouldBe(TradingRefusals.NoExchange);
    }

    [Fact]
    public void A_price_that_jumps_pauses_its_instrument_after_the_trade_that_showed_it()
    {
        var floor = WatchedFloor.With("price_jump: { minutes: 5, move: 5 %, pause_minutes: 10 }");
        floor.Give(floor.A, 1000).Give(floor.B, 0, "90000.00").At("10:00");
        floor.Deal(floor.A, floor.B, 10, "60.00");

        // 62.99 is 4.98 % above 60.00, 63.00 is 5 %.
        floor.At("10:01").Deal(floor.A, floor.B, 10, "62.99");
        floor.State.Supervision.Alerts.ShouldBeEmpty();
        floor.At("10:05").Deal(floor.A, floor.B, 10, "63.00");
        var alert = floor.Alerts(AlertKind.PriceJump).ShouldHaveSingleItem();
        alert.Figure(Measure.Move).ShouldBe((500, 500));
        (alert.Figure(Measure.Against).Value, alert.Figure(Measure.Price).Value).ShouldBe((6000, 6300));
        alert.Evidence.Trades.ShouldBe([new TradeId(1), new TradeId(3)]);
        alert.Holders.ShouldBe([floor.A.Id, floor.B.Id]);
        TradingHalts.Of(floor.State, Floor.Ccer).ShouldNotBeNull().Cause.ShouldBe(HaltCause.PriceJump);
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);
        floor.Do(Cea(floor, 1), floor.B);

        // Ten minutes later it goes on; an ordered halt may take the place of a pause.
        floor.At("10:15").Deal(floor.A, floor.B, 10, "59.50");
        floor.State.Supervision.Alerts.Count.ShouldBe(1, "what was before the pause is older than the window");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Each_jump_pauses_down_as_well_as_up_and_a_price_out_of_the_window_is_forgotten()
    {
        var floor = WatchedFloor.With("price_jump: { minutes: 5, move: 5 %, pause_minutes: 2 }");
        floor.Give(floor.A, 1000).Give(floor.B, 0, "90000.00").At("10:00");
        floor.Deal(floor.A, floor.B, 10, "60.00");

        // Five minutes and one millisecond later 60.00 is out of the window.
        floor.Market.At("2022-07-04 10:05:00.001");
        floor.Deal(floor.A, floor.B, 10, "63.00");
        floor.State.Supervision.Alerts.ShouldBeEmpty();

        // 59.85 is 5 % below 63.00; then 62.85 is 5.01 % above 59.85.
        floor.At("10:06").Deal(floor.A, floor.B, 10, "59.85");
        floor.At("10:08").Deal(floor.A, floor.B, 10, "62.85");
        floor.Alerts(AlertKind.PriceJump).Select(alert => alert.Figure(Measure.Move).Value).ShouldBe([500, 501]);
        floor.Market.Do(OfCcer);
        floor.At("10:30");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(SupervisionRefusals.Halted);
        floor.State.Supervision.Notices.Count.ShouldBe(3);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_short_day_ends_early_has_no_afternoon_and_no_blocks()
    {
        var floor = new Floor(("closed: [ 2022-07-13 ]",
            "closed: [ 2022-07-13 ]\n  short_days: [ { day: 2022-07-08, until: 11:00 } ]"));
        floor.Give(floor.A, 200_000).At("2022-07-08 10:59:59.999");
        var order = floor.Sell(floor.A, 100, "60.00");
        floor.At("2022-07-08 11:00");
        floor.State.Trading.Orders[order].Status.ShouldBe(OrderStatus.Expired);
        floor.State.Trading.Day.ShouldBeNull();
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A)
            .ShouldBe(TradingRefusals.OutsideHours);
        floor.At("2022-07-08 13:30");
        floor.Refuse(floor.Block(floor.A, OrderSide.Sell, 100_000, "60.00"), floor.A)
            .ShouldBe(TradingRefusals.OutsideHours);

        // The next trading day is a whole one.
        floor.At("2022-07-14 13:30").Offer(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void An_extra_day_is_traded_though_it_is_a_weekend()
    {
        var floor = new Floor(("closed: [ 2022-07-13 ]", "closed: [ 2022-07-13 ]\n  extra: [ 2022-07-10 ]"));
        floor.Give(floor.A, 100).At("2022-07-08 15:00");
        floor.State.Agenda.Items.Single(due => due.Kind == DueKind.TradingDayStart).Subject.ShouldBe("2022-07-10");
        floor.At("2022-07-10 10:00").Sell(floor.A, 100, "60.00");
    }

    private static PlaceOrder Cea(Floor floor, long tonnes) => new(
        floor.B.Id, OrderSide.Buy, "CEA", CompliancePeriod.Parse("2022"), Floor.Yuan("25.05"), new Tonnes(tonnes));
}
