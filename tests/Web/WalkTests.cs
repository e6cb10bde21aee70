using Microsoft.Playwright;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// The walk of docs/walk.md, as a newcomer does it. Set TANHENG_PICTURES to docs/pictures to take its pictures anew;
/// each language is walked in a demonstration of its own.
/// </summary>
public abstract class WalkTests(WalkSite site)
{
    private IPage page = null!;

    /// <summary>The language that is walked in.</summary>
    protected abstract string Language { get; }

    [ChromiumFact]
    public async Task A_newcomer_surrenders_in_time_and_sees_who_did_not()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1280, Height = 860 },
            ColorScheme = ColorScheme.Light,
        });
        page = await context.NewPageAsync();
        await page.GotoAsync($"{site.Address}language?to={Language}&back=/");
        await SignIn("P01-a");
        await Open("desk/1");
        await Shows("2,465,000");
        await Picture("1-desk");

        // 2,465,000 t are due for 2022. After the surrender of 2021 the plant holds 2,484,687 t:
        // 2,396,566 + 2,478,121 − 2,390,000 (expected.csv).
        await Open("desk/1/surrender/2022");
        await page.Locator("form[method=get] button[type=submit]").First.ClickAsync();
        await page.Locator("#taken").EvaluateAsync("title => title.scrollIntoView()");
        (await page.Locator("section:has(#taken)").InnerTextAsync()).ShouldContain("2,465,000");
        await Picture("2-surrender");
        await page.Locator("form[action='/act/surrender'] button").ClickAsync();
        await page.Locator("button[value=confirm]").WaitForAsync();
        await Picture("3-preview");
        await page.Locator("button[value=confirm]").ClickAsync();
        await page.WaitForURLAsync("**/act/done/*");
        var proposal = await page.Locator("main a[href^='/proposals/']").First.GetAttributeAsync("href");

        await SignIn("P01-b");
        await Open(proposal!.TrimStart('/'));
        await Picture("4-approve");
        await page.Locator("form[action='/act/approve-proposal'] button").ClickAsync();
        await page.WaitForURLAsync("**/act/done/*");

        await page.Locator(".demo button[value=deadline]").ClickAsync();
        await page.Locator(".demo .now", new PageLocatorOptions { HasTextString = "2024-01-01 00:00" }).WaitForAsync();
        await Open("desk/1/surrender/2022");
        await Shows(Language == "en" ? Names.Of(ObligationStatus.Met).En : Names.Of(ObligationStatus.Met).Zh);
        await SignIn("authority-a");
        await Open("compliance/2022?status=Short");
        // In the story P06 has nothing left and P07 is 10,000 t short: no others.
        (await page.Locator("main tbody tr").CountAsync()).ShouldBe(2);
        await Picture("5-after");
    }

    private async Task SignIn(string user)
    {
        await page.GotoAsync($"{site.Address}style");
        await page.Locator(".demo summary").First.ClickAsync();
        if (user.StartsWith('P'))
        {
            await page.Locator(".demo select[name=user]").SelectOptionAsync(user);
            await page.Locator(".demo form:has(select) button").ClickAsync();
        }
        else
        {
            await page.Locator($".demo button[value={user}]").First.ClickAsync();
        }

        await page.Locator($".demo summary:has-text('{user}')").WaitForAsync();
    }

    private async Task Open(string path)
    {
        var answer = await page.GotoAsync(site.Address + path);
        answer!.Status.ShouldBe(200, path);
    }

    private async Task Shows(string text) => (await page.Locator("main").InnerTextAsync()).ShouldContain(text);

    private async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("TANHENG_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"walk-{name}-{Language}.png"),
            });
        }
    }
}

/// <summary>In English.</summary>
public sealed class EnglishWalkTests(WalkSite site) : WalkTests(site), IClassFixture<WalkSite>
{
    protected override string Language => "en";
}

/// <summary>In Chinese.</summary>
public sealed class ChineseWalkTests(WalkSite site) : WalkTests(site), IClassFixture<WalkSite>
{
    protected override string Language => "zh";
}
