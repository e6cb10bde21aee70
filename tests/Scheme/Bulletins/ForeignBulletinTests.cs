using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Bulletins;

/// <summary>Bulletins of other markets: checked line by line, recorded, corrected, taken back.</summary>
public sealed class ForeignBulletinTests
{
    /// <summary>重庆碳市场，2023年7月15日至30日：定价申报均价26.5，涨跌幅1.73%，9645吨，25.56993万元.</summary>
    private static readonly RecordBulletin Chongqing = new(
        new Text("重庆碳市场", "Chongqing"), new DateOnly(2023, 7, 15), new DateOnly(2023, 7, 30), "重庆市公共资源交易中心",
        [
            new(LineKind.Part, "定价申报", new Tonnes(9_645), Money.Parse("255699.30 CNY"), "26.5", Change: "1.73"),
        ],
        Link: "https://www.cqggzy.com/jyjg/transaction_detail.html");

    private static readonly RecordBulletin National = new(
        new Text("全国碳市场", "National market"), new DateOnly(2023, 7, 15), new DateOnly(2023, 7, 30), "上海环境能源交易所",
        [
            new(
                LineKind.Part, "挂牌协议", new Tonnes(127_003), Money.Parse("7661175.00 CNY"), null, "64.00", "58.23",
                "61.05"),
            new(LineKind.Part, "大宗协议", new Tonnes(618_516), Money.Parse("36748768.00 CNY")),
            new(LineKind.Total, "合计", new Tonnes(745_519), Money.Parse("44409943.00 CNY")),
            new(LineKind.Cumulative, "累计", new Tonnes(240_653_365), Money.Parse("11074568579.51 CNY")),
        ]);

    /// <summary>255,699.30 / 9,645 = 26.5111, shown as 26.5; 26.5 × 9,645 is not the amount.</summary>
    [Fact]
    public void AT_S07_the_Chongqing_average_holds_to_half_a_unit_of_its_last_digit()
    {
        var market = Market2023();
        market.Do(Chongqing);
        var recorded = market.State.Bulletins.Foreign[new ForeignBulletinId(1)];
        recorded.Findings.ShouldBeEmpty();
        recorded.Lines[0].PreviousAverage().ShouldBe(26.05m); // 26.5 / 1.0173
        market.ShouldReplay();
    }

    [Theory]
    [InlineData("26.4", "26.5111")] // more than 0.05 away
    [InlineData("26.6", "26.5111")]
    [InlineData("26.52", "26.5111")] // two digits are shown: 0.005 at most
    [InlineData("27.50", "26.5111")]
    public void AT_S10_an_average_further_off_is_refused_with_its_line_or_recorded_with_a_remark(
        string average, string expected)
    {
        var market = Market2023();
        var wrong = Chongqing with { Lines = [Chongqing.Lines[0] with { Average = average }] };
        var refusal = market.Refusal(wrong);
        refusal.Code.ShouldBe(BulletinRefusals.AverageOff);
        (refusal["row"], refusal["shown"], refusal["expected"]).ShouldBe(("1", average, expected));
        market.Do(wrong with { Remark = "原文如此" });
        var recorded = market.State.Bulletins.Foreign.Values.ShouldHaveSingleItem();
        recorded.Findings.ShouldBe([new BulletinFinding(1, BulletinCheck.Average, average, expected)]);
        recorded.Remark.ShouldBe("原文如此");
    }

    [Theory]
    [InlineData("26.5")]
    [InlineData("26.51")]
    [InlineData("26.511")]
    [InlineData("27")] // no digit behind the point: half a yuan
    public void What_the_exact_average_is_shown_as_holds(string average)
    {
        var market = Market2023();
        market.Do(Chongqing with { Lines = [Chongqing.Lines[0] with { Average = average }] });
    }

    [Fact]
    public void AT_S07b_a_bulletin_whose_parts_do_not_come_to_its_total_is_flagged_line_by_line()
    {
        var market = Market2023();
        var lines = National.Lines.ToList();
        lines[2] = lines[2] with { Volume = new Tonnes(745_520), Amount = Money.Parse("44409943.01 CNY") };
        lines[0] = lines[0] with { Low = "64.01" };
        var wrong = National with { Lines = lines };
        var refusal = market.Refusal(wrong);
        refusal.Code.ShouldBe(BulletinRefusals.DoesNotFoot);
        refusal["count"].ShouldBe("3");
        refusal.Message("zh").ShouldContain("第 1 行均价 60.3228 不在最低与最高价 64.01–64.00 之间");
        refusal.Message("zh").ShouldContain("第 3 行合计 745,520，分项相加为 745,519");
        refusal.Message("en").ShouldContain("the total is 44409943.01 CNY, the parts come to 44409943.00 CNY");
        market.Do(National).ShouldHaveSingleItem();
        market.State.Bulletins.Foreign.Values.ShouldHaveSingleItem().Findings.ShouldBeEmpty();
    }

    /// <summary>240,653,365 + 1,000 = 240,654,365; 11,074,568,579.51 + 61,000.00 = 11,074,629,579.51.</summary>
    [Fact]
    public void The_cumulative_line_is_the_one_before_and_the_period()
    {
        var market = Market2023();
        market.Do(National);
        RecordBulletin Next(long tonnes, string amount) => National with
        {
            From = new DateOnly(2023, 7, 31),
            To = new DateOnly(2023, 7, 31),
            Lines =
            [
                new(LineKind.Total, "合计", new Tonnes(1_000), Money.Parse("61000.00 CNY"), "61.00"),
                new(LineKind.Cumulative, "累计", new Tonnes(tonnes), Money.Parse(amount + " CNY")),
            ],
        };
        market.Refusal(Next(240_654_366, "11074629579.51")).Code.ShouldBe(BulletinRefusals.CumulativeOff);
        market.Refusal(Next(240_654_365, "11074629579.50"))["expected"].ShouldBe("11074629579.51 CNY");
        market.Do(Next(240_654_365, "11074629579.51"));
    }

    [Fact]
    public void A_cumulative_line_below_the_period_does_not_hold_although_nobody_knows_what_was_before()
    {
        var market = Market2023();
        var lines = National.Lines.ToList();
        lines[3] = lines[3] with { Volume = new Tonnes(745_518) };
        market.Refusal(National with { Lines = lines })["expected"].ShouldBe("≥ 745,519");
    }

    [Fact]
    public void What_is_no_bulletin_is_refused()
    {
        var market = Market2023();
        void Refused(RecordBulletin command, RefusalCode code) => market.Refuse(command).ShouldBe(code);
        Refused(Chongqing with { Source = " " }, RegistryRefusals.TextMissing);
        Refused(Chongqing with { Market = new Text("重庆", "") }, RegistryRefusals.TextMissing);
        Refused(Chongqing with { To = new DateOnly(2023, 7, 14) }, BulletinRefusals.BadDays);
        Refused(Chongqing with { To = new DateOnly(2023, 8, 2) }, BulletinRefusals.BadDays);
        Refused(Chongqing with { Link = "javascript:alert(1)" }, BulletinRefusals.BadLink);
        Refused(Chongqing with { Lines = [] }, BulletinRefusals.BadLines);
        Refused(Chongqing with { Lines = [National.Lines[2], National.Lines[2]] }, BulletinRefusals.BadLines);
        foreach (var average in (string[])["x", "-1", "1e3", "1,000", "26.5 ", ".123456789", "1000000000"])
        {
            Refused(
                Chongqing with { Lines = [Chongqing.Lines[0] with { Average = average }] }, BulletinRefusals.BadFigure);
        }

        Refused(
            Chongqing with { Lines = [Chongqing.Lines[0] with { Volume = new Tonnes(-1) }] },
            BulletinRefusals.BadFigure);
        Refused(
            National with { Lines = [National.Lines[0], Chongqing.Lines[0] with { Amount = Money.Parse("1.00 EUR") }] },
            BulletinRefusals.CurrenciesDiffer);
        Refused(
            Chongqing with { Lines = [Chongqing.Lines[0] with { Amount = Money.Parse("0.00 CNY") }] },
            BulletinRefusals.OneWithoutOther);
        market.Refuse(Chongqing, "nobody").ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void A_bulletin_is_recorded_once_corrected_by_another_and_taken_back_with_a_reason()
    {
        var market = Market2023();
        market.Do(Chongqing);
        var (first, second) = (new ForeignBulletinId(1), new ForeignBulletinId(2));
        market.Refusal(Chongqing)["id"].ShouldBe("N1");
        market.Refuse(National with { Corrects = first }).ShouldBe(BulletinRefusals.OtherMarket);
        market.Refuse(Chongqing with { Corrects = second }).ShouldBe(BulletinRefusals.UnknownBulletin);
        market.Do(Chongqing with { Corrects = first, Lines = [Chongqing.Lines[0] with { Change = null }] });
        var all = market.State.Bulletins.Foreign;
        (all[first].Status, all[second].Status, all[second].Instead)
            .ShouldBe((ForeignStatus.Corrected, ForeignStatus.InForce, first));
        market.Refuse(Chongqing with { Corrects = first }).ShouldBe(BulletinRefusals.UnknownBulletin);
        market.Refuse(new WithdrawBulletin(second, "")).ShouldBe(RegistryRefusals.TextMissing);
        market.Do(new WithdrawBulletin(second, "来源撤回"));
        market.Refuse(new WithdrawBulletin(second, "再次")).ShouldBe(BulletinRefusals.UnknownBulletin);
        (all[second].Status, all[second].Why).ShouldBe((ForeignStatus.Withdrawn, "来源撤回"));
        market.Do(Chongqing);
        market.ShouldReplay();
    }

    /// <summary>15–30 July has 15 of the 16 days of the second half of July.</summary>
    [Fact]
    public void It_stands_beside_periods_with_which_it_has_half_its_days_in_common()
    {
        var market = Market2023();
        market.Do(Chongqing);
        int Beside(BulletinKind kind, string day) =>
            ForeignBulletins.Beside(market.State, BulletinPeriod.Of(kind, DateOnly.Parse(day))).Count;
        Beside(BulletinKind.HalfMonthly, "2023-07-16").ShouldBe(1);
        Beside(BulletinKind.HalfMonthly, "2023-07-15").ShouldBe(0);
        Beside(BulletinKind.Monthly, "2023-07-01").ShouldBe(1, "16 of 31 days");
        Beside(BulletinKind.Weekly, "2023-07-17").ShouldBe(0, "7 of 16 days");
        Beside(BulletinKind.Yearly, "2023-07-17").ShouldBe(0);
        market.Do(new WithdrawBulletin(new ForeignBulletinId(1), "test"));
        Beside(BulletinKind.HalfMonthly, "2023-07-16").ShouldBe(0);
    }

    private static Market Market2023()
    {
        var market = Market.Found();
        market.Do(new AppointOfficial(Market.Admin, [Role.Authority, Role.ExchangeOperator]));
        return market.At("2023-08-01 10:00");
    }
}
