using System.Diagnostics;
using System.Runtime.InteropServices;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// Gives every command of one scheme its place: decides it, writes it, and answers when it is on disk. Who submits a
/// command decides it, and writes it too when nobody is writing; the sequencer's own thread writes as long as there is
/// more. So one batch is decided while the one before it is being written. It never repairs itself: when an append
/// fails or a defect shows it ends, everybody who waits gets a passing refusal, and a new one is made from the journal.
/// </summary>
public sealed class Sequencer : IAsyncDisposable
{
    private const int AnswersOfOwn = 8;

    /// <summary>Rows in the last batch up to which a client counts as alone.</summary>
    private const int Alone = 2;

    private static readonly long MostPatience = Stopwatch.Frequency / 1000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private readonly IJournal journal;
    private readonly SequencerOptions options;
    private readonly long epoch;
    private readonly Desk desk;
    private readonly WorkQueue queue;
    private readonly Lock table = new();
    private readonly Stack<Batch> spares = new();
    private readonly TaskCompletionSource<SequencerEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long durable;
    private long patience;
    private volatile int lastRows;
    private volatile bool failed;

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
        queue = new WorkQueue(this.options.QueueLimit);
        durable = replica.Head.Sequence;
        new Thread(Work) { IsBackground = true, Name = "sequencer " + journal.Scheme }.Start();
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
    /// happened: the same id again tells. When nobody else is at work, the calling thread does it all before this
    /// returns, one commit long.
    /// </summary>
    public Task<Outcome<Reply>> SubmitAsync(Submission submission)
    {
        if (Check(submission, out var inputHash) is { } refusal)
        {
            return Task.FromResult<Outcome<Reply>>(refusal);
        }

        var work = new CommandWork(submission, inputHash);
        return TryDo(work) ? work.Reply : Task.FromResult<Outcome<Reply>>(Unwilling());
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
        var added = TryDo(work, evenIfFull: true);
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
        return TryDo(work) ? work.Reply : Task.FromResult<Outcome<T>>(Unwilling());
    }

    private Refusal Unwilling() => queue.Closed switch
    {
        null => JournalRefusals.QueueFull.With(("limit", options.QueueLimit)),
        SequencerEnd.Stopped => JournalRefusals.Stopping.With(),
        _ => JournalRefusals.UnknownOutcome.With(),
    };

    /// <summary>Takes work in, and does what nobody else is doing: deciding, and then writing.</summary>
    private bool TryDo(Work work, bool evenIfFull = false)
    {
        if (!queue.TryAdd(work, evenIfFull, out var mayDecide))
        {
            return false;
        }

        if (mayDecide && DecideAll())
        {
            if (lastRows > Alone)
            {
                // Others come in with this one: the own thread waits for them, and no caller's thread waits for the
                // disk.
                queue.HandOver();
                return true;
            }

            Write();
            queue.KeepsWriting(handOver: true, out _);
        }

        return true;
    }

    private void Work()
    {
        while (queue.Wait(Idle) is var turn && turn != Turn.End)
        {
            if (turn == Turn.Idle)
            {
                TryDo(new ClockWork(), evenIfFull: true);
                continue;
            }

            do
            {
                Gather();
                Write();
            }
            while (WritesOn());
        }

        ended.TrySetResult(queue.Closed ?? SequencerEnd.Stopped);
    }

    /// <summary>
    /// Those who were answered together come back together: waits for as many as came last time, at most as long as the
    /// last write took. A commit for a few of them would cost the others one more.
    /// </summary>
    private void Gather()
    {
        var expected = lastRows - (lastRows / 8);
        if (lastRows <= Alone)
        {
            return;
        }

        var from = Stopwatch.GetTimestamp();
        while (desk.Batch.Rows.Count < expected && !failed && queue.Closed is null
            && Stopwatch.GetTimestamp() - from < patience)
        {
            Thread.Yield();
        }
    }

    private bool WritesOn()
    {
        var more = queue.KeepsWriting(handOver: false, out var mayDecide);
        if (mayDecide)
        {
            DecideAll();
        }

        return more;
    }

    /// <summary>Decides what waits, until nothing does; true when the caller must write now.</summary>
    private bool DecideAll()
    {
        bool mayWrite;
        while (queue.Next(IsFull, out mayWrite) is { } works)
        {
            lock (table)
            {
                Decide(works, desk.Batch);
                queue.Count(works.Count);
            }
        }

        return mayWrite;
    }

    private void Decide(List<Work> works, Batch batch)
    {
        var next = 0;
        try
        {
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
    }

    /// <summary>Takes what is decided, writes it, and answers.</summary>
    private void Write()
    {
        Batch batch;
        lock (table)
        {
            batch = desk.Batch;
            desk.Batch = Spare();
            queue.Count(-batch.Works.Count);
        }

        Finish(batch, TryWrite(batch));
    }

    private bool TryWrite(Batch batch)
    {
        lastRows = batch.Rows.Count;
        if (failed || lastRows == 0)
        {
            return !failed;
        }

        var from = Stopwatch.GetTimestamp();
        try
        {
            journal.Append(durable, CollectionsMarshal.AsSpan(batch.Rows), epoch);
            Volatile.Write(ref durable, batch.Rows[^1].Sequence);
            patience = Math.Min(Stopwatch.GetTimestamp() - from, MostPatience);
            Advanced?.Invoke(durable);
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

    private bool IsFull => !failed && desk.Batch.Rows.Count >= options.BatchRows;

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
}
