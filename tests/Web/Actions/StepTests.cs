using System.Net;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Tests.Actions;

/// <summary>From form over preview to result, over HTTP and without script.</summary>
[Collection(ActionSiteTests.Name)]
public sealed class StepTests(ActionSite site)
{
    private const string Transfer = "/act/transfer-units";

    [Theory]
    [InlineData("/act")]
    [InlineData("/act/surrender?holder=1")]
    [InlineData("/act/done/1")]
    public async Task Who_has_not_signed_in_is_sent_to_do_so_and_back(string path)
    {
        using var visitor = await site.BrowserOf(null);
        var answer = await visitor.Get(path);
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldBe("/sign-in?back=" + Uri.EscapeDataString(path));
    }

    [Theory]
    [InlineData("authority-a")]
    [InlineData("registrar-a")]
    [InlineData("exchange")]
    [InlineData("verifier-1")]
    [InlineData("P01-a")]
    public async Task Every_action_on_the_list_opens_and_every_other_is_forbidden(string user)
    {
        using var browser = await site.BrowserOf(user);
        var list = (await browser.Get("/act")).Html;
        var offered = 0;
        foreach (var word in ActionWords.All)
        {
            var answer = await browser.Get("/act/" + word.Name + "?lang=en");
            var listed = list.Contains($"\"/act/{word.Name}\"", StringComparison.Ordinal);
            answer.Status.ShouldBe(listed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, word.Name);
            answer.Shown.ShouldContain(word.Title.En);
            offered += listed ? 1 : 0;
        }

        offered.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task An_auditor_and_a_stranger_may_send_nothing()
    {
        foreach (var user in new[] { "stranger", "P01-c" })
        {
            using var browser = await site.BrowserOf(user);
            // Anybody may claim an entity for which nobody acts, if they have been sent its code.
            System.Text.RegularExpressions.Regex.Matches((await browser.Get("/act")).Html, "href=\"/act/([a-z-]+)\"")
                .Select(match => match.Groups[1].Value).Except(["claim-holder"]).ShouldBeEmpty();
        }

        using var auditor = await site.BrowserOf("auditor-1");
        (await auditor.Get("/act/transfer-units")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("advance-clock")]
    [InlineData("found-scheme")]
    [InlineData("propose")]
    [InlineData("no-such-thing")]
    public async Task What_no_person_sends_is_not_there(string command)
    {
        using var browser = await site.BrowserOf("authority-a");
        (await browser.Get("/act/" + command)).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await browser.Get("/act/freeze-account");
        (await browser.Post("/act/" + command, Token(form))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_preview_says_what_will_happen_and_changes_nothing()
    {
        using var browser = await site.BrowserOf("P01-a");
        var (before, home, other) = (site.Rows, await AccountOf("P01"), await AccountOf("P04"));
        var form = await browser.Get(Transfer + "?holder=1");
        form.Shown.ShouldContain(home);
        var preview = await browser.Submit(
            form, Transfer, [.. Fields(home, other, "1,000"), ("_step", "preview")]);
        preview.Status.ShouldBe(HttpStatusCode.OK);
        // 19,687 CEA-2022 with P01 at the end of the story (expected-holdings.csv); the lowest serials go.
        foreach (var shown in new[] { "19,687 吨", "18,687 吨", "54071060-54072059", "须第二人复核", "P01-b" })
        {
            preview.Shown.ShouldContain(shown);
        }

        // What the receiver has is its own business: 33,332 before, 34,332 after.
        preview.Shown.ShouldNotContain("34,332");
        site.Rows.ShouldBe(before);
    }

    [Fact]
    public async Task Confirming_twice_happens_once_and_shows_the_same_result()
    {
        using var browser = await site.BrowserOf("registrar-a");
        var preview = await PreviewMove(browser, "100");
        var before = site.Rows;
        var first = await browser.Submit(preview, "/act/move-position", ("_step", "confirm"));
        first.Status.ShouldBe(HttpStatusCode.SeeOther);
        var second = await browser.Submit(preview, "/act/move-position", ("_step", "confirm"));
        first.Location.ShouldBe($"/act/done/{before + 1}");
        second.Location.ShouldBe(first.Location);
        site.Rows.ShouldBe(before + 1);
        var done = await browser.Get(first.Location + "?lang=en");
        done.Shown.ShouldContain($"href=\"/journal/{before + 1}\"");
        done.Shown.ShouldContain("100 t CEA-2022");
    }

    [Fact]
    public async Task The_same_id_from_another_person_is_another_command()
    {
        using var first = await site.BrowserOf("registrar-a");
        using var second = await site.BrowserOf("registrar-b");
        var preview = await PreviewMove(first, "11");
        var other = await PreviewMove(second, "11");
        var before = site.Rows;
        (await first.Submit(preview, "/act/move-position", ("_step",
        "confirm"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await second.Submit(other, "/act/move-position", ("_step", "confirm"), ("_id", IdOf(preview)));
        site.Rows.ShouldBe(before + 2);
    }

    [Fact]
    public async Task A_result_is_shown_to_who_sent_the_command_only()
    {
        using var browser = await site.BrowserOf("P02-a");
        (await browser.Get("/act/done/" + site.Rows)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get("/act/done/0")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get("/act/done/99999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_entitys_units_are_refused_with_code_and_sentence_in_both_languages()
    {
        using var browser = await site.BrowserOf("P02-a");
        var (before, home, other) = (site.Rows, await AccountOf("P01"), await AccountOf("P04"));
        foreach (var language in new[] { "zh", "en" })
        {
            var form = await browser.Get(Transfer + "?lang=" + language);
            var answer = await browser.Submit(
                form, Transfer + "", [.. Fields(home, other, "1000"), ("_step", "preview")]);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Shown.ShouldContain("TH2005");
        }

        using var english = await site.BrowserOf("P02-a");
        await english.Get("/language?to=en&back=/");
        var refused = await english.Submit(
            await english.Get(Transfer), Transfer, [.. Fields(home, other, "1000"), ("_step", "preview")]);
        refused.Shown.ShouldContain(SchemeRefusals.NotPermitted
            .With(("actor", "P02-a"), ("command", "transfer-units")).Message("en"));
        site.Rows.ShouldBe(before);
    }

    [Fact]
    public async Task Too_many_units_are_refused_with_the_ledgers_sentence()
    {
        using var browser = await site.BrowserOf("P01-a");
        var form = await browser.Get(Transfer);
        var fields = Fields(await AccountOf("P01"), await AccountOf("P04"), "999999999");
        var answer = await browser.Submit(form, Transfer, [.. fields, ("_step", "preview")]);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Shown.ShouldMatch("TH1\\d\\d\\d");
        // What was typed is still there to be changed.
        var again = await browser.Submit(answer, Transfer, ("_step", "edit"));
        again.Shown.ShouldContain("value=\"999999999\"");
    }

    [Fact]
    public async Task A_wrong_field_is_said_at_the_field_in_the_visitors_language()
    {
        using var browser = await site.BrowserOf("P01-a");
        await browser.Get("/language?to=en&back=/");
        var fields = Fields(await AccountOf("P01"), await AccountOf("P04"), "many");
        var answer = await browser.Submit(await browser.Get(Transfer), Transfer, [.. fields, ("_step", "preview")]);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Shown.ShouldContain("Give whole tonnes, such as 1000 or 1,000.");
        answer.Html.ShouldContain("id=\"f-quantity-problem\"");
        answer.Html.ShouldContain("aria-invalid=\"true\"");
        answer.Shown.ShouldContain("value=\"many\"");
    }

    [Fact]
    public async Task Script_in_every_text_field_comes_back_as_text()
    {
        using var browser = await site.BrowserOf("authority-a");
        const string script = "\"><script>alert(1)</script>";
        foreach (var word in ActionWords.All)
        {
            var path = "/act/" + word.Name;
            var form = await browser.Get(path);
            if (form.Status != HttpStatusCode.OK)
            {
                continue;
            }

            var entry = Catalogue.Scheme.CommandNamed(word.Name)!;
            var values = Web.Actions.Forms.CommandForm.Write((Command)Samples.Of(entry.Type, full: true)!);
            var fields = values.All.Keys.Select(key => (key, script)).ToArray();
            foreach (var step in new[] { "preview", "edit" })
            {
                var answer = await browser.Submit(form, path, [.. fields, ("_step", step)]);
                answer.Html.ShouldNotContain("<script>alert", Case.Insensitive, word.Name);
            }
        }
    }

    [Fact]
    public async Task Without_its_token_a_form_is_not_taken()
    {
        using var browser = await site.BrowserOf("P01-a");
        var answer = await browser.Post(Transfer, ("holder", "1"), ("_step", "preview"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Rows_come_and_go_without_script()
    {
        using var browser = await site.BrowserOf("authority-a");
        const string path = "/act/allocate-stated";
        var form = await browser.Get(path);
        form.Html.ShouldNotContain("name=\"rows.0.holder\"");
        form = await browser.Submit(form, path, ("_add", "rows"));
        form.Html.ShouldContain("name=\"rows.0.holder\"");
        form = await browser.Submit(form, path, ("_add", "rows"), ("rows.0.quantity", "5"));
        form.Html.ShouldContain("name=\"rows.1.holder\"");
        form = await browser.Submit(form, path, ("_remove", "rows.0"), ("rows.1.quantity", "7"));
        form.Html.ShouldNotContain("name=\"rows.1.holder\"");
        form.Html.ShouldContain("value=\"7\"");
    }

    [Fact]
    public async Task A_report_offers_a_row_for_each_unit_and_the_fields_of_its_method()
    {
        using var browser = await site.BrowserOf("P01-a");
        var form = await browser.Get("/act/submit-report?holder=1&year=2023&lang=en");
        form.Shown.ShouldContain("name=\"lines.0.facility\"");
        form.Shown.ShouldContain("name=\"lines.0.emissions.year\" value=\"2023\"");
        form.Shown.ShouldContain("name=\"lines.0.production.load_factor\"");
        form.Shown.ShouldContain("value=\"lines.0.emissions.fuels\"");
        form = await browser.Submit(
            form, "/act/submit-report", ("holder", "1"), ("year", "2023"), ("_add", "lines.0.emissions.fuels"));
        form.Html.ShouldContain("name=\"lines.0.emissions.fuels.0.fuel\"");
    }

    private static (string, string)[] Fields(string from, string to, string quantity) =>
    [
        ("holder", "1"), ("from", from), ("to", to), ("unit", "CEA"), ("vintage", "2022"), ("quantity", quantity),
    ];

    private async Task<Answer> PreviewMove(Browser browser, string quantity)
    {
        var (from, to) = await site.Read(state => (
            state.Registry.Holders[new HolderId(12)].RegistryAccount!.Value.Value.ToString(),
            state.Registry.Holders[new HolderId(12)].TradingAccount!.Value.Value.ToString()));
        var form = await browser.Get("/act/move-position");
        var preview = await browser.Submit(
            form, "/act/move-position", ("holder", "12"), ("from", from), ("to", to), ("unit", "CEA"),
            ("vintage", "2022"), ("quantity", quantity), ("_step", "preview"));
        preview.Status.ShouldBe(HttpStatusCode.OK);
        IdOf(preview).Length.ShouldBe(32);
        return preview;
    }

    private static string IdOf(Answer preview) =>
        System.Text.RegularExpressions.Regex.Match(preview.Html, "name=\"_id\" value=\"([^\"]*)\"").Groups[1].Value;

    private static (string, string) Token(Answer page) => ("__RequestVerificationToken",
        WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(
            page.Html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"").Groups[1].Value));

    private Task<string> AccountOf(string story) => site.Read(state =>
    {
        var id = new HolderId(long.Parse(story[1..]));
        return state.Registry.Accounts[state.Registry.Holders[id].RegistryAccount!.Value].Number;
    });
}
