using System.CommandLine;
using System.Globalization;
using Tanheng.Cli.Commands;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;

namespace Tanheng.Cli.Benching;

/// <summary>Loads a market on a store with so many clients for so long; clients are numbered from the first.</summary>
internal delegate Task<ThroughputResult> Load(int first, int clients, TimeSpan duration);

/// <summary>
/// Real commands, the whole way onto the disk, each client with one under way; load after load on a market of its own.
/// Then the journal is read back, every hash checked.
/// </summary>
/// <param name="Zh">What the commands are.</param>
/// <param name="En">What the commands are.</param>
/// <param name="Options">How the market runs.</param>
/// <param name="Open">Makes the market and says how to load it.</param>
internal sealed record DurableBench(
    string Zh, string En, SequencerOptions Options, Func<Sequencer, CancellationToken, Task<Load>> Open)
{
    /// <summary>A server runs for months: the first seconds, in which its code is compiled, are not measured.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private const double LongestSeconds = 3600;

    /// <summary>Transfers of one tonne between 1,000 holders.</summary>
    public static readonly DurableBench Transfers = new(
        "持久划转",
        "durable transfers",
        new SequencerOptions(),
        async (sequencer, cancel) =>
        {
            var market = new BenchMarket();
            await market.OpenAsync(sequencer);
            return (first, clients, duration) => DurableThroughput.RunAsync(
                sequencer, clients, duration, (client, n) => market.Transfer(first + client, n), cancel);
        });

    /// <summary>Of two commands one lists an order and one picks it: a trade, delivered against payment.</summary>
    public static readonly DurableBench Trading = new(
        "持久委托与成交",
        "orders and trades",
        new SequencerOptions { VirtualTime = true },
        async (sequencer, cancel) =>
        {
            var exchange = new BenchExchange();
            await exchange.OpenAsync(sequencer);
            return (first, clients, duration) => exchange.RunAsync(sequencer, first, clients, duration, cancel);
        });

    /// <summary>How long each load lasts.</summary>
    public static Option<double> SecondsOption()
    {
        var option = new Option<double>("--seconds")
        {
            Description = "每个负载点的秒数 | seconds for each load",
            DefaultValueFactory = _ => 4,
        };
        option.Validators.Add(result =>
        {
            // What is no number at all, the parser refuses.
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var n)
                && n is <= 0 or > LongestSeconds)
            {
                result.AddError(
                    $"--seconds 须大于 0 且不超过 {LongestSeconds} | --seconds must be above 0, at most {LongestSeconds}");
            }
        });
        return option;
    }

    /// <summary>With how many clients.</summary>
    public static Option<int[]> ClientsOption()
    {
        var option = new Option<int[]>("--clients")
        {
            Description = "并发客户端数 | concurrent clients, each with one command under way",
            DefaultValueFactory = _ => [1, 16, 64],
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) && n < 1))
            {
                result.AddError("--clients 须为正整数 | --clients must be at least 1");
            }
        });
        return option;
    }

    /// <summary>Runs every load on SQLite, in a folder that is gone afterwards.</summary>
    public async Task OnSqliteAsync(
        IReadOnlyList<int> clients,
        TimeSpan duration,
        Action<BenchLine> note,
        CancellationToken cancel,
        Action<string>? before = null)
    {
        var folder = Directory.CreateTempSubdirectory("tanheng-bench-");
        try
        {
            before?.Invoke(folder.FullName);
            await RunAsync("SQLite", new Store(folder.FullName, null), clients, duration, note, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs every load on PostgreSQL.</summary>
    public Task OnPostgresAsync(
        string connection,
        IReadOnlyList<int> clients,
        TimeSpan duration,
        Action<BenchLine> note,
        CancellationToken cancel) =>
        RunAsync("PostgreSQL", new Store("", connection), clients, duration, note, cancel);

    private async Task RunAsync(
        string name,
        Store store,
        IReadOnlyList<int> clients,
        TimeSpan duration,
        Action<BenchLine> note,
        CancellationToken cancel)
    {
        using var journal = store.Open("bench-" + Guid.NewGuid().ToString("N")[..12]);
        await using (var host = await SchemeHost.LeadAsync(
            journal, new Engine.Hosting.HostOptions { Sequencer = Options }))
        {
            var load = await Open(host.Sequencer!, cancel);
            var first = clients.Max();
            await load(0, first, WarmUp);
            foreach (var count in clients)
            {
                var result = await load(first, count, duration);
                first += count;
                note(new BenchLine(
                    $"{name} {Zh}",
                    $"{name} {En}",
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

/// <summary>Figures as they come: written at once as text, or all at the end as JSON.</summary>
internal sealed class BenchSheet(Screen screen)
{
    private readonly List<BenchLine> lines = [];

    /// <summary>Takes one.</summary>
    public void Note(BenchLine line)
    {
        lines.Add(line);
        if (!screen.Json)
        {
            Console.Out.WriteLine(line.ToText(screen.Language));
        }
    }

    /// <summary>Ends.</summary>
    public int Done()
    {
        if (screen.Json)
        {
            Screen.Write(lines);
        }

        return Endings.Done;
    }
}
