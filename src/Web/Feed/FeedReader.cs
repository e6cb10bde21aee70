using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Tanheng.Web.Feed;

/// <summary>One who reads the feed, by whatever way messages go.</summary>
/// <param name="hub">Where they come from.</param>
/// <param name="settings">How often it shows that it lives.</param>
/// <param name="topic">The only instrument or composite that is read; null for all.</param>
internal abstract class FeedReader(FeedHub hub, FeedSettings settings, string? topic)
{
    private readonly List<FeedFrame> frames = [];
    private readonly long quiet = (long)(settings.Heartbeat.TotalMilliseconds * 2 / 3);
    private long place;
    private long sent;

    /// <summary>
    /// Sends message after message until cancelled: from a place on if it is still kept, else a snapshot first.
    /// </summary>
    public async Task RunAsync(long? after, CancellationToken cancel)
    {
        using var seat = hub.Sit();
        var patient = after is { } known && hub.Keeps(known);
        if (patient)
        {
            place = after!.Value;
            sent = Environment.TickCount64;
        }
        else
        {
            await SnapshotAsync(cancel);
        }

        while (true)
        {
            // Asked before reading: what is published meanwhile is news then.
            var news = seat.News;
            frames.Clear();
            if (!hub.TryRead(ref place, patient, topic, frames))
            {
                await SnapshotAsync(cancel);
                continue;
            }

            if (frames.Count > 0)
            {
                await SendAsync(frames, cancel);
                sent = Environment.TickCount64;
            }

            if (place == hub.Now.Last)
            {
                patient = false;
                await BeatAsync(cancel);
                await news.WaitAsync(cancel);
            }
        }
    }

    /// <summary>Sends messages; takes as long as whoever reads them does.</summary>
    protected abstract ValueTask SendAsync(List<FeedFrame> messages, CancellationToken cancel);

    private async Task SnapshotAsync(CancellationToken cancel)
    {
        var now = hub.Now;
        place = now.Last;
        frames.Clear();
        frames.Add(now.Snapshot(topic));
        await SendAsync(frames, cancel);
        sent = Environment.TickCount64;
    }

    private async ValueTask BeatAsync(CancellationToken cancel)
    {
        if (Environment.TickCount64 - sent >= quiet)
        {
            frames.Clear();
            frames.Add(hub.Now.Heartbeat);
            await SendAsync(frames, cancel);
            sent = Environment.TickCount64;
        }
    }
}

/// <summary>By server-sent events.</summary>
internal sealed class EventReader(FeedHub hub, FeedSettings settings, string? topic, HttpResponse response)
    : FeedReader(hub, settings, topic)
{
    private readonly PipeWriter writer = response.BodyWriter;

    /// <inheritdoc />
    protected override async ValueTask SendAsync(List<FeedFrame> messages, CancellationToken cancel)
    {
        foreach (var message in messages)
        {
            writer.Write(message.Event.Span);
        }

        await writer.FlushAsync(cancel);
    }
}

/// <summary>By WebSocket.</summary>
internal sealed class SocketReader(FeedHub hub, FeedSettings settings, string? topic, WebSocket socket)
    : FeedReader(hub, settings, topic)
{
    /// <inheritdoc />
    protected override async ValueTask SendAsync(List<FeedFrame> messages, CancellationToken cancel)
    {
        foreach (var message in messages)
        {
            await socket.SendAsync(message.Json, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
    }
}
