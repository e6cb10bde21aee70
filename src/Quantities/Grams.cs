using System.Globalization;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>
/// Whole grams of CO2 equivalent: the unit of personal carbon accounts.
/// May be negative (a difference). Arithmetic is checked.
/// </summary>
[JsonConverter(typeof(LongValueJsonConverter<Grams>))]
public readonly record struct Grams(long Value) : ILongValue<Grams>, IComparable<Grams>
{
    /// <summary>Nothing; the default value.</summary>
    public static Grams Zero => default;

    /// <inheritdoc />
    public static Grams From(long value) => new(value);

    /// <inheritdoc />
    public int CompareTo(Grams other) => Value.CompareTo(other.Value);

    /// <summary>The larger of two.</summary>
    public static Grams Max(Grams left, Grams right) => left >= right ? left : right;

    /// <summary>The smaller of two.</summary>
    public static Grams Min(Grams left, Grams right) => left <= right ? left : right;

    /// <summary>The sum.</summary>
    public static Grams operator +(Grams left, Grams right) => new(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Grams operator -(Grams left, Grams right) => new(left.Value - right.Value);

    /// <summary>The opposite.</summary>
    public static Grams operator -(Grams value) => new(-value.Value);

    /// <summary>A whole multiple.</summary>
    public static Grams operator *(Grams left, long right) => new(left.Value * right);

    /// <summary>Less than.</summary>
    public static bool operator <(Grams left, Grams right) => left.Value < right.Value;

    /// <summary>Greater than.</summary>
    public static bool operator >(Grams left, Grams right) => left.Value > right.Value;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Grams left, Grams right) => left.Value <= right.Value;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Grams left, Grams right) => left.Value >= right.Value;

    /// <summary>With its unit: <c>1,234 g</c>.</summary>
    public override string ToString() => Value.ToString("#,0", CultureInfo.InvariantCulture) + " g";
}
