using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// A scheme in memory: the fold over its journal up to <see cref="Head"/>. Not for two threads at once.
/// </summary>
public sealed class Replica
{
    /// <summary>An empty scheme.</summary>
    public Replica(string scheme) => Scheme = scheme;

    /// <summary>The market's id.</summary>
    public string Scheme { get; }

    /// <summary>What it knows.</summary>
    public SchemeState State { get; } = new();

    /// <summary>Every command id there has been.</summary>
    public CommandIndex Known { get; } = new();

    /// <summary>The last row that is applied.</summary>
    public JournalHead Head { get; internal set; }

    /// <summary>
    /// Applies the next row, whose events have been read and whose hash is already known to be right.
    /// </summary>
    /// <exception cref="BrokenJournalException">It does not follow on the last one, or cannot be applied.</exception>
    public void Apply(JournalRow row, ReadOnlySpan<Event> events)
    {
        if (row.Sequence != Head.Sequence + 1 || row.Previous != Head.Hash || row.Time < State.Time)
        {
            throw new BrokenJournalException(row.Sequence, JournalRefusals.BrokenChain.With(
                ("sequence", row.Sequence), ("line", row.Sequence)));
        }

        if (!Known.Add(row.CommandId, row.Sequence))
        {
            throw new BrokenJournalException(row.Sequence, JournalRefusals.UnreadableEvents.With(
                ("sequence", row.Sequence), ("problem", $"command id {row.CommandId} is there twice")));
        }

        try
        {
            SchemeMachine.Apply(State, row.Context, events);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new BrokenJournalException(row.Sequence, JournalRefusals.UnreadableEvents.With(
                ("sequence", row.Sequence), ("problem", problem.Message)));
        }

        Head = JournalHead.Of(row);
    }
}
