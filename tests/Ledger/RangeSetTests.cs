using FsCheck;
using FsCheck.Fluent;
using Tanheng.Quantities;

namespace Tanheng.Ledger.Tests;

public class RangeSetTests
{
    [Fact]
    public void Adding_removing_and_reading_is_what_a_set_of_serials_does()
    {
        var numbers = Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf(), ArbMap.Default.ArbFor<int[]>().Shrinker);
        Prop.ForAll(numbers, steps => Play(steps, serials: 120))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(800).WithEndSize(200));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Many_ranges_behave_like_few(int seed)
    {
        var random = new Random(seed);
        Play([.. Enumerable.Range(0, 4000).Select(_ => random.Next())], serials: 6000).ShouldBeGreaterThan(4);
    }

    /// <summary>Plays random steps on both; gives the most leaves there were.</summary>
    private static int Play(int[] steps, int serials)
    {
        var (set, model, most) = (new RangeSet(), new SortedSet<long>(), 0);
        for (var i = 0; i < steps.Length; i++)
        {
            var random = new Random(steps[i]);
            var some = Enumerable.Range(0, random.Next(1, serials / 20)).Select(_ => (long)random.Next(1, serials + 1));
            switch (random.Next(5))
            {
                case 0 or 1:
                    var coming = some.Where(serial => !model.Contains(serial)).ToArray();
                    set.Add(NaiveLedger.SetOf(coming));
                    model.UnionWith(coming);
                    break;
                case 2:
                    var leaving = some.Where(model.Contains).ToArray();
                    set.Remove(NaiveLedger.SetOf(leaving));
                    model.ExceptWith(leaving);
                    break;
                case 3 when model.Count > 0:
                    var count = random.Next(1, Math.Min(model.Count, serials / 10) + 1);
                    var lowest = set.Lowest(count);
                    lowest.ShouldBe(NaiveLedger.SetOf(model.Take(count)));
                    set.Remove(lowest);
                    model.ExceptWith(NaiveLedger.Each(lowest));
                    break;
                default:
                    Ask(set, model, random.Next(1, serials + 1), random.Next(1, 5));
                    break;
            }

            most = Math.Max(most, set.Leaves.Length);
            if (serials < 1000 || i % 50 == 0)
            {
                Healthy(set, model);
            }
        }

        return most;
    }

    private static void Ask(RangeSet set, SortedSet<long> model, long serial, int count)
    {
        set.Contains(new SerialRange(serial, count))
            .ShouldBe(Enumerable.Range(0, count).All(i => model.Contains(serial + i)));
        set.At(serial).IsEmpty.ShouldBe(!model.Contains(serial));
        var below = model.Where(other => other < serial).ToArray();
        long end = below.Length == 0 ? 1 : below[^1] + 1;
        while (below.Length > 0 && model.Contains(end))
        {
            end++;
        }

        set.EndBelow(serial).ShouldBe(end);
        set.From(serial).Next(out var next).ShouldBe(model.Any(other => other >= serial));
        next.IsEmpty.ShouldBe(!model.Any(other => other >= serial));
        if (!next.IsEmpty)
        {
            Math.Max(next.First, serial).ShouldBe(model.First(other => other >= serial));
        }
    }

    /// <summary>The same serials, joined, ascending; no empty leaf; every leaf's first known.</summary>
    private static void Healthy(RangeSet set, SortedSet<long> model)
    {
        set.ToSet().ShouldBe(NaiveLedger.SetOf(model));
        set.IsEmpty.ShouldBe(model.Count == 0);
        foreach (ref var leaf in set.Leaves)
        {
            leaf.Count.ShouldBeInRange(set.Leaves.Length == 1 ? 0 : 1, RangeLeaf.Capacity);
            leaf.First.ShouldBe(leaf.Count == 0 ? 0 : leaf.Ranges[0].First);
        }
    }

    [Fact]
    public void A_hundred_thousand_ranges_fill_their_leaves_when_they_arrive_in_order_and_leave_none_behind()
    {
        var set = new RangeSet();
        for (var i = 0; i < 100_000; i++)
        {
            set.Add(new SerialRange((2 * i) + 1, 1));
        }

        set.RangeCount.ShouldBe(100_000);
        set.Leaves.Length.ShouldBe(782); // 100,000 / 128, rounded up
        var all = set.Lowest(100_000);
        all.Ranges.Length.ShouldBe(100_000);
        set.Remove(all);
        set.IsEmpty.ShouldBeTrue();
        set.Leaves.Length.ShouldBe(1);
    }

    [Fact]
    public void Serials_that_are_there_are_not_added_and_those_that_are_not_are_not_removed()
    {
        var set = new RangeSet();
        set.Add(SerialSet.Parse("1-10,21-30,41-50,61-70,81-90"));
        foreach (var wrong in new[] { "10-11", "5-6", "11-21", "1-10", "15-25", "11-11,13-13,15-15,20-21" })
        {
            Should.Throw<InvalidOperationException>(() => Copy(set).Add(SerialSet.Parse(wrong)), wrong);
        }

        foreach (var wrong in new[] { "11-11", "10-11", "1-30", "20-21", "91-91" })
        {
            Should.Throw<InvalidOperationException>(() => Copy(set).Remove(SerialSet.Parse(wrong)), wrong);
        }
    }

    private static RangeSet Copy(RangeSet set)
    {
        var copy = new RangeSet();
        copy.Add(set.ToSet());
        return copy;
    }
}
