using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>Minor units of a currency per tonne. Text form: <c>60.00 CNY/t</c>.</summary>
[JsonConverter(typeof(TextValueJsonConverter<Price>))]
public readonly record struct Price(long Minor, Currency Currency) : IParsable<Price>, IComparable<Price>
{
    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Price other) => new Money(Minor, Currency).CompareTo(new Money(other.Minor, other.Currency));

    /// <summary>Less than.</summary>
    public static bool operator <(Price left, Price right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Price left, Price right) => left.CompareTo(right) > 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Price left, Price right) => left.CompareTo(right) <= 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Price left, Price right) => left.CompareTo(right) >= 0;

    /// <summary>What a quantity costs at this price: exact, no rounding.</summary>
    public static Money operator *(Price price, Tonnes quantity) => new(price.Minor * quantity.Value, price.Currency);

    /// <summary>Parses <c>60.00 CNY/t</c>.</summary>
    public static Price Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("A price reads like 60.00 CNY/t.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Price result)
    {
        result = default;
        if (s is null || !s.EndsWith("/t", StringComparison.Ordinal)
            || !Money.TryParse(s[..^2], provider, out var money))
        {
            return false;
        }

        result = new Price(money.Minor, money.Currency);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => new Money(Minor, Currency) + "/t";
}
