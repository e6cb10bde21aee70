using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Supervision;

/// <summary>Each detector with something it must notice and something it must not; figures are by hand.</summary>
public sealed class DetectorTests
{
    [Fact]
    public void Trades_between_related_holders_are_noticed_from_the_threshold_on_and_once_a_day()
    {
        var floor = Rich("wash_trades: { at_least: 100 t }");
        floor.Market.Do(new DeclareRelation(floor.A.Id, floor.B.Id, RelationKind.Family, "申报"));
        floor.Deal(floor.A, floor.B, 60, "60.00");
        floor.Deal(floor.A, floor.C, 500, "60.00");
        floor.Deal(floor.B, floor.A, 39, "60.00");
        floor.State.Supervision.Alerts.ShouldBeEmpty("60 + 39 t, whoever sold, are 99 t");
        floor.Deal(floor.A, floor.B, 1, "60.00");
        var alert = floor.State.Supervision.Alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Instrument, alert.Status).ShouldBe((AlertKind.WashTrades, Floor.Ccer, AlertStatus.Open));
        alert.Holders.ShouldBe([floor.A.Id, floor.B.Id]);
        alert.Figure(Measure.Traded).ShouldBe((100, 100));
        alert.Evidence.Trades.ShouldBe([new TradeId(1), new TradeId(3), new TradeId(4)]);
        (alert.Evidence.Rule, alert.Evidence.Source).ShouldBe(("wash_trades", "test"));

        // Once a day; the next day counts anew.
        floor.Deal(floor.A, floor.B, 100, "60.00");
        floor.State.Supervision.Alerts.Count.ShouldBe(1);
        floor.At("2022-07-05 10:00").Deal(floor.A, floor.B, 99, "60.00");
        floor.State.Supervision.Alerts.Count.ShouldBe(1);
        floor.Deal(floor.A, floor.B, 1, "60.00");
        floor.State.Supervision.Alerts.Count.ShouldBe(2);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Holders_under_the_same_control_are_related_through_whoever_controls_them_while_that_holds()
    {
        var floor = Rich("wash_trades: { at_least: 1 t }");
        floor.Do(new DeclareRelation(floor.C.Id, floor.A.Id, RelationKind.Control, "章程"), floor.C);
        floor.Market.Do(new DeclareRelation(floor.B.Id, floor.C.Id, RelationKind.SameControl, "年报"));
        floor.Deal(floor.A, floor.B, 1, "60.00");
        floor.Alerts(AlertKind.WashTrades).Count.ShouldBe(1);
        floor.Market.Do(new EndRelation(floor.C.Id, floor.B.Id, "转让股权"));
        floor.At("2022-07-05 10:00").Deal(floor.A, floor.B, 1, "60.00");
        floor.Alerts(AlertKind.WashTrades).Count.ShouldBe(1);
        floor.Deal(floor.A, floor.C, 1, "60.00");
        floor.Alerts(AlertKind.WashTrades).Count.ShouldBe(2);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Relations_are_refused_in_the_documented_order_and_a_holder_declares_its_own_alone()
    {
        var floor = new Floor();
        var command = new DeclareRelation(floor.A.Id, floor.B.Id, RelationKind.Other, "x");
        floor.Market.Refuse(command with { Other = new HolderId(99) }).ShouldBe(RegistryRefusals.UnknownHolder);
        floor.Market.Refuse(command with { Other = floor.A.Id }).ShouldBe(SupervisionRefusals.RelatedToItself);
        floor.Market.Refuse(command with { Basis = "" }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Refuse(command, floor.B).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Do(command, floor.A);
        floor.Market.Refuse(new DeclareRelation(floor.B.Id, floor.A.Id, RelationKind.Control, "x"))
            .ShouldBe(SupervisionRefusals.RelatedAlready);
        floor.Refuse(new EndRelation(floor.A.Id, floor.B.Id, "x"), floor.A).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Refuse(new EndRelation(floor.A.Id, floor.C.Id, "x")).ShouldBe(SupervisionRefusals.NotRelated);
    }

    [Fact]
    public void Who_moves_the_price_in_the_last_minutes_is_noticed_when_the_day_closes()
    {
        // 14:45–15:00: C buys 60 t at 61.00, B buys 40 t at 60.50; (3,660 + 2,420) / 100 = 60.80 against 60.00 before,
        // a rise of 1.33 %. C has 60 % of these minutes, B 40 %. A sells all of it and is not named: the price rose.
        var floor = Rich("close_marking: { minutes: 15, share: 50 %, move: 1 %, at_least: 100 t }");
        floor.At("14:44").Deal(floor.A, floor.B, 1000, "60.00");
        floor.At("14:45").Deal(floor.A, floor.C, 60, "61.00");
        floor.At("14:59").Deal(floor.A, floor.B, 40, "60.50");
        floor.At("15:00");
        var alert = floor.State.Supervision.Alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Holders.Single()).ShouldBe((AlertKind.CloseMarking, floor.C.Id));
        alert.Figure(Measure.Move).ShouldBe((133, 100));
        alert.Figure(Measure.Share).ShouldBe((6000, 5000));
        alert.Figure(Measure.Volume).ShouldBe((100, 100));
        alert.Evidence.Trades.ShouldBe([new TradeId(2)]);

        // The next day: the same share, and 60.55 against 60.00 is a rise of 0.92 %. Nobody is noticed.
        floor.At("2022-07-05 14:00").Deal(floor.A, floor.B, 1000, "60.00");
        floor.At("2022-07-05 14:50").Deal(floor.A, floor.C, 100, "60.55");
        floor.At("2022-07-05 15:00");
        floor.State.Supervision.Alerts.Count.ShouldBe(1);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Orders_taken_back_after_a_trade_on_the_other_side_are_noticed()
    {
        var floor = Rich("layering: { minutes: 10, orders: 3, times: 3 }");
        OrderId[] bids = [.. ((string[])["59.90", "59.80", "59.70"]).Select(price => floor.Buy(floor.A, 100, price))];
        floor.At("10:05").Deal(floor.A, floor.B, 100, "60.00");
        floor.At("10:10").Cancel(floor.A, bids[0]);
        floor.Cancel(floor.A, bids[1]);
        floor.State.Supervision.Alerts.ShouldBeEmpty("two orders of 200 t");
        floor.At("10:15").Cancel(floor.A, bids[2]);
        var alert = floor.State.Supervision.Alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Holders.Single()).ShouldBe((AlertKind.Layering, floor.A.Id));
        alert.Figure(Measure.Withdrawn).ShouldBe((3, 3));
        alert.Figure(Measure.WithdrawnTonnes).ShouldBe((300, 300));
        alert.Figure(Measure.Traded).Value.ShouldBe(100);
        alert.Evidence.Orders.Select(order => order.Id).ShouldBe(bids);
        alert.Evidence.Trades.ShouldBe([new TradeId(1)]);
        floor.Market.ShouldReplay();
    }

    [Theory]
    [InlineData("ten minutes and a bit later")]
    [InlineData("entered after the trade")]
    [InlineData("on the same side")]
    [InlineData("by the exchange")]
    [InlineData("one tonne less")]
    public void Orders_that_are_taken_back_otherwise_are_not(string how)
    {
        var floor = Rich("layering: { minutes: 10, orders: 3, times: 3 }");
        OrderId[] Enter() => [.. Enumerable.Range(0, 3).Select(i => how == "on the same side"
            ? floor.Sell(floor.A, 100, "61.00")
            : floor.Buy(floor.A, how == "one tonne less" && i == 0 ? 99 : 100, "59.00"))];
        var later = how == "entered after the trade";
        var orders = later ? [] : Enter();
        floor.Deal(floor.A, floor.B, 100, "60.00");
        if (later)
        {
            floor.Market.After(TimeSpan.FromSeconds(1));
            orders = Enter();
        }

        floor.Market.After(how.StartsWith("ten", StringComparison.Ordinal)
            ? TimeSpan.FromMilliseconds(600_001)
            : TimeSpan.FromMinutes(1));
        foreach (var order in orders)
        {
            floor.Market.Do(new CancelOrder(floor.A.Id, order), how == "by the exchange" ? "exchange" : "a");
        }

        floor.State.Supervision.Alerts.ShouldBeEmpty(how);
    }

    [Fact]
    public void Whoever_is_on_one_side_of_much_of_a_day_is_noticed_when_it_closes()
    {
        // 1,000 t: A sells 600 (60 %), B sells 400 (40 %), C buys 1,000 (100 %).
        var floor = Rich("concentration: { share: 60 %, at_least: 1000 t }");
        floor.Deal(floor.A, floor.C, 600, "60.00");
        floor.Deal(floor.B, floor.C, 400, "60.00");
        floor.At("15:00");
        floor.Alerts(AlertKind.Concentration).Select(alert => alert.Holders.Single())
            .ShouldBe([floor.A.Id, floor.C.Id]);
        var alert = floor.Alerts(AlertKind.Concentration)[0];
        alert.Figure(Measure.Share).ShouldBe((6000, 6000));
        alert.Evidence.Trades.ShouldBe([new TradeId(1)]);

        // 999 t are too little for anybody to be noticed.
        floor.At("2022-07-05 10:00").Deal(floor.A, floor.C, 999, "60.00");
        floor.At("2022-07-05 15:00");
        floor.State.Supervision.Alerts.Count.ShouldBe(2);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_purchase_that_makes_somebody_a_large_trader_or_brings_it_near_the_limit_is_noticed()
    {
        var floor = WatchedFloor.With(
            "large_trader: 300 t, maximum: 1000 t", "limit_approach: { share: 80 % }");
        floor.Give(floor.A, 900).Give(floor.B, 0, "90000.00").At("10:00");
        floor.Deal(floor.A, floor.B, 299, "60.00");
        floor.State.Supervision.Alerts.ShouldBeEmpty();
        floor.Deal(floor.A, floor.B, 1, "60.00");
        var large = floor.State.Supervision.Alerts.ShouldHaveSingleItem();
        (large.Kind, large.Holders.Single()).ShouldBe((AlertKind.LargeTrader, floor.B.Id));
        large.Figure(Measure.Position).ShouldBe((300, 300));

        // 799 of 1,000 t are 79.9 %, 800 are 80 %. What is in other accounts counts: 400 t bought before, 99 given.
        floor.Market.Issue(floor.B.RegistryAccount!.Value, 99);
        floor.Deal(floor.A, floor.B, 400, "60.00");
        floor.Alerts(AlertKind.LimitApproach).ShouldBeEmpty();
        floor.Deal(floor.A, floor.B, 1, "60.00");
        var near = floor.Alerts(AlertKind.LimitApproach).ShouldHaveSingleItem();
        near.Figure(Measure.Position).ShouldBe((800, 1000));
        near.Figure(Measure.Share).ShouldBe((8000, 8000));
        floor.Alerts(AlertKind.LargeTrader).Count.ShouldBe(1, "once a day");
    }

    [Fact]
    public void Whoever_takes_back_much_of_what_it_enters_is_noticed_from_enough_orders_on()
    {
        // Nine of nine are too few orders. Of twelve, the tenth taken back makes 83.3 %.
        var floor = Rich("cancel_ratio: { orders: 10, share: 80 % }");
        for (var i = 0; i < 9; i++)
        {
            floor.Cancel(floor.A, floor.Buy(floor.A, 1, "59.00"));
        }

        floor.State.Supervision.Alerts.ShouldBeEmpty();
        OrderId[] open = [.. Enumerable.Range(0, 3).Select(_ => floor.Buy(floor.A, 1, "59.00"))];

        // The exchange's own cancel says nothing about the holder; nor does one of an order that has traded.
        floor.Market.Do(new CancelOrder(floor.A.Id, open[0]), "exchange");
        floor.State.Supervision.Alerts.ShouldBeEmpty();
        floor.Cancel(floor.A, open[1]);
        var alert = floor.State.Supervision.Alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Holders.Single()).ShouldBe((AlertKind.CancelRatio, floor.A.Id));
        alert.Figure(Measure.Entered).ShouldBe((12, 10));
        alert.Figure(Measure.Withdrawn).Value.ShouldBe(10);
        alert.Figure(Measure.Share).ShouldBe((8333, 8000));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Taking_back_the_rest_of_an_order_that_traded_is_not_counted()
    {
        var floor = Rich("cancel_ratio: { orders: 2, share: 60 % }");
        for (var i = 0; i < 5; i++)
        {
            var order = floor.Sell(floor.A, 10, "60.00");
            floor.Take(floor.B, order, 1);
            floor.Cancel(floor.A, order);
        }

        floor.State.Supervision.Alerts.ShouldBeEmpty();
    }

    [Fact]
    public void A_threshold_counts_on_the_days_for_which_it_holds()
    {
        var floor = Rich("wash_trades: { at_least: 1 t, valid: { from: 2022-07-05 } }");
        floor.Market.Do(new DeclareRelation(floor.A.Id, floor.B.Id, RelationKind.Control, "x"));
        floor.Deal(floor.A, floor.B, 10, "60.00");
        floor.State.Supervision.Alerts.ShouldBeEmpty();
        floor.At("2022-07-05 10:00").Deal(floor.A, floor.B, 10, "60.00");
        floor.State.Supervision.Alerts.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_the_section_nothing_is_noticed_or_counted()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).Give(floor.B, 0, "90000.00").At("10:00");
        floor.Market.Do(new DeclareRelation(floor.A.Id, floor.B.Id, RelationKind.Control, "x"));
        floor.Deal(floor.A, floor.B, 10, "54.00");
        floor.Deal(floor.A, floor.B, 10, "66.00");
        floor.At("15:00");
        floor.State.Supervision.Alerts.ShouldBeEmpty();
        floor.State.Supervision.Day.Between.ShouldBeEmpty();
    }

    private static Floor Rich(string sections)
    {
        var floor = WatchedFloor.With(sections, []);
        foreach (var holder in (Holder[])[floor.A, floor.B, floor.C])
        {
            floor.Give(holder, 5000, "500000.00");
        }

        floor.Market.Do(new AppointOfficial(new UserId("exchange"), [Role.ExchangeOperator]));
        return floor.At("10:00");
    }
}
