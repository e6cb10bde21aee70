using Microsoft.Playwright;
using Tanheng.Engine.People;
using Tanheng.Rulebook;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.People;

/// <summary>Passkeys in a browser with an authenticator of its own.</summary>
[Collection(PeopleSite.Name)]
public sealed class PasskeyTests(TestSite site)
{
    [ChromiumFact]
    public async Task A_passkey_is_enrolled_and_then_signs_in_alone_confirms_and_is_a_second_factor()
    {
        await site.EnterAsync("petra", Role.Auditor);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Needs.Chromium,
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await AddAuthenticatorAsync(context, page);
        var blocked = new List<string>();
        page.Console += (_, message) => blocked.AddRange(
            message.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [message.Text] : []);
        var home = $"http://localhost:{site.Address.Port}";

        await SignInAsync(page, home);
        await page.GotoAsync(home + "/me/passkeys");
        await page.Locator("form[data-passkey] input[name=label]").FillAsync("手机");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.MyPasskeyAdd.Zh }).ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "手机" }).WaitForAsync();
        site.People.PasskeysOf("petra").Single().UserVerified.ShouldBeTrue();

        // Alone, instead of password and code.
        await SignOutAsync(page, home);
        await page.GotoAsync(home + "/sign-in?back=%2Fme%2Fpasskeys");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.SignInByPasskey.Zh }).ClickAsync();
        await page.WaitForURLAsync("**/me/passkeys");
        site.People.PasskeysOf("petra").Single().LastUsed.ShouldNotBeNull();

        // To confirm once more.
        site.Time.Advance(site.Settings.ConfirmationLasts);
        await page.GotoAsync(home + "/confirm?back=%2Fme%2Fkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.ConfirmByPasskey.Zh }).ClickAsync();
        await page.WaitForURLAsync("**/me/keys");
        await page.GotoAsync(home + "/probe/fresh");
        (await page.InnerTextAsync("body")).ShouldContain("true");

        // As the second factor after the password.
        await SignOutAsync(page, home);
        await PasswordAsync(page, home);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.SignInByPasskey.Zh }).ClickAsync();
        await page.WaitForURLAsync(home + "/");
        await page.GotoAsync(home + "/me");
        (await page.InnerTextAsync("h1")).ShouldBe("Person petra");

        // Not while suspended.
        site.People.Suspend("petra", site.Time.GetUtcNow());
        await page.GotoAsync(home + "/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.SignInByPasskey.Zh }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).First.WaitForAsync();
        site.People.SessionsOf("petra").ShouldBeEmpty();
        blocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_no_authenticator_signed_is_refused()
    {
        using var pat = await site.SignInAsync("pat");
        foreach (var credential in new[] { "", "{}", "null", "{\"id\":\"AAAA\",\"type\":\"public-key\"}", "not json" })
        {
            using var visitor = site.Visitor();
            using var answer = await visitor.PostAsync(
                "/sign-in", "/sign-in/passkey", ("credential", credential), ("back", "/me"));
            answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?back=%2Fme");
            using var added = await pat.PostAsync(
                "/me/passkeys", "/me/passkeys", ("credential", credential), ("label", "x"));
            site.People.PasskeysOf("pat").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_passkey_is_taken_away_by_its_owner_only()
    {
        await site.EnterAsync("paul");
        site.People.AddPasskey(new Passkey([1, 2, 3], "paul", "old phone", [1], 0, [], site.Time.GetUtcNow()));
        using var paul = await site.SignInAsync("paul");
        using var pete = await site.SignInAsync("pete");
        using var tried = await pete.PostAsync("/me", "/me/passkeys/remove", ("id", "010203"));
        site.People.PasskeysOf("paul").Count.ShouldBe(1);
        using var odd = await paul.PostAsync("/me/passkeys", "/me/passkeys/remove", ("id", "zz"));
        odd.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        (await paul.ReadAsync("/me/passkeys")).ShouldContain("old phone");
        using var removed = await paul.PostAsync("/me/passkeys", "/me/passkeys/remove", ("id", "010203"));
        site.People.PasskeysOf("paul").ShouldBeEmpty();
    }

    private static async Task AddAuthenticatorAsync(IBrowserContext context, IPage page)
    {
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task SignInAsync(IPage page, string home)
    {
        await PasswordAsync(page, home);
        await page.Locator("input[name=code]").First.FillAsync(site.NextCode("petra"));
        await page.GetByRole(AriaRole.Button, new() { Name = Words.SignIn.Zh, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(home + "/");
    }

    private static async Task PasswordAsync(IPage page, string home)
    {
        await page.GotoAsync(home + "/sign-in");
        await page.Locator("input[name=name]").FillAsync("petra");
        await page.Locator("input[name=password]").FillAsync(TestSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.SignInNext.Zh }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in/second");
    }

    private static async Task SignOutAsync(IPage page, string home)
    {
        await page.GotoAsync(home + "/me");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.SignOut.Zh }).ClickAsync();
        await page.WaitForURLAsync(home + "/");
    }
}
