using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tanheng.Engine.Markets;
using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.Bulletins;

/// <summary>The bulletin of the second half of July 2023: on its page, as files, by the API and in the feed.</summary>
public sealed partial class BulletinPageTests(ReplayedSite replayed) : IClassFixture<ReplayedSite>
{
    private const string Half = "/market/bulletins/half-monthly/2023-07-H2";
    private readonly ReplaySite site = replayed.Site;

    [Fact]
    public async Task AT_S07a_the_page_says_the_customary_sentences_in_both_languages()
    {
        using var visitor = site.Visitor();
        var zh = WebUtility.HtmlDecode(await visitor.GetStringAsync(Half + "?lang=zh"));
        foreach (var said in new[]
        {
            "全国碳市场碳排放配额（CEA）总成交量745,519吨，总成交额44,409,943.00元。",
            "挂牌协议交易成交量127,003吨，成交额7,661,175.00元", "最低成交价58.23元/吨，最后一个交易日收盘价61.05元/吨",
            "大宗协议交易成交量618,516吨，成交额36,748,768.00元。",
            "累计成交量240,653,365吨，累计成交额11,074,568,579.51元。", "60.3228", "59.4144", "59.5692", "46.0188",
            Words.BulletinFoots.Zh, "2023年7月下半月",
        })
        {
            zh.ShouldContain(said);
        }

        var en = WebUtility.HtmlDecode(await visitor.GetStringAsync(Half + "?lang=en"));
        en.ShouldContain("745,519 t for CNY 44,409,943.00 in total.");
        en.ShouldContain("close of the last trading day 61.05 CNY/t (+1.75 %)"); // 61.05 / 60.00 = 1.0175
        en.ShouldContain("240,653,365 t for CNY 11,074,568,579.51 were traded in all.");
        Regex.Count(en, "<h1").ShouldBe(1);
        Chinese().Matches(Own(en)).Select(match => match.Value).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("daily/2023-07-26", "今日大宗协议交易成交量200,000吨，成交额12,700,000.00元。")]
    [InlineData("daily/2023-07-26", "开盘价58.23元/吨，最高价64.00元/吨，最低价58.23元/吨，收盘价61.12元/吨，较前一交易日下跌4.50%。")]
    [InlineData("daily/2023-07-19", "今日无大宗协议交易。")]
    [InlineData("weekly/2023-W29", "本周（7月17日至7月21日）")]
    [InlineData("monthly/2023-07", "总成交量745,519吨")]
    [InlineData("yearly/2023", "总成交量745,519吨")]
    public async Task Every_kind_of_bulletin_has_its_sentences(string path, string said)
    {
        using var visitor = site.Visitor();
        WebUtility.HtmlDecode(await visitor.GetStringAsync("/market/bulletins/" + path)).ShouldContain(said);
    }

    [Theory]
    [InlineData("/market/bulletins/daily/2023-07-15")] // a Saturday
    [InlineData("/market/bulletins/daily/2023-07-H2")]
    [InlineData("/market/bulletins/hourly/2023-07-17")]
    [InlineData("/market/bulletins/daily/2023-07-15.csv")]
    [InlineData("/market/bulletins/daily/2023-07-15.json")]
    [InlineData("/market/bulletins/daily/2023-07-15/days.csv")]
    [InlineData("/market/bulletins/daily/2023-07-15/print")]
    [InlineData("/market/bulletins?kind=hourly")]
    [InlineData("/market/bulletins.rss?kind=hourly")]
    public async Task What_is_no_bulletin_is_not_there(string path)
    {
        using var visitor = site.Visitor();
        (await visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lists_lead_to_bulletins_and_these_to_those_beside_them()
    {
        using var visitor = site.Visitor();
        var list = await visitor.GetStringAsync("/market/bulletins");
        Regex.Matches(list, "href=\"(/market/bulletins/daily/[^\"]+)\"").Select(match => match.Groups[1].Value)
            .ShouldBe(new[] { 28, 27, 26, 25, 24, 21, 20, 19, 18, 17 }
                .Select(day => FormattableString.Invariant($"/market/bulletins/daily/2023-07-{day}")));
        var friday = await visitor.GetStringAsync("/market/bulletins/daily/2023-07-21");
        friday.ShouldContain("rel=\"prev\" href=\"/market/bulletins/daily/2023-07-20\"");
        friday.ShouldContain("href=\"/market/bulletins/daily/2023-07-24\"");
        (await visitor.GetStringAsync("/market/bulletins?kind=half-monthly")).ShouldContain(Half);
        (await visitor.GetStringAsync("/market/bulletins/daily/2023-07-17")).ShouldNotContain("rel=\"prev\"");
    }

    [Fact]
    public async Task The_file_of_lines_is_read_by_the_program_that_reads_other_markets_bulletins()
    {
        using var visitor = site.Visitor();
        var lines = BulletinReader.Table("own", await visitor.GetStringAsync(Half + ".csv"), Currency.Cny);
        lines.Select(line => (line.Kind, line.Volume.Value, line.Amount.ToString())).ShouldBe(
        [
            (LineKind.Part, 127_003, "7661175.00 CNY"), (LineKind.Part, 618_516, "36748768.00 CNY"),
            (LineKind.Total, 745_519, "44409943.00 CNY"), (LineKind.Cumulative, 240_653_365, "11074568579.51 CNY"),
        ]);
        var days = await visitor.GetStringAsync(Half + "/days.csv");
        days.ShouldContain("2023-07-26,58.23,64.00,58.23,61.12,2000,");
        days.Split('\n').Length.ShouldBe(1 + 10 + 1);
    }

    [Fact]
    public async Task AT_S07a_the_interface_for_programs_gives_the_same_figures()
    {
        using var visitor = site.Visitor();
        foreach (var path in new[] { "/api/v1" + Half, Half + ".json" })
        {
            var answer = JsonDocument.Parse(await visitor.GetStringAsync(path)).RootElement;
            var head = answer.GetProperty("head");
            head.GetProperty("period").GetString().ShouldBe("2023-07-H2");
            head.GetProperty("over").GetBoolean().ShouldBeFalse("31 July is a trading day");
            Of(head, "listed").ShouldBe((127_003, 766_117_500, "60.3228"));
            Of(head, "block").ShouldBe((618_516, 3_674_876_800, "59.4144"));
            Of(head, "total").ShouldBe((745_519, 4_440_994_300, "59.5692"));
            Of(head, "cumulative").ShouldBe((240_653_365, 1_107_456_857_951, "46.0188"));
            head.GetProperty("close").GetProperty("minor").GetInt64().ShouldBe(6105);
            answer.GetProperty("findings").GetArrayLength().ShouldBe(0);
            answer.GetProperty("days").GetArrayLength().ShouldBe(10);
        }

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/v1/market/bulletins?kind=weekly");
        asked.Headers.Add("Accept", "text/csv");
        var file = await (await visitor.SendAsync(asked)).Content.ReadAsStringAsync();
        file.TrimStart('\uFEFF').ShouldStartWith("unit,kind,period,from,to,over,tradingDays,listed.volume [tCO2e],");
        file.ShouldContain("\r\nCEA,weekly,2023-W30,");
        file.IndexOf("2023-W30", StringComparison.Ordinal)
            .ShouldBeLessThan(file.IndexOf("2023-W29", StringComparison.Ordinal), "newest first");
        (await visitor.GetAsync("/api/v1/market/bulletins/daily/2023-07-15")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_feed_is_RSS_2_with_absolute_links_dates_and_unique_ids()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync("/market/bulletins.rss?kind=half-monthly&lang=zh");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/rss+xml");
        var rss = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        (rss.Name.LocalName, rss.Attribute("version")!.Value).ShouldBe(("rss", "2.0"));
        var channel = rss.Element("channel")!;
        foreach (var needed in new[] { "title", "link", "description" })
        {
            channel.Element(needed)!.Value.ShouldNotBeEmpty();
        }

        var item = channel.Elements("item").ShouldHaveSingleItem();
        item.Element("link")!.Value.ShouldBe(site.Address.ToString().TrimEnd('/') + Half);
        item.Element("description")!.Value.ShouldContain("总成交量745,519吨，总成交额44,409,943.00元");
        item.Element("description")!.Value.ShouldContain("累计成交额11,074,568,579.51元");

        // The last day of it closed on 28 July at 15:00 in Shanghai.
        DateTimeOffset.ParseExact(item.Element("pubDate")!.Value, "r", CultureInfo.InvariantCulture)
            .ShouldBe(new DateTimeOffset(2023, 7, 28, 7, 0, 0, TimeSpan.Zero));
        var daily = XDocument.Parse(await visitor.GetStringAsync("/market/bulletins.rss?lang=en")).Root!;
        var ids = daily.Descendants("guid").Select(guid => guid.Value).ToList();
        ids.Count.ShouldBe(10);
        ids.ShouldBeUnique();
        daily.Descendants("description").ShouldAllBe(one => !Chinese().IsMatch(one.Value));
    }

    [Fact]
    public async Task The_print_is_the_bulletin_alone_with_its_picture()
    {
        using var visitor = site.Visitor();
        var print = await visitor.GetStringAsync(Half + "/print");
        print.ShouldNotContain("class=\"side\"");
        print.ShouldContain("<svg class=\"bulletin-picture wide\"");
        Regex.Count(print, "<circle class=\"close\"").ShouldBe(2 * 10, "a close for each day, wide and for telephones");
        print.ShouldNotContain(" style=", Case.Sensitive);
    }

    private static (long Volume, long Minor, string? Average) Of(JsonElement head, string name)
    {
        var traded = head.GetProperty(name);
        return (
            traded.GetProperty("volume").GetInt64(),
            traded.GetProperty("amount").GetProperty("minor").GetInt64(),
            traded.GetProperty("average").GetString());
    }

    private static string Own(string html) => Regex.Match(html, "<main[\\s\\S]*</main>").Value;

    [GeneratedRegex("[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}
