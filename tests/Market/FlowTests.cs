using Tanheng.Bench;
using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>
/// A seeded flow whose results were computed by an independent program, in another language, with a plain book.
/// </summary>
public sealed class FlowTests
{
    [Theory]
    [InlineData(10_000, 1, FlowMode.Near, 3_334, 136_147, 0xb9e931582cf516fd, 2_649, "80/81 5997/6004")]
    [InlineData(10_000, 1, FlowMode.Uniform, 1_561, 90_017, 0xc3c37f7f57c8edc4, 4_192, "527/558 5986/6012")]
    [InlineData(
        1_000_000, 20260601, FlowMode.Near, 344_496, 13_739_723, 0x46828f093bb4a9eb, 254_296, "151/159 5995/5997")]
    [InlineData(
        1_000_000, 20260601, FlowMode.Uniform, 167_476, 9_258_495, 0x3220028255f9520d, 430_607, "582/550 6044/6050")]
    public void A_flow_gives_what_is_known(
        int operations, ulong seed, FlowMode mode, long trades, long volume, ulong hash, int resting, string prices)
    {
        var flow = new BookFlow(seed, mode, operations);
        var book = new OrderBook();
        var events = new BookEvents();
        for (var i = 0; i < operations; i++)
        {
            events.Clear();
            flow.Next(book.Best(Side.Buy), book.Best(Side.Sell)).Do(book, events).ShouldBe(BookResult.Accepted);
            flow.Observe(events.All);
        }

        (flow.Trades, flow.Volume, flow.Hash, book.Count).ShouldBe((trades, volume, hash, resting));
        $"{book.Levels(Side.Buy)}/{book.Levels(Side.Sell)} {book.Best(Side.Buy)}/{book.Best(Side.Sell)}"
            .ShouldBe(prices);
        book.Check().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FlowMode.Near, 0xb9e931582cf516fd)]
    [InlineData(FlowMode.Uniform, 0xc3c37f7f57c8edc4)]
    public void The_naive_book_gives_it_too(FlowMode mode, ulong hash)
    {
        var flow = new BookFlow(1, mode, 10_000);
        var book = new NaiveBook();
        for (var i = 0; i < 10_000; i++)
        {
            var operation = flow.Next(Best(book, Side.Buy), Best(book, Side.Sell));
            var (_, events) = operation.IsCancel
                ? book.Cancel(operation.Id)
                : book.Submit(new NewOrder(operation.Id, 0, operation.Side, operation.Price, operation.Quantity));
            flow.Observe(events.ToArray());
        }

        flow.Hash.ShouldBe(hash);
    }

    [Fact]
    public void The_bench_measures_the_flow_that_is_known_and_allocates_nothing()
    {
        var result = BookBench.Run(10_000, 1, FlowMode.Near);
        (result.Trades, result.Hash, result.Resting).ShouldBe((3_334, "b9e931582cf516fd", 2_649));
        result.Allocated.ShouldBe(0);
        result.PerSecond.ShouldBeGreaterThan(0);
    }

    private static int? Best(NaiveBook book, Side side) =>
        book.Orders(side) is [var first, ..] ? first.Price : null;
}
