using Tanheng.Engine.Journal;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;

namespace Tanheng.Engine.Tests;

public sealed class BenchMarketTests
{
    [Fact]
    public async Task Clients_transfer_through_the_real_state_machine_and_none_is_refused()
    {
        using var journal = new MemoryJournal("bench");
        await using var sequencer = new Sequencer(journal, Replay.Load(journal));
        var market = new BenchMarket(10);
        await market.OpenAsync(sequencer);
        var opened = journal.Head().Sequence;
        var result = await DurableThroughput.RunAsync(
            sequencer, 4, TimeSpan.FromMilliseconds(200), market.Transfer);
        await sequencer.StopAsync();

        opened.ShouldBe(1 + 10 + 10);
        result.Commands.ShouldBeGreaterThan(0);
        result.Refused.ShouldBe(0);
        result.Percentile99.ShouldBeGreaterThanOrEqualTo(result.Median);
        journal.Read(opened + 1).ShouldAllBe(row => row.Command == "transfer-units");
        Replay.Load(journal).Head.ShouldBe(journal.Head());
    }

    [Fact]
    public void In_memory_no_transfer_is_refused() =>
        BenchMarket.InMemory(TimeSpan.FromMilliseconds(100), 10).PerSecond.ShouldBeGreaterThan(0);
}
