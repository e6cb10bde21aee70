using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>成交申报: two registrations that say the same become a trade; everything else waits or is refused.</summary>
public sealed class DealTests
{
    [Theory]
    [InlineData(OrderSide.Buy, 100, "60.00")]
    [InlineData(OrderSide.Sell, 101, "60.00")]
    [InlineData(OrderSide.Sell, 100, "60.01")]
    public void What_differs_from_the_other_partys_registration_under_the_code_is_refused(
        OrderSide side, long tonnes, string price)
    {
        var floor = Stage();
        floor.Give(floor.B, 1_000);
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 100, "60.00", floor.A), floor.B);
        floor.Give(floor.A, 0, "100000.00");
        floor.Refuse(ModeBook.Deal(floor.A, side, tonnes, price, floor.B), floor.A)
            .ShouldBe(ModeRefusals.DealDiffers);
        floor.State.Trading.Trades.ShouldBeEmpty();

        // Who is wrong corrects: withdraws and registers again.
        floor.Do(new WithdrawDeal(floor.B.Id, new DealId(1)), floor.B);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 100, "61.00", floor.B), floor.A);
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 100, "61.00", floor.A), floor.B)
            .OfType<TradeMade>().ShouldHaveSingleItem().Trade.Amount.ShouldBe(Money.Parse("6100.00 CNY"));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_trade_settles_out_of_what_both_keep_with_both_fees_and_is_usable_the_next_day()
    {
        var floor = new Floor(
            ModeBook.Modes,
            ("buyer: 0 ‰, seller: 0 ‰, rounding: half-up", "buyer: 1 ‰, seller: 2 ‰, rounding: half-up"));
        floor.Give(floor.A, 100).Give(floor.B, 0, "6006.00").At("10:00");
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 100, "60.00", floor.A), floor.B);
        (floor.Cash(floor.B), floor.Cash(floor.B, Compartment.OnOrder)).ShouldBe((0, 600_600));
        var trade = floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 100, "60.00", floor.B), floor.A)
            .OfType<TradeMade>().Single().Trade;

        // 6,000.00: the seller pays 12.00, the buyer 6.00.
        (trade.SellerDeal, trade.BuyerDeal).ShouldBe((new DealId(2), new DealId(1)));
        (floor.Cash(floor.A), floor.Cash(floor.B, Compartment.OnOrder), floor.Units(floor.B, Compartment.Unsettled))
            .ShouldBe((598_800, 0, 100));
        floor.State.Ledger.Total(floor.State.Trading.Fees!.Value, Floor.Cny).ShouldBe(1_800);
        floor.State.Trading.Modes.Deals.Values.ShouldAllBe(deal => deal.Status == DealStatus.Matched);
        floor.Refuse(new WithdrawDeal(floor.B.Id, new DealId(1)), floor.B).ShouldBe(ModeRefusals.DealNotWaiting);
        floor.At("2022-07-05 09:30");
        floor.Units(floor.B).ShouldBe(100);
    }

    [Fact]
    public void Each_wrong_registration_has_its_refusal()
    {
        var floor = Stage();
        RefusalCode Of(Holder with, string code = "A-1", long tonnes = 100, string price = "60.00") =>
            floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Sell, tonnes, price, with, code), floor.A);
        Of(floor.B, tonnes: 0).ShouldBe(TradingRefusals.BadLot);
        Of(floor.B, price: "41.99").ShouldBe(TradingRefusals.OutsideBand);
        Of(floor.A).ShouldBe(TradingRefusals.OwnCounterparty);
        Of(floor.B with { Id = new HolderId(99) }).Name.ShouldBe("unknown-holder");
        Of(floor.B, "").ShouldBe(ModeRefusals.BadCode);
        Of(floor.B, "a b").ShouldBe(ModeRefusals.BadCode);
        Of(floor.B, "约定").ShouldBe(ModeRefusals.BadCode);
        Of(floor.B, new string('x', 21)).ShouldBe(ModeRefusals.BadCode);
        Of(floor.B, tonnes: 10_001).ShouldBe(TradingRefusals.UnitsShort);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 100, "60.00", floor.B, new string('x', 20)), floor.A);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 100, "60.00", floor.B), floor.A);
        Of(floor.B).ShouldBe(ModeRefusals.CodeInUse);
        floor.Refuse(ModeBook.Deal(floor.C, OrderSide.Buy, 1, "60.00", floor.A), floor.C)
            .ShouldBe(TradingRefusals.CashShort);
        floor.Refuse(new WithdrawDeal(floor.B.Id, new DealId(1)), floor.B).ShouldBe(ModeRefusals.UnknownDeal);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));

        // With the freeze the other registration has ended: there is nothing to meet.
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 100, "60.00", floor.A), floor.B);
        floor.State.Trading.Trades.ShouldBeEmpty();
        floor.At("12:00");
        Of(floor.B).ShouldBe(TradingRefusals.OutsideHours);
    }

    [Fact]
    public void A_quantity_outside_the_bounds_of_the_mode_is_refused()
    {
        var floor = new Floor((
            ModeBook.Modes.Old,
            ModeBook.Modes.New.Replace(
                "deal: { band: 30 %", "deal: { at_least: 10 t, below: 50 t, band: 30 %", StringComparison.Ordinal)));
        floor.Give(floor.A, 100).At("10:00");
        floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Sell, 9, "60.00", floor.B), floor.A)
            .ShouldBe(ModeRefusals.QuantityOutside);
        floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Sell, 50, "60.00", floor.B), floor.A)
            .ShouldBe(ModeRefusals.QuantityOutside);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 49, "60.00", floor.B), floor.A);
    }

    [Fact]
    public void The_units_of_a_registration_that_become_void_end_it()
    {
        var floor = Stage();
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 100, "60.00", floor.B), floor.A);
        floor.OfferAt(floor.A, OrderSide.Sell, 50, "60.00");
        floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 7, "60.00", floor.B), floor.A);
        var at = new DateTime(2022, 7, 4, 10, 30, 0);
        floor.Market.Do(new Tanheng.Scheme.Compliance.ScheduleLapse(floor.A.Id, at, "test"));
        floor.At("10:30");
        (floor.Units(floor.A), floor.Units(floor.A, Compartment.OnOrder)).ShouldBe((10_000, 0));
        floor.State.Trading.HasOpen.ShouldBeFalse();
        floor.Market.ShouldReplay();
    }

    private static Floor Stage()
    {
        var floor = new Floor(ModeBook.Modes);
        return floor.Give(floor.A, 10_000).Give(floor.B, 0, "1000000.00").At("10:00");
    }
}
