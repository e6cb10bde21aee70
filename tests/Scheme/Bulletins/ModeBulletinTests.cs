using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Bulletins;

/// <summary>A bulletin names each mode of its market; prices are those of the mode that makes them.</summary>
public sealed class ModeBulletinTests
{
    /// <summary>
    /// 9,645 t by priced offers, 4,645 at 26.50 and 5,000 at 26.52: 123,092.50 + 132,600.00 = 255,692.50; close
    /// 26.5104…, to a tick 26.51. A deal of 100 t at 30.00 is counted apart and has no part in the prices.
    /// </summary>
    [Fact]
    public void AT_S10_a_bulletin_names_each_mode_of_its_market_and_its_parts_come_to_the_total()
    {
        var floor = new Floor([.. ModeBook.PricedAlone, ("reference_price: 60.00 CNY", "reference_price: 26.06 CNY")]);
        floor.Give(floor.A, 10_000).Give(floor.B, 0, "300000.00").At("10:00");
        floor.Do(ModeBook.Take(floor.B, floor.OfferAt(floor.A, OrderSide.Sell, 4_645, "26.50"), 4_645), floor.B);
        floor.Do(ModeBook.Take(floor.B, floor.OfferAt(floor.A, OrderSide.Sell, 5_000, "26.52"), 5_000), floor.B);
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, 100, "30.00", floor.B), floor.A);
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 100, "30.00", floor.A), floor.B);
        floor.At("15:00");

        var day = new DateOnly(2022, 7, 4);
        var bulletin = BulletinBook.Of(floor.State, "CCER", BulletinPeriod.Of(BulletinKind.Daily, day))!;
        bulletin.Parts.ShouldContain(new ModeTurnover(TradingMode.Priced, Of(9_645, "255692.50")));
        bulletin.Parts.ShouldContain(new ModeTurnover(TradingMode.Deal, Of(100, "3000.00")));
        bulletin.Parts.ShouldNotContain(one => one.Mode == TradingMode.Listed || one.Mode == TradingMode.Block);
        bulletin.Total.ShouldBe(Of(9_745, "258692.50"));
        bulletin.Prices.ShouldBe(new BulletinPrices(
            Floor.Yuan("26.50"), Floor.Yuan("26.52"), Floor.Yuan("26.50"), Floor.Yuan("26.51"), Floor.Yuan("26.06")));
        bulletin.Lines.Select(line => line.Item).ShouldContain("priced");
        bulletin.CrossFoot().ShouldBeEmpty();
        floor.Market.ShouldReplay();
    }

    private static Turnover Of(long tonnes, string amount) => new(new Tonnes(tonnes), Money.Parse(amount + " CNY"));
}
