using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests.People;

/// <summary>API keys: shown once, good until they expire, are revoked or their person goes.</summary>
[Collection(PeopleSite.Name)]
public sealed class KeyTests(TestSite site)
{
    [Fact]
    public async Task A_key_is_shown_once_and_acts_for_its_person_below_api_only()
    {
        using var kim = await site.SignInAsync("kim");
        var key = await MakeAsync(kim, "read");
        (await kim.ReadAsync("/me/keys")).ShouldNotContain(key);
        (await kim.ReadAsync("/me/keys")).ShouldContain(key[..13]);
        site.People.KeysOf("kim").Single().Hash.ShouldBe(Secrets.Hash(key));
        (await WhoAsync(key)).ShouldBe("kim " + key[..13]);
        (await PostAsync(key)).ShouldBe("kim", "a program needs no form's token");

        using var program = Program(key);
        using var page = await program.GetAsync("/me");
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var fresh = await program.GetAsync("/probe/fresh");
        (await fresh.Content.ReadAsStringAsync()).ShouldBe("false");
        site.People.KeysOf("kim").Single().LastUsed.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_wrong_revoked_or_expired_key_is_401()
    {
        using var ken = await site.SignInAsync("ken");
        var key = await MakeAsync(ken, "read");
        var guessed = key[..13] + "_" + new string('a', 43);
        foreach (var wrong in new[] { key[..^1], key + "x", "th_", "th_x_y", "", guessed })
        {
            (await WhoAsync(wrong)).ShouldBeNull(wrong);
        }

        using var revoked = await ken.PostAsync("/me/keys", "/me/keys/revoke", ("prefix", key[..13]));
        (await WhoAsync(key)).ShouldBeNull();

        var second = await MakeAsync(ken, "submit", days: 1);
        (await WhoAsync(second)).ShouldNotBeNull();
        site.Time.Advance(TimeSpan.FromDays(1));
        (await WhoAsync(second)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_is_silent_while_its_person_is_suspended()
    {
        using var kay = await site.SignInAsync("kay");
        var key = await MakeAsync(kay, "read");
        site.People.Suspend("kay", site.Time.GetUtcNow());
        (await WhoAsync(key)).ShouldBeNull();
        site.People.Restore("kay");
        (await WhoAsync(key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_in_a_request_counts_instead_of_a_cookie()
    {
        using var kip = await site.SignInAsync("kip");
        using var kit = await site.SignInAsync("kit");
        var key = await MakeAsync(kit, "read");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/probe");
        asked.Headers.Authorization = new("Bearer", key);
        using var answer = await kip.Client.SendAsync(asked);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("kit ");
        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/api/probe");
        wrong.Headers.Authorization = new("Bearer", key + "x");
        using var refused = await kip.Client.SendAsync(wrong);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_browser_cannot_be_tricked_into_sending_to_the_API()
    {
        using var kat = await site.SignInAsync("kat");
        using var answer = await kat.Client.PostAsync("/api/probe", TestBrowser.Form(("a", "b")));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("", "90", "read")]
    [InlineData("x", "0", "read")]
    [InlineData("x", "367", "read")]
    [InlineData("x", "90", "everything")]
    public async Task A_key_without_label_scope_or_end_is_not_made(string label, string days, string scope)
    {
        var name = "kev" + Guid.NewGuid().ToString("n")[..6];
        using var kev = await site.SignInAsync(name);
        var page = await kev.SubmitAsync(
            "/me/keys", "/me/keys", ("label", label), ("days", days), ("scopes", scope));
        page.ShouldContain(PeopleRefusals.BadKey.Zh.Split('{')[0]);
        site.People.KeysOf(name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Making_a_key_wants_a_fresh_confirmation_and_nobody_revokes_the_key_of_another()
    {
        using var kyle = await site.SignInAsync("kyle");
        using var kurtis = await site.SignInAsync("kurtis");
        var key = await MakeAsync(kyle, "read");
        using var tried = await kurtis.PostAsync("/me/keys", "/me/keys/revoke", ("prefix", key[..13]));
        (await WhoAsync(key)).ShouldNotBeNull();
        site.Time.Advance(site.Settings.ConfirmationLasts);
        using var asked = await kyle.PostAsync(
            "/me/keys", "/me/keys", ("label", "x"), ("days", "9"), ("scopes", "read"));
        asked.Headers.Location!.OriginalString.ShouldStartWith("/confirm");
        site.People.KeysOf("kyle").Count.ShouldBe(1);
    }

    private static async Task<string> MakeAsync(TestBrowser person, string scope, int days = 90)
    {
        var page = await person.SubmitAsync(
            "/me/keys", "/me/keys", ("label", "脚本 <b>"), ("days", $"{days}"), ("scopes", scope));
        return Regex.Match(page, "<pre>(th_[2-9A-Z]{10}_[\\w-]{43})</pre>").Groups[1].Value;
    }

    private HttpClient Program(string key)
    {
        var program = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = site.Address,
        };
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + key);
        return program;
    }

    private async Task<string?> WhoAsync(string key)
    {
        using var program = Program(key);
        using var answer = await program.GetAsync("/api/probe");
        return answer.StatusCode == HttpStatusCode.Unauthorized ? null : await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> PostAsync(string key)
    {
        using var program = Program(key);
        using var answer = await program.PostAsync("/api/probe", null);
        return await answer.Content.ReadAsStringAsync();
    }
}
