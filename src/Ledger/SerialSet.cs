using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Disjoint serial ranges in ascending order, neighbours joined. Immutable, compared by content.
/// Text form: <c>1-100,201-250</c>; empty text is the empty set.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<SerialSet>))]
public readonly struct SerialSet : IEquatable<SerialSet>, IParsable<SerialSet>
{
    private readonly SerialRange[]? ranges;

    private SerialSet(SerialRange[] ranges) => this.ranges = ranges;

    /// <summary>The ranges, ascending.</summary>
    public ReadOnlySpan<SerialRange> Ranges => ranges;

    /// <summary>How many serials.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach (var range in Ranges)
            {
                count += range.Count;
            }

            return count;
        }
    }

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => ranges is null or [];

    /// <summary>One range.</summary>
    public static SerialSet Of(SerialRange range) => range.IsEmpty ? default : new([range]);

    /// <summary>Ranges in ascending order that do not overlap; neighbours are joined.</summary>
    /// <exception cref="ArgumentException">Out of order or overlapping.</exception>
    public static SerialSet FromAscending(ReadOnlySpan<SerialRange> ascending)
    {
        var set = default(SerialSetBuilder);
        foreach (var range in ascending)
        {
            set.Add(range);
        }

        return set.ToSet();
    }

    /// <summary>Any ranges, as long as they do not overlap.</summary>
    /// <exception cref="ArgumentException">Two overlap.</exception>
    public static SerialSet FromAny(IEnumerable<SerialRange> ranges) =>
        FromAscending(ranges.OrderBy(range => range.First).ToArray());

    /// <summary>
    /// Takes over ranges that are known to ascend, joined and disjoint; nobody else may keep the array.
    /// </summary>
    internal static SerialSet Adopt(SerialRange[] ranges) => ranges.Length == 0 ? default : new(ranges);

    /// <inheritdoc />
    public bool Equals(SerialSet other) => Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SerialSet other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var range in Ranges)
        {
            hash.Add(range);
        }

        return hash.ToHashCode();
    }

    /// <summary>Same content.</summary>
    public static bool operator ==(SerialSet left, SerialSet right) => left.Equals(right);

    /// <summary>Different content.</summary>
    public static bool operator !=(SerialSet left, SerialSet right) => !left.Equals(right);

    /// <inheritdoc />
    public static SerialSet Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("Serials read like 1-100,201-250.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SerialSet result)
    {
        result = default;
        if (s is null || s.Length == 0)
        {
            return s is not null;
        }

        if (!s.Contains(',', StringComparison.Ordinal))
        {
            var one = SerialRange.TryParse(s, provider, out var range) && !range.IsEmpty;
            result = one ? Of(range) : default;
            return one;
        }

        var parts = s.Split(',');
        var parsed = new SerialRange[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!SerialRange.TryParse(parts[i], provider, out parsed[i]) || parsed[i].IsEmpty
                || (i > 0 && parsed[i].First < parsed[i - 1].End))
            {
                return false;
            }
        }

        result = FromAscending(parsed);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => ranges is [var only] ? only.ToString() : string.Join(',', Ranges.ToArray());
}
