using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>
/// Public matching cases, M01 to M34: what rests, then commands with what each must say, then what rests at the end. A
/// case is run on a book, on a plan that is applied, and on the naive book; all levels are compared after each command.
/// </summary>
public sealed class MatchingCaseTests
{
    /// <summary>Case | resting | command => answer; … | resting at the end.</summary>
    private const string Table = """
        M01 | 1 B 100@6000; 2 B 100@6000; 3 B 100@6000 | cancel 2 => cancelled; 4 S 200@6000 IOC => 1:100@6000, 3:100@6000 |
        M02 | 1 B 100@6000; 2 B 100@6000; 3 B 100@6000 | cancel 1 => cancelled; 4 S 200@6000 IOC => 2:100@6000, 3:100@6000 |
        M03 | 1 S 100@6002; 2 S 100@6001; 3 S 100@6000 | 4 B 300@6002 IOC => 3:100@6000, 2:100@6001, 1:100@6002 |
        M04 | 1 S 100@6000; 2 B 100@5999 | amend 2 B 100@6000 => 1:100@6000 |
        M06 | 1 S 100@6000 | 2 B 100@6000 => 1:100@6000; cancel 1 => reject UnknownId |
        M07 | 1 B 100@6000; 2 B 100@6000 | 3 S 100@6000 => 1:100@6000 | 2 B 100@6000
        M08 | 1 B 100@6000; 2 B 100@6000; 3 B 100@6000; 4 B 100@6000; 5 B 100@6000; 6 B 100@6000; 7 B 100@6000; 8 B 100@6000 | cancel 2 => cancelled; cancel 5 => cancelled; cancel 7 => cancelled; 9 S 500@6000 IOC => 1:100@6000, 3:100@6000, 4:100@6000, 6:100@6000, 8:100@6000 |
        M09 | 1 S 100@6000; 2 S 100@6001; 3 S 100@6002 | 4 B 350@6002 => 1:100@6000, 2:100@6001, 3:100@6002, rest 50@6002; 5 S 50@6002 IOC => 4:50@6002 |
        M11 | 1 S 100@6000 | 2 B 100@6000 => 1:100@6000; amend 1 S 50@6001 => reject UnknownId |
        M12 | 1 B 100@6000 | cancel 1 => cancelled; 1 S 100@6100 => rest 100@6100; 2 B 100@6100 IOC => 1:100@6100 |
        M13 | 1 B 100@6000; 2 B 100@6000; 3 B 100@6001; 4 B 100@6001 | cancel 1 => cancelled; cancel 4 => cancelled; 5 S 200@6000 IOC => 3:100@6001, 2:100@6000 |
        M14 | 1 S 100@6000; 2 S 200@6001; 3 S 300@6002 | 4 B 600@6002 IOC => 1:100@6000, 2:200@6001, 3:300@6002 |
        M16 | 1 S 300@5909; 2 S 400@5909 | 3 B 1000@5909 => 1:300@5909, 2:400@5909, rest 300@5909; 4 S 300@5909 IOC => 3:300@5909 |
        M17 | 1 S 100@6000; 2 S 100@6001; 3 S 100@6002 | 4 B 300@6002 IOC => 1:100@6000, 2:100@6001, 3:100@6002; 5 S 80@6001 => rest 80@6001; 6 B 80@6001 IOC => 5:80@6001; 7 S 80@6003 => rest 80@6003; 8 B 80@6003 IOC => 7:80@6003 |
        M18 | 1 S 100@6005; 2 S 100@6000 | 3 B 100@6005 IOC => 2:100@6000; 4 B 100@5990 => rest 100@5990; 5 B 100@5995 => rest 100@5995; 6 B 100@5992 => rest 100@5992; 7 S 300@5990 IOC => 5:100@5995, 6:100@5992, 4:100@5990 | 1 S 100@6005
        M19 | 1 B 100@6000; 2 B 70@5999 | cancel 1 => cancelled, best bid 5999; 3 S 70@5999 IOC => 2:70@5999 |
        M21 | 1 S 50@6000; 2 S 100@6005 | 3 B 120@6002 => 1:50@6000, rest 70@6002; 4 S 70@6002 IOC => 3:70@6002 | 2 S 100@6005
        M22 | 1 S 200@6000 | 2 B 80@6000 IOC => 1:80@6000; 3 B 120@6000 IOC => 1:120@6000; 4 B 50@6000 IOC => drop 50 |
        M23 | 1 B 100@6000; 2 B 100@6000; 3 B 100@6000; 4 B 100@6000 | 5 S 150@6000 IOC => 1:100@6000, 2:50@6000; 6 S 150@6000 IOC => 2:50@6000, 3:100@6000 | 4 B 100@6000
        M24 | 1 B 100@6000 | 2 S 100@6000 => 1:100@6000; 1 S 100@6100 => rest 100@6100; 3 B 100@6100 IOC => 1:100@6100 |
        M26 | 1 B 100@6000 | cancel 1 => cancelled; cancel 1 => reject UnknownId; amend 1 B 50@6001 => reject UnknownId |
        M27 | 1 S 100@200000 | 2 B 100@200000 IOC => 1:100@200000 |
        M28 | | cancel 2000000 => reject UnknownId |
        M31 | 1 S 100@6000; 2 S 70@6001 | cancel 1 => cancelled, best ask 6001; 3 B 70@6001 IOC => 2:70@6001 |
        M32 | 1 B 100@6000 | cancel 1 => cancelled, best bid none; 2 B 80@5995 => rest 80@5995; 3 S 80@5995 IOC => 2:80@5995 |
        M33 | 1 B 100@6000; 2 B 100@6000 | amend 1 B 100@5999 => rest 100@5999; 3 S 100@6000 IOC => 2:100@6000 | 1 B 100@5999
        M34 | 1 S 100@6000; 2 B 100@5990 | amend 2 B 100@6005 => 1:100@6000; 3 B 100@6100 => rest 100@6100; 4 S 100@6110 => rest 100@6110; amend 4 S 100@6095 => 3:100@6100 |
        """;

    public static TheoryData<string> Cases => Read(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string line) => Play(line);

    [Fact]
    public void M29_five_thousand_fills_come_in_the_order_of_arrival()
    {
        var stage = new Stage { Thorough = false };
        for (var id = 1; id <= 5_000; id++)
        {
            stage.Do(new NewOrder(id, 0, Side.Sell, 6000, 1));
        }

        var (_, events) = stage.Do(new NewOrder(5_001, 0, Side.Buy, 6000, 5_000, OrderKind.Immediate));
        events.Length.ShouldBe(5_000);
        events.Select(one => one.Order).ShouldBe(Enumerable.Range(1, 5_000).Select(id => (long)id));
        events.ShouldAllBe(one => one.Kind == BookEventKind.Traded && one.Quantity == 1 && one.Price == 6000);
        stage.Book.Count.ShouldBe(0);
        stage.Compare();
    }

    [Theory]
    [InlineData("wrong answer | 1 B 100@6000 | 2 S 100@6000 => 1:100@5999 |")]
    [InlineData("wrong end | 1 B 100@6000 | 2 S 50@6000 => 1:50@6000 | 1 B 100@6000")]
    public void A_case_that_does_not_hold_fails(string line) =>
        Should.Throw<ShouldAssertException>(() => Play(line));

    /// <summary>The lines of a table.</summary>
    internal static TheoryData<string> Read(string table)
    {
        var cases = new TheoryData<string>();
        foreach (var line in table.Split('\n'))
        {
            cases.Add(line);
        }

        return cases;
    }

    /// <summary>Plays one line of a table.</summary>
    internal static void Play(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var stage = new Stage();
        foreach (var order in parts[1].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (result, events) = stage.Do(Script.Read(order));
            Script.Tell(result, events).ShouldStartWith("rest ");
        }

        foreach (var step in parts[2].Split(';', StringSplitOptions.TrimEntries))
        {
            var (command, expected) = step.Split("=>", StringSplitOptions.TrimEntries) is [var left, var right]
                ? (left, right)
                : throw new FormatException(step);
            var (result, events) = stage.Do(Script.Read(command));
            var told = Script.Tell(result, events);
            if (expected.Contains("best ", StringComparison.Ordinal))
            {
                var side = expected.Contains("bid", StringComparison.Ordinal) ? Side.Buy : Side.Sell;
                told += $", best {(side == Side.Buy ? "bid" : "ask")} {stage.Book.Best(side)?.ToString() ?? "none"}";
            }

            told.ShouldBe(expected, $"{parts[0]}: {command}");
        }

        stage.Book.Orders(Side.Buy).Concat(stage.Book.Orders(Side.Sell)).Select(Script.Tell)
            .ShouldBe(parts[3].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
