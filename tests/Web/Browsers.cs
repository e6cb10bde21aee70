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

    /// <summary>Signs in as a person of the story, as the bar of the demonstration does.</summary>
    public static async Task SignIn(this IBrowserContext context, PortalSite site, string user)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "style");
        await page.EvaluateAsync(
            """
            async (user) => {
              const token = document.querySelector("input[name=__RequestVerificationToken]").value;
              const fields = new URLSearchParams({ user, __RequestVerificationToken: token });
              await fetch("/demo/sign-in", { method: "POST", body: fields });
            }
            """,
            user);
        await page.CloseAsync();
    }
}
