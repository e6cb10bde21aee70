using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>
/// A compliance period 履约周期: one emission year or several settled together. Text form: <c>2021</c> or <c>2019-2020</c>.
/// Also the name of a vintage. Years 1990 to 2199; the default value is "no period" (<c>0</c>).
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<CompliancePeriod>))]
public readonly record struct CompliancePeriod : IParsable<CompliancePeriod>, IComparable<CompliancePeriod>
{
    /// <summary>The years from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year outside 1990–2199 or the wrong order.</exception>
    public CompliancePeriod(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1990);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, 2199);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>One year.</summary>
    public CompliancePeriod(int year)
        : this(year, year)
    {
    }

    /// <summary>The first year.</summary>
    public int First { get; }

    /// <summary>The last year.</summary>
    public int Last { get; }

    /// <summary>True when the year is one of the period's.</summary>
    public bool Contains(int year) => First <= year && year <= Last;

    /// <summary>Ordered by first, then last year.</summary>
    public int CompareTo(CompliancePeriod other) =>
        First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last);

    /// <summary>Earlier.</summary>
    public static bool operator <(CompliancePeriod left, CompliancePeriod right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(CompliancePeriod left, CompliancePeriod right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(CompliancePeriod left, CompliancePeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(CompliancePeriod left, CompliancePeriod right) => left.CompareTo(right) >= 0;

    /// <summary>Parses <c>2021</c> or <c>2019-2020</c>.</summary>
    public static CompliancePeriod Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException("A period reads like 2021 or 2019-2020.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CompliancePeriod result)
    {
        result = default;
        if (s is "0")
        {
            return true;
        }

        if (s is null || s.Length is not (4 or 9) || (s.Length == 9 && s[4] != '-')
            || !Year(s.AsSpan(0, 4), out var first) || !Year(s.AsSpan(s.Length - 4), out var last)
            || first < 1990 || last > 2199 || last < first)
        {
            return false;
        }

        result = new CompliancePeriod(first, last);
        return true;

        static bool Year(ReadOnlySpan<char> text, out int year) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year);
    }

    /// <inheritdoc />
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
