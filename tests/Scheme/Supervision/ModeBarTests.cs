using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Supervision;

/// <summary>Halts and restrictions hold in every mode of trading, not only in the book.</summary>
public sealed class ModeBarTests
{
    [Fact]
    public void While_an_instrument_is_halted_nothing_begins_and_nothing_trades_in_any_mode()
    {
        var floor = Stage();
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, 100, "60.00");
        var intention = floor.Publish(floor.A, OrderSide.Sell, 100, "59.00", "61.00");
        var report = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 50, "60.00", floor.B), floor.A);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 40, "60.00", floor.B), floor.A);
        floor.Market.Do(new HaltTrading("重大事项", "CCER"));

        Command[] barred =
        [
            ModeBook.Priced(floor.B, OrderSide.Buy, 1, "60.00"),
            ModeBook.Take(floor.B, offer, 100),
            ModeBook.Intention(floor.B, OrderSide.Buy, 1, "60.00", "60.00"),
            ModeBook.Answer(floor.B, intention, 10, "60.00"),
            ModeBook.Deal(floor.B, OrderSide.Buy, 40, "60.00", floor.A),
            ModeBook.Otc(floor.B, OrderSide.Buy, 1, "60.00", floor.A),
            ModeBook.Confirm(floor.B, report, 50, "60.00"),
        ];
        foreach (var command in barred)
        {
            floor.Refuse(command, floor.B).ShouldBe(SupervisionRefusals.Halted, command.GetType().Name);
        }

        // What waits may be taken back, and afterwards the rest trades: 100 t in all were kept and 100 are free again.
        floor.Do(new WithdrawPriced(floor.A.Id, offer), floor.A);
        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(90);
        floor.Market.Do(new ResumeTrading("已核实", "CCER"));
        floor.Do(ModeBook.Confirm(floor.B, report, 50, "60.00"), floor.B);
        floor.Units(floor.B, Compartment.Unsettled).ShouldBe(50);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Whoever_may_not_sell_has_nothing_to_sell_in_any_mode_and_nobody_takes_it()
    {
        var floor = Stage();
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, 100, "60.00");
        var buying = floor.OfferAt(floor.A, OrderSide.Buy, 10, "59.00");
        var intention = floor.Publish(floor.A, OrderSide.Sell, 100, "59.00", "61.00");
        var report = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 50, "60.00", floor.B), floor.A);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 40, "60.00", floor.B), floor.A);
        floor.Market.Do(new RestrictTrading(floor.A.Id, TradingBar.Selling, "涉嫌违规"));

        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(0);
        var modes = floor.State.Trading.Modes;
        (modes.Offers[offer].Status, modes.Offers[buying].Status).ShouldBe((OrderStatus.Expired, OrderStatus.Open));
        (modes.Intentions[intention].Status, modes.Otc[report].Status)
            .ShouldBe((IntentionStatus.Expired, OtcStatus.Lapsed));
        modes.Deals.Values.ShouldAllBe(deal => deal.Status == DealStatus.Expired);
        floor.Refuse(ModeBook.Priced(floor.A, OrderSide.Sell, 1, "60.00"), floor.A)
            .ShouldBe(SupervisionRefusals.Restricted);
        floor.Refuse(ModeBook.Otc(floor.A, OrderSide.Sell, 1, "60.00", floor.B), floor.A)
            .ShouldBe(SupervisionRefusals.Restricted);
        floor.Do(ModeBook.Take(floor.B, buying, 10), floor.B);
        floor.Market.ShouldReplay();
    }

    private static Floor Stage()
    {
        var floor = new Floor(ModeBook.Modes);
        return floor.Give(floor.A, 1_000, "100000.00").Give(floor.B, 1_000, "100000.00").At("10:00");
    }
}
