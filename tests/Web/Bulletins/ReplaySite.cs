using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Cli.Markets;
using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.People;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Demo;

namespace Tanheng.Web.Tests.Bulletins;

/// <summary>The market of July 2023 on a free port of this machine, before its first day.</summary>
public sealed class ReplaySite : IAsyncDisposable
{
    private const string Name = "july-2023";
    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private readonly RuleShelf shelf = new(RuleShelf.FindRoot());
    private IJournal journal = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;
    private IPeople people = null!;

    private ReplaySite()
    {
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What trades.</summary>
    internal LiveReplay Replay => app.Services.GetRequiredService<LiveReplay>();

    /// <summary>Opens the market and shows it.</summary>
    public static async Task<ReplaySite> OpenAsync()
    {
        var site = new ReplaySite();
        var script = ReplayScripts.Find(site.shelf, Name).ShouldNotBeNull();
        var opened = await ReplayScripts.OpenAsync(new Store(site.folder, null), site.shelf, Name, script);
        opened.ShouldBeNull();
        await site.StartAsync();
        return site;
    }

    /// <summary>Ends the portal and begins it again with what is in the store.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Reads the state.</summary>
    public async Task<T> Ask<T>(Func<SchemeState, T> question) => (await host.QueryAsync(question)).Value;

    /// <summary>Business time in the market's zone, and the last row.</summary>
    public Task<(DateTime Now, long Sequence)> Clock() =>
        Ask(state => (app.Services.GetRequiredService<Market>().Local(state), state.Sequence));

    /// <summary>Sends a command at the market's own time.</summary>
    public Task<Outcome<Reply>> Send(Command command, string by) => host.SubmitAsync(
        new Submission(command, CommandId.From(Guid.NewGuid().ToString()), new UserId(by)));

    /// <summary>Runs at a speed until something holds, and pauses.</summary>
    public async Task RunUntil(int speed, Func<SchemeState, bool> holds)
    {
        Replay.Run(speed).ShouldBeTrue();
        for (var patience = 600; !await Ask(holds); patience--)
        {
            patience.ShouldBeGreaterThan(0, $"at {speed}×: {Replay.Trouble}");
            await Task.Delay(100);
        }

        Replay.Run(0).ShouldBeTrue();
    }

    /// <summary>Brings a day to its end at once.</summary>
    public async Task RushDay()
    {
        var before = await Ask(state => state.Trading.LastDay);
        Replay.RushDay().ShouldBeTrue();
        for (var patience = 600; await Ask(state => state.Trading.LastDay) == before; patience--)
        {
            patience.ShouldBeGreaterThan(0, $"the day does not end: {Replay.Trouble}");
            await Task.Delay(50);
        }
    }

    /// <summary>A visitor who follows nothing by itself.</summary>
    public HttpClient Visitor() => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        BaseAddress = Address,
    };

    /// <summary>Somebody of the demonstration.</summary>
    public async Task<HttpClient> SignedIn(string user)
    {
        var visitor = Visitor();
        using var answer = await visitor.Post("/demo/sign-in", ("user", user));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.SeeOther);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync()
    {
        journal = new SqliteJournal(folder, Name);
        var options = new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } };
        host = await SchemeHost.LeadAsync(journal, options);
        people = new SqlitePeople(folder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(ReplayScripts.Find(shelf, Name)!);
        builder.Services.AddPortal(
            new Market(host, journal), people, new PortalSettings { Demo = true, Limits = RateLimits.None });
        app = builder.Build();
        app.MapPortal();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    private async Task StopAsync()
    {
        await app.DisposeAsync();
        await host.DisposeAsync();
        people.Dispose();
        journal.Dispose();
    }
}

/// <summary>The market of July 2023 after its last day, with the Chongqing bulletin beside it.</summary>
public sealed class ReplayedSite : IAsyncLifetime
{
    /// <summary>The site.</summary>
    public ReplaySite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await ReplaySite.OpenAsync();
        for (var day = 0; day < 10; day++)
        {
            await Site.RushDay();
        }
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
