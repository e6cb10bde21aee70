using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Bench;
using Tanheng.Cli.Commands;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.Feed;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Cli.Benching;

/// <summary>What was measured: what readers got, and what the server was like meanwhile.</summary>
/// <param name="Readers">What they got.</param>
/// <param name="ConnectSeconds">Until all had their first snapshot.</param>
/// <param name="IdleMegabytes">Working set of the server before anybody came.</param>
/// <param name="FullMegabytes">With everybody there, after the last trade.</param>
/// <param name="MedianCommandMs">How long a trade took to be durable meanwhile, half of them.</param>
/// <param name="Percentile99CommandMs">99 of 100 of them.</param>
/// <param name="ServerSeconds">Processor time of the server from the first counted trade to the last.</param>
internal sealed record FeedBenchResult(
    FeedResult Readers,
    double ConnectSeconds,
    double IdleMegabytes,
    double FullMegabytes,
    double MedianCommandMs,
    double Percentile99CommandMs,
    double ServerSeconds);

/// <summary>
/// The portal as it is served, on a market on SQLite in which two traders trade at a steady rate, and as many readers
/// of its feed in a process of their own, for a process may not open files without end.
/// </summary>
/// <param name="subscribers">How many readers.</param>
/// <param name="trades">How many trades count.</param>
/// <param name="perSecond">How many are made in a second.</param>
internal sealed class FeedBench(int subscribers, int trades, double perSecond)
{
    /// <summary>Trades before those that count: code is compiled, buffers grow.</summary>
    public const int WarmUp = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private int Last => WarmUp + trades;

    /// <summary>Runs it.</summary>
    /// <exception cref="InputException">Readers could not all be let in.</exception>
    public async Task<FeedBenchResult> RunAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("tanheng-bench-");
        try
        {
            using var journal = new Store(folder.FullName, null).Open("bench");
            using var people = new SqlitePeople(folder.FullName);
            await using var host = await SchemeHost.LeadAsync(
                journal,
                new Engine.Hosting.HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } });
            var exchange = new BenchExchange(pairs: 1);
            await exchange.OpenAsync(host.Sequencer!);
            await using var app = PortalServer.Build(
                "http://127.0.0.1:0",
                new Market(host, journal),
                people,
                new PortalSettings { Limits = RateLimits.None },
                services => services.AddSingleton(new FeedSettings
                {
                    Connections = int.MaxValue, ConnectionsPerAddress = int.MaxValue,
                }));
            await app.StartAsync(cancel);
            return await MeasureAsync(app, host.Sequencer!, exchange, Path.Combine(folder.FullName, "times"), cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<FeedBenchResult> MeasureAsync(
        WebApplication app, Sequencer sequencer, BenchExchange exchange, string times, CancellationToken cancel)
    {
        using var file = MemoryMappedFile.CreateFromFile(times, FileMode.Create, null, (Last + 1L) * sizeof(long));
        using var sent = file.CreateViewAccessor();
        var idle = Megabytes();
        var watch = Stopwatch.StartNew();
        using var readers = StartReaders(new Uri(app.Urls.Single()).Port, times);
        try
        {
            if (await readers.StandardOutput.ReadLineAsync(cancel) != FeedReadersCommand.Ready)
            {
                throw new InputException((await readers.StandardError.ReadToEndAsync(cancel)).Trim());
            }

            var connected = watch.Elapsed.TotalSeconds;
            var (took, busy) = await TradeAsync(sequencer, exchange, sent, cancel);
            var result = JsonSerializer.Deserialize<FeedResult>(
                await readers.StandardOutput.ReadToEndAsync(cancel), JsonSerializerOptions.Web)!;
            took.Sort();
            return new FeedBenchResult(
                result, connected, idle, Megabytes(), At(took, 0.5), At(took, 0.99), busy);
        }
        finally
        {
            if (!readers.HasExited)
            {
                readers.Kill();
            }
        }
    }

    /// <summary>Trades at the rate, whatever the readers do; the moment before each stands in the file.</summary>
    private async Task<(List<double> TookMs, double Busy)> TradeAsync(
        Sequencer sequencer, BenchExchange exchange, MemoryMappedViewAccessor sent, CancellationToken cancel)
    {
        var took = new List<double>();
        var start = Stopwatch.GetTimestamp();
        var busy = TimeSpan.Zero;
        for (var n = 1; n <= Last; n++)
        {
            var due = TimeSpan.FromSeconds((n - 1) / perSecond) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, cancel);
            }

            busy = n == WarmUp + 1 ? Process.GetCurrentProcess().TotalProcessorTime : busy;
            var from = 0L;
            await exchange.TradeAsync(sequencer, n, () =>
            {
                from = Stopwatch.GetTimestamp();
                sent.Write(n * sizeof(long), from);
            });
            if (n > WarmUp)
            {
                took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        return (took, (Process.GetCurrentProcess().TotalProcessorTime - busy).TotalSeconds);
    }

    private Process StartReaders(int port, string times)
    {
        string[] arguments =
        [
            "bench", FeedReadersCommand.Name,
            "--port", Text(port), "--subscribers", Text(subscribers), "--first", Text(WarmUp + 1), "--last", Text(Last),
            "--times", times,
            "--seconds", ((Last / perSecond) + Patience.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        ];
        var program = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, "tanheng.dll"), .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    private static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1_000_000.0;
    }

    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
