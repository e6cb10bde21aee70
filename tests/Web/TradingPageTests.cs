using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tanheng.Engine.Hosting;
using Tanheng.Scheme;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The portal of a market whose exchange is open: the story, and two days of trading.</summary>
public sealed class TradingSite : PortalSite
{
    /// <summary>The holder that trades.</summary>
    public const long Trader = 16;

    protected override Task PlayMoreAsync(SchemeHost market) => ExchangeDays.PlayAsync(market, new HolderId(Trader));
}

/// <summary>The pages of the exchange: quotes for everybody, and a representative's own trading.</summary>
public sealed partial class TradingPageTests(TradingSite site) : IClassFixture<TradingSite>
{
    private static readonly string Desk = $"/desk/{TradingSite.Trader}/trading";

    private string Own => site.State.Registry.Holders[new HolderId(TradingSite.Trader)].Representatives[0].User.Name;

    [Fact]
    public async Task Quotes_are_there_for_everybody_in_both_languages_with_depth_trades_and_days()
    {
        using var visitor = site.Visitor();
        var zh = await visitor.GetStringAsync("/market?lang=zh");
        var en = await visitor.GetStringAsync("/market?lang=en");
        foreach (var html in new[] { zh, en })
        {
            // The most traded instrument: last price, change, band, best prices, a candle.
            foreach (var text in new[] { "CEA-2025", "49.00", "▼ -2.00 %", "45.00 – 55.00", "51.00", "52.50" })
            {
                WebUtility.HtmlDecode(html).ShouldContain(text);
            }

            html.ShouldContain("\"kind\":\"candles\"");
            Regex.Count(html, "<h1").ShouldBe(1);
        }

        WebUtility.HtmlDecode(zh).ShouldContain("卖二");
        en.ShouldContain("Ask 2");
        Chinese().Matches(WebUtility.HtmlDecode(Body(en))).Select(match => match.Value).ShouldBeEmpty();
        var other = await visitor.GetStringAsync("/market?lang=en&instrument=CEA-2024");
        other.ShouldContain(Words.NoOffers.En);
        other.ShouldContain(Words.NoTrades.En);
        (await visitor.GetStringAsync("/market?instrument=%3Cq1x%3E")).ShouldNotContain("<q1x>");
    }

    [Fact]
    public async Task The_page_of_quotes_names_no_party_and_no_account()
    {
        using var visitor = site.Visitor();
        foreach (var language in new[] { "zh", "en" })
        {
            // The bar of a demonstration, outside of it, offers to sign in as anybody.
            var html = WebUtility.HtmlDecode(Body(await visitor.GetStringAsync("/market?lang=" + language)));
            foreach (var holder in site.State.Registry.Holders.Values)
            {
                html.ShouldNotContain(holder.Name.In(language));
                html.ShouldNotContain(holder.Code);
            }

            site.State.Registry.Accounts.Values.ShouldAllBe(account => !html.Contains(account.Number));
        }
    }

    [Fact]
    public async Task A_representative_sees_own_money_orders_and_trades_and_ways_to_act()
    {
        using var own = await site.SignedIn(Own);
        var zh = await own.GetStringAsync(Desk + "?lang=zh");
        var en = await own.GetStringAsync(Desk + "?lang=en");
        foreach (var link in new[]
        {
            "/desk/16/trading?instrument=CEA-2025&way=take&order=2&quantity=300#ticket",
            "/desk/16/trading?instrument=CEA-2025&way=list&side=buy&price=51.00#ticket",
            "/desk/16/trading?instrument=CEA-2025&way=block#ticket", "/act/cancel-order?holder=16&order=3",
            "/act/reduce-order?holder=16&order=4", "/act/withdraw-block?holder=16&block=1",
        })
        {
            WebUtility.HtmlDecode(zh).ShouldContain(link);
            WebUtility.HtmlDecode(en).ShouldContain(link);
        }

        WebUtility.HtmlDecode(zh).ShouldNotContain("way=take&order=3", Case.Sensitive, "its own");
        WebUtility.HtmlDecode(zh).ShouldNotContain("/act/confirm-block", Case.Sensitive, "its own terms stand");
        Chinese().Matches(WebUtility.HtmlDecode(Body(en))).Select(match => match.Value).ShouldBeEmpty();
        Regex.Count(en, "<h1").ShouldBe(1);
        var seller = site.State.Trading.Trades[0].Seller;
        en.ShouldNotContain(site.State.Registry.Accounts[seller].Number);
    }

    [Fact]
    public async Task Links_lead_to_forms_that_are_filled_in()
    {
        using var own = await site.SignedIn(Own);
        var take = await own.GetStringAsync("/act/take-order?holder=16&order=2&quantity=300");
        take.ShouldMatch("<option value=\"2\"[^>]*selected");
        take.ShouldMatch("name=\"quantity\"[^>]*value=\"300\"|value=\"300\"[^>]*name=\"quantity\"");
        var place = await own.GetStringAsync("/act/place-order?holder=16&unit=CEA&vintage=2025");
        place.ShouldContain("CEA");
    }

    [Fact]
    public async Task Another_ones_trading_is_not_there_and_an_official_reads_it()
    {
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var stranger = site.State.Registry.Holders[new HolderId(17)].Representatives[0].User.Name;
        using var other = await site.SignedIn(stranger);
        (await other.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetStringAsync("/desk/17/trading?lang=en")).ShouldContain("/act/confirm-block?holder=17");
        using var auditor = await site.SignedIn(PortalSite.Auditor);
        var read = await auditor.GetStringAsync(Desk + "?lang=en");
        read.ShouldContain(Words.ReadOnlyNote.En);
        Body(read).ShouldNotContain("/act/");
    }

    [Fact]
    public void A_market_whose_rulebook_has_no_exchange_has_no_such_places()
    {
        static IEnumerable<string> Paths(bool exchange) => Places.For(Mandate.None, "/", exchange)
            .SelectMany(group => group.Places).Select(pair => pair.Place.Path);
        Paths(true).ShouldContain("/market");
        Paths(false).ShouldNotContain("/market");
    }

    [ChromiumFact]
    public async Task A_browser_draws_the_candles_and_no_page_is_wider_than_its_window()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        foreach (var width in new[] { 1440, 390 })
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            });
            await context.SignIn(site, Own);
            var page = await context.NewPageAsync();
            foreach (var path in new[] { "market?lang=en", "market?lang=zh", Desk[1..] + "?lang=en", Desk[1..] })
            {
                await page.GotoAsync(site.Address + path);
                if (path.StartsWith("market", StringComparison.Ordinal))
                {
                    await page.Locator("[data-chart]").ScrollIntoViewIfNeededAsync();
                    await page.Locator("[data-chart] svg path").First.WaitForAsync(new()
                    {
                        State = WaitForSelectorState.Attached,
                    });
                }

                if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
                {
                    var name = $"{path.Replace('/', '-').Replace("?lang=", "-", StringComparison.Ordinal)}-{width}.png";
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
                }

                var over = await page.EvaluateAsync<int>(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                over.ShouldBeLessThanOrEqualTo(0, $"{path} at {width}");
            }
        }
    }

    /// <summary>What is on the page between its frame's parts; the frame names the other language.</summary>
    private static string Body(string html) =>
        html.Split("<main", 2)[1].Split("</main>", 2)[0];

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}

/// <summary>The same page before the exchange is opened.</summary>
[Collection(PortalSiteTests.Name)]
public sealed class ClosedExchangeTests(PortalSite site)
{
    [Fact]
    public async Task Before_the_opening_the_page_says_so_and_what_it_means()
    {
        using var visitor = site.Visitor();
        (await visitor.GetStringAsync("/market?lang=en")).ShouldContain(Words.NoExchangeOpen.En);
        WebUtility.HtmlDecode(await visitor.GetStringAsync("/market?lang=zh")).ShouldContain(Words.NoExchangeHint.Zh);
        var holder = site.State.Registry.Holders[new HolderId(1)];
        using var own = await site.SignedIn(holder.Representatives[0].User.Name);
        (await own.GetStringAsync("/desk/1/trading?lang=en")).ShouldContain(Words.NoExchangeHint.En);
    }
}
