using System.Net;
using System.Text.Json;

namespace Tanheng.Web.Tests;

/// <summary>The figures of the desks are those that were calculated independently of the program.</summary>
[Collection(DesksSiteTests.Name)]
public sealed class DesksFigureTests(DesksSite site)
{
    [Theory]
    [InlineData("2021")]
    [InlineData("2022")]
    public async Task The_compliance_monitor_has_the_figures_of_the_story(string period)
    {
        var names = Names();
        var rows = (await site.CsvOf("authority-a", $"/authority/compliance/{period}.csv?lang=en"))
            .ToDictionary(row => row["entity"]);
        var expected = site.Figures("expected.csv").Where(row => row["period"] == period).ToList();
        expected.Count.ShouldBe(30);
        foreach (var row in expected)
        {
            var shown = rows[names[row["code"]]];
            shown["verified"].ShouldBe(row["verified"], row["code"]);
            shown["allocation"].ShouldBe(row["determined"], row["code"]);
            shown["due"].ShouldBe(row["due"], row["code"]);
            shown["allowances"].ShouldBe(row["allowances"], row["code"]);
            shown["offsets"].ShouldBe(row["offsets"], row["code"]);
            shown["missing"].ShouldBe(row["missing"], row["code"]);
        }
    }

    [Fact]
    public async Task The_dry_run_computes_the_determined_allocation_and_changes_nothing()
    {
        var (rows, hash) = (site.Journal.Head().Sequence, await site.StateHashAsync());
        var names = Names();
        var shown = (await site.CsvOf("authority-a", "/authority/allocation/2022.csv?stage=final&lang=en"))
            .ToDictionary(row => row["entity"]);
        var units = (await site.CsvOf("authority-a", "/authority/allocation/2022/units.csv?stage=final&lang=en"))
            .ToLookup(row => row["entity"], row => DesksSite.Number(row["computed"]));
        foreach (var row in site.Figures("expected.csv").Where(row => row["period"] == "2022"))
        {
            var line = shown[names[row["code"]]];
            line["computed"].ShouldBe(row["determined"], row["code"]);
            line["verified"].ShouldBe(row["verified"], row["code"]);
            (DesksSite.Number(line["computed"]) - DesksSite.Number(line["stands"])).ToString()
                .ShouldBe(line["difference"], row["code"]);
            units[names[row["code"]]].Count().ShouldBe(int.Parse(line["units"]), row["code"]);
        }

        using var browser = await site.BrowserOf("authority-a");
        _ = await browser.ReadAsync("/authority/allocation/2022?stage=final");
        _ = await browser.ReadAsync("/authority/allocation/2022?stage=pre-allocation&basis=2021");
        site.Journal.Head().Sequence.ShouldBe(rows);
        (await site.StateHashAsync()).ShouldBe(hash);
    }

    [Fact]
    public async Task A_pre_allocation_of_one_entity_is_explained_with_its_result()
    {
        using var browser = await site.BrowserOf("authority-a");
        // P02 of 2022: 700,000 t by expected.csv.
        var holder = await HolderOf("P02");
        var html = await browser.ReadAsync(
            $"/authority/allocation/2022/{holder}?stage=pre-allocation&basis=2021&lang=en");
        html.ShouldContain("700,000");
        // Its final allocation stands, so the page says why a run would be refused and offers none.
        html.ShouldContain("4006");
        html.ShouldNotContain("/act/pre-allocate");
    }

    [Fact]
    public async Task What_is_held_at_the_end_is_what_the_story_expects()
    {
        var names = Names();
        var rows = await site.CsvOf("authority-a", "/authority/at.csv?lang=en");
        var held = rows.Where(row => row["kind"] is "Registry account" or "Trading account" or "Custody account"
                || names.ContainsValue(row["owner"]))
            .GroupBy(row => (row["owner"], row["asset"]))
            .ToDictionary(group => group.Key, group => group.Sum(row => DesksSite.Number(row["quantity"])));
        var expected = site.Figures("expected-holdings.csv");
        expected.Count.ShouldBe(20);
        foreach (var row in expected)
        {
            held.GetValueOrDefault((names[row["code"]], row["unit"]))
                .ShouldBe(DesksSite.Number(row["quantity"]), row["code"]);
        }
    }

    [Fact]
    public async Task The_books_agree_and_say_how_much_was_surrendered()
    {
        var rows = await site.CsvOf("registrar-a", "/operator/reconciliation.csv?lang=en");
        foreach (var row in rows)
        {
            DesksSite.Number(row["issued"]).ShouldBe(
                DesksSite.Number(row["held"]) + DesksSite.Number(row["surrendered"])
                + DesksSite.Number(row["cancelled"]) + DesksSite.Number(row["expired"]), row["unit"]);
            row["records"].ShouldBe(row["surrendered"], row["unit"]);
            row["gaps"].ShouldBe("0", row["unit"]);
            row["check"].ShouldBe("Balanced", row["unit"]);
        }

        var expected = site.Figures("expected.csv");
        rows.Sum(row => DesksSite.Number(row["surrendered"])).ShouldBe(
            expected.Sum(row => DesksSite.Number(row["allowances"]) + DesksSite.Number(row["offsets"])));
    }

    [Fact]
    public async Task Two_moments_differ_by_exactly_what_was_decided_between_them()
    {
        // Between 2024-06-05 10:05 and 10:15 one thing happened: the fine of P07 was decided (3,500,000.00 CNY).
        var rows = await site.CsvOf(
            "auditor-1", "/auditor/compare.csv?from=2024-06-05T10:05&to=2024-06-05T10:15&lang=en");
        rows.Count.ShouldBe(3);
        var status = rows.Single(row => row["kind"] == "Status");
        status["subject"].ShouldBe(Names()["P07"]);
        (status["before"], status["after"]).ShouldBe(("Open", "Decided"));
        var money = rows.Where(row => row["kind"] == "Holdings").ToList();
        money.Select(row => row["difference"].TrimStart('\'', '-').Replace(",", "", StringComparison.Ordinal))
            .ShouldAllBe(value => value.StartsWith("3500000.00", StringComparison.Ordinal));
        (await site.CsvOf("auditor-1", "/auditor/compare.csv?from=2024-06-05T10:15&to=2024-06-05T10:15"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_exported_journal_is_the_journal()
    {
        using var browser = await site.BrowserOf("auditor-1");
        using var answer = await browser.GetAsync("/auditor/journal.jsonl");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe((int)site.Journal.Head().Sequence);
        var last = JsonDocument.Parse(lines[^1]).RootElement;
        last.GetProperty("hash").GetString().ShouldBe(site.Journal.Head().Hash.ToString());
        last.GetProperty("previous").GetString()
            .ShouldBe(JsonDocument.Parse(lines[^2]).RootElement.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task The_journal_is_searched_by_person_and_action()
    {
        using var browser = await site.BrowserOf("auditor-1");
        var html = await browser.ReadAsync("/auditor/search?actor=authority-a&command=open-case&lang=en");
        // The story opens one case by hand, for a false report.
        System.Text.RegularExpressions.Regex.Count(html, "<li class=\"card\"").ShouldBe(1);
        (await browser.ReadAsync("/auditor/search?actor=nobody")).ShouldNotContain("<li class=\"card\"");
    }

    [Fact]
    public async Task A_case_tells_its_course_and_what_may_be_done_next()
    {
        using var browser = await site.BrowserOf("authority-a");
        var (closed, live) = await site.Read(state => (
            state.Compliance.Cases.Values.First(one => !one.IsLive).Id.Value,
            state.Compliance.Cases.Values.First(one => one.IsLive).Id.Value));
        (await browser.ReadAsync($"/authority/cases/{closed}")).ShouldNotContain("/act/");
        (await browser.ReadAsync($"/authority/cases/{live}")).ShouldContain($"/act/amend-case?case={live}");
    }

    private Dictionary<string, string> Names() =>
        site.Figures("entities.csv").ToDictionary(row => row["code"], row => row["name_en"]);

    private Task<long> HolderOf(string code)
    {
        var uscc = site.Figures("entities.csv").Single(row => row["code"] == code)["uscc"];
        return site.Read(state => state.Registry.HolderCodes[uscc].Value);
    }
}
