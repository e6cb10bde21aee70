using System.CommandLine;
using System.Globalization;
using Tanheng.Bench;
using Tanheng.Cli.Output;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng bench book</c>: the order book on a seeded flow whose results are known.</summary>
internal static class BenchBookCommand
{
    private const int Most = 10_000_000;

    private static readonly Option<int> Operations = new("--operations")
    {
        Description = "操作数，1 至 10000000 | operations, 1 to 10000000",
        DefaultValueFactory = _ => 1_000_000,
        HelpName = "N",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "随机种子 | seed of the flow",
        DefaultValueFactory = _ => 20260601,
        HelpName = "N",
    };

    private static readonly Option<string> Mode = new("--mode")
    {
        Description = "near 报价集中，uniform 均匀分布 | near: prices close together, uniform: spread out",
        DefaultValueFactory = _ => "near",
        HelpName = "near|uniform",
    };

    public static Command Build()
    {
        Mode.AcceptOnlyFromAmong("near", "uniform");
        Operations.Validators.Add(result =>
        {
            // What is no number at all, the parser refuses.
            if (result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
                && number is < 1 or > Most)
            {
                result.AddError($"--operations 须为 1 至 {Most} | --operations must be from 1 to {Most}");
            }
        });
        var command = new Command("book", "测量订单簿 | measure the order book") { Operations, Seed, Mode };
        command.Does(Run);
        return command;
    }

    private static Task<int> Run(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var mode = parsed.GetValue(Mode) == "near" ? FlowMode.Near : FlowMode.Uniform;
        var result = BookBench.Run(parsed.GetValue(Operations), parsed.GetValue(Seed), mode);
        if (screen.Json)
        {
            Screen.Write(result);
            return Task.FromResult(Endings.Done);
        }

        screen.Note(
            "先运行一遍并录下操作，再在新订单簿上重放；只计订单簿的时间（校验、撮合、输出事件），单线程，五轮取中位数；延迟另行测量。",
            "The flow runs once and is recorded, then replayed on fresh books; timed is the book alone (validation, "
            + "matching, events), one thread, median of five rounds; latency is measured in a run of its own.");
        Lines(screen, result);
        return Task.FromResult(Endings.Done);
    }

    private static void Lines(Screen screen, BookBenchResult result)
    {
        void Say(string zh, string en, FormattableString value) =>
            Console.Out.WriteLine(screen.Say(zh, en).PadRight(24) + " " + value.ToString(CultureInfo.InvariantCulture));

        var (bid, ask) = (result.BestBid?.ToString(CultureInfo.InvariantCulture) ?? "–",
            result.BestAsk?.ToString(CultureInfo.InvariantCulture) ?? "–");
        Say("操作", "operations", $"{result.Operations:#,0}");
        Say("成交笔数", "trades", $"{result.Trades:#,0}");
        Say("成交量（吨）", "volume (t)", $"{result.Volume:#,0}");
        Say("成交哈希", "hash of trades", $"{result.Hash}");
        Say("在簿订单", "resting orders", $"{result.Resting:#,0}");
        Say("价位 买/卖", "levels bid/ask", $"{result.LevelsBid}/{result.LevelsAsk}");
        Say("最优 买/卖（分）", "best bid/ask (ticks)", $"{bid}/{ask}");
        Say(
            "每秒操作",
            "operations per second",
            $"{result.PerSecond:#,0}  ({result.Slowest:#,0} – {result.Fastest:#,0})");
        var latency = result.Latency;
        Say("延迟 p50/p99（纳秒）", "latency p50/p99 (ns)", $"{latency.Median:#,0} / {latency.Percentile99:#,0}");
        Say("延迟 p99.9/最大（纳秒）", "latency p99.9/max (ns)", $"{latency.Percentile999:#,0} / {latency.Worst:#,0}");
        Say("分配（字节）", "allocated (bytes)", $"{result.Allocated:#,0}");
    }
}
