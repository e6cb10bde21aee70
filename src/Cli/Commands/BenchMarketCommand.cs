using System.CommandLine;
using Tanheng.Cli.Benching;
using Tanheng.Cli.Output;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng bench market</c>: orders and trades the whole durable way.</summary>
internal static class BenchMarketCommand
{
    private static readonly Option<double> Seconds = DurableBench.SecondsOption();

    private static readonly Option<int[]> Clients = DurableBench.ClientsOption();

    public static Command Build()
    {
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
        var sheet = new BenchSheet(screen);
        var clients = parsed.GetValue(Clients)!;
        var duration = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        screen.Note("每两条命令一笔成交：一条挂牌，一条摘牌。", "Of two commands one lists an order, one picks it: a trade.");
        await DurableBench.Trading.OnSqliteAsync(clients, duration, sheet.Note, cancel);
        if (parsed.GetValue(Common.Postgres) is { } connection)
        {
            await DurableBench.Trading.OnPostgresAsync(connection, clients, duration, sheet.Note, cancel);
        }

        return sheet.Done();
    }
}
