using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>
/// An exact amount in minor units (fen, cents) of one currency. Text form: <c>1234.56 CNY</c>.
/// Two amounts of different currencies are never added or compared.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<Money>))]
public readonly record struct Money(long Minor, Currency Currency) : IParsable<Money>, IComparable<Money>
{
    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>A whole number of units (yuan, euro).</summary>
    public static Money Units(long units, Currency currency) => new(units * currency.MinorPerUnit, currency);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) =>
        left with { Minor = left.Minor + Same(left, right).Minor };

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) =>
        left with { Minor = left.Minor - Same(left, right).Minor };

    /// <summary>The opposite.</summary>
    public static Money operator -(Money value) => value with { Minor = -value.Minor };

    /// <summary>A whole multiple.</summary>
    public static Money operator *(Money left, long right) => left with { Minor = left.Minor * right };

    /// <summary>Less than.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Parses <c>1234.56 CNY</c>; at most as many digits after the point as the currency has.</summary>
    public static Money Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("Money reads like 1234.56 CNY.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result)
    {
        result = default;
        var space = s?.LastIndexOf(' ') ?? -1;
        if (space < 0 || !Currency.TryParse(s![(space + 1)..], provider, out var currency)
            || !DecimalText.TryMinor(s.AsSpan(0, space), currency.MinorDigits, out var minor))
        {
            return false;
        }

        result = new Money(minor, currency);
        return true;
    }

    /// <summary>The amount without its currency and without grouping, as files have it: <c>1234.56</c>.</summary>
    public string Plain => DecimalText.FromMinor(Minor, Currency.MinorDigits);

    /// <summary>The amount without its currency: <c>1,234.56</c>.</summary>
    public string Amount => (Minor / (decimal)Currency.MinorPerUnit)
        .ToString(Currency.MinorDigits == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string ToString() => Plain + " " + Currency.Code;

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} do not mix.");
}
