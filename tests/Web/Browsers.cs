using Microsoft.Playwright;

namespace Tanheng.Web.Tests;

/// <summary>The browser of the page tests.</summary>
internal static class Browsers
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    public static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(
        new BrowserTypeLaunchOptions { ExecutablePath = Needs.Chromium, Args = Arguments });

    /// <summary>Signs in as a person of the story, by the bar of the demonstration.</summary>
    public static async Task SignIn(this IBrowserContext context, PortalSite site, string user)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());
        await page.Locator(".demo summary").First.ClickAsync();
        await page.Locator($".demo button[value={user}]").First.ClickAsync();
        await page.Locator($".demo summary:has-text('{user}')").WaitForAsync();
        await page.CloseAsync();
    }
}
