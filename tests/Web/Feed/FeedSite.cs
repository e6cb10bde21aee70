using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.Feed;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.Feed;

/// <summary>A portal whose exchange is open at ten in the morning of 3 January 2024; BENCH closed at 60.00.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private readonly MemoryJournal journal = new("feed");
    private SqlitePeople people = null!;
    private WebApplication app = null!;
    private int sent;

    private FeedSite()
    {
    }

    public Uri Address { get; private set; } = null!;

    public SchemeHost Host { get; private set; } = null!;

    public static async Task<FeedSite> StartAsync(FeedSettings? settings = null)
    {
        var site = new FeedSite();
        var options = new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } };
        site.Host = await SchemeHost.LeadAsync(site.journal, options);
        await new BenchExchange(pairs: 1).OpenAsync(site.Host.Sequencer!);
        site.people = new SqlitePeople(site.folder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(settings ?? new FeedSettings());
        builder.Services.AddPortal(
            new Market(site.Host, site.journal), site.people, new PortalSettings { Limits = RateLimits.None });
        site.app = builder.Build();
        site.app.MapPortal();
        await site.app.StartAsync();
        site.Address = new Uri(site.app.Urls.Single());
        return site;
    }

    /// <summary>Sends a command; it must be accepted.</summary>
    public async Task<Reply> Do(Command command)
    {
        var outcome = await Host.SubmitAsync(
            new Submission(command, CommandId.From("feed " + ++sent), new UserId("trader")));
        return outcome.Try(out var reply, out var refusal) ? reply : throw new InvalidOperationException($"{refusal}");
    }

    /// <summary>The first holder lists units to sell.</summary>
    public async Task<OrderId> Sell(string price, long tonnes) => ((OrderPlaced)(await Do(new PlaceOrder(
        new HolderId(1), OrderSide.Sell, "BENCH", default, Price.Parse(price + " CNY/t"), new Tonnes(tonnes))))
        .Events[0]).Order;

    /// <summary>The second holder buys from an order.</summary>
    public Task<Reply> Take(OrderId order, long tonnes) =>
        Do(new TakeOrder(new HolderId(2), order, new Tonnes(tonnes)));

    /// <summary>The two trade with each other.</summary>
    public async Task Trade(string price, long tonnes) => await Take(await Sell(price, tonnes), tonnes);

    public async Task Advance(string utc) => (await Host.Sequencer!.AdvanceClockAsync(
        DateTimeOffset.Parse(utc, null, System.Globalization.DateTimeStyles.AssumeUniversal)))
        .Refusal.ShouldBeNull();

    /// <summary>Opens the feed by server-sent events.</summary>
    public async Task<EventFeed> Events(string query = "", string? lastEventId = null)
    {
        var feed = new EventFeed(Address, query, lastEventId);
        await feed.OpenAsync();
        return feed;
    }

    /// <summary>Opens the feed by WebSocket.</summary>
    public async Task<SocketFeed> Socket(string query = "")
    {
        var feed = new SocketFeed();
        await feed.OpenAsync(new Uri($"ws://127.0.0.1:{Address.Port}/market/feed/ws{query}"));
        return feed;
    }

    public ApiClient Api() => new(Address, null);

    /// <summary>Ends the server, as an operator does.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Host.DisposeAsync();
        people.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A message as a reader gets it.</summary>
internal sealed record Received(string? Id, string Text)
{
    public JsonElement Json { get; } = JsonElement.Parse(Text);

    public string Kind => Json.GetProperty("kind").GetString()!;

    public long Sequence => Json.GetProperty("sequence").GetInt64();

    public long Number(string name) => Json.GetProperty(name).GetInt64();
}

/// <summary>A reader of server-sent events, as a browser is one.</summary>
internal sealed class EventFeed(Uri address, string query, string? lastEventId) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
    private StreamReader reader = null!;

    public HttpResponseMessage Response { get; private set; } = null!;

    public async Task OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/market/feed" + query);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        Response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
        reader = new StreamReader(await Response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next message; null when the server has ended the stream.</summary>
    public async Task<Received?> Next()
    {
        string? id = null;
        using var patience = new CancellationTokenSource(Patience);
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                (await reader.ReadLineAsync(patience.Token)).ShouldBe("", "an event ends with an empty line");
                return new Received(id, line[6..]);
            }
        }

        return null;
    }

    /// <summary>Messages up to and with the first that fits.</summary>
    public async Task<List<Received>> Until(Func<Received, bool> last)
    {
        var all = new List<Received>();
        do
        {
            all.Add((await Next()).ShouldNotBeNull());
        }
        while (!last(all[^1]));
        return all;
    }

    public void Dispose()
    {
        Response?.Dispose();
        http.Dispose();
    }
}

/// <summary>A reader by WebSocket.</summary>
internal sealed class SocketFeed : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public ClientWebSocket Socket { get; } = new();

    public async Task OpenAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(Patience);
        await Socket.ConnectAsync(address, patience.Token);
    }

    /// <summary>The next message; null when the server has closed.</summary>
    public async Task<Received?> Next()
    {
        using var patience = new CancellationTokenSource(Patience);
        var (buffer, length) = (new byte[1 << 16], 0);
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return new Received(null, Encoding.UTF8.GetString(buffer, 0, length));
            }
        }
    }

    public void Dispose() => Socket.Dispose();
}
