using System.Globalization;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Measuring;

namespace Tanheng.Cli.Benching;

/// <summary>
/// Durable transfers of one tonne between 1,000 holders: real commands, the whole way onto the disk, each client with
/// one under way. Then the journal is read back, every hash checked.
/// </summary>
internal static class DurableBench
{
    /// <summary>A server runs for months: the first seconds, in which its code is compiled, are not measured.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Runs every load, one after the other, on a market of its own.</summary>
    public static async Task RunAsync(
        string name,
        Store store,
        IReadOnlyList<int> clients,
        TimeSpan duration,
        Action<BenchLine> note,
        CancellationToken cancel)
    {
        using var journal = store.Open("bench-" + Guid.NewGuid().ToString("N")[..12]);
        await using (var host = await SchemeHost.LeadAsync(journal))
        {
            var market = new BenchMarket();
            await market.OpenAsync(host.Sequencer!);
            var offset = clients.Max();
            await DurableThroughput.RunAsync(host.Sequencer!, offset, WarmUp, market.Transfer, cancel);
            foreach (var count in clients)
            {
                var first = offset;
                offset += count;
                var result = await DurableThroughput.RunAsync(
                    host.Sequencer!, count, duration, (client, n) => market.Transfer(first + client, n), cancel);
                note(new BenchLine(
                    $"{name} 持久划转",
                    $"{name} durable transfers",
                    result.PerSecond,
                    "/s",
                    result.Median.TotalMilliseconds,
                    result.Percentile99.TotalMilliseconds,
                    string.Create(CultureInfo.InvariantCulture, $"{count} clients, {result.Refused} refused")));
            }
        }

        note(new BenchLine(
            $"{name} 重放",
            $"{name} replay",
            BenchMarket.ReplaySpeed(journal),
            "/s",
            Remark: string.Create(
                CultureInfo.InvariantCulture, $"{journal.Head().Sequence:#,0} rows, every hash checked")));
    }
}
