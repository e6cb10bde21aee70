using System.Net;
using System.Text.RegularExpressions;

namespace Tanheng.Web.Tests;

/// <summary>Each desk is for those who hold its office, whole in both languages.</summary>
[Collection(DesksSiteTests.Name)]
public sealed class DesksAccessTests(DesksSite site)
{
    private static readonly (string Person, string[] Pages)[] Desks =
    [
        ("verifier-1", ["/verifier", "/verifier?status=Accepted&year=2022", "/verifier/reports/1/2022"]),
        ("authority-a",
        [
            "/authority", "/authority?kind=case", "/authority/coverage", "/authority/coverage/2022",
            "/authority/allocation", "/authority/allocation/2022?stage=final", "/authority/allocation/2022?view=units",
            "/authority/allocation/2022?stage=pre-allocation&basis=2021", "/authority/allocation/2022/2?stage=final",
            "/authority/compliance", "/authority/compliance/2022", "/authority/compliance/2022?status=Short",
            "/authority/cases", "/authority/cases/1", "/authority/reports", "/authority/reports/2/2021",
            "/authority/at", "/authority/at?moment=2023-12-31T23:59", "/authority/at?moment=odd",
        ]),
        ("registrar-a",
        [
            "/operator", "/operator/accounts", "/operator/accounts?status=Active&q=P0", "/operator/holders",
            "/operator/holders/1", "/operator/representatives", "/operator/transfers", "/operator/reconciliation",
        ]),
        ("auditor-1",
        [
            "/auditor", "/auditor/compare", "/auditor/compare?from=2023-12-01T00:00&to=2024-01-01T00:00",
            "/auditor/search", "/auditor/search?actor=authority-a&command=open-case", "/auditor/compare?from=x&to=y",
        ]),
    ];

    private static readonly (string Person, string[] Files)[] Files =
    [
        ("verifier-1", ["/verifier/reports.csv"]),
        ("authority-a",
        [
            "/authority/work.csv", "/authority/coverage/2022.csv", "/authority/allocation/2022.csv",
            "/authority/allocation/2022/units.csv", "/authority/compliance/2022.csv", "/authority/cases.csv",
            "/authority/freezes.csv", "/authority/reports.csv", "/authority/at.csv?moment=2023-12-31T23:59",
        ]),
        ("registrar-a",
        [
            "/operator/work.csv", "/operator/accounts.csv", "/operator/holders.csv", "/operator/representatives.csv",
            "/operator/transfers.csv", "/operator/reconciliation.csv",
        ]),
        ("auditor-1", ["/auditor/compare.csv?from=2023-12-01T00:00&to=2024-01-01T00:00", "/auditor/journal.jsonl"]),
    ];

    [Fact]
    public async Task Those_who_hold_the_office_see_its_pages_in_both_languages()
    {
        foreach (var (person, pages) in Desks)
        {
            using var browser = await site.BrowserOf(person);
            foreach (var path in pages.SelectMany(page =>
                new[] { page, page + (page.Contains('?') ? "&" : "?") + "lang=en" }))
            {
                var html = await browser.ReadAsync(path);
                Regex.Count(html, "<h1").ShouldBe(1, path);
                html.ShouldContain("</html>", Case.Sensitive, path);
            }
        }
    }

    /// <summary>A question is put to the market on another thread than the request's.</summary>
    [Fact]
    public async Task Many_readers_at_once_all_get_their_pages()
    {
        var readers = Desks.SelectMany(desk => Enumerable.Range(0, 4).Select(async _ =>
        {
            using var browser = await site.BrowserOf(desk.Person);
            foreach (var path in desk.Pages)
            {
                using var answer = await browser.GetAsync(path);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            }
        }));
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Nobody_signed_in_is_led_to_the_sign_in()
    {
        using var visitor = await site.BrowserOf(null);
        foreach (var path in Desks.SelectMany(desk => desk.Pages).Concat(Files.SelectMany(desk => desk.Files)))
        {
            using var answer = await visitor.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
            answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
        }
    }

    [Fact]
    public async Task Whoever_does_not_hold_the_office_gets_403_and_no_content()
    {
        string[] people = ["verifier-1", "authority-a", "registrar-a", "auditor-1", "exchange", "P01-a"];
        foreach (var wrong in people)
        {
            using var browser = await site.BrowserOf(wrong);
            foreach (var path in Desks.Where(desk => !Holds(wrong, desk.Person)).SelectMany(desk => desk.Pages)
                .Concat(Files.Where(desk => !Holds(wrong, desk.Person)).SelectMany(desk => desk.Files)))
            {
                using var answer = await browser.GetAsync(path);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, wrong + " " + path);
                var html = await answer.Content.ReadAsStringAsync();
                // Above it a demonstration lists everybody whom a visitor may be.
                html[html.IndexOf("<main", StringComparison.Ordinal)..].ShouldNotContain("青山发电");
            }
        }
    }

    /// <summary>Who founded the market is its authority and its first operator.</summary>
    private static bool Holds(string person, string office) =>
        person == office || (person, office) is ("authority-a", "registrar-a");

    [Fact]
    public async Task What_is_not_there_is_404()
    {
        (string Person, string Path)[] wrong =
        [
            ("verifier-1", "/verifier/reports/9999/2022"), ("authority-a", "/authority/coverage/1999"),
            ("authority-a", "/authority/allocation/odd"), ("authority-a", "/authority/allocation/2022/9999"),
            ("authority-a", "/authority/compliance/1999"), ("authority-a", "/authority/cases/9999"),
            ("authority-a", "/authority/freezes/9999"), ("authority-a", "/authority/reports/9999/2022"),
            ("registrar-a", "/operator/accounts/9999999"), ("registrar-a", "/operator/accounts/1"),
            ("registrar-a", "/operator/holders/9999"),
        ];
        foreach (var (person, path) in wrong)
        {
            using var browser = await site.BrowserOf(person);
            using var answer = await browser.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task A_verifier_sees_the_reports_of_their_own_body_only()
    {
        using var browser = await site.BrowserOf("verifier-1");
        var mine = await site.Read(state => state.Mrv.Reports.Values
            .Where(report => state.Mrv.Bodies[report.Verifier!].Staff.Contains(new Scheme.UserId("verifier-1")))
            .Select(report => (report.Holder.Value, report.Year)).ToHashSet());
        var all = await site.Read(state => state.Mrv.Reports.Keys.Select(key => (key.Holder.Value, key.Year)).ToList());
        var rows = await site.CsvOf("verifier-1", "/verifier/reports.csv");
        rows.Count.ShouldBe(mine.Count);
        foreach (var (holder, year) in all)
        {
            using var answer = await browser.GetAsync($"/verifier/reports/{holder}/{year}");
            answer.StatusCode.ShouldBe(mine.Contains((holder, year)) ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }
    }
}
