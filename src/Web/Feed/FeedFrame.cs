using System.Globalization;
using System.Text;
using System.Text.Json;
using Tanheng.Web.Api;

namespace Tanheng.Web.Feed;

/// <summary>
/// A message as it travels: its bytes are made once and shared by everybody who gets it. The JSON lies inside the
/// event.
/// </summary>
internal sealed class FeedFrame
{
    private static readonly byte[] Data = "data: "u8.ToArray();
    private static readonly byte[] End = "\n\n"u8.ToArray();
    private readonly int from;

    private FeedFrame(FeedMessage message, byte[] bytes, int from)
    {
        Sequence = message.Sequence;
        Topic = message.Topic;
        Event = bytes;
        this.from = from;
    }

    /// <summary>The message's number.</summary>
    public long Sequence { get; }

    /// <summary>Whose it is; null for everybody.</summary>
    public string? Topic { get; }

    /// <summary>As a server-sent event.</summary>
    public ReadOnlyMemory<byte> Event { get; }

    /// <summary>The JSON alone.</summary>
    public ReadOnlyMemory<byte> Json => Event[from..^End.Length];

    /// <summary>Serialises a message.</summary>
    public static FeedFrame Of(FeedMessage message)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), ApiJson.Options);
        var id = message.Kind == FeedKind.Heartbeat
            ? []
            : Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {message.Sequence}\n"));
        byte[] bytes = [.. id, .. Data, .. json, .. End];
        return new FeedFrame(message, bytes, id.Length + Data.Length);
    }

    /// <summary>True for a reader of one instrument or composite, or of all (null).</summary>
    public bool IsFor(string? topic) => topic is null || Topic is null || topic == Topic;
}
