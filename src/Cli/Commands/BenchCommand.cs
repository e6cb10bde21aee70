using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tanheng.Bench;
using Tanheng.Cli.Benching;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Measuring;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng bench</c>: what this machine does, measured now.</summary>
internal static class BenchCommand
{
    private static readonly Option<double> Seconds = DurableBench.SecondsOption();

    private static readonly Option<int[]> Clients = DurableBench.ClientsOption();

    public static Command Build()
    {
        var command = new Command(
            "bench",
            "测量本机：内存划转、持久划转、重放、方法学 | measure: transfers in memory and durable, replay, methods")
        {
            Seconds, Clients,
        };
        command.Subcommands.Add(BenchBookCommand.Build());
        command.Subcommands.Add(BenchMarketCommand.Build());
        command.Subcommands.Add(BenchPagesCommand.Build());
        command.Subcommands.Add(BenchFeedCommand.Build());
        command.Subcommands.Add(FeedReadersCommand.Build());
        command.Does(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var sheet = new BenchSheet(screen);
        screen.Note(
            $"{Environment.ProcessorCount} 核，{Environment.OSVersion}，.NET {Environment.Version}",
            $"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}");
        Memory(sheet.Note);
        StateMachine(sheet.Note);
        Methods(sheet.Note, parsed);
        var clients = parsed.GetValue(Clients)!;
        var duration = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        await DurableBench.Transfers.OnSqliteAsync(
            clients, duration, sheet.Note, cancel, folder => Disk(sheet.Note, folder));
        if (parsed.GetValue(Common.Postgres) is { } connection)
        {
            await DurableBench.Transfers.OnPostgresAsync(connection, clients, duration, sheet.Note, cancel);
            await Peer(connection, clients, duration, sheet.Note, cancel);
        }
        else
        {
            screen.Note(
                "PostgreSQL 未测：请用 --postgres 给出连接串。",
                "PostgreSQL not measured: give its connection string with --postgres.");
        }

        return sheet.Done();
    }

    private static void Disk(Action<BenchLine> note, string folder)
    {
        var (perSecond, median, worst) = DiskBench.Run(folder, TimeSpan.FromSeconds(1));
        note(new BenchLine(
            "磁盘追加并落盘",
            "disk append and flush",
            perSecond,
            "/s",
            median.TotalMilliseconds,
            worst.TotalMilliseconds,
            "4 KiB each, temporary folder"));
    }

    private static async Task Peer(
        string connection,
        IReadOnlyList<int> clients,
        TimeSpan duration,
        Action<BenchLine> note,
        CancellationToken cancel)
    {
        using var peer = new SqlLedgerBench(connection);
        await peer.RunAsync(clients.Max(), DurableBench.WarmUp, cancel);
        foreach (var count in clients)
        {
            var result = await peer.RunAsync(count, duration, cancel);
            note(new BenchLine(
                "对照：普通 SQL 账本",
                "peer: plain SQL ledger",
                result.PerSecond,
                "/s",
                result.Median.TotalMilliseconds,
                result.Percentile99.TotalMilliseconds,
                $"{result.Clients} clients"));
        }
    }

    private static void Memory(Action<BenchLine> note)
    {
        var result = LedgerBench.Run(1_000_000, 10_000, 20260601);
        note(new BenchLine("内存划转", "transfers in memory", result.PerSecond, "/s", Remark: string.Create(
            CultureInfo.InvariantCulture, $"{result.Accounts:#,0} accounts, {result.AllocatedPerTransfer} B each")));
        note(new BenchLine("每账户内存", "memory of an account", result.BytesPerAccount, "B", Remark: string.Create(
            CultureInfo.InvariantCulture, $"{result.BytesPerAccountAfter:#,0} B after all transfers")));
    }

    private static void StateMachine(Action<BenchLine> note)
    {
        var (perSecond, bytes) = BenchMarket.InMemory(TimeSpan.FromSeconds(2));
        note(new BenchLine("状态机划转", "transfers decided", perSecond, "/s", Remark: string.Create(
            CultureInfo.InvariantCulture, $"state machine without a journal, {bytes:0} B of state each holder")));
    }

    private static void Methods(Action<BenchLine> note, ParseResult parsed)
    {
        var library = Methodology.MethodLibrary.Read(
            Common.Shelf(parsed).MethodFiles().Select(file => (file.Name, file.Text)));
        foreach (var reference in new[] { "mrv/power-generation@2019-2022", "allocation/cn-power@2022" })
        {
            var method = library.Find(reference).Value;
            var inputs = method.Examples[0].Given;
            Evaluate(method, inputs, 50_000);
            var clock = Stopwatch.StartNew();
            const int count = 200_000;
            Evaluate(method, inputs, count);
            var perSecond = count / clock.Elapsed.TotalSeconds;
            note(new BenchLine("方法学计算", "method evaluations", perSecond, "/s", Remark: reference));
        }
    }

    private static void Evaluate(Methodology.Method method, Methodology.MethodInputs inputs, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (method.Evaluate(inputs).IsRefused(out var refusal))
            {
                throw new InputException(refusal.ToString());
            }
        }
    }
}
