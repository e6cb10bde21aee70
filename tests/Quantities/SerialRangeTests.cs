using FsCheck;
using FsCheck.Fluent;

namespace Tanheng.Quantities.Tests;

public sealed class SerialRangeTests
{
    [Fact]
    public void A_split_takes_the_lowest_serials_and_loses_none() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(1, 50).Two()),
            Arb.From(Gen.Choose(0, 50)),
            (shape, wish) =>
            {
                var whole = new SerialRange(shape.Item1, shape.Item2);
                var count = Math.Min(wish, shape.Item2);
                var (taken, left) = whole.Split(count);
                Serials(taken).ShouldBe(Serials(whole).Take(count));
                Serials(left).ShouldBe(Serials(whole).Skip(count));
                taken.Overlaps(left).ShouldBeFalse();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Overlap_is_a_serial_in_common() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(1, 12).Four()),
            shape =>
            {
                var left = new SerialRange(shape.Item1, shape.Item2);
                var right = new SerialRange(shape.Item3, shape.Item4);
                left.Overlaps(right).ShouldBe(Serials(left).Intersect(Serials(right)).Any());
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void A_split_beyond_the_range_is_refused(long count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SerialRange(5, 10).Split(count));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-5, 3)]
    public void A_range_without_serials_is_refused(long first, long count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SerialRange(first, count));

    [Fact]
    public void A_last_serial_beyond_64_bits_is_refused() =>
        Should.Throw<OverflowException>(() => new SerialRange(long.MaxValue - 1, 3));

    [Fact]
    public void The_empty_range_overlaps_nothing()
    {
        SerialRange empty = default;
        empty.IsEmpty.ShouldBeTrue();
        empty.Overlaps(new SerialRange(1, 10)).ShouldBeFalse();
        new SerialRange(1, 10).Overlaps(empty).ShouldBeFalse();
        empty.ToString().ShouldBe("none");
    }

    private static IEnumerable<long> Serials(SerialRange range) =>
        Enumerable.Range(0, (int)range.Count).Select(i => range.First + i);
}
