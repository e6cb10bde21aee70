using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Web.Api;

namespace Tanheng.Web.Tests;

/// <summary>
/// The OpenAPI document: whole in itself, and true. Set TANHENG_WRITE=1 to write the examples of answers anew from what
/// the market of the story answers.
/// </summary>
[Collection(ApiStoryTests.Name)]
public sealed class ApiDocumentTests(ApiStory story)
{
    private JsonSchemaCheck Check => new(story.Document);

    [Fact]
    public void It_is_OpenAPI_3_1_with_title_servers_and_security()
    {
        var document = story.Document;
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1.");
        document.GetProperty("info").GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        document.GetProperty("info").GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        document.GetProperty("servers")[0].GetProperty("url").GetString().ShouldBe("/api/v1");
        document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(one => one.Name)
            .ShouldBe(["apiKey", "session"]);
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_schema_is_used()
    {
        var references = References(story.Document).ToList();
        references.Count.ShouldBeGreaterThan(500);
        references.Where(reference => Check.Follow(reference) is null).ShouldBeEmpty();
        story.Document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Select(schema => "#/components/schemas/" + schema.Name)
            .Except(references)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_operation_has_an_id_of_its_own_a_summary_in_both_languages_and_responses()
    {
        var operations = story.Operations().ToList();
        operations.Select(one => one.Id).ShouldBeUnique();
        var tags = story.Document.GetProperty("tags").EnumerateArray()
            .Select(tag => tag.GetProperty("name").GetString()).ToList();
        foreach (var (id, method, path, entry) in operations)
        {
            var summary = entry.GetProperty("summary").GetString()!;
            if (summary != id)
            {
                // A command that the pages have no words for is called by its name; their own tests find it.
                summary.ShouldContain(" | ", customMessage: id);
            }

            entry.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(id);
            tags.ShouldContain(entry.GetProperty("tags")[0].GetString(), id);
            var responses = entry.GetProperty("responses").EnumerateObject().Select(one => one.Name).ToList();
            responses.ShouldContain(status => status.StartsWith('2'), id);
            responses.ShouldContain("401", id);
            var parameters = entry.TryGetProperty("parameters", out var given)
                ? given.EnumerateArray().ToList()
                : [];
            var inPath = parameters.Where(one => one.TryGetProperty("in", out var where) && where.GetString() == "path")
                .Select(one => one.GetProperty("name").GetString()!);
            var named = path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
            inPath.Order().ShouldBe(named.Order(), id);
            method.ShouldBeOneOf("get", "post");
        }
    }

    [Fact]
    public void Every_operation_of_the_program_is_in_it_and_nothing_else()
    {
        var program = Operations.All.Where(one => !one.Hidden)
            .Select(one => $"{one.Method.ToLowerInvariant()} {one.Path} {one.Id}");
        story.Operations().Select(one => $"{one.Method} {one.Path} {one.Id}").Order().ShouldBe(program.Order());
    }

    [Fact]
    public void Every_command_and_every_query_has_an_example_that_keeps_its_schema()
    {
        var (missing, wrong) = (new List<string>(), new List<string>());
        foreach (var (id, _, _, entry) in story.Operations())
        {
            if (entry.TryGetProperty("requestBody", out var body)
                && body.GetProperty("content").TryGetProperty("application/json", out var sent)
                && sent.TryGetProperty("schema", out _))
            {
                Look(id + " body", sent, missing, wrong);
            }

            foreach (var response in entry.GetProperty("responses").EnumerateObject()
                .Where(one => one.Name == "200" && one.Value.TryGetProperty("content", out _)))
            {
                if (response.Value.GetProperty("content").TryGetProperty("application/json", out var answer)
                    && answer.TryGetProperty("schema", out _) && !id.StartsWith("preview-", StringComparison.Ordinal))
                {
                    Look(id + " answer", answer, missing, wrong);
                }
            }
        }

        missing.ShouldBeEmpty();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Examples_of_problems_keep_their_schema()
    {
        foreach (var response in story.Document.GetProperty("components").GetProperty("responses").EnumerateObject())
        {
            var content = response.Value.GetProperty("content").GetProperty("application/problem+json");
            var example = content.GetProperty("examples").GetProperty("example").GetProperty("value");
            Check.Check(example, content.GetProperty("schema")).ShouldBeEmpty(response.Name);
            response.Name.ShouldBe("Problem" + example.GetProperty("status"));
        }
    }

    [Fact]
    public void Commands_say_what_they_do_and_what_they_are_refused_for()
    {
        foreach (var (id, _, _, entry) in story.Operations()
            .Where(one => one.Entry.TryGetProperty("x-permission", out _)))
        {
            entry.GetProperty("description").GetString()!.Length.ShouldBeGreaterThan(80, id);
        }

        var surrender = story.Operations().Single(one => one.Id == "surrender").Entry;
        surrender.GetProperty("description").GetString()!.ShouldContain("Refusals");
        var quantity = Check.Follow("#/components/schemas/TransferUnits/properties/quantity")!.Value;
        quantity.GetProperty("description").GetString()!.ShouldEndWith("Whole tonnes.");
        quantity.GetProperty("description").GetString()!.ShouldContain("数量 | Quantity");
        Check.Follow("#/components/schemas/Tonnes")!.Value.GetProperty("x-unit").GetString().ShouldBe("tCO2e");
    }

    [Fact]
    public void A_checker_that_finds_nothing_would_be_no_checker()
    {
        var schema = JsonElement.Parse("""{"$ref":"#/components/schemas/AppointOfficial"}""");
        Check.Check(JsonElement.Parse("""{"user":"x","roles":["verifier"]}"""), schema).ShouldBeEmpty();
        Check.Check(JsonElement.Parse("""{"user":"x"}"""), schema).ShouldBe(["$ lacks roles"]);
        Check.Check(JsonElement.Parse("""{"user":"x","roles":["king"]}"""), schema).Single()
            .ShouldContain("$.roles[0]");
        Check.Check(JsonElement.Parse("""{"user":"","roles":[]}"""), schema).Single().ShouldContain("pattern");
        Check.Check(JsonElement.Parse("""{"user":1,"roles":[]}"""), schema).ShouldContain("$.user is no string");
        Check.Check(JsonElement.Parse("""{"user":"x","roles":[],"a":1}"""), schema).ShouldBe(["$ must not have a"]);
    }

    /// <summary>The answers of the document are what the market of the story answers, cut to one item a list.</summary>
    [Fact]
    public async Task Examples_of_answers_have_the_shape_of_what_is_answered()
    {
        var answers = new JsonObject();
        foreach (var operation in Operations.All
            .Where(one => one is { Answer: not null, Hidden: false, Command: null }))
        {
            if (await Answer(operation) is { } answer)
            {
                answers.Add(operation.Id, ApiPaths.Shorten(answer));
            }
        }

        answers.Count.ShouldBeGreaterThan(55);
        ApiPaths.ShouldHaveShapeOf("src/Web/Api/Examples/answers.json", answers);
    }

    private async Task<JsonNode?> Answer(Operation operation)
    {
        using var client = story.Server.As(operation.Id == "get-me" ? story.Code + "-a" : "authority-a");
        var path = ApiPaths.Example(operation) + (operation.IsList ? "?limit=2" : "");
        switch (operation.Id)
        {
            case "upload-attachment":
                using (var file = new StringContent("unit,coal\n1,2\n", Encoding.UTF8, "text/csv"))
                {
                    var kept = await client.Send(HttpMethod.Post, "/attachments?name=coal.csv", file);
                    return JsonNode.Parse(kept.Text);
                }

            // China's rulebook does not publish the one; the other tells when somebody has verified last.
            case "list-public-allocations" or "get-journal-verification" or "verify-journal" or "move-clock":
                return null;
            default:
                var body = ApiPaths.Examples("commands.json")[operation.Id]?.ToJsonString() ?? "";
                var reply = operation.Method == "GET" ? await client.Get(path) : await client.Post(path, body);
                return JsonNode.Parse(reply.Expect(200).Text);
        }
    }

    private void Look(string what, JsonElement content, List<string> missing, List<string> wrong)
    {
        if (!content.TryGetProperty("examples", out var examples))
        {
            missing.Add(what);
            return;
        }

        var value = examples.GetProperty("example").GetProperty("value");
        wrong.AddRange(Check.Check(value, content.GetProperty("schema")).Select(found => $"{what}: {found}"));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
