using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Tanheng.Web.Api;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>Every page and every question of the API answers, whatever ways of trading the rulebook has.</summary>
public abstract partial class EveryPageTests(PortalSite site)
{
    /// <summary>Every route of a page, its parameters filled in with what may be there.</summary>
    private static IEnumerable<string> Pages() => typeof(Market).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => Parameter().Replace(route.Template, match => match.Groups[1].Value.ToUpperInvariant() switch
        {
            "YEAR" => "2023",
            "PERIOD" or "PERIODTEXT" => "2023",
            "KIND" => "daily",
            "KEY" => "2023-07-04",
            "COMMAND" => "move-position",
            "CODE" => "404",
            _ => "1",
        }))
        .Concat(
        [
            "/desk/1/trading?instrument=CQEA-2023&way=take&order=1&quantity=1",
            "/desk/1/trading?instrument=CQEA-2023&way=list&side=buy&price=26.00&quantity=10",
            "/desk/1/trading?instrument=CQEA-2023&way=block&side=sell&price=26.00&quantity=1000",
            "/desk/1/trading/own", "/desk/1/trading/own?instrument=CQEA-2023", "/desk/1/trading/ticket",
            "/desk/1/trading/ticket?way=take&order=1&quantity=1",
            "/desk/1/trading/ticket?way=block&side=buy&price=26.00&quantity=1000",
            "/desk/1/deals?way=priced&instrument=CQEA-2023&side=buy&price=26.00&quantity=10",
            "/market?period=minute", "/market?period=week", "/market/auctions.csv", "/market/bulletins.rss",
            "/market/bulletins?kind=yearly", "/market/bulletins/daily/2023-07-04.csv",
            "/market/bulletins/daily/2023-07-04.json", "/market/bulletins/daily/2023-07-04/days.csv",
            "/operator/settlement/legs/2023-07-04.csv", "/operator/settlement/payments/1.csv",
        ]);

    private static IEnumerable<string> Questions() => Operations.All
        .Where(operation => operation.Method == "GET" && !operation.Path.Contains("feed", StringComparison.Ordinal))
        .Select(ApiPaths.Example);

    [Fact]
    public async Task No_page_and_no_question_fails_for_anybody()
    {
        var (failures, answered) = (new List<string>(), 0);
        foreach (var person in new[] { null, "own", "admin", "officer" })
        {
            using var visitor = person is null ? site.Visitor() : await site.SignedIn(person);
            foreach (var path in Pages().Concat(Questions()))
            {
                using var answer = await visitor.GetAsync(path);
                answered += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    failures.Add(string.Create(
                        CultureInfo.InvariantCulture, $"{person ?? "a visitor"} {path}: {(int)answer.StatusCode}"));
                }
            }
        }

        failures.ShouldBeEmpty();
        answered.ShouldBeGreaterThan(200, "most of them are there for somebody");
    }

    [GeneratedRegex("\\{\\*?([A-Za-z]+)(:[a-z]+)?\\}")]
    private static partial Regex Parameter();
}

/// <summary>In Chongqing, where nothing is listed.</summary>
public sealed class ChongqingTests(ChongqingSite site) : EveryPageTests(site), IClassFixture<ChongqingSite>
{
    [Fact]
    public async Task Where_nothing_is_listed_the_trading_page_has_no_ticket_and_leads_to_the_ways_that_there_are()
    {
        using var own = await site.SignedIn("own");
        foreach (var language in new[] { "zh", "en" })
        {
            var html = WebUtility.HtmlDecode(await own.GetStringAsync("/desk/1/trading?lang=" + language));
            html.ShouldNotContain("id=\"ticket\"");
            html.ShouldNotContain("id=\"ladder\"");
            html.ShouldNotContain("id=\"own-orders\"");
            html.ShouldNotContain("id=\"own-blocks\"");
            var note = Regex.Match(html, "<section[^>]*id=\"no-ticket\".*?</section>", RegexOptions.Singleline).Value;
            note.ShouldContain("href=\"/desk/1/deals\"");
            foreach (var mode in language == "zh"
                ? new[] { "定价申报", "意向申报", "成交申报", "场外交易" }
                : ["Priced offer", "Intention", "Registered deal", "Outside the venue"])
            {
                note.ShouldContain(mode);
            }

            // 10,000.00 paid in; 10 t at 26.00 are kept for the offer: 260.00; 9,740.00 are free.
            html.ShouldContain("id=\"own-money\"");
            html.ShouldContain("9,740.00");
            html.ShouldContain("CQEA-2023");
        }

        (await own.GetAsync("/desk/1/trading/ticket")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var parts = await own.GetStringAsync("/desk/1/trading/own");
        parts.ShouldContain("id=\"session\"");
        parts.ShouldContain("id=\"own-money\"");
        parts.ShouldNotContain("id=\"others\"");
    }

    [ChromiumFact]
    public async Task A_browser_finds_the_page_without_a_ticket_usable_in_both_languages_themes_and_widths()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        foreach (var (language, theme, width) in new[]
        {
            ("zh", ColorScheme.Light, 1440), ("en", ColorScheme.Light, 390), ("en", ColorScheme.Dark, 1440),
            ("zh", ColorScheme.Dark, 1200),
        })
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = theme,
            });
            await context.SignIn(site, "own");
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{site.Address}desk/1/trading?lang={language}");
            if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
            {
                var name = $"no-ticket-{language}-{width}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
            }

            (await AccessibilityTests.Findings(page)).ShouldBeEmpty($"{language} {theme} {width}");
            await page.Locator("#no-ticket a").ClickAsync();
            await page.WaitForURLAsync("**/desk/1/deals");
        }
    }
}

/// <summary>Before the exchange is opened.</summary>
public sealed class UnopenedTests(UnopenedSite site) : EveryPageTests(site), IClassFixture<UnopenedSite>;

/// <summary>Where the rulebook has no exchange.</summary>
public sealed class NoExchangeTests(NoExchangeSite site) : EveryPageTests(site), IClassFixture<NoExchangeSite>
{
    [Fact]
    public async Task Without_an_exchange_its_pages_are_not_there()
    {
        using var own = await site.SignedIn("own");
        foreach (var path in new[] { "/market", "/desk/1/trading", "/desk/1/trading/own", "/desk/1/trading/ticket" })
        {
            (await own.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }
}

/// <summary>Where blocks are traded and nothing is listed.</summary>
public sealed class BlocksOnlyTests(BlocksOnlySite site) : EveryPageTests(site), IClassFixture<BlocksOnlySite>
{
    [Fact]
    public async Task Where_blocks_are_traded_and_nothing_is_listed_the_ticket_is_for_a_block()
    {
        using var own = await site.SignedIn("own");
        var html = WebUtility.HtmlDecode(await own.GetStringAsync("/desk/1/trading?lang=en"));
        html.ShouldContain("data-way=\"block\"");
        html.ShouldNotContain("way=list");
        html.ShouldNotContain("way=take");
        html.ShouldContain("id=\"own-blocks\"");
        html.ShouldNotContain("id=\"no-ticket\"");
    }
}
