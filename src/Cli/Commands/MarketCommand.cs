using System.CommandLine;
using Tanheng.Cli.Markets;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Markets;
using Tanheng.Engine.Sequencing;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng market replay FILE</c>: trades published days again.</summary>
internal static class MarketCommand
{
    private static readonly Argument<string> Daily = new("FILE")
    {
        Description = "每日行情 CSV（首行只作起点） | daily figures as CSV; the first row is where they start from",
    };

    public static Command Build()
    {
        var replay = new Command(
            "replay",
            "按每日行情重放交易并逐项核对；给出 --data 时写入演示存储 | "
                + "trade published days again and compare every figure; stored as a demonstration with --data")
        {
            Daily,
        };
        replay.Does(Replay);
        return new Command("market", "行情 | market data")
        {
            replay, BulletinCommand.BuildBulletin(), BulletinCommand.BuildCheck(), RecordBulletinCommand.Build(),
            BankCommand.Build(),
        };
    }

    /// <summary>Everything happens in memory first; only what came out right is stored, in one transaction.</summary>
    private static async Task<int> Replay(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var (file, shelf) = (DailyFile.Read(parsed.GetValue(Daily)!), Common.Shelf(parsed));
        var scheme = parsed.GetValue(Common.Scheme) ?? MarketReplay.Name;
        var asked = parsed.GetValue(Common.Postgres) is not null
            || parsed.GetResult(Common.Data) is { Implicit: false };
        var store = asked ? Common.Store(parsed) : null;
        using var memory = new MemoryJournal(scheme);
        IReadOnlyList<DayComparison> days;
        await using (var sequencer = new Sequencer(
            memory, new Replica(scheme), new SequencerOptions { VirtualTime = true }))
        {
            days = await screen.Progress("重放行情", "Replaying the market", progress =>
                new MarketReplay(sequencer, shelf, file).RunAsync(progress, cancel));
        }

        var rows = memory.Head().Sequence;
        if (store is not null)
        {
            if (store.Schemes().Contains(scheme))
            {
                using var there = store.Open(scheme);
                return screen.Refuse(StoreRefusals.SchemeExists.With(
                    ("scheme", scheme), ("store", store.Name), ("rows", there.Head().Sequence)));
            }

            if (DemonstrationStore.ClaimForReplay(store, shelf) is { } real)
            {
                return screen.Refuse(real);
            }

            using var journal = store.Open(scheme);
            journal.Fill(memory.Read());
        }

        new ReplayReport(scheme, file, days, rows, store?.Name).Print(screen);
        return Endings.Done;
    }
}
