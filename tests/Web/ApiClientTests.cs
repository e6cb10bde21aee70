using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Tests;

/// <summary>
/// A year of a power company in a fresh market under China's rules, done by a program that has read nothing but the
/// document: people, admission, pre-allocation, report, verification, acceptance, allocation, transfer, surrender.
/// </summary>
public sealed class ApiClientTests : IAsyncLifetime
{
    private static readonly string[] Official = ["authority-a", "authority-b"];
    private ApiServer server = null!;
    private ApiDocumentClient client = null!;

    public async Task InitializeAsync()
    {
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        var founding = shelf.Founding("fresh", "china-national.yaml", new UserId("authority-a"));
        var start = new DateTimeOffset(2023, 3, 1, 1, 0, 0, TimeSpan.Zero);
        server = await ApiServer.StartAsync("fresh", async host =>
        {
            var sent = new Submission(founding, CommandId.From("found"), new UserId("authority-a"), start);
            (await host.SubmitAsync(sent)).Refusal.ShouldBeNull();
        });
        using var nobody = server.As(null);
        client = new ApiDocumentClient(server, (await nobody.Get("/openapi.json")).Expect(200).Json);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_program_that_has_read_only_the_document_does_a_whole_year()
    {
        await Appoint();
        var one = await Admit("91420000MA0000015A", "one");
        var two = await Admit("91320000MA0000023E", "two");
        await Send(
            "authority-a", "list-coverage", $$"""{"year":2022,"add":[{{one}},{{two}}],"remove":[],"reason":"r"}""");

        // 2,000,000 t verified × 70 %.
        await Agreed("pre-allocate", $$$"""
            {"holder":{{{one}}},"period":"2022","given":{"units":[{"id":"1","verified":2000000}]}}
            """);
        (await Allocation(one)).GetProperty("preAllocated").GetInt64().ShouldBe(1_400_000);

        await Report(one);
        await Agreed("allocate-final", $$"""{"holder":{{one}},"period":"2022"}""");
        // 3,000,000 MWh × 0.8177 × 1.0102 = 2,478,121.62, of which 1,400,000 are there already.
        var allocation = await Allocation(one);
        allocation.GetProperty("determined").GetInt64().ShouldBe(2_478_121);
        allocation.GetProperty("delivered").GetInt64().ShouldBe(2_478_121);

        await Transfer(one, two);
        await Surrender(one);
        await Read(one, two);
    }

    [Fact]
    public async Task What_is_refused_is_a_problem_as_the_document_has_it()
    {
        await client.Call("stranger", "appoint-official", 403, null, Json("""{"user":"x","roles":["auditor"]}"""));
        await client.Call("authority-a", "accept-report", 404, null, Json("""{"holder":7,"year":2022}"""));
        await client.Call("authority-a", "dismiss-official", 409, null, Json("""{"user":"authority-a"}"""));
        await client.Call("authority-a", "get-holder", 404, [("holder", 7)]);
        await client.Call("stranger", "list-officials", 403);
        await client.Call("stranger", "list-holders", 400, [("cursor", "%")]);
    }

    private async Task Appoint()
    {
        var offices = new[]
        {
            ("authority-b", "authority"), ("registrar-a", "registry-operator"), ("verifier-1", "verifier"),
            ("auditor-1", "auditor"),
        };
        foreach (var (user, role) in offices)
        {
            await Send("authority-a", "appoint-official", $$"""{"user":"{{user}}","roles":["{{role}}"]}""");
        }

        await Send("authority-a", "register-service-body", """
            {"code":"V-001","name":{"zh":"示例核查","en":"Example"},"staff":["verifier-1"],"prepares":[],
             "verifies":["CN-HB","CN-JS"]}
            """);
    }

    private async Task<long> Admit(string code, string name)
    {
        var province = code[2..4] == "42" ? "CN-HB" : "CN-JS";
        var done = await Send("registrar-a", "admit-holder", $$$"""
            {"code":"{{{code}}}","name":{"zh":"{{{name}}}电厂","en":"{{{name}}}"},"province":"{{{province}}}","sector":"power",
             "representatives":[{"user":"{{{name}}}-a","rights":"read, initiate"},{"user":"{{{name}}}-b","rights":"read, approve"}],
             "facilities":[{"name":{"zh":"厂区","en":"Site"},"address":"-","from":"2012-01-01","units":[
               {"name":{"zh":"1号机组","en":"Unit 1"},"from":"2012-01-01",
                "attributes":{"class":"I","type":"condensing","cooling":"water","capacity":600}}]}]}
            """);
        return Event(done, "holder-registered").GetProperty("holder").GetInt64();
    }

    private async Task Report(long holder)
    {
        var line = (await client.Call("one-a", "list-generating-units", 200, [("holder", holder)]))
            .GetProperty("items")[0];
        var (unit, facility) = (line.GetProperty("id").GetInt64(), line.GetProperty("facility").GetInt64());
        var sent = await Send("one-a", "submit-report", $$$"""
            {"holder":{{{holder}}},"year":2022,"lines":[{"facility":{{{facility}}},"unit":{{{unit}}},
              "emissions":{"year":2022,"fuels":[{"fuel":"bituminous","amount":1302134.92,"carbon_basis":"as_received",
                "carbon":0.5215,"meter":"calibrated"}],"gases":[],"electricity_purchased":0},
              "production":{"electricity":3000000,"heat":0,"heat_ratio":0,"load_factor":0.78}}]}
            """);
        // 1,302,134.92 t × 0.5215 × 99 % × 44/12 = 2,465,000.
        Event(sent, "report-submitted").GetProperty("total").GetInt64().ShouldBe(2_465_000);
        await Send("authority-a", "assign-verifier", $$"""{"holder":{{holder}},"year":2022,"body":"V-001"}""");
        var report = await client.Call("verifier-1", "get-report", 200, [("holder", holder), ("year", 2022)]);
        report.GetProperty("report").GetProperty("status").GetString().ShouldBe("under-verification");
        report.GetProperty("explanations")[0].GetProperty("outputs").GetProperty("total").GetInt64()
            .ShouldBe(2_465_000);
        await Send("verifier-1", "state-verification", $$"""
            {"holder":{{holder}},"year":2022,"opinion":"positive","correctedLines":[],"findings":[]}
            """);
        await Send("authority-a", "accept-report", $$"""{"holder":{{holder}},"year":2022}""");
    }

    private async Task Transfer(long from, long to)
    {
        var (a, b) = (await Account(from), await Account(to));
        var body = $$"""
            {"holder":{{from}},"from":{{a}},"to":{{b}},"unit":"CEA","vintage":"2022","quantity":10000}
            """;
        await Proposed("one-a", "transfer-units", body, "one-b");
        (await Held("two-a", b)).ShouldBe(10_000);
        (await Held("one-a", a)).ShouldBe(2_468_121);
    }

    private async Task Surrender(long holder)
    {
        await Proposed("one-a", "surrender", $$"""{"holder":{{holder}},"period":"2022"}""", "one-b");
        var details = await client.Call("one-a", "get-obligation", 200, [("holder", holder), ("period", "2022")]);
        var obligation = details.GetProperty("obligation");
        obligation.GetProperty("due").GetInt64().ShouldBe(2_465_000);
        obligation.GetProperty("missing").GetInt64().ShouldBe(0);
        obligation.GetProperty("status").GetString().ShouldBe("met");
        (await Held("one-a", await Account(holder))).ShouldBe(3_121);
    }

    /// <summary>What it has done, it finds again.</summary>
    private async Task Read(long one, long two)
    {
        var statement = await client.Call("two-a", "list-statement", 200, [("account", await Account(two))]);
        statement.GetProperty("items")[0].GetProperty("type").GetString().ShouldBe("Transfer");
        var rows = await client.Call("auditor-1", "list-journal", 200, [("limit", 5)]);
        rows.GetProperty("items")[0].GetProperty("command").GetString().ShouldBe("approve-proposal");
        var scheme = await client.Call("anybody", "get-scheme", 200);
        var units = scheme.GetProperty("units").EnumerateArray()
            .Single(line => line.GetProperty("asset").GetString() == "CEA-2022");
        units.GetProperty("surrendered").GetInt64().ShouldBe(2_465_000);
        await client.Call("two-a", "get-obligation", 404, [("holder", one), ("period", "2022")]);
    }

    private async Task<long> Account(long holder) => (await client.Call(
            "auditor-1", "list-accounts", 200, [("holder", holder), ("kind", "registry")]))
        .GetProperty("items")[0].GetProperty("id").GetInt64();

    private async Task<long> Held(string user, long account) => (await client.Call(
            user, "list-holdings", 200, [("account", account), ("unit", "CEA-2022")]))
        .GetProperty("items").EnumerateArray().Sum(line => line.GetProperty("quantity").GetInt64());

    private async Task<JsonElement> Allocation(long holder) => (await client.Call(
            "one-a", "get-allocation", 200, [("holder", holder), ("period", "2022")])).GetProperty("entitlement");

    private Task<JsonElement> Send(string user, string command, string body) =>
        client.Call(user, command, 201, null, Json(body));

    private Task Agreed(string command, string body) => Proposed(Official[0], command, body, Official[1]);

    private async Task Proposed(string user, string command, string body, string approver)
    {
        var tried = await client.Call(user, "preview-" + command, 200, null, Json(body));
        tried.GetProperty("needsSecondPerson").GetBoolean().ShouldBeTrue();
        var waits = await client.Call(user, command, 202, null, Json(body));
        var proposal = waits.GetProperty("proposal").GetInt64();
        var seen = await client.Call(approver, "get-proposal", 200, [("proposal", proposal)]);
        seen.GetProperty("status").GetString().ShouldBe("waiting");
        await Send(approver, "approve-proposal", $$$"""{"proposal":{{{proposal}}}}""");
    }

    private static JsonElement Event(JsonElement answer, string name) => answer.GetProperty("events").EnumerateArray()
        .Single(one => one.GetProperty("event").GetString() == name).GetProperty("data");

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
