using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>An exact share, kept as the decimal that stands before the percent sign. Text form: <c>5 %</c>.</summary>
[JsonConverter(typeof(TextValueJsonConverter<Percent>))]
public readonly record struct Percent(decimal Value) : IParsable<Percent>, IComparable<Percent>
{
    /// <summary>Powers of ten, as far as they fit.</summary>
    private static readonly long[] Tens = [.. Enumerable.Range(0, 19).Select(n => (long)BigInteger.Pow(10, n))];

    /// <summary>The whole.</summary>
    public static Percent Hundred => new(100m);

    /// <summary>The share as a fraction: 5 % is 0.05.</summary>
    public decimal Fraction => Value / 100m;

    /// <summary>This share of a quantity; the rounding is the caller's to name.</summary>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Tonnes Of(Tonnes whole, Rounding rounding) => new(Part(whole.Value, rounding));

    /// <summary>This share of an amount, in minor units.</summary>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Money Of(Money whole, Rounding rounding) =>
        whole with { Minor = Part(whole.Minor, rounding) };

    /// <summary>This share of a whole of any size.</summary>
    public BigInteger Of(BigInteger whole, Rounding rounding) =>
        Round.Divide(whole * Size, BigInteger.Pow(10, Value.Scale + 2), rounding);

    /// <inheritdoc />
    public int CompareTo(Percent other) => Value.CompareTo(other.Value);

    /// <summary>Less than.</summary>
    public static bool operator <(Percent left, Percent right) => left.Value < right.Value;

    /// <summary>Greater than.</summary>
    public static bool operator >(Percent left, Percent right) => left.Value > right.Value;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Percent left, Percent right) => left.Value <= right.Value;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Percent left, Percent right) => left.Value >= right.Value;

    /// <summary>Parses <c>5 %</c> or <c>5%</c>.</summary>
    public static Percent Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("A share reads like 5 %.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Percent result)
    {
        result = default;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var number = s is not null && s.EndsWith('%') ? s.AsSpan(0, s.Length - 1).TrimEnd(' ') : default;
        if (!decimal.TryParse(number, style, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        result = new Percent(value);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() =>
        Value.ToString("0.############################", CultureInfo.InvariantCulture) + " %";

    /// <summary>
    /// The exact product, rounded once: decimal arithmetic would round before the named rounding does.
    /// </summary>
    private long Part(long whole, Rounding rounding)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(Value, bits);
        if (bits[1] == 0 && bits[2] == 0 && bits[0] >= 0 && Value.Scale + 2 < Tens.Length)
        {
            var part = decimal.IsNegative(Value) ? -bits[0] : bits[0];
            return Round.MultiplyDivide(whole, part, Tens[Value.Scale + 2], rounding);
        }

        return (long)Of((BigInteger)whole, rounding);
    }

    /// <summary>The decimal without its point.</summary>
    private BigInteger Size
    {
        get
        {
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(Value, bits);
            return new BigInteger(new decimal(bits[0], bits[1], bits[2], decimal.IsNegative(Value), 0));
        }
    }
}
