using Tanheng.Engine.Markets;
using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Scenarios.Tests;

/// <summary>Bulletins of the second half of July 2023 as they were printed, and what is wrong with others.</summary>
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
    public void A_text_is_read_as_the_bulletins_of_its_markets()
    {
        var found = BulletinReader.Text(National + Chongqing);
        found.Count.ShouldBe(2);
        found[0].Select(line => (line.Kind, line.Volume.Value, line.Amount.ToString())).ShouldBe(
        [
            (LineKind.Part, 127_003, "7661175.00 CNY"), (LineKind.Part, 618_516, "36748768.00 CNY"),
            (LineKind.Total, 745_519, "44409943.00 CNY"), (LineKind.Cumulative, 240_653_365, "11074568579.51 CNY"),
        ]);
        (found[0][0].High, found[0][0].Low, found[0][0].Close).ShouldBe(("64.00", "58.23", "61.05"));

        // 25.56993 万元 are 255,699.30 元.
        found[1].ShouldBe([new BulletinLine(
            LineKind.Part, "定价申报", new Tonnes(9_645), Money.Parse("255699.30 CNY"), "26.5", Change: "1.73")]);
        found.SelectMany(lines => BulletinChecks.Of(lines, null)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("745,519吨", "745,520吨", BulletinCheck.TotalVolume, "745,519")]
    [InlineData("7,661,175.00", "7,661,175.01", BulletinCheck.TotalAmount, "44409943.01 CNY")]
    [InlineData("618,516吨", "618,517吨", BulletinCheck.TotalVolume, "745,520")]
    [InlineData("最低成交价58.23", "最低成交价64.01", BulletinCheck.PriceOrder, "64.01–64.00")]
    [InlineData("240,653,365", "653,365", BulletinCheck.CumulativeVolume, "≥ 745,519")]
    [InlineData("均价为26.5", "均价为26.4", BulletinCheck.Average, "26.5111")]
    [InlineData("均价为26.5", "均价为26.52", BulletinCheck.Average, "26.5111")]
    public void AT_S07b_a_bulletin_whose_parts_do_not_fit_is_flagged(
        string there, string instead, BulletinCheck check, string expected)
    {
        var text = (National + Chongqing).Replace(there, instead, StringComparison.Ordinal);
        var finding = BulletinReader.Text(text).SelectMany(lines => BulletinChecks.Of(lines, null))
            .ShouldHaveSingleItem();
        (finding.Check, finding.Expected).ShouldBe((check, expected));
    }

    [Fact]
    public void A_text_without_a_total_is_no_bulletin() => BulletinReader.Text("挂牌协议").ShouldBeEmpty();

    [Fact]
    public void A_table_is_read_line_by_line_with_exact_amounts()
    {
        var table = "\uFEFF" + BulletinReader.Head + "\r\n"
            + "part,定价申报,9645,25.56993万,26.5,,,,1.73\r\n\r\ntotal,合计,9645,255699.30 EUR,,,,,\r\n";
        BulletinReader.Table("b.csv", table, Currency.Cny).ShouldBe(
        [
            new(LineKind.Part, "定价申报", new Tonnes(9_645), Money.Parse("255699.30 CNY"), "26.5", Change: "1.73"),
            new(LineKind.Total, "合计", new Tonnes(9_645), Money.Parse("255699.30 EUR")),
        ]);
    }

    [Theory]
    [InlineData("part,定价申报,9645,255699.30,26.5,,,", "b.csv:2: ")]
    [InlineData("other,定价申报,9645,255699.30,26.5,,,,", "kind")]
    [InlineData("part,定价申报,9645.5,255699.30,26.5,,,,", "volume")]
    [InlineData("part,定价申报,9645,255699.305,26.5,,,,", "amount")]
    [InlineData("part,定价申报,9645,99999999999999999999999,26.5,,,,", "amount")]
    public void A_bad_line_of_a_table_is_said_with_its_number(string line, string said) =>
        Should.Throw<MarketFileException>(() =>
            BulletinReader.Table("b.csv", BulletinReader.Head + "\n" + line, Currency.Cny))
            .Message.ShouldContain(said);
}
