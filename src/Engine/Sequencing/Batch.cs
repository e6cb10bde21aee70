using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>A command that has been decided and applied but perhaps not written yet.</summary>
internal sealed record Decided(
    Context Context, string Command, Digest InputHash, ImmutableArray<Event> Events, byte[] Json);

/// <summary>What is written in one transaction, and who waits for it.</summary>
internal sealed class Batch : IThreadPoolWorkItem
{
    private readonly List<JournalRow> rows = [];

    /// <summary>The decided commands, in order.</summary>
    public List<Decided> Decided { get; } = [];

    /// <summary>Work to be answered when the rows are durable, in order.</summary>
    public List<Work> Works { get; } = [];

    /// <summary>The rows for the journal, each with its hash, following on a head.</summary>
    public ReadOnlySpan<JournalRow> Rows(string scheme, JournalHead head, RowHash hash)
    {
        rows.Clear();
        foreach (var entry in Decided)
        {
            var row = new JournalRow(
                scheme,
                entry.Context.Sequence,
                entry.Context.Time,
                entry.Context.Actor,
                entry.Command,
                entry.Context.Id,
                entry.InputHash,
                entry.Json,
                head.Hash,
                default);
            row = row with { Hash = hash.Of(row) };
            rows.Add(row);
            head = JournalHead.Of(row);
        }

        return CollectionsMarshal.AsSpan(rows);
    }

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

        rows.Clear();
        Decided.Clear();
        Works.Clear();
        lock (Home!)
        {
            Home.Push(this);
        }
    }
}
