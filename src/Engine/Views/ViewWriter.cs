using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Views;

/// <summary>Keeps the views of a scheme up to date with its journal, or makes them anew.</summary>
public static class ViewWriter
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Throws the views away and fills them from the journal alone. What they show afterwards is what following the
    /// journal row by row would have shown.
    /// </summary>
    /// <returns>How many rows the views now cover.</returns>
    public static long Rebuild(
        IJournal journal, IViewStore views, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        views.Clear();
        var replica = new Replica(journal.Scheme);
        var projection = new Projection();
        foreach (var block in Replay.Blocks(journal, cancel: cancel))
        {
            foreach (var (row, events) in block)
            {
                replica.Apply(row, events);
            }

            var history = Projection.History(block);
            Apply(views, replica.Head, history, projection.Standing(replica.State, history.Touched));
            progress?.Report(replica.Head.Sequence);
        }

        return replica.Head.Sequence;
    }

    /// <summary>
    /// Follows the journal until cancelled, with the state of a host beside it. Views that are ahead of the journal
    /// (the journal was restored from a copy) are made anew.
    /// </summary>
    public static async Task FollowAsync(
        SchemeHost host, IJournal journal, IViewStore views, Action<Exception>? failed, CancellationToken cancel)
    {
        var projection = new Projection();
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var rows = await StepAsync(host.QueryAsync, projection, journal, views, cancel).ConfigureAwait(false);
                if (rows < 0)
                {
                    // What it was shown may never have become durable, or did not reach the tables.
                    projection = new Projection();
                }

                if (rows <= 0)
                {
                    await Task.Delay(LookEvery, cancel).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                failed?.Invoke(problem);
                projection = new Projection();
                await Task.Delay(LookEvery * 5, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Brings some rows into the views.</summary>
    /// <param name="ask">How the state is asked.</param>
    /// <param name="projection">What has been seen so far.</param>
    /// <param name="journal">The rows.</param>
    /// <param name="views">The tables.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many rows; 0 when there was nothing new, −1 when the state could not be asked.</returns>
    public static async Task<long> StepAsync(
        AskState ask, Projection projection, IJournal journal, IViewStore views, CancellationToken cancel = default)
    {
        var (from, head) = (views.Checkpoint(), journal.Head());
        if (from.Sequence > head.Sequence)
        {
            return Rebuild(journal, views, null, cancel);
        }

        var block = Replay.Blocks(journal, from.Sequence + 1, head.Sequence, cancel: cancel).FirstOrDefault();
        if (block is null)
        {
            return 0;
        }

        if (block[0].Row.Previous != from.Hash)
        {
            return Rebuild(journal, views, null, cancel);
        }

        var history = Projection.History(block);
        var asked = await ask(state => projection.Standing(state, history.Touched)).ConfigureAwait(false);
        if (!asked.Try(out var standing, out _))
        {
            return -1;
        }

        Apply(views, JournalHead.Of(block[^1].Row), history, standing);
        return block.Count;
    }

    private static void Apply(IViewStore views, JournalHead to, History history, Standing standing) =>
        views.Apply(new ViewChanges(
            to,
            history.Journal,
            history.Statements,
            standing.Holdings,
            standing.Accounts,
            standing.Obligations));
}

/// <summary>Asks the state of a scheme what stands.</summary>
public delegate Task<Outcome<Standing>> AskState(Func<SchemeState, Standing> question);
