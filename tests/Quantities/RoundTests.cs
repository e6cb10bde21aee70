using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Tanheng.Quantities.Tests;

public sealed class RoundTests
{
    private static readonly Rounding[] Modes = Enum.GetValues<Rounding>();

    [Theory]
    [InlineData(7, 2, Rounding.Floor, 3)]
    [InlineData(7, 2, Rounding.Ceiling, 4)]
    [InlineData(7, 2, Rounding.HalfUp, 4)]
    [InlineData(7, 2, Rounding.HalfEven, 4)]
    [InlineData(5, 2, Rounding.HalfEven, 2)]
    [InlineData(7, 2, Rounding.Truncate, 3)]
    [InlineData(-7, 2, Rounding.Floor, -4)]
    [InlineData(-7, 2, Rounding.Ceiling, -3)]
    [InlineData(-7, 2, Rounding.HalfUp, -4)]
    [InlineData(-5, 2, Rounding.HalfEven, -2)]
    [InlineData(-7, 2, Rounding.Truncate, -3)]
    [InlineData(7, -2, Rounding.Floor, -4)]
    [InlineData(-7, -2, Rounding.Ceiling, 4)]
    [InlineData(-1, 3, Rounding.HalfUp, 0)]
    [InlineData(0, -5, Rounding.Ceiling, 0)]
    public void A_division_ends_as_its_rounding_says(long a, long divisor, Rounding rounding, long expected) =>
        Round.Divide(a, divisor, rounding).ShouldBe(expected);

    [Fact]
    public void Multiply_divide_agrees_with_integers_of_any_size()
    {
        // Numbers of all magnitudes, halves and the ends of the range: uniform longs would rarely meet any of them.
        var number = Gen.OneOf(
            Gen.Choose(-20, 20).Select(small => (long)small),
            Gen.Elements(long.MinValue, long.MinValue + 1, long.MaxValue, 1L << 32, -(1L << 32), 100L, 10_000L),
            ArbMap.Default.ArbFor<long>().Generator);
        var numbers = Gen.Three(number).Where(three => three.Item3 != 0);
        Prop.ForAll(
            Arb.From(numbers),
            three => Modes.All(mode => Agrees(three.Item1, three.Item2, three.Item3, mode)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Fact]
    public void A_share_of_a_quantity_is_rounded_once_and_exactly()
    {
        // Shares of up to nine digits and sixteen decimals are counted in 64 bits, others in as many as it takes.
        var share = Gen.Elements(
                0m, 5m, 70m, 97.5m, 100m, -3m, 33.333333333333333333333333333m, 0.0000000001m, 0.03m, -0.03m,
                2_147_483_647m, 2_147_483_648m, 0.0000002147483647m, 0.0000000000000001m, 0.00000000000000001m)
            .Select(value => new Percent(value));
        var whole = Gen.OneOf(Gen.Choose(-1_000, 1_000).Select(small => (long)small), Gen.Elements(
            long.MaxValue, long.MinValue, 1_908_126_718L, 299_999_999_999_999_999L));
        Prop.ForAll(
            Arb.From(share),
            Arb.From(whole),
            (part, of) => Modes.All(mode => Same(
                () => part.Of(new Tonnes(of), mode).Value,
                () => Naive(Scaled(part.Value), of, BigInteger.Pow(10, 27 + 2), mode))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void A_third_of_a_huge_quantity_is_not_lifted_by_the_width_of_a_decimal()
    {
        // 3e17 - 1 tonnes at 33.333333333333333333333333333 %: the exact product ends in ...,999.666..., below the
        // third.
        var third = Percent.Parse("33.333333333333333333333333333 %");
        third.Of(new Tonnes(299_999_999_999_999_999), Rounding.Floor).ShouldBe(new Tonnes(99_999_999_999_999_999));
        third.Of(new Tonnes(300_000_000_000_000_000), Rounding.Floor).ShouldBe(new Tonnes(99_999_999_999_999_999));
        third.Of(new Tonnes(300_000_000_000_000_000), Rounding.HalfUp).ShouldBe(new Tonnes(100_000_000_000_000_000));
    }

    [Fact]
    public void A_result_beyond_64_bits_is_refused() =>
        Should.Throw<OverflowException>(() => Round.MultiplyDivide(long.MaxValue, 3, 2, Rounding.Floor));

    [Fact]
    public void Division_by_zero_is_refused() =>
        Should.Throw<DivideByZeroException>(() => Round.Divide(1, 0, Rounding.Floor));

    [Theory]
    [InlineData("2.345", 2, Rounding.HalfUp, "2.35")]
    [InlineData("2.345", 2, Rounding.HalfEven, "2.34")]
    [InlineData("-2.341", 2, Rounding.Floor, "-2.35")]
    [InlineData("-2.349", 2, Rounding.Ceiling, "-2.34")]
    [InlineData("-2.349", 2, Rounding.Truncate, "-2.34")]
    public void A_decimal_is_rounded_as_named(string value, int digits, Rounding rounding, string expected) =>
        Round.To(decimal.Parse(value, null), digits, rounding).ShouldBe(decimal.Parse(expected, null));

    /// <summary>The value times 10²⁷, by moving the point of its text.</summary>
    private static BigInteger Scaled(decimal value) => BigInteger.Parse(
        value.ToString("0.000000000000000000000000000", CultureInfo.InvariantCulture).Replace(".", ""),
        CultureInfo.InvariantCulture);

    private static bool Agrees(long a, long b, long divisor, Rounding mode) => Same(
        () => Round.MultiplyDivide(a, b, divisor, mode), () => Naive(a, b, divisor, mode));

    private static bool Same(Func<long> tested, Func<BigInteger> naive)
    {
        var expected = naive();
        if (expected < long.MinValue || expected > long.MaxValue)
        {
            return Record.Exception(() => tested()) is OverflowException;
        }

        return tested() == expected;
    }

    /// <summary>By the definition of each rounding, from the floor of the quotient and twice what is left.</summary>
    private static BigInteger Naive(BigInteger a, BigInteger b, BigInteger divisor, Rounding mode)
    {
        var (product, size) = divisor.Sign < 0 ? (-a * b, -divisor) : (a * b, divisor);
        var left = ((product % size) + size) % size;
        var floor = (product - left) / size;
        var up = left.IsZero ? floor : floor + 1;
        var half = (left * 2).CompareTo(size);
        return mode switch
        {
            Rounding.Floor => floor,
            Rounding.Ceiling => up,
            Rounding.Truncate => product.Sign < 0 ? up : floor,
            Rounding.HalfUp => half == 0 ? (product.Sign < 0 ? floor : up) : half < 0 ? floor : up,
            _ => half == 0 ? (floor.IsEven ? floor : up) : half < 0 ? floor : up,
        };
    }
}
