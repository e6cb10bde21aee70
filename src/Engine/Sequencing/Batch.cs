using System.Collections.Immutable;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>A command that has been decided and applied but perhaps not written yet.</summary>
internal sealed record Decided(JournalRow Row, ImmutableArray<Event> Events);

/// <summary>What is written in one transaction, and who waits for it.</summary>
internal sealed class Batch : IThreadPoolWorkItem
{
    /// <summary>The rows of decided commands, in order.</summary>
    public List<JournalRow> Rows { get; } = [];

    /// <summary>Work to be answered when the rows are durable, in order.</summary>
    public List<Work> Works { get; } = [];

    /// <summary>Why nothing of it happened, or nobody knows; null when it is durable.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>Where it goes, empty, after everybody has been answered.</summary>
    public Stack<Batch>? Home { get; set; }

    /// <summary>Answers everybody.</summary>
    public void Execute()
    {
        foreach (var work in Works)
        {
            if (Refusal is null)
            {
                work.Answer();
            }
            else
            {
                work.Refuse(Refusal);
            }
        }

        Rows.Clear();
        Works.Clear();
        lock (Home!)
        {
            Home.Push(this);
        }
    }
}
