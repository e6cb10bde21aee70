using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The desk of the exchange: surveillance, halts, inquiries; and what others see of them.</summary>
public sealed partial class SurveillancePageTests(TradingSite site) : IClassFixture<TradingSite>
{
    private static readonly string[] Pages =
    [
        "/exchange/surveillance", "/exchange/surveillance?kind=CancelRatio&status=Open", "/exchange/halts",
        "/exchange/surveillance/alerts/1", "/exchange/surveillance/alerts/2", "/exchange/surveillance/inquiries/1",
    ];

    private string Trader => PersonOf(TradingSite.Trader);

    private HolderId Seller => site.State.Supervision.Inquiries[0].Holder;

    [Fact]
    public async Task The_exchange_the_authority_and_auditors_see_alerts_with_their_evidence_and_nobody_else_does()
    {
        foreach (var person in new[] { "exchange", "authority-a", PortalSite.Auditor })
        {
            using var reader = await site.SignedIn(person);
            foreach (var path in Pages)
            {
                Regex.Count(await reader.GetStringAsync(path), "<h1").ShouldBe(1, path);
            }

            var html = WebUtility.HtmlDecode(await reader.GetStringAsync("/exchange/surveillance/alerts/1?lang=en"));

            // Twenty orders entered; the sixteenth taken back makes 16 / 20 = 80 %.
            foreach (var text in new[] { "20 orders", "16 orders", "80.00 %", "Unusual cancel ratio", "O5", "O20" })
            {
                html.ShouldContain(text);
            }

            html.ShouldNotContain("O21");
            (await reader.GetStringAsync("/exchange/surveillance/alerts.csv?lang=en")).ShouldContain("S2");
            (await reader.GetAsync("/exchange/surveillance/alerts/99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await reader.GetStringAsync("/exchange/halts")).Contains("/act/halt-trading", StringComparison.Ordinal)
                .ShouldBe(person != PortalSite.Auditor, "an auditor reads");
        }

        foreach (var person in new[] { "registrar-b", "verifier-1", Trader })
        {
            using var other = await site.SignedIn(person);
            foreach (var path in Pages.Append("/exchange/surveillance/alerts.csv"))
            {
                (await other.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{person} {path}");
            }
        }

        using var visitor = site.Visitor();
        (await visitor.GetAsync(Pages[0])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task English_pages_are_English_but_for_what_people_wrote()
    {
        using var reader = await site.SignedIn("exchange");
        string[] written =
        [
            "说明不成立", "十分钟内二十笔撤单", "误操作，已改正", "请说明撤单原因", "交易系统故障", "系统已恢复", "短时间内大量撤单",
            "请说明大量撤单的原因", "报价系统参数有误", "已停用", "调查期间", "申报表",
        ];
        foreach (var path in Pages)
        {
            var html = WebUtility.HtmlDecode(Body(await reader.GetStringAsync(
                path + (path.Contains('?') ? "&" : "?") + "lang=en")));
            foreach (var text in written)
            {
                html = html.Replace(text, "", StringComparison.Ordinal);
            }

            Chinese().Matches(html).Select(match => match.Value).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task A_holder_reads_what_it_is_asked_and_neither_the_alerts_nor_the_note()
    {
        using var own = await site.SignedIn(PersonOf(Seller.Value));
        var path = $"/desk/{Seller.Value}/explanations";
        var html = WebUtility.HtmlDecode(Body(await own.GetStringAsync(path)));
        html.ShouldContain("请说明大量撤单的原因");
        html.ShouldContain("报价系统参数有误");
        html.ShouldContain(Names.Of(TradingBar.Buying).Zh);
        html.ShouldNotContain("短时间内大量撤单");
        html.ShouldNotContain("S1");
        using var other = await site.SignedIn(Trader);
        (await other.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        WebUtility.HtmlDecode(await other.GetStringAsync($"/desk/{TradingSite.Trader}/explanations"))
            .ShouldContain(Words.DeskNoExplanations.Zh);
    }

    [ChromiumFact]
    public async Task A_halt_is_announced_refuses_orders_lets_them_be_taken_back_and_ends_with_a_second_person()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var exchange = await Person(browser, "exchange");
        var trader = await Person(browser, Trader);

        await exchange.GotoAsync(site.Address + "exchange/halts");
        await Picture(exchange, "halts");
        await exchange.Locator("main a[href='/act/halt-trading?unit=CEA&vintage=2025']").First.ClickAsync();
        await exchange.Locator("main [name=reason]").FillAsync("交易系统故障");
        (await Previewed(exchange)).ShouldContain("CEA-2025 停牌");
        await Picture(exchange, "halt-preview");
        await exchange.Locator("main button[value=confirm]").ClickAsync();
        await exchange.WaitForURLAsync("**/act/done/*");

        // Everybody reads it; an order is refused with the reason; one's own is taken back.
        await trader.GotoAsync(site.Address + "market?instrument=CEA-2025");
        (await trader.Locator("main .note[role=status]").InnerTextAsync()).ShouldContain("交易系统故障");
        await Picture(trader, "market-halted");
        var refused = await Preview(trader, "act/take-order?holder=16&order=2&quantity=300");
        refused.ShouldContain("CEA-2025 停牌中（交易系统故障）");
        (await trader.Locator("main button[value=confirm]").CountAsync()).ShouldBe(0);
        await Picture(trader, "order-refused");
        await Preview(trader, "act/cancel-order?holder=16&order=4");
        await trader.Locator("main button[value=confirm]").ClickAsync();
        await trader.WaitForURLAsync("**/act/done/*");
        site.State.Trading.Orders[new OrderId(4)].Status.ShouldBe(OrderStatus.Cancelled);
        site.State.Trading.Orders[new OrderId(3)].Status.ShouldBe(OrderStatus.Open);

        // To resume, the rulebook wants a second person.
        await exchange.GotoAsync(site.Address + "exchange/halts");
        await exchange.Locator("main a[href='/act/resume-trading?unit=CEA&vintage=2025']").First.ClickAsync();
        await exchange.Locator("main [name=reason]").FillAsync("系统已恢复");
        await Send(exchange);
        TradingHalts.Of(site.State, Ledger.Asset.Unit("CEA-2025")).ShouldNotBeNull();
        await Approve(browser, exchange);
        TradingHalts.Of(site.State, Ledger.Asset.Unit("CEA-2025")).ShouldBeNull();
        (await Preview(trader, "act/take-order?holder=16&order=2&quantity=300")).ShouldContain("51.00");
        (await trader.Locator("main button[value=confirm]").CountAsync()).ShouldBe(1);
    }

    [ChromiumFact]
    public async Task From_an_alert_to_an_inquiry_an_explanation_and_a_decision()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var exchange = await Person(browser, "exchange");
        var holder = await Person(browser, PersonOf(17));

        await exchange.GotoAsync(site.Address + "exchange/surveillance");
        await Picture(exchange, "surveillance");
        await exchange.Locator("main a[href='/exchange/surveillance/alerts/2']").First.ClickAsync();
        await exchange.Locator("main #figures").WaitForAsync();
        await Picture(exchange, "alert");
        await exchange.Locator("main a[href^='/act/open-inquiry']").First.ClickAsync();
        await exchange.Locator("main [name=note]").FillAsync("十分钟内二十笔撤单");
        await Send(exchange);
        site.State.Supervision.Inquiries.Count.ShouldBe(2);

        await exchange.GotoAsync(site.Address + "exchange/surveillance/inquiries/2");
        await exchange.Locator("main a[href^='/act/ask-to-explain']").First.ClickAsync();
        await exchange.Locator("main [name=text]").FillAsync("请说明撤单原因");
        await Send(exchange);

        await holder.GotoAsync(site.Address + "desk/17/explanations");
        (await holder.Locator("main").InnerTextAsync()).ShouldContain("请说明撤单原因");
        await Picture(holder, "explanations");
        await holder.Locator("main a[href^='/act/give-explanation']").First.ClickAsync();
        await holder.Locator("main [name=text]").FillAsync("误操作，已改正");
        await Send(holder);

        await exchange.GotoAsync(site.Address + "exchange/surveillance/inquiries/2");
        (await exchange.Locator("main").InnerTextAsync()).ShouldContain("误操作，已改正");
        await exchange.Locator("main a[href^='/act/decide-inquiry']").First.ClickAsync();
        await exchange.Locator("main [name=outcome]").SelectOptionAsync("suspend");
        await exchange.Locator("main [name=reasons]").FillAsync("说明不成立");
        await Send(exchange);
        await Approve(browser, exchange);
        site.State.Supervision.Restrictions[new HolderId(17)].Bar.ShouldBe(TradingBar.Trading);

        await exchange.GotoAsync(site.Address + "exchange/surveillance/inquiries/2");
        await Picture(exchange, "inquiry");
        await holder.GotoAsync(site.Address + "desk/17/explanations");
        var text = await holder.Locator("main").InnerTextAsync();
        text.ShouldContain(Names.Of(InquiryOutcome.Suspend).Zh);
        text.ShouldContain("说明不成立");
        (await holder.Locator("main a[href^='/act/appeal-inquiry']").CountAsync()).ShouldBe(1);
        await Picture(holder, "decided");
    }

    [ChromiumFact]
    public async Task No_page_is_wider_than_its_window_in_either_theme()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        foreach (var (width, theme) in new[] { (1440, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = theme,
            });
            await context.SignIn(site, "exchange");
            var page = await context.NewPageAsync();
            var others = new[] { "/market?instrument=CEA-2024", $"/desk/{Seller.Value}/explanations" };
            foreach (var path in Pages.Concat(others))
            {
                await page.GotoAsync(site.Address + path[1..]);
                await Picture(page, $"{path[1..].Replace('/', '-').Split('?')[0]}-{width}");
                var over = await page.EvaluateAsync<int>(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                over.ShouldBeLessThanOrEqualTo(0, $"{path} at {width}");
            }
        }
    }

    /// <summary>A person at a browser of their own.</summary>
    private async Task<IPage> Person(IBrowser browser, string name)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        await context.SignIn(site, name);
        return await context.NewPageAsync();
    }

    /// <summary>From a form to its preview: what it says.</summary>
    private async Task<string> Preview(IPage page, string path)
    {
        await page.GotoAsync(site.Address + path);
        return await Previewed(page);
    }

    /// <summary>From a form that is filled in to its preview: what it says.</summary>
    private static async Task<string> Previewed(IPage page)
    {
        var button = page.Locator("main .actions button[value=preview]").First;
        await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), answer => answer.Request.Method == "POST");
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return await page.Locator("main").InnerTextAsync();
    }

    /// <summary>From a form that is filled in to what happened.</summary>
    private static async Task Send(IPage page)
    {
        var text = await Previewed(page);
        (await page.Locator("main button[value=confirm]").CountAsync()).ShouldBe(1, text);
        await page.Locator("main button[value=confirm]").ClickAsync();
        await page.WaitForURLAsync("**/act/done/*");
    }

    /// <summary>The authority approves the proposal that a page links to.</summary>
    private async Task Approve(IBrowser browser, IPage proposed)
    {
        var proposal = await proposed.Locator("main a[href^='/proposals/']").First.GetAttributeAsync("href");
        var authority = await Person(browser, "authority-a");
        await authority.GotoAsync(site.Address + proposal!.TrimStart('/'));
        await authority.Locator("form[action='/act/approve-proposal'] button").ClickAsync();
        await authority.WaitForURLAsync("**/act/done/*");
    }

    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    private string PersonOf(long holder) =>
        site.State.Registry.Holders[new HolderId(holder)].Representatives[0].User.Name;

    private static string Body(string html) => html.Split("<main", 2)[1].Split("</main>", 2)[0];

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}
