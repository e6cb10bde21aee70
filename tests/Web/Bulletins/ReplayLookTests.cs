using Microsoft.Playwright;

namespace Tanheng.Web.Tests.Bulletins;

/// <summary>How the replayed market looks on a wide screen and on a telephone.</summary>
public sealed class ReplayLookTests(ReplayedSite replayed) : IClassFixture<ReplayedSite>
{
    [ChromiumFact]
    public async Task The_bar_keeps_to_one_line_and_what_stands_in_the_picture_can_be_read_on_a_telephone()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        foreach (var language in new[] { "zh", "en" })
        {
            await using var wide = await Context(browser, 1440);
            var page = await wide.NewPageAsync();
            await page.GotoAsync($"{replayed.Site.Address}market/bulletins?lang={language}");

            // A line of buttons is 32 px high, with 5 px above and below.
            (await HeightOf(page, ".demo")).ShouldBeLessThan(50, language);

            await using var narrow = await Context(browser, 390);
            var phone = await narrow.NewPageAsync();
            await phone.GotoAsync($"{replayed.Site.Address}market/bulletins/daily/2023-07-28?lang={language}");
            (await phone.Locator(".bulletin-picture:visible").CountAsync()).ShouldBe(1);
            (await HeightOf(phone, ".bulletin-picture:visible text >> nth=0")).ShouldBeGreaterThan(12, language);
            (await phone.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        }
    }

    private static Task<IBrowserContext> Context(IBrowser browser, int width) => browser.NewContextAsync(
        new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });

    private static async Task<double> HeightOf(IPage page, string part) =>
        (await page.Locator(part).BoundingBoxAsync()).ShouldNotBeNull().Height;
}
