using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Views;
using Tanheng.Scheme;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.Api;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// The API of one market on a free port. Everybody has keys: <c>th_NAME</c> with every scope, <c>th_NAME.read</c> and
/// so
/// on with one.
/// </summary>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private readonly CancellationTokenSource stop = new();
    private readonly List<Exception> problems = [];
    private SqliteJournal journal = null!;
    private SqliteViews views = null!;
    private SqliteAttachments attachments = null!;
    private SqlitePeople people = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;
    private Task following = null!;

    private ApiServer()
    {
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The market.</summary>
    public SchemeHost Host => host;

    /// <summary>The rows.</summary>
    public IJournal Journal => journal;

    /// <summary>Starts a market that <paramref name="play"/> has filled before anybody can ask.</summary>
    public static async Task<ApiServer> StartAsync(string scheme, Func<SchemeHost, Task> play, bool demo = true)
    {
        var server = new ApiServer();
        server.journal = new SqliteJournal(server.folder, scheme);
        server.views = new SqliteViews(server.folder, scheme);
        server.attachments = new SqliteAttachments(server.folder);
        var options = new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } };
        server.host = await SchemeHost.LeadAsync(server.journal, options);
        await play(server.host);
        server.following = ViewWriter.FollowAsync(
            server.host, server.journal, server.views, server.problems.Add, server.stop.Token);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton<IViewStore>(server.views);
        builder.Services.AddSingleton<IAttachments>(server.attachments);
        builder.Services.AddSingleton<FindApiKey>(Find);
        server.people = new SqlitePeople(server.folder);
        builder.Services.AddPortal(
            new Market(server.host, server.journal),
            server.people,
            new PortalSettings { Demo = demo, Limits = RateLimits.None });
        server.app = builder.Build();
        server.app.MapPortal();
        await server.app.StartAsync();
        server.Address = new Uri(server.app.Urls.Single());
        return server;
    }

    /// <summary>A client that signs in by somebody's key; null is the public.</summary>
    public ApiClient As(string? user) => new(Address, user is null ? null : "th_" + user);

    /// <summary>The last row.</summary>
    public long Sequence => journal.Head().Sequence;

    /// <summary>The state, which the test must not keep beyond the next command.</summary>
    public async Task<T> Read<T>(Func<SchemeState, T> question) => (await host.QueryAsync(question)).Value;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await stop.CancelAsync();
        await following;
        await host.DisposeAsync();
        attachments.Dispose();
        people.Dispose();
        views.Dispose();
        journal.Dispose();
        stop.Dispose();
        Directory.Delete(folder, recursive: true);
        problems.ShouldBeEmpty();
    }

    private static Task<ApiKeyOwner?> Find(string key, CancellationToken cancel)
    {
        var parts = key["th_".Length..].Split('.');
        var scopes = parts.Length == 1 ? Scope.All : Enum.Parse<Scope>(parts[1], ignoreCase: true);
        return Task.FromResult(parts[0] == "withdrawn"
            ? null
            : new ApiKeyOwner(new Caller(new UserId(parts[0]), "key", null), scopes));
    }
}

/// <summary>An API client with the few words that tests need.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(Uri address, string? key)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>Gets an address under <c>/api/v1</c>.</summary>
    public Task<ApiReply> Get(string path, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, null, headers);

    /// <summary>Posts JSON to an address under <c>/api/v1</c>.</summary>
    public Task<ApiReply> Post(string path, string? json, params (string Name, string Value)[] headers) => Send(
        HttpMethod.Post, path, json is null
            ? null
            : new StringContent(json, Encoding.UTF8, "application/json"), headers);

    /// <summary>Sends a command under a key.</summary>
    public Task<ApiReply> Command(string name, string json, string? key = null) =>
        Post("/commands/" + name, json, ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    /// <summary>Sends anything.</summary>
    public async Task<ApiReply> Send(
        HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        }

        using var response = await http.SendAsync(request);
        return new ApiReply(response, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => http.Dispose();
}
