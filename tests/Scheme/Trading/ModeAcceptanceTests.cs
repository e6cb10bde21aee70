using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>
/// Chongqing's ways of trading (AT-S10) and deals outside the venue (AT-S33), with the figures of the field.
/// </summary>
public sealed class ModeAcceptanceTests
{
    /// <summary>
    /// 重庆：定价申报均价26.5元/吨，涨跌幅1.73%，9,645吨，255,699.30元. Three offers: 5,000 × 26.50 = 132,500.00; 1,390 × 26.53 =
    /// 36,876.70; 3,255 × 26.52 = 86,322.60; together 9,645 t and 255,699.30. 255,699.30 / 9,645 = 26.5111: to one
    /// digit 26.5, to a tick 26.51. 26.51 / 26.06 − 1 = 1.7268 %.
    /// </summary>
    [Fact]
    public void AT_S10_priced_offers_make_the_figures_of_the_bulletin_and_the_closing_price()
    {
        var floor = new Floor([.. ModeBook.PricedAlone, ("reference_price: 60.00 CNY", "reference_price: 26.06 CNY")]);
        floor.Give(floor.A, 9_645).Give(floor.B, 0, "200000.00").Give(floor.C, 0, "200000.00").At("10:00");
        var first = floor.OfferAt(floor.A, OrderSide.Sell, 5_000, "26.50");
        var second = floor.OfferAt(floor.A, OrderSide.Sell, 1_390, "26.53");
        var third = floor.OfferAt(floor.C, OrderSide.Buy, 3_255, "26.52");
        floor.Do(ModeBook.Take(floor.B, first, 4_000), floor.B);
        floor.Do(ModeBook.Take(floor.C, first, 1_000), floor.C);
        floor.Do(ModeBook.Take(floor.B, second, 1_390), floor.B);
        floor.Do(ModeBook.Take(floor.A, third, 3_255), floor.A);
        floor.At("15:00");

        var bar = floor.Instrument.Bars.ShouldHaveSingleItem();
        (bar.Mode, bar.Volume, bar.Amount, bar.Trades)
            .ShouldBe((TradingMode.Priced, new Tonnes(9_645), Money.Parse("255699.30 CNY"), 4));
        (bar.High, bar.Low, bar.Close).ShouldBe((Floor.Yuan("26.53"), Floor.Yuan("26.50"), Floor.Yuan("26.51")));
        floor.Instrument.Reference.ShouldBe(Floor.Yuan("26.51"));
        Volumes.Change(Floor.Yuan("26.06"), bar.Close).ShouldBe(Percent.Parse("1.73 %"));
        var split = Volumes.Of(floor.State, Floor.Ccer, bar.Day, bar.Day);
        split.Modes.Single(line => line.Mode == TradingMode.Priced).Average.ShouldBe(26.5m);
        (floor.Cash(floor.A), floor.Units(floor.A)).ShouldBe((25_569_930, 0));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S10_registrations_of_equal_price_and_quantity_that_name_others_or_have_another_code_never_meet()
    {
        var floor = Stage();
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 1_000, "30.00", floor.B), floor.A);
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 1_000, "30.00", floor.C), floor.B);
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 1_000, "30.00", floor.A, "A-2"), floor.B);
        floor.State.Trading.Trades.ShouldBeEmpty();
        floor.State.Trading.Modes.Deals.Values.ShouldAllBe(deal => deal.Status == DealStatus.Waiting);
        (floor.Units(floor.A, Compartment.OnOrder), floor.Cash(floor.B, Compartment.OnOrder))
            .ShouldBe((1_000, 6_000_000));

        // The same words from both: traded, and the other two wait on until the session ends.
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 1_000, "30.00", floor.A), floor.B);
        var trade = floor.State.Trading.Trades.ShouldHaveSingleItem();
        (trade.Mode, trade.Amount).ShouldBe((TradingMode.Deal, Money.Parse("30000.00 CNY")));
        floor.At("15:00");
        (floor.Units(floor.B, Compartment.Unsettled), floor.Cash(floor.A), floor.Cash(floor.B))
            .ShouldBe((1_000, 3_000_000, 97_000_000));
        floor.State.Trading.Modes.Deals.Values.Count(deal => deal.Status == DealStatus.Expired).ShouldBe(2);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S10_an_intention_and_its_answers_never_change_a_balance()
    {
        var floor = Stage();
        var before = Balances(floor);
        var intention = floor.Publish(floor.A, OrderSide.Sell, 50_000, "25.00", "30.00");
        floor.Do(ModeBook.Answer(floor.B, intention, 40_000, "26.00"), floor.B);
        floor.Do(new WithdrawIntention(floor.A.Id, intention), floor.A);

        // Far more than anybody has: it binds nobody.
        floor.Publish(floor.C, OrderSide.Sell, 9_000_000, "25.00", "30.00");
        floor.At("2022-07-08 15:00");
        Balances(floor).ShouldBe(before);
        floor.State.Trading.Modes.Intentions.Values.Select(one => one.Status)
            .ShouldBe([IntentionStatus.Expired]);
        floor.Market.ShouldReplay();
    }

    /// <summary>
    /// From 26.06: ±10 % is 23.454 and 28.666, to a tick 23.45 and 28.67; ±30 % is 18.242 and 33.878, to a tick 18.24
    /// and 33.88.
    /// </summary>
    [Theory]
    [InlineData("23.45", null)]
    [InlineData("28.67", null)]
    [InlineData("23.44", "outside-price-band")]
    [InlineData("28.68", "outside-price-band")]
    public void AT_S10_priced_offers_keep_within_10_percent_and_registered_deals_within_30(
        string price, string? refused)
    {
        var floor = new Floor([.. ModeBook.PricedAlone, ("reference_price: 60.00 CNY", "reference_price: 26.06 CNY")]);
        floor.Give(floor.A, 1_000).At("10:00");
        var offer = ModeBook.Priced(floor.A, OrderSide.Sell, 10, price);
        if (refused is null)
        {
            floor.Do(offer, floor.A);
        }
        else
        {
            floor.Refuse(offer, floor.A).Name.ShouldBe(refused);
        }

        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 10, "18.24", floor.B, "low"), floor.A);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 10, "33.88", floor.B, "high"), floor.A);
        floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Sell, 10, "18.23", floor.B, "x"), floor.A)
            .ShouldBe(TradingRefusals.OutsideBand);
        floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Sell, 10, "33.89", floor.B, "x"), floor.A)
            .ShouldBe(TradingRefusals.OutsideBand);
    }

    /// <summary>
    /// The European share: 300 t of 1,000 t outside the venue are 30 %. A report counts when it is confirmed.
    /// </summary>
    [Fact]
    public void AT_S33_a_deal_outside_the_venue_is_reported_confirmed_and_counted_apart()
    {
        var floor = Stage();
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, 700, "26.00");
        floor.Do(ModeBook.Take(floor.B, offer, 700), floor.B);
        var report = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 300, "40.00", floor.B), floor.A);
        Split(floor).OutsideShare.ShouldBe(Percent.Parse("0 %"));
        floor.Do(ModeBook.Confirm(floor.B, report, 300, "40.00"), floor.B);

        // 700 × 26.00 = 18,200.00 and 300 × 40.00 = 12,000.00.
        var split = Split(floor);
        (split.Volume, split.Outside, split.AtVenue).ShouldBe((new Tonnes(1_000), new Tonnes(300), new Tonnes(700)));
        (split.Amount, split.OutsideShare).ShouldBe((Money.Parse("30200.00 CNY"), Percent.Parse("30 %")));
        floor.At("15:00");
        Split(floor).OutsideShare.ShouldBe(Percent.Parse("30 %"));

        // The price of a deal outside has no part in the close.
        floor.Instrument.Reference.ShouldBe(Floor.Yuan("26.00"));
        floor.Instrument.Bars.Select(bar => bar.Mode).ShouldBe([TradingMode.Priced, TradingMode.Otc]);
        (floor.Units(floor.B, Compartment.Unsettled), floor.Cash(floor.A), floor.Cash(floor.B))
            .ShouldBe((1_000, 3_020_000, 96_980_000));
        floor.Market.ShouldReplay();
    }

    private static VolumeSplit Split(Floor floor) =>
        Volumes.Of(floor.State, null, ModeBook.Day("2022-07-04"), ModeBook.Day("2022-07-04"));

    private static (long, long, long, long) Balances(Floor floor) => (
        floor.Units(floor.A), floor.Units(floor.A, Compartment.OnOrder), floor.Cash(floor.B),
        floor.Cash(floor.B, Compartment.OnOrder));

    /// <summary>Chongqing at 10:00 with a last close of 26.06; A has 100,000 t, B 1,000,000.00.</summary>
    private static Floor Stage()
    {
        var floor = new Floor([.. ModeBook.PricedAlone, ("reference_price: 60.00 CNY", "reference_price: 26.06 CNY")]);
        return floor.Give(floor.A, 100_000).Give(floor.B, 0, "1000000.00").At("10:00");
    }
}
