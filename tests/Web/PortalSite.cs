using System.Net;
using System.Text.RegularExpressions;
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
using Tanheng.Web.Portal.Public;

namespace Tanheng.Web.Tests;

/// <summary>
/// The portal on a free port of this machine, with the market in which a story was played: that of 2021 and 2022.
/// </summary>
public class PortalSite : IAsyncLifetime
{
    /// <summary>Somebody of the story who may read everything.</summary>
    public const string Auditor = "auditor-1";

    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private IJournal journal = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;
    private IPeople people = null!;

    /// <summary>The market's id: of its story, where it has one.</summary>
    protected virtual string Scheme => "china-2021-2022";

    /// <summary>True to stop the story where a demonstration leaves it to its visitors.</summary>
    protected virtual bool Pauses => false;

    /// <summary>What happens in the market: the story.</summary>
    protected virtual async Task PlayAsync(SchemeHost market)
    {
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        var story = StoryFiles.Find(shelf, Scheme).ShouldNotBeNull();
        var pause = Pauses ? story.Scenario.Pause.ShouldNotBeNull() : null;
        await story.Runner(shelf).RunAsync(market.Sequencer!, null, CancellationToken.None, pause);
    }

    /// <summary>What happens in the market after the story.</summary>
    protected virtual Task PlayMoreAsync(SchemeHost market) => Task.CompletedTask;

    /// <summary>What else the portal has to do with.</summary>
    protected virtual void Add(IServiceCollection services, IJournal rows, SchemeHost market)
    {
    }

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The market's state; nothing changes it any more.</summary>
    public SchemeState State { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        journal = Open(folder, Scheme);
        var options = new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } };
        host = await SchemeHost.LeadAsync(journal, options);
        await PlayAsync(host);
        await PlayMoreAsync(host);
        State = (await host.QueryAsync(state => state)).Value;

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        people = new SqlitePeople(folder);
        builder.Services.AddPortal(
            new Market(host, journal), people, new PortalSettings { Demo = true, Limits = RateLimits.None });
        Add(builder.Services, journal, host);
        app = builder.Build();
        app.MapPortal();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public virtual async Task DisposeAsync()
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

    /// <summary>A visitor who has signed in as a person of the story.</summary>
    public async Task<HttpClient> SignedIn(string user)
    {
        var visitor = Visitor();
        using var answer = await visitor.Post("/demo/sign-in", ("user", user));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.SeeOther);
        return visitor;
    }

    /// <summary>Rows of the journal.</summary>
    public IEnumerable<JournalRow> Rows(long from, long to) => journal.Read(from, to);

    /// <summary>A holder of the story by its credit code.</summary>
    public HolderId Holder(string code) => State.Registry.HolderCodes[code];

    /// <summary>Every page of the market, once with each kind of content.</summary>
    public IEnumerable<string> Pages() =>
    [
        .. PublicPages(), "/entities/1", "/entities/1?period=odd",
        "/holdings", "/holdings?unit=CEA-2022", "/holdings?unit=CCER", "/holdings?unit=nothing&page=-4",
        "/compliance", "/compliance/2021", "/compliance/2022", "/compliance/2022?sort=-due",
        "/compliance/2022?status=Short", "/compliance/2022?status=odd&q=%3Cb%3E",
        .. State.Registry.Holders.Keys.Select(id => $"/entities/{id.Value}?period=2021"),
        .. State.Registry.Holders.Keys.Select(id => $"/entities/{id.Value}?period=2022"),
    ];

    /// <summary>Every page that needs no signing in.</summary>
    public IEnumerable<string> PublicPages() =>
    [
        "/", "/calendar", "/calendar?state=all", "/calendar?period=2022", "/statistics", "/style", "/style/dialog",
        "/market", "/market/bulletins", "/market/bulletins?kind=yearly",
        "/disclosure", .. DisclosureList.All.Select(list => "/disclosure/" + list.Path),
        "/disclosure/compliance?period=2021&q=Power", "/disclosure/coverage?period=2021&sort=-province",
        "/rules", "/rules?q=2022&group=periods&standing=Law", "/rules?q=nothing-like-this", "/rules?page=3",
        "/rules/sources", "/rules/text", "/rules/text?file=1", "/rules/history",
        .. RuleBrowser.Of(State.Rules).Select(rule => rule.Path),
        "/methods", .. State.Methods.Methods.Select(method => "/methods/" + method.Reference),
        "/methods/allocation/cn-power@2022?units.0.class=I&units.0.electricity=x", "/methods?q=heat",
        "/journal", "/journal?page=2", "/journal?page=99999", "/journal?row=7", "/journal/1", "/journal/2",
        "/journal/500", "/journal/check",
    ];
}

/// <summary>
/// The demonstration as <c>./run</c> shows it: before a deadline, with one surrender left to the visitor.
/// </summary>
public sealed class WalkSite : PortalSite
{
    protected override bool Pauses => true;
}

/// <summary>What a browser does with a form.</summary>
public static partial class Forms
{
    /// <summary>Sends a form with the page's own token against forgery.</summary>
    public static async Task<HttpResponseMessage> Post(
        this HttpClient visitor, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await visitor.GetStringAsync("/style")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("__RequestVerificationToken", token),
        ]);
        return await visitor.PostAsync(path, form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>Tests that share the site.</summary>
[CollectionDefinition(Name)]
public sealed class PortalSiteTests : ICollectionFixture<PortalSite>
{
    public const string Name = "portal";
}
