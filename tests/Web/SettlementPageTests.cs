using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tanheng.Engine.Hosting;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The portal of a market whose days are settled.</summary>
public sealed class SettlementSite : PortalSite
{
    /// <summary>The holder that trades.</summary>
    public const long Trader = 16;

    protected override async Task PlayMoreAsync(SchemeHost market)
    {
        await ExchangeDays.PlayAsync(market, new HolderId(Trader));
        await SettlementDaysOf.PlayAsync(market, new HolderId(Trader));
    }
}

/// <summary>The settlement desk, and a participant's own settlement.</summary>
public sealed partial class SettlementPageTests(SettlementSite site) : IClassFixture<SettlementSite>
{
    private const string Desk = "/operator/settlement";
    private const string Head =
        "account,statement,day,reference,currency,debit,credit,balance,counterparty,name\n";

    private static readonly string Own = $"/desk/{SettlementSite.Trader}/settlement";
    private static readonly string[] Views =
    [
        Desk, Desk + "?view=payments", Desk + "?view=days", Desk + "?view=disputes", Desk + "?view=reserve",
        Desk + "/import",
    ];

    private string Person =>
        site.State.Registry.Holders[new HolderId(SettlementSite.Trader)].Representatives[0].User.Name;

    [Fact]
    public async Task The_desk_shows_suspense_payments_differences_and_disputes_in_both_languages()
    {
        using var registrar = await site.SignedIn("registrar-a");
        var wanted = new Dictionary<string, string[]>
        {
            [Views[0]] = ["1,113.00", "2,000.00", "/act/return-bank-line?line=2", "/act/charge-bank-line?line=5"],
            [Views[1]] = ["TH-W1", "/operator/settlement/payments/1.xml"],
            // Bank 9,000,112.50; ledger 9,000,000 + 100,000 + 10,000 − 1,000 = 9,109,000.00: trades and fees stay
            // inside.
            [Views[2]] = ["9,000,112.50", "9,109,000.00", "-0.50", "100,000.00", "T2", "2026-07-02"],
            [Views[3]] = ["fee differs", "/act/answer-settlement-objection?objection=1", "K1"],
            [Views[4]] = ["20 %"],
            [Views[5]] = [],
        };
        foreach (var (path, texts) in wanted)
        {
            var mark = path.Contains('?') ? "&" : "?";
            var zh = WebUtility.HtmlDecode(await registrar.GetStringAsync($"{path}{mark}lang=zh"));
            var en = WebUtility.HtmlDecode(await registrar.GetStringAsync($"{path}{mark}lang=en"));
            foreach (var text in texts)
            {
                zh.ShouldContain(text);
                en.ShouldContain(text);
            }

            Regex.Count(en, "<h1").ShouldBe(1);
            var said = Regex.Replace(Body(en), "(?s)<[^>]*lang=\"zh[^>]*>.*?</", "");
            Chinese().Matches(said).Select(match => match.Value)
                .Except(["结算银行", "示例电厂", "陌生单位", "手续费与通知不符"]).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task A_participant_sees_its_statement_and_may_object_and_confirm_a_correction()
    {
        using var own = await site.SignedIn(Person);
        var html = WebUtility.HtmlDecode(await own.GetStringAsync(Own + "?lang=en"));
        foreach (var text in new[]
        {
            "2026-07-02", "/act/object-to-settlement?holder=16&day=2026-07-02",
            "/act/confirm-correction?holder=16&correction=1", "fee differs", "Paid",
        })
        {
            html.ShouldContain(text);
        }

        // The seller of its purchases is not said.
        var seller = site.State.Registry.Accounts[site.State.Trading.Trades[0].Seller];
        html.ShouldNotContain(seller.Number);
        var stranger = site.State.Registry.Holders[new HolderId(17)].Representatives[0].User.Name;
        using var other = await site.SignedIn(stranger);
        (await other.GetAsync(Own)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await other.GetAsync("/operator/settlement/payments/1.xml")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Payments_and_legs_leave_as_files()
    {
        using var registrar = await site.SignedIn("registrar-a");
        var pain = await registrar.GetStringAsync("/operator/settlement/payments/1.xml");
        var document = System.Xml.Linq.XDocument.Parse(pain);
        System.Xml.Linq.XNamespace space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
        document.Descendants(space + "CtrlSum").Select(one => one.Value).ShouldBe(["1000.00", "1000.00"]);
        document.Descendants(space + "EndToEndId").Single().Value.ShouldBe("TH-W1");
        document.Descendants(space + "InstdAmt").Single().Attribute("Ccy")!.Value.ShouldBe("CNY");
        (await registrar.GetStringAsync("/operator/settlement/payments/1.csv")).ShouldContain("TH-W1,1000.00,CNY");
        (await registrar.GetAsync("/operator/settlement/payments/9.xml")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        var legs = await registrar.GetStringAsync("/operator/settlement/legs/2026-07-02.csv?lang=en");
        legs.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])
            .ShouldBe(["T1", "T2"], "the exchange's own trades were made before there was a settlement account");
        legs.ShouldContain("units-short");
        (await registrar.GetAsync("/operator/settlement/legs/2026-01-01.csv")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [ChromiumFact]
    public async Task A_statement_is_shown_line_by_line_before_it_is_booked_and_a_bad_one_says_what_is_wrong()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        await using var context = await browser.NewContextAsync();
        await context.SignIn(site, "registrar-a");
        var page = await context.NewPageAsync();
        await Upload(page, Head + "42000099,X,2026-07-03,r1,CNY,,5.00\n");
        (await page.Locator("[role=alert]").First.InnerTextAsync()).ShouldContain("TH10152");
        await Shot(page, "import-refused");
        await Upload(page, Head + "1,X,2026-07-03,r1,CNY,,5.00,5.00,,\n");
        (await page.Locator("[role=alert]").First.InnerTextAsync()).ShouldContain("TH10112");
        var before = site.State.Cash.Lines.Count;
        await Upload(page, Head
            + "42000099,X,2026-07-03,r1,CNY,,5.00,9000117.50,6222 16,Plant\n"
            + "42000099,X,2026-07-03,r2,CNY,,7.00,9000124.50,77,Stranger\n");
        var table = await page.Locator("main table").First.InnerTextAsync();
        table.ShouldContain("5.00");
        table.ShouldContain(Names.Of(LineStatus.Suspense).En);
        await Shot(page, "import-preview");
        (await AccessibilityTests.Findings(page)).ShouldBeEmpty();
        site.State.Cash.Lines.Count.ShouldBe(before);
        await page.Locator("button[value=confirm]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/act/done/"));
        site.State.Cash.Lines.Count.ShouldBe(before + 2);

        // Sent again under the same file, it is known.
        await Upload(page, Head + "42000099,X,2026-07-03,r1,CNY,,5.00,9000117.50,6222 16,Plant\n");
        (await page.Locator("[role=alert]").First.InnerTextAsync()).ShouldContain("TH10114");
    }

    [ChromiumFact]
    public async Task Every_view_can_be_used_by_everybody_in_both_themes_languages_and_widths()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.Launch(playwright);
        foreach (var (width, theme, language) in new[]
        {
            (1440, ColorScheme.Light, "zh"), (390, ColorScheme.Dark, "en"), (1440, ColorScheme.Dark, "en"),
            (390, ColorScheme.Light, "zh"),
        })
        {
            foreach (var (person, paths) in new[] { ("registrar-a", Views), (Person, [Own]) })
            {
                await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = width, Height = 900 },
                    ColorScheme = theme,
                });
                await context.SignIn(site, person);
                var page = await context.NewPageAsync();
                foreach (var path in paths)
                {
                    var mark = path.Contains('?') ? "&" : "?";
                    await page.GotoAsync(site.Address + path[1..] + mark + "lang=" + language);
                    await Shot(page, $"{Regex.Replace(path, "[/?=]", "-")}-{language}-{theme}-{width}");
                    (await AccessibilityTests.Findings(page)).ShouldBeEmpty($"{path} {language} {theme} {width}");
                }
            }
        }
    }

    private async Task Upload(IPage page, string csv)
    {
        await page.GotoAsync(site.Address + "operator/settlement/import?lang=en");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "bank.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(csv),
        });
        await page.Locator("button[value=preview]").ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private static async Task Shot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TANHENG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    /// <summary>What is on the page between its frame's parts; the frame names the other language.</summary>
    private static string Body(string html) =>
        html.Split("<main", 2)[1].Split("</main>", 2)[0];

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}
