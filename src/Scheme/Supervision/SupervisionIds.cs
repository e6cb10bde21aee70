using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Supervision;

/// <summary>An alert of surveillance, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<AlertId>))]
public readonly record struct AlertId(long Value) : ILongValue<AlertId>
{
    /// <inheritdoc />
    public static AlertId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "S" + Value;
}

/// <summary>An inquiry into somebody's trading, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<InquiryId>))]
public readonly record struct InquiryId(long Value) : ILongValue<InquiryId>
{
    /// <inheritdoc />
    public static InquiryId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "Q" + Value;
}
