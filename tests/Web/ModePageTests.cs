using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tanheng.Engine.Hosting;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// The portal of a market with priced offers, intentions, registered deals and deals outside the venue.
/// </summary>
public sealed class ModeSite : PortalSite
{
    /// <summary>The holder that trades.</summary>
    public const long Trader = 16;

    /// <summary>A holder that has an intention of its own.</summary>
    public const long Other = 17;

    protected override Task PlayMoreAsync(SchemeHost market) =>
        ModeDays.PlayAsync(market, new HolderId(Trader), new HolderId(Other));
}

/// <summary>The public page of offers, and a representative's page of offers and deals.</summary>
public sealed partial class ModePageTests(ModeSite site) : IClassFixture<ModeSite>
{
    private static readonly string Desk = $"/desk/{ModeSite.Trader}/deals";

    private string Own => Person(ModeSite.Trader);

    private HolderId Seller => site.State.Registry.Accounts[site.State.Trading.Trades[0].Seller].Holder!.Value;

    [Fact]
    public async Task AT_S33_the_public_page_shows_offers_intentions_and_the_share_outside_the_venue_and_names_nobody()
    {
        using var visitor = site.Visitor();
        foreach (var language in new[] { "zh", "en" })
        {
            // 200 of 300 t are left; 100 t at 50.00 and 25 t at 60.00: 6,500.00, a fifth of the tonnes outside.
            var html = Body(await visitor.GetStringAsync("/market/offers?lang=" + language));
            foreach (var text in new[]
            {
                "P1", "P2", "I1", "I2", "200", "48.00 – 52.00", "2026-07-05", "20 %", "6,500.00",
            })
            {
                html.ShouldContain(text);
            }

            site.State.Registry.Holders.Values.ShouldAllBe(holder =>
                !html.Contains(holder.Name.In(language)) && !html.Contains(holder.Code));
            html.ShouldNotContain("/act/");
        }

        Chinese().Matches(Body(await visitor.GetStringAsync("/market/offers?lang=en"))).ShouldBeEmpty();
        Body(await visitor.GetStringAsync("/market?lang=en")).ShouldContain("href=\"/market/offers\"");
    }

    [Fact]
    public async Task A_representative_sees_what_waits_for_it_and_each_row_leads_to_a_form_that_is_filled_in()
    {
        using var own = await site.SignedIn(Own);
        foreach (var language in new[] { "zh", "en" })
        {
            var html = Body(await own.GetStringAsync($"{Desk}?lang={language}"));
            foreach (var link in new[]
            {
                "/act/take-priced?holder=16&offer=1&quantity=200", "/act/withdraw-priced?holder=16&offer=2",
                "/act/answer-intention?holder=16&intention=2", "/act/withdraw-intention?holder=16&intention=1",
                "/act/confirm-otc?holder=16&otc=2&price=61.00&quantity=40", "/act/dispute-otc?holder=16&otc=2",
                $"/act/register-deal?holder=16&side=buy&unit=CEA&vintage=2025&price=51.00&quantity=200"
                    + $"&counterparty={Seller.Value}&code=I1-{Seller.Value}&intention=1",
                $"/act/register-deal?holder=16&side=buy&unit=CEA&vintage=2025&counterparty={Seller.Value}",
                "/act/offer-priced?holder=16", "/act/publish-intention?holder=16", "/act/report-otc?holder=16",
            })
            {
                html.ShouldContain(link);
            }

            html.ShouldNotContain("/act/take-priced?holder=16&offer=2", Case.Sensitive, "its own");
            html.ShouldNotContain(ModeDays.SellersCode, Case.Sensitive, "the other party's code is not shown");
        }

        // The seller itself reads its code on the same page.
        using var seller = await site.SignedIn(Person(Seller.Value));
        Body(await seller.GetStringAsync($"/desk/{Seller.Value}/deals")).ShouldContain(ModeDays.SellersCode);
        Chinese().Matches(Body(await own.GetStringAsync(Desk + "?lang=en"))).ShouldBeEmpty();
        var confirm = await own.GetStringAsync("/act/confirm-otc?holder=16&otc=2&price=61.00&quantity=40");
        confirm.ShouldMatch("<option value=\"2\"[^>]*selected");
        var deal = await own.GetStringAsync($"/act/register-deal?holder=16&counterparty={Seller.Value}&intention=1");
        deal.ShouldMatch("<option value=\"1\"[^>]*selected");
    }

    /// <summary>40 t at 47.50 are kept: 1,900.00. 100,000 − 100 × 50 − 25 × 60 − 1,900 = 91,600.00 are left.</summary>
    [Fact]
    public async Task The_ticket_works_out_what_would_be_kept_and_says_why_it_could_not_be_entered()
    {
        using var own = await site.SignedIn(Own);
        async Task<string> Try(string values) =>
            Body(await own.GetStringAsync($"{Desk}?lang=en&instrument=CEA-2025&{values}"));

        // 2,000 × 48.00 = 96,000.00; the band of priced offers is 48.00 ± 10 %.
        var good = await Try("way=priced&side=buy&price=48.00&quantity=1000");
        foreach (var text in new[] { "48,000.00", "91,600.00", "43,600.00", "43.20 – 52.80", Words.TicketHolds.En })
        {
            good.ShouldContain(text);
        }

        good.ShouldContain(
            "/act/offer-priced?holder=16&side=buy&unit=CEA&vintage=2025&price=48.00&quantity=1000");
        var poor = await Try("way=priced&side=buy&price=48.00&quantity=2000");
        poor.ShouldContain("TH10016");
        poor.ShouldContain(Words.NotEnough.En);
        (await Try("way=priced&side=sell&price=52.81&quantity=1")).ShouldContain("TH10012");
        (await Try("way=deal&side=buy&price=60.00&quantity=1")).ShouldContain("33.60 – 62.40");
        (await Try("way=otc&side=buy&price=999.00&quantity=1")).ShouldContain(Words.AnyPrice.En);
        (await Try("way=odd&side=odd&price=%3Cb%3E&quantity=-1")).ShouldContain("class=\"error\"");
        (await Try("way=priced&side=buy&price=48.00&quantity=9223372036854775807")).ShouldContain(Words.TicketTitle.En);
    }

    [Fact]
    public async Task Another_ones_offers_are_not_there_and_an_official_only_reads()
    {
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var other = await site.SignedIn(Person(ModeSite.Other));
        (await other.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var stranger = Body(await other.GetStringAsync($"/desk/{ModeSite.Other}/deals?lang=en"));
        var trader = site.State.Registry.Holders[new HolderId(ModeSite.Trader)];
        stranger.ShouldContain("/act/answer-intention?holder=17&intention=1");
        stranger.ShouldNotContain(trader.Name.En, Case.Sensitive, "whose intention it is one learns by answering");
        stranger.ShouldNotContain("61.00", Case.Sensitive, "a report is between its parties");
        using var party = await site.SignedIn(Own);
        Body(await party.GetStringAsync(Desk + "?lang=en")).ShouldContain("61.00");
        using var auditor = await site.SignedIn(PortalSite.Auditor);
        var read = Body(await auditor.GetStringAsync(Desk + "?lang=en"));
        read.ShouldContain(Words.ReadOnlyNote.En);
        read.ShouldNotContain("/act/");
    }

    [ChromiumFact]
    public async Task A_browser_finds_both_pages_usable_in_both_languages_themes_and_widths()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        foreach (var (language, theme, width) in new[]
        {
            ("zh", ColorScheme.Light, 1440), ("zh", ColorScheme.Dark, 390), ("en", ColorScheme.Dark, 1440),
            ("en", ColorScheme.Light, 390),
        })
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = theme,
            });
            await context.SignIn(site, Own);
            foreach (var path in new[]
            {
                "market/offers?", Desk[1..] + "?",
                Desk[1..] + "?way=priced&instrument=CEA-2025&side=buy&price=48.00&quantity=2000&",
            })
            {
                var page = await context.NewPageAsync();
                await page.GotoAsync($"{site.Address}{path}lang={language}");
                (await AccessibilityTests.Findings(page)).ShouldBeEmpty($"{path} {language} {theme} {width}");
                if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
                {
                    var name = Name().Replace(path, "-") + $"-{language}-{width}.png";
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
                }

                await page.CloseAsync();
            }
        }
    }

    private string Person(long holder) =>
        site.State.Registry.Holders[new HolderId(holder)].Representatives[0].User.Name;

    /// <summary>What is on the page between its frame's parts; the frame names the other language.</summary>
    private static string Body(string html) =>
        WebUtility.HtmlDecode(html.Split("<main", 2)[1].Split("</main>", 2)[0]);

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Name();
}

/// <summary>The same pages where the rulebook has none of these modes.</summary>
[Collection(PortalSiteTests.Name)]
public sealed class NoModesTests(PortalSite site)
{
    [Fact]
    public async Task Without_the_modes_there_are_no_such_pages_and_no_links_to_them()
    {
        using var own = await site.SignedIn("P01-a");
        (await own.GetAsync("/desk/1/deals")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetAsync("/market/offers")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetStringAsync("/market")).ShouldNotContain("/market/offers");
        (await own.GetStringAsync("/desk/1/trading")).ShouldNotContain("/desk/1/deals");
    }
}
