using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Verifying;
using Tanheng.Engine.Views;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// A real market in a store of its own, founded and greeted as <c>tanheng found</c> and <c>serve</c> do it, whose
/// business time the test moves. From then on it knows nothing but what persons do on its pages.
/// </summary>
internal sealed class StorySite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private SqliteJournal journal = null!;
    private SqliteAttachments attachments = null!;
    private SqliteViews views = null!;
    private SqlitePeople people = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;
    private WorkCalendar calendar = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private readonly CancellationTokenSource stop = new();
    private Task following = Task.CompletedTask;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the first start tells whoever keeps the machine.</summary>
    public string OneTimePassword { get; private set; } = "";

    /// <summary>The clock of signing in.</summary>
    public ManualTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>Founds the market at a moment of business time and opens its portal.</summary>
    public static async Task<StorySite> StartAsync(DateTime founded)
    {
        var site = new StorySite();
        await site.Open(founded);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        await stop.CancelAsync();
        await following;
        await host.DisposeAsync();
        views.Dispose();
        attachments.Dispose();
        people.Dispose();
        journal.Dispose();
        stop.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A person with a browser of their own; nobody has signed in with it.</summary>
    public async Task<StoryPerson> PersonAsync(string name, bool script = false)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = script });
        context.SetDefaultTimeout(15_000);
        return new StoryPerson(this, await context.NewPageAsync(), name);
    }

    /// <summary>A browser with somebody's cookies: a thief's.</summary>
    public async Task<StoryPerson> ThiefOfAsync(StoryPerson victim)
    {
        var thief = await PersonAsync(victim.Name);
        await thief.Page.Context.AddCookiesAsync((await victim.Page.Context.CookiesAsync()).Select(one => new Cookie
        {
            Name = one.Name,
            Value = one.Value,
            Domain = one.Domain,
            Path = one.Path,
        }));
        return thief;
    }

    /// <summary>Lets business time run, and what falls due happen.</summary>
    public async Task RunUntilAsync(DateTime local)
    {
        (await host.Sequencer!.AdvanceClockAsync(calendar.Moment(local))).IsRefused(out _).ShouldBeFalse();
    }

    /// <summary>Looks for anything in the journal that does not hold.</summary>
    public VerificationResult Verify() => Verification.Run(journal, StateChecks.OfScheme);

    private async Task Open(DateTime founded)
    {
        journal = new SqliteJournal(folder, "story");
        attachments = new SqliteAttachments(folder);
        views = new SqliteViews(folder, "story");
        people = new SqlitePeople(folder);
        host = await SchemeHost.LeadAsync(
            journal, new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } });
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        calendar = shelf.Calendar("china-national.yaml");
        var admin = new UserId("admin");
        var founding = shelf.FoundingFrom(shelf.PathOf("rulebooks", "china-national.yaml"), "story", admin);
        var id = CommandId.From("story/found");
        (await host.SubmitAsync(new Submission(founding, id, admin, calendar.Moment(founded))))
            .IsRefused(out _).ShouldBeFalse();

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new PeopleSettings { HashIterations = 1000, TooQuick = TimeSpan.Zero })
            .AddSingleton<IAttachments>(attachments)
            .AddSingleton<IViewStore>(views);
        builder.Services.AddPortal(new Market(host, journal), people, new PortalSettings { Limits = RateLimits.None });
        app = builder.Build();
        app.MapPortal();
        await app.StartAsync();
        following = ViewWriter.FollowAsync(host, journal, views, _ => { }, stop.Token);
        Address = app.Urls.Single();
        OneTimePassword = FirstPerson.Enter(app.Services, "admin").ShouldNotBeNull();
        playwright = await Playwright.CreateAsync();
        browser = await Browsers.Launch(playwright);
    }
}
