using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Tanheng.Methodology;

/// <summary>What an input value is.</summary>
public enum MethodValueKind
{
    /// <summary>A decimal.</summary>
    Number,

    /// <summary>A text or a choice.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A list of rows.</summary>
    Rows,
}

/// <summary>
/// One value given to a method. Two values are equal when they write the same JSON, so 1.0 and 1.00 differ:
/// the digits somebody reported are part of what was reported.
/// </summary>
[JsonConverter(typeof(MethodValueJsonConverter))]
public readonly struct MethodValue : IEquatable<MethodValue>
{
    private readonly decimal number;
    private readonly object? content;

    private MethodValue(MethodValueKind kind, decimal number, object? content)
    {
        Kind = kind;
        this.number = number;
        this.content = content;
    }

    /// <summary>Which of the four.</summary>
    public MethodValueKind Kind { get; }

    /// <summary>The number; 0 for other kinds.</summary>
    public decimal Number => Kind == MethodValueKind.Number ? number : 0m;

    /// <summary>The text; empty for other kinds.</summary>
    public string Text => content as string ?? "";

    /// <summary>The flag; false for other kinds.</summary>
    public bool Flag => Kind == MethodValueKind.Flag && number != 0m;

    /// <summary>The rows; none for other kinds.</summary>
    public ImmutableArray<MethodInputs> Rows => content is MethodInputs[] rows
        ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(rows)
        : [];

    internal ReadOnlySpan<MethodInputs> RowSpan => content as MethodInputs[];

    /// <summary>A number. Minus zero becomes zero.</summary>
    public static MethodValue Of(decimal value) =>
        new(MethodValueKind.Number, value == 0m && decimal.IsNegative(value) ? -value : value, null);

    /// <summary>A text.</summary>
    public static MethodValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(MethodValueKind.Text, 0m, value);
    }

    /// <summary>A flag.</summary>
    public static MethodValue Of(bool value) => new(MethodValueKind.Flag, value ? 1m : 0m, null);

    /// <summary>Rows, in this order.</summary>
    public static MethodValue Of(IEnumerable<MethodInputs> rows) => new(MethodValueKind.Rows, 0m, rows.ToArray());

    /// <summary>A number.</summary>
    public static implicit operator MethodValue(decimal value) => Of(value);

    /// <summary>A whole number.</summary>
    public static implicit operator MethodValue(long value) => Of((decimal)value);

    /// <summary>A whole number.</summary>
    public static implicit operator MethodValue(int value) => Of((decimal)value);

    /// <summary>A text.</summary>
    public static implicit operator MethodValue(string value) => Of(value);

    /// <summary>A flag.</summary>
    public static implicit operator MethodValue(bool value) => Of(value);

    /// <summary>Rows.</summary>
    public static implicit operator MethodValue(MethodInputs[] rows) => Of(rows);

    /// <summary>Equal.</summary>
    public static bool operator ==(MethodValue left, MethodValue right) => left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(MethodValue left, MethodValue right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(MethodValue other)
    {
        if (Kind != other.Kind)
        {
            return false;
        }

        return Kind switch
        {
            MethodValueKind.Text => Text == other.Text,
            MethodValueKind.Rows => RowSpan.SequenceEqual(other.RowSpan),
            _ => number == other.number && number.Scale == other.number.Scale,
        };
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is MethodValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Kind switch
    {
        MethodValueKind.Text => Text.GetHashCode(StringComparison.Ordinal),
        MethodValueKind.Rows => HashCode.Combine(Kind, RowSpan.Length),
        _ => HashCode.Combine(Kind, number),
    };

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        MethodValueKind.Number => number.ToString(CultureInfo.InvariantCulture),
        MethodValueKind.Text => Text,
        MethodValueKind.Flag => Flag ? "true" : "false",
        _ => string.Create(CultureInfo.InvariantCulture, $"{RowSpan.Length} rows"),
    };
}
