using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests;

/// <summary>
/// A person at a browser: reads pages, fills in what is on them, presses what is there to be pressed.
/// </summary>
internal sealed partial class StoryPerson(StorySite site, IPage page, string name)
{
    private const string Password = "violet kettle ninety canyon";
    private string key = "";

    public string Name => name;

    public IPage Page => page;

    /// <summary>The last page's own part, as it is read.</summary>
    public Task<string> Text => page.Locator("main").InnerTextAsync();

    /// <summary>Opens a page that must be there.</summary>
    public async Task<string> Open(string path)
    {
        var answer = await page.GotoAsync(site.Address + path);
        answer!.Status.ShouldBe(200, name + " " + path);
        return await Text;
    }

    /// <summary>Opens a page again and again until it has caught up with the journal and shows a text.</summary>
    public async Task OpenUntil(string path, string text)
    {
        for (var patience = 60; !(await Open(path)).Contains(text, StringComparison.Ordinal); patience--)
        {
            patience.ShouldBeGreaterThan(0, $"{path} never shows {text}: {await Text}");
            await Task.Delay(100);
        }
    }

    /// <summary>The first sign-in with the one-time password: a new one, then the authenticator.</summary>
    public async Task SignInFirst(string oneTimePassword)
    {
        await Open("/sign-in");
        await Fill(("name", name), ("password", oneTimePassword));
        await Press(page.Locator("form[action='/sign-in'] button[type=submit]"));
        page.Url.ShouldContain("/sign-in/password");
        await ChoosePassword();
    }

    /// <summary>Follows an invitation: a password, then the authenticator.</summary>
    public async Task Accept(string link)
    {
        await Open(link);
        await ChoosePassword();
    }

    /// <summary>Invites somebody; gives the link that the page shows once.</summary>
    public async Task<string> Invite(string whom)
    {
        await Open("/operator/people");
        if (await page.Locator("main a[href^='/confirm']").CountAsync() > 0)
        {
            await Press(page.Locator("main a[href^='/confirm']").First);
            await EnterCode();
        }

        await Fill(("name", whom), ("displayName", "Person " + whom), ("email", whom + "@example.org"));
        await Press(page.Locator("form[action='/operator/people/invite'] button"));
        return InvitationLink().Match(await page.Locator("main pre").InnerTextAsync()).Value;
    }

    /// <summary>Fills in fields by their names: text, choices, ticks.</summary>
    public async Task Fill(params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            var control = page.Locator($"main [name='{field}']:not([type=hidden]):not([type=file])");
            (await control.CountAsync()).ShouldBeGreaterThan(0, $"{page.Url} has no field {field}");
            var tag = await control.First.EvaluateAsync<string>("one => one.tagName + ' ' + one.type");
            if (tag.EndsWith(" checkbox", StringComparison.Ordinal))
            {
                await page.Locator($"main [name='{field}'][value='{value}']").CheckAsync();
            }
            else if (tag.StartsWith("SELECT", StringComparison.Ordinal))
            {
                await control.First.SelectOptionAsync(value);
            }
            else
            {
                await control.First.FillAsync(value);
            }
        }
    }

    /// <summary>Adds an empty row to a list of the form.</summary>
    public Task AddRow(string list) => Press(page.Locator($"main button[name=_add][value='{list}']"));

    /// <summary>Presses and waits for the page that comes.</summary>
    public async Task Press(ILocator button)
    {
        var come = new TaskCompletionSource();
        void Loaded(object? sender, IPage loaded) => come.TrySetResult();
        page.DOMContentLoaded += Loaded;
        try
        {
            await button.ClickAsync();
            await come.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            page.DOMContentLoaded -= Loaded;
        }
    }

    /// <summary>Fills in a command's form and looks at what would happen.</summary>
    public async Task<string> Preview(string path, params (string Field, string Value)[] fields)
    {
        await Open(path);
        await Fill(fields);
        return await Preview();
    }

    /// <summary>From a form that is filled in to its preview.</summary>
    public async Task<string> Preview()
    {
        await Press(page.Locator("main .actions button[value=preview]").First);
        return await Text;
    }

    /// <summary>
    /// Confirms what is previewed, with a code where it moves value; gives the page of what happened.
    /// </summary>
    public async Task<string> Confirm()
    {
        await Press(page.Locator("main button[value=confirm]").First);
        if (page.Url.Contains("/confirm?", StringComparison.Ordinal))
        {
            await EnterCode();
            await Press(page.Locator("main button[value=confirm]").First);
        }

        page.Url.ShouldContain("/act/done/", Case.Sensitive, await Text);
        return await Text;
    }

    /// <summary>A command from form to result.</summary>
    public async Task<string> Do(string path, params (string Field, string Value)[] fields)
    {
        await Preview(path, fields);
        return await Confirm();
    }

    /// <summary>Proposes what is previewed; gives the number of the proposal.</summary>
    public async Task<string> Propose()
    {
        await Confirm();
        var link = await page.Locator("main a[href^='/proposals/']").First.GetAttributeAsync("href");
        return link!.Split('/')[^1];
    }

    /// <summary>Approves another person's proposal.</summary>
    public async Task<string> Approve(string proposal)
    {
        await Open("/proposals/" + proposal);
        return await Confirm();
    }

    private async Task ChoosePassword()
    {
        await Fill(("password", Password), ("repeated", Password));
        await Press(page.Locator("main form button[type=submit]").First);
        page.Url.ShouldContain("/sign-in/enrol", Case.Sensitive, await Text);
        key = (await page.Locator("form[action='/sign-in/enrol'] code").First.InnerTextAsync())
            .Replace(" ", "", StringComparison.Ordinal);
        await Fill(("code", NextCode()));
        await Press(page.Locator("form[action='/sign-in/enrol'] button"));
        page.Url.ShouldContain("/me/second-factor", Case.Sensitive, await Text);
    }

    private async Task EnterCode()
    {
        await Fill(("code", NextCode()));
        await Press(page.Locator("form[action='/confirm'] button"));
    }

    /// <summary>What the authenticator shows half a minute on: that code was not used before.</summary>
    private string NextCode()
    {
        site.Time.Advance(TimeSpan.FromSeconds(Totp.StepSeconds));
        return Totp.Code(key, Totp.StepOf(site.Time.GetUtcNow()));
    }

    [GeneratedRegex("/link/[\\w-]+")]
    private static partial Regex InvitationLink();
}
