using System.CommandLine;
using System.Globalization;
using Tanheng.Cli.Benching;
using Tanheng.Cli.Output;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng bench feed</c>: how quickly a trade reaches everybody who reads the feed.</summary>
internal static class BenchFeedCommand
{
    /// <summary>Files of each process beside one for each reader.</summary>
    private const int BesideReaders = 300;

    private const int Most = 60_000;

    private static readonly Option<int> Subscribers = Count("--subscribers", 10_000, Most, "读者数", "readers");

    private static readonly Option<int> Messages = Count(
        "--messages", 100, 1_000_000, "计入的成交笔数", "trades that count; each makes some four messages");

    private static readonly Option<double> Rate = new("--rate")
    {
        Description = "每秒成交笔数 | trades made in a second",
        DefaultValueFactory = _ => 5,
        HelpName = "N",
    };

    public static Command Build()
    {
        Rate.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var n)
                && n is not (> 0 and <= 1000))
            {
                result.AddError("--rate 须大于 0 且不超过 1000 | --rate must be above 0, at most 1000");
            }
        });
        var command = new Command("feed", "测量行情分发 | measure the fan-out of the feed")
        {
            Subscribers, Messages, Rate,
        };
        command.Does(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var subscribers = parsed.GetValue(Subscribers);
        if (OpenFiles() is { } limit && limit < subscribers + BesideReaders)
        {
            throw new InputException(screen.Say(
                $"本机每个进程最多打开 {limit} 个文件（ulimit -Hn），{subscribers} 名读者需要 "
                    + $"{subscribers + BesideReaders} 个：请先提高上限，或减少读者。",
                $"A process may open {limit} files here (ulimit -Hn); {subscribers} readers need "
                    + $"{subscribers + BesideReaders}: raise the limit first, or ask for fewer."));
        }

        screen.Note(
            $"{Environment.ProcessorCount} 核，{Environment.OSVersion}，.NET {Environment.Version}；读者在另一进程中，与服务器共用本机。",
            $"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}; readers are a "
                + "process of their own and share the machine with the server.");
        var bench = new FeedBench(subscribers, parsed.GetValue(Messages), parsed.GetValue(Rate));
        var result = await bench.RunAsync(cancel);
        if (screen.Json)
        {
            Screen.Write(result);
        }
        else
        {
            Print(screen, result);
        }

        return Endings.Done;
    }

    private static void Print(Screen screen, FeedBenchResult result)
    {
        void Say(string zh, string en, FormattableString value) => Console.Out.WriteLine(
            screen.Say(zh, en).PadRight(36) + " " + value.ToString(CultureInfo.InvariantCulture));

        var readers = result.Readers;
        var seconds = Math.Max(readers.Seconds, 0.001);
        Say("读者", "readers", $"{readers.Subscribers:#,0}");
        Say("全部接通（秒）", "all connected (s)", $"{result.ConnectSeconds:0.0}");
        Say("送达的成交", "trades delivered", $"{readers.Deliveries:#,0}");
        Say("未送达（以快照代替）", "not delivered (snapshot instead)", $"{readers.Missing:#,0}");
        Say("送达延迟 p50（毫秒）", "delivery p50 (ms)", $"{readers.Median:0.0}");
        Say("送达延迟 p99（毫秒）", "delivery p99 (ms)", $"{readers.Percentile99:0.0}");
        Say("送达延迟最大（毫秒）", "delivery worst (ms)", $"{readers.Worst:0.0}");
        Say("消息/秒（全部读者）", "messages/s (all readers)", $"{readers.Messages / seconds:#,0}");
        Say("兆字节/秒", "megabytes/s", $"{readers.Bytes / seconds / 1e6:0.0}");
        Say("成交命令 p50 / p99（毫秒）", "command that trades p50 / p99 (ms)",
            $"{result.MedianCommandMs:0.0} / {result.Percentile99CommandMs:0.0}");
        Say("服务器内存：空载 / 满载（MB）", "server memory: idle / full (MB)",
            $"{result.IdleMegabytes:0} / {result.FullMegabytes:0}");
        Say("服务器处理器占用（核）", "server processors", $"{result.ServerSeconds / seconds:0.00}");
    }

    /// <summary>How many files a process may open; null where the system does not say.</summary>
    private static long? OpenFiles()
    {
        const string limits = "/proc/self/limits";
        const string name = "Max open files";
        if (!File.Exists(limits))
        {
            return null;
        }

        // The runtime raises what it may have to what it can have: the hard limit, the second figure.
        var line = File.ReadLines(limits).FirstOrDefault(one => one.StartsWith(name, StringComparison.Ordinal));
        var figures = line?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return figures is [_, var hard, ..] && long.TryParse(hard, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : null;
    }

    private static Option<int> Count(string name, int usual, int most, string zh, string en)
    {
        var option = new Option<int>(name)
        {
            Description = $"{zh}，1 至 {most} | {en}, 1 to {most}",
            DefaultValueFactory = _ => usual,
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
                && (number < 1 || number > most))
            {
                result.AddError($"{name} 须为 1 至 {most} | {name} must be from 1 to {most}");
            }
        });
        return option;
    }
}
