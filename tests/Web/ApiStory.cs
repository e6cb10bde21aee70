using System.Text.Json;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Tests;

/// <summary>
/// The API over the market in which the story of 2021 and 2022 was played, and in which holder 16 has a representative
/// who may only read and one who may only surrender; its exchange is open and holder 16 has traded. Nothing changes it.
/// </summary>
public sealed class ApiStory : IAsyncLifetime
{
    /// <summary>The holder that questions and commands are about.</summary>
    public const long Holder = 16;

    /// <summary>The server.</summary>
    public ApiServer Server { get; private set; } = null!;

    /// <summary>The document.</summary>
    public JsonElement Document { get; private set; }

    /// <summary>The short code of the holder, by which its people are called.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The short code of another one.</summary>
    public string Other { get; private set; } = "";

    /// <summary>A person who may only read the holder.</summary>
    public string Reader => Code + "-r";

    /// <summary>A person who may read the holder and surrender for it, and nothing else.</summary>
    public string Surrenderer => Code + "-s";

    public async Task InitializeAsync()
    {
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        var story = StoryFiles.Find(shelf, "china-2021-2022").ShouldNotBeNull();
        Server = await ApiServer.StartAsync(story.Scenario.Name, async host =>
        {
            await story.Runner(shelf).RunAsync(host.Sequencer!, null, CancellationToken.None);
            await AddPeople(host);
            await ExchangeDays.PlayAsync(host, new HolderId(Holder));
            await SettlementDaysOf.BeginAsync(host);
            await AuctionDay.PlayAsync(host, new HolderId(Holder));
        });
        using var client = Server.As(null);
        Document = (await client.Get("/openapi.json")).Expect(200).Json;
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>The operations of the document: id, method, path and entry.</summary>
    public IEnumerable<(string Id, string Method, string Path, JsonElement Entry)> Operations() =>
        from path in Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Value.GetProperty("operationId").GetString()!, operation.Name, path.Name, operation.Value);

    private async Task AddPeople(SchemeHost host)
    {
        var people = (await host.QueryAsync(state =>
        {
            string Of(long id) => state.Registry.Holders[new HolderId(id)].Representatives[0].User.Name[..^2];
            return (Of(Holder), Of(Holder + 1));
        })).Value;
        (Code, Other) = people;
        foreach (var (user, rights) in new[] { (Reader, Rights.Read), (Surrenderer, Rights.Read | Rights.Surrender) })
        {
            var command = new AppointRepresentative(new HolderId(Holder), new UserId(user), rights);
            var sent = new Submission(Propose.Of(command), CommandId.From(user), new UserId("registrar-a"));
            var made = (await host.SubmitAsync(sent)).Value.Events.OfType<ProposalMade>().Single();
            var approval = new ApproveProposal(made.Proposal);
            var approved = new Submission(approval, CommandId.From(user + " yes"), new UserId("registrar-b"));
            (await host.SubmitAsync(approved)).Refusal.ShouldBeNull();
        }
    }
}

/// <summary>Tests that share the story's API.</summary>
[CollectionDefinition(Name)]
public sealed class ApiStoryTests : ICollectionFixture<ApiStory>
{
    public const string Name = "api-story";
}
