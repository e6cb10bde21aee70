using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>
/// One command on four books at once: done, planned and then applied, done by the naive book, and watched. They must
/// answer alike, tell the same events and hold the same orders.
/// </summary>
internal sealed class Stage(BookLimits limits)
{
    private readonly OrderBook applied = new(limits);
    private readonly NaiveBook naive = new(limits.MaxPrice, limits.MaxQuantity);
    private readonly BookWatch watch = new();
    private readonly BookEvents events = new(1);
    private readonly BookEvents planned = new(1);

    public Stage()
        : this(new BookLimits())
    {
    }

    public OrderBook Book { get; } = new(limits);

    /// <summary>Compares all orders of all books, which takes time.</summary>
    public bool Thorough { get; set; } = true;

    public (BookResult Result, BookEvent[] Events) Do(object command)
    {
        events.Clear();
        planned.Clear();
        var plan = command switch
        {
            NewOrder order => applied.Plan(order, planned),
            Amendment change => applied.Plan(change, planned),
            Hit hit => applied.Plan(hit, planned),
            _ => applied.PlanCancel((long)command, planned),
        };
        if (Thorough)
        {
            Same(applied);
        }

        var result = command switch
        {
            NewOrder order => Book.Submit(order, events),
            Amendment change => Book.Amend(change, events),
            Hit hit => Book.Take(hit, events),
            _ => Book.Cancel((long)command, events),
        };
        var (expected, told) = command switch
        {
            NewOrder order => naive.Submit(order),
            Amendment change => naive.Amend(change),
            Hit hit => naive.Take(hit),
            _ => naive.Cancel((long)command),
        };
        result.ShouldBe(expected, $"{command}");
        plan.ShouldBe(expected, $"{command}");
        var done = events.All.ToArray();
        if (!done.SequenceEqual(told) || !planned.All.SequenceEqual(done))
        {
            done.ShouldBe(told, ignoreOrder: false, $"{command}");
            planned.All.ToArray().ShouldBe(told, ignoreOrder: false, $"{command}");
        }

        if (result != BookResult.Accepted)
        {
            done.ShouldBeEmpty();
        }

        applied.Apply(planned.All);
        watch.See(command, result, done);
        if (Thorough)
        {
            Compare();
        }

        return (result, done);
    }

    /// <summary>The three books hold the same, and nothing is out of order.</summary>
    public void Compare()
    {
        Same(Book);
        Same(applied);
        Book.Check().ShouldBeEmpty();
        applied.Check().ShouldBeEmpty();
        Book.ContentHash().ShouldBe(applied.ContentHash());
        watch.Holds(Book);
    }

    private void Same(OrderBook book)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            var expected = naive.Orders(side);
            if (!book.Orders(side).SequenceEqual(expected))
            {
                book.Orders(side).ShouldBe(expected);
            }

            var levels = expected.GroupBy(order => order.Price)
                .Select(level => new DepthLevel(level.Key, level.Sum(order => order.Quantity), level.Count()))
                .ToArray();
            var depth = new DepthLevel[levels.Length + 1];
            book.Depth(side, depth).ShouldBe(levels.Length);
            depth.AsSpan(0, levels.Length).SequenceEqual(levels).ShouldBeTrue();
            book.Levels(side).ShouldBe(levels.Length);
            book.Best(side).ShouldBe(levels.Length == 0 ? null : levels[0].Price);
        }
    }
}
