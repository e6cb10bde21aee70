using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Engine.People;
using Tanheng.Rulebook;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.People;

/// <summary>The first person, invitations, suspension, lost factors, deactivation.</summary>
[Collection(PeopleSite.Name)]
public sealed class AdministrationTests(TestSite site)
{
    [Fact]
    public async Task The_first_person_has_a_one_time_password_and_must_set_up_everything()
    {
        await using var fresh = await TestSite.StartAsync();
        var password = FirstPerson.Enter(fresh.Services, "admin").ShouldNotBeNull();
        FirstPerson.Enter(fresh.Services, "admin").ShouldBeNull();
        password.ShouldMatch("^([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$");

        using var admin = fresh.Visitor();
        using var first = await admin.PostAsync("/sign-in", "/sign-in", ("name", "admin"), ("password", password));
        first.Headers.Location!.OriginalString.ShouldBe("/sign-in/password");
        using var skipped = await admin.PostAsync("/sign-in/password", "/sign-in/enrol", ("key", "x"), ("code", "1"));
        skipped.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        using var chosen = await admin.PostAsync(
            "/sign-in/password", "/sign-in/password", ("password", TestSite.Password), ("repeated", TestSite.Password));
        chosen.Headers.Location!.OriginalString.ShouldBe("/sign-in/enrol");
        (await CanSeeMe(admin)).ShouldBeFalse();

        var codes = await EnrolAsync(fresh, admin, "admin");
        codes.Count.ShouldBe(10);
        codes.Distinct().Count().ShouldBe(10);
        (await CanSeeMe(admin)).ShouldBeTrue();
        (await admin.ReadAsync("/me/second-factor")).ShouldNotContain(codes[0]);
        fresh.People.Find("admin")!.State.ShouldBe(PersonState.Active);
        (await admin.ReadAsync("/operator/people")).ShouldContain("admin");

        using var old = fresh.Visitor();
        using var refused = await old.PostAsync("/sign-in", "/sign-in", ("name", "admin"), ("password", password));
        refused.Headers.Location!.OriginalString.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task An_invited_person_sets_up_by_a_link_that_works_once()
    {
        using var operatorA = await Administrator("opa", Role.RegistryOperator);
        var link = await InviteAsync(operatorA, "new.ann");
        using var ann = site.Visitor();
        (await ann.ReadAsync(link)).ShouldContain("新 用户");
        (await ann.ReadAsync(link)).ShouldContain("new.ann", Case.Sensitive, "looking does not use it up");
        var weak = await ann.SubmitAsync(link, link, ("password", "password1234"), ("repeated", "password1234"));
        weak.ShouldContain(PeopleRefusals.PasswordCommon.Zh);
        using var set = await ann.PostAsync(
            link, link, ("password", TestSite.Password), ("repeated", TestSite.Password));
        set.Headers.Location!.OriginalString.ShouldBe("/sign-in/enrol");
        (await CanSeeMe(ann)).ShouldBeFalse();
        await EnrolAsync(site, ann, "new.ann");
        (await CanSeeMe(ann)).ShouldBeTrue();

        using var second = site.Visitor();
        using var dead = await second.GetAsync(link);
        dead.StatusCode.ShouldBe(HttpStatusCode.Gone);
        site.People.Find("new.ann")!.InvitedBy.ShouldBe("opa");
    }

    [Fact]
    public async Task An_invitation_expires_and_a_newer_one_kills_the_older()
    {
        using var operatorA = await Administrator("opb", Role.RegistryOperator);
        var first = await InviteAsync(operatorA, "new.ben");
        var shown = await operatorA.SubmitAsync(
            "/operator/people/new.ben", "/operator/people/act/invitation", ("name", "new.ben"));
        var second = LinkOn(shown);
        second.ShouldNotBe(first);
        using var ben = site.Visitor();
        using var older = await ben.GetAsync(first);
        older.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await ben.ReadAsync(second)).ShouldContain("new.ben");
        site.Time.Advance(site.Settings.InvitationLasts);
        using var expired = await ben.GetAsync(second);
        expired.StatusCode.ShouldBe(HttpStatusCode.Gone);
        WebUtility.HtmlDecode(await expired.Content.ReadAsStringAsync()).ShouldContain(PeopleRefusals.LinkDead.Zh);
        using var posted = await ben.PostAsync(
            "/sign-in", second, ("password", TestSite.Password), ("repeated", TestSite.Password));
        site.People.Find("new.ben")!.PasswordHash.ShouldBeNull();
    }

    [Theory]
    [InlineData("x", "A Name", "a@example.org", "TH9612")]
    [InlineData("system", "A Name", "a@example.org", "TH9612")]
    [InlineData("a b", "A Name", "a@example.org", "TH9612")]
    [InlineData("<b>", "A Name", "a@example.org", "TH9612")]
    [InlineData("good.name", "", "a@example.org", "TH9614")]
    [InlineData("good.name", "A Name", "not an address", "TH9614")]
    [InlineData("OPC", "A Name", "a@example.org", "TH9616")]
    [InlineData("ADMIN", "A Name", "a@example.org", "TH9616")]
    [InlineData("taken", "A Name", "a@example.org", "TH9613")]
    public async Task A_bad_invitation_enters_nobody(string name, string display, string email, string refusal)
    {
        using var operatorA = await Administrator("opc", Role.RegistryOperator);
        site.People.Add(new Person("Taken", "h-taken", "T", "t@example.org", default, "opc"));
        var page = await operatorA.SubmitAsync(
            "/operator/people", "/operator/people/invite", ("name", name), ("displayName", display), ("email", email));
        page.ShouldContain(SessionTests.RefusalNamed(refusal).Zh.Split('{')[0]);
        site.People.Find("good.name").ShouldBeNull();
    }

    [Fact]
    public async Task Suspension_and_restoration_lead_back_to_the_state_before()
    {
        using var operatorA = await Administrator("opd", Role.RegistryOperator);
        using var dee = await site.SignInAsync("dee");
        await ActAsync(operatorA, "dee", "suspend");
        (await CanSeeMe(dee)).ShouldBeFalse();
        using var tried = await dee.PostAsync("/sign-in", "/sign-in", ("name", "dee"), ("password", TestSite.Password));
        tried.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        await ActAsync(operatorA, "dee", "restore");
        site.People.Find("dee")!.State.ShouldBe(PersonState.Active);
        (await site.SignInAsync("dee")).Dispose();
    }

    [Fact]
    public async Task Nobody_administers_himself_and_the_authority_is_the_authoritys_to_administer()
    {
        await site.EnterAsync("boss", Role.Authority);
        using var operatorA = await Administrator("ope", Role.RegistryOperator);
        (await operatorA.ReadAsync("/operator/people/ope")).ShouldContain(Words.PersonActNone.Zh);
        foreach (var name in new[] { "ope", "boss" })
        {
            foreach (var act in new[] { "suspend", "unlock", "lost-both", "password-link", "deactivate" })
            {
                var page = await operatorA.SubmitAsync(
                    "/operator/people", "/operator/people/act/" + act, ("name", name));
                page.ShouldContain(PeopleRefusals.MayNotManage.With(("name", name)).Message("zh"));
            }

            site.People.Find(name)!.State.ShouldBe(PersonState.Active);
        }

        using var boss = await site.SignInAsync("boss");
        await ActAsync(boss, "ope", "suspend");
        site.People.Find("ope")!.State.ShouldBe(PersonState.Suspended);
    }

    [Fact]
    public async Task R034_a_lost_factor_is_decided_by_somebody_else_and_leads_to_a_link_that_works_once()
    {
        using var operatorA = await Administrator("opf", Role.RegistryOperator);
        using var gina = await site.SignInAsync("gina");
        using var half = site.Visitor();
        using var first = await half.PostAsync(
            "/sign-in", "/sign-in", ("name", "gina"), ("password", TestSite.Password));
        using var lost = await half.PostAsync("/sign-in/second", "/sign-in/lost");
        lost.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        (await half.ReadAsync("/sign-in")).ShouldContain(Words.NoticeLost.Zh);
        site.People.Find("gina")!.State.ShouldBe(PersonState.Suspended);
        (await CanSeeMe(gina)).ShouldBeFalse();
        (await operatorA.ReadAsync("/operator/people")).ShouldContain("gina");
        var restored = await operatorA.SubmitAsync(
            "/operator/people/gina", "/operator/people/act/restore", ("name", "gina"));
        restored.ShouldContain(PeopleRefusals.RequestPending.With(("name", "gina")).Message("zh"));

        var request = site.People.PendingRequestOf("gina").ShouldNotBeNull();
        var link = LinkOn(await operatorA.SubmitAsync(
            "/operator/people/gina", $"/operator/people/decide/{request.Id}", ("decision", "approve")));
        site.People.Find("gina")!.State.ShouldBe(PersonState.Active);

        // The password alone does not lead to a new factor, nor does the link alone.
        using var byPassword = site.Visitor();
        using var second = await byPassword.PostAsync(
            "/sign-in", "/sign-in", ("name", "gina"), ("password", TestSite.Password));
        second.Headers.Location!.OriginalString.ShouldBe("/sign-in/second");
        (await byPassword.ReadAsync("/sign-in/second")).ShouldContain(PeopleRefusals.NoSecondFactor.Zh);
        using var byLink = site.Visitor();
        (await byLink.SubmitAsync(link, link, ("present", "wrong"))).ShouldContain(PeopleRefusals.PasswordWrong.Zh);
        using var both = await byLink.PostAsync(link, link, ("present", TestSite.Password));
        both.Headers.Location!.OriginalString.ShouldBe("/sign-in/enrol");
        await EnrolAsync(site, byLink, "gina");
        (await CanSeeMe(byLink)).ShouldBeTrue();
        using var again = await site.Visitor().GetAsync(link);
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_request_of_an_administrator_is_decided_by_another_and_rejection_changes_nothing()
    {
        using var operatorA = await Administrator("opg", Role.RegistryOperator);
        using var operatorB = await Administrator("oph", Role.RegistryOperator);
        await site.EnterAsync("hank");
        await ActAsync(operatorA, "hank", "lost-both");
        var request = site.People.PendingRequestOf("hank").ShouldNotBeNull();
        (await operatorA.ReadAsync("/operator/people/hank")).ShouldContain(Words.PersonRequestOwn.Zh);
        var own = await operatorA.SubmitAsync(
            "/operator/people", $"/operator/people/decide/{request.Id}", ("decision", "approve"));
        own.ShouldContain(PeopleRefusals.OwnRequest.Zh);
        var doubled = await operatorB.SubmitAsync(
            "/operator/people", "/operator/people/act/lost-second-factor", ("name", "hank"));
        doubled.ShouldContain(PeopleRefusals.RequestPending.With(("name", "hank")).Message("zh"));

        await operatorB.SubmitAsync(
            "/operator/people", $"/operator/people/decide/{request.Id}", ("decision", "reject"));
        var hank = site.People.Find("hank").ShouldNotBeNull();
        hank.State.ShouldBe(PersonState.Active);
        hank.HasSecondFactor.ShouldBeTrue();
        var late = await operatorB.SubmitAsync(
            "/operator/people", $"/operator/people/decide/{request.Id}", ("decision", "approve"));
        late.ShouldContain(PeopleRefusals.RequestGone.Zh);
        (await site.SignInAsync("hank")).Dispose();
    }

    [Fact]
    public async Task R036_lost_password_and_factor_are_both_void_and_both_chosen_anew()
    {
        using var operatorA = await Administrator("opi", Role.RegistryOperator);
        using var operatorB = await Administrator("opj", Role.RegistryOperator);
        await site.EnterAsync("iris");
        await ActAsync(operatorA, "iris", "lost-both");
        var request = site.People.PendingRequestOf("iris")!;
        var link = LinkOn(await operatorB.SubmitAsync(
            "/operator/people", $"/operator/people/decide/{request.Id}", ("decision", "approve")));
        using var old = site.Visitor();
        using var tried = await old.PostAsync(
            "/sign-in", "/sign-in", ("name", "iris"), ("password", TestSite.Password));
        tried.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        using var iris = site.Visitor();
        using var set = await iris.PostAsync(
            link, link, ("password", "lantern gravel 88 otter"), ("repeated", "lantern gravel 88 otter"));
        set.Headers.Location!.OriginalString.ShouldBe("/sign-in/enrol");
        await EnrolAsync(site, iris, "iris");
        (await CanSeeMe(iris)).ShouldBeTrue();
    }

    [Fact]
    public async Task R037_a_forgotten_password_is_reset_by_a_link_with_the_second_factor()
    {
        using var operatorA = await Administrator("opk", Role.RegistryOperator);
        using var jill = await site.SignInAsync("jill");
        var link = LinkOn(await operatorA.SubmitAsync(
            "/operator/people/jill", "/operator/people/act/password-link", ("name", "jill")));
        (string, string)[] chosen = [("password", "lantern gravel 88 otter"), ("repeated", "lantern gravel 88 otter")];
        using var thief = site.Visitor();
        (await thief.SubmitAsync(link, link, [.. chosen, ("code", "000000")])).ShouldContain(
            PeopleRefusals.CodeRefused.With(("failures", 5), ("minutes", 15)).Message("zh"));
        using var reset = site.Visitor();
        using var done = await reset.PostAsync(link, link, [.. chosen, ("code", site.NextCode("jill"))]);
        done.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        (await CanSeeMe(jill)).ShouldBeFalse("all sessions end");
        (await CanSeeMe(reset)).ShouldBeFalse();
        using var first = await reset.PostAsync(
            "/sign-in", "/sign-in", ("name", "jill"), ("password", "lantern gravel 88 otter"));
        first.Headers.Location!.OriginalString.ShouldBe("/sign-in/second");
    }

    [Fact]
    public async Task R039_R040_deactivation_takes_two_waits_for_offices_to_end_and_is_final()
    {
        using var operatorA = await Administrator("opl", Role.RegistryOperator);
        using var operatorB = await Administrator("opm", Role.RegistryOperator);
        await site.EnterAsync("kurt", Role.Verifier);
        var still = await operatorA.SubmitAsync(
            "/operator/people/kurt", "/operator/people/act/deactivate", ("name", "kurt"));
        still.ShouldContain(PeopleRefusals.StillInOffice.With(("name", "kurt")).Message("zh"));
        await site.SendAsync("admin", new Scheme.Registry.DismissOfficial(new("kurt")));
        await ActAsync(operatorA, "kurt", "deactivate");
        var request = site.People.PendingRequestOf("kurt")!;
        await operatorB.SubmitAsync(
            "/operator/people", $"/operator/people/decide/{request.Id}", ("decision", "approve"));
        site.People.Find("kurt")!.State.ShouldBe(PersonState.Deactivated);
        var back = await operatorA.SubmitAsync(
            "/operator/people/kurt", "/operator/people/act/restore", ("name", "kurt"));
        back.ShouldContain(PeopleRefusals.WrongState.With(("name", "kurt")).Message("zh"));
    }

    [Fact]
    public async Task Acts_want_a_fresh_confirmation_and_lead_back_to_the_page()
    {
        using var operatorA = await Administrator("opn", Role.RegistryOperator);
        await site.EnterAsync("lola");
        site.Time.Advance(site.Settings.ConfirmationLasts);
        operatorA.Client.DefaultRequestHeaders.Referrer = new Uri(site.Address, "/operator/people/lola");
        using var asked = await operatorA.PostAsync(
            "/operator/people/lola", "/operator/people/act/suspend", ("name", "lola"));
        asked.Headers.Location!.OriginalString.ShouldBe("/confirm?back=%2Foperator%2Fpeople%2Flola");
        site.People.Find("lola")!.State.ShouldBe(PersonState.Active);
        (await operatorA.ReadAsync("/operator/people/lola")).ShouldContain(Words.ConfirmFirst.Zh);
    }

    [Fact]
    public async Task Only_registry_and_authority_see_people_and_only_they_and_auditors_the_trail()
    {
        foreach (var (name, offices, people, trail) in new (string, Role[], bool, bool)[]
        {
            ("see.none", [], false, false), ("see.verifier", [Role.Verifier], false, false),
            ("see.exchange", [Role.ExchangeOperator], false, false), ("see.auditor", [Role.Auditor], false, true),
            ("see.operator", [Role.RegistryOperator], true, true), ("see.authority", [Role.Authority], true, true),
        })
        {
            await site.EnterAsync(name, offices);
            using var browser = await site.SignInAsync(name);
            foreach (var (page, may) in new[]
            {
                ("/operator/people", people), ("/operator/people/see.none", people),
                ("/auditor/trail", trail), ("/auditor/trail.csv", trail),
            })
            {
                (await StatusOf(browser, page)).ShouldBe(
                    may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, name + " " + page);
            }
        }

        using var visitor = site.Visitor();
        (await StatusOf(visitor, "/operator/people")).ShouldBe(HttpStatusCode.Redirect);
        (await StatusOf(visitor, "/auditor/trail")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Rescue_by_whoever_keeps_the_machine_voids_everything_and_is_written_down()
    {
        var person = await site.EnterAsync("mona");
        var path = FirstPerson.Rescue(site.People, "mona", site.Settings, site.Time.GetUtcNow()).ShouldNotBeNull();
        path.ShouldStartWith("/link/");
        var now = site.People.Find(person.Name)!;
        now.PasswordHash.ShouldBeNull();
        now.HasSecondFactor.ShouldBeFalse();
        site.People.Entries(new AuditQuery(What: "rescue mona")).Single().Who.ShouldBe("console");
        FirstPerson.Rescue(site.People, "nobody", site.Settings, site.Time.GetUtcNow()).ShouldBeNull();
        site.People.Suspend("mona", site.Time.GetUtcNow());
        FirstPerson.Rescue(site.People, "mona", site.Settings, site.Time.GetUtcNow()).ShouldBeNull();
    }

    internal static async Task<List<string>> EnrolAsync(TestSite site, TestBrowser browser, string name)
    {
        var page = await browser.ReadAsync("/sign-in/enrol");
        page.ShouldContain("<svg");
        var key = Regex.Match(page, "<code>([A-Z2-7 ]{39})</code>").Groups[1].Value.Replace(" ", "");
        var sealedKey = Regex.Match(page, "name=\"key\" value=\"([^\"]+)\"").Groups[1].Value;
        site.Remember(name, key);
        var wrong = await browser.SubmitAsync(
            "/sign-in/enrol", "/sign-in/enrol", ("key", sealedKey), ("code", "000000"));
        wrong.ShouldContain("role=\"alert\"");
        var shown = await browser.SubmitAsync(
            "/sign-in/enrol", "/sign-in/enrol", ("key", sealedKey), ("code", site.NextCode(name)));
        return [.. Regex.Matches(shown, "<code>([2-9A-Z]{5}-[2-9A-Z]{5})</code>")
            .Select(match => match.Groups[1].Value)];
    }

    private async Task<TestBrowser> Administrator(string name, Role office)
    {
        if (site.People.Find(name) is null)
        {
            await site.EnterAsync(name, office);
        }

        return await site.SignInAsync(name);
    }

    private async Task<string> InviteAsync(TestBrowser administrator, string name) => LinkOn(
        await administrator.SubmitAsync(
            "/operator/people",
            "/operator/people/invite",
            ("name", name),
            ("displayName", "新 用户"),
            ("email", name + "@example.org")));

    private static async Task ActAsync(TestBrowser administrator, string name, string act)
    {
        var page = await administrator.SubmitAsync(
            "/operator/people/" + name, "/operator/people/act/" + act, ("name", name));
        page.ShouldContain("role=\"status\"");
    }

    private static string LinkOn(string page) =>
        Regex.Match(page, "http://[^/\\s]+(/link/[\\w-]{43})").Groups[1].Value;

    private static async Task<bool> CanSeeMe(TestBrowser browser) =>
        await StatusOf(browser, "/me") == HttpStatusCode.OK;

    private static async Task<HttpStatusCode> StatusOf(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }
}
