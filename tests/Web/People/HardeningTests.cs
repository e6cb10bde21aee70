using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Rulebook;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.People;

/// <summary>What holds for every page and form.</summary>
[Collection(PeopleSite.Name)]
public sealed class HardeningTests(TestSite site)
{
    [Fact]
    public async Task Every_form_without_a_token_of_the_portal_is_400_whoever_sends_it()
    {
        using var visitor = site.Visitor();
        using var person = await site.SignInAsync("cora");
        var forms = Endpoints("POST").Where(path => !path.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        forms.Count.ShouldBeGreaterThan(20);
        foreach (var path in forms)
        {
            foreach (var browser in new[] { visitor, person })
            {
                using var none = await browser.Client.PostAsync(path, TestBrowser.Form(("name", "x")));
                using var forged = await browser.Client.PostAsync(
                    path, TestBrowser.Form(("__RequestVerificationToken", "forged"), ("name", "x")));
                foreach (var answer in new[] { none, forged })
                {
                    // Whoever may not come there at all is led to the sign-in or told so, and nothing happens either.
                    answer.StatusCode.ShouldBeOneOf(
                        HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.Forbidden);
                    if (answer.StatusCode == HttpStatusCode.Redirect)
                    {
                        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_no_token()
    {
        using var cleo = await site.SignInAsync("cleo");
        using var dora = await site.SignInAsync("dora");
        var html = await cleo.Client.GetStringAsync("/me/sessions");
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var answer = await dora.Client.PostAsync(
            "/me/sessions/end-all", TestBrowser.Form(("__RequestVerificationToken", token)));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<p class=\"code\">400</p>");
        (await dora.ReadAsync("/me")).ShouldContain("Person dora");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/nothing")]
    [InlineData("/probe/failure")]
    [InlineData("/link/unknown")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(path);
        var policy = One(answer, "Content-Security-Policy");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'self'");
        policy.ShouldNotContain("unsafe");
        One(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        One(answer, "Referrer-Policy").ShouldBe("same-origin");
        One(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        One(answer, "Permissions-Policy").ShouldContain("camera=()");
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("this site is not on HTTPS");
    }

    [Fact]
    public async Task On_HTTPS_cookies_are_the_hosts_own_and_browsers_stay_on_it()
    {
        await using var secure = await TestSite.StartAsync(
            portal: new PortalSettings { Limits = RateLimits.None, Https = true, Proxies = [IPAddress.Loopback] });
        await secure.EnterAsync("eda");
        using var eda = secure.Visitor();
        eda.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        eda.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.77");
        using var page = await eda.GetAsync("/sign-in");
        One(page, "Strict-Transport-Security").ShouldContain("max-age=31536000");
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => IsOwn(cookie));

        // The client's own container keeps secure cookies from plain HTTP, so they are carried by hand.
        var token = Regex.Match(
            await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")
            .Groups[1].Value;
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = TestBrowser.Form(
                ("__RequestVerificationToken", token), ("name", "eda"), ("password", TestSite.Password)),
        };
        post.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var first = await eda.Client.SendAsync(post);
        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var set = first.Headers.GetValues("Set-Cookie").Where(cookie => cookie.StartsWith("__Host-tanheng="));
        set.ShouldHaveSingleItem().ShouldSatisfyAllConditions(cookie => IsOwn(cookie).ShouldBeTrue());
        secure.People.SessionsOf("eda").Single().Address.ShouldBe("192.0.2.77");
    }

    [Fact]
    public async Task A_stranger_who_claims_to_be_a_proxy_is_not_believed()
    {
        using var visitor = site.Visitor();
        await site.EnterAsync("fin");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.66");
        using var first = await visitor.PostAsync(
            "/sign-in", "/sign-in", ("name", "fin"), ("password", TestSite.Password));
        site.People.SessionsOf("fin").Single().Address.ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task An_error_tells_nothing_of_its_cause()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync("/probe/failure");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldNotContain("secret detail");
        page.ShouldNotContain("Exception");
        page.ShouldNotContain(" at Tanheng");
    }

    [Fact]
    public async Task What_somebody_signed_in_sees_is_kept_by_no_cache()
    {
        using var gus = await site.SignInAsync("gus");
        foreach (var path in new[] { "/", "/me", "/holdings" })
        {
            using var answer = await gus.GetAsync(path);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task A_form_larger_than_forms_are_is_not_read()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.Client.PostAsync(
            "/sign-in", TestBrowser.Form(("name", new string('x', 2_000_000))));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Beyond_the_limits_the_answer_is_429_and_when_to_come_back()
    {
        await using var limited = await TestSite.StartAsync(portal: new PortalSettings
        {
            Limits = new RateLimits { PerAddress = 60, PerPerson = 25, SignInsPerAddress = 4 },
        });
        using var visitor = limited.Visitor();
        for (var i = 0; i < 4; i++)
        {
            using var tried = await visitor.PostAsync("/sign-in", "/sign-in", ("name", "x"), ("password", "y"));
            tried.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        using var refused = await visitor.PostAsync("/sign-in", "/sign-in", ("name", "x"), ("password", "y"));
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        One(refused, "Content-Security-Policy").ShouldContain("default-src 'none'");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 80; i++)
        {
            using var answer = await visitor.GetAsync(PortalAssets.IconPath);
            answers.Add(answer.StatusCode);
        }

        answers[0].ShouldBe(HttpStatusCode.OK);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task One_person_in_many_browsers_has_one_allowance()
    {
        await using var limited = await TestSite.StartAsync(portal: new PortalSettings
        {
            Limits = new RateLimits { PerAddress = int.MaxValue, PerPerson = 10, SignInsPerAddress = int.MaxValue },
        });
        using var one = await limited.SignInAsync("hugo");
        using var two = await limited.SignInAsync("hugo");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await (i % 2 == 0 ? one : two).GetAsync(PortalAssets.IconPath);
            answers.Add(answer.StatusCode);
        }

        answers.Count(code => code == HttpStatusCode.OK).ShouldBe(10);
        using var visitor = limited.Visitor();
        using var free = await visitor.GetAsync(PortalAssets.IconPath);
        free.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_page_has_styles_or_scripts_of_its_own_that_the_policy_would_forbid()
    {
        await site.EnterAsync("ines", Role.Authority, Role.RegistryOperator);
        using var ines = await site.SignInAsync("ines");
        foreach (var path in new[]
        {
            "/", "/calendar", "/rules", "/holdings", "/journal", "/journal/1", "/compliance", "/me", "/me/password",
            "/me/second-factor", "/me/passkeys", "/me/sessions", "/me/keys", "/confirm", "/operator/people",
            "/operator/people/ines", "/auditor/trail",
        })
        {
            var html = await ines.Client.GetStringAsync(path);
            Regex.Count(html, "\\sstyle=").ShouldBe(0, path);
            Regex.Count(html, "<style").ShouldBe(0, path);
            Regex.Count(html, "\\son[a-z]+=\"").ShouldBe(0, path);
            Regex.Count(html, "<script(?![^>]*(\\ssrc=\"/assets/|type=\"application/json\"))").ShouldBe(0, path);
        }
    }

    [Fact]
    public async Task A_display_name_is_shown_as_text_wherever_it_appears()
    {
        const string evil = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        await site.EnterAsync("jada", Role.Authority, Role.RegistryOperator);
        site.People.Add(new("kate", "h-kate", evil, "kate@example.org", default, "jada"));
        using var jada = await site.SignInAsync("jada");
        var search = "/operator/people?q=" + Uri.EscapeDataString(evil);
        foreach (var path in new[] { "/operator/people?q=kate", "/operator/people/kate", search })
        {
            var html = await jada.Client.GetStringAsync(path);
            html.ShouldNotContain("<script>alert");
            html.ShouldNotContain("<img");
        }
    }

    [Fact]
    public async Task Signing_in_by_a_click_is_there_in_a_demonstration_only()
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.PostAsync("/sign-in", "/demo/sign-in", ("user", "admin"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.ReadAsync("/sign-in")).ShouldNotContain(Words.DemoPeople.Zh);

        await using var demo = await TestSite.StartAsync(
            portal: new PortalSettings { Limits = RateLimits.None, Demo = true });
        using var clicker = demo.Visitor();
        (await clicker.ReadAsync("/sign-in")).ShouldContain(Words.DemoPeople.Zh);
        using var signedIn = await clicker.PostAsync(
            "/sign-in", "/demo/sign-in", ("user", "admin"), ("back", "//evil.example"));
        signedIn.Headers.Location!.OriginalString.ShouldBe("/");
        (await clicker.ReadAsync("/me")).ShouldContain(Words.DemoSession.Zh);
        (await clicker.Client.GetStringAsync("/probe/fresh")).ShouldBe("true");
        demo.Time.Advance(TimeSpan.FromHours(1));
        (await clicker.Client.GetStringAsync("/probe/fresh")).ShouldBe("true");
        using var none = await clicker.PostAsync("/me", "/me/sessions/end-all");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cookie_of_a_demonstration_is_worth_nothing_elsewhere_even_with_the_same_keys()
    {
        await using var demo = await TestSite.StartAsync(
            portal: new PortalSettings { Limits = RateLimits.None, Demo = true });
        using var clicker = demo.Visitor();
        using var signedIn = await clicker.PostAsync("/sign-in", "/demo/sign-in", ("user", "admin"));
        foreach (var (i, xml) in demo.People.ProtectionKeys().Index())
        {
            site.People.AddProtectionKey($"copied-{i}", xml);
        }

        using var thief = site.Visitor();
        thief.Cookies.Add(site.Address, new Cookie("tanheng", clicker.Cookie("tanheng"), "/"));
        using var answer = await thief.GetAsync("/me");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static bool IsOwn(string cookie) =>
        cookie.StartsWith("__Host-", StringComparison.Ordinal)
        && cookie.Contains("; path=/", StringComparison.OrdinalIgnoreCase)
        && cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)
        && cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase)
        && cookie.Contains("; samesite=", StringComparison.OrdinalIgnoreCase)
        && !cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase);

    private static string One(HttpResponseMessage answer, string header) =>
        answer.Headers.GetValues(header).ShouldHaveSingleItem();

    private IEnumerable<string> Endpoints(string method) => site.Services.GetRequiredService<EndpointDataSource>()
        .Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
        .Select(endpoint => Regex.Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), @"\{[^}]*\}", "1"))
        .Distinct();
}
