using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// Gives every command of one scheme its place: decides it, writes it, and answers when it is on disk. Two threads take
/// turns, so that one batch is decided while the one before it is being written. It never repairs itself: when an
/// append fails or a defect shows it ends, everybody who waits gets a passing refusal, and a new one is made from the
/// journal.
/// </summary>
public sealed class Sequencer : IAsyncDisposable
{
    private const int AnswersOfOwn = 8;
    private readonly IJournal journal;
    private readonly SequencerOptions options;
    private readonly long epoch;
    private readonly Desk desk;
    private readonly WorkQueue queue;
    private readonly RowHash hash = new();
    private readonly Stack<Batch> spares = new();
    private readonly TaskCompletionSource<SequencerEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JournalHead written;
    private long durable;
    private volatile bool failed;
    private int running = 2;

    /// <summary>
    /// Starts on a replica that is up to date with the journal; the replica is the sequencer's from now on.
    /// </summary>
    /// <param name="journal">Where rows go.</param>
    /// <param name="replica">The scheme as the journal tells it.</param>
    /// <param name="options">How it works.</param>
    /// <param name="epoch">The lease under which it writes; 0 where nobody competes.</param>
    public Sequencer(IJournal journal, Replica replica, SequencerOptions? options = null, long epoch = 0)
    {
        this.journal = journal;
        this.options = options ?? new SequencerOptions();
        this.epoch = epoch;
        desk = new Desk(journal, replica, this.options);
        queue = new WorkQueue(this.options.QueueLimit, this.options.SpinCount);
        written = replica.Head;
        durable = replica.Head.Sequence;
        for (var i = 0; i < running; i++)
        {
            new Thread(Work) { IsBackground = true, Name = $"sequencer {journal.Scheme} {i + 1}" }.Start();
        }
    }

    /// <summary>The scheme.</summary>
    public string Scheme => journal.Scheme;

    /// <summary>The last row that is on disk.</summary>
    public long Durable => Volatile.Read(ref durable);

    /// <summary>Business time: the wall clock, or how far virtual time has been moved here.</summary>
    public DateTimeOffset Now => desk.Clock;

    /// <summary>Completes when it has ended, with the reason.</summary>
    public Task<SequencerEnd> Ended => ended.Task;

    /// <summary>What made it end, when that was a failure.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Rows have become durable; called on the writing thread, so it must be quick.</summary>
    public event Action<long>? Advanced;

    /// <summary>
    /// Lets a command happen. The reply comes when it is durable. A refusal of code 9003 leaves open whether it
    /// happened: the same id again tells.
    /// </summary>
    public Task<Outcome<Reply>> SubmitAsync(Submission submission)
    {
        if (Check(submission, out var inputHash) is { } refusal)
        {
            return Task.FromResult<Outcome<Reply>>(refusal);
        }

        var work = new CommandWork(submission, inputHash);
        return queue.TryAdd(work) ? work.Reply : Task.FromResult<Outcome<Reply>>(Unwilling());
    }

    /// <summary>
    /// Lets many commands happen in order, a few hundred at a time, so that nobody awaits each. A refused one does not
    /// stop the others unless <paramref name="observe"/> says so.
    /// </summary>
    /// <param name="submissions">In order; consumed only as fast as they are handled.</param>
    /// <param name="observe">Sees every command with its outcome, in order; false stops soon after.</param>
    /// <param name="cancel">Stops taking more.</param>
    public Task<BulkResult> SubmitManyAsync(
        IEnumerable<Submission> submissions,
        Func<Submission, Outcome<Reply>, bool>? observe = null,
        CancellationToken cancel = default) =>
        Task.Run(() => BulkSubmission.Run(this, submissions, observe, cancel), cancel);

    /// <summary>What a command would bring about now, without letting it happen.</summary>
    public Task<Outcome<Reply>> PreviewAsync(Submission submission) =>
        Check(submission, out _) is { } refusal
            ? Task.FromResult<Outcome<Reply>>(refusal)
            : Ask(desk => desk.Preview(submission));

    /// <summary>
    /// Asks the state between two commands. It sees everything decided so far; the answer comes when all of that is
    /// durable, so nobody is told what a crash could undo. The question must not keep the state or change it.
    /// </summary>
    public Task<Outcome<T>> QueryAsync<T>(Func<SchemeState, T> question) =>
        Ask<T>(desk => Outcome.Of(question(desk.State)));

    /// <summary>Lets everything happen that has fallen due; on virtual time up to a moment.</summary>
    /// <returns>The last row.</returns>
    public Task<Outcome<long>> AdvanceClockAsync(DateTimeOffset? until = null) => Ask<long>(desk =>
    {
        desk.RunClock(until);
        return Outcome.Of(desk.State.Sequence);
    });

    /// <summary>Takes nothing more, finishes what waits, and ends.</summary>
    public Task<SequencerEnd> StopAsync()
    {
        queue.Close(SequencerEnd.Stopped);
        return Ended;
    }

    /// <summary>Takes nothing more and refuses what waits: the right to write has gone.</summary>
    public Task<SequencerEnd> AbandonAsync()
    {
        failed = true;
        queue.Close(SequencerEnd.Conflict);
        return Ended;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    internal Task<Outcome<Reply>[]>? TrySubmitBulk(List<(Submission, Digest)> submissions, out Refusal? refusal)
    {
        var work = new BulkWork(submissions);
        var added = queue.TryAdd(work, evenIfFull: true);
        refusal = added ? null : Unwilling();
        return added ? work.Reply : null;
    }

    internal static Refusal? Check(Submission submission, out Digest inputHash)
    {
        inputHash = default;
        if (!RowHash.IsLine(submission.Actor.Name ?? ""))
        {
            return JournalRefusals.BadText.With(("field", "actor"));
        }

        try
        {
            inputHash = SchemeJson.HashOf(submission.Command);
            return null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return JournalRefusals.Defect.With(
                ("command", submission.Command.GetType().Name), ("problem", problem.Message));
        }
    }

    private Task<Outcome<T>> Ask<T>(Func<Desk, Outcome<T>> question)
    {
        var work = new QueryWork<T>(question);
        return queue.TryAdd(work) ? work.Reply : Task.FromResult<Outcome<T>>(Unwilling());
    }

    private Refusal Unwilling() => queue.Closed switch
    {
        null => JournalRefusals.QueueFull.With(("limit", options.QueueLimit)),
        SequencerEnd.Stopped => JournalRefusals.Stopping.With(),
        _ => JournalRefusals.UnknownOutcome.With(),
    };

    private void Work()
    {
        while (queue.TakeToDecide() is { } works)
        {
            var batch = desk.Batch = Spare();
            var alive = Decide(works, batch);
            var lastCall = false;
            while (queue.TakeToWrite(batch.Decided.Count >= options.BatchRows || !alive, ref lastCall) is { } more)
            {
                alive = Decide(more, batch);
            }

            alive = alive && Write(batch);
            queue.Written();
            Finish(batch, alive);
        }

        if (Interlocked.Decrement(ref running) == 0)
        {
            End();
        }
    }

    private bool Decide(List<Work> works, Batch batch)
    {
        var next = 0;
        try
        {
            if (!failed && works.Count == 0 && desk.IsDue)
            {
                desk.RunClock();
            }

            for (; next < works.Count && !failed; next++)
            {
                batch.Works.Add(works[next]);
                works[next].Do(desk);
            }
        }
        catch (Exception problem)
        {
            Fail(SequencerEnd.StoreFailed, problem);
            next++;
        }

        for (; next < works.Count; next++)
        {
            batch.Works.Add(works[next]);
        }

        return !failed;
    }

    private bool Write(Batch batch)
    {
        if (failed || batch.Decided.Count == 0)
        {
            return !failed;
        }

        try
        {
            var rows = batch.Rows(Scheme, written, hash);
            journal.Append(written.Sequence, rows, epoch);
            written = JournalHead.Of(rows[^1]);
            Volatile.Write(ref durable, written.Sequence);
            Advanced?.Invoke(written.Sequence);
            return true;
        }
        catch (JournalConflictException problem)
        {
            Fail(SequencerEnd.Conflict, problem);
        }
        catch (Exception problem)
        {
            Fail(SequencerEnd.StoreFailed, problem);
        }

        return false;
    }

    private void Finish(Batch batch, bool alive)
    {
        batch.Refusal = alive ? null : JournalRefusals.UnknownOutcome.With();
        batch.Home = spares;
        if (batch.Works.Count < AnswersOfOwn)
        {
            batch.Execute();
        }
        else
        {
            // Waking so many waiters takes longer than the next batch can wait.
            ThreadPool.UnsafeQueueUserWorkItem(batch, preferLocal: false);
        }
    }

    private Batch Spare()
    {
        lock (spares)
        {
            return spares.TryPop(out var spare) ? spare : new Batch();
        }
    }

    private void Fail(SequencerEnd reason, Exception problem)
    {
        Failure ??= problem;
        failed = true;
        queue.Close(reason);
    }

    private void End()
    {
        foreach (var work in queue.Rest())
        {
            work.Refuse(JournalRefusals.UnknownOutcome.With());
        }

        ended.TrySetResult(queue.Closed ?? SequencerEnd.Stopped);
    }
}
