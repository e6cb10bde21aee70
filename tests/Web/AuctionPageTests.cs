using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>A whole auction in a browser: two officials and two bidders, from the announcement to the result.</summary>
public sealed partial class AuctionPageTests(AuctionSite site) : IClassFixture<AuctionSite>
{
    private const string Seed = "thunder in the hills";
    private IBrowser browser = null!;

    [ChromiumFact]
    public async Task An_auction_from_the_announcement_to_the_result_by_an_authority_and_two_bidders()
    {
        using var playwright = await Playwright.CreateAsync();
        browser = await Browsers.Launch(playwright);
        await using var _ = browser;
        await site.AtAsync("2026-07-01 09:00");
        await Announce();

        var (first, second) = (AuctionSite.Bidders[0], AuctionSite.Bidders[1]);
        await Lodge(first, "6000000.00");
        await Lodge(second, "4000000.00");
        await site.AtAsync("2026-07-03 09:00");

        // 100,000 t are offered at 50.00; the rulebook's cap is 25 % for each bidder, so 25,000 t × 60.00.
        await Seal(first, [("60.00", "25000"), ("55.00", "5000")], "1500000.00");
        await Seal(second, [("52.00", "20000")], "1040000.00");
        await NobodySees("60.00", "25,000", "52.00");

        await site.AtAsync("2026-07-03 11:00");
        await Open(first);
        await Open(second);
        await Clear();

        // 25,000 t and 20,000 t of 100,000 t: both pay 52.00, the lowest bid that counts: 45,000 × 52.00.
        var result = await site.Ask(state => state.Auctions.Find(new AuctionId(1))!.Result!);
        (result.Price, result.Sold, result.Amount, result.Revenue).ShouldBe((
            Price.Parse("52.00 CNY/t"), new Tonnes(45_000), Money.Parse("2340000.00 CNY"),
            Money.Parse("2340000.00 CNY")));
        await Published();
        await LookAtPages();
    }

    [Fact]
    public async Task An_auction_that_is_not_there_and_the_desks_of_others_are_not_shown()
    {
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/market/auctions/999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/authority/auctions")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var other = await site.SignedIn(await site.PersonAsync(AuctionSite.Bidders[0]));
        (await other.GetAsync("/authority/auctions")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await other.GetAsync($"/desk/{AuctionSite.Bidders[1]}/auctions")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IPage> As(string person)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        await context.SignIn(site, person);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "language?to=en&back=/");
        return page;
    }

    private async Task Announce()
    {
        var page = await As("authority-a");
        await page.GotoAsync(site.Address + "authority/auctions");
        await page.Locator("a[href^='/act/announce-auction']").ClickAsync();
        await page.SelectOptionAsync("select[name=rule]", "paid-allocation");
        await page.SelectOptionAsync("select[name=unit]", "CEA");
        await page.SelectOptionAsync("select[name=vintage]", "2026");
        await page.FillAsync("[name=quantity]", "100000");
        await page.FillAsync("[name=reserve]", "50.00");
        await page.FillAsync("[name=opens]", "2026-07-03T09:00");
        await page.FillAsync("[name=closes]", "2026-07-03T11:00");
        await page.FillAsync(
            "[name=seedDigest]", Digest.Of(System.Text.Encoding.UTF8.GetBytes(Seed + "\n")).ToString());

        // The dry run says what would be announced; nothing is yet.
        await page.Locator("button[value=preview]:not([aria-hidden])").ClickAsync();
        await page.Locator("button[value=confirm]").WaitForAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("100,000");
        (await site.Ask(state => state.Auctions.Auctions.Count)).ShouldBe(0);
        await Picture(page, "auction-dry-run");
        await page.Locator("button[value=confirm]").ClickAsync();
        await page.WaitForURLAsync("**/act/done/*");
        await Approve(page);
        (await site.Ask(state => state.Auctions.Auctions.Count)).ShouldBe(1);
    }

    /// <summary>The second official approves what the first has proposed.</summary>
    private async Task Approve(IPage proposer)
    {
        var proposal = await proposer.Locator("main a[href^='/proposals/']").First.GetAttributeAsync("href");
        var page = await As("authority-b");
        await page.GotoAsync(site.Address + proposal!.TrimStart('/'));
        await page.Locator("form[action='/act/approve-proposal'] button").ClickAsync();
        await page.WaitForURLAsync("**/act/done/*");
    }

    private async Task<IPage> Desk(long bidder)
    {
        var page = await As(await site.PersonAsync(bidder));
        await page.GotoAsync($"{site.Address}desk/{bidder}/auctions");
        await page.Locator($"a[href='/desk/{bidder}/auctions/1']").First.ClickAsync();
        return page;
    }

    private async Task Confirm(IPage page)
    {
        await page.Locator("button[value=confirm]").ClickAsync();
        await page.WaitForURLAsync("**/act/done/*");
    }

    private async Task Lodge(long bidder, string amount)
    {
        var page = await Desk(bidder);
        await page.Locator("a[href^='/act/lodge-collateral']").First.ClickAsync();
        await page.FillAsync("[name=amount]", amount);
        await page.Locator("button[value=preview]:not([aria-hidden])").ClickAsync();
        await Confirm(page);
    }

    private async Task Seal(long bidder, (string Price, string Quantity)[] lines, string needed)
    {
        var page = await Desk(bidder);
        for (var i = 0; i < lines.Length; i++)
        {
            await page.FillAsync($"[name='line.{i}.price']", lines[i].Price);
            await page.FillAsync($"[name='line.{i}.quantity']", lines[i].Quantity);
        }

        // The first bidder's ticket is checked while it is written; the second one presses the button.
        if (bidder != AuctionSite.Bidders[0])
        {
            await page.Locator("button[value=try]").ClickAsync();
        }

        await page.Locator("#bid-ticket table tbody tr:has-text('" + lines[^1].Price + "')").WaitForAsync();
        page.Url.ShouldNotContain(lines[0].Price, Case.Sensitive, "no address holds a price");
        var ticket = await page.Locator("#bid-ticket").InnerTextAsync();
        ticket.ShouldContain(Money.Parse(needed + " CNY").Amount);
        await Picture(page, $"auction-ticket-{bidder}");
        await page.Locator("button[value=seal]").ClickAsync();
        var text = await page.Locator("#bid-ticket pre").InnerTextAsync();
        text.ShouldContain($"{lines[0].Quantity} {lines[0].Price} CNY/t");
        await page.Locator("form[action='/act/seal-bid'] button").ClickAsync();
        await Confirm(page);
    }

    /// <summary>Officials, the auditor and the other bidder look everywhere before the close.</summary>
    private async Task NobodySees(params string[] secrets)
    {
        var rows = await site.Ask(state => state.Sequence);
        var (first, second) = (AuctionSite.Bidders[0], AuctionSite.Bidders[1]);
        string[] everywhere =
        [
            "/authority/auctions", "/authority/auctions/1", "/market/auctions", "/market/auctions/1",
            $"/desk/{first}/auctions", $"/desk/{first}/auctions/1", $"/desk/{second}/auctions/1",
            .. Enumerable.Range(0, 6).Select(i => $"/journal/{rows - i}"),
            "/api/v1/auctions", "/api/v1/auctions/1", "/api/v1/auction-entries",
            .. Enumerable.Range(0, 6).Select(i => $"/api/v1/journal/{rows - i}"),
        ];
        foreach (var person in new[] { "authority-a", PortalSite.Auditor })
        {
            using var official = await site.SignedIn(person);
            foreach (var path in everywhere)
            {
                var query = path.StartsWith("/api", StringComparison.Ordinal) ? "" : "?lang=en";
                using var answer = await official.GetAsync(path + query);
                answer.StatusCode.ShouldBe(
                    person == PortalSite.Auditor && path.StartsWith("/authority", StringComparison.Ordinal)
                        ? HttpStatusCode.Forbidden
                        : HttpStatusCode.OK,
                    $"{person} at {path}");
                var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                Regex.IsMatch(text, @":\s*(6000|25000|5200|20000)\b").ShouldBeFalse($"as JSON, {person} at {path}");
                foreach (var secret in secrets)
                {
                    text.ShouldNotContain(secret, Case.Sensitive, $"{person} at {path}");
                    text.ShouldNotContain(secret.Replace(",", "", StringComparison.Ordinal) + " CNY/t");
                }
            }
        }

        // Its own representatives see what they sealed, from the portal's own store.
        using var own = await site.SignedIn(await site.PersonAsync(first));
        (await own.GetStringAsync($"/desk/{first}/auctions/1")).ShouldContain("60.00");
    }

    private async Task Open(long bidder)
    {
        var page = await Desk(bidder);
        await Picture(page, $"auction-to-open-{bidder}");
        await page.Locator("form[action='/act/open-bid'] button").ClickAsync();
        await Confirm(page);
    }

    private async Task Clear()
    {
        var page = await As("authority-a");
        await page.GotoAsync(site.Address + "authority/auctions/1");
        await Picture(page, "auction-desk-before");
        await page.Locator("a[href^='/act/clear-auction']").First.ClickAsync();
        await page.FillAsync("[name=seed]", Seed);
        await page.Locator("button[value=preview]:not([aria-hidden])").ClickAsync();
        await Confirm(page);
        await Approve(page);
    }

    private async Task Published()
    {
        using var visitor = site.Visitor();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/market/auctions?lang=en"));
        foreach (var text in new[] { "52.00", "45,000", "0.45", "2,340,000.00" })
        {
            page.ShouldContain(text);
        }

        foreach (var holder in AuctionSite.Bidders)
        {
            Body(page).ShouldNotContain(site.State.Registry.Holders[new HolderId(holder)].Name.En);
        }

        // Offered 100,000, sold 45,000; 0.45 times covered; two bidders, two winners.
        var csv = await visitor.GetStringAsync("/market/auctions.csv?lang=en");
        csv.Split('\n')[1].ShouldMatch("AU1.*100000,45000,.*0\\.45,2,2");
        using var api = await visitor.GetAsync("/api/v1/auctions/1");
        (await api.Content.ReadAsStringAsync()).ShouldContain("\"demand\":45000");
        var detail = WebUtility.HtmlDecode(await visitor.GetStringAsync("/market/auctions/1?lang=en"));
        detail.ShouldContain(Seed);
        var bidder = await Desk(AuctionSite.Bidders[0]);
        (await bidder.Locator("main").InnerTextAsync()).ShouldContain("1,300,000.00");
    }

    private async Task LookAtPages()
    {
        var first = AuctionSite.Bidders[0];
        (string Person, string Path)[] pages =
        [
            ("authority-a", "authority/auctions"), ("authority-a", "authority/auctions/1"),
            (await site.PersonAsync(first), $"desk/{first}/auctions"),
            (await site.PersonAsync(first), $"desk/{first}/auctions/1"),
            ("authority-a", "market/auctions"), ("authority-a", "market/auctions/1"),
        ];
        foreach (var width in new[] { 1440, 390 })
        {
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                foreach (var group in pages.GroupBy(page => page.Person))
                {
                    await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
                    {
                        ViewportSize = new ViewportSize { Width = width, Height = 900 },
                        ColorScheme = theme,
                    });
                    await context.SignIn(site, group.Key);
                    var page = await context.NewPageAsync();
                    foreach (var (_, path) in group)
                    {
                        foreach (var language in new[] { "zh", "en" })
                        {
                            await page.GotoAsync($"{site.Address}{path}?lang={language}");
                            var over = await page.EvaluateAsync<int>(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                            over.ShouldBeLessThanOrEqualTo(0, $"{path} at {width}");
                            if (theme == ColorScheme.Light == width > 1000 && language == "zh" == width > 1000)
                            {
                                (await AccessibilityTests.Findings(page)).ShouldBeEmpty($"{path} at {width}");
                            }

                            await Picture(page, $"{path.Replace('/', '-')}-{language}-{theme}-{width}");
                            if (language == "en")
                            {
                                Chinese().Matches(Body(await page.ContentAsync()))
                                    .Select(match => match.Value).ShouldBeEmpty(path);
                            }
                        }
                    }
                }
            }
        }
    }

    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    private static string Body(string html) => html.Split("<main", 2)[1].Split("</main>", 2)[0];

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}

/// <summary>The page of auctions where there was none yet.</summary>
[Collection(PortalSiteTests.Name)]
public sealed class NoAuctionTests(PortalSite site)
{
    [Fact]
    public async Task A_market_without_any_auction_says_so_to_everybody()
    {
        using var visitor = site.Visitor();
        foreach (var language in new[] { "zh", "en" })
        {
            var html = WebUtility.HtmlDecode(await visitor.GetStringAsync("/market/auctions?lang=" + language));
            html.ShouldContain(Words.NoAuctionsNow.In(language));
            html.ShouldContain(Words.NoAuctions.In(language));
        }
    }
}
