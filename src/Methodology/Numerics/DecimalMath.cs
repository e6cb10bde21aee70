namespace Tanheng.Methodology;

/// <summary>
/// Transcendental functions in decimal arithmetic, the same on every machine.
/// <para>
/// Precision, proved by tests against known values: <see cref="Ln"/> has an absolute error below 1e-26;
/// <see cref="Exp"/> and <see cref="Pow"/> a relative error below 1e-24 where the result lies between 1e-3 and 1e20
/// (below that a decimal itself holds fewer digits: the absolute error stays below 1e-27);
/// <see cref="Sqrt"/> a relative error below 1e-27. Whole powers are repeated multiplications: exact while 28 digits
/// suffice.
/// </para>
/// </summary>
public static class DecimalMath
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>e to the power of <paramref name="x"/>; 0 below −66.</summary>
    /// <exception cref="OverflowException">The result does not fit (x above about 66.5).</exception>
    public static decimal Exp(decimal x)
    {
        if (x < -66m)
        {
            return 0m;
        }

        if (x > 67m)
        {
            throw new OverflowException("The exponential does not fit a decimal.");
        }

        // x = k·ln 2 + r with |r| ≤ 0.35; then r is halved four times and the series squared back.
        var k = (int)decimal.Round(x / Ln2, 0, MidpointRounding.ToEven);
        var r = (x - (k * Ln2)) / 16m;
        var sum = 1m;
        var term = 1m;
        for (var n = 1; term != 0m && n < 40; n++)
        {
            term = term * r / n;
            sum += term;
        }

        for (var i = 0; i < 4; i++)
        {
            sum *= sum;
        }

        for (; k > 0; k--)
        {
            sum *= 2m;
        }

        for (; k < 0; k++)
        {
            sum /= 2m;
        }

        return sum;
    }

    /// <summary>The natural logarithm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is not above zero.</exception>
    public static decimal Ln(decimal x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);

        // x = m·2^k with m in [0.7, 1.4]; ln m = 2·artanh((m−1)/(m+1)).
        var k = 0;
        for (; x > 1.4m; k++)
        {
            x /= 2m;
        }

        for (; x < 0.7m; k--)
        {
            x *= 2m;
        }

        var y = (x - 1m) / (x + 1m);
        var square = y * y;
        var power = y;
        var sum = 0m;
        for (var n = 1; power != 0m && n < 90; n += 2)
        {
            sum += power / n;
            power *= square;
        }

        return (2m * sum) + (k * Ln2);
    }

    /// <summary>The square root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is below zero.</exception>
    public static decimal Sqrt(decimal x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        if (x == 0m)
        {
            return 0m;
        }

        var root = (decimal)Math.Sqrt((double)x);
        for (var i = 0; i < 3; i++)
        {
            root = (root + (x / root)) / 2m;
        }

        return root;
    }

    /// <summary>
    /// <paramref name="x"/> to the power of <paramref name="y"/>: whole powers by multiplication, others exp(y·ln x).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A broken power of a number that is not above zero.</exception>
    /// <exception cref="DivideByZeroException">A negative power of zero.</exception>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public static decimal Pow(decimal x, decimal y)
    {
        if (y == decimal.Truncate(y) && Math.Abs(y) <= 1_000m)
        {
            return y < 0m ? 1m / WholePower(x, (int)-y) : WholePower(x, (int)y);
        }

        return x == 0m && y > 0m ? 0m : Exp(y * Ln(x));
    }

    private static decimal WholePower(decimal x, int n)
    {
        var result = 1m;
        while (true)
        {
            if ((n & 1) == 1)
            {
                result *= x;
            }

            n >>= 1;
            if (n == 0)
            {
                return result;
            }

            x *= x;
        }
    }
}
