using System.Net;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Public;

namespace Tanheng.Web.Tests;

/// <summary>What everybody may see, and no more.</summary>
[Collection(PortalSiteTests.Name)]
public sealed class PublicPageTests(PortalSite site)
{
    [Fact]
    public void A_public_list_has_the_fields_of_its_rule_and_where_an_obligation_stands()
    {
        foreach (var list in DisclosureList.All)
        {
            var rule = site.State.Rules.Disclosures.FirstOrDefault(one => one.What == list.What);
            var shown = Disclosure.Of(site.State, list, null, null, []);
            shown.Columns.Select(column => column.Key).Except(["status"])
                .ShouldBe(rule is null ? [] : rule.Fields, list.Path);
            shown.Rows.SelectMany(row => row.Values.Keys).Except(shown.Columns.Select(column => column.Key))
                .ShouldBeEmpty(list.Path);
        }
    }

    [Fact]
    public void A_field_that_the_rule_keeps_back_is_in_no_row_even_when_the_rule_also_names_it()
    {
        var book = site.State.Rules;
        var rule = book.Disclosures.First(one => one.What == "coverage-list");
        var strict = rule with { Withheld = ["credit-code"] };
        var columns = strict.Fields.Except(strict.Withheld).Select(DisclosureColumns.Of).ToList();
        columns.Select(column => column.Key).ShouldBe(["holder", "province", "sector", "facilities"]);
    }

    [Fact]
    public async Task What_the_rulebook_does_not_make_public_is_not_there_nor_as_a_file()
    {
        using var visitor = site.Visitor();
        // The national rulebook has no rule "allocation" under "disclosure".
        (await visitor.GetStringAsync("/disclosure/allocation")).ShouldContain(Words.NoDisclosureRule.Zh);
        using var file = await visitor.GetAsync("/disclosure/allocation.csv");
        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Public_transactions_name_neither_accounts_nor_holders()
    {
        using var visitor = site.Visitor();
        var file = await visitor.GetStringAsync("/disclosure/transactions.csv?lang=zh");
        file.Split("\r\n")[0].TrimStart('\uFEFF').ShouldBe("type,unit,quantity (t),day");
        file.ShouldContain("CEA-2022");
        foreach (var holder in site.State.Registry.Holders.Values)
        {
            file.ShouldNotContain(holder.Name.Zh);
        }

        foreach (var account in site.State.Registry.Accounts.Values)
        {
            file.ShouldNotContain(account.Number);
        }
    }

    [Fact]
    public async Task Surrender_results_are_those_that_were_published()
    {
        using var visitor = site.Visitor();
        var file = (await visitor.GetStringAsync("/disclosure/compliance.csv?period=2022&lang=en")).TrimStart('\uFEFF');
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        // Thirty companies; Pingchuan owed 1,105,000 and was 10,000 short.
        lines.Length.ShouldBe(31);
        lines[0].ShouldBe("holder,period,obligation (t),surrendered (t),shortfall (t),penalty,status");
        lines.ShouldContain(line => line.StartsWith("Pingchuan Power Co.,2022,1105000,1095000,10000,"));
        lines.Count(line => line.EndsWith(",Short")).ShouldBe(1);
    }

    [Fact]
    public async Task The_public_journal_shows_chain_and_command_but_neither_actor_nor_events()
    {
        using var visitor = site.Visitor();
        var row = site.State.Sequence / 2;
        var html = await visitor.GetStringAsync($"/journal/{row}");
        var stored = site.Rows(row, row).Single();
        html.ShouldContain(stored.Hash.ToString());
        html.ShouldContain(stored.Command);
        html.ShouldContain(Words.Hidden.Zh);
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        // With these and the hash anybody could try out what the row may have said.
        main.ShouldNotContain(stored.InputHash.ToString());
        main.ShouldNotContain(stored.CommandId.ToString());
        main.ShouldNotContain($">{stored.Actor}<");
        main.ShouldNotContain("&quot;event&quot;");

        using var auditor = await site.SignedIn(PortalSite.Auditor);
        var full = await auditor.GetStringAsync($"/journal/{row}");
        full.ShouldContain(stored.InputHash.ToString());
        full.ShouldContain(stored.Actor.Name);
    }

    [Fact]
    public async Task A_rows_text_is_found_in_the_chain_and_one_letter_less_is_not()
    {
        using var visitor = site.Visitor();
        var row = site.Rows(77, 77).Single();
        var text = RowCheck.TextOf(row);
        async Task<string> Check(string pasted)
        {
            using var answer = await visitor.Post(
                "/journal/check?lang=en", ("Pasted", pasted), ("_handler", "check"));
            return await answer.Content.ReadAsStringAsync();
        }

        // A browser sends line ends as carriage return and line feed.
        (await Check(text.Replace("\n", "\r\n") + "\r\n")).ShouldContain(Words.InChainAt(77).En);
        (await Check(text.Replace("[{", "[ {"))).ShouldContain(Words.NotInChain.En);
        (await Check(row.Hash.ToString().ToUpperInvariant())).ShouldContain(Words.InChainAt(77).En);
        (await Check(new string('0', 64))).ShouldContain(Words.NotInChain.En);
        (await Check("abc")).ShouldContain(Words.NotARow.En);
        (await Check("<script>alert(1)</script>")).ShouldNotContain("<script>alert");
    }

    [Fact]
    public void The_text_of_a_row_hashes_to_its_hash()
    {
        foreach (var row in site.Rows(1, 50))
        {
            Digest.Of(System.Text.Encoding.UTF8.GetBytes(RowCheck.TextOf(row))).ShouldBe(row.Hash);
            new RowHash().Of(row).ShouldBe(row.Hash);
        }
    }

    [Fact]
    public async Task The_file_of_hashes_is_the_chain()
    {
        using var visitor = site.Visitor();
        var lines = (await visitor.GetStringAsync("/journal/hashes.csv"))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        lines.Count.ShouldBe((int)site.State.Sequence);
        lines[0][3].ShouldBe(new string('0', 64));
        lines.Zip(lines.Skip(1)).ShouldAllBe(pair => pair.First[4] == pair.Second[3]);
    }

    [Fact]
    public async Task Every_rule_has_a_page_with_its_source_and_its_lines_of_the_file()
    {
        using var visitor = site.Visitor();
        var html = WebUtility.HtmlDecode(await visitor.GetStringAsync("/rules/periods.2022.surrender.offsets"));
        // rulebooks/china-national.yaml: offsets up to 5 % of the obligation, order 19, article 29.
        html.ShouldContain("share: 5 %");
        html.ShouldContain("第二十九条");
        html.ShouldContain(Names.Of(Standing.Law).Zh);
        RuleBrowser.Of(site.State.Rules).Select(rule => rule.Id).ShouldBeUnique();
    }

    [Fact]
    public void The_lines_of_a_rule_end_where_the_next_one_begins()
    {
        const string file = "a:\n  b:\n    c: 1\n\n  d:\n    - { e: 2 }\n    - { f: 3 }\n";
        RuleBrowser.Excerpt(file, 2).ShouldBe([(2, "  b:"), (3, "    c: 1")]);
        RuleBrowser.Excerpt(file, 6).ShouldBe([(6, "    - { e: 2 }")]);
        RuleBrowser.Excerpt(file, 99).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_calculation_is_its_address_and_shows_its_work()
    {
        using var visitor = site.Visitor();
        var method = site.State.Methods.Find("allocation/cn-power@2022").Value;
        var form = MethodForm.Of(method, method.Examples[0].Given);
        form.Inputs.ShouldBe(method.Examples[0].Given);
        var html = await visitor.GetStringAsync($"/methods/{method.Reference}?{form.Query}&lang=en");
        // 3,000,000 MWh × 0.8177 × 1.0102 = 2,478,121.62, rounded down.
        html.ShouldContain("2,478,121");
        html.ShouldContain("0.8177");
        var wrong = await visitor.GetStringAsync($"/methods/{method.Reference}?units.0.electricity=many&lang=en");
        wrong.ShouldContain(Words.NotANumber.En);
        var missing = await visitor.GetStringAsync($"/methods/{method.Reference}?units.0.class=I&lang=en");
        missing.ShouldContain(Words.Refused.En);
    }

    [Fact]
    public void Every_worked_example_passes_through_its_form_unchanged()
    {
        foreach (var method in site.State.Methods.Methods)
        {
            foreach (var example in method.Examples.Where(example => example.Refused is null))
            {
                MethodForm.Of(method, example.Given).Inputs.ShouldBe(example.Given, method.Reference);
            }
        }
    }

    [Fact]
    public async Task The_front_page_tells_sums_of_the_story()
    {
        using var visitor = site.Visitor();
        var html = await visitor.GetStringAsync("/?lang=en");
        // Thirty companies; 29 of 30 met 2022 in the end: 96.7 %.
        html.ShouldContain(">30<");
        html.ShouldContain("96.7");
        html.ShouldContain(Words.NoticeResults(new CompliancePeriod(2022)).En);
    }
}
