using System.Collections.Concurrent;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Verifying;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Storage.Tests;

/// <summary>
/// A thousand clients want the same 400 units at the same moment: 200 in a registry account and 200 in the trading
/// account of the same holder. Some list them for sale, some have them frozen, some confirm that they are pledged,
/// some transfer them, some surrender them, some bring them to the trading account and list them there. Each client
/// sends its commands twice, as one does whose connection broke. Each unit is used once.
/// </summary>
public sealed class DoubleSpendTests
{
    private const int Clients = 1000;
    private const int Units = 200;
    private static readonly UserId Admin = new("admin");
    private static readonly UserId Owner = new("owner");
    private static readonly UserId Lender = new("other");
    private static readonly Asset Ccer = Asset.Unit("CCER");

    /// <summary>The first trading day at ten o'clock in Shanghai.</summary>
    private static readonly DateTimeOffset Ten = new(2022, 7, 4, 2, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Eve = Ten.AddDays(-3).AddHours(6);

    private static readonly HolderId Holder = new(1);
    private static readonly HolderId Other = new(2);

    [Theory]
    [EachDatabase]
    public async Task A_thousand_clients_use_each_unit_exactly_once(Database database)
    {
        using Store store = database == Database.Sqlite ? new SqliteStore() : new PostgresStore();
        var tally = new Tally();
        Accounts accounts;
        using (var journal = store.Open("spend"))
        {
            await using var sequencer = new Sequencer(
                journal, Replay.Load(journal), new SequencerOptions { VirtualTime = true });
            accounts = await Open(sequencer);
            var pledges = await Apply(sequencer, accounts);
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var clients = Enumerable.Range(0, Clients).Select(async client =>
            {
                await gate.Task;
                await Use(sequencer, accounts, pledges, client, tally);
            }).ToArray();
            gate.SetResult();
            await Task.WhenAll(clients);
        }

        // As many uses as units. Every other client was told that there are not enough, by surrender, ledger or
        // exchange, and nothing else.
        tally.Used.Values.Sum().ShouldBe(2 * Units);
        tally.Used.Keys.Order().ShouldBe(["freeze", "pledge", "sell", "surrender", "transfer"]);
        tally.Refused.Keys.Order().ShouldBe(["not-enough", "not-enough-units", "units-short"]);
        Check(store, accounts, tally.Used);
    }

    /// <summary>What is on disk says the same: replayed, whole, each serial in one place.</summary>
    private static void Check(Store store, Accounts accounts, ConcurrentDictionary<string, int> used)
    {
        using var journal = store.Open("spend");
        Verification.Run(journal, StateChecks.OfScheme, every: 100).Findings.ShouldBeEmpty();
        var state = Replay.Load(journal).State;
        long Held(AccountId account, Compartment compartment) =>
            state.Ledger.Balance(new Place(account, compartment), Ccer);
        Held(accounts.Registry, Compartment.Free).ShouldBe(0);
        Held(accounts.Trading, Compartment.Free).ShouldBe(0);
        Held(accounts.Trading, Compartment.OnOrder).ShouldBe(used["sell"]);
        (Held(accounts.Registry, Compartment.Frozen) + Held(accounts.Trading, Compartment.Frozen))
            .ShouldBe(used["freeze"]);
        (Held(accounts.Registry, Compartment.Pledged) + Held(accounts.Trading, Compartment.Pledged))
            .ShouldBe(used["pledge"]);
        state.Pledges.Pledges.Values.Count(pledge => pledge.Status == PledgeStatus.Registered)
            .ShouldBe(used["pledge"]);
        Held(accounts.Others, Compartment.Free).ShouldBe(used["transfer"]);
        Held(state.Registry.System!.Surrendered, Compartment.Free).ShouldBe(used["surrender"]);
        state.Compliance.Of(Holder, new CompliancePeriod(2021))!.Offsets.Value.ShouldBe(used["surrender"]);
        state.Trading.Orders.Count.ShouldBe(used["sell"]);
        var serials = new[]
            {
                new Place(accounts.Trading, Compartment.OnOrder), new Place(accounts.Registry, Compartment.Frozen),
                new Place(accounts.Trading, Compartment.Frozen), new Place(accounts.Registry, Compartment.Pledged),
                new Place(accounts.Trading, Compartment.Pledged), new Place(accounts.Others),
                new Place(state.Registry.System!.Surrendered),
            }
            .SelectMany(place => state.Ledger.Serials(place, Ccer).Ranges.ToArray())
            .SelectMany(range => Enumerable.Range(0, (int)range.Count).Select(n => range.First + n))
            .ToList();
        serials.Count.ShouldBe(2 * Units);
        serials.Distinct().Count().ShouldBe(2 * Units);
    }

    /// <summary>Registry and trading account by turns.</summary>
    private static AccountId From(Accounts accounts, int client) =>
        client / 6 % 2 == 0 ? accounts.Registry : accounts.Trading;

    /// <summary>What is to be pledged is applied for before the race; an application keeps nothing.</summary>
    private static async Task<Dictionary<int, PledgeId>> Apply(Sequencer sequencer, Accounts accounts)
    {
        var pledges = new Dictionary<int, PledgeId>();
        for (var client = 4; client < Clients; client += 6)
        {
            var outcome = await sequencer.SubmitAsync(new Submission(
                new ApplyPledge(
                    Holder,
                    From(accounts, client),
                    "CCER",
                    default,
                    new Tonnes(1),
                    Other,
                    Money.Parse("30.00 CNY"),
                    $"loan {client}"),
                CommandId.From($"client {client} applied"),
                Owner));
            pledges.Add(client, outcome.Value.Events.OfType<PledgeApplied>().Single().Pledge.Id);
        }

        return pledges;
    }

    private static async Task Use(
        Sequencer sequencer, Accounts accounts, Dictionary<int, PledgeId> pledges, int client, Tally tally)
    {
        // Freezing, pledging and transferring clients turn to both accounts.
        var from = From(accounts, client);
        var one = new Tonnes(1);
        var (use, by, commands) = (client % 6) switch
        {
            0 => ("sell", Owner, (Command[])[Sale]),
            1 => ("freeze", Admin, [new FreezeUnits(from, "CCER", default, one, $"court {client}")]),
            2 => ("transfer", Owner, [new TransferUnits(Holder, from, accounts.Others, "CCER", default, one)]),
            3 => ("surrender", Owner, [new Surrender(Holder, new CompliancePeriod(2021), Offsets: one)]),
            4 => ("pledge", Lender, [new ConfirmPledge(Other, pledges[client])]),
            _ => ("sell", Owner,
                [new MovePosition(Holder, accounts.Registry, accounts.Trading, "CCER", default, one), Sale]),
        };
        var done = true;
        for (var step = 0; done && step < commands.Length; step++)
        {
            done = await Twice(
                sequencer, new Submission(commands[step], CommandId.From($"client {client} step {step}"), by), tally);
        }

        if (done)
        {
            tally.Used.AddOrUpdate(use, 1, (_, before) => before + 1);
        }
    }

    /// <summary>The same command twice at a time: it happens once (true), or is refused both times.</summary>
    private static async Task<bool> Twice(Sequencer sequencer, Submission submission, Tally tally)
    {
        var outcomes = await Task.WhenAll(
            Task.Run(() => sequencer.SubmitAsync(submission)), Task.Run(() => sequencer.SubmitAsync(submission)));
        foreach (var refusal in outcomes.Select(outcome => outcome.Refusal).OfType<Refusal>())
        {
            tally.Refused.AddOrUpdate(refusal.Code.Name, 1, (_, before) => before + 1);
        }

        var replies = outcomes.Where(outcome => outcome.Refusal is null).Select(outcome => outcome.Value).ToList();
        if (replies.Count == 0)
        {
            return false;
        }

        replies.Count.ShouldBe(2);
        replies.Count(reply => reply.Repeated).ShouldBe(1);
        replies[0].Sequence.ShouldBe(replies[1].Sequence);
        return true;
    }

    private static async Task<Accounts> Open(Sequencer sequencer)
    {
        var rules = Rules.Book(
            "[ ]",
            ("\napprovals:", "\n" + TradingBook.Section + "\n" + Rules.Pledges + "\napprovals:"),
            ("  weekend: [ saturday, sunday ]", "  weekend: [ saturday, sunday ]\n  holidays: days.yaml"));
        const string emissions = "        emissions: test/stated@1\n";
        rules = rules with
        {
            Text = rules.Text.Replace(
                emissions, emissions + "        verified_elsewhere: yes\n", StringComparison.Ordinal),
        };
        await Do(sequencer, new FoundScheme("spend", rules, TradingBook.Includes, TestRules.Methods, Admin));
        foreach (var (code, person) in new[] { (Codes.Number(1), Owner), (Codes.Number(2), Lender) })
        {
            await Do(sequencer, new AdmitHolder(
                code, new Text(code, code), "CN-BJ", "power", [new NewRepresentative(person, Rights.Initiate)], []));
        }

        var accounts = (await sequencer.QueryAsync(state => new Accounts(
            state.Registry.Holders[Holder].RegistryAccount!.Value,
            state.Registry.Holders[Holder].TradingAccount!.Value,
            state.Registry.Holders[Other].RegistryAccount!.Value))).Value;
        await Do(sequencer, new ListCoverage(2021, [Holder], [], "list"));
        await Do(sequencer, new RecordVerifiedEmissions(Holder, 2021, new Tonnes(100_000), "statement"));
        foreach (var account in new[] { accounts.Registry, accounts.Trading })
        {
            await Do(sequencer, new IssueOffsets(account, "CCER", default, new Tonnes(Units), "P-001"));
        }

        await Do(sequencer, new OpenExchange());
        await sequencer.AdvanceClockAsync(Ten);
        return accounts;
    }

    private static async Task Do(Sequencer sequencer, Command command)
    {
        var id = CommandId.From(Guid.NewGuid().ToString());
        var outcome = await sequencer.SubmitAsync(new Submission(command, id, Admin, Eve));
        outcome.Refusal.ShouldBeNull($"{command}: {outcome.Refusal}");
    }

    private static PlaceOrder Sale { get; } = new(
        Holder, OrderSide.Sell, "CCER", default, Price.Parse("60.00 CNY/t"), new Tonnes(1));

    private sealed record Accounts(AccountId Registry, AccountId Trading, AccountId Others);

    /// <summary>How often each use succeeded, and each refusal was given.</summary>
    private sealed class Tally
    {
        public ConcurrentDictionary<string, int> Used { get; } = new();

        public ConcurrentDictionary<string, int> Refused { get; } = new();
    }
}
