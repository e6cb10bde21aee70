using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Trading;

/// <summary>A priced offer, counted from 1 within the scheme and never given twice.</summary>
[JsonConverter(typeof(LongValueJsonConverter<OfferId>))]
public readonly record struct OfferId(long Value) : ILongValue<OfferId>
{
    /// <inheritdoc />
    public static OfferId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "P" + Value;
}

/// <summary>An intention, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<IntentionId>))]
public readonly record struct IntentionId(long Value) : ILongValue<IntentionId>
{
    /// <inheritdoc />
    public static IntentionId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "I" + Value;
}

/// <summary>One party's registration of a deal, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<DealId>))]
public readonly record struct DealId(long Value) : ILongValue<DealId>
{
    /// <inheritdoc />
    public static DealId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "R" + Value;
}

/// <summary>A report of a deal outside the venue, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<OtcId>))]
public readonly record struct OtcId(long Value) : ILongValue<OtcId>
{
    /// <inheritdoc />
    public static OtcId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "X" + Value;
}
