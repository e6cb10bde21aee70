using System.Globalization;
using Tanheng.Engine.Sequencing;

namespace Tanheng.Engine.Hosting;

/// <summary>How a scheme is kept running.</summary>
public sealed record HostOptions
{
    /// <summary>Who this is, for the lease; unique among all processes.</summary>
    public string Holder { get; init; } = string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}");

    /// <summary>How long the right to write lasts without renewal; it is renewed three times as often.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often a follower looks for new rows and a free lease.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long to wait after the store has failed.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>False for a process that only follows.</summary>
    public bool MayLead { get; init; } = true;

    /// <summary>The sequencer's options.</summary>
    public SequencerOptions Sequencer { get; init; } = new();
}

/// <summary>What a process is to a scheme.</summary>
public enum HostRole
{
    /// <summary>Reads the journal into memory.</summary>
    Loading,

    /// <summary>Writes.</summary>
    Leader,

    /// <summary>Follows the journal and answers questions.</summary>
    Follower,

    /// <summary>Waits for the store to come back.</summary>
    Unavailable,

    /// <summary>The journal is broken; somebody has to look.</summary>
    Broken,

    /// <summary>Has ended.</summary>
    Stopped,
}
