using Tanheng.Bench;
using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>
/// X6: random commands on the book and on the naive one, all invariants on; 100,000 in all, ten times as many under
/// <c>./test --long</c>.
/// </summary>
public sealed class ModelTests
{
    private static readonly int Times = Needs.Long ? 10 : 1;

    [Fact]
    public void Small_books_of_many_seeds_do_what_the_naive_book_does()
    {
        var told = new HashSet<string>();
        for (var seed = 1; seed <= 80 * Times; seed++)
        {
            var drawn = new Drawn((ulong)seed, ids: 60, prices: 1 + (seed % 40), listings: seed % 4 == 0);
            var stage = new Stage(new BookLimits(MaxPrice: 60, MaxQuantity: 50, Orders: seed % 3 * 40));
            for (var i = 0; i < 1_000; i++)
            {
                var (result, events) = stage.Do(drawn.Next());
                told.Add(result.ToString());
                told.UnionWith(events.Select(one => one.Kind.ToString()));
                if (seed % 4 != 0 && stage.Book.Best(Side.Buy) is { } bid && stage.Book.Best(Side.Sell) is { } ask)
                {
                    bid.ShouldBeLessThan(ask);
                }
            }
        }

        // Every answer and every event has been met, else the test says less than it seems to.
        told.ShouldBe(
            Enum.GetNames<BookResult>().Concat(Enum.GetNames<BookEventKind>()).Where(name => name != "Expired"),
            ignoreOrder: true);
    }

    [Fact]
    public void A_deep_book_does_what_the_naive_book_does()
    {
        var drawn = new Drawn(20210716, ids: 30_000, prices: 2_000, listings: false);
        var stage = new Stage(new BookLimits(MaxPrice: 4_000)) { Thorough = false };
        var random = new SplitMix(1);
        for (var id = 1; id <= 9_000; id++)
        {
            var side = (Side)(id & 1);
            var price = side == Side.Buy ? random.Between(1, 1_000) : random.Between(1_001, 2_000);
            stage.Do(new NewOrder(id, random.Between(0, 3), side, price, random.Between(1, 40)));
        }

        for (var i = 0; i < 11_000 * Times; i++)
        {
            stage.Do(drawn.Next());
            if (i % 1_000 == 0)
            {
                stage.Compare();
                stage.Book.Count.ShouldBeGreaterThan(5_000);
            }
        }

        stage.Compare();
    }

    [Fact]
    public void I8_the_same_commands_give_the_same_events_and_the_same_content()
    {
        var books = new OrderBook[] { new(), new(new BookLimits(Orders: 0)) };
        var events = new[] { new BookEvents(1), new BookEvents() };
        for (var i = 0; i < 2; i++)
        {
            var drawn = new Drawn(7, ids: 500, prices: 50, listings: false);
            for (var command = 0; command < 5_000; command++)
            {
                Do(books[i], drawn.Next(), events[i]);
            }
        }

        events[0].All.SequenceEqual(events[1].All).ShouldBeTrue();
        books[0].ContentHash().ShouldBe(books[1].ContentHash());
        books[0].Cancel(books[0].Orders(Side.Buy).Last().Id, events[0]);
        books[0].ContentHash().ShouldNotBe(books[1].ContentHash());
    }

    private static void Do(OrderBook book, object command, BookEvents events) => _ = command switch
    {
        NewOrder order => book.Submit(order, events),
        Amendment change => book.Amend(change, events),
        Hit hit => book.Take(hit, events),
        _ => book.Cancel((long)command, events),
    };

    /// <summary>Commands by chance: mostly sensible, now and then wrong in one way.</summary>
    private sealed class Drawn(ulong seed, int ids, int prices, bool listings)
    {
        private readonly SplitMix random = new(seed);

        public object Next() => random.Between(0, 19) switch
        {
            < 12 => Order(),
            < 15 => (long)random.Between(0, ids),
            < 18 => new Amendment(
                random.Between(0, ids), Price(), Quantity(), Kind(rare: true), Mode(), Levels()),
            _ => new Hit(
                random.Between(0, ids),
                random.Between(0, 3),
                random.Between(0, ids),
                Quantity(),
                Levels(),
                random.Between(0, 1) == 0),
        };

        /// <summary>Bids lie lower than asks, half of them by so much that they rest.</summary>
        private NewOrder Order()
        {
            var side = Rare() ? (Side)random.Between(0, 2) : (Side)random.Between(0, 1);
            var price = Price();
            price = random.Between(0, 1) == 0 ? price
                : side == Side.Buy ? Math.Min(price, random.Between(1, prices)) / 2
                : Math.Max(price, random.Between(1, prices));
            return new NewOrder(
                random.Between(0, ids),
                random.Between(0, 3),
                side,
                Rare() ? price : Math.Max(1, price),
                Quantity(),
                Kind(rare: false),
                Mode(),
                Levels());
        }

        private bool Rare() => random.Between(0, 30) == 0;

        private long Price() => Rare() ? random.Between(-1, 70) : random.Between(1, prices);

        private long Quantity() => Rare() ? random.Between(-1, 60) : random.Between(1, 40);

        private OrderKind Kind(bool rare) => random.Between(0, rare ? 20 : 7) switch
        {
            1 => OrderKind.Immediate,
            2 => OrderKind.AllOrNothing,
            3 => OrderKind.PostOnly,
            4 when listings => OrderKind.Listing,
            5 when Rare() => (OrderKind)9,
            _ => OrderKind.Limit,
        };

        private SelfTrade Mode() => Rare() ? (SelfTrade)9 : (SelfTrade)random.Between(0, 4);

        private int Levels() => random.Between(0, 5) switch { 0 => 2, 1 => 5, 2 when Rare() => -1, _ => 0 };
    }
}
