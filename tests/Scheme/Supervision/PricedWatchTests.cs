using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Supervision;

/// <summary>Where priced offers make the close, they are what is watched.</summary>
public sealed class PricedWatchTests
{
    /// <summary>From 60.00 to 64.80 within five minutes is 8 %: noticed, and paused for ten minutes.</summary>
    [Fact]
    public void A_price_that_jumps_in_priced_offers_pauses_the_instrument()
    {
        var floor = Watched("price_jump: { minutes: 5, move: 8 %, pause_minutes: 10 }");
        Deal(floor, floor.B, 100, "60.00");
        floor.At("10:04");
        Deal(floor, floor.C, 10, "64.80");
        var alert = floor.State.Supervision.Alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Figure(Measure.Move)).ShouldBe((AlertKind.PriceJump, (800, 800)));
        floor.Refuse(ModeBook.Priced(floor.A, OrderSide.Sell, 1, "60.00"), floor.A)
            .ShouldBe(SupervisionRefusals.Halted);
        floor.At("10:14");
        floor.OfferAt(floor.A, OrderSide.Sell, 1, "60.00");
        floor.Market.ShouldReplay();
    }

    /// <summary>
    /// 14:45–15:00: C takes 60 t at 61.00, B 40 t at 60.50, on average 60.80 against 60.00 before, a rise of 1.33 %. C
    /// has 60 % of these minutes.
    /// </summary>
    [Fact]
    public void Who_moves_the_price_of_the_last_priced_offers_is_noticed_when_the_day_closes()
    {
        var floor = Watched("close_marking: { minutes: 15, share: 50 %, move: 1 %, at_least: 100 t }");
        floor.At("14:44");
        Deal(floor, floor.B, 1000, "60.00");
        floor.At("14:45");
        Deal(floor, floor.C, 60, "61.00");
        floor.At("14:59");
        Deal(floor, floor.B, 40, "60.50");
        floor.At("15:00");
        var alert = floor.State.Supervision.Alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Holders.Single()).ShouldBe((AlertKind.CloseMarking, floor.C.Id));
        alert.Figure(Measure.Move).ShouldBe((133, 100));
        alert.Figure(Measure.Share).ShouldBe((6000, 5000));
        floor.Market.ShouldReplay();
    }

    private static Floor Watched(string sections)
    {
        var floor = WatchedFloor.With(sections, ModeBook.PricedAlone);
        return floor.Give(floor.A, 5000).Give(floor.B, 0, "500000.00").Give(floor.C, 0, "500000.00").At("10:00");
    }

    private static void Deal(Floor floor, Holder buyer, long tonnes, string price)
    {
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, tonnes, price);
        floor.Do(ModeBook.Take(buyer, offer, tonnes), buyer);
    }
}
