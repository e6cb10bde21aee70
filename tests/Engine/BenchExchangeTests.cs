using Tanheng.Engine.Journal;
using Tanheng.Engine.Measuring;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Tests;

/// <summary>The exchange that is measured on really trades: nothing is refused, and every invariant holds.</summary>
public sealed class BenchExchangeTests
{
    [Fact]
    public async Task Every_second_command_is_a_trade_and_nothing_is_refused()
    {
        using var journal = new MemoryJournal("bench");
        await using var sequencer = new Sequencer(
            journal, Replay.Load(journal), new SequencerOptions { VirtualTime = true });
        var exchange = new BenchExchange(pairs: 3);
        await exchange.OpenAsync(sequencer);
        var before = (await sequencer.QueryAsync(state => state.Sequence)).Value;
        var result = await exchange.RunAsync(sequencer, 0, 4, TimeSpan.FromSeconds(0.5), CancellationToken.None);
        result.Commands.ShouldBePositive();
        result.Refused.ShouldBe(0);
        var (rows, trades, broken) = (await sequencer.QueryAsync(state => (
            state.Sequence - before,
            state.Trading.NextTrade.Value - 1,
            Invariants.Check(state).Count))).Value;
        broken.ShouldBe(0);
        // Each of the four clients may have stopped behind a listing.
        trades.ShouldBeInRange((rows - 4) / 2, rows / 2);
    }
}
