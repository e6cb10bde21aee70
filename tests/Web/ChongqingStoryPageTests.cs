using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Ledger;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Tests;

/// <summary>The demonstration of Chongqing where it is left to its visitors.</summary>
public sealed class ChongqingStorySite : PortalSite
{
    protected override string Scheme => "chongqing-2023";

    protected override bool Pauses => true;
}

/// <summary>What the public reads of a market whose price is made by priced offers.</summary>
public sealed partial class ChongqingStoryPageTests(ChongqingStorySite site) : IClassFixture<ChongqingStorySite>
{
    [Fact]
    public async Task Quotes_candles_and_depth_are_those_of_priced_offers_and_no_block_is_spoken_of()
    {
        using var visitor = site.Visitor();
        var text = Text(await visitor.GetStringAsync("/market?instrument=CQEA-2022"));

        // 500 t at 26.60 = 13,300.00 today, 0.34 % above 26.51; ±10 % of 26.51 is 23.859 and 29.161, to a tick 23.86
        // and 29.16.
        foreach (var figure in new[] { "▲ +0.34 %", "13,300.00", "23.86 – 29.16", "定价申报；空心为涨" })
        {
            text.ShouldContain(figure);
        }

        text.ShouldNotContain("大宗");
        text.ShouldNotContain("挂牌");
        Depth(OrderSide.Sell).ShouldBe(["26.60 1000", "26.80 3000"]);
        Depth(OrderSide.Buy).ShouldBe(["26.30 2000", "26.00 1000"]);
        text.ShouldContain("26.80 3,000 1");
    }

    [Fact]
    public async Task AT_S10_the_half_monthly_bulletin_has_the_modes_of_Chongqing_and_the_published_figures()
    {
        using var visitor = site.Visitor();
        foreach (var (path, row) in new[]
        {
            ("/market/bulletins?kind=half-monthly", "9,645 0 0 9,645 255,699.30 26.51 ▲ +1.73 %"),
            ("/market/bulletins/half-monthly/2023-07-H2", "定价申报 9,645 255,699.30 26.5"),
        })
        {
            var text = Text(await visitor.GetStringAsync(path));
            text.ShouldContain(row);
            text.ShouldNotContain("挂牌协议");
            text.ShouldNotContain("大宗协议");
        }

        var days = await visitor.GetStringAsync("/market/bulletins/half-monthly/2023-07-H2/days.csv?lang=en");
        days.ShouldContain(
            "priced (t),priced_amount (CNY),deal (t),deal_amount (CNY),otc (t),otc_amount (CNY),total (t)");
        days.ShouldContain("2023-07-25,26.69,26.70,26.69,26.69,1000,26690.35,0,0.00,0,0.00,1000");
    }

    private IEnumerable<string> Depth(OrderSide side) => Quotes.Lines(site.State, Asset.Unit("CQEA-2022"), side)
        .Select(line => $"{line.Price.ToString().Split(' ')[0]} {line.Quantity.Value}");

    /// <summary>What is read, with single blanks between words.</summary>
    private static string Text(string html) => Blank().Replace(
        WebUtility.HtmlDecode(Tag().Replace(Script().Replace(html, " "), " ")), " ");

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blank();
}
