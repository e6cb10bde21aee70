using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Tanheng.Quantities;
using Tanheng.Web.Api;
using Tanheng.Web.People;

namespace Tanheng.Web.Feed;

/// <summary>The public feed by server-sent events and by WebSocket.</summary>
internal static class FeedRoutes
{
    /// <summary>Where it is.</summary>
    public const string Root = "/market/feed";

    /// <summary>How long a reader may take to close when the server does.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);

    private static readonly byte[] Retry = "retry: 2000\n\n"u8.ToArray();

    /// <summary>Its services; <see cref="FeedSettings"/> that are there already are used.</summary>
    public static IServiceCollection AddFeed(this IServiceCollection services)
    {
        services.TryAddSingleton(new FeedSettings());
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<FeedGate>().AddSingleton<MarketFeed>().AddHostedService<FeedWorker>();
    }

    /// <summary>Its routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, EventsAsync);
        routes.MapGet(Root + "/ws", SocketAsync);
    }

    private static async Task EventsAsync(HttpContext http, FeedSettings settings)
    {
        if (!(await EnterAsync(http)).Try(out var entry, out var refusal))
        {
            await Problem.WriteAsync(http, refusal);
            return;
        }

        using (entry.Place)
        using (var ending = Ending(http))
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers["X-Accel-Buffering"] = "no";
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await http.Response.Body.WriteAsync(Retry, ending.Token);
            var reader = new EventReader(entry.Hub, settings, entry.Topic, http.Response);
            await UntilGone(reader.RunAsync(entry.After, ending.Token));
        }
    }

    private static async Task SocketAsync(HttpContext http, FeedSettings settings)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await Problem.WriteAsync(http, FeedRefusals.NotAWebSocket.With(("instead", Root)));
            return;
        }

        if (!(await EnterAsync(http)).Try(out var entry, out var refusal))
        {
            await Problem.WriteAsync(http, refusal);
            return;
        }

        using (entry.Place)
        using (var ending = Ending(http))
        using (var socket = await http.WebSockets.AcceptWebSocketAsync())
        {
            var reader = new SocketReader(entry.Hub, settings, entry.Topic, socket);
            var listening = ListenAsync(socket, ending);
            await UntilGone(reader.RunAsync(entry.After, ending.Token));
            await UntilGone(CloseAsync(socket));
            await Task.WhenAny(listening, Task.Delay(Courtesy));
            socket.Abort();
            await listening;
        }
    }

    /// <summary>Who asks for what, or why it is not given.</summary>
    private static async Task<Outcome<Entry>> EnterAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (!After(http.Request).Try(out var after, out var refusal))
        {
            return refusal;
        }

        var hub = await services.GetRequiredService<MarketFeed>().Hub.WaitAsync(http.RequestAborted);
        var topic = http.Request.Query["instrument"] is [{ Length: > 0 } wanted] ? wanted : null;
        var topics = hub.Now.Picture.Topics;
        if (topic is not null && !topics.Contains(topic))
        {
            return FeedRefusals.UnknownInstrument.With(
                ("instrument", topic.Length > Parameter.MaxLength ? topic[..Parameter.MaxLength] : topic),
                ("known", string.Join(", ", topics)));
        }

        return services.GetRequiredService<FeedGate>().Enter(AuditTrail.AddressOf(http))
            .Try(out var place, out refusal)
                ? new Entry(place, hub, topic, after)
                : refusal;
    }

    /// <summary>The number that a reader has read last: the browser's own header counts before the address.</summary>
    private static Outcome<long?> After(HttpRequest request)
    {
        var text = (string?)request.Headers["Last-Event-ID"];
        text = string.IsNullOrEmpty(text) ? request.Query["after"] : text;
        if (string.IsNullOrEmpty(text))
        {
            return (long?)null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : FeedRefusals.BadSequence.With(
                ("after", text.Length > Parameter.MaxLength ? text[..Parameter.MaxLength] : text));
    }

    /// <summary>Ends with the connection or with the server, whichever is first.</summary>
    private static CancellationTokenSource Ending(HttpContext http) =>
        CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

    private static async Task UntilGone(Task reading)
    {
        try
        {
            await reading;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or WebSocketException)
        {
            // The reader has left, or the server ends.
        }
    }

    /// <summary>
    /// Nothing is expected from a reader but that it closes. Not to be cancelled: that would cut the connection off
    /// before the server has said that it closes.
    /// </summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType
                != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (
            gone is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // Gone without a word.
        }

        await ending.CancelAsync();
    }

    private static Task CloseAsync(WebSocket socket) =>
        socket.State is WebSocketState.Open or WebSocketState.CloseReceived
        ? socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "", CancellationToken.None)
        : Task.CompletedTask;

    private sealed record Entry(IDisposable Place, FeedHub Hub, string? Topic, long? After);
}
