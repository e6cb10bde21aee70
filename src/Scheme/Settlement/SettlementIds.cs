using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>A line of a settlement bank's statement, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<BankLineId>))]
public readonly record struct BankLineId(long Value) : ILongValue<BankLineId>
{
    /// <inheritdoc />
    public static BankLineId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "L" + Value;
}

/// <summary>A file of payments for a settlement bank, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<PaymentFileId>))]
public readonly record struct PaymentFileId(long Value) : ILongValue<PaymentFileId>
{
    /// <inheritdoc />
    public static PaymentFileId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "P" + Value;
}

/// <summary>An objection to a day's settlement, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<SettlementObjectionId>))]
public readonly record struct SettlementObjectionId(long Value) : ILongValue<SettlementObjectionId>
{
    /// <inheritdoc />
    public static SettlementObjectionId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "S" + Value;
}

/// <summary>A correcting entry 更正 of a deposit, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<CorrectionId>))]
public readonly record struct CorrectionId(long Value) : ILongValue<CorrectionId>
{
    /// <inheritdoc />
    public static CorrectionId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "K" + Value;
}
