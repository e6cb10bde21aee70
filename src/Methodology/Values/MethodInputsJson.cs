using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tanheng.Methodology;

/// <summary>Inputs as a JSON object with its names in ordinal order.</summary>
internal sealed class MethodInputsJsonConverter : JsonConverter<MethodInputs>
{
    public override MethodInputs Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Inputs are a JSON object.");
        }

        var pairs = new List<KeyValuePair<string, MethodValue>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            pairs.Add(KeyValuePair.Create(name, MethodValueJsonConverter.ReadValue(ref reader, options)));
        }

        return MethodInputs.Sorted([.. pairs]) ?? throw new JsonException("A name is given twice.");
    }

    public override void Write(Utf8JsonWriter writer, MethodInputs value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in value.Span)
        {
            writer.WritePropertyName(name);
            MethodValueJsonConverter.WriteValue(writer, item, options);
        }

        writer.WriteEndObject();
    }
}

/// <summary>A value as a JSON number (digits kept), string, true or false, or array of objects.</summary>
internal sealed class MethodValueJsonConverter : JsonConverter<MethodValue>
{
    private static readonly MethodInputsJsonConverter Inputs = new();

    public override MethodValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadValue(ref reader, options);

    public override void Write(Utf8JsonWriter writer, MethodValue value, JsonSerializerOptions options) =>
        WriteValue(writer, value, options);

    internal static MethodValue ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number)
                    ? MethodValue.Of(number)
                    : throw new JsonException("Number too large.");
            case JsonTokenType.String:
                return MethodValue.Of(reader.GetString()!);
            case JsonTokenType.True or JsonTokenType.False:
                return MethodValue.Of(reader.GetBoolean());
            case JsonTokenType.StartArray:
                var rows = new List<MethodInputs>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    rows.Add(Inputs.Read(ref reader, typeof(MethodInputs), options));
                }

                return MethodValue.Of(rows);
            default:
                throw new JsonException("A value is a number, a text, true or false, or a list of rows.");
        }
    }

    internal static void WriteValue(Utf8JsonWriter writer, MethodValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case MethodValueKind.Number:
                writer.WriteNumberValue(value.Number);
                break;
            case MethodValueKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            case MethodValueKind.Flag:
                writer.WriteBooleanValue(value.Flag);
                break;
            default:
                writer.WriteStartArray();
                foreach (var row in value.RowSpan)
                {
                    Inputs.Write(writer, row, options);
                }

                writer.WriteEndArray();
                break;
        }
    }
}
