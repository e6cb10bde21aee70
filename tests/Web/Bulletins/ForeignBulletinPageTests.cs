using System.Net;
using Microsoft.Playwright;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.Bulletins;

/// <summary>Bulletins of other markets and corrections, by the pages; and how all of it looks.</summary>
public sealed class ForeignBulletinPageTests(ReplayedSite replayed) : IClassFixture<ReplayedSite>
{
    private const string Chongqing =
        "重庆碳排放权配额通过定价申报交易均价为26.5元/吨，涨跌幅1.73%，成交数量为9645吨，成交金额为25.56993万元。";

    private const string Half = "/market/bulletins/half-monthly/2023-07-H2";
    private readonly ReplaySite site = replayed.Site;

    private static readonly (string Name, string Path)[] Pages =
    [
        ("list", "/market/bulletins"), ("half", Half), ("daily", "/market/bulletins/daily/2023-07-26"),
        ("print", Half + "/print"), ("replay", "/demo/replay"), ("operator", "/operator/bulletins"),
    ];

    [Fact]
    public async Task Only_the_exchange_enters_the_page_and_reads_a_pasted_text()
    {
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/operator/bulletins")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var registrar = await site.SignedIn("registrar-a");
        (await registrar.GetAsync("/operator/bulletins")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var refused = await registrar.Post("/operator/bulletins/read", ("text", Chongqing));
        refused.StatusCode.ShouldNotBe(HttpStatusCode.SeeOther);
        using var exchange = await site.SignedIn("exchange");
        using var nothing = await exchange.Post("/operator/bulletins/read", ("text", "没有数字"));
        nothing.Headers.Location!.OriginalString.ShouldBe("/operator/bulletins");
        (await exchange.GetStringAsync("/operator/bulletins")).ShouldContain(Words.NothingRead.Zh);
        using var bad = await exchange.Post(
            "/operator/bulletins/read", ("text", Engine.Markets.BulletinReader.Head + "\npart,x,y,1,,,,,"));
        bad.Headers.Location!.OriginalString.ShouldBe("/operator/bulletins");
        WebUtility.HtmlDecode(await exchange.GetStringAsync("/operator/bulletins")).ShouldContain("CSV:2: volume");
        using var read = await exchange.Post("/operator/bulletins/read", ("text", Chongqing));
        var form = WebUtility.HtmlDecode(await exchange.GetStringAsync(read.Headers.Location!.OriginalString));
        foreach (var value in new[] { "9645", "255699.30 CNY", "26.5", "1.73", "定价申报" })
        {
            form.ShouldContain($"value=\"{value}\"");
        }
    }

    [Fact]
    public async Task A_corrected_day_says_what_it_was_on_its_page_and_is_a_new_item_of_the_feed()
    {
        using var visitor = site.Visitor();
        var before = await visitor.GetStringAsync("/market/bulletins.rss?kind=daily");
        before.ShouldContain("2023-07-19#2023-07-19</guid>");
        var correction = new CorrectTradingDay(
            "CEA", new DateOnly(2023, 7, 19), TradingMode.Listed, new Tonnes(400), Money.Parse("24400.00 CNY"), 1,
            "一笔成交经裁决撤销 <b>", Yuan("61.00"), Yuan("61.00"), Yuan("61.00"));
        (await site.Send(correction, "exchange")).Refusal.ShouldBeNull();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/market/bulletins/daily/2023-07-19?lang=zh"));
        page.ShouldContain("500 吨，30,500.00 元");
        page.ShouldContain("400 吨，24,400.00 元");
        page.ShouldContain("今日挂牌协议交易成交量400吨");
        (await visitor.GetStringAsync("/market/bulletins/daily/2023-07-19")).ShouldNotContain("撤销 <b>");
        (await visitor.GetStringAsync("/market/bulletins.rss?kind=daily"))
            .ShouldContain("2023-07-19#2023-07-19.1</guid>");
        var back = correction with { Volume = new Tonnes(500), Amount = Money.Parse("30500.00 CNY"), Reason = "恢复" };
        (await site.Send(back, "exchange")).Refusal.ShouldBeNull();
    }

    [ChromiumFact]
    public async Task AT_S10_a_bulletin_is_pasted_refused_with_its_line_recorded_and_stands_beside_ours()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        await using var context = await browser.NewContextAsync();
        await SignIn(context, "exchange");
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "operator/bulletins?lang=en");
        var wrong = Chongqing.Replace("26.5元", "26.52元", StringComparison.Ordinal);
        await page.Locator("textarea[name=text]").FillAsync(wrong);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.ReadForeign.En }).ClickAsync();
        await page.WaitForURLAsync("**/act/record-bulletin?**");
        foreach (var (name, value) in new[]
        {
            ("market.zh", "重庆碳市场"), ("market.en", "Chongqing"), ("from", "2023-07-15"), ("to", "2023-07-28"),
            ("source", "重庆市公共资源交易中心"),
        })
        {
            await page.Locator($"main [name='{name}']").FillAsync(value);
        }

        await page.Locator("button[name=_step][value=preview]:not(.hidden-text)").ClickAsync();
        await page.GetByText("the average 26.52 is more than half a unit").First.WaitForAsync();
        await page.Locator("button[name=_step][value=edit]").First.ClickAsync();
        await page.Locator("input[name='lines.0.average']:not([type=hidden])").FillAsync("26.5");
        await page.Locator("button[name=_step][value=preview]:not(.hidden-text)").ClickAsync();
        await page.Locator("button[name=_step][value=confirm]").ClickAsync();
        await page.WaitForURLAsync("**/act/done/**");
        using var visitor = site.Visitor();
        var half = WebUtility.HtmlDecode(await visitor.GetStringAsync(Half + "?lang=zh"));
        foreach (var said in new[] { "重庆碳市场", "9,645 t", "255,699.30 元", "26.5 CNY/t", "1.73 %", "26.05" })
        {
            half.ShouldContain(said);
        }

        (await visitor.GetStringAsync("/api/v1/market/foreign-bulletins")).ShouldContain("\"average\":\"26.5\"");
    }

    [ChromiumFact]
    public async Task Every_page_can_be_used_by_everybody_and_is_no_wider_than_the_window()
    {
        await site.Send(
            new RecordBulletin(
                new Text("欧盟碳市场", "EU ETS"), new DateOnly(2023, 7, 17), new DateOnly(2023, 7, 28), "EEX",
                [
                    new(LineKind.Part, "EUA spot", new Tonnes(1_000), Money.Parse("85000.00 EUR"), "84.9"),
                    new(LineKind.Total, "total", new Tonnes(1_001), Money.Parse("85000.00 EUR")),
                ],
                Remark: "printed so"),
            "exchange");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var wrong = new List<string>();
        foreach (var (language, theme, width) in new[]
        {
            ("zh", ColorScheme.Light, 1440), ("zh", ColorScheme.Dark, 390), ("en", ColorScheme.Light, 390),
            ("en", ColorScheme.Dark, 1440),
        })
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = theme,
            });
            await SignIn(context, "exchange");
            var page = await context.NewPageAsync();
            foreach (var (name, path) in Pages)
            {
                await page.GotoAsync($"{site.Address}{path[1..]}?lang={language}");
                if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
                {
                    var file = $"bulletin-{name}-{language}-{width}-{theme}.png".ToLowerInvariant();
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
                }

                wrong.AddRange((await AccessibilityTests.Findings(page))
                    .Select(line => $"{path} {language} {width} {theme}: {line}"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    private async Task SignIn(IBrowserContext context, string user)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "style");
        await page.Locator("details.floating summary").First.ClickAsync();
        await page.Locator($"button[name=user][value='{user}']").ClickAsync();
        await page.WaitForLoadStateAsync();
        await page.CloseAsync();
    }

    private static Price Yuan(string price) => Price.Parse(price + " CNY/t");
}
