using System.Diagnostics.CodeAnalysis;

namespace Tanheng.Methodology;

/// <summary>
/// A unit of measure: products and quotients of the units an emissions report uses (<c>GJ/t</c>, <c>tCO2/MWh</c>,
/// <c>GJ/10⁴Nm³</c>, <c>person·km</c>, <c>%</c>, <c>1</c>). Conversions are exact fractions. Two units are equal
/// when they measure the same thing at the same scale, however they are spelled.
/// </summary>
public sealed class Unit : IEquatable<Unit>
{
    internal Unit(string symbol, Rational scale, Dimension dimension)
    {
        Symbol = symbol;
        Scale = scale;
        Dimension = dimension;
    }

    /// <summary>The plain number.</summary>
    public static Unit One { get; } = new("1", Rational.One, Dimension.None);

    /// <summary>As it is written.</summary>
    public string Symbol { get; }

    internal Rational Scale { get; }

    internal Dimension Dimension { get; }

    /// <summary>Reads a unit such as <c>GJ/t</c>; false when a name in it is unknown or it does not parse.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Unit? unit) => UnitParser.TryParse(text, out unit);

    /// <summary>True when both measure the same thing, so that one converts into the other.</summary>
    public bool Measures(Unit other) => Dimension.Equals(other.Dimension);

    /// <summary>
    /// A value of this unit in another: exact where the ratio is a finite decimal, else to 28 digits.
    /// </summary>
    /// <exception cref="ArgumentException">The units do not measure the same thing.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal.</exception>
    public decimal Convert(decimal value, Unit to) => Measures(to)
        ? (Scale / to.Scale).AsFactor()(value)
        : throw new ArgumentException($"{Symbol} does not convert to {to.Symbol}.", nameof(to));

    /// <inheritdoc />
    public bool Equals(Unit? other) => other is not null && Scale == other.Scale && Dimension.Equals(other.Dimension);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Scale, Dimension);

    /// <inheritdoc />
    public override string ToString() => Symbol;

    internal static Unit Product(Unit left, Unit right) =>
        Derived(left.Scale * right.Scale, left.Dimension * right.Dimension);

    internal static Unit Quotient(Unit left, Unit right) =>
        Derived(left.Scale / right.Scale, left.Dimension / right.Dimension);

    internal Unit Power(int exponent) => Derived(Scale.Power(exponent), Dimension.Power(exponent));

    /// <summary>
    /// A unit that came out of a calculation; its name is made of base units, with the scale in front.
    /// </summary>
    internal static Unit Derived(Rational scale, Dimension dimension) => scale.IsOne
        ? dimension.IsNone ? One : new Unit(dimension.ToString(), scale, dimension)
        : new Unit(
            $"{scale.Numerator}{(scale.Denominator.IsOne ? "" : "/" + scale.Denominator)} {dimension}",
            scale,
            dimension);
}
