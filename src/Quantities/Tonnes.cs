using System.Globalization;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>
/// Whole tonnes of CO2 equivalent: the unit of the ledger, of obligations and of allowances.
/// May be negative (a difference). Arithmetic is checked.
/// </summary>
[JsonConverter(typeof(LongValueJsonConverter<Tonnes>))]
public readonly record struct Tonnes(long Value) : ILongValue<Tonnes>, IComparable<Tonnes>
{
    /// <summary>Nothing; the default value.</summary>
    public static Tonnes Zero => default;

    /// <inheritdoc />
    public static Tonnes From(long value) => new(value);

    /// <inheritdoc />
    public int CompareTo(Tonnes other) => Value.CompareTo(other.Value);

    /// <summary>The larger of two.</summary>
    public static Tonnes Max(Tonnes left, Tonnes right) => left >= right ? left : right;

    /// <summary>The smaller of two.</summary>
    public static Tonnes Min(Tonnes left, Tonnes right) => left <= right ? left : right;

    /// <summary>The sum.</summary>
    public static Tonnes operator +(Tonnes left, Tonnes right) => new(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Tonnes operator -(Tonnes left, Tonnes right) => new(left.Value - right.Value);

    /// <summary>The opposite.</summary>
    public static Tonnes operator -(Tonnes value) => new(-value.Value);

    /// <summary>A whole multiple.</summary>
    public static Tonnes operator *(Tonnes left, long right) => new(left.Value * right);

    /// <summary>Less than.</summary>
    public static bool operator <(Tonnes left, Tonnes right) => left.Value < right.Value;

    /// <summary>Greater than.</summary>
    public static bool operator >(Tonnes left, Tonnes right) => left.Value > right.Value;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Tonnes left, Tonnes right) => left.Value <= right.Value;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Tonnes left, Tonnes right) => left.Value >= right.Value;

    /// <summary>With its unit: <c>1,234 t</c>.</summary>
    public override string ToString() => Value.ToString("#,0", CultureInfo.InvariantCulture) + " t";
}
