using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Trading;

/// <summary>An order of the exchange, counted from 1 within the scheme and never given twice.</summary>
[JsonConverter(typeof(LongValueJsonConverter<OrderId>))]
public readonly record struct OrderId(long Value) : ILongValue<OrderId>
{
    /// <inheritdoc />
    public static OrderId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "O" + Value;
}

/// <summary>A trade of the exchange, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<TradeId>))]
public readonly record struct TradeId(long Value) : ILongValue<TradeId>
{
    /// <inheritdoc />
    public static TradeId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "D" + Value;
}

/// <summary>A block negotiation, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<BlockId>))]
public readonly record struct BlockId(long Value) : ILongValue<BlockId>
{
    /// <inheritdoc />
    public static BlockId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "B" + Value;
}
