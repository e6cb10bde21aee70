using Tanheng.Crash.Tests;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Verifying;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Storage.Tests;

/// <summary>
/// An exchange is killed in the middle of its trading day, again and again. Every order and every trade that a trader
/// was told of is in the journal, once, as he was told; and the process that takes over has the same books.
/// </summary>
public sealed class TradingDayCrashTests
{
    private const string Scheme = "floor";

    [Theory]
    [EachDatabase]
    public async Task After_kill_9_no_order_and_no_trade_is_lost_or_doubled(Database database)
    {
        using Store store = database == Database.Sqlite ? new SqliteStore() : new PostgresStore();
        await Open(store);
        var random = new Random(20240103);
        var told = new Dictionary<string, string>();
        var before = Check(store, told);
        for (var round = 0; round < (Needs.Long ? 200 : 20); round++)
        {
            using var victim = Victim.Start(store, Scheme, round, trades: true);
            // However slow the machine: some rounds end soon after the first order, others after trades.
            victim.WaitForAcknowledgements(random.Next(1, 60));
            Thread.Sleep(random.Next(0, 120));
            victim.Kill();

            victim.Acknowledged.Count.ShouldBeGreaterThan(0);
            victim.State.ShouldBe(before, "the books that were read are those that were left");
            foreach (var words in victim.Acknowledged)
            {
                told.Add(words.Split(' ')[0], words);
            }

            before = Check(store, told);
        }

        told.Values.ShouldContain(words => words.Contains("traded", StringComparison.Ordinal));
        told.Values.ShouldContain(words => words.Contains("reduced", StringComparison.Ordinal));
        told.Values.ShouldContain(words => words.Contains("cancelled", StringComparison.Ordinal));
    }

    private static async Task Open(Store store)
    {
        using var journal = store.Open(Scheme);
        await using var sequencer = new Sequencer(
            journal, Replay.Load(journal), new SequencerOptions { VirtualTime = true });
        await new BenchExchange(Floor.Pairs).OpenAsync(sequencer);
    }

    /// <summary>The state as the journal gives it, after everything about it was looked at.</summary>
    private static string Check(Store store, Dictionary<string, string> told)
    {
        using var journal = store.Open(Scheme);
        var result = Verification.Run(journal, StateChecks.OfScheme, every: 5000);
        result.Findings.ShouldBeEmpty();
        var (rows, orders, trades) = (0, new HashSet<OrderId>(), new HashSet<TradeId>());
        foreach (var row in journal.Read())
        {
            var events = SchemeJson.ReadEvents(row.Events.Span);
            foreach (var one in events)
            {
                (one is not OrderPlaced placed || orders.Add(placed.Order)).ShouldBeTrue("an order is there twice");
                (one is not TradeMade made || trades.Add(made.Trade.Id)).ShouldBeTrue("a trade is there twice");
            }

            if (told.TryGetValue(row.CommandId.ToString(), out var words))
            {
                rows++;
                Floor.Said(row.CommandId, events).ShouldBe(words);
            }
        }

        rows.ShouldBe(told.Count, "everything that was acknowledged is there, once");
        return $"{result.Head.Sequence} {result.StateHash}";
    }
}
