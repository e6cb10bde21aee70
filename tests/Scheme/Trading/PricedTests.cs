using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>定价申报: offer, take, withdraw, expire, and each refusal.</summary>
public sealed class PricedTests
{
    [Fact]
    public void An_offer_keeps_what_it_needs_and_trades_in_parts_at_its_price_and_units_are_usable_the_next_day()
    {
        var floor = Stage();
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, 1_000, "60.00");
        (floor.Units(floor.A), floor.Units(floor.A, Compartment.OnOrder)).ShouldBe((9_000, 1_000));
        floor.Do(ModeBook.Take(floor.B, offer, 400), floor.B);
        (floor.Units(floor.B), floor.Units(floor.B, Compartment.Unsettled)).ShouldBe((0, 400));
        floor.Refuse(ModeBook.Priced(floor.B, OrderSide.Sell, 400, "60.00"), floor.B)
            .ShouldBe(TradingRefusals.UnitsShort);

        // 400 × 60.00 = 24,000.00, at A's disposal at once.
        (floor.Cash(floor.A), floor.Cash(floor.B)).ShouldBe((2_400_000, 97_600_000));
        floor.Do(new WithdrawPriced(floor.A.Id, offer), floor.A);
        floor.Units(floor.A).ShouldBe(9_600);
        floor.At("2022-07-05 09:30");
        floor.Units(floor.B).ShouldBe(400);
        floor.Market.ShouldReplay();
    }

    /// <summary>
    /// 1 ‰ rounded up: of 100 t at 60.01 the fee is 6.001, so 6.01; of the first 50 t 3.0005, so 3.01; the rest is
    /// 3.00. A rounding of each trade would take 6.02, one fen more than is kept.
    /// </summary>
    [Fact]
    public void The_fee_of_an_offer_is_rounded_once_over_all_that_take_it()
    {
        var floor = new Floor(
            ModeBook.Modes,
            ("buyer: 0 ‰, seller: 0 ‰, rounding: half-up", "buyer: 1 ‰, seller: 0 ‰, rounding: ceiling"));
        floor.Give(floor.A, 1_000).Give(floor.B, 0, "6007.01").At("10:00");
        var offer = floor.OfferAt(floor.B, OrderSide.Buy, 100, "60.01");
        (floor.Cash(floor.B), floor.Cash(floor.B, Compartment.OnOrder)).ShouldBe((0, 600_701));
        floor.Do(ModeBook.Take(floor.A, offer, 50), floor.A);
        floor.Cash(floor.B, Compartment.OnOrder).ShouldBe(300_350);
        floor.Do(ModeBook.Take(floor.A, offer, 50), floor.A);
        floor.State.Trading.Trades.Select(trade => trade.BuyerFee.Minor).ShouldBe([301, 300]);
        floor.Cash(floor.B, Compartment.OnOrder).ShouldBe(0);
    }

    [Fact]
    public void An_offer_ends_with_the_day_and_gives_back_what_it_kept()
    {
        var floor = Stage();
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, 1_000, "60.00");
        floor.At("12:00");
        floor.Refuse(ModeBook.Take(floor.B, offer, 1), floor.B).ShouldBe(TradingRefusals.OutsideHours);
        floor.At("15:00");
        (floor.Units(floor.A), floor.State.Trading.Modes.Offers[offer].Status).ShouldBe((10_000, OrderStatus.Expired));
        floor.Refuse(new WithdrawPriced(floor.A.Id, offer), floor.A).ShouldBe(ModeRefusals.OfferNotOpen);
        floor.At("2022-07-05 09:30");
        floor.Refuse(ModeBook.Take(floor.B, offer, 1), floor.B).ShouldBe(ModeRefusals.UnknownOffer);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("best-price")]
    [InlineData("price-then-time")]
    public void Which_offer_may_be_taken_first_is_the_rulebooks(string taking)
    {
        var floor = Stage(taking);
        floor.Give(floor.C, 1_000).Give(floor.A, 0, "10000.00");
        var dear = floor.OfferAt(floor.A, OrderSide.Sell, 100, "61.00");
        var cheap = floor.OfferAt(floor.A, OrderSide.Sell, 100, "60.00");
        var later = floor.OfferAt(floor.C, OrderSide.Sell, 100, "60.00");
        var take = ModeBook.Take(floor.B, dear, 10);
        if (taking == "any")
        {
            floor.Do(take, floor.B);
            floor.Do(ModeBook.Take(floor.B, later, 10), floor.B);
            return;
        }

        floor.Refuse(take, floor.B).ShouldBe(ModeRefusals.AnotherFirst);
        if (taking == "best-price")
        {
            floor.Do(ModeBook.Take(floor.B, later, 10), floor.B);
        }
        else
        {
            floor.Refuse(ModeBook.Take(floor.B, later, 10), floor.B).ShouldBe(ModeRefusals.AnotherFirst);
        }

        // Nobody is held up by an offer whose account may not trade (it has ended), nor by the own one.
        floor.Do(ModeBook.Take(floor.A, later, 10), floor.A);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        floor.Do(ModeBook.Take(floor.B, later, 10), floor.B);
        floor.Refuse(ModeBook.Take(floor.B, cheap, 10), floor.B).ShouldBe(ModeRefusals.OfferNotOpen);
    }

    [Fact]
    public void Where_an_offer_is_taken_as_a_whole_a_part_is_refused()
    {
        var floor = new Floor((
            ModeBook.Modes.Old,
            ModeBook.Modes.New.Replace("parts: yes", "parts: no", StringComparison.Ordinal)));
        floor.Give(floor.A, 100).Give(floor.B, 0, "10000.00").At("10:00");
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, 100, "60.00");
        floor.Refuse(ModeBook.Take(floor.B, offer, 99), floor.B).ShouldBe(ModeRefusals.WholeOnly);
        floor.Do(ModeBook.Take(floor.B, offer, 100), floor.B);
        floor.State.Trading.Modes.Offers[offer].Status.ShouldBe(OrderStatus.Filled);
    }

    [Fact]
    public void Each_wrong_taking_has_its_refusal()
    {
        var floor = Stage();
        var offer = floor.OfferAt(floor.A, OrderSide.Sell, 100, "60.00");
        floor.Refuse(ModeBook.Take(floor.B, new OfferId(9), 1), floor.B).ShouldBe(ModeRefusals.UnknownOffer);
        floor.Refuse(ModeBook.Take(floor.B, offer, 0), floor.B).ShouldBe(TradingRefusals.BadLot);
        floor.Refuse(ModeBook.Take(floor.A, offer, 1), floor.A).ShouldBe(ModeRefusals.OwnOffer);
        floor.Refuse(ModeBook.Take(floor.B, offer, 101), floor.B).ShouldBe(ModeRefusals.MoreThanOffered);
        floor.Refuse(ModeBook.Take(floor.C, offer, 1), floor.C).ShouldBe(TradingRefusals.CashShort);
        floor.Refuse(new WithdrawPriced(floor.B.Id, offer), floor.B).ShouldBe(ModeRefusals.UnknownOffer);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));

        // With the freeze the offer has ended, and what it kept is free.
        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(0);
        floor.Refuse(ModeBook.Take(floor.B, offer, 1), floor.B).ShouldBe(ModeRefusals.OfferNotOpen);
        floor.Refuse(new WithdrawPriced(floor.A.Id, offer), floor.A).ShouldBe(ModeRefusals.OfferNotOpen);
    }

    [Fact]
    public void Each_wrong_offer_has_its_refusal()
    {
        var floor = Stage();
        RefusalCode Of(long tonnes, string price) =>
            floor.Refuse(ModeBook.Priced(floor.A, OrderSide.Sell, tonnes, price), floor.A);
        Of(0, "60.00").ShouldBe(TradingRefusals.BadLot);
        Of(1, "53.99").ShouldBe(TradingRefusals.OutsideBand);
        Of(1, "66.01").ShouldBe(TradingRefusals.OutsideBand);
        Of(10_001, "66.00").ShouldBe(TradingRefusals.UnitsShort);
        Of(long.MaxValue, "60.00").ShouldBe(LedgerRefusals.TooLarge);
        var fair = ModeBook.Priced(floor.A, OrderSide.Sell, 1, "60.00");
        floor.Refuse(fair with { Price = new Price(6000, Currency.Eur) }, floor.A).ShouldBe(TradingRefusals.OffTick);
        floor.Refuse(fair with { Vintage = new(2022, 2022) }, floor.A).ShouldBe(TradingRefusals.NotTraded);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        Of(1, "60.00").ShouldBe(RegistryRefusals.AccountNotUsable);
        floor.At("2022-07-09 10:00");
        Of(1, "60.00").ShouldBe(TradingRefusals.NotATradingDay);
    }

    [Fact]
    public void Nobody_gets_above_the_position_limit_by_offers_to_buy()
    {
        var floor = new Floor(
            ModeBook.Modes, ("positions: { status", "positions: { maximum: 1000 t, status"));
        floor.Give(floor.B, 0, "1000000.00").Give(floor.A, 1_000).At("10:00");
        floor.OfferAt(floor.B, OrderSide.Buy, 600, "60.00");
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 400, "60.00", floor.A), floor.B);
        floor.Refuse(ModeBook.Priced(floor.B, OrderSide.Buy, 1, "60.00"), floor.B)
            .ShouldBe(TradingRefusals.PositionLimit);
        floor.Refuse(floor.Listing(floor.B, OrderSide.Buy, 1, "60.00"), floor.B)
            .ShouldBe(TradingRefusals.PositionLimit);
    }

    [Fact]
    public void A_market_without_the_mode_says_which_it_has()
    {
        var floor = new Floor().At("10:00");
        var refusal = floor.Market.Refusal(ModeBook.Priced(floor.A, OrderSide.Sell, 1, "60.00"), "a");
        refusal.Code.ShouldBe(ModeRefusals.NoSuchMode);
        refusal.Message("en").ShouldContain("listed, block", Case.Insensitive);
    }

    /// <summary>A has 10,000 t, B 1,000,000.00; it is 10:00 and the last close was 60.00.</summary>
    private static Floor Stage(string taking = "any")
    {
        var floor = new Floor((
            ModeBook.Modes.Old,
            ModeBook.Modes.New.Replace("taking: any", "taking: " + taking, StringComparison.Ordinal)));
        return floor.Give(floor.A, 10_000).Give(floor.B, 0, "1000000.00").At("10:00");
    }
}
