using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>A value type that is one 64-bit integer with a meaning: a quantity or a typed id.</summary>
public interface ILongValue<TSelf>
    where TSelf : struct, ILongValue<TSelf>
{
    /// <summary>The integer.</summary>
    long Value { get; }

    /// <summary>The same meaning around an integer.</summary>
    static abstract TSelf From(long value);
}

/// <summary>
/// Writes a <see cref="ILongValue{TSelf}"/> as a JSON integer; refuses fractions, exponents and strings.
/// </summary>
public sealed class LongValueJsonConverter<T> : JsonConverter<T>
    where T : struct, ILongValue<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            ? T.From(value)
            : throw new JsonException($"{typeof(T).Name} is a whole number.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);

    /// <inheritdoc />
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? T.From(value)
            : throw new JsonException($"{typeof(T).Name} is a whole number.");

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Writes a value as its text form, read back by <see cref="IParsable{TSelf}"/>.</summary>
public sealed class TextValueJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && T.TryParse(reader.GetString(), null, out var value)
            ? value
            : throw new JsonException($"{typeof(T).Name} has a text form that this is not.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    /// <inheritdoc />
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value)
            ? value
            : throw new JsonException($"{typeof(T).Name} has a text form that this is not.");

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);
}
