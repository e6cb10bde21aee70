using System.Text.Json.Nodes;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Api;
using Tanheng.Web.Api.Permissions;
using Standing = Tanheng.Web.Api.Permissions.Standing;

namespace Tanheng.Web.Tests;

/// <summary>
/// Who may do what: the table in docs/api/permissions.md is what the program says (TANHENG_WRITE=1 writes it anew), and
/// the program does what the table says, for every operation and every standing, over HTTP.
/// </summary>
[Collection(ApiStoryTests.Name)]
public sealed class ApiPermissionTests(ApiStory story)
{
    private const string File = "docs/api/permissions.md";

    /// <summary>Operations whose example is about somebody else's business than holder 16's, and whose.</summary>
    private static readonly Dictionary<string, long> OtherHolders = new() { ["pay-fine"] = 7, ["get-case"] = 6 };

    private static IEnumerable<Standing> Standings => Enum.GetValues<Standing>();

    [Fact]
    public void The_document_is_the_table() => ApiPaths.ShouldBeWritten(File, PermissionTable.Document());

    [Fact]
    public void Every_operation_and_every_command_stands_in_the_table()
    {
        var written = ApiPaths.Text(File);
        foreach (var operation in Operations.All.Where(one => !one.Hidden && one.Tag != "previews"))
        {
            written.ShouldContain(operation.Command is null
                ? $"| `{operation.Method} {operation.Path}` |"
                : $"| `{operation.Id}` |");
        }
    }

    /// <summary>
    /// What the law of the market says, written down once more by hand: a permission that is changed by mistake is seen
    /// here.
    /// </summary>
    [Theory]
    [InlineData("surrender", "Initiator Surrenderer RegistryOperator Authority")]
    [InlineData("transfer-units", "Initiator RegistryOperator")]
    [InlineData("settle-trade", "ExchangeOperator RegistryOperator")]
    [InlineData("submit-report", "Initiator Authority")]
    [InlineData("state-verification", "Verifier")]
    [InlineData("accept-report", "Authority")]
    [InlineData("allocate-final", "Authority")]
    [InlineData("decide-case", "Authority")]
    [InlineData("object", "Initiator")]
    [InlineData("freeze-units", "RegistryOperator Authority")]
    [InlineData("adopt-rulebook", "Authority")]
    [InlineData("appoint-official", "Authority")]
    [InlineData("list-officials", "Auditor ExchangeOperator RegistryOperator Authority")]
    [InlineData(
        "get-holder", "Reader Initiator Approver Surrenderer Auditor ExchangeOperator RegistryOperator Authority")]
    public void Those_who_may_are_those_and_no_others(string id, string expected)
    {
        var operation = Operations.All.Single(one => one.Id == id);
        string.Join(' ', Standings.Where(one => PermissionTable.Of(operation, one) == Grant.Yes)).ShouldBe(expected);
    }

    /// <summary>Neither the list nor the commands, whatever the rights.</summary>
    [Fact]
    public void R198_notes_are_not_for_representatives()
    {
        Standing[] ofHolders =
            [Standing.Public, Standing.Reader, Standing.Initiator, Standing.Approver, Standing.Surrenderer];
        foreach (var operation in Operations.All.Where(one => one.Id is "list-notes" or "add-note" or "remove-note"))
        {
            ofHolders.ShouldAllBe(one => PermissionTable.Of(operation, one) == Grant.No, operation.Id);
        }
    }

    [Fact]
    public void No_auditor_and_no_reader_may_send_anything_but_what_the_case_decides()
    {
        foreach (var operation in Operations.All.Where(one => one.Command is not null))
        {
            PermissionTable.Of(operation, Standing.Auditor).ShouldBeOneOf(Grant.No, Grant.ByTheCase, Grant.OnRequest);
            PermissionTable.Of(operation, Standing.Public).ShouldBe(Grant.No);
            if (!operation.Command!.Permission.OpenToAll)
            {
                PermissionTable.Of(operation, Standing.Reader).ShouldBeOneOf(Grant.No, Grant.ByTheCase);
            }
        }
    }

    [Fact]
    public async Task Whoever_may_not_send_a_command_is_refused_and_nothing_changes()
    {
        var (before, wrong) = (story.Server.Sequence, new List<string>());
        foreach (var operation in Commands())
        {
            foreach (var standing in Standings.Where(one => PermissionTable.Of(operation, one) == Grant.No))
            {
                using var client = story.Server.As(PersonOf(standing, operation));
                var expected = standing == Standing.Public ? "401 9501" : "403 2005";
                var body = BodyOf(operation);
                Note(wrong, operation, standing, await client.Command(operation.Id, body), expected);
                Note(
                    wrong, operation, standing, await client.Post($"/commands/{operation.Id}/preview", body), expected);
            }
        }

        wrong.ShouldBeEmpty();
        story.Server.Sequence.ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_may_send_a_command_passes_the_check_of_access()
    {
        var (before, wrong) = (story.Server.Sequence, new List<string>());
        foreach (var operation in Commands())
        {
            foreach (var standing in Standings.Where(one => PermissionTable.Of(operation, one) == Grant.Yes))
            {
                using var client = story.Server.As(PersonOf(standing, operation));
                var reply = await client.Post($"/commands/{operation.Id}/preview", BodyOf(operation));
                if (reply.Status is 400 or 401 || reply.Code == 2005 || reply.Code == 9007)
                {
                    wrong.Add($"{operation.Id} by {standing}: {reply.Status} {reply.Text}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        story.Server.Sequence.ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_may_only_ask_does_so_where_the_rulebook_has_somebody_decide_and_else_may_not()
    {
        var (before, asked) = (story.Server.Sequence, 0);
        foreach (var operation in Commands())
        {
            var ruled = await story.Server.Read(state => Access.ApprovalOf(state, operation.Command!) is not null);
            foreach (var standing in Standings.Where(one => PermissionTable.Of(operation, one) == Grant.OnRequest))
            {
                using var client = story.Server.As(PersonOf(standing, operation));
                var reply = await client.Post($"/commands/{operation.Id}/preview", BodyOf(operation));
                (reply.Code == 2005).ShouldBe(!ruled, $"{operation.Id} by {standing}: {reply.Text}");
                asked++;
            }
        }

        asked.ShouldBeGreaterThan(0);
        story.Server.Sequence.ShouldBe(before);
    }

    [Fact]
    public async Task Proposals_are_decided_by_those_whom_the_case_names()
    {
        var before = story.Server.Sequence;
        var (id, initiator) = await story.Server.Read(state => state.Approvals.Proposals.Values
            .Where(one => one.Holder == new HolderId(ApiStory.Holder))
            .Select(one => (one.Id.Value, one.Initiator.Name)).First());
        foreach (var command in new[] { "approve-proposal", "reject-proposal", "withdraw-proposal" })
        {
            var body = $$"""{"proposal":{{id}}{{(command == "approve-proposal" ? "" : ",\"reason\":\"r\"")}}}""";
            using var nobody = story.Server.As(null);
            (await nobody.Command(command, body)).Refused(401, 9501);
            using var itself = story.Server.As(initiator);
            (await itself.Command(command, body)).Status.ShouldBe(409, "it is decided");
        }

        // What a reader cannot send directly, a proposal does not carry either.
        using var reader = story.Server.As(story.Reader);
        var data = ApiPaths.Examples("commands.json")["surrender"]!.ToJsonString();
        (await reader.Command("propose", $$"""{"command":"surrender","data":{{data}}}""")).Refused(403, 2005);
        story.Server.Sequence.ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_may_not_ask_a_question_is_refused_without_a_hint_and_whoever_may_is_answered()
    {
        var wrong = new List<string>();
        foreach (var operation in Operations.All.Where(one => one is { Command: null, Hidden: false, Method: "GET" }))
        {
            foreach (var standing in Standings)
            {
                using var client = story.Server.As(PersonOf(standing, operation));
                var reply = await client.Get(ApiPaths.Example(operation));
                switch (PermissionTable.Of(operation, standing))
                {
                    case Grant.No:
                        var expected = standing == Standing.Public ? "401 9501"
                            : operation.Audience is Audience.Officials or Audience.Operators ? "403 9514"
                            : "404 9515";
                        Note(wrong, operation, standing, reply, expected);
                        break;
                    case Grant.Yes when reply.Status != 200 && reply.Code != 9516
                        && operation.Id != "download-attachment":
                        wrong.Add($"{operation.Id} by {standing}: {reply.Status} {reply.Text}");
                        break;
                    case Grant.OwnPart when reply.Status is not (200 or 404):
                        wrong.Add($"{operation.Id} by {standing}: {reply.Status} {reply.Text}");
                        break;
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_shows_a_stranger_nothing_and_a_representative_their_own_holder_alone()
    {
        foreach (var operation in Operations.All.Where(one =>
            one is { Audience: Audience.OwnPart, IsList: true, Command: null }))
        {
            var path = ApiPaths.Example(operation) + "?limit=1000";
            using var stranger = story.Server.As("stranger");
            (await stranger.Get(path)).Expect(200).Json.GetProperty("items").GetArrayLength().ShouldBe(0, operation.Id);
            using var own = story.Server.As(story.Code + "-a");
            foreach (var item in (await own.Get(path)).Expect(200).Json.GetProperty("items").EnumerateArray())
            {
                var node = JsonNode.Parse(item.GetRawText())!;
                var holder = operation.Id == "list-holders" ? node["id"] : node["holder"];
                if (holder is not null && operation.Id is not ("list-pending-transfers" or "list-proposals"))
                {
                    ((long)holder).ShouldBe(ApiStory.Holder, operation.Id);
                }
            }
        }
    }

    private static IEnumerable<Operation> Commands() =>
        Operations.All.Where(one => one is { Command: not null, Changes: true });

    private static string BodyOf(Operation operation) =>
        ApiPaths.Examples("commands.json")[operation.Id]!.ToJsonString();

    /// <summary>Somebody of a standing; representatives are of the holder that the example is about.</summary>
    private string? PersonOf(Standing standing, Operation operation)
    {
        var code = OtherHolders.TryGetValue(operation.Id, out var other) ? $"P{other:D2}" : story.Code;
        return standing switch
        {
            Standing.Public => null,
            Standing.Stranger => other == 0 ? story.Other + "-a" : story.Code + "-a",
            Standing.Reader => other == 0 ? story.Reader : code + "-b",
            Standing.Initiator => code + "-a",
            Standing.Approver => code + "-b",
            Standing.Surrenderer => other == 0 || operation.Command is not null ? story.Surrenderer : code + "-b",
            Standing.Verifier => "verifier-1",
            Standing.Auditor => "auditor-1",
            Standing.ExchangeOperator => "exchange",
            Standing.RegistryOperator => "registrar-a",
            _ => "authority-b",
        };
    }

    private static void Note(
        List<string> wrong, Operation operation, Standing standing, ApiReply reply, string expected)
    {
        if ($"{reply.Status} {reply.Code}" != expected)
        {
            wrong.Add($"{operation.Id} by {standing}: {reply.Status} {reply.Code}, not {expected}");
        }
    }
}
