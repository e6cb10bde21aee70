using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>
/// Consecutive serial numbers of one unit type, one per tonne. Serials start at 1; the default value is the empty
/// range. Text form: <c>1001-2000</c> (both ends included), <c>none</c> when empty.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<SerialRange>))]
public readonly record struct SerialRange : IParsable<SerialRange>, IComparable<SerialRange>
{
    /// <summary>The range of <paramref name="count"/> serials from <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A serial below 1, or a count below 1.</exception>
    /// <exception cref="OverflowException">The last serial does not fit 64 bits.</exception>
    public SerialRange(long first, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _ = first + count;
        First = first;
        Count = count;
    }

    /// <summary>The lowest serial; 0 when empty.</summary>
    public long First { get; }

    /// <summary>How many.</summary>
    public long Count { get; }

    /// <summary>The highest serial; −1 when empty.</summary>
    public long Last => First + Count - 1;

    /// <summary>The serial after the last.</summary>
    public long End => First + Count;

    /// <summary>True when there is no serial in it.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>True when both have a serial in common.</summary>
    public bool Overlaps(SerialRange other) => First < other.End && other.First < End && !IsEmpty && !other.IsEmpty;

    /// <summary>The lowest <paramref name="count"/> serials and the rest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 0 or more than there are.</exception>
    public (SerialRange Taken, SerialRange Left) Split(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return count == 0 ? (default, this)
            : count == Count ? (this, default)
            : (new SerialRange(First, count), new SerialRange(First + count, Count - count));
    }

    /// <inheritdoc />
    public int CompareTo(SerialRange other) =>
        First != other.First ? First.CompareTo(other.First) : Count.CompareTo(other.Count);

    /// <summary>Less than.</summary>
    public static bool operator <(SerialRange left, SerialRange right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(SerialRange left, SerialRange right) => left.CompareTo(right) > 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(SerialRange left, SerialRange right) => left.CompareTo(right) <= 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(SerialRange left, SerialRange right) => left.CompareTo(right) >= 0;

    /// <summary>Parses <c>1001-2000</c>.</summary>
    public static SerialRange Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("Serials read like 1001-2000.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SerialRange result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        var dash = s.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            return s == "none";
        }

        var culture = CultureInfo.InvariantCulture;
        if (!long.TryParse(s.AsSpan(0, dash), NumberStyles.None, culture, out var first)
            || !long.TryParse(s.AsSpan(dash + 1), NumberStyles.None, culture, out var last)
            || first < 1 || last < first || last == long.MaxValue)
        {
            return false;
        }

        result = new SerialRange(first, last - first + 1);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => IsEmpty
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
