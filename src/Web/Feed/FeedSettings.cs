namespace Tanheng.Web.Feed;

/// <summary>How the public feed is run.</summary>
public sealed record FeedSettings
{
    /// <summary>Connections of one address at a time.</summary>
    public int ConnectionsPerAddress { get; init; } = 100;

    /// <summary>Connections of this process at a time.</summary>
    public int Connections { get; init; } = 60_000;

    /// <summary>Messages that are kept, so that whoever comes back misses none.</summary>
    public int Kept { get; init; } = 16_384;

    /// <summary>So many messages behind, a reader gets a snapshot instead.</summary>
    public int MostBehind { get; init; } = 1024;

    /// <summary>The market is looked at no more often than this: what changes faster is sent once.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How often a quiet connection shows that it lives.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
