using System.Diagnostics;
using System.Globalization;
using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Registry;

namespace Tanheng.Cli.Benching;

/// <summary>
/// Durable transfers: real commands through the sequencer onto the disk, between 1,000 holders of a market with the
/// European rulebook whose transfers settle at once. Then the journal is read back, every hash checked.
/// </summary>
internal sealed class DurableBench(RuleShelf shelf)
{
    private const int Holders = 1_000;
    private static readonly UserId Operator = new("authority");

    /// <summary>Runs every load, one after the other, on a market of its own.</summary>
    public async Task RunAsync(
        string name,
        Store store,
        IReadOnlyList<int> clients,
        TimeSpan duration,
        Action<BenchLine> note,
        CancellationToken cancel)
    {
        var scheme = "bench-" + Guid.NewGuid().ToString("N")[..12];
        using var journal = store.Open(scheme);
        await using (var host = await SchemeHost.LeadAsync(journal))
        {
            var accounts = await Open(host.Sequencer!, scheme, cancel);
            if ((await host.SubmitAsync(Transfer(accounts, "probe", 0, 0))).IsRefused(out var refusal))
            {
                throw new InvalidOperationException(refusal.ToString());
            }

            foreach (var count in clients)
            {
                var run = Guid.NewGuid().ToString("N");
                var result = await DurableThroughput.RunAsync(
                    host.Sequencer!, count, duration, (client, n) => Transfer(accounts, run, client, n), cancel);
                note(new BenchLine(
                    $"{name} 持久划转", $"{name} durable transfers", result.PerSecond, "/s",
                    result.Median.TotalMilliseconds,
                    result.Percentile99.TotalMilliseconds,
                    string.Create(CultureInfo.InvariantCulture, $"{count} clients, {result.Refused} refused")));
            }
        }

        var clock = Stopwatch.StartNew();
        var replica = Replay.Load(journal, cancel: cancel);
        note(new BenchLine(
            $"{name} 重放", $"{name} replay", replica.Head.Sequence / clock.Elapsed.TotalSeconds, "/s",
            Remark: string.Create(
                CultureInfo.InvariantCulture, $"{replica.Head.Sequence:#,0} rows, every hash checked")));
    }

    private async Task<(HolderId Holder, Ledger.AccountId Account)[]> Open(
        Sequencer sequencer, string scheme, CancellationToken cancel)
    {
        var founding = shelf.Founding(scheme, "eu.yaml", Operator);
        var text = founding.Rulebook.Text
            .Replace("delay: 24 h", "delay: 0 h", StringComparison.Ordinal)
            .Replace("commands: [ transfer-units", "commands: [ close-account", StringComparison.Ordinal);
        var commands = new List<Command> { founding with { Rulebook = founding.Rulebook with { Text = text } } };
        commands.AddRange(Enumerable.Range(1, Holders).Select(n => new AdmitHolder(
            n.ToString(CultureInfo.InvariantCulture),
            new Text($"装置 {n}", $"Installation {n}"),
            "EU",
            "installation",
            [],
            [])));
        var holders = Enumerable.Range(1, Holders).Select(n => new HolderId(n)).ToList();
        commands.Add(new ListCoverage(2018, holders, [], "bench"));
        var stated = holders.Select(holder => new StatedAllocation(holder, new Tonnes(10_000_000)));
        commands.Add(new AllocateStated(new CompliancePeriod(2018), [.. stated], "bench"));
        var result = await sequencer.SubmitManyAsync(
            commands.Select((command, n) => new Submission(command, CommandId.From($"{scheme}/{n}"), Operator)),
            null,
            cancel);
        if (result.FirstRefusal is { } first)
        {
            throw new InvalidOperationException(first.Refusal.ToString());
        }

        var opened = await sequencer.QueryAsync(state =>
            state.Registry.Holders.Values.Select(holder => (holder.Id, holder.RegistryAccount!.Value)).ToArray());
        return opened.Value;
    }

    private static Submission Transfer(
        (HolderId Holder, Ledger.AccountId Account)[] accounts, string run, int client, long n)
    {
        var mixed = unchecked(((ulong)n * 0x9E3779B97F4A7C15) + ((ulong)client * 0xBF58476D1CE4E5B9));
        mixed = unchecked((mixed ^ (mixed >> 29)) * 0x94D049BB133111EB);
        var from = (int)((mixed >> 8) % Holders);
        var to = (from + 1 + (int)((mixed >> 32) % (Holders - 1))) % Holders;
        var command = new TransferUnits(
            accounts[from].Holder,
            accounts[from].Account,
            accounts[to].Account,
            "EUA",
            new CompliancePeriod(2013, 2020),
            new Tonnes((long)(mixed % 100) + 1));
        return new Submission(command, CommandId.From($"{run}/{client}/{n}"), Operator);
    }
}
