using Tanheng.Market.Books;
using Tanheng.Quantities;

namespace Tanheng.Market.Tests;

/// <summary>The cases of an allowance exchange that concern the bare book, and those the public ones lack.</summary>
public sealed class ExchangeCaseTests
{
    public static TheoryData<string> Further => MatchingCaseTests.Read(
        """
        X1 a freed place is not an earlier one | 1 B 100@6000; 2 B 100@6000; 3 B 100@6000 | cancel 2 => cancelled; 4 B 100@6000 => rest 100@6000; 5 S 200@6000 IOC => 1:100@6000, 3:100@6000 | 4 B 100@6000
        X3 all or nothing, over two levels | 1 S 100@6000; 2 S 100@6001 | 3 B 150@6001 FOK => 1:100@6000, 2:50@6001 | 2 S 50@6001
        X3 all or nothing, too much | 1 S 100@6000; 2 S 100@6001 | 3 B 250@6001 FOK => drop 250 | 1 S 100@6000; 2 S 100@6001
        E04 duplicate | 1 S 100@6010 A; 2 S 50@5990 B | 1 B 50@6000 A => reject DuplicateId | 2 S 50@5990; 1 S 100@6010
        """);

    public static TheoryData<string> SelfTrades => MatchingCaseTests.Read(
        """
        allow | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 100@6000 A => 1:50@6000, 2:50@6000 |
        cancel taker | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 100@6000 A CancelIncoming => drop 100 | 1 S 50@6000; 2 S 50@6000
        cancel resting | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 100@6000 A CancelResting => prevent 1:50, 2:50@6000, rest 50@6000 | 3 B 50@6000
        cancel both | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 100@6000 A CancelBoth => prevent 1:50, drop 100 | 2 S 50@6000
        decrement | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 100@6000 A Decrement => prevent 1:50, drop 50, 2:50@6000 |
        decrement, maker larger | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 20@6000 A Decrement => prevent 1:20, drop 20 | 1 S 30@6000; 2 S 50@6000
        own hit | 1 S 50@6000 A; 2 S 50@6000 B | hit 3 1 50 A => reject OwnOrder | 1 S 50@6000; 2 S 50@6000
        others before | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 80@6000 B CancelIncoming => 1:50@6000, drop 30 | 2 S 50@6000
        nobody | 1 S 50@6000 | 3 B 50@6000 CancelBoth => 1:50@6000 |
        all or nothing passes over | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 50@6000 A FOK CancelResting => prevent 1:50, 2:50@6000 |
        all or nothing is stopped | 1 S 50@6000 A; 2 S 50@6000 B | 3 B 50@6000 A FOK Decrement => drop 50 | 1 S 50@6000; 2 S 50@6000
        """);

    public static TheoryData<string> Amendments => MatchingCaseTests.Read(
        """
        reduce | 1 S 100@6000; 2 S 100@6000 | amend 1 S 60@6000 => reduced by 40; 3 B 60@6000 IOC => 1:60@6000 | 2 S 100@6000
        raise | 1 S 100@6000; 2 S 100@6000 | amend 1 S 120@6000 => rest 120@6000; 3 B 100@6000 IOC => 2:100@6000 | 1 S 120@6000
        away and back | 1 S 100@6000; 2 S 100@6000 | amend 1 S 100@6001 => rest 100@6001; amend 1 S 100@6000 => rest 100@6000; 3 B 100@6000 IOC => 2:100@6000 | 1 S 100@6000
        to nothing | 1 S 100@6000; 2 S 100@6000 | amend 1 S 0@6000 => reject BadQuantity | 1 S 100@6000; 2 S 100@6000
        to the same | 1 S 100@6000; 2 S 100@6000 | amend 1 S 100@6000 => ; 3 B 100@6000 IOC => 1:100@6000 | 2 S 100@6000
        filled before | 1 S 100@6000; 2 S 100@6000 | 3 B 30@6000 IOC => 1:30@6000; amend 1 S 80@6000 => rest 80@6000 | 2 S 100@6000; 1 S 80@6000
        only resting | 1 S 100@6000; 2 S 100@6000 | 3 B 10@5990 => rest 10@5990; amend 3 B 10@6000 POST => reject WouldTrade | 3 B 10@5990; 1 S 100@6000; 2 S 100@6000
        """);

    public static TheoryData<string> BestLevels => MatchingCaseTests.Read(
        """
        rank | 1 S 50@6000; 2 S 50@6001; 3 S 50@6002; 4 S 50@6003; 5 S 50@6004; 6 S 50@6005 | hit 7 6 20 best5 => reject BeyondLevels; cancel 1 => cancelled; hit 7 6 20 best5 => 6:20@6005 | 2 S 50@6001; 3 S 50@6002; 4 S 50@6003; 5 S 50@6004; 6 S 30@6005
        equal prices | 1 S 50@6000; 2 S 50@6000; 3 S 50@6001 | hit 4 3 50 best2 => 3:50@6001 | 1 S 50@6000; 2 S 50@6000
        vanished | 1 S 50@6000; 2 S 50@6000 | cancel 1 => cancelled; hit 3 1 50 => reject UnknownId | 2 S 50@6000
        too much | 1 S 50@6000 | hit 2 1 60 => reject MoreThanOffered; hit 2 1 60 PARTLY => 1:50@6000, drop 10 |
        sweep | 1 S 50@6000; 2 S 50@6001; 3 S 50@6002; 4 S 50@6003; 5 S 50@6004; 6 S 50@6005 | 7 B 300@6005 best5 => 1:50@6000, 2:50@6001, 3:50@6002, 4:50@6003, 5:50@6004, drop 50 | 6 S 50@6005
        rest within | 1 S 50@6000; 2 S 50@6001; 3 S 50@6002; 4 S 50@6003; 5 S 50@6004; 6 S 50@6005 | 7 B 300@6004 best5 => 1:50@6000, 2:50@6001, 3:50@6002, 4:50@6003, 5:50@6004, rest 50@6004 | 7 B 50@6004; 6 S 50@6005
        all or nothing | 1 S 50@6000; 2 S 50@6001; 3 S 50@6002; 4 S 50@6003; 5 S 50@6004; 6 S 50@6005 | 7 B 300@6005 best5 FOK => drop 300; 7 B 250@6005 best5 FOK => 1:50@6000, 2:50@6001, 3:50@6002, 4:50@6003, 5:50@6004 | 6 S 50@6005
        listed across | 1 S 50@6000 | 2 B 50@6010 LIST => rest 50@6010; hit 3 1 50 => 1:50@6000 | 2 B 50@6010
        """);

    [Theory]
    [MemberData(nameof(Further))]
    public void Case(string line) => MatchingCaseTests.Play(line);

    [Theory]
    [MemberData(nameof(SelfTrades))]
    public void E06_self_trade(string line) => MatchingCaseTests.Play(line);

    [Theory]
    [MemberData(nameof(Amendments))]
    public void E07_amend(string line) => MatchingCaseTests.Play(line);

    [Theory]
    [MemberData(nameof(BestLevels))]
    public void E08_best_levels_and_named_orders(string line) => MatchingCaseTests.Play(line);

    [Fact]
    public void X2_forty_equal_keys_keep_their_order()
    {
        var stage = new Stage();
        for (var id = 1; id <= 40; id++)
        {
            stage.Do(new NewOrder(id, 0, Side.Buy, id % 2 == 0 ? 6001 : 6000, 10));
        }

        var (_, events) = stage.Do(new NewOrder(41, 0, Side.Sell, 6000, 400, OrderKind.Immediate));
        events.Select(one => (int)one.Order).ShouldBe(
            [.. Enumerable.Range(1, 20).Select(i => i * 2), .. Enumerable.Range(0, 20).Select(i => (i * 2) + 1)]);
    }

    [Fact]
    public void X4_a_price_is_one_level_however_it_is_written()
    {
        var stage = new Stage();
        stage.Do(new NewOrder(1, 0, Side.Buy, Price.Parse("60.5 CNY/t").Minor, 10));
        stage.Do(new NewOrder(2, 0, Side.Buy, Price.Parse("60.50 CNY/t").Minor, 10));
        stage.Book.Levels(Side.Buy).ShouldBe(1);
        stage.Book.Best(Side.Buy).ShouldBe(6_050);
    }

    [Fact]
    public void E09_at_the_end_every_order_expires_once_by_id()
    {
        var book = new OrderBook();
        var events = new BookEvents();
        book.Submit(new NewOrder(7, 0, Side.Sell, 6010, 10), events);
        book.Submit(new NewOrder(1, 0, Side.Buy, 6000, 100), events);
        book.Submit(new NewOrder(2, 0, Side.Sell, 6000, 40, OrderKind.Immediate), events);
        events.Clear();
        book.ExpireAll(events);
        events.All.ToArray().ShouldBe(
        [
            new BookEvent(BookEventKind.Expired, Side.Buy, 6000, 1, 0, 0, 60),
            new BookEvent(BookEventKind.Expired, Side.Sell, 6010, 7, 0, 0, 10),
        ]);
        book.Count.ShouldBe(0);
        book.Check().ShouldBeEmpty();
        book.Cancel(1, events).ShouldBe(BookResult.UnknownId);
    }

    [Theory]
    [InlineData(0, 6000, BookResult.BadQuantity)]
    [InlineData(-1, 6000, BookResult.BadQuantity)]
    [InlineData(long.MinValue, 6000, BookResult.BadQuantity)]
    [InlineData(2_147_483_648, 6000, BookResult.BadQuantity)]
    [InlineData(4_294_967_297, 6000, BookResult.BadQuantity)]
    [InlineData(1, 0, BookResult.BadPrice)]
    [InlineData(1, -1, BookResult.BadPrice)]
    [InlineData(1, long.MinValue, BookResult.BadPrice)]
    [InlineData(1, 262_144, BookResult.BadPrice)]
    [InlineData(1, 4_294_973_296, BookResult.BadPrice)]
    public void E11_bad_numbers_change_nothing(long quantity, long price, BookResult expected)
    {
        var stage = new Stage();
        stage.Do(new NewOrder(1, 0, Side.Sell, 6000, 100)).Result.ShouldBe(BookResult.Accepted);
        stage.Do(new NewOrder(2, 0, Side.Buy, price, quantity)).Result.ShouldBe(expected);
        stage.Do(new Amendment(1, price, quantity)).Result.ShouldBe(expected);
        if (expected == BookResult.BadQuantity)
        {
            stage.Do(new Hit(2, 0, 1, quantity, Partly: true)).Result.ShouldBe(expected);
        }
    }

    [Fact]
    public void E11_the_largest_orders_add_up_without_overflow()
    {
        var stage = new Stage();
        for (var id = 1; id <= 5; id++)
        {
            stage.Do(new NewOrder(id, 0, Side.Sell, 262_143, int.MaxValue)).Result.ShouldBe(BookResult.Accepted);
        }

        var depth = new DepthLevel[1];
        stage.Book.Depth(Side.Sell, depth).ShouldBe(1);
        depth[0].ShouldBe(new DepthLevel(262_143, 5L * int.MaxValue, 5));
    }

    [Fact]
    public void Options_that_do_not_exist_are_refused()
    {
        var stage = new Stage();
        stage.Do(new NewOrder(0, 0, Side.Buy, 1, 1)).Result.ShouldBe(BookResult.BadId);
        stage.Do(new NewOrder(1, 0, (Side)2, 1, 1)).Result.ShouldBe(BookResult.BadOption);
        stage.Do(new NewOrder(1, 0, Side.Buy, 1, 1, (OrderKind)5)).Result.ShouldBe(BookResult.BadOption);
        stage.Do(new NewOrder(1, 0, Side.Buy, 1, 1, SelfTrade: (SelfTrade)5)).Result.ShouldBe(BookResult.BadOption);
        stage.Do(new NewOrder(1, 0, Side.Buy, 1, 1, Levels: -1)).Result.ShouldBe(BookResult.BadOption);
        stage.Do(new NewOrder(1, 0, Side.Buy, 1, 1)).Result.ShouldBe(BookResult.Accepted);
        stage.Do(new Amendment(1, 1, 2, OrderKind.Immediate)).Result.ShouldBe(BookResult.BadOption);
        stage.Do(new Hit(2, 0, 1, 1, Levels: -1)).Result.ShouldBe(BookResult.BadOption);
        stage.Do(new Hit(1, 0, 1, 1)).Result.ShouldBe(BookResult.DuplicateId);
        stage.Do(new Hit(0, 0, 1, 1)).Result.ShouldBe(BookResult.BadId);
        stage.Do(-1L).Result.ShouldBe(BookResult.UnknownId);
        stage.Do(long.MinValue).Result.ShouldBe(BookResult.UnknownId);
    }

    [Fact]
    public void Events_that_do_not_fit_are_a_defect_of_the_caller()
    {
        var book = new OrderBook();
        BookEvent[] unknown = [new(BookEventKind.Traded, Side.Buy, 6000, 1, 0, 2, 10)];
        BookEvent[] rested = [new(BookEventKind.Rested, Side.Buy, 6000, 1, 0, 0, 10)];
        BookEvent[] more = [new(BookEventKind.Traded, Side.Buy, 6000, 1, 0, 2, 11)];
        Should.Throw<InvalidOperationException>(() => book.Apply(unknown));
        book.Apply(rested);
        Should.Throw<InvalidOperationException>(() => book.Apply(rested));
        Should.Throw<InvalidOperationException>(() => book.Apply(more));
        book.Find(1).ShouldBe(new RestingOrder(1, 0, Side.Buy, 6000, 10));
        book.Find(2).ShouldBeNull();
    }
}
