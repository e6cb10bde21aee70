using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>A command on its way in.</summary>
/// <param name="Command">What should happen.</param>
/// <param name="Id">The sender's identity of it: the same id again gives the same reply and happens once.</param>
/// <param name="Actor">Who asks; who that is has been established before.</param>
/// <param name="At">
/// Virtual time: when it happens. Only a sequencer that runs on virtual time heeds it; time never goes back.
/// </param>
public sealed record Submission(Command Command, CommandId Id, UserId Actor, DateTimeOffset? At = null);

/// <summary>A command that has happened, durably.</summary>
/// <param name="Sequence">Its row.</param>
/// <param name="Time">When.</param>
/// <param name="Events">What it brought about.</param>
/// <param name="Repeated">True when it had happened before and this is the original reply.</param>
public sealed record Reply(long Sequence, DateTimeOffset Time, ImmutableArray<Event> Events, bool Repeated = false);

/// <summary>What became of many commands.</summary>
/// <param name="Accepted">How many happened.</param>
/// <param name="Refused">How many did not.</param>
/// <param name="FirstRefusal">The first refusal and the command it was for.</param>
public sealed record BulkResult(long Accepted, long Refused, (Submission Submission, Refusal Refusal)? FirstRefusal);

/// <summary>How a sequencer works.</summary>
public sealed record SequencerOptions
{
    /// <summary>The wall clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether <see cref="Submission.At"/> sets the time instead of the wall clock: scenarios and simulations.
    /// </summary>
    public bool VirtualTime { get; init; }

    /// <summary>How many pieces of work may wait before more are refused.</summary>
    public int QueueLimit { get; init; } = 10_000;

    /// <summary>How many rows go into one transaction at most.</summary>
    public int BatchRows { get; init; } = 1024;
}

/// <summary>Why a sequencer has ended.</summary>
public enum SequencerEnd
{
    /// <summary>It was asked to.</summary>
    Stopped,

    /// <summary>Somebody else writes the journal now.</summary>
    Conflict,

    /// <summary>The store failed; the state must be read anew.</summary>
    StoreFailed,
}
