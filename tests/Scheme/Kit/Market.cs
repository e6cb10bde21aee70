using System.Buffers;
using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Kit;

/// <summary>
/// A market on virtual time. Every command goes the whole way: the clock first, then decide, events to JSON and back,
/// apply, invariants. What the journal would hold is kept, so that a test can replay it.
/// </summary>
internal sealed class Market
{
    public static readonly UserId Admin = new("admin");

    private readonly List<(Context Context, byte[] Json)> journal = [];
    private long commands;

    private Market()
    {
    }

    public SchemeState State { get; } = new();

    /// <summary>Virtual time, in the scheme's own zone when it is set by text.</summary>
    public DateTimeOffset Now { get; private set; } = new(2021, 12, 31, 16, 0, 0, TimeSpan.Zero);

    /// <summary>False where a test runs thousands of commands and checks at the end.</summary>
    public bool ChecksEveryCommand { get; set; } = true;

    public SystemAccounts System => State.Registry.System!;

    /// <summary>The test market of <see cref="TestRules"/>, from 2022-01-01 00:00 in Shanghai.</summary>
    public static Market Found(string approvals = "[ ]", string leastRepresentatives = "0", string delay = "") =>
        Found(TestRules.Book(approvals, leastRepresentatives, delay), [], TestRules.Methods);

    public static Market Found(RuleText book, IReadOnlyList<RuleText> includes, IReadOnlyList<RuleText> methods)
    {
        var market = new Market();
        market.Do(new FoundScheme("test", book, includes, methods, Admin), by: Admin);
        return market;
    }

    /// <summary>A market that nobody has founded.</summary>
    public static Market Unfounded() => new();

    /// <summary>Lets time pass to a local moment, such as <c>2022-12-31 12:00</c>; what falls due happens.</summary>
    public Market At(string local)
    {
        var moment = State.Rules.Calendar.Moment(DateTime.Parse(local, CultureInfo.InvariantCulture));
        moment.ShouldBeGreaterThanOrEqualTo(Now);
        Now = moment;
        RunClock();
        return this;
    }

    /// <summary>The same; what fell due in between.</summary>
    public IReadOnlyList<Event> Until(string local)
    {
        var before = journal.Count;
        At(local);
        return [.. journal.Skip(before).SelectMany(row => SchemeJson.ReadEvents(row.Json))];
    }

    /// <summary>Lets time pass.</summary>
    public Market After(TimeSpan span)
    {
        Now += span;
        RunClock();
        return this;
    }

    /// <summary>Does a command, or fails the test with the refusal.</summary>
    public IReadOnlyList<Event> Do(Command command, UserId? by = null)
    {
        RunClock();
        var outcome = Decide(command, by ?? Admin, out var context);
        outcome.Refusal.ShouldBeNull($"{command.GetType().Name}: {outcome.Refusal?["all"]}");
        return Happen(context, outcome.Value);
    }

    /// <summary>The same, by a user's name.</summary>
    public IReadOnlyList<Event> Do(Command command, string by) => Do(command, new UserId(by));

    /// <summary>The refusal of a command, or fails the test; nothing changes.</summary>
    public RefusalCode Refuse(Command command, string? by = null) => Refusal(command, by).Code;

    /// <summary>The refusal with its details.</summary>
    public Refusal Refusal(Command command, string? by = null)
    {
        RunClock();
        var before = StateHash.Of(State);
        var refusal = Decide(command, by is null ? Admin : new UserId(by), out _).Refusal;
        refusal.ShouldNotBeNull(command.GetType().Name);
        StateHash.Of(State).ShouldBe(before, "a refusal must change nothing");
        refusal.Message("en").ShouldNotContain("{");
        refusal.Message("zh").ShouldNotContain("{");
        return refusal;
    }

    /// <summary>Proposes a command and says under which number it waits.</summary>
    public ProposalId Propose(Command inner, string by) =>
        Do(Tanheng.Scheme.Approval.Propose.Of(inner), by).OfType<ProposalMade>().Single().Proposal;

    /// <summary>Registers a holder with usable accounts; the n-th code of <see cref="Codes"/>.</summary>
    public Holder Admit(int n, string province = "CN-BJ", params NewRepresentative[] people)
    {
        var text = new Text($"第{n}电厂", $"Plant {n}");
        var id = Do(new AdmitHolder(Codes.Number(n), text, province, "power", people, []))
            .OfType<HolderRegistered>().Single().Holder;
        return State.Registry.Holders[id];
    }

    /// <summary>Gives offsets to an account.</summary>
    public SerialSet Issue(AccountId to, long tonnes) =>
        Do(new IssueOffsets(to, "CCER", default, new Tonnes(tonnes), "P-001")).OfType<OffsetsIssued>().Single()
            .Transaction.Movements[0].Serials;

    public long Balance(AccountId account, Compartment compartment = Compartment.Free, string asset = "CCER") =>
        State.Ledger.Balance(new Place(account, compartment), Asset.Unit(asset));

    /// <summary>Applies the kept rows to an empty state and compares the hashes.</summary>
    public void ShouldReplay()
    {
        var replica = new SchemeState();
        foreach (var (context, json) in journal)
        {
            SchemeMachine.Apply(replica, context, SchemeJson.ReadEvents(json));
        }

        StateHash.Of(replica).ShouldBe(StateHash.Of(State));
    }

    private void RunClock()
    {
        while (State.Agenda.Next is { } due && due.At <= Now)
        {
            var outcome = Decide(new AdvanceClock(), UserId.System, out var context);
            outcome.Refusal.ShouldBeNull();
            Happen(context, outcome.Value);
        }
    }

    private Outcome<Decision> Decide(Command command, UserId by, out Context context)
    {
        var id = CommandId.From((++commands).ToString(CultureInfo.InvariantCulture));
        context = new Context(State.Sequence + 1, Now, by, id);
        return SchemeMachine.Decide(State, context, command);
    }

    private Event[] Happen(in Context context, Decision decision)
    {
        var json = new ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(json, decision.Events.AsSpan());
        var events = SchemeJson.ReadEvents(json.WrittenSpan);
        journal.Add((context, json.WrittenSpan.ToArray()));
        SchemeMachine.Apply(State, context, events);
        if (ChecksEveryCommand)
        {
            Invariants.Check(State).ShouldBeEmpty();
        }

        return events;
    }
}
