using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Engine.Sequencing;
using Tanheng.Scheme;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// The portal on a free port of this machine, with the market in which the story of 2021 and 2022 was played.
/// </summary>
public sealed class PortalSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private IJournal journal = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;
    private IPeople people = null!;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The market's state; nothing changes it any more.</summary>
    public SchemeState State { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        var story = StoryFiles.Find(shelf, "china-2021-2022").ShouldNotBeNull();
        journal = Open(folder, story.Scenario.Name);
        var options = new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } };
        host = await SchemeHost.LeadAsync(journal, options);
        await story.Runner(shelf).RunAsync(host.Sequencer!, null, CancellationToken.None);
        State = (await host.QueryAsync(state => state)).Value;

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        people = new SqlitePeople(folder);
        builder.Services.AddPortal(
            new Market(host, journal), people, new PortalSettings { Limits = RateLimits.None });
        app = builder.Build();
        app.MapPortal();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await host.DisposeAsync();
        people.Dispose();
        journal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static SqliteJournal Open(string folder, string scheme) => new SqliteJournal(folder, scheme);

    /// <summary>A visitor who follows nothing by itself and unpacks nothing.</summary>
    public HttpClient Visitor(bool unpack = true) => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = unpack ? DecompressionMethods.All : DecompressionMethods.None,
    })
    {
        BaseAddress = Address,
    };

    /// <summary>Every page of the market, once with each kind of content.</summary>
    public IEnumerable<string> Pages() =>
    [
        "/", "/calendar", "/rules", "/sign-in", "/entities/1", "/entities/1?period=odd",
        "/holdings", "/holdings?unit=CEA-2022", "/holdings?unit=CCER", "/holdings?unit=nothing&page=-4",
        "/journal", "/journal?page=2", "/journal?page=99999", "/journal/1", "/journal/2", "/journal/500",
        "/compliance", "/compliance/2021", "/compliance/2022",
        "/compliance/2022?status=Short", "/compliance/2022?status=odd&q=%3Cb%3E",
        .. State.Registry.Holders.Keys.Select(id => $"/entities/{id.Value}?period=2021"),
        .. State.Registry.Holders.Keys.Select(id => $"/entities/{id.Value}?period=2022"),
    ];
}

/// <summary>Tests that share the site.</summary>
[CollectionDefinition(Name)]
public sealed class PortalSiteTests : ICollectionFixture<PortalSite>
{
    public const string Name = "portal";
}
