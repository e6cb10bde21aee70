using Tanheng.Engine.Markets;

namespace Tanheng.Scenarios.Tests;

/// <summary>Figures of a day, taken apart into trades and added up again.</summary>
public sealed class TradeSplitTests
{
    private const long Most = 99_999;
    private const long Least = 100_000;

    /// <summary>Days made of random trades can always be made again.</summary>
    [Fact]
    public void Listed_trades_come_to_the_figures_of_any_day_of_trades()
    {
        var random = new Random(20210716);
        for (var n = 0; n < 20_000; n++)
        {
            var low = random.NextInt64(1, 7_000);
            var width = random.NextInt64(0, n % 3 == 0 ? 3 : 700);
            var size = n % 2 == 0 ? 4 : 60_000;
            var made = Enumerable.Range(0, random.Next(1, 9))
                .Select(_ => new Lot(low + random.NextInt64(0, width + 1), random.NextInt64(1, size))).ToList();
            var day = Day.Of(made);
            var lots = Split(day).ShouldNotBeNull(day.ToString());
            Day.Of(lots).ShouldBe(day);
            lots.ShouldAllBe(lot => lot.Quantity > 0 && lot.Quantity <= Most);
        }
    }

    /// <summary>
    /// Small figures, every combination: there are trades exactly when somebody who tries all finds some.
    /// </summary>
    [Fact]
    public void Listed_trades_are_found_exactly_when_there_are_any()
    {
        for (var volume = 1L; volume <= 4; volume++)
        {
            var possible = Days(volume, 10, 13);
            foreach (var (open, high, low) in
                from open in Range(9, 14) from high in Range(9, 14) from low in Range(9, 14) select (open, high, low))
            {
                for (var amount = volume * 9; amount <= volume * 14; amount++)
                {
                    var day = new Day(open, high, low, volume, amount);
                    var inside = Math.Min(low, open) >= 10 && Math.Max(high, open) <= 13;
                    (Split(day) is not null && inside).ShouldBe(possible.Contains(day), day.ToString());
                }
            }
        }
    }

    [Fact]
    public void One_price_above_the_size_of_an_order_becomes_several_orders() =>
        TradeSplit.Listed(6_000, 6_000, 6_000, 111_000, 666_000_000, Most)
            .ShouldBe([new Lot(6_000, 99_999), new Lot(6_000, 11_001)]);

    [Fact]
    public void Blocks_come_to_the_figures_of_any_two_blocks()
    {
        var random = new Random(20230721);
        for (var n = 0; n < 5_000; n++)
        {
            var low = random.NextInt64(4_200, 7_700);
            Lot[] made =
            [
                new(low, Least + random.NextInt64(0, n % 2 == 0 ? 5 : 400_000)),
                new(low + random.NextInt64(1, 30), Least + random.NextInt64(0, n % 3 == 0 ? 5 : 400_000)),
            ];
            Check(made.Sum(lot => lot.Quantity), made.Sum(lot => lot.Price * lot.Quantity));
        }
    }

    [Fact]
    public void Blocks_come_to_any_amount_when_the_volume_leaves_room()
    {
        var random = new Random(20230726);
        for (var n = 0; n < 2_000; n++)
        {
            var volume = random.NextInt64(301_000, 3_000_000);
            Check(volume, random.NextInt64(volume * 4_300, volume * 7_700));
        }
    }

    [Theory]
    [InlineData(99_999, 99_999 * 60_00L)]
    [InlineData(100_000, (100_000 * 60_00L) + 1)]
    [InlineData(199_999, (199_999 * 60_00L) + 1)]
    [InlineData(200_000, (200_000 * 60_00L) + 1)]
    [InlineData(100_000, 100_000 * 78_01L)]
    [InlineData(0, 0)]
    public void What_no_blocks_come_to_is_not_made(long volume, long amount) =>
        TradeSplit.Blocks(volume, amount, Least, 42_00, 78_00).ShouldBeNull();

    [Fact]
    public void The_blocks_of_21_July_2023_are_two_prices_a_fen_below_and_above_the_average() =>
        TradeSplit.Blocks(318_516, 1_844_876_800, Least, 42_70, 79_30)
            .ShouldBe([new Lot(57_91, 143_194), new Lot(57_93, 175_322)]);

    private static void Check(long volume, long amount)
    {
        var lots = TradeSplit.Blocks(volume, amount, Least, 42_00, 78_00).ShouldNotBeNull($"{volume} t, {amount}");
        (lots.Sum(lot => lot.Quantity), lots.Sum(lot => lot.Price * lot.Quantity)).ShouldBe((volume, amount));
        lots.Count.ShouldBeLessThanOrEqualTo(3);
        lots.ShouldAllBe(lot => lot.Quantity >= Least && lot.Price >= 42_00 && lot.Price <= 78_00);
    }

    private static IReadOnlyList<Lot>? Split(Day day) =>
        TradeSplit.Listed(day.Open, day.High, day.Low, day.Volume, day.Amount, Most);

    private static IEnumerable<long> Range(long from, long to) =>
        Enumerable.Range((int)from, (int)(to - from + 1)).Select(one => (long)one);

    /// <summary>Every day of so many trades of a tonne.</summary>
    private static HashSet<Day> Days(long volume, long lowest, long highest)
    {
        IEnumerable<Lot[]> all = [[]];
        for (var i = 0; i < volume; i++)
        {
            all = all.SelectMany(lots => Range(lowest, highest).Select(price => (Lot[])[.. lots, new Lot(price, 1)]));
        }

        return [.. all.Select(Day.Of)];
    }

    private sealed record Day(long Open, long High, long Low, long Volume, long Amount)
    {
        public static Day Of(IReadOnlyList<Lot> lots) => new(
            lots[0].Price,
            lots.Max(lot => lot.Price),
            lots.Min(lot => lot.Price),
            lots.Sum(lot => lot.Quantity),
            lots.Sum(lot => lot.Price * lot.Quantity));
    }
}
