using System.CommandLine;
using System.Globalization;
using Tanheng.Cli.Benching;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng bench market</c>: orders and trades the whole durable way.</summary>
internal static class BenchMarketCommand
{
    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "每个负载点的秒数 | seconds for each load",
        DefaultValueFactory = _ => 4,
    };

    private static readonly Option<int[]> Clients = new("--clients")
    {
        Description = "并发客户端数 | concurrent clients, each with one command under way",
        DefaultValueFactory = _ => [1, 16, 64],
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Build()
    {
        Clients.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) && n < 1))
            {
                result.AddError("--clients 须为正整数 | --clients must be at least 1");
            }
        });
        Seconds.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var n)
                && n is <= 0 or > 3600)
            {
                result.AddError("--seconds 须大于 0 且不超过 3600 | --seconds must be above 0 and at most 3600");
            }
        });
        var command = new Command(
            "market",
            "测量交易：检查、冻结、成交、货银对付、日志 | measure trading: checks, reservation, trade, delivery, journal")
        {
            Seconds, Clients,
        };
        command.Does(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var lines = new List<BenchLine>();
        void Note(BenchLine line)
        {
            lines.Add(line);
            if (!screen.Json)
            {
                Console.Out.WriteLine(line.ToText(screen.Language));
            }
        }

        var clients = parsed.GetValue(Clients)!;
        var duration = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        screen.Note("每两条命令一笔成交：一条挂牌，一条摘牌。", "Of two commands one lists an order, one picks it: a trade.");
        var folder = Directory.CreateTempSubdirectory("tanheng-bench-");
        try
        {
            await RunAsync("SQLite", new Store(folder.FullName, null), clients, duration, Note, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        if (parsed.GetValue(Common.Postgres) is { } connection)
        {
            await RunAsync("PostgreSQL", new Store("", connection), clients, duration, Note, cancel);
        }

        if (screen.Json)
        {
            Screen.Write(lines);
        }

        return Endings.Done;
    }

    private static async Task RunAsync(
        string name,
        Store store,
        IReadOnlyList<int> clients,
        TimeSpan duration,
        Action<BenchLine> note,
        CancellationToken cancel)
    {
        using var journal = store.Open("bench-" + Guid.NewGuid().ToString("N")[..12]);
        await using (var host = await SchemeHost.LeadAsync(
            journal, new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } }))
        {
            var exchange = new BenchExchange();
            await exchange.OpenAsync(host.Sequencer!);
            var first = clients.Max();
            await exchange.RunAsync(host.Sequencer!, 0, first, DurableBench.WarmUp, cancel);
            foreach (var count in clients)
            {
                var result = await exchange.RunAsync(host.Sequencer!, first, count, duration, cancel);
                first += count;
                note(new BenchLine(
                    $"{name} 持久委托与成交",
                    $"{name} orders and trades",
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
