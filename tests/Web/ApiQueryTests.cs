using System.Globalization;
using System.Text;
using System.Text.Json;
using Tanheng.Engine.Journal;
using Tanheng.Scheme;
using Tanheng.Web.Api;

namespace Tanheng.Web.Tests;

/// <summary>Questions over HTTP: figures of the story, pages, tags, forms, the past.</summary>
[Collection(ApiStoryTests.Name)]
public sealed class ApiQueryTests(ApiStory story)
{
    private const long Allowances = 48;

    [Fact]
    public async Task Figures_are_those_of_the_story()
    {
        using var client = story.Server.As("authority-a");
        // scenarios/china-2021-2022/expected.csv, calculated without this program: P01, 2022.
        var allocation = (await client.Get("/allocations/1/2022")).Expect(200).Json;
        allocation.GetProperty("entitlement").GetProperty("determined").GetInt64().ShouldBe(2_478_121);
        var obligation = (await client.Get("/obligations/1/2022")).Expect(200).Json.GetProperty("obligation");
        obligation.GetProperty("due").GetInt64().ShouldBe(2_465_000);
        obligation.GetProperty("status").GetString().ShouldBe("met");
        // Case 2: 10,000 t × 70 CNY × 5 = 3,500,000 CNY, in fen.
        var fine = (await client.Get("/cases/2")).Expect(200).Json.GetProperty("decision").GetProperty("fine");
        fine.GetProperty("minor").GetInt64().ShouldBe(350_000_000);
        fine.GetProperty("currency").GetString().ShouldBe("CNY");
    }

    [Fact]
    public async Task Every_number_of_an_allocation_has_its_work_in_both_languages()
    {
        using var client = story.Server.As(story.Code + "-a");
        var figures = (await client.Get("/allocations/16/2022")).Expect(200).Json.GetProperty("figures");
        figures.EnumerateArray().Select(one => one.GetProperty("kind").GetString())
            .ShouldBe(["pre-allocation", "final"]);
        var line = figures[1].GetProperty("explanation").GetProperty("lines")[0];
        foreach (var language in new[] { "zh", "en" })
        {
            line.GetProperty("words").GetProperty(language).GetString().ShouldNotBeNullOrEmpty();
            line.GetProperty("substituted").GetProperty(language).GetString().ShouldNotBeNullOrEmpty();
        }

        line.GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_method_calculates_for_anybody_what_its_example_says()
    {
        using var nobody = story.Server.As(null);
        var body = """
            {"inputs":{"units":[{"id":"1","class":"I","type":"condensing","cooling":"water","electricity":3000000,
             "load_factor":0.78,"verified":2465000}]}}
            """;
        var answer = (await nobody.Post("/methods/allocation/cn-power/2022/evaluate", body)).Expect(200).Json;
        // 3,000,000 × 0.8177 × 1.0102 = 2,478,121.62
        answer.GetProperty("outputs").GetProperty("final").GetInt64().ShouldBe(2_478_121);
        (await nobody.Post("/methods/allocation/cn-power/2022/evaluate", """{"inputs":{}}""")).Status.ShouldBe(422);
        (await nobody.Post("/methods/allocation/cn-power/1999/evaluate", """{"inputs":{}}""")).Refused(404, 7009);
        (await nobody.Get("/methods/allocation/nothing/2022")).Refused(404, 7009);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        foreach (var operation in Operations.All.Where(one => one is { IsList: true, Command: null }))
        {
            using var client = story.Server.As("authority-a");
            var whole = await client.Get(ApiPaths.Example(operation) + "?limit=1000");
            if (whole.Code == 9516)
            {
                continue;
            }

            var all = whole.Expect(200).Json.GetProperty("items").EnumerateArray().ToList();
            if (all.Count is < 2 or 1000)
            {
                continue;
            }

            var limit = (all.Count / 3) + 1;
            var (next, pages) = ($"{ApiPaths.Example(operation)}?limit={limit}", new List<JsonElement>());
            while (next is not null)
            {
                var page = (await client.Get(next)).Expect(200);
                pages.AddRange(page.Json.GetProperty("items").EnumerateArray());
                next = page.Header("Link") is { } link ? PathOf(link) : null;
                (next is not null).ShouldBe(page.Json.TryGetProperty("next", out _), operation.Id);
            }

            pages.Select(one => one.GetRawText()).ShouldBe(all.Select(one => one.GetRawText()), operation.Id);
        }
    }

    [Theory]
    [InlineData("/holders?limit=0", 400, 9509)]
    [InlineData("/holders?limit=1001", 400, 9509)]
    [InlineData("/holders?limit=a", 400, 9509)]
    [InlineData("/holders?limit=1&limit=2", 400, 9509)]
    [InlineData("/holders?cursor=!!", 400, 9509)]
    [InlineData("/holders?status=odd", 400, 9509)]
    [InlineData("/holders?colour=red", 400, 9510)]
    [InlineData("/holdings?at=yesterday", 400, 9509)]
    [InlineData("/holders/0", 404, 9515)]
    [InlineData("/holders/x", 404, 9515)]
    [InlineData("/holders/999", 404, 9515)]
    [InlineData("/holders/99999999999999999999", 404, 9515)]
    [InlineData("/allocations/16/1999", 404, 9515)]
    [InlineData("/journal/999999", 404, 9515)]
    [InlineData("/cases/99", 404, 9515)]
    [InlineData("/refusals/1", 404, 9515)]
    [InlineData("/nothing", 404, 9511)]
    [InlineData("", 404, 9511)]
    public async Task What_is_asked_wrongly_is_told_so(string path, int status, int code)
    {
        using var client = story.Server.As("authority-a");
        (await client.Get(path)).Refused(status, code);
    }

    [Fact]
    public async Task An_answer_that_is_known_already_is_not_sent_again_and_is_nobody_elses()
    {
        using var client = story.Server.As(story.Code + "-a");
        var first = (await client.Get("/holders/16")).Expect(200);
        var tag = first.Header("ETag").ShouldNotBeNull();
        first.Header("Tanheng-Sequence").ShouldBe(story.Server.Sequence.ToString(CultureInfo.InvariantCulture));
        var again = await client.Get("/holders/16", ("If-None-Match", tag));
        again.Status.ShouldBe(304);
        again.Bytes.ShouldBeEmpty();
        (await client.Get("/holders/16", ("If-None-Match", "W/\"1-000000000000\""))).Expect(200);
        // Another person's tag is another one, and a right that somebody lacks is not lent by a tag.
        using var official = story.Server.As("authority-a");
        (await official.Get("/holders/16", ("If-None-Match", tag))).Expect(200);
        using var other = story.Server.As(story.Other + "-a");
        (await other.Get("/holders/16", ("If-None-Match", tag))).Refused(404, 9515);
        (await other.Get("/holders/16", ("If-None-Match", "*"))).Refused(404, 9515);
        var list = (await client.Get("/holdings")).Expect(200);
        (await client.Get("/holdings", ("If-None-Match", list.Header("ETag")!))).Status.ShouldBe(304);
        (await client.Get("/holdings", ("If-None-Match", list.Header("ETag")!), ("Accept", "text/csv"))).Expect(200);
    }

    [Fact]
    public async Task Lists_are_CSV_for_who_asks_and_other_forms_are_refused()
    {
        using var client = story.Server.As("authority-a");
        var reply = (await client.Get("/obligations?period=2022&limit=2", ("Accept", "text/csv"))).Expect(200);
        reply.Type.ShouldBe("text/csv");
        reply.Header("Content-Disposition").ShouldBe("attachment; filename=\"list-obligations.csv\"");
        reply.Header("Link").ShouldNotBeNull();
        var lines = reply.Text.TrimStart('\uFEFF').Split("\r\n");
        reply.Bytes.AsSpan().StartsWith("\uFEFF"u8).ShouldBeTrue();
        lines[0].ShouldBe("holder,period,due [tCO2e],allowances [tCO2e],offsets [tCO2e],missing [tCO2e],status");
        lines[1].ShouldBe("1,2022,2465000,2465000,0,0,met");
        lines.Length.ShouldBe(4);
        var holders = (await client.Get("/holders?limit=1", ("Accept", "text/csv"))).Expect(200);
        holders.Text.ShouldContain("name.zh,name.en");
        (await client.Get("/holders", ("Accept", "text/html"))).Refused(406, 9513);
        (await client.Get("/scheme", ("Accept", "text/csv"))).Refused(406, 9513);
        (await client.Get("/holders?limit=1", ("Accept", "text/csv;q=0.3, application/json"))).Type
            .ShouldBe("application/json");
        (await client.Get("/holders?limit=1", ("Accept", "text/*"))).Type.ShouldBe("text/csv");
    }

    [Fact]
    public async Task Holdings_of_the_past_are_the_sum_of_the_statement_up_to_then()
    {
        using var client = story.Server.As(story.Code + "-a");
        const string at = "2023-10-31T00:00:00Z";
        var moment = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var statement = (await client.Get($"/accounts/{Allowances}/statement?limit=1000")).Expect(200).Json;
        var expected = statement.GetProperty("items").EnumerateArray()
            .Where(line => line.GetProperty("time").GetDateTimeOffset() <= moment)
            .GroupBy(line => (
                line.GetProperty("asset").GetString()!, line.GetProperty("compartment").GetString()!))
            .Select(group => (group.Key, Sum: group.Sum(line => line.GetProperty("quantity").GetInt64())))
            .Where(one => one.Sum != 0)
            .ToDictionary(one => one.Key, one => one.Sum);
        expected.ShouldNotBeEmpty();
        var past = (await client.Get($"/holdings?account={Allowances}&at={at}")).Expect(200).Json;
        past.GetProperty("items").EnumerateArray().ToDictionary(
                line => (line.GetProperty("asset").GetString()!, line.GetProperty("compartment").GetString()!),
                line => line.GetProperty("quantity").GetInt64())
            .ShouldBe(expected, ignoreOrder: true);

        var now = (await client.Get($"/holdings?account={Allowances}")).Expect(200).Json.GetProperty("items");
        foreach (var line in now.EnumerateArray())
        {
            line.GetProperty("unit").GetString().ShouldBe("tCO2e");
            line.GetProperty("serials").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_row_of_the_journal_can_be_checked_by_what_is_answered()
    {
        using var auditor = story.Server.As("auditor-1");
        var row = (await auditor.Get("/journal/2")).Expect(200).Json;
        var text = string.Join('\n', new[] { "previous" }.Select(name => row.GetProperty(name).GetString())
            .Concat(["china-2021-2022", row.GetProperty("sequence").GetRawText()])
            .Concat(new[] { "time", "actor", "command", "commandId", "inputHash" }
                .Select(name => row.GetProperty(name).GetString()))) + "\n" + row.GetProperty("events").GetRawText();
        Quantities.Digest.Of(Encoding.UTF8.GetBytes(text)).ToString().ShouldBe(row.GetProperty("hash").GetString());

        using var nobody = story.Server.As(null);
        var seen = (await nobody.Get("/journal/2")).Expect(200).Json;
        seen.EnumerateObject().Select(one => one.Name).ShouldBe(["sequence", "time", "previous", "hash"]);
        seen.GetProperty("hash").GetString().ShouldBe(row.GetProperty("hash").GetString());
        var head = (await nobody.Get("/journal/head")).Expect(200).Json;
        head.GetProperty("hash").GetString().ShouldBe(story.Server.Journal.Head().Hash.ToString());
        (await nobody.Get("/journal?actor=authority-a")).Refused(401, 9501);
        using var own = story.Server.As(story.Code + "-a");
        (await own.Get("/journal?actor=authority-a")).Refused(403, 9514);
        var mine = (await own.Get($"/journal?actor={story.Code}-a")).Expect(200).Json.GetProperty("items");
        mine.GetArrayLength().ShouldBeGreaterThan(0);
        mine[0].TryGetProperty("events", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_verifier_reads_what_it_verifies_and_nothing_else_of_the_holder()
    {
        using var client = story.Server.As("verifier-1");
        (await client.Get("/reports/16/2022")).Expect(200);
        (await client.Get("/reports?holder=16")).Expect(200).Json.GetProperty("items").GetArrayLength().ShouldBe(2);
        (await client.Get("/holders/16")).Refused(404, 9515);
        (await client.Get("/accounts/48")).Refused(404, 9515);
    }

    [Fact]
    public async Task The_public_sees_what_the_rulebook_has_published_and_no_more()
    {
        using var nobody = story.Server.As(null);
        var covered = (await nobody.Get("/disclosure/coverage-list?year=2022&limit=1")).Expect(200).Json;
        covered.GetProperty("items")[0].EnumerateObject().Select(one => one.Name)
            .ShouldBe(["year", "holder", "name", "creditCode", "province", "sector", "facilities"]);
        var result = (await nobody.Get("/disclosure/surrender-result?period=2022&limit=1")).Expect(200).Json;
        result.GetProperty("items")[0].TryGetProperty("offsets", out _).ShouldBeFalse("offsets are not listed");
        var moved = (await nobody.Get("/disclosure/transactions?limit=1")).Expect(200).Json;
        moved.GetProperty("items")[0].EnumerateObject().Select(one => one.Name)
            .ShouldBe(["day", "type", "unit", "quantity"]);
        (await nobody.Get("/disclosure/allocation")).Refused(404, 9516);
    }

    [Fact]
    public async Task The_clock_of_a_demonstration_only_goes_on()
    {
        using var client = story.Server.As("authority-a");
        (await client.Post("/clock", """{"to":"2020-01-01T00:00:00Z"}""")).Refused(422, 9518);
        (await client.Post("/clock", """{"to":"2999-01-01T00:00:00Z"}""")).Refused(422, 9518);
        (await client.Post("/clock", """{"to":"soon"}""")).Refused(400, 9505);
        var clock = (await client.Get("/clock")).Expect(200).Json;
        clock.GetProperty("virtual").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_document_for_people_asks_no_other_server_and_has_no_script_in_its_page()
    {
        using var http = new HttpClient { BaseAddress = story.Server.Address };
        using var page = await http.GetAsync("/api/docs/index.html");
        page.EnsureSuccessStatusCode();
        var html = await page.Content.ReadAsStringAsync();
        html.ShouldNotContain("http://", Case.Sensitive);
        html.ShouldNotContain("https://", Case.Sensitive);
        var policy = page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldNotContain("script-src 'self' 'unsafe-inline'");
        foreach (var path in new[] { "/", "/api/v1/scheme" })
        {
            using var other = await http.GetAsync(path);
            other.Headers.GetValues("Content-Security-Policy").Single()
                .ShouldNotContain("unsafe-inline", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task Numbers_of_refusals_are_told_with_name_status_and_both_languages()
    {
        using var nobody = story.Server.As(null);
        var one = (await nobody.Get("/refusals/2005")).Expect(200).Json;
        one.GetProperty("name").GetString().ShouldBe("not-permitted");
        one.GetProperty("status").GetInt32().ShouldBe(403);
        one.GetProperty("type").GetString().ShouldBe("urn:tanheng:refusal:2005");
        var all = (await nobody.Get("/refusals?limit=1000")).Expect(200).Json.GetProperty("items");
        all.GetArrayLength().ShouldBeGreaterThan(250);
        all.EnumerateArray().Select(row => row.GetProperty("code").GetInt32()).ShouldBeInOrder();
    }

    /// <summary>The path behind <c>/api/v1</c> of <c>&lt;…&gt;; rel="next"</c>.</summary>
    private static string PathOf(string link)
    {
        const string root = "/api/v1";
        var from = link.IndexOf(root, StringComparison.Ordinal) + root.Length;
        return link[from..link.IndexOf('>', StringComparison.Ordinal)];
    }
}
