using Tanheng.Cli.Markets;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scenarios.Tests;

/// <summary>The bulletin of the second half of July 2023, and what is wrong with others.</summary>
public sealed class BulletinTests
{
    private const string National =
        "全国碳市场碳排放配额（CEA）总成交量745,519吨，总成交额44,409,943.00元。期间，"
        + "挂牌协议交易成交量127,003吨，成交额7,661,175.00元，"
        + "最高成交价64.00元/吨，最低成交价58.23元/吨，最后一个交易日收盘价61.05元/吨。\n\n"
        + "大宗协议交易成交量618,516吨，成交额36,748,768.00元。\n\n"
        + "截至7月30日，全国碳市场碳排放配额（CEA）累计成交量240,653,365吨，累计成交额11,074,568,579.51元。\n";

    private const string Chongqing =
        "重庆碳排放权配额通过定价申报交易均价为26.5元/吨，涨跌幅1.73%，成交数量为9645吨，成交金额为25.56993万元。";

    [Fact]
    public void A_bulletin_whose_parts_come_to_its_totals_holds_and_an_average_is_shown_to_half_a_unit()
    {
        var bulletin = Bulletin.Read(National + Chongqing).ShouldNotBeNull();
        bulletin.Total.Volume.ShouldBe(new Tonnes(745_519));
        bulletin.Close.ShouldBe(Price.Parse("61.05 CNY/t"));
        bulletin.Cumulative!.Value.Amount.ShouldBe(Money.Parse("11074568579.51 CNY"));
        bulletin.Averages.ShouldHaveSingleItem().Of.Amount.ShouldBe(Money.Parse("255699.30 CNY"));
        bulletin.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("745,519吨", "745,520吨", "its parts come to 745,519 t")]
    [InlineData("7,661,175.00", "7,661,175.01", "its parts come to 44409943.01 CNY")]
    [InlineData("618,516吨", "618,517吨", "the total volume is 745,519 t")]
    [InlineData("最低成交价58.23", "最低成交价64.01", "above the highest")]
    [InlineData("240,653,365", "653,365", "cumulative")]
    [InlineData("均价为26.5", "均价为26.4", "amount and volume give 26.5111")]
    [InlineData("均价为26.5", "均价为26.52", "amount and volume give 26.5111")]
    public void AT_S07b_a_bulletin_whose_parts_do_not_fit_is_flagged(string there, string instead, string said)
    {
        var text = (National + Chongqing).Replace(there, instead, StringComparison.Ordinal);
        Bulletin.Read(text).ShouldNotBeNull().Problems().ShouldHaveSingleItem().ShouldContain(said);
    }

    /// <summary>
    /// 9,645 t by priced offers and 300 t outside: each mode is named, and the parts come to the total.
    /// </summary>
    [Fact]
    public void AT_S10_a_bulletin_names_each_mode_of_its_market_and_counts_it()
    {
        var none = new Turnover(Tonnes.Zero, Money.Zero(Currency.Cny));
        var priced = new Turnover(new Tonnes(9_645), Money.Parse("255699.30 CNY"));
        var outside = new Turnover(new Tonnes(300), Money.Parse("9000.00 CNY"));
        var bulletin = new Bulletin(priced + outside, none, none, null, null, null, null)
        {
            Others = [(TradingMode.Priced, priced), (TradingMode.Otc, outside)],
        };
        bulletin.Problems().ShouldBeEmpty();
        (bulletin with { Others = [(TradingMode.Priced, priced)] }).Problems().Count.ShouldBe(2);
        bulletin.Zh(new DateOnly(2023, 7, 30))
            .ShouldContain("定价申报成交量9,645吨，成交额255,699.30元。场外交易成交量300吨，成交额9,000.00元。");
        bulletin.En(new DateOnly(2023, 7, 30))
            .ShouldContain("priced offers 9,645 t for CNY 255,699.30; outside the venue 300 t");
    }

    [Fact]
    public void A_text_without_a_total_is_no_bulletin() => Bulletin.Read("挂牌协议").ShouldBeNull();
}
