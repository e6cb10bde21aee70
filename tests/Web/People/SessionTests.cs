using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests.People;

/// <summary>Sessions live in the store: a cookie by itself is worth nothing.</summary>
[Collection(PeopleSite.Name)]
public sealed class SessionTests(TestSite site)
{
    [Fact]
    public async Task A_stolen_cookie_is_dead_after_signing_out_everywhere()
    {
        using var li = await site.SignInAsync("sara");
        using var thief = li.Copy();
        (await thief.ReadAsync("/me")).ShouldContain("Person sara");
        using var ended = await li.PostAsync("/me/sessions", "/me/sessions/end-all");
        ended.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await IsIn(thief)).ShouldBeFalse();
        (await IsIn(li)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stolen_cookie_is_dead_after_signing_out()
    {
        using var sue = await site.SignInAsync("sue");
        using var thief = sue.Copy();
        using var left = await sue.PostAsync("/me", "/sign-out");
        (await IsIn(thief)).ShouldBeFalse();
        sue.Cookie("tanheng").ShouldBeNull();
    }

    [Fact]
    public async Task One_session_of_several_is_ended_from_another()
    {
        using var here = await site.SignInAsync("sid");
        using var there = await site.SignInAsync("sid");
        var page = await here.ReadAsync("/me/sessions");
        var ids = Regex.Matches(page, "name=\"id\" value=\"([0-9a-f]{64})\"").Select(match => match.Groups[1].Value);
        ids.Count().ShouldBe(2);
        var other = site.People.SessionsOf("sid").Single(session => !IsThis(page, session.Id)).Id;
        using var ended = await here.PostAsync("/me/sessions", "/me/sessions/end", ("id", other));
        (await IsIn(there)).ShouldBeFalse();
        (await IsIn(here)).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        using var sam = await site.SignInAsync("sam");
        using var sol = await site.SignInAsync("sol");
        var id = site.People.SessionsOf("sam").Single().Id;
        using var tried = await sol.PostAsync("/me/sessions", "/me/sessions/end", ("id", id));
        (await IsIn(sam)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_gives_this_one_a_new_cookie()
    {
        using var here = await site.SignInAsync("sky");
        using var there = await site.SignInAsync("sky");
        using var copied = here.Copy();
        using var changed = await here.PostAsync(
            "/me/password",
            "/me/password",
            ("present", TestSite.Password),
            ("password", "lantern gravel 88 otter"),
            ("repeated", "lantern gravel 88 otter"));
        changed.Headers.Location!.OriginalString.ShouldBe("/me/password");
        (await IsIn(here)).ShouldBeTrue();
        (await IsIn(there)).ShouldBeFalse();
        (await IsIn(copied)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("wrong", "lantern gravel 88 otter", "lantern gravel 88 otter", "TH9611")]
    [InlineData(TestSite.Password, "lantern gravel 88 otter", "lantern gravel 88 adder", "TH9610")]
    [InlineData(TestSite.Password, "password1234", "password1234", "TH9607")]
    [InlineData(TestSite.Password, "my steve rides 8 kayaks", "my steve rides 8 kayaks", "TH9608")]
    [InlineData(TestSite.Password, TestSite.Password, TestSite.Password, "TH9609")]
    [InlineData(TestSite.Password, "short", "short", "TH9606")]
    public async Task A_password_that_does_not_hold_to_the_rules_changes_nothing(
        string present, string password, string repeated, string refusal)
    {
        if (site.People.Find("steve") is null)
        {
            await site.EnterAsync("steve");
        }

        site.People.ClearFailures("steve");
        using var steve = await site.SignInAsync("steve");
        var before = site.People.Find("steve")!.PasswordHash;
        var page = await steve.SubmitAsync(
            "/me/password", "/me/password", ("present", present), ("password", password), ("repeated", repeated));
        site.People.Find("steve")!.PasswordHash.ShouldBe(before);
        page.ShouldContain(RefusalNamed(refusal).Zh.Split('{')[0]);
    }

    [Fact]
    public async Task Suspension_ends_a_session_in_the_middle_of_it()
    {
        using var pia = await site.SignInAsync("pia");
        site.People.Suspend("pia", site.Time.GetUtcNow());
        (await IsIn(pia)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_use_and_after_twelve_hours_in_any_case()
    {
        using var idle = await site.SignInAsync("tia");
        site.Time.Advance(TimeSpan.FromMinutes(29));
        (await IsIn(idle)).ShouldBeTrue();
        site.Time.Advance(TimeSpan.FromMinutes(31));
        (await IsIn(idle)).ShouldBeFalse();

        using var busy = await site.SignInAsync("tia");
        for (var i = 0; i < 26; i++)
        {
            (await IsIn(busy)).ShouldBeTrue($"after {i * 27} minutes");
            site.Time.Advance(TimeSpan.FromMinutes(27));
        }

        for (var i = 0; i < 2; i++)
        {
            site.Time.Advance(TimeSpan.FromMinutes(20));
            await IsIn(busy);
        }

        (await IsIn(busy)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_sixth_session_ends_the_one_that_was_used_longest_ago()
    {
        using var first = await site.SignInAsync("uma");
        for (var i = 0; i < 4; i++)
        {
            site.Time.Advance(TimeSpan.FromMinutes(1));
            (await site.SignInAsync("uma")).Dispose();
        }

        (await IsIn(first)).ShouldBeTrue();
        site.Time.Advance(TimeSpan.FromMinutes(2));
        (await site.SignInAsync("uma")).Dispose();
        site.Time.Advance(TimeSpan.FromMinutes(2));
        (await IsIn(first)).ShouldBeTrue("it was used in between");
        site.People.SessionsOf("uma").Count.ShouldBe(site.Settings.SessionsPerPerson);
    }

    [Fact]
    public async Task Each_step_of_signing_in_has_a_new_cookie()
    {
        await site.EnterAsync("val");
        using var val = site.Visitor();
        using var planted = await val.PostAsync(
            "/sign-in", "/sign-in", ("name", "val"), ("password", TestSite.Password));
        var half = val.Cookie("tanheng").ShouldNotBeNull();
        using var copied = val.Copy();
        using var second = await val.PostAsync("/sign-in/second", "/sign-in/second", ("code", site.NextCode("val")));
        val.Cookie("tanheng").ShouldNotBe(half);
        (await IsIn(val)).ShouldBeTrue();
        (await IsIn(copied)).ShouldBeFalse();
        using var late = await copied.GetAsync("/sign-in/second");
        late.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task The_cookie_holds_no_name_and_its_secret_is_not_in_the_store()
    {
        using var wes = await site.SignInAsync("wes");
        var cookie = wes.Cookie("tanheng").ShouldNotBeNull();
        var id = site.People.SessionsOf("wes").Single().Id;
        cookie.ShouldNotContain(id);
        id.ShouldMatch("^[0-9a-f]{64}$");
        site.People.FindSession(cookie).ShouldBeNull();
    }

    [Fact]
    public async Task A_confirmation_is_fresh_for_ten_minutes_and_may_be_renewed()
    {
        using var xia = await site.SignInAsync("xia");
        (await Fresh(xia)).ShouldBe("true");
        site.Time.Advance(TimeSpan.FromMinutes(10));
        (await Fresh(xia)).ShouldBe("false");
        using var again = await xia.PostAsync(
            "/confirm?back=%2Fme%2Fkeys", "/confirm", ("code", site.NextCode("xia")), ("back", "/me/keys"));
        again.Headers.Location!.OriginalString.ShouldBe("/me/keys");
        (await Fresh(xia)).ShouldBe("true");
        using var visitor = site.Visitor();
        (await Fresh(visitor)).ShouldBe("false");
        site.People.Entries(new AuditQuery(Who: "xia", What: "confirm")).Single().Outcome.ShouldBe("done");
    }

    internal static RefusalCode RefusalNamed(string text) => typeof(PeopleRefusals)
        .GetFields().Select(field => (RefusalCode)field.GetValue(null)!)
        .Single(code => text == "TH" + code.Number);

    private static async Task<bool> IsIn(TestBrowser browser)
    {
        using var answer = await browser.GetAsync("/me");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<string> Fresh(TestBrowser browser) => await browser.Client.GetStringAsync("/probe/fresh");

    /// <summary>Whether the row of a session is marked as this browser's.</summary>
    private static bool IsThis(string page, string id)
    {
        var row = page.Split("<tr>").Single(part => part.Contains(id, StringComparison.Ordinal));
        return row.Contains(Portal.Words.MySessionThis.Zh, StringComparison.Ordinal);
    }
}
