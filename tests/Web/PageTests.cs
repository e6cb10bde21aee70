using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>What every page answers: both languages, codes, headers, sizes.</summary>
[Collection(PortalSiteTests.Name)]
public sealed partial class PageTests(PortalSite site)
{
    [Fact]
    public async Task Every_page_answers_in_Chinese_and_in_English()
    {
        using var visitor = await site.SignedIn(PortalSite.Auditor);
        foreach (var path in site.Pages())
        {
            foreach (var language in new[] { "zh", "en" })
            {
                using var answer = await visitor.GetAsync(With(path, language));
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, path + " " + language);
                var html = await answer.Content.ReadAsStringAsync();
                html.ShouldContain(language == "en" ? "<html lang=\"en\">" : "<html lang=\"zh-CN\">");
                html.ShouldContain("<title>", Case.Sensitive, path);
                Regex.Count(html, "<h1").ShouldBe(1, path);
            }
        }
    }

    [Fact]
    public async Task English_pages_hold_no_Chinese_but_titles_of_laws()
    {
        using var visitor = await site.SignedIn(PortalSite.Auditor);
        var left = new SortedSet<string>(StringComparer.Ordinal);
        // A row's page shows the journal's own text.
        foreach (var path in site.Pages().Where(path => !path.StartsWith("/journal/", StringComparison.Ordinal)))
        {
            var html = await visitor.GetStringAsync(With(path, "en"));
            foreach (var text in Texts(html).Where(text => text.Any(IsChinese) && !IsSource(text)))
            {
                left.Add(path.Split('?')[0] + ": " + text);
            }
        }

        left.ShouldBeEmpty();
    }

    /// <summary>A person of the demonstration, whose name is an English word.</summary>
    private const string ExchangeOperator = "exchange";

    [Fact]
    public async Task Chinese_pages_hold_no_word_that_has_a_Chinese_form()
    {
        using var visitor = await site.SignedIn(PortalSite.Auditor);
        var english = typeof(Words).GetFields().Select(field => field.GetValue(null)).OfType<Quantities.Text>()
            .Where(text => text.En != text.Zh && !text.En.Any(IsChinese)).Select(text => text.En)
            .Except([Words.OtherLanguage.Zh, Words.Product.En])
            .Concat(["Unverified", "InForce", "Draft", "Free", "Frozen", "Registry"])
            .Concat(["Trading", "Custody", "MetLate", "power"])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var left = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in site.Pages().Where(path => !path.StartsWith("/journal/", StringComparison.Ordinal)))
        {
            var html = await visitor.GetStringAsync(With(path, "zh"));
            left.UnionWith(Texts(html).SelectMany(text => text.Split('·', StringSplitOptions.TrimEntries))
                .Where(text => english.Contains(text) && text != ExchangeOperator && !IsUnitOfMethod(path, text))
                .Select(text => path.Split('?')[0] + ": " + text));
        }

        left.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_language_of_an_address_is_kept_on_the_pages_behind_it()
    {
        using var visitor = site.Visitor();
        (await visitor.GetStringAsync("/")).ShouldContain("<html lang=\"zh-CN\">");
        _ = await visitor.GetStringAsync("/rules?lang=en");
        (await visitor.GetStringAsync("/")).ShouldContain("<html lang=\"en\">");
        (await visitor.GetStringAsync("/rules?lang=fr")).ShouldContain("<html lang=\"en\">");
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/entities/999")]
    [InlineData("/entities/0")]
    [InlineData("/entities/abc")]
    [InlineData("/journal/999999")]
    [InlineData("/journal/0")]
    [InlineData("/compliance/abc")]
    [InlineData("/assets/tanheng.css")]
    public async Task What_is_not_there_is_404_and_says_so_in_both_languages(string path)
    {
        using var visitor = await site.SignedIn(PortalSite.Auditor);
        using var zh = await visitor.GetAsync(path);
        zh.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Shown(await zh.Content.ReadAsStringAsync()).ShouldContain(Words.ProblemHint(404).Zh);
        using var en = await visitor.GetAsync(With(path, "en"));
        en.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Shown(await en.Content.ReadAsStringAsync()).ShouldContain(Words.ProblemHint(404).En);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/statistics")]
    [InlineData("/nothing")]
    public async Task Pages_carry_headers_that_forbid_foreign_and_inline_scripts_and_frames(string path)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("form-action 'self'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        policy.ShouldNotContain("unsafe");
        var html = await answer.Content.ReadAsStringAsync();
        Script().Matches(html).Select(match => match.Value).ShouldNotBeEmpty();
        Script().Matches(html).ShouldAllBe(match => match.Value.Contains("src=\"/assets/")
            || match.Value.Contains("type=\"application/json\""));
        Inline().Matches(html).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_language_that_was_chosen_is_remembered()
    {
        using var visitor = site.Visitor();
        using var chosen = await visitor.GetAsync("/language?to=en&back=%2Fcompliance%2F2022%3Fstatus%3DShort");
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        chosen.Headers.Location!.OriginalString.ShouldBe("/compliance/2022?status=Short");
        var cookie = chosen.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("=en");
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        (await visitor.GetStringAsync("/")).ShouldContain("<html lang=\"en\">");
        (await visitor.GetAsync("/language?to=klingon&back=/")).Dispose();
        (await visitor.GetStringAsync("/")).ShouldContain("<html lang=\"zh-CN\">");
    }

    [Theory]
    [InlineData("//evil")]
    [InlineData("/\\evil")]
    [InlineData("https://evil")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil")]
    [InlineData("/%09/evil")]
    [InlineData("")]
    public async Task A_way_back_to_another_site_is_not_taken(string back)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync("/language?to=en&back=" + Uri.EscapeDataString(back));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var target = new Uri(site.Address, answer.Headers.Location!.OriginalString);
        target.Authority.ShouldBe(site.Address.Authority);
        target.Scheme.ShouldBe("http");
    }

    [Fact]
    public async Task A_first_visit_takes_less_than_60_kB()
    {
        using var visitor = site.Visitor(unpack: false);
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        foreach (var path in new[] { "/", "/calendar", "/disclosure/compliance", "/journal", "/rules", "/statistics" })
        {
            using var page = await visitor.GetAsync(path);
            page.Content.Headers.ContentEncoding.ShouldHaveSingleItem(path).ShouldBeOneOf("br", "gzip");
            var total = (await page.Content.ReadAsByteArrayAsync()).Length
                + (await visitor.GetByteArrayAsync(PortalAssets.StylePath)).Length
                + (await visitor.GetByteArrayAsync(PortalAssets.ScriptPath)).Length
                + (await visitor.GetByteArrayAsync(PortalAssets.IconPath)).Length;
            total.ShouldBeLessThan(60_000, path);
        }
    }

    [Fact]
    public async Task Style_scripts_and_icon_may_be_kept_for_a_year()
    {
        using var visitor = site.Visitor();
        foreach (var path in new[]
        {
            PortalAssets.StylePath, PortalAssets.ScriptPath, PortalAssets.ChartsPath, PortalAssets.IconPath,
        })
        {
            using var answer = await visitor.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        }
    }

    [Fact]
    public async Task What_visitors_type_is_shown_as_text()
    {
        using var visitor = await site.SignedIn(PortalSite.Auditor);
        const string query = "/compliance/2022?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&status=%3Cu%3E";
        var html = await visitor.GetStringAsync(query);
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<u>");
    }

    [Fact]
    public async Task Figures_of_the_story_stand_on_their_pages()
    {
        using var visitor = await site.SignedIn(PortalSite.Auditor);
        var id = site.State.Registry.HolderCodes["91420000MA0000015A"].Value;
        var entity = await visitor.GetStringAsync($"/entities/{id}?period=2022&lang=en");
        // 3,000,000 MWh × 0.8177 × 1.0102 = 2,478,121.62
        entity.ShouldContain("2,478,121 t");
        entity.ShouldContain("0.8177");
        var short2022 = await visitor.GetStringAsync("/compliance/2022?status=Short&lang=en");
        short2022.ShouldContain("Pingchuan Power Co.");
        short2022.ShouldContain("10,000");
        Content(short2022).ShouldNotContain("Qingshan Power Co.");
        var searched = Shown(await visitor.GetStringAsync("/compliance/2022?lang=zh&q=" + Uri.EscapeDataString("云溪")));
        searched.ShouldContain("云溪发电有限公司");
        Content(searched).ShouldNotContain("青山发电有限公司");
    }

    /// <summary>Beside the inputs of a method stand the symbols of their units.</summary>
    private static bool IsUnitOfMethod(string path, string text) =>
        text == Words.Tonne.En && path.StartsWith("/methods/", StringComparison.Ordinal);

    private static string With(string path, string language) =>
        path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language;

    /// <summary>The page's source with letters in place of their numbers.</summary>
    private static string Shown(string html) => WebUtility.HtmlDecode(html);

    /// <summary>The page without the frame: the bar of the demonstration names everybody.</summary>
    private static string Content(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..];

    private static IEnumerable<string> Texts(string html) => Tag().Split(Hidden().Replace(html, ""))
        .Select(text => WebUtility.HtmlDecode(text).Trim()).Where(text => text.Length > 0);

    private static bool IsChinese(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    /// <summary>Titles of laws are cited as published; the brand and the way to the other language stay.</summary>
    private static bool IsSource(string text) => text is "碳衡" or "中文"
        || text.Contains('《', StringComparison.Ordinal) || text.Contains('〔', StringComparison.Ordinal)
        || SourceWords().IsMatch(text);

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    /// <summary>A style or a handler in an attribute, or a sheet in the page.</summary>
    [GeneratedRegex("<[^>]* (style|on[a-z]+)=|<style")]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<script.*?</script>|<code.*?</code>|<cite.*?</cite>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("指南|办法|通知|方案|条例|指令|规则|要求|公告")]
    private static partial Regex SourceWords();
}
