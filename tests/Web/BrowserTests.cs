using Microsoft.Playwright;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The pages as a browser shows them. Set TANHENG_SCREENSHOTS to a folder to keep a picture of each.</summary>
[Collection(PortalSiteTests.Name)]
public sealed class BrowserTests(PortalSite site)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/"), ("compliance", "/compliance/2022"), ("entity", "/entities/16?period=2022"),
        ("holdings", "/holdings"), ("row", "/journal/100"),
    ];

    [ChromiumFact]
    public async Task No_page_is_wider_than_the_window()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var wide = new List<string>();
        foreach (var width in new[] { 1440, 390 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = width, Height = 900 },
                    ColorScheme = scheme,
                });
                await context.SignIn(site, PortalSite.Auditor);
                await Look(await context.NewPageAsync(), width, scheme, wide);
            }
        }

        wide.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task An_explanation_opens_by_keyboard_and_shows_its_formula()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        await using var context = await browser.NewContextAsync();
        await context.SignIn(site, PortalSite.Auditor);
        var page = await context.NewPageAsync();
        var id = site.State.Registry.HolderCodes["91420000MA0000015A"].Value;
        await page.GotoAsync($"{site.Address}entities/{id}?period=2022&lang=en");
        // 3,000,000 MWh × 0.8177 × 1.0102 = 2,478,121.62; before it the pre-allocation.
        var summary = page.Locator("summary", new PageLocatorOptions { HasTextString = "2,478,121" }).First;
        var formula = page.Locator("details[open] code", new PageLocatorOptions { HasTextString = "0.8177" }).First;
        (await formula.IsVisibleAsync()).ShouldBeFalse();
        await summary.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await formula.WaitForAsync();
        (await formula.IsVisibleAsync()).ShouldBeTrue();
        (await formula.InnerTextAsync()).ShouldContain("=");
    }

    [ChromiumFact]
    public async Task The_journal_is_verified_at_the_press_of_a_button()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{site.Address}journal");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.VerifyNow.Zh }).ClickAsync();
        await page.Locator("main").GetByText(Words.VerifiedWhole.Zh).WaitForAsync(new() { Timeout = 60_000 });
    }

    [ChromiumFact]
    public async Task The_whole_navigation_is_reached_by_the_tab_key_and_the_skip_link_leads_to_the_content()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Address + "disclosure/compliance?lang=en");
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page)).ShouldBe(Words.Skip.En);
        var reached = new List<string>();
        for (var i = 0; i < 20 && !reached.Contains(Words.Journal.En); i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await Focused(page));
        }

        reached.ShouldContain(Words.Calendar.En);
        reached.ShouldContain(Words.Rules.En);
        reached.ShouldContain(Words.OtherLanguage.En);
        await page.GotoAsync(site.Address + "disclosure/compliance?lang=en");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/disclosure/compliance?lang=en#content");
    }

    private async Task Look(IPage page, int width, ColorScheme scheme, List<string> wide)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var (name, path) in Pages)
            {
                var question = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
                await page.GotoAsync(new Uri(site.Address, $"{path}{question}lang={language}").ToString());
                var over = await page.EvaluateAsync<int>(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                var picture = $"{name}-{language}-{width}-{scheme}".ToLowerInvariant();
                if (over > 0)
                {
                    wide.Add($"{picture}: {over} px");
                }

                if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
                {
                    var file = Path.Combine(folder, picture + ".png");
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
                }
            }
        }
    }

    private static Task<string> Focused(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.innerText.trim()");
}
