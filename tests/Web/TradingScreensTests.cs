using Microsoft.Playwright;

namespace Tanheng.Web.Tests;

/// <summary>
/// The screens of the exchange on a busy day, as a browser has them: everybody can use them, in both languages and
/// themes and on a telephone; the candles are looked at more closely by keys, wheel and table; nothing is written to
/// the browser's list of errors.
/// </summary>
public sealed class TradingScreensTests(BusySite site) : IClassFixture<BusySite>
{
    private const string Code = FloorSite.Instrument;

    private static readonly (string Language, ColorScheme Theme, int Width)[] All =
    [
        .. from language in new[] { "zh", "en" }
           from theme in new[] { ColorScheme.Light, ColorScheme.Dark }
           from width in new[] { 1440, 390 }
           select (language, theme, width),
    ];

    private string Own => site.State.Registry.Holders[site.Buyer].Representatives[0].User.Name;

    private IReadOnlyList<(string Name, string Path)> Screens =>
    [
        ("market", $"market?instrument={Code}"),
        ("market-minute", $"market?instrument={Code}&period=minute"),
        ("trading", $"desk/{site.Buyer.Value}/trading?instrument={Code}&side=buy&price=48.37&quantity=500"),
        ("trading-refused", $"desk/{site.Buyer.Value}/trading?instrument={Code}&side=buy&price=60&quantity=500"),
        ("trading-take", $"desk/{site.Buyer.Value}/trading?instrument={Code}&way=take&order=121&quantity=100"),
        ("trading-block",
            $"desk/{site.Buyer.Value}/trading?instrument={Code}&way=block&side=sell&price=40&quantity=100000"),
    ];

    [ChromiumFact]
    public async Task Every_screen_can_be_used_by_everybody_in_every_combination()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (language, theme, width) in All)
        {
            await using var context = await Context(browser, theme, width);
            await context.SignIn(site, Own);
            var page = await context.NewPageAsync();
            Listen(page, found);
            foreach (var (name, path) in Screens)
            {
                await page.GotoAsync($"{site.Address}{path}&lang={language}");
                await Drawn(page);
                await Keep(page, $"{name}-{language}-{theme}-{width}".ToLowerInvariant());
                if (name == "market" && width == 1440)
                {
                    await page.EmulateMediaAsync(new() { Media = Media.Print });
                    await Keep(page, $"print-{language}-{theme}".ToLowerInvariant());
                    await page.EmulateMediaAsync(new() { Media = Media.Screen });
                }

                found.UnionWith((await AccessibilityTests.Findings(page))
                    .Select(line => $"{name} [{language} {theme} {width}] {line}"));
            }
        }

        found.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_preview_over_the_page_can_be_used_by_everybody()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (language, theme, width) in new[] { All[0], All[3], All[5], All[6] })
        {
            await using var context = await Context(browser, theme, width);
            await context.SignIn(site, Own);
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{site.Address}{Screens[2].Path}&lang={language}");
            await page.Locator("#ticket-result .send button:enabled").ClickAsync();
            await page.Locator("dialog button[value=confirm]").WaitForAsync();
            await Keep(page, $"trading-preview-{language}-{theme}-{width}".ToLowerInvariant(), whole: false);
            found.UnionWith((await AccessibilityTests.Findings(page)).Select(line => $"{language} {width} {line}"));
            await page.Keyboard.PressAsync("Escape");
            await page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        found.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Candles_are_looked_at_more_closely_by_keys_by_wheel_and_by_their_table()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        await using var context = await Context(browser, ColorScheme.Light, 1440);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{site.Address}market?instrument={Code}&lang=en");
        await Drawn(page);
        var span = page.Locator("[data-zoom-span]");
        var whole = await span.InnerTextAsync();
        whole.ShouldStartWith("2026-06-30 – ", Case.Sensitive, "the first day of the exchange");
        foreach (var step in new[] { "in", "earlier", "later", "out", "all" })
        {
            var before = await span.InnerTextAsync();
            await page.Locator($"[data-zoom={step}]").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForFunctionAsync(
                "(before) => document.querySelector('[data-zoom-span]').textContent !== before", before);
        }

        (await span.InnerTextAsync()).ShouldBe(whole);
        await page.Locator("#kline [data-chart]").HoverAsync();
        await page.Mouse.WheelAsync(0, -300);
        await page.WaitForFunctionAsync(
            "(before) => document.querySelector('[data-zoom-span]').textContent !== before", whole);

        // 41 days and the one under way; MA20 begins with the twentieth.
        await page.Locator("#kline summary").ClickAsync();
        var rows = page.Locator("#kline table tbody tr");
        (await rows.CountAsync()).ShouldBe(42);
        (await rows.Nth(18).Locator("td").Last.InnerTextAsync()).ShouldBe("—");
        (await rows.Nth(19).Locator("td").Last.InnerTextAsync()).ShouldNotBe("—");

        await page.EvaluateAsync("() => { window.mark = true; }");
        await page.Locator("#kline .pills a[href*='period=week']").ClickAsync();
        await page.Locator("#kline .pills a[aria-current][href*='period=week']").WaitForAsync();
        await Drawn(page);
        (await page.EvaluateAsync<bool>("() => window.mark")).ShouldBeTrue();
        (await span.InnerTextAsync()).ShouldStartWith("2026-06-29 – ");
    }

    [ChromiumFact]
    public async Task Without_a_script_a_ticket_is_checked_previewed_and_sent_page_by_page()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        await using var scripted = await browser.NewContextAsync();
        await scripted.SignIn(site, Own);
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        await context.AddCookiesAsync((await scripted.CookiesAsync()).Select(one => new Cookie
        {
            Name = one.Name,
            Value = one.Value,
            Domain = one.Domain,
            Path = one.Path,
        }));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{site.Address}desk/{site.Buyer.Value}/trading?instrument={Code}&lang=en");
        await page.Locator("#ticket-price").FillAsync("47.50");
        await page.Locator("#ticket-quantity").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await page.Locator("#ticket-result .send button:enabled").ClickAsync();
        await page.Locator("main button[value=confirm]").ClickAsync();
        page.Url.ShouldContain("/act/done/");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("475.00");
    }

    private static Task<IBrowserContext> Context(IBrowser browser, ColorScheme theme, int width) =>
        browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
        });

    private static void Listen(IPage page, SortedSet<string> problems)
    {
        page.PageError += (_, problem) => problems.Add("script: " + problem);
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                problems.Add($"console: {line.Text}");
            }
        };
    }

    private static async Task Drawn(IPage page)
    {
        await page.Locator("#kline [data-chart]").ScrollIntoViewIfNeededAsync();
        await page.Locator("#kline [data-chart] svg path").First.WaitForAsync(new()
        {
            State = WaitForSelectorState.Attached,
        });
    }

    private static async Task Keep(IPage page, string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.EvaluateAsync("() => scrollTo(0, 0)");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
        }
    }
}
