using System.Diagnostics;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Engine.Measuring;

/// <summary>
/// A market to measure on: holders with one account each, and transfers of one tonne between them. Every command goes
/// the whole way of the real state machine; only the rulebook is small.
/// </summary>
public sealed class BenchMarket
{
    private const long UnitsEach = 1_000_000_000;
    private const string Unit = "BENCH";
    private static readonly UserId Operator = new("bench");
    private readonly int holders;
    private AccountId[] accounts = [];

    /// <summary>With so many holders.</summary>
    public BenchMarket(int holders = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(holders, 2);
        this.holders = holders;
    }

    /// <summary>Founds the market on an empty scheme: holders, accounts, units.</summary>
    /// <exception cref="InvalidOperationException">A command was refused: the journal was not empty.</exception>
    public async Task OpenAsync(Sequencer sequencer)
    {
        await Submit(sequencer, [Founding(sequencer.Scheme), .. Enumerable.Range(1, holders).Select(Admission)])
            .ConfigureAwait(false);
        var opened = await sequencer.QueryAsync(Accounts).ConfigureAwait(false);
        accounts = opened.Value;
        await Submit(sequencer, accounts.Select(Issuance)).ConfigureAwait(false);
    }

    /// <summary>The n-th transfer of a client; different clients and numbers never share an id.</summary>
    public Submission Transfer(int client, long n)
    {
        var from = (int)(((client * 31L) + (n * 7)) % holders);
        var to = (int)((from + 1 + (n % (holders - 1))) % holders);
        return new Submission(
            new TransferUnits(new HolderId(from + 1), accounts[from], accounts[to], Unit, default, new Tonnes(1)),
            new CommandId(unchecked(
                ((UInt128)((ulong)client * 0x9E3779B97F4A7C15UL) << 64) + ((ulong)n * 0xD1342543DE82EF95UL))),
            Operator);
    }

    /// <summary>
    /// Transfers a second with nothing but the state machine: decide and apply, one thread, no journal. Half as long
    /// again is run before, so that compiled code is measured.
    /// </summary>
    public static (double PerSecond, double BytesPerAccount) InMemory(TimeSpan duration, int holders = 1000)
    {
        var market = new BenchMarket(holders);
        var state = new SchemeState();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Apply(state, Founding("bench"));
        foreach (var holder in Enumerable.Range(1, holders))
        {
            Apply(state, Admission(holder));
        }

        market.accounts = Accounts(state);
        foreach (var account in market.accounts)
        {
            Apply(state, Issuance(account));
        }

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)holders;
        var warm = market.ApplyFor(state, duration / 2, 0);
        var clock = Stopwatch.StartNew();
        var count = market.ApplyFor(state, duration, warm) - warm;
        return (count / clock.Elapsed.TotalSeconds, bytes);
    }

    /// <summary>Rows a second when a journal is read, checked and applied; the second of two runs.</summary>
    public static double ReplaySpeed(IJournal journal)
    {
        Replay.Load(journal);
        var clock = Stopwatch.StartNew();
        var rows = Replay.Load(journal).Head.Sequence;
        return rows / clock.Elapsed.TotalSeconds;
    }

    private static AccountId[] Accounts(SchemeState state) =>
    [
        .. state.Registry.Holders.Values
            .OrderBy(holder => holder.Id.Value)
            .Select(holder => holder.RegistryAccount!.Value),
    ];

    private static Submission Founding(string scheme)
    {
        using var stream = typeof(BenchMarket).Assembly.GetManifestResourceStream("bench-market.yaml")!;
        using var reader = new StreamReader(stream);
        var rules = new RuleText("bench-market.yaml", reader.ReadToEnd());
        return Of(new FoundScheme(scheme, rules, [], [], Operator), "found");
    }

    private static Submission Admission(int holder) => Of(
        new AdmitHolder($"BENCH-{holder:D8}", new Text($"测速 {holder}", $"Bench {holder}"), "CN-BJ", "", [], []),
        "holder " + holder);

    private static Submission Issuance(AccountId account) => Of(
        new IssueOffsets(account, Unit, default, new Tonnes(UnitsEach), "bench"), "issue " + account);

    private static Submission Of(Command command, string key) => new(command, CommandId.From("bench " + key), Operator);

    private static void Apply(SchemeState state, Submission submission)
    {
        var context = new Context(state.Sequence + 1, DateTimeOffset.UnixEpoch, submission.Actor, submission.Id);
        var decision = SchemeMachine.Decide(state, context, submission.Command).Value;
        SchemeMachine.Apply(state, context, decision.Events.AsSpan());
    }

    private long ApplyFor(SchemeState state, TimeSpan duration, long n)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < duration;)
        {
            for (var i = 0; i < 1000; i++)
            {
                Apply(state, Transfer(1, n++));
            }
        }

        return n;
    }

    private static async Task Submit(Sequencer sequencer, IEnumerable<Submission> submissions)
    {
        var result = await sequencer.SubmitManyAsync(submissions, (_, outcome) => outcome.Refusal is null)
            .ConfigureAwait(false);
        if (result.FirstRefusal is { } first)
        {
            throw new InvalidOperationException($"{first.Submission.Command.GetType().Name}: {first.Refusal}");
        }
    }
}
