using Microsoft.Playwright;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// The year 2023 of two power plants, from an empty store to the end of the deadline, through the pages alone.
/// The figures, by hand from the plan of 2023 (units above the 300 MW grade: class I, 0.7950 t/MWh; below: class II,
/// 0.8090 t/MWh) and the guide (coal × carbon × 99 % × 44/12):
/// <code>
///                       Qinghe, class I                           Baishi, class II
/// emissions of 2023     600,000 × 0.5 × 0.99 × 44/12 = 1,089,000  460,000 × 0.5 × 0.99 × 44/12 = 834,900
/// pre-allocation        1,000,000 × 70 % = 700,000                800,000 × 70 % = 560,000
/// final                 1,300,000 × 0.7950 = 1,033,500            1,000,000 × 0.8090 = 809,000
/// true-up               333,500                                   249,000
/// offset limit          1,089,000 × 5 % = 54,450
/// transfer              + 2,000                                   − 2,000
/// surrendered           54,450 + 1,034,550                        nothing
/// left                  1,035,500 − 1,034,550 = 950               807,000
/// </code>
/// </summary>
public sealed class StoryTests
{
    private const string Script = "<script>window.hacked=1</script>";

    [ChromiumFact]
    public async Task A_market_is_opened_and_lives_through_a_year_by_its_pages_alone()
    {
        await using var site = await StorySite.StartAsync(new DateTime(2024, 1, 10, 9, 0, 0));
        var cast = await Cast(site);
        await Admit(cast.Admin, "91420000MA0000015A", "青河发电", "Qinghe Power", "I", ["qa", "qb"]);
        await Admit(cast.Admin, "91320000MA0000023E", "白石热电" + Script, "Baishi" + Script, "II", ["ba", "bb"]);
        await cast.Admin.Do("/act/list-coverage?year=2023", ("add", "1"), ("add", "2"), ("reason", "2023年度名录"));
        await cast.Admin.Do(
            "/act/register-service-body", ("code", "V-001"), ("name.zh", "衡正核查"), ("name.en", "Hengzheng"),
            ("staff", "vera"), ("verifies", "CN-HB"));
        await PreAllocate(cast, "1", "1,000,000", "700,000");
        await PreAllocate(cast, "2", "800,000", "560,000");

        await Report(cast.Qa, "1", "600,000", "1,300,000", "1,089,000");
        await Report(cast.Ba, "2", "460,000", "1,000,000", "834,900");
        foreach (var holder in new[] { "1", "2" })
        {
            await cast.Admin.Do($"/act/assign-verifier?holder={holder}&year=2023", ("body", "V-001"));
            await cast.Vera.Do($"/act/state-verification?holder={holder}&year=2023", ("opinion", "positive"));
            await cast.Admin.Do($"/act/accept-report?holder={holder}&year=2023");
        }

        await AllocateFinally(cast);
        await Transfer(cast);
        await Surrender(cast);
        await site.RunUntilAsync(new DateTime(2025, 1, 2, 9, 0, 0));
        await cast.Admin.Do("/act/publish-results?period=2023");
        await AfterTheDeadline(site, cast);
        await NobodyRunsTheScript(site);
        site.Verify().Findings.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_stolen_session_ends_with_signing_out_everywhere()
    {
        await using var site = await StorySite.StartAsync(new DateTime(2024, 1, 10, 9, 0, 0));
        var admin = await site.PersonAsync("admin");
        await admin.SignInFirst(site.OneTimePassword);
        var thief = await site.ThiefOfAsync(admin);
        (await thief.Open("/me")).ShouldContain("admin");
        await admin.Open("/me/sessions");
        await admin.Press(admin.Page.Locator("form[action='/me/sessions/end-all'] button"));
        await thief.Open("/me");
        thief.Page.Url.ShouldContain("/sign-in");
        (await thief.Text).ShouldNotContain("admin");
    }

    private sealed record People(
        StoryPerson Admin, StoryPerson Li, StoryPerson Vera, StoryPerson Qa, StoryPerson Qb, StoryPerson Ba,
        StoryPerson Bb);

    /// <summary>The first person sets up, invites all others, and gives the officials their offices.</summary>
    private static async Task<People> Cast(StorySite site)
    {
        var admin = await site.PersonAsync("admin");
        await admin.SignInFirst(site.OneTimePassword);
        var others = new List<StoryPerson>();
        foreach (var name in new[] { "li", "vera", "qa", "qb", "ba", "bb" })
        {
            var invited = await site.PersonAsync(name);
            await invited.Accept(await admin.Invite(name));
            others.Add(invited);
        }

        await admin.Do("/act/appoint-official", ("user", "li"), ("roles", "authority"));
        await admin.Do("/act/appoint-official", ("user", "vera"), ("roles", "verifier"));
        return new People(admin, others[0], others[1], others[2], others[3], others[4], others[5]);
    }

    private static async Task Admit(
        StoryPerson registrar, string code, string zh, string en, string unitClass, string[] people)
    {
        await registrar.Open("/act/admit-holder");
        await registrar.AddRow("representatives");
        await registrar.AddRow("representatives");
        await registrar.AddRow("facilities");
        await registrar.AddRow("facilities.0.units");
        await registrar.Fill(
            ("code", code), ("name.zh", zh), ("name.en", en), ("province", "CN-HB"), ("sector", "power"),
            ("representatives.0.user", people[0]), ("representatives.0.rights", "read"),
            ("representatives.0.rights", "initiate"),
            ("representatives.1.user", people[1]), ("representatives.1.rights", "read"),
            ("representatives.1.rights", "approve"),
            ("facilities.0.name.zh", "一厂"), ("facilities.0.name.en", "Site"), ("facilities.0.address", "湖北"),
            ("facilities.0.from", "2012-01-01"), ("facilities.0.units.0.name.zh", "1号机组"),
            ("facilities.0.units.0.name.en", "Unit 1"), ("facilities.0.units.0.from", "2012-01-01"));
        var attributes = "facilities.0.units.0.attributes";
        await registrar.Press(registrar.Page.Locator("main button[value=fill]"));
        await registrar.Fill((attributes + ".class", unitClass), (attributes + ".type", "condensing"));
        await registrar.Preview();
        (await registrar.Confirm()).ShouldContain(zh);
    }

    /// <summary>The authority proposes, a second official approves; nobody approves what is their own.</summary>
    private static async Task PreAllocate(People cast, string holder, string before, string expected)
    {
        await cast.Admin.Open($"/act/pre-allocate?holder={holder}&period=2023&basisYear=2022");
        await cast.Admin.AddRow("given.units");
        await cast.Admin.Fill(("given.units.0.id", "1"), ("given.units.0.verified", before));
        (await cast.Admin.Preview()).ShouldContain(expected);
        var proposal = await cast.Admin.Propose();
        await OwnIsNotApproved(cast.Admin, proposal);
        (await cast.Li.Approve(proposal)).ShouldContain(expected);
    }

    private static async Task OwnIsNotApproved(StoryPerson person, string proposal)
    {
        (await person.Open("/proposals/" + proposal)).ShouldContain(Words.WhyNotApprove.Zh);
        (await person.Page.Locator("form[action='/act/approve-proposal']").CountAsync()).ShouldBe(0);
        // A forged form, with a token of the person's own.
        var token = await person.Page.Locator("main [name=__RequestVerificationToken]").First.InputValueAsync();
        var form = person.Page.Context.APIRequest.CreateFormData();
        form.Append("__RequestVerificationToken", token);
        form.Append("proposal", proposal);
        form.Append("_step", "confirm");
        form.Append("_id", Guid.NewGuid().ToString("n"));
        var address = new Uri(new Uri(person.Page.Url), "/act/approve-proposal").ToString();
        var answer = await person.Page.Context.APIRequest.PostAsync(
            address, new APIRequestContextOptions { Form = form, MaxRedirects = 0 });
        answer.Status.ShouldBe(422);
        (await answer.TextAsync()).ShouldMatch("TH6\\d\\d\\d");
        (await person.Open("/proposals/" + proposal))
            .ShouldContain(Names.Of(Scheme.Approval.ProposalStatus.Waiting).Zh);
    }

    /// <summary>Plan and report, from the desk, with the inputs of the method and a file as evidence.</summary>
    private static async Task Report(StoryPerson person, string holder, string coal, string electricity, string total)
    {
        await person.Do(
            $"/act/file-monitoring-plan?holder={holder}&year=2023", ("facilities", holder), ("text", "入炉煤逐日采样。"));
        await person.Open($"/desk/{holder}/reports/2023/edit");
        await person.AddRow("lines.0.emissions.fuels");
        const string fuel = "lines.0.emissions.fuels.0.";
        await person.Fill(
            (fuel + "fuel", "bituminous"), (fuel + "amount", coal), (fuel + "carbon_basis", "as_received"),
            (fuel + "carbon", "0.5"), ("lines.0.production.electricity", electricity),
            ("lines.0.production.load_factor", "0.8"));
        await person.Press(person.Page.Locator("main button[value=calculate]").Last);
        (await person.Text).ShouldContain(total);
        await person.Page.Locator("main input[type=file][name=attachment]").SetInputFilesAsync(new FilePayload
        {
            Name = "evidence.txt",
            MimeType = "text/plain",
            Buffer = "belt scale readings"u8.ToArray(),
        });
        (await person.Preview()).ShouldContain(total);
        await person.Confirm();
        (await person.Open($"/desk/{holder}/reports/2023")).ShouldContain(total);
        (await person.Page.Locator($"main a[href^='/desk/{holder}/attachments/']").CountAsync()).ShouldBeGreaterThan(0);
    }

    private static async Task AllocateFinally(People cast)
    {
        var preview = await cast.Li.Preview("/act/run-allocation?period=2023", ("stage", "final"));
        preview.ShouldContain("1,033,500");
        preview.ShouldContain("809,000");
        await cast.Admin.Approve(await cast.Li.Propose());
        var desk = await cast.Qa.Open("/desk/1/holdings");
        desk.ShouldContain("1,033,500");
        (await cast.Ba.Open("/desk/2/holdings")).ShouldContain("809,000");
        await cast.Qa.OpenUntil("/desk/1/statement", "333,500");
        (await cast.Ba.Page.GotoAsync(cast.Ba.Page.Url.Split("/desk")[0] + "/desk/1"))!.Status.ShouldBe(404);
    }

    private static async Task Transfer(People cast)
    {
        var number = await NumberOf(cast.Qa, "1");
        await cast.Ba.Open("/desk/2/transfers");
        await cast.Ba.Fill(("to", number), ("quantity", "2,000"));
        (await cast.Ba.Preview()).ShouldContain("807,000");
        var proposal = await cast.Ba.Propose();
        (await cast.Qa.Open("/desk/1/holdings")).ShouldContain("1,033,500");
        await cast.Bb.Approve(proposal);
        (await cast.Qa.Open("/desk/1/holdings")).ShouldContain("1,035,500");
        (await cast.Ba.Open("/desk/2/holdings")).ShouldContain("807,000");
    }

    /// <summary>The number of the registry account, as its holder reads it on its own page.</summary>
    private static async Task<string> NumberOf(StoryPerson person, string holder)
    {
        await person.Open($"/desk/{holder}/transfers");
        return (await person.Page.Locator("#position option").First.InnerTextAsync()).Split('·')[^1].Trim();
    }

    private static async Task Surrender(People cast)
    {
        var number = await NumberOf(cast.Qa, "1");
        await cast.Admin.Open("/act/issue-offsets");
        var receiver = await cast.Admin.Page.Locator("main select[name=to] option")
            .Filter(new() { HasTextString = number }).GetAttributeAsync("value");
        await cast.Admin.Fill(
            ("to", receiver!), ("unit", "CCER24"), ("vintage", "0"), ("quantity", "60,000"), ("project", "CCER-001"));
        await cast.Admin.Preview();
        await cast.Li.Approve(await cast.Admin.Propose());

        await cast.Qa.Open("/desk/1/surrender/2023?offsets=54451");
        (await cast.Qa.Text).ShouldContain("TH5010");
        var trial = await cast.Qa.Open("/desk/1/surrender/2023?offsets=54450");
        trial.ShouldContain("54,450");
        trial.ShouldContain("1,034,550");
        await cast.Qa.Press(cast.Qa.Page.Locator("form[action='/act/surrender'] button"));
        (await cast.Qa.Text).ShouldContain("1,034,550");
        await cast.Qb.Approve(await cast.Qa.Propose());
        (await cast.Qa.Open("/desk/1/holdings")).ShouldContain("950");
    }

    private static async Task AfterTheDeadline(StorySite site, People cast)
    {
        (await cast.Qa.Open("/desk/1/surrender/2023")).ShouldContain(Names.Of(ObligationStatus.Met).Zh);
        (await cast.Ba.Open("/desk/2/surrender/2023")).ShouldContain(Names.Of(ObligationStatus.Short).Zh);
        (await cast.Li.Open("/entities/2?period=2023")).ShouldContain(Names.Of(Offence.SurrenderShortfall).Zh);
        var visitor = await site.PersonAsync("visitor");
        var published = await visitor.Open("/disclosure/compliance?period=2023");
        published.ShouldContain("1,089,000");
        published.ShouldContain("834,900");
    }

    /// <summary>A name that is a script is read on the pages and runs on none.</summary>
    private static async Task NobodyRunsTheScript(StorySite site)
    {
        var visitor = await site.PersonAsync("visitor", script: true);
        foreach (var path in new[] { "/disclosure/compliance?period=2023", "/disclosure/coverage?period=2023" })
        {
            (await visitor.Open(path)).ShouldContain(Script);
            (await visitor.Page.EvaluateAsync<bool>("'hacked' in window")).ShouldBeFalse(path);
        }
    }
}
