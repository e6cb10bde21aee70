using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>
/// An ISO 4217 currency. The default value is "no currency" (XXX), in which nothing can be counted but zero.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<Currency>))]
public readonly record struct Currency : IParsable<Currency>
{
    private readonly string? code;

    private Currency(string code) => this.code = code;

    /// <summary>Renminbi yuan.</summary>
    public static Currency Cny { get; } = new("CNY");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>The three letters.</summary>
    public string Code => code ?? "XXX";

    /// <summary>Digits after the point of one unit: 0 for JPY and KRW, 2 for the others served.</summary>
    public int MinorDigits => Code is "JPY" or "KRW" ? 0 : 2;

    /// <summary>Minor units in one unit: 1 or 100.</summary>
    public long MinorPerUnit => MinorDigits == 0 ? 1 : 100;

    /// <summary>Parses three capital letters.</summary>
    public static Currency Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException("A currency is three capital letters.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result)
    {
        var good = s is { Length: 3 } && s.All(char.IsAsciiLetterUpper);
        result = s switch { "XXX" => default, _ when good => new Currency(string.Intern(s!)), _ => default };
        return good;
    }

    /// <inheritdoc />
    public override string ToString() => Code;
}
