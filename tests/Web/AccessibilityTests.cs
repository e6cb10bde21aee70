using Microsoft.Playwright;

namespace Tanheng.Web.Tests;

/// <summary>
/// Accessibility as a browser sees it: the rules of axe-core (WCAG 2.2 A and AA, best practice: names, labels,
/// contrast, landmarks, order of headings, size of targets) and a few of our own, over every kind of page. The short
/// run takes every pair of language, theme and width; the long one every combination.
/// </summary>
[Collection(PortalSiteTests.Name)]
public sealed class AccessibilityTests(PortalSite site)
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    private static readonly (string Language, ColorScheme Theme, int Width)[] Pairs =
    [
        ("zh", ColorScheme.Light, 1440), ("zh", ColorScheme.Dark, 390),
        ("en", ColorScheme.Light, 390), ("en", ColorScheme.Dark, 1440),
    ];

    private static readonly string[] Public =
    [
        "/", "/calendar", "/disclosure", "/disclosure/coverage", "/disclosure/compliance", "/disclosure/allocation",
        "/disclosure/transactions", "/rules", "/rules/sources", "/rules/text", "/rules/history",
        "/rules/periods.2022.surrender.offsets", "/methods", "/methods/allocation/cn-power@2022",
        "/methods/mrv/power-generation@2019-2022", "/journal", "/journal/100", "/journal/check", "/statistics",
        "/market", "/market/bulletins", "/disclosure/verification", "/disclosure/reports", "/disclosure/service-bodies",
        "/market/auctions",
        "/calendar?state=all",
        "/rules?q=nothing-like-this", "/sign-in", "/sign-in/password", "/demo/clock", "/nothing", "/problem/403",
        "/problem/500", "/link/nobody", "/style", "/style/dialog",
    ];

    /// <summary>Pages that say that something is not as it should be, and how they answer.</summary>
    private static readonly Dictionary<string, int> Problems = new(StringComparer.Ordinal)
    {
        ["/nothing"] = 404,
        ["/authority/cases/999"] = 404,
        ["/link/nobody"] = 410,
        ["/problem/403"] = 403,
        ["/problem/500"] = 500,
    };

    /// <summary>Pages of offices and companies, each with somebody who works there.</summary>
    private static readonly (string Person, string[] Pages)[] Desks =
    [
        (PortalSite.Auditor,
        [
            "/compliance/2022", "/holdings", "/entities/16?period=2022", "/journal/100", "/desk", "/auditor",
            "/auditor/compare", "/auditor/compare?from=2023-12-28T00:00&to=2024-01-10T00:00", "/auditor/search",
            "/auditor/search?actor=authority-a&command=open-case", "/auditor/trail",
        ]),
        ("P01-a",
        [
            "/act", "/act/surrender", "/act/transfer-units", "/proposals", "/desk/1", "/desk/1/holdings",
            "/desk/1/statement", "/desk/1/transfers", "/desk/1/trading", "/desk/1/settlement", "/desk/1/reports",
            "/desk/1/reports/2022", "/me/letters", "/desk/1/surrender",
            "/desk/1/auctions", "/desk/1/explanations", "/desk/1/surrender/2022",
            "/desk/1/carry-over", "/desk/1/advance", "/desk/1/objections",
            "/desk/1/representatives", "/me", "/me/keys", "/me/passkeys", "/me/password", "/me/second-factor",
            "/me/sessions", "/confirm",
        ]),
        ("authority-a",
        [
            "/act", "/act/run-allocation", "/act/describe-holder", "/act/file-monitoring-plan", "/act/done/482",
            "/proposals", "/proposals?show=decided", "/proposals/1", "/authority", "/authority/allocation",
            "/authority/allocation/2022?view=units", "/authority/allocation/2022/2?stage=final", "/authority/at",
            "/authority/at?moment=2023-12-31T23:59", "/authority/cases", "/authority/cases/1", "/authority/cases/999",
            "/authority/freezes/1", "/authority/compliance", "/authority/coverage", "/authority/reports",
            "/authority/reports/2/2021", "/authority/auctions",
        ]),
        ("registrar-a",
        [
            "/act/admit-holder", "/operator", "/operator/accounts", "/operator/accounts/8", "/operator/holders",
            "/operator/holders/1", "/operator/circulars", "/operator/people", "/operator/reconciliation",
            "/operator/representatives", "/operator/settlement", "/operator/settlement/import",
            "/operator/transfers",
        ]),
        ("exchange",
        [
            "/operator/bulletins", "/act/record-bulletin", "/act/correct-trading-day", "/exchange/surveillance",
            "/exchange/halts", "/act/halt-trading", "/act/open-inquiry",
        ]),
        ("verifier-1", ["/act/state-verification", "/verifier", "/verifier/reports/1/2022"]),
    ];

    [ChromiumFact]
    public Task Every_public_page_can_be_used_by_everybody() => CheckPublic(Pairs);

    [ChromiumFact]
    public Task Every_desk_can_be_used_by_everybody() => CheckDesks([Pairs[1], Pairs[3]]);

    [LongFact]
    public async Task Every_page_can_be_used_by_everybody_in_every_combination()
    {
        List<(string, ColorScheme, int)> all =
        [
            .. from language in new[] { "zh", "en" }
               from theme in new[] { ColorScheme.Light, ColorScheme.Dark }
               from width in new[] { 1440, 390 }
               select (language, theme, width),
        ];
        await CheckPublic(all);
        await CheckDesks(all);
    }

    /// <summary>Every form that somebody may send, as it opens.</summary>
    [LongFact]
    public Task Every_form_can_be_used_by_everybody() => Check([Pairs[0], Pairs[1]], async (context, look) =>
    {
        foreach (var (person, _) in Desks)
        {
            await context.SignIn(site, person);
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(site.Address, "/act").ToString());
            var forms = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('.action-list a')].map(link => link.getAttribute('href'))");
            await page.CloseAsync();
            await look(context, forms);
        }
    });

    [ChromiumFact]
    public async Task The_rules_find_what_is_wrong()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(
            """
            <!DOCTYPE html><html lang="zh-CN"><title>x</title>
            <style>a { outline: none !important } .wide { width: 3000px }</style>
            <main><h1>题</h1><h3>跳级</h3><a id="a" href="/x">没有焦点环</a><input id="a">
            <p style="color:#ccc;background:#fff">看不清</p><div class="wide">宽</div>
            <p aria-labelledby="nobody">无</p></main></html>
            """);
        var found = await Findings(page);
        foreach (var rule in new[] { "heading-order", "label", "color-contrast", "duplicate-id", "focus", "overflow" })
        {
            found.ShouldContain(line => line.StartsWith(rule + ":"), rule);
        }
    }

    [ChromiumFact]
    public async Task Pages_work_without_scripts()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "disclosure/compliance?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Due" }).ClickAsync();
        await page.Locator("th[aria-sort=ascending]").WaitForAsync();
        await page.GetByLabel("Search").FillAsync("Pingchuan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await page.GetByText("1 row", new() { Exact = true }).WaitForAsync();
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(1);
        await page.GotoAsync(site.Address + "methods/allocation/cn-power@2022?lang=en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        (await page.GetByText("2,478,121").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task With_scripts_a_table_sorts_in_place_and_charts_are_drawn_without_moving_anything()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var page = await browser.NewPageAsync();
        var problems = new List<string>();
        page.PageError += (_, problem) => problems.Add(problem);
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                problems.Add(line.Text);
            }
        };
        await page.GotoAsync(site.Address + "disclosure/compliance?lang=en");
        await page.EvaluateAsync("window.stayed = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Due" }).ClickAsync();
        await page.Locator("th[aria-sort=ascending]").WaitForAsync();
        (await page.EvaluateAsync<string>("location.search")).ShouldContain("sort=obligation");
        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();
        // The smallest obligation of 2022 in the story: scenarios/china-2021-2022/expected.csv.
        (await page.Locator("tbody td.num").First.InnerTextAsync()).ShouldBe("560,000");

        await page.GotoAsync(site.Address + "statistics?lang=en");
        var plot = page.Locator("[data-chart]").First;
        var before = await plot.BoundingBoxAsync();
        await plot.Locator("svg").WaitForAsync();
        var after = await plot.BoundingBoxAsync();
        after!.Height.ShouldBe(before!.Height);
        problems.ShouldBeEmpty();
    }

    private Task CheckPublic(IEnumerable<(string Language, ColorScheme Theme, int Width)> combinations) =>
        Check(combinations, (context, look) => look(context, Public));

    private Task CheckDesks(IEnumerable<(string Language, ColorScheme Theme, int Width)> combinations) =>
        Check(combinations, async (context, look) =>
        {
            foreach (var (person, pages) in Desks)
            {
                await context.SignIn(site, person);
                await look(context, pages);
            }
        });

    private async Task Check(
        IEnumerable<(string Language, ColorScheme Theme, int Width)> combinations,
        Func<IBrowserContext, Func<IBrowserContext, string[], Task>, Task> walk)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (language, theme, width) in combinations)
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = theme,
            });
            await walk(context, (visitor, pages) =>
                Visit(visitor, pages, language, $"{language} {theme} {width}", found));
        }

        found.ShouldBeEmpty();
    }

    /// <summary>For somebody who wants to look at all pages with his own eyes.</summary>
    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var file = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file + ".png"), FullPage = true });
        }
    }

    private async Task Visit(
        IBrowserContext context, string[] paths, string language, string combination, SortedSet<string> found)
    {
        var page = await context.NewPageAsync();
        foreach (var path in paths)
        {
            var question = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            var answer = await page.GotoAsync(new Uri(site.Address, $"{path}{question}lang={language}").ToString());
            if (answer!.Status != Problems.GetValueOrDefault(path, 200))
            {
                found.Add($"{path} answers {answer.Status}");
            }

            found.UnionWith((await Findings(page)).Select(line => $"{path} [{combination}] {line}"));
            await Picture(page, combination + path);
        }

        await page.CloseAsync();
    }

    /// <summary>What a page breaks of the rules; the next key goes to its beginning.</summary>
    internal static async Task<string[]> Findings(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var broken = await page.EvaluateAsync<string[]>(AxeRules);
        // From here on whatever gets the focus got it by the keyboard.
        await page.Keyboard.PressAsync("Tab");
        return [.. broken, .. await page.EvaluateAsync<string[]>(OwnRules)];
    }

    private const string AxeRules =
        """
        async () => {
          const found = [];
          const result = await axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          });
          for (const rule of result.violations) {
            for (const node of rule.nodes.slice(0, 3)) {
              const html = node.html.replace(/\s+/g, " ").slice(0, 160);
              found.push(`${rule.id}: ${html} ${node.failureSummary.slice(0, 160)}`);
            }
          }
          return found;
        }
        """;

    private const string OwnRules =
        """
        () => {
          const found = [];
          const name = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
          // Ids once only.
          const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
          for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) {
            found.push(`duplicate-id: ${id}`);
          }
          // Whatever can be reached by the keyboard shows that it has been reached.
          const reached = "a[href], button, input, select, textarea, summary, [tabindex='0']";
          const stops = [...document.querySelectorAll(reached)]
            .filter((element) => element.type !== "hidden" && element.checkVisibility()).slice(0, 120);
          for (const element of stops) {
            element.focus({ preventScroll: true });
            if (document.activeElement !== element) {
              continue;
            }
            const style = getComputedStyle(element);
            if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
              found.push(`focus: ${name(element)}`);
            }
          }
          // Nothing hangs over the edge, nor is cut off where it cannot be scrolled to.
          const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (over > 0) {
            found.push(`overflow: ${over} px`);
          }
          for (const element of document.querySelectorAll(".scroll")) {
            if (getComputedStyle(element).overflowX === "clip" && element.scrollWidth > element.clientWidth + 1) {
              found.push(`cut-off: ${element.getAttribute("aria-label")} ${element.scrollWidth} px`);
            }
          }
          return found;
        }
        """;
}
