using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Bulletins;

/// <summary>Our own bulletins: days added up, and what is corrected in them.</summary>
public sealed class BulletinTests
{
    private static readonly BulletinPeriod Week = BulletinPeriod.Of(BulletinKind.Weekly, new DateOnly(2022, 7, 4));

    /// <summary>
    /// Monday 100 t at 60.00 and 300 t at 62.00 (24,600.00; close 61.50) and a block of 200,000 t at 55.00; Tuesday
    /// nothing; Wednesday 50 t at 61.00 (3,050.00; close 61.00).
    /// </summary>
    private static Floor Traded()
    {
        var floor = new Floor();
        floor.Market.Do(new AppointOfficial(
            Market.Admin, [Role.Authority, Role.RegistryOperator, Role.ExchangeOperator]));
        floor.Give(floor.A, 300_000).Give(floor.B, 0, "12000000.00").At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 100, "60.00"), 100);
        floor.Take(floor.B, floor.Sell(floor.A, 300, "62.00"), 300);
        floor.At("13:00");
        var block = floor.Offer(floor.A, OrderSide.Sell, 200_000, "55.00");
        floor.Do(Floor.Confirm(floor.B, block, 200_000, "55.00"), floor.B);
        floor.At("2022-07-06 10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 50, "61.00"), 50);
        return floor.At("2022-07-06 15:00");
    }

    [Fact]
    public void AT_S07b_days_add_up_to_the_period_and_parts_to_totals()
    {
        var floor = Traded();
        var week = BulletinBook.Of(floor.State, "CCER", Week).ShouldNotBeNull();

        // 400 t and 50 t listed: 24,600.00 + 3,050.00; the block 200,000 × 55.00.
        week.Listed.ShouldBe(Of(450, "27650.00"));
        week.Block.ShouldBe(Of(200_000, "11000000.00"));
        week.Total.ShouldBe(Of(200_450, "11027650.00"));
        week.Cumulative.ShouldBe(week.Total);
        week.Days.Select(day => day.Close).ShouldBe([Yuan("61.50"), Yuan("61.50"), Yuan("61.00")]);
        week.Prices.ShouldBe(new BulletinPrices(
            Yuan("60.00"), Yuan("62.00"), Yuan("60.00"), Yuan("61.00"), Yuan("60.00")));
        week.Prices.Change.ShouldBe(1.67m); // 61.00 / 60.00 = 1.016…67
        week.Over.ShouldBeFalse();
        week.CrossFoot().ShouldBeEmpty();
        floor.At("2022-07-08 15:00");
        BulletinBook.Of(floor.State, "CCER", Week)!.Over.ShouldBeTrue();
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_day_under_way_is_in_no_bulletin_and_a_period_without_a_finished_day_has_none()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).Give(floor.B, 0, "6000.00").At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 100, "60.00"), 100);
        BulletinBook.Of(floor.State, "CCER", Week).ShouldBeNull();
        BulletinBook.Periods(floor.State, "CCER", BulletinKind.Daily).ShouldBeEmpty();
        BulletinBook.MainUnit(floor.State).ShouldBeNull();
        floor.At("15:00");
        BulletinBook.Of(floor.State, "CCER", Week).ShouldNotBeNull().Total.ShouldBe(Of(100, "6000.00"));
        BulletinBook.MainUnit(floor.State).ShouldBe("CCER");
    }

    [Fact]
    public void Periods_are_listed_newest_first_with_what_is_beside_them()
    {
        var floor = Traded();
        BulletinBook.Periods(floor.State, "CCER", BulletinKind.Daily).Select(one => one.Key)
            .ShouldBe(["2022-07-06", "2022-07-05", "2022-07-04"]);
        BulletinBook.Periods(floor.State, "CCER", BulletinKind.Yearly).Select(one => one.Key).ShouldBe(["2022"]);
        var tuesday = BulletinPeriod.Of(BulletinKind.Daily, new DateOnly(2022, 7, 5));
        var (previous, next) = BulletinBook.Beside(floor.State, "CCER", tuesday);
        (previous?.Key, next?.Key).ShouldBe(("2022-07-04", "2022-07-06"));
        var (none, last) = BulletinBook.Beside(floor.State, "CCER", Week);
        (none, last).ShouldBe((null, null));
    }

    [Fact]
    public void What_was_traded_elsewhere_before_is_counted_up_from()
    {
        var floor = Traded();
        var command = new StateEarlierTrading(
            "CCER", new DateOnly(2022, 7, 1), new Tonnes(1_000), Money.Parse("50000.00 CNY"), "公报");
        floor.Market.Refuse(command with { Until = new DateOnly(2022, 7, 4) }).ShouldBe(BulletinRefusals.NotEarlier);
        floor.Market.Refuse(command with { Volume = Tonnes.Zero }).ShouldBe(BulletinRefusals.NotEarlier);
        floor.Market.Refuse(command with { Unit = "EUA" }).ShouldBe(BulletinRefusals.UnitNotTraded);
        floor.Market.Refuse(command, "a").ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Do(command);
        var week = BulletinBook.Of(floor.State, "CCER", Week)!;
        (week.Earlier, week.Cumulative).ShouldBe((Of(1_000, "50000.00"), Of(201_450, "11077650.00")));
        var wednesday = BulletinBook.Of(floor.State, "CCER", new DateOnly(2022, 7, 6), new DateOnly(2022, 7, 6))!;

        // 1,000 + 200,400 before Wednesday: 50,000.00 + 24,600.00 + 11,000,000.00.
        wednesday.Earlier.ShouldBe(Of(201_400, "11074600.00"));
        wednesday.CrossFoot().ShouldBeEmpty();
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_corrected_day_changes_its_figures_the_close_and_every_total_after_it_and_says_what_it_was()
    {
        var floor = Traded();
        var correct = new CorrectTradingDay(
            "CCER", new DateOnly(2022, 7, 4), TradingMode.Listed, new Tonnes(300), Money.Parse("18600.00 CNY"), 1,
            "一笔成交经裁决撤销", Yuan("62.00"), Yuan("62.00"), Yuan("62.00"));
        floor.Market.Refuse(correct with { Day = new DateOnly(2022, 7, 3) }).ShouldBe(BulletinRefusals.NoSuchDay);
        floor.Market.Refuse(correct with { Reason = " " }).Name.ShouldBe("text-missing");
        foreach (var impossible in (CorrectTradingDay[])
            [
                correct with { Amount = Money.Parse("18600.01 CNY") }, // above 300 × 62.00
                correct with { Low = Yuan("62.01") },
                correct with { Volume = Tonnes.Zero },
                correct with { Trades = 0 },
                correct with { High = null },
                correct with { Open = Yuan("61.99") },
            ])
        {
            floor.Market.Refuse(impossible).ShouldBe(BulletinRefusals.ImpossibleFigures);
        }

        floor.Market.Do(correct);
        floor.Market.Refuse(correct).ShouldBe(BulletinRefusals.NothingCorrected);
        var week = BulletinBook.Of(floor.State, "CCER", Week)!;

        // 100 t for 6,000.00 less; Monday closes at 62.00, and so does Tuesday, without trades.
        week.Total.ShouldBe(Of(200_350, "11021650.00"));
        week.Days.Select(day => day.Close).ShouldBe([Yuan("62.00"), Yuan("62.00"), Yuan("61.00")]);
        week.Days[2].PreviousClose.ShouldBe(Yuan("62.00"));
        week.Corrections.ShouldHaveSingleItem().Before.Traded.ShouldBe(Of(400, "24600.00"));
        week.CrossFoot().ShouldBeEmpty();
        floor.Instrument.Bars[0].Volume.ShouldBe(new Tonnes(400), "what the exchange did is not rewritten");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void An_average_is_half_up_to_four_digits_and_none_of_nothing()
    {
        // AT-S07a: 7,661,175.00 / 127,003; 36,748,768.00 / 618,516; and all of it.
        Of(127_003, "7661175.00").Average().ShouldBe(60.3228m);
        Of(618_516, "36748768.00").Average().ShouldBe(59.4144m);
        Of(745_519, "44409943.00").Average().ShouldBe(59.5692m);
        Of(240_653_365, "11074568579.51").Average().ShouldBe(46.0188m);
        Of(0, "0.00").Average().ShouldBeNull();
    }

    private static Turnover Of(long tonnes, string yuan) => new(new Tonnes(tonnes), Money.Parse(yuan + " CNY"));

    private static Price Yuan(string price) => Floor.Yuan(price);
}
