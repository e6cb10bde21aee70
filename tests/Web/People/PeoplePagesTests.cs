using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Engine.People;
using Tanheng.Rulebook;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests.People;

/// <summary>The pages of signing in and of people, in both languages.</summary>
[Collection(PeopleSite.Name)]
public sealed partial class PeoplePagesTests(TestSite site)
{
    [Fact]
    public async Task Every_page_has_a_heading_and_is_complete_in_both_languages()
    {
        const string secret = "some-secret-of-a-link";
        await site.EnterAsync("lena", Role.Authority, Role.RegistryOperator);
        site.People.Add(new Person("page.invited", "h-page", "New Person", "new@example.org", default, "lena"));
        var now = site.Time.GetUtcNow();
        site.People.AddLink(new OneTimeLink(
            Secrets.Hash(secret), "page.invited", LinkPurpose.Invitation, "lena", now, now.AddDays(1)));
        using var visitor = site.Visitor();
        using var lena = await site.SignInAsync("lena");
        using var half = site.Visitor();
        using var first = await half.PostAsync(
            "/sign-in", "/sign-in", ("name", "lena"), ("password", TestSite.Password));
        await Check(visitor, "/sign-in", "/link/" + secret);
        await Check(half, "/sign-in/second");
        await Check(
            lena,
            "/me",
            "/me/password",
            "/me/second-factor",
            "/me/passkeys",
            "/me/sessions",
            "/me/keys",
            "/confirm",
            "/operator/people?q=page.",
            "/operator/people?state=Invited&q=page",
            "/operator/people/page.invited",
            "/auditor/trail");
        using var missing = await lena.GetAsync("/operator/people/nobody-of-that-name");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task Check(TestBrowser browser, params string[] pages)
    {
        foreach (var page in pages)
        {
            foreach (var language in new[] { "zh", "en" })
            {
                var question = page.Contains('?', StringComparison.Ordinal) ? "&" : "?";
                var html = await browser.ReadAsync($"{page}{question}lang={language}");
                html.ShouldContain(
                    language == "en" ? "<html lang=\"en\"" : "<html lang=\"zh-CN\"", Case.Sensitive, page);
                Regex.Count(html, "<h1").ShouldBe(1, page);
                if (language == "en")
                {
                    Chinese().Matches(MainPart().Match(html).Value).Select(match => match.Value)
                        .ShouldBeEmpty($"{page} in English");
                }
            }
        }
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();
}
