using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// An account of one scheme's ledger: a dense number from 1, so that looking it up is an array access.
/// </summary>
[JsonConverter(typeof(LongValueJsonConverter<AccountId>))]
public readonly record struct AccountId(long Value) : ILongValue<AccountId>
{
    /// <inheritdoc />
    public static AccountId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "A" + Value;
}

/// <summary>A transaction of one scheme's ledger, counted from 1.</summary>
[JsonConverter(typeof(LongValueJsonConverter<TransactionId>))]
public readonly record struct TransactionId(long Value) : ILongValue<TransactionId>
{
    /// <inheritdoc />
    public static TransactionId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "T" + Value;
}

/// <summary>
/// What is counted: a unit type with its vintage (<c>CEA-2021</c>, <c>CCER</c>) or a currency (<c>money:CNY</c>).
/// Units have serial numbers, money has none.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<Asset>))]
public readonly record struct Asset : IParsable<Asset>
{
    private const string MoneyPrefix = "money:";

    // A market has a few codes and names one in every transfer: one string each, found without a lock.
    private static readonly ConcurrentDictionary<string, string> UnitCodes = new(StringComparer.Ordinal);
    private readonly string? code;

    private Asset(string code) => this.code = code;

    /// <summary>The code; empty for the default value, which no holding has.</summary>
    public string Code => code ?? "";

    /// <summary>True for a currency.</summary>
    public bool IsMoney => Code.StartsWith(MoneyPrefix, StringComparison.Ordinal);

    /// <summary>
    /// A unit type by its ledger code: 1 to 64 visible characters without blanks, not starting like money.
    /// </summary>
    /// <exception cref="ArgumentException">Not such a code.</exception>
    public static Asset Unit(string code) => TryUnit(code, out var unit)
        ? unit
        : throw new ArgumentException($"'{code}' is not the code of a unit type.", nameof(code));

    /// <summary>A currency, counted in minor units.</summary>
    public static Asset Money(Currency currency) => new(string.Intern(MoneyPrefix + currency.Code));

    /// <inheritdoc />
    public static Asset Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException("An asset reads like CEA-2021 or money:CNY.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Asset result)
    {
        result = default;
        if (string.IsNullOrEmpty(s))
        {
            return s is not null;
        }

        if (s.StartsWith(MoneyPrefix, StringComparison.Ordinal))
        {
            var good = Currency.TryParse(s[MoneyPrefix.Length..], provider, out var currency);
            result = good ? Money(currency) : default;
            return good;
        }

        return TryUnit(s, out result);
    }

    /// <inheritdoc />
    public override string ToString() => Code;

    private static bool TryUnit(string code, out Asset unit)
    {
        var known = UnitCodes.TryGetValue(code, out var one) || IsUnitCode(code);
        unit = known ? new(one ?? UnitCodes.GetOrAdd(code, code)) : default;
        return known;
    }

    private static bool IsUnitCode(string code) => code.Length is > 0 and <= 64
        && !code.StartsWith(MoneyPrefix, StringComparison.Ordinal)
        && !code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == ',');
}

/// <summary>What a part of a holding may be used for. Blocking is a posting between compartments.</summary>
public enum Compartment
{
    /// <summary>可用: at the holder's disposal.</summary>
    [Called("可用", "free")]
    Free,

    /// <summary>委托占用: promised to an open order.</summary>
    [Called("委托占用", "on order")]
    OnOrder,

    /// <summary>质押: promised to a lender.</summary>
    [Called("质押", "pledged")]
    Pledged,

    /// <summary>冻结: kept by a court, an authority or a pending application.</summary>
    [Called("冻结", "frozen")]
    Frozen,

    /// <summary>未交收: bought, not yet free.</summary>
    [Called("未交收", "unsettled")]
    Unsettled,
}

/// <summary>A compartment of an account: where a posting happens.</summary>
public readonly record struct Place(AccountId Account, Compartment Compartment = Compartment.Free)
{
    /// <inheritdoc />
    public override string ToString() => Account + "/" + Compartment;
}
