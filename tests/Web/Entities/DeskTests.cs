using System.Net;
using System.Security.Cryptography;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Tests.Actions;

namespace Tanheng.Web.Tests.Entities;

/// <summary>The desk of an entity over HTTP: what it shows, to whom, and where its forms lead.</summary>
[Collection(ActionSiteTests.Name)]
public sealed class DeskTests(ActionSite site)
{
    private static readonly string[] Tabs =
    [
        "", "/holdings", "/statement", "/transfers", "/reports", "/reports/2022", "/surrender", "/surrender/2022",
        "/carry-over", "/advance", "/objections", "/representatives",
    ];

    [Fact]
    public async Task Every_tab_opens_for_representatives_and_readers_in_both_languages()
    {
        site.FillViews();
        foreach (var user in new[] { "P03-a", "P03-b", "authority-a", "auditor-1" })
        {
            using var browser = await site.BrowserOf(user);
            foreach (var language in new[] { "zh", "en" })
            {
                await browser.Get($"/language?to={language}&back=/");
                foreach (var tab in Tabs)
                {
                    var page = await browser.Get("/desk/3" + tab);
                    page.Status.ShouldBe(HttpStatusCode.OK, user + tab);
                    page.Shown.ShouldContain(language == "zh" ? "石门热电有限公司" : "Shimen Cogeneration Co.");
                }
            }
        }
    }

    [Fact]
    public async Task For_all_others_nothing_is_there()
    {
        foreach (var user in new[] { "P04-a", "verifier-1", "stranger" })
        {
            using var browser = await site.BrowserOf(user);
            foreach (var tab in Tabs.Append("/reports/2023/edit").Append("/holdings.csv").Append("/statement.csv"))
            {
                (await browser.Get("/desk/3" + tab)).Status.ShouldBe(HttpStatusCode.NotFound, user + tab);
            }
        }

        using var visitor = await site.BrowserOf(null);
        (await visitor.Get("/desk/3")).Location.ShouldBe("/sign-in?back=%2Fdesk%2F3");
        (await visitor.Get("/desk/3/holdings.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var reader = await site.BrowserOf("auditor-1");
        (await reader.Get("/desk/9999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.Get("/desk/3/surrender/1999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.Get("/desk/3/reports/1999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_of_desks_leads_on_when_there_is_one()
    {
        using var one = await site.BrowserOf("P03-a");
        (await one.Get("/desk")).Location.ShouldBe("/desk/3");
        using var all = await site.BrowserOf("auditor-1");
        var page = await all.Get("/desk?q=" + Uri.EscapeDataString("石门"));
        page.Html.ShouldContain("href=\"/desk/3\"");
        page.Html.ShouldNotContain("href=\"/desk/4\"");
    }

    [Fact]
    public async Task Who_may_only_read_sees_no_form_and_is_told_so()
    {
        using var second = await site.BrowserOf("P11-b");
        var page = await second.Get("/desk/11/transfers");
        page.Html.ShouldNotContain("action=\"/act/transfer-units\"");
        page.Shown.ShouldContain("没有为该单位发起业务的权限");
        (await second.Get("/desk/11/reports/2023/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The story leaves P07 10,000 t short for 2022; the case's fine of 3,500,000 yuan is not paid.</summary>
    [Fact]
    public async Task What_to_do_next_follows_from_the_state()
    {
        using var browser = await site.BrowserOf("P07-a");
        var page = await browser.Get("/desk/7");
        page.Shown.ShouldContain("2022 尚需清缴 10,000 吨");
        page.Shown.ShouldContain("3,500,000.00");
        page.Html.ShouldContain("href=\"/desk/7/surrender/2022\"");
        page.Shown.ShouldContain("已过期");
    }

    [Fact]
    public async Task A_transfer_from_the_desk_goes_through_the_three_steps()
    {
        using var browser = await site.BrowserOf("P22-a");
        var page = await browser.Get("/desk/22/transfers");
        var (key, to) = await site.Read(state => (
            $"{state.Registry.Holders[new HolderId(22)].RegistryAccount!.Value.Value}|CEA|2022",
            state.Registry.Accounts[state.Registry.Holders[new HolderId(23)].RegistryAccount!.Value].Number));
        page.Shown.ShouldContain($"value=\"{key}\"");
        var preview = await browser.Submit(
            page, "/act/transfer-units", ("position", key), ("to", to), ("quantity", "1,106"), ("_step", "preview"));
        preview.Status.ShouldBe(HttpStatusCode.OK);
        // 139,106 CEA-2022 with P22 at the end of the story (expected-holdings.csv).
        preview.Shown.ShouldContain("139,106 吨");
        preview.Shown.ShouldContain("138,000 吨");
        var before = site.Rows;
        (await browser.Submit(preview, "/act/transfer-units", ("_step",
        "confirm"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        site.Rows.ShouldBe(before + 1);
    }

    /// <summary>
    /// 10,000 t are missing; a surrender tried says which units would go, and what they may not be.
    /// </summary>
    [Fact]
    public async Task A_surrender_is_tried_without_changing_anything_and_goes_on_to_its_preview()
    {
        await site.Send("registrar-a", await site.Read(state => (Command)new TransferUnits(
            new HolderId(20),
            state.Registry.Holders[new HolderId(20)].RegistryAccount!.Value,
            state.Registry.Holders[new HolderId(7)].RegistryAccount!.Value,
            "CEA", new CompliancePeriod(2022), new Tonnes(4000))) is { } transfer
                ? Scheme.Approval.Propose.Of(transfer)
                : throw new InvalidOperationException());
        var proposal = await site.Read(state => state.Approvals.Proposals.Values
            .Last(one => one.Command == "transfer-units" && one.Holder == new HolderId(20)).Id);
        (await site.Send("P20-b", new Scheme.Approval.ApproveProposal(proposal))).IsRefused(out _).ShouldBeFalse();

        using var browser = await site.BrowserOf("P07-a");
        var before = site.Rows;
        var page = await browser.Get("/desk/7/surrender/2022?quantity=2500");
        page.Shown.ShouldContain("2,500 吨");
        page.Shown.ShouldContain("7,500 吨");
        page.Shown.ShouldContain("CEA-2022");
        (await browser.Get("/desk/7/surrender/2022?quantity=10001")).Shown.ShouldContain("TH5011");
        (await browser.Get("/desk/7/surrender/2022?quantity=viel")).Shown.ShouldContain("请填写整数吨");
        var byVintage = await browser.Get(
            "/desk/7/surrender/2022?choice.0.unit=CEA&choice.0.vintage=2022&choice.0.quantity=100");
        byVintage.Shown.ShouldContain("9,900 吨");
        var preview = await browser.Submit(page, "/act/surrender", ("_step", "preview"));
        preview.Status.ShouldBe(HttpStatusCode.OK);
        preview.Shown.ShouldContain("须第二人复核");
        site.Rows.ShouldBe(before);
    }

    [Fact]
    public async Task A_report_is_calculated_line_by_line_and_kept_as_a_draft()
    {
        (await site.Send("authority-a", new ListCoverage(2023, [new HolderId(24)], [],
        "test"))).IsRefused(out _).ShouldBeFalse();
        using var browser = await site.BrowserOf("P24-a");
        const string path = "/desk/24/reports/2023/edit";
        var page = await browser.Get(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page = await browser.Submit(page, path, [.. Lines(page), ("_add", "lines.0.emissions.fuels")]);
        page.Html.ShouldContain("name=\"lines.0.emissions.fuels.0.fuel\"");
        (string, string)[] fuel =
        [
            ("lines.0.emissions.fuels.0.fuel", "bituminous"), ("lines.0.emissions.fuels.0.amount", "1000"),
            ("lines.0.emissions.fuels.0.carbon_basis", "as_received"), ("lines.0.emissions.fuels.0.carbon", "0.5"),
        ];
        var before = site.Rows;
        var calculated = await browser.Submit(page, path, [.. Lines(page), .. fuel, ("_step", "calculate")]);
        // 1,000 t × 0.5 tC/t × 0.99 × 44/12 = 1,815 t
        calculated.Shown.ShouldContain("1,815");
        calculated.Shown.ShouldContain("44/12");
        site.Rows.ShouldBe(before);

        var saved = await browser.Submit(page, path, [.. Lines(page), .. fuel, ("_step", "save")]);
        saved.Status.ShouldBe(HttpStatusCode.SeeOther);
        var again = await browser.Get(path);
        again.Shown.ShouldContain("草稿已保存");
        again.Html.ShouldContain("name=\"lines.0.emissions.fuels.0.amount\" value=\"1000\"");
        var dropped = await browser.Submit(again, path, ("_step", "drop"));
        dropped.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.Get(path)).Html.ShouldNotContain("value=\"1000\"");
    }

    [Fact]
    public async Task Wrong_figures_of_a_report_are_said_at_their_fields()
    {
        (await site.Send("authority-a", new ListCoverage(2023, [new HolderId(25)], [],
        "test"))).IsRefused(out _).ShouldBeFalse();
        using var browser = await site.BrowserOf("P25-a");
        const string path = "/desk/25/reports/2023/edit";
        var page = await browser.Get(path);
        var wrong = await browser.Submit(page, path,
            [.. Lines(page), ("lines.0.emissions.fuels.0.fuel", "bituminous"),
            ("lines.0.emissions.fuels.0.amount", "much"), ("_step", "calculate")]);
        wrong.Shown.ShouldContain("请填写数字");
        wrong.Html.ShouldContain("id=\"f-lines-0-emissions-fuels-0-amount-problem\"");
    }

    [Fact]
    public async Task A_file_is_kept_by_its_hash_and_given_to_readers_of_its_record_only()
    {
        (await site.Send("authority-a", new ListCoverage(2023, [new HolderId(26)], [],
        "test"))).IsRefused(out _).ShouldBeFalse();
        using var browser = await site.BrowserOf("P26-a");
        var content = "%PDF-1.7 test"u8.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        const string path = "/act/file-monitoring-plan";
        var form = await browser.Get(path);
        var facility = await site.Read(state =>
            state.Registry.Facilities.Values.First(one => one.Holder == new HolderId(26)).Id.Value.ToString());
        (string, string)[] fields =
        [
            ("holder", "26"), ("year", "2023"), ("facilities", facility), ("text", "方案"), ("_step", "preview"),
        ];
        var wrong = await browser.Upload(form, path, "attachment", "plan.pdf", "MZ"u8.ToArray(), fields);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var preview = await browser.Upload(form, path, "attachment", "..\\plan.pdf", content, fields);
        preview.Status.ShouldBe(HttpStatusCode.OK);
        preview.Html.ShouldContain(hash);
        (await browser.Get("/desk/26/attachments/" + hash)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Submit(preview, path, ("_step", "confirm"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var given = await browser.Get("/desk/26/attachments/" + hash);
        given.Status.ShouldBe(HttpStatusCode.OK);
        given.Html.ShouldBe("%PDF-1.7 test");
        (await site.Read(state => state.Mrv.Plans[(new HolderId(26), 2023)].Attachment.ToString())).ShouldBe(hash);
        using var other = await site.BrowserOf("P27-a");
        (await other.Get("/desk/26/attachments/" + hash)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get("/desk/27/attachments/" + hash)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Holdings_and_statement_come_as_files()
    {
        site.FillViews();
        using var browser = await site.BrowserOf("P16-a");
        var holdings = await browser.Get("/desk/16/holdings.csv?lang=en");
        // 192,123 CEA-2022 with P16 at the end of the story (expected-holdings.csv).
        holdings.Html.ShouldContain("CEA-2022,Free,192123,");
        var statement = await browser.Get("/desk/16/statement.csv?lang=en");
        statement.Html.Split('\n').Length.ShouldBeGreaterThan(5);
        statement.Html.ShouldContain("CEA-2022");
        // The account's lines add up to what it holds.
        var sum = statement.Html.Split("\r\n").Skip(1)
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\"[^\"]*\"", "").Split(','))
            .Where(cells => cells.Length > 8 && cells[^2].Length > 0 && cells.Contains("CEA-2022"))
            .Sum(cells => long.Parse(cells[^2]));
        sum.ShouldBe(192_123);
    }

    /// <summary>
    /// The story's P11: net sales 8,000 t, so T = 10,000 + 8,000 × 1.5 = 22,000, all of it converted.
    /// </summary>
    [Fact]
    public async Task A_carry_over_shows_its_formula_with_the_figures_in_it()
    {
        using var browser = await site.BrowserOf("P11-a");
        var page = await browser.Get("/desk/11/carry-over?lang=en");
        page.Shown.ShouldContain("10,000 + max(0, 8,000) × 1.5 = 22,000");
        page.Shown.ShouldContain("Converted");
        page.Shown.ShouldContain("No applications are taken now.");
    }

    /// <summary>The story's P03: gap 12 %, lent 60,000 t of 2023 for 2022.</summary>
    [Fact]
    public async Task An_advance_shows_gap_share_and_limit()
    {
        using var browser = await site.BrowserOf("P03-a");
        var page = await browser.Get("/desk/3/advance?lang=en");
        page.Shown.ShouldContain("12 %");
        page.Shown.ShouldContain("60,000 t");
    }

    /// <summary>The fields of the lines that a page shows, as a browser would send them.</summary>
    private static (string, string)[] Lines(Answer page) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(page.Html,
            "<input id=\"[^\"]*\" name=\"(lines[^\"]*)\" value=\"([^\"]*)\"")
            .Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Where(one => !one.Item1.Contains("fuels", StringComparison.Ordinal)),
        .. System.Text.RegularExpressions.Regex.Matches(
                page.Html, "<select id=\"[^\"]*\" name=\"(lines[^\"]*)\".*?</select>",
                    System.Text.RegularExpressions.RegexOptions.Singleline)
            .Where(match => !match.Groups[1].Value.Contains("fuels", StringComparison.Ordinal))
            .Select(match => (match.Groups[1].Value, System.Text.RegularExpressions.Regex.Match(
                match.Value, "<option value=\"([^\"]*)\" selected").Groups[1].Value)),
    ];
}
