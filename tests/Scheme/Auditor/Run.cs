using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Tanheng.Quantities;
using Tanheng.Scheme.Approval;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>One market and one auditor for some steps; all of it follows from the seed.</summary>
internal sealed class Run
{
    private const int StepsBetweenFullComparisons = 50;
    private const int StepsBetweenReplays = 500;

    private readonly List<(Context Context, byte[] Json)> journal = [];
    private readonly Foresight foresight;
    private readonly Maker maker;
    private readonly Dice dice;
    private readonly long seed;

    public Run(long seed)
    {
        this.seed = seed;
        dice = new Dice(seed);
        foresight = new Foresight(Auditor);
        maker = new Maker(State, dice);
    }

    public SchemeState State { get; } = new();

    public Independent Auditor { get; } = new();

    public Statistics Statistics { get; } = new();

    public IReadOnlyList<(Context Context, byte[] Json)> Journal => journal;

    /// <summary>So many steps, then everything once more.</summary>
    /// <exception cref="Objection">With all that is needed to see it again.</exception>
    public Run Go(int steps)
    {
        Command command = Maker.Founding;
        var actor = Maker.Admin;
        var step = 0;
        try
        {
            for (; step < steps; step++)
            {
                if (step > 0)
                {
                    (command, actor) = maker.Next();
                }

                Do(command, actor, step);
            }

            Comparison.Full(Auditor, State);
            Replay();
        }
        catch (Exception failure)
        {
            var what = failure is Objection ? failure.Message : failure.ToString();
            var row = journal.Count == 0 ? "" : System.Text.Encoding.UTF8.GetString(journal[^1].Json);
            throw new Objection(
                $"TANHENG_SEED={seed} step {step} at {maker.Now:yyyy-MM-dd HH:mm} by {actor}: "
                + $"{Short(Describe(command))}\n{what}\nlast row: {Short(row)}");
        }

        return this;
    }

    private static string Short(string text) => text.Length > 700 ? text[..700] + "…" : text;

    private static string Describe(Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        return entry.Name + " " + JsonSerializer.Serialize(command, entry.Type, SchemeJson.Options);
    }

    private void Do(Command command, UserId actor, int step)
    {
        var name = Catalogue.Scheme.Of(command).Name;
        var id = CommandId.From(step.ToString(CultureInfo.InvariantCulture));
        var context = new Context(State.Sequence + 1, maker.Now, actor, id);
        var isBehind = State.Agenda.Next is { } due && due.At <= maker.Now;
        var expected = step == 0 ? true
            : isBehind && command is not AdvanceClock ? false
            : foresight.Expect(command, actor);
        var before = step % 40 == 0 ? StateHash.Of(State) : (Digest?)null;
        var outcome = SchemeMachine.Decide(State, context, command);
        if (before is { } hash && StateHash.Of(State) != hash)
        {
            throw new Objection("deciding changed the state");
        }

        if (expected is { } wanted && wanted == outcome.Refusal is not null)
        {
            var answer = outcome.Refusal?.ToString() ?? "accepted";
            throw new Objection($"the auditor expected {(wanted ? "acceptance" : "refusal")}; the scheme: {answer}");
        }

        Statistics.Count(name, outcome.Refusal, expected is not null);
        if (command is ApproveProposal approved && outcome.Refusal is null)
        {
            Statistics.CountApproved(State.Approvals.Proposals[approved.Proposal].Command);
        }

        if (outcome.IsRefused(out var refusal))
        {
            if (refusal.Message("zh").Contains('{') || refusal.Message("en").Contains('{'))
            {
                throw new Objection($"the refusal {refusal.Code.Name} lacks a detail: {refusal.Message("en")}");
            }
        }
        else
        {
            Happen(context, outcome.Value);
        }

        Check(step);
    }

    private void Happen(in Context context, Decision decision)
    {
        var json = new ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(json, decision.Events.AsSpan());
        journal.Add((context, json.WrittenSpan.ToArray()));
        SchemeMachine.Apply(State, context, decision.Events.AsSpan());
        Auditor.Read(journal[^1].Json);
        Comparison.Touched(Auditor, State);
    }

    private void Check(int step)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var violations = Invariants.Check(State);
        Statistics.Invariants += System.Diagnostics.Stopwatch.GetElapsedTime(start);
        if (violations.Count > 0)
        {
            throw new Objection(string.Join('\n', violations.Select(violation => violation.ToString())));
        }

        if (step % StepsBetweenFullComparisons == 0)
        {
            Comparison.Full(Auditor, State);
        }

        if (step % StepsBetweenReplays == StepsBetweenReplays - 1)
        {
            Replay();
        }
    }

    /// <summary>The journal's text alone makes the same state.</summary>
    private void Replay()
    {
        var replica = new SchemeState();
        foreach (var (context, json) in journal)
        {
            SchemeMachine.Apply(replica, context, SchemeJson.ReadEvents(json));
        }

        if (StateHash.Of(replica) != StateHash.Of(State))
        {
            throw new Objection("the journal replayed makes another state: " + Difference(replica));
        }
    }

    private string Difference(SchemeState replica)
    {
        (string Name, object Here, object There)[] parts =
        [
            ("agenda", State.Agenda.Items, replica.Agenda.Items),
            ("registry", State.Registry, replica.Registry),
            ("approvals", State.Approvals, replica.Approvals),
            ("mrv", State.Mrv, replica.Mrv),
            ("allocation", State.Allocation, replica.Allocation),
            ("compliance", State.Compliance, replica.Compliance),
        ];
        foreach (var (name, here, there) in parts)
        {
            var (one, other) = (Canonical(here), Canonical(there));
            var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
            if (one != other)
            {
                var from = Math.Max(0, at - 150);
                return $"{name}: …{one[from..Math.Min(one.Length, at + 100)]}… "
                    + $"is …{other[from..Math.Min(other.Length, at + 100)]}…";
            }
        }

        return "ledger";
    }

    private static string Canonical(object part)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            CanonicalJson.Write(writer, part);
        }

        return System.Text.Encoding.UTF8.GetString(json.WrittenSpan);
    }
}

/// <summary>What was tried, for the test to judge whether the commands were worth trying.</summary>
internal sealed class Statistics
{
    public SortedDictionary<string, (int Accepted, int Refused)> Commands { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>Commands that took effect by way of a proposal.</summary>
    public SortedDictionary<string, int> Approved { get; } = new(StringComparer.Ordinal);

    public int Foreseen { get; private set; }

    public TimeSpan Invariants { get; set; }

    public int Accepted => Commands.Values.Sum(count => count.Accepted);

    public int Steps => Commands.Values.Sum(count => count.Accepted + count.Refused);

    public void Count(string command, Refusal? refusal, bool foreseen)
    {
        var (accepted, refused) = Commands.GetValueOrDefault(command);
        Commands[command] = refusal is null ? (accepted + 1, refused) : (accepted, refused + 1);
        Foreseen += foreseen ? 1 : 0;
        if (refusal is not null)
        {
            var key = command + ": " + refusal.Code.Name;
            Refusals[key] = Refusals.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>What a second person approved is accepted as itself, too; it is no step of its own.</summary>
    public void CountApproved(string command) => Approved[command] = Approved.GetValueOrDefault(command) + 1;

    public void Add(Statistics other)
    {
        foreach (var (name, (accepted, refused)) in other.Commands)
        {
            var sum = Commands.GetValueOrDefault(name);
            Commands[name] = (sum.Accepted + accepted, sum.Refused + refused);
        }

        foreach (var (name, count) in other.Refusals)
        {
            Refusals[name] = Refusals.GetValueOrDefault(name) + count;
        }

        foreach (var (name, count) in other.Approved)
        {
            Approved[name] = Approved.GetValueOrDefault(name) + count;
        }

        Foreseen += other.Foreseen;
        Invariants += other.Invariants;
    }
}
