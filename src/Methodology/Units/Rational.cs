using System.Numerics;

namespace Tanheng.Methodology;

/// <summary>An exact fraction in lowest terms with a positive denominator: the ratio of two units.</summary>
internal readonly record struct Rational
{
    private readonly BigInteger denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / common;
        this.denominator = denominator / common;
    }

    public static Rational One => new(1, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public bool IsOne => Numerator.IsOne && Denominator.IsOne;

    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>This fraction to a whole power, negative too.</summary>
    public Rational Power(int exponent) => exponent >= 0
        ? new(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent))
        : new(BigInteger.Pow(Denominator, -exponent), BigInteger.Pow(Numerator, -exponent));

    /// <summary>
    /// The multiplication by this fraction: one exact multiplication where the fraction is a finite decimal,
    /// else a multiplication followed by a division (28 digits).
    /// </summary>
    public Func<decimal, decimal> AsFactor()
    {
        var top = (decimal)Numerator;
        var bottom = (decimal)Denominator;
        var factor = top / bottom;
        return factor * bottom == top ? value => value * factor : value => value * top / bottom;
    }
}
