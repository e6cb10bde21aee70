using System.Buffers;
using System.Globalization;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Sequencing;

/// <summary>Where commands are decided, one after the other, into the batch at hand. One thread at a time.</summary>
internal sealed class Desk
{
    /// <summary>Rows that may not be readable in the journal yet: more than two batches can hold.</summary>
    private readonly Decided?[] recent;

    private readonly IJournal journal;
    private readonly Replica replica;
    private readonly SequencerOptions options;
    private readonly ArrayBufferWriter<byte> json = new(4096);
    private readonly RowHash hash = new();
    private JournalHead head;
    private long virtualTicks;

    public Desk(IJournal journal, Replica replica, SequencerOptions options)
    {
        this.journal = journal;
        this.replica = replica;
        this.options = options;
        head = replica.Head;
        recent = new Decided[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(options.BatchRows * 4))];
    }

    /// <summary>Where decided commands go.</summary>
    public Batch Batch { get; set; } = new();

    /// <summary>The state after everything that is decided.</summary>
    public SchemeState State => replica.State;

    /// <summary>
    /// True when something should happen by itself now; never on virtual time, which somebody else moves.
    /// </summary>
    public bool IsDue => !options.VirtualTime && State.Agenda.Next is { } due && due.At <= Now(null);

    /// <summary>
    /// Business time: the wall clock, or where virtual time stands. May be asked by any thread; on virtual time it is 0
    /// until somebody has moved it, and the state's own time counts.
    /// </summary>
    public DateTimeOffset Clock => options.VirtualTime
        ? new DateTimeOffset(Volatile.Read(ref virtualTicks), TimeSpan.Zero)
        : options.Time.GetUtcNow();

    /// <summary>Decides one command and applies it.</summary>
    public Outcome<Reply> Decide(Submission submission, Digest inputHash)
    {
        var known = replica.Known[submission.Id];
        if (known != 0)
        {
            return Repeat(known, submission, inputHash);
        }

        var now = Now(submission.At);
        LetHappen(now);
        return Happen(submission.Command, submission.Id, submission.Actor, inputHash, now);
    }

    /// <summary>What a command would do, without doing it.</summary>
    public Outcome<Reply> Preview(Submission submission)
    {
        var now = Now(submission.At);
        LetHappen(now);
        var context = new Context(head.Sequence + 1, now, submission.Actor, submission.Id);
        return Ask(context, submission.Command).Try(out var decision, out var refusal)
            ? new Reply(context.Sequence, now, decision.Events)
            : refusal;
    }

    /// <summary>Lets everything happen that has fallen due.</summary>
    public void RunClock(DateTimeOffset? until = null) => LetHappen(Now(until));

    /// <summary>
    /// The same at a moment that has been read from the clock. Who goes on at that moment must not read the clock
    /// again: what is due would get a later time than what comes after it.
    /// </summary>
    private void LetHappen(DateTimeOffset now)
    {
        if (options.VirtualTime && now > Clock)
        {
            Volatile.Write(ref virtualTicks, now.UtcTicks);
        }

        while (State.Agenda.Next is { } due && due.At <= now)
        {
            var id = CommandId.From(string.Create(
                CultureInfo.InvariantCulture,
                $"advance-clock\n{replica.Scheme}\n{head.Sequence + 1}\n"
                + $"{RowHash.TextOf(due.At)}\n{due.Kind}\n{due.Subject}"));
            var command = new AdvanceClock();
            if (Happen(command, id, UserId.System, SchemeJson.HashOf(command), now).IsRefused(out var refusal))
            {
                throw new InvalidOperationException($"The clock cannot go past {due}: {refusal}");
            }
        }
    }

    private DateTimeOffset Now(DateTimeOffset? at)
    {
        // On virtual time nothing happens by itself: it stands still until a command or the caller moves it.
        var now = options.VirtualTime ? at ?? Clock : options.Time.GetUtcNow();
        now = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return now < State.Time ? State.Time : now;
    }

    private Outcome<Reply> Happen(Command command, CommandId id, UserId actor, Digest inputHash, DateTimeOffset now)
    {
        // A row with an earlier time than the last one would break the journal for everybody who reads it.
        ArgumentOutOfRangeException.ThrowIfLessThan(now, State.Time);
        var context = new Context(head.Sequence + 1, now, actor, id);
        if (!Ask(context, command).Try(out var decision, out var refusal))
        {
            return refusal;
        }

        json.ResetWrittenCount();
        try
        {
            SchemeJson.WriteEvents(json, decision.Events.AsSpan());
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Defect(command, problem);
        }

        var row = RowOf(context, command, inputHash);

        // From here on it has happened: a failure ends this sequencer, and the journal knows nothing of it.
        SchemeMachine.Apply(State, context, decision.Events.AsSpan());
        replica.Known.Add(id, row.Sequence);
        Batch.Rows.Add(row);
        head = JournalHead.Of(row);
        recent[head.Sequence & (recent.Length - 1)] = new Decided(row, decision.Events);
        return new Reply(head.Sequence, now, decision.Events);
    }

    /// <summary>
    /// The row that follows on the last one decided. It is hashed here and not when it is written, because writing is
    /// what everybody waits for.
    /// </summary>
    private JournalRow RowOf(in Context context, Command command, Digest inputHash)
    {
        var row = new JournalRow(
            journal.Scheme,
            context.Sequence,
            context.Time,
            context.Actor,
            Catalogue.Scheme.Of(command).Name,
            context.Id,
            inputHash,
            json.WrittenSpan.ToArray(),
            head.Hash,
            default);
        return row with { Hash = hash.Of(row) };
    }

    private Outcome<Decision> Ask(in Context context, Command command)
    {
        try
        {
            return SchemeMachine.Decide(State, context, command);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Defect(command, problem);
        }
    }

    private static Refusal Defect(Command command, Exception problem) => JournalRefusals.Defect.With(
        ("command", command.GetType().Name), ("problem", problem.GetType().Name + ": " + problem.Message));

    private Outcome<Reply> Repeat(long known, Submission submission, Digest inputHash)
    {
        if (recent[known & (recent.Length - 1)] is { } decided && decided.Row.Sequence == known)
        {
            return decided.Row.InputHash == inputHash
                ? new Reply(known, decided.Row.Time, decided.Events, Repeated: true)
                : OtherInput(known, submission);
        }

        if (journal.Read(known, known).FirstOrDefault() is not { } row)
        {
            return JournalRefusals.UnknownOutcome.With();
        }

        return row.InputHash == inputHash
            ? new Reply(known, row.Time, [.. row.ReadEvents()], Repeated: true)
            : OtherInput(known, submission);
    }

    private static Refusal OtherInput(long known, Submission submission) =>
        JournalRefusals.RepeatedIdOtherInput.With(("id", submission.Id), ("sequence", known));
}
