using System.Threading.Channels;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
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
        foreach (var block in Blocks(journal, from + 1, to, cancel: cancel))
        {
            foreach (var (row, events) in block)
            {
                replica.Apply(row, events);
            }

            progress?.Report(replica.Head.Sequence);
        }

        return replica.Head.Sequence - from;
    }

    /// <summary>
    /// Rows with their events, in blocks, with every hash checked; the chain itself is for the reader to check.
    /// </summary>
    /// <param name="journal">Which.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The last row, if there are so many.</param>
    /// <param name="broken">
    /// Told of a row that does not have the hash of its content or cannot be read (it comes without events then),
    /// perhaps on another thread; without it such a row is thrown.
    /// </param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="BrokenJournalException">
    /// A row does not have the hash of its content, or cannot be read.
    /// </exception>
    public static IEnumerable<IReadOnlyList<(JournalRow Row, Event[] Events)>> Blocks(
        IJournal journal,
        long from = 1,
        long to = long.MaxValue,
        Action<BrokenJournalException>? broken = null,
        CancellationToken cancel = default)
    {
        var head = Math.Min(to, journal.Head().Sequence);
        if (head < from)
        {
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var channel = Channel.CreateBounded<List<(JournalRow, Event[])>>(BlocksBetween);
        var reader = Task.Factory.StartNew(
            () => ReadBlocks(journal.Read(from, head), broken, channel.Writer, stop.Token),
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
                        block[i] = (block[i].Item1, Parse(block[i].Item1, broken));
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
        IEnumerable<JournalRow> rows,
        Action<BrokenJournalException>? broken,
        ChannelWriter<List<(JournalRow, Event[])>> output,
        CancellationToken cancel)
    {
        try
        {
            var hash = new RowHash();
            var block = new List<(JournalRow, Event[])>(BlockRows);
            foreach (var row in rows)
            {
                if (hash.Of(row) != row.Hash)
                {
                    Report(broken, row, JournalRefusals.EditedRow.With(
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

    private static bool Wait(ValueTask<bool> ready) =>
        ready.IsCompleted ? ready.Result : ready.AsTask().GetAwaiter().GetResult();

    private static void Report(Action<BrokenJournalException>? broken, JournalRow row, Refusal refusal)
    {
        var problem = new BrokenJournalException(row.Sequence, refusal);
        if (broken is null)
        {
            throw problem;
        }

        broken(problem);
    }

    private static Event[] Parse(JournalRow row, Action<BrokenJournalException>? broken)
    {
        try
        {
            return row.ReadEvents();
        }
        catch (System.Text.Json.JsonException problem)
        {
            Report(broken, row, JournalRefusals.UnreadableEvents.With(
                ("sequence", row.Sequence), ("problem", problem.Message)));
            return [];
        }
    }
}
