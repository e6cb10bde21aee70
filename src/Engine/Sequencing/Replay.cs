using System.Threading.Channels;
using Tanheng.Engine.Journal;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// Reads a journal into memory and checks every hash on the way. One thread reads and hashes while another parses and
/// applies, so it takes two cores and little memory: at most a few thousand rows are between them.
/// </summary>
public static class Replay
{
    private const int BlockRows = 512;
    private const int BlocksBetween = 8;

    /// <summary>A scheme as its journal tells it.</summary>
    /// <exception cref="BrokenJournalException">A row is not what it was, or cannot be applied.</exception>
    public static Replica Load(
        IJournal journal, long to = long.MaxValue, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var replica = new Replica(journal.Scheme);
        CatchUp(replica, journal, to, progress, cancel);
        return replica;
    }

    /// <summary>Applies what a replica has not seen yet.</summary>
    /// <returns>How many rows that were.</returns>
    /// <exception cref="BrokenJournalException">A row is not what it was, or cannot be applied.</exception>
    public static long CatchUp(
        Replica replica,
        IJournal journal,
        long to = long.MaxValue,
        IProgress<long>? progress = null,
        CancellationToken cancel = default)
    {
        var from = replica.Head.Sequence;
        foreach (var block in Blocks(journal, from + 1, to, cancel))
        {
            foreach (var (row, events) in block)
            {
                replica.Apply(row, events);
            }

            progress?.Report(replica.Head.Sequence);
        }

        return replica.Head.Sequence - from;
    }

    /// <summary>Rows with their events, in blocks, with every hash checked; the chain itself is for the reader to check.</summary>
    /// <exception cref="BrokenJournalException">A row does not have the hash of its content, or cannot be read.</exception>
    public static IEnumerable<IReadOnlyList<(JournalRow Row, Event[] Events)>> Blocks(
        IJournal journal, long from = 1, long to = long.MaxValue, CancellationToken cancel = default)
    {
        var head = Math.Min(to, journal.Head().Sequence);
        if (head < from)
        {
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var channel = Channel.CreateBounded<List<(JournalRow, Event[])>>(BlocksBetween);
        var reader = Task.Factory.StartNew(
            () => ReadBlocks(journal, from, head, channel.Writer, stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            while (Wait(channel.Reader.WaitToReadAsync(cancel)))
            {
                while (channel.Reader.TryRead(out var block))
                {
                    for (var i = 0; i < block.Count; i++)
                    {
                        block[i] = (block[i].Item1, Parse(block[i].Item1));
                    }

                    yield return block;
                }
            }
        }
        finally
        {
            stop.Cancel();
            reader.Wait(CancellationToken.None);
        }
    }

    private static void ReadBlocks(
        IJournal journal, long from, long to, ChannelWriter<List<(JournalRow, Event[])>> output, CancellationToken cancel)
    {
        try
        {
            var hash = new RowHash();
            var block = new List<(JournalRow, Event[])>(BlockRows);
            foreach (var row in journal.Read(from, to))
            {
                if (hash.Of(row) != row.Hash)
                {
                    throw new BrokenJournalException(row.Sequence, JournalRefusals.EditedRow.With(
                        ("sequence", row.Sequence), ("line", row.Sequence)));
                }

                block.Add((row, []));
                if (block.Count == BlockRows)
                {
                    Write(output, block, cancel);
                    block = new List<(JournalRow, Event[])>(BlockRows);
                }
            }

            Write(output, block, cancel);
            output.Complete();
        }
        catch (Exception problem)
        {
            output.Complete(problem);
        }
    }

    private static void Write(
        ChannelWriter<List<(JournalRow, Event[])>> output, List<(JournalRow, Event[])> block, CancellationToken cancel)
    {
        var writing = output.WriteAsync(block, cancel);
        if (!writing.IsCompletedSuccessfully)
        {
            writing.AsTask().GetAwaiter().GetResult();
        }
    }

    private static bool Wait(ValueTask<bool> ready) => ready.IsCompleted ? ready.Result : ready.AsTask().GetAwaiter().GetResult();

    private static Event[] Parse(JournalRow row)
    {
        try
        {
            return row.ReadEvents();
        }
        catch (System.Text.Json.JsonException problem)
        {
            throw new BrokenJournalException(row.Sequence, JournalRefusals.UnreadableEvents.With(
                ("sequence", row.Sequence), ("problem", problem.Message)));
        }
    }
}
