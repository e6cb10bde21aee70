using System.Net;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests.People;

/// <summary>Signing in with password and code: what lets in, what does not, and what is told.</summary>
[Collection(PeopleSite.Name)]
public sealed class SignInTests(TestSite site)
{
    [Fact]
    public async Task Password_and_code_sign_in_and_lead_back()
    {
        await site.EnterAsync("ann");
        using var ann = site.Visitor();
        using var asked = await ann.GetAsync("/me/sessions");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        asked.Headers.Location!.OriginalString.ShouldEndWith("/sign-in?back=%2Fme%2Fsessions");

        using var first = await ann.PostAsync(
            "/sign-in?back=%2Fme%2Fsessions",
            "/sign-in",
            ("name", "ANN"),
            ("password", TestSite.Password),
            ("back", "/me/sessions"));
        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var second = first.Headers.Location!.OriginalString;
        second.ShouldBe("/sign-in/second?back=%2Fme%2Fsessions");
        using var done = await ann.PostAsync(
            second, "/sign-in/second", ("code", site.NextCode("ann")), ("back", "/me/sessions"));
        done.Headers.Location!.OriginalString.ShouldBe("/me/sessions");
        (await ann.ReadAsync("/me")).ShouldContain("Person ann");
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        await site.EnterAsync("bea");
        using var bea = site.Visitor();
        using var first = await bea.PostAsync(
            "/sign-in", "/sign-in", ("name", "bea"), ("password", TestSite.Password));
        foreach (var page in new[] { "/me", "/me/keys", "/confirm", "/api/probe", "/operator/people" })
        {
            using var answer = await bea.GetAsync(page);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
        }

        // Steps cannot be left out: nothing is chosen or enrolled at this stage.
        foreach (var step in new[] { "/sign-in/password", "/sign-in/enrol" })
        {
            using var answer = await bea.PostAsync(
                "/sign-in/second",
                step,
                ("password", "another kettle 99 canyon"),
                ("repeated", "another kettle 99 canyon"));
            answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        }

        using var still = await bea.GetAsync("/me");
        still.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_does_not_exist_is_answered_like_a_wrong_password()
    {
        await site.EnterAsync("cat");
        await site.EnterAsync("cid");
        site.People.Suspend("cid", site.Time.GetUtcNow());
        var answers = new List<string>();
        foreach (var (name, password) in new[]
        {
            ("cat", "wrong"), ("nobody-at-all", "wrong"), ("cid", TestSite.Password), ("", ""),
            ("nobody-at-all", TestSite.Password), (new string('x', 5000), "wrong"), ("cat", new string('x', 5000)),
        })
        {
            using var browser = site.Visitor();
            using var answer = await browser.PostAsync("/sign-in", "/sign-in", ("name", name), ("password", password));
            var page = await browser.ReadAsync(answer.Headers.Location!.OriginalString);
            var names = answer.Headers.Select(header => header.Key).Except(["Date"]).Order();
            answers.Add($"{answer.StatusCode} {string.Join(',', names)} {answer.Headers.Location} {Alert(page)}");
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldContain(
            PeopleRefusals.SignInFailed.With(("failures", 5), ("minutes", 15)).Message("zh"));
    }

    [Fact]
    public async Task Five_failures_lock_for_15_minutes_and_the_right_password_is_answered_like_a_wrong_one()
    {
        await site.EnterAsync("dan");
        using var dan = site.Visitor();
        for (var i = 0; i < 5; i++)
        {
            site.People.Find("dan")!.LockedUntil.ShouldBeNull();
            (await TryAsync(dan, "dan", "wrong")).ShouldBe("/sign-in");
        }

        site.People.Find("dan")!.LockedUntil!.Value.ShouldBe(
            site.Time.GetUtcNow().AddMinutes(15), TimeSpan.FromSeconds(1));
        (await TryAsync(dan, "dan", TestSite.Password)).ShouldBe("/sign-in");
        site.Time.Advance(TimeSpan.FromMinutes(14));
        (await TryAsync(dan, "dan", TestSite.Password)).ShouldBe("/sign-in");
        site.Time.Advance(TimeSpan.FromMinutes(2));
        (await TryAsync(dan, "dan", TestSite.Password)).ShouldBe("/sign-in/second");
        Outcomes("dan").ShouldContain("lock done");
    }

    [Fact]
    public async Task A_right_password_does_not_forgive_wrong_codes()
    {
        await site.EnterAsync("eve");
        using var eve = site.Visitor();
        for (var i = 0; i < 5; i++)
        {
            (await TryAsync(eve, "eve", TestSite.Password)).ShouldBe("/sign-in/second");
            using var wrong = await eve.PostAsync("/sign-in/second", "/sign-in/second", ("code", "000000"));
        }

        site.People.Find("eve")!.LockedUntil.ShouldNotBeNull();
        using var right = await eve.PostAsync("/sign-in/second", "/sign-in/second", ("code", site.NextCode("eve")));
        right.Headers.Location!.OriginalString.ShouldBe("/sign-in/second");
    }

    [Fact]
    public async Task Two_failures_within_a_second_lock_a_program_out_for_a_minute()
    {
        await using var strict = await TestSite.StartAsync(new PeopleSettings { HashIterations = 1000 });
        await strict.EnterAsync("fay");
        using var fay = strict.Visitor();
        await TryAsync(fay, "fay", "wrong");
        strict.Time.Advance(TimeSpan.FromMilliseconds(900));
        await TryAsync(fay, "fay", "wrong");
        (await TryAsync(fay, "fay", TestSite.Password)).ShouldBe("/sign-in");
        strict.Time.Advance(TimeSpan.FromSeconds(61));
        (await TryAsync(fay, "fay", TestSite.Password)).ShouldBe("/sign-in/second");
    }

    [Fact]
    public async Task A_code_is_accepted_once_even_in_another_browser()
    {
        await site.EnterAsync("gil");
        var code = site.NextCode("gil");
        using var gil = site.Visitor();
        using var thief = site.Visitor();
        await TryAsync(gil, "gil", TestSite.Password);
        await TryAsync(thief, "gil", TestSite.Password);
        using var first = await gil.PostAsync("/sign-in/second", "/sign-in/second", ("code", code));
        first.Headers.Location!.OriginalString.ShouldBe("/");
        using var replay = await thief.PostAsync("/sign-in/second", "/sign-in/second", ("code", code));
        replay.Headers.Location!.OriginalString.ShouldBe("/sign-in/second");
        (await thief.ReadAsync("/sign-in/second")).ShouldContain(
            PeopleRefusals.CodeRefused.With(("failures", 5), ("minutes", 15)).Message("zh"));
        using var confirm = await gil.PostAsync("/confirm", "/confirm", ("code", code));
        confirm.Headers.Location!.OriginalString.ShouldBe("/confirm");
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        var person = await site.EnterAsync("hal");
        site.People.SetRecoveryCodes(person.Name, [Secrets.Hash("ABCDEFGHJK"), Secrets.Hash("MNPQRSTUVW")]);
        using var hal = site.Visitor();
        await TryAsync(hal, "hal", TestSite.Password);
        using var used = await hal.PostAsync("/sign-in/second", "/sign-in/recovery", ("code", "abcde-fghjk"));
        used.Headers.Location!.OriginalString.ShouldBe("/");
        site.People.RecoveryCodesLeft("hal").ShouldBe(1);

        using var again = site.Visitor();
        await TryAsync(again, "hal", TestSite.Password);
        using var refused = await again.PostAsync("/sign-in/second", "/sign-in/recovery", ("code", "ABCDE-FGHJK"));
        refused.Headers.Location!.OriginalString.ShouldBe("/sign-in/second");
    }

    [Fact]
    public async Task A_password_that_was_leaked_since_must_be_changed_before_anything_else()
    {
        var person = await site.EnterAsync("ian");
        var hasher = site.Services.GetService(typeof(Microsoft.AspNetCore.Identity.IPasswordHasher<Person>))
            as Microsoft.AspNetCore.Identity.IPasswordHasher<Person>;
        site.People.SetPassword("ian", hasher!.HashPassword(person, "password1234"), mustChange: false);
        using var ian = site.Visitor();
        (await TryAsync(ian, "ian", "password1234")).ShouldBe("/sign-in/second");
        using var second = await ian.PostAsync("/sign-in/second", "/sign-in/second", ("code", site.NextCode("ian")));
        second.Headers.Location!.OriginalString.ShouldBe("/sign-in/password");
        using var closed = await ian.GetAsync("/me");
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var done = await ian.PostAsync(
            "/sign-in/password",
            "/sign-in/password",
            ("password", TestSite.Password),
            ("repeated", TestSite.Password));
        done.Headers.Location!.OriginalString.ShouldBe("/");
        (await ian.ReadAsync("/me")).ShouldContain("Person ian");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    public async Task The_way_back_never_leads_to_another_site(string back)
    {
        var name = "jo" + Guid.NewGuid().ToString("n")[..8];
        await site.EnterAsync(name);
        using var browser = site.Visitor();
        using var first = await browser.PostAsync(
            "/sign-in", "/sign-in", ("name", name), ("password", TestSite.Password), ("back", back));
        first.Headers.Location!.OriginalString.ShouldBe("/sign-in/second");
        using var second = await browser.PostAsync(
            "/sign-in/second", "/sign-in/second", ("code", site.NextCode(name)), ("back", back));
        second.Headers.Location!.OriginalString.ShouldBe("/");
        using var confirmed = await browser.PostAsync(
            "/confirm", "/confirm", ("code", site.NextCode(name)), ("back", back));
        confirmed.Headers.Location!.OriginalString.ShouldBe("/");
        using var page = await browser.GetAsync("/sign-in?back=" + Uri.EscapeDataString(back));
        page.Headers.Location!.OriginalString.ShouldBe("/");
    }

    private static async Task<string> TryAsync(TestBrowser browser, string name, string password)
    {
        using var answer = await browser.PostAsync("/sign-in", "/sign-in", ("name", name), ("password", password));
        return answer.Headers.Location!.OriginalString;
    }

    private static string Alert(string page) => page.Split("role=\"alert\">")[1].Split("</p>")[0].Trim();

    private IEnumerable<string> Outcomes(string name) =>
        site.People.Entries(new AuditQuery(Who: name)).Select(entry => entry.What + " " + entry.Outcome);
}
