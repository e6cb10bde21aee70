using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Tanheng.Methodology.Tests;

/// <summary>Known values: e, ln 2, ln 10 and the like are published constants, here to 28 digits.</summary>
public class DecimalMathTests
{
    [Theory]
    [InlineData("0", "1")]
    [InlineData("1", "2.7182818284590452353602874714")]
    [InlineData("-1", "0.3678794411714423215955237702")]
    [InlineData("0.5", "1.6487212707001281468486507878")]
    [InlineData("2", "7.3890560989306502272304274606")]
    [InlineData("10", "22026.465794806716516957900645")]
    [InlineData("-5", "0.0067379469990854670966360485")]
    [InlineData("20", "485165195.40979027796910683054")]
    public void Exp_of_known_values(string x, string expected) => Close(DecimalMath.Exp(D(x)), D(expected), 1e-24m);

    [Theory]
    [InlineData("1", "0")]
    [InlineData("2", "0.6931471805599453094172321215")]
    [InlineData("10", "2.3025850929940456840179914547")]
    [InlineData("0.5", "-0.6931471805599453094172321215")]
    [InlineData("2.7182818284590452353602874714", "1")]
    [InlineData("1.015", "0.0148886124937506548354097450")]
    [InlineData("1000000", "13.815510557964274104107948728")]
    public void Ln_of_known_values(string x, string expected) =>
        Math.Abs(DecimalMath.Ln(D(x)) - D(expected)).ShouldBeLessThan(1e-26m);

    [Theory]
    [InlineData("2", "0.5", "1.4142135623730950488016887242")]
    [InlineData("10", "0.3010299956639811952137388947", "2")]
    [InlineData("4", "-0.5", "0.5")]
    [InlineData("1.015", "4", "1.061363550625")]
    [InlineData("1.015", "2", "1.030225")]
    [InlineData("2", "-2", "0.25")]
    [InlineData("0", "0.5", "0")]
    public void Pow_of_known_values(string x, string y, string expected) =>
        Close(DecimalMath.Pow(D(x), D(y)), D(expected), 1e-24m);

    [Theory]
    [InlineData("2", "1.4142135623730950488016887242")]
    [InlineData("0", "0")]
    [InlineData("0.0001", "0.01")]
    [InlineData("152399025", "12345")]
    public void Sqrt_of_known_values(string x, string expected) => Close(DecimalMath.Sqrt(D(x)), D(expected), 1e-27m);

    [Fact]
    public void The_load_factor_power_raised_to_the_fifth_gives_the_whole_power() =>
        // 1.015^(16 − 20 × 0.71) = 1.015^1.8; its fifth power is 1.015^9, which is exact in 27 decimals.
        Close(DecimalMath.Pow(DecimalMath.Pow(1.015m, 1.8m), 5m), 1.143389975394236541958984375m, 1e-24m);

    [Fact]
    public void Exp_and_ln_undo_each_other() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, int.MaxValue).ToArbitrary(),
        n =>
        {
            var x = n / 10_000m;
            return Math.Abs((DecimalMath.Exp(DecimalMath.Ln(x)) / x) - 1m) < 1e-23m;
        }));

    [Fact]
    public void Powers_of_one_base_multiply() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 100_000).ToArbitrary(),
        Gen.Choose(-3_000, 3_000).ToArbitrary(),
        Gen.Choose(-3_000, 3_000).ToArbitrary(),
        (n, p, q) =>
        {
            var (x, a, b) = (n / 50_000m, p / 1_000m, q / 1_000m);
            var together = DecimalMath.Pow(x, a + b);
            var apart = DecimalMath.Pow(x, a) * DecimalMath.Pow(x, b);
            return together < 1e-3m || apart < 1e-3m || Math.Min(DecimalMath.Pow(x, a), DecimalMath.Pow(x, b)) < 1e-3m
                || Math.Abs((apart / together) - 1m) < 1e-23m;
        }));

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<OverflowException>(() => DecimalMath.Exp(70m));
        Should.Throw<ArgumentOutOfRangeException>(() => DecimalMath.Ln(0m));
        Should.Throw<ArgumentOutOfRangeException>(() => DecimalMath.Sqrt(-1m));
        Should.Throw<ArgumentOutOfRangeException>(() => DecimalMath.Pow(-1m, 0.5m));
        Should.Throw<DivideByZeroException>(() => DecimalMath.Pow(0m, -1m));
        DecimalMath.Exp(-100m).ShouldBe(0m);
    }

    private static void Close(decimal actual, decimal expected, decimal relative) =>
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(Math.Max(Math.Abs(expected) * relative, 1e-27m));

    private static decimal D(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
