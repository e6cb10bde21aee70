using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Views;
using Tanheng.Scheme;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.Actions;

/// <summary>
/// A demonstration on a free port of this machine, with the market in which the story of 2021 and 2022 was played.
/// Tests change it.
/// </summary>
public sealed class ActionSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private SqliteJournal journal = null!;
    private SqliteAttachments attachments = null!;
    private SqlitePeople people = null!;
    private SqliteViews views = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The last row of the journal.</summary>
    public long Rows => journal.Head().Sequence;

    public async Task InitializeAsync()
    {
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        var story = StoryFiles.Find(shelf, "china-2021-2022").ShouldNotBeNull();
        journal = new SqliteJournal(folder, story.Scenario.Name);
        attachments = new SqliteAttachments(folder);
        views = new SqliteViews(folder, story.Scenario.Name);
        var options = new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } };
        host = await SchemeHost.LeadAsync(journal, options);
        await story.Runner(shelf).RunAsync(host.Sequencer!, null, CancellationToken.None);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        people = new SqlitePeople(folder);
        builder.Services.AddPortal(
            new Market(host, journal), people, new PortalSettings { Demo = true, Limits = RateLimits.None });
        builder.Services.AddSingleton<IAttachments>(attachments);
        builder.Services.AddSingleton<IViewStore>(views);
        app = builder.Build();
        app.MapPortal();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await host.DisposeAsync();
        views.Dispose();
        journal.Dispose();
        attachments.Dispose();
        people.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Brings the read tables up to the journal.</summary>
    public void FillViews() => ViewWriter.Rebuild(journal, views);

    /// <summary>Asks the state.</summary>
    public async Task<T> Read<T>(Func<SchemeState, T> question) => (await host.QueryAsync(question)).Value;

    /// <summary>Lets a command happen.</summary>
    public async Task<Quantities.Outcome<Reply>> Send(string actor, Command command) => await host.SubmitAsync(
        new Submission(command, Quantities.CommandId.From(Guid.NewGuid().ToString()), new UserId(actor)));

    /// <summary>Somebody's browser, signed in, or a visitor's.</summary>
    public async Task<Browser> BrowserOf(string? user)
    {
        var browser = new Browser(Address);
        if (user is not null)
        {
            await SignIn(browser, user);
        }

        return browser;
    }

    private async Task SignIn(Browser browser, string user)
    {
        var antiforgery = app.Services.GetRequiredService<IAntiforgery>();
        var http = new DefaultHttpContext { RequestServices = app.Services };
        var tokens = antiforgery.GetAndStoreTokens(http);
        var cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0];
        browser.Cookies.SetCookies(Address, cookie);
        using var answer = await browser.Http.PostAsync("/demo/sign-in", new FormUrlEncodedContent(
        [
            new(tokens.FormFieldName, tokens.RequestToken!), new("user", user),
        ]));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}

/// <summary>Tests that share the site and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ActionSiteTests : ICollectionFixture<ActionSite>
{
    public const string Name = "actions";
}

/// <summary>Drafts in memory.</summary>
internal sealed class MemoryDrafts : IDrafts
{
    private readonly Dictionary<(string, string), Draft> drafts = [];

    public void SaveDraft(Draft draft) => drafts[(draft.Owner, draft.Key)] = draft;

    public Draft? FindDraft(string owner, string key) => drafts.GetValueOrDefault((owner, key));

    public IReadOnlyList<Draft> DraftsOf(string owner) => [.. drafts.Values.Where(draft => draft.Owner == owner)];

    public bool DropDraft(string owner, string key) => drafts.Remove((owner, key));
}
