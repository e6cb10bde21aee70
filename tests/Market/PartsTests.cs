using Tanheng.Bench;
using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>The parts of a book by themselves, each against a collection that can be believed; and memory.</summary>
public sealed class PartsTests
{
    [Theory]
    [InlineData(1, 400, 1L)]
    [InlineData(2, 5_000, 1L)]
    [InlineData(3, 400, 256L)]
    [InlineData(4, 400, 1L << 40)]
    [InlineData(5, 400, 0x1E3779B97F4A7C15 / 400)]
    public void The_index_does_what_a_dictionary_does(ulong seed, int ids, long stride)
    {
        var random = new SplitMix(seed);
        var index = new OrderIndex(0);
        var expected = new Dictionary<long, int>();
        for (var i = 1; i <= 40_000; i++)
        {
            var id = 1 + (random.Between(0, ids) * stride);
            index.Find(id).ShouldBe(expected.GetValueOrDefault(id));
            if (expected.Remove(id))
            {
                index.Remove(id);
            }
            else
            {
                index.Add(id, i);
                expected.Add(id, i);
            }
        }

        index.Count.ShouldBe(expected.Count);
        foreach (var (id, slot) in expected)
        {
            index.Find(id).ShouldBe(slot);
            index.Remove(id);
        }

        index.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 64)]
    [InlineData(3, 128)]
    [InlineData(4, 8_192)]
    [InlineData(5, 1 << 20)]
    public void The_map_finds_the_next_level(ulong seed, int size)
    {
        var random = new SplitMix(seed);
        var map = new LevelMap(size);
        var expected = new SortedSet<int>();
        for (var i = 0; i < 5_000; i++)
        {
            var at = random.Between(0, size - 1);
            if (expected.Remove(at))
            {
                map.Clear(at);
            }
            else if (random.Between(0, 3) > 0 || expected.Count < 5)
            {
                expected.Add(at);
                map.Set(at);
            }

            var from = random.Between(0, size);
            map.From(from).ShouldBe(expected.GetViewBetween(from, int.MaxValue) is { Count: > 0 } later
                ? later.Min
                : Ladder.None);
            if (i % 7 == 0 && expected.Count > 0)
            {
                var last = expected.Max;
                expected.Remove(last);
                map.Clear(last);
            }
        }
    }

    [Fact]
    public void An_order_is_half_a_cache_line() =>
        System.Runtime.CompilerServices.Unsafe.SizeOf<OrderSlot>().ShouldBe(32);

    [Fact]
    public void X5_memory_stays_flat_over_two_million_commands()
    {
        var book = new OrderBook();
        var events = new BookEvents();
        long id = 0;
        void Run(int commands)
        {
            for (var i = 0; i < commands; i += 2)
            {
                events.Clear();
                book.Submit(new NewOrder(++id, 0, (Side)(id & 1), (id & 1) == 0 ? 5_999 : 6_001, 10), events);
                if (id > 500)
                {
                    book.Cancel(id - 500, events);
                }
            }
        }

        Run(20_000);
        var (room, bytes) = (book.Room, GC.GetAllocatedBytesForCurrentThread());
        Run(2_000_000);
        (GC.GetAllocatedBytesForCurrentThread() - bytes).ShouldBeLessThan(1_000);
        book.Room.ShouldBe(room);
        book.Count.ShouldBe(500);
        book.Check().ShouldBeEmpty();
    }

    [Fact]
    public void The_check_finds_what_is_out_of_order()
    {
        Broken(ladder => ladder[ladder.Best].Total++).ShouldHaveSingleItem().ShouldContain("2 orders of 21 t");
        Broken(ladder => ladder[ladder.Best].Count++).ShouldHaveSingleItem().ShouldContain("3 orders");
        Broken(ladder => ladder[ladder.Best].Tail = 1).ShouldHaveSingleItem().ShouldContain("2 orders");
        Broken(ladder => ladder.Filled(0)).ShouldContain(found => found.Contains("0 orders of 0 t"));
        Broken(ladder => ladder.Emptied(ladder.Best)).ShouldContain("0 orders in queues, 2 in the index, 2 counted");
        Broken(ladder => (ladder[5].Head, ladder[5].Tail, ladder[ladder.Best].Tail) = (2, 2, 1))
            .ShouldNotBeEmpty();
        Broken(_ => { }).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Broken(Action<Ladder> fault)
    {
        var book = new OrderBook();
        var events = new BookEvents();
        book.Submit(new NewOrder(1, 0, Side.Sell, 6_000, 10), events);
        book.Submit(new NewOrder(2, 0, Side.Sell, 6_000, 10), events);
        fault(book.Of(Side.Sell));
        return book.Check();
    }

    [Fact]
    public void A_book_of_impossible_size_is_a_defect_of_the_caller()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new OrderBook(new BookLimits(MaxPrice: 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => new OrderBook(new BookLimits(MaxPrice: 1 << 24)));
        Should.Throw<ArgumentOutOfRangeException>(() => new OrderBook(new BookLimits(MaxQuantity: 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => new OrderBook(new BookLimits(Orders: -1)));
    }
}
