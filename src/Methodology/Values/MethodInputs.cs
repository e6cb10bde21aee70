using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tanheng.Methodology;

/// <summary>
/// The values given to a method: names with numbers, texts, flags or rows. Immutable, kept in ordinal order of the
/// names; equality and JSON follow from that order, so the same inputs always have the same bytes and the same hash.
/// </summary>
/// <example>
/// <code>
/// MethodInputs.Of(("year", 2022), ("fuels", MethodInputs.Rows(
///     MethodInputs.Of(("fuel", "diesel"), ("amount", 1.25m)))))
/// </code>
/// </example>
[JsonConverter(typeof(MethodInputsJsonConverter))]
public sealed class MethodInputs : IEquatable<MethodInputs>
{
    private readonly KeyValuePair<string, MethodValue>[] values;

    private MethodInputs(KeyValuePair<string, MethodValue>[] values) => this.values = values;

    /// <summary>No values at all.</summary>
    public static MethodInputs Empty { get; } = new([]);

    /// <summary>How many names.</summary>
    public int Count => values.Length;

    /// <summary>Names and values in ordinal order of the names.</summary>
    public IReadOnlyList<KeyValuePair<string, MethodValue>> Values => values;

    internal ReadOnlySpan<KeyValuePair<string, MethodValue>> Span => values;

    /// <summary>The value of a name; null when it is not given.</summary>
    public MethodValue? this[string name]
    {
        get
        {
            foreach (var (key, value) in values)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The named values.</summary>
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public static MethodInputs Of(params ReadOnlySpan<(string Name, MethodValue Value)> values)
    {
        var pairs = new KeyValuePair<string, MethodValue>[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            pairs[i] = KeyValuePair.Create(values[i].Name, values[i].Value);
        }

        return Sorted(pairs) ?? throw new ArgumentException("A name is given twice.", nameof(values));
    }

    /// <summary>Rows as a value.</summary>
    public static MethodValue Rows(params IEnumerable<MethodInputs> rows) => MethodValue.Of(rows);

    /// <summary>The same with one value set or replaced.</summary>
    public MethodInputs With(string name, MethodValue value)
    {
        var others = values.Where(pair => pair.Key != name);
        return Sorted([.. others, KeyValuePair.Create(name, value)])!;
    }

    /// <summary>The same without a name.</summary>
    public MethodInputs Without(string name) => new([.. values.Where(pair => pair.Key != name)]);

    /// <inheritdoc />
    public bool Equals(MethodInputs? other)
    {
        if (other is null || other.values.Length != values.Length)
        {
            return false;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Key != other.values[i].Key || values[i].Value != other.values[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as MethodInputs);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in values)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);

    /// <summary>Takes the array and sorts it; null when a name stands twice.</summary>
    internal static MethodInputs? Sorted(KeyValuePair<string, MethodValue>[] pairs)
    {
        Array.Sort(pairs, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        for (var i = 1; i < pairs.Length; i++)
        {
            if (pairs[i].Key == pairs[i - 1].Key)
            {
                return null;
            }
        }

        return new MethodInputs(pairs);
    }
}
