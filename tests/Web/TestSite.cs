using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// A real, newly founded market with its portal, where persons sign in with password and code as they do in production:
/// <c>await using var site = await TestSite.StartAsync(); site.Enter("li", Role.Auditor);
/// using var li = await site.SignInAsync("li");</c> The founder <c>admin</c> is authority and registry operator, but is
/// not entered as a person before a test does so. The portal's clock stands until a test moves it.
/// </summary>
public sealed class TestSite : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "violet kettle ninety canyon";

    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private readonly Dictionary<string, string> keys = [];
    private IJournal journal = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;

    /// <summary>How persons are recognised; quick hashes, and no lock for being quick.</summary>
    public PeopleSettings Settings { get; init; } = new() { HashIterations = 1000, TooQuick = TimeSpan.Zero };

    /// <summary>How the portal is run; without limits.</summary>
    public PortalSettings Portal { get; init; } = new() { Limits = RateLimits.None };

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The portal's clock. It starts now, because browsers look at cookies by their own.</summary>
    public ManualTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>The store of persons.</summary>
    public IPeople People { get; private set; } = null!;

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>A site of one's own, for tests that need other settings.</summary>
    public static async Task<TestSite> StartAsync(PeopleSettings? settings = null, PortalSettings? portal = null)
    {
        var site = new TestSite();
        site = new TestSite { Settings = settings ?? site.Settings, Portal = portal ?? site.Portal };
        await site.InitializeAsync();
        return site;
    }

    public async Task InitializeAsync()
    {
        journal = new SqliteJournal(folder, "test");
        People = new SqlitePeople(folder);
        host = await SchemeHost.LeadAsync(journal);
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        var rulebook = shelf.PathOf("rulebooks", "china-national.yaml");
        await SendAsync("admin", shelf.FoundingFrom(rulebook, "test", new UserId("admin")));

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton(Settings);
        builder.Services.AddPortal(new Market(host, journal), People, Portal);
        app = builder.Build();
        app.MapPortal();
        MapProbes();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await host.DisposeAsync();
        People.Dispose();
        journal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    /// <summary>Lets a command happen in the market; it must be accepted.</summary>
    public async Task<Reply> SendAsync(string by, Command command)
    {
        var outcome = await host.SubmitAsync(
            new Submission(command, CommandId.From(Guid.NewGuid().ToString()), new UserId(by)));
        return outcome.Try(out var reply, out var refusal) ? reply : throw new InvalidOperationException($"{refusal}");
    }

    /// <summary>
    /// Enters a person who has finished setting up, with <see cref="Password"/> and an authenticator, and appoints
    /// them.
    /// </summary>
    public async Task<Person> EnterAsync(string name, params Role[] offices)
    {
        var key = keys[name] = Totp.NewKey();
        var person = new Person(
            name, Guid.NewGuid().ToString("n"), "Person " + name, name + "@example.org", default, "");
        People.Add(person with { State = PersonState.Active }).ShouldBeTrue();
        People.SetPassword(
            name, Services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, Password), false);
        var protection = Services.GetRequiredService<IDataProtectionProvider>();
        People.SetAuthenticator(name, protection.CreateProtector("Tanheng.SecondFactor").Protect(key), 1);
        if (offices.Length > 0)
        {
            await SendAsync("admin", new AppointOfficial(new UserId(name), offices));
        }

        return People.Find(name)!;
    }

    /// <summary>Tells the key of an authenticator that was enrolled on a page.</summary>
    public void Remember(string name, string key) => keys[name] = key;

    /// <summary>The code that a person's authenticator shows, half a minute on: it was not used before.</summary>
    public string NextCode(string name)
    {
        Time.Advance(TimeSpan.FromSeconds(Totp.StepSeconds));
        return Totp.Code(keys[name], Totp.StepOf(Time.GetUtcNow()));
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public TestBrowser Visitor() => new(Address);

    /// <summary>A browser in which a person has just signed in; whoever is not entered yet is.</summary>
    public async Task<TestBrowser> SignInAsync(string name)
    {
        if (People.Find(name) is null)
        {
            await EnterAsync(name);
        }

        var browser = Visitor();
        using var first = await browser.PostAsync("/sign-in", "/sign-in", ("name", name), ("password", Password));
        first.Headers.Location?.OriginalString.ShouldBe("/sign-in/second");
        using var second = await browser.PostAsync("/sign-in/second", "/sign-in/second", ("code", NextCode(name)));
        second.Headers.Location?.OriginalString.ShouldBe("/");
        return browser;
    }

    /// <summary>Endpoints that tell who calls.</summary>
    private void MapProbes()
    {
        app.MapGet("/api/probe", (HttpContext http) => Caller.Of(http) is { } caller
            ? Results.Text(caller.User + " " + caller.Session) : Results.Unauthorized());
        app.MapPost("/api/probe", (HttpContext http) => Caller.Of(http)?.User.Name ?? "nobody");
        app.MapGet("/probe/fresh", (HttpContext http) => Confirmation.IsFresh(http));
        app.MapGet("/probe/failure", IResult () => throw new InvalidOperationException("secret detail"));
    }
}

/// <summary>Tests that share a site with the usual settings.</summary>
[CollectionDefinition(Name)]
public sealed class PeopleSite : ICollectionFixture<TestSite>
{
    public const string Name = "people";
}
