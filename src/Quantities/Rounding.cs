using System.Numerics;

namespace Tanheng.Quantities;

/// <summary>How a division ends. Every division in the system names one.</summary>
public enum Rounding
{
    /// <summary>Towards minus infinity (向下取整).</summary>
    Floor,

    /// <summary>Towards plus infinity (向上取整).</summary>
    Ceiling,

    /// <summary>To the nearest, a half away from zero (四舍五入).</summary>
    HalfUp,

    /// <summary>To the nearest, a half to the even neighbour (四舍六入五成双).</summary>
    HalfEven,

    /// <summary>Towards zero (截断).</summary>
    Truncate,
}

/// <summary>Exact division and rounding.</summary>
public static class Round
{
    /// <summary>
    /// <paramref name="a"/> × <paramref name="b"/> / <paramref name="divisor"/> without intermediate overflow.
    /// </summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The result does not fit 64 bits.</exception>
    public static long MultiplyDivide(long a, long b, long divisor, Rounding rounding)
    {
        var product = (Int128)a * b;
        var quotient = product / divisor;
        var remainder = product - (quotient * divisor);
        if (remainder == 0)
        {
            return (long)quotient;
        }

        var negative = Int128.IsNegative(remainder) != (divisor < 0);
        var compared = (Int128.Abs(remainder) * 2).CompareTo(Int128.Abs((Int128)divisor));
        var away = Away(rounding, negative, compared, Int128.IsEvenInteger(quotient));
        return (long)(away ? quotient + (negative ? -1 : 1) : quotient);
    }

    /// <summary>Exact division of integers of any size, rounded; the divisor is positive.</summary>
    internal static BigInteger Divide(BigInteger a, BigInteger divisor, Rounding rounding)
    {
        var quotient = BigInteger.DivRem(a, divisor, out var remainder);
        if (remainder.IsZero)
        {
            return quotient;
        }

        var compared = BigInteger.Compare(BigInteger.Abs(remainder) * 2, divisor);
        return Away(rounding, remainder.Sign < 0, compared, quotient.IsEven) ? quotient + remainder.Sign : quotient;
    }

    /// <summary>Whether what is left of a division moves the truncated quotient one further from zero.</summary>
    private static bool Away(Rounding rounding, bool negative, int comparedToHalf, bool even) => rounding switch
    {
        Rounding.Floor => negative,
        Rounding.Ceiling => !negative,
        Rounding.Truncate => false,
        Rounding.HalfUp => comparedToHalf >= 0,
        Rounding.HalfEven => comparedToHalf > 0 || (comparedToHalf == 0 && !even),
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    };

    /// <summary><paramref name="a"/> / <paramref name="divisor"/>, rounded.</summary>
    public static long Divide(long a, long divisor, Rounding rounding) => MultiplyDivide(a, 1, divisor, rounding);

    /// <summary>Rounds a decimal to <paramref name="digits"/> places (0 to 28).</summary>
    public static decimal To(decimal value, int digits, Rounding rounding)
    {
        var mode = rounding switch
        {
            Rounding.Floor => MidpointRounding.ToNegativeInfinity,
            Rounding.Ceiling => MidpointRounding.ToPositiveInfinity,
            Rounding.Truncate => MidpointRounding.ToZero,
            Rounding.HalfUp => MidpointRounding.AwayFromZero,
            Rounding.HalfEven => MidpointRounding.ToEven,
            _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
        };
        return decimal.Round(value, digits, mode);
    }
}
