using System.Globalization;

namespace Tanheng.Quantities;

/// <summary>The plain decimal text of minor units, both ways, exactly.</summary>
internal static class DecimalText
{
    /// <summary>
    /// Reads <c>-12.34</c> into minor units; refuses more digits than the currency has, signs elsewhere, blanks.
    /// </summary>
    public static bool TryMinor(ReadOnlySpan<char> text, int digits, out long minor)
    {
        minor = 0;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var value) || value.Scale > digits)
        {
            return false;
        }

        var perUnit = digits == 0 ? 1m : 100m;
        if (value > long.MaxValue / perUnit || value < long.MinValue / perUnit)
        {
            return false;
        }

        minor = (long)(value * perUnit);
        return true;
    }

    /// <summary>Writes minor units with exactly the currency's digits.</summary>
    public static string FromMinor(long minor, int digits) => digits == 0
        ? minor.ToString(CultureInfo.InvariantCulture)
        : (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
