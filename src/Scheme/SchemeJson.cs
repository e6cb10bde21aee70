using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme;

/// <summary>The JSON shape of commands and events: camelCase, enums by name, nothing unknown accepted, Chinese readable.</summary>
public static class SchemeJson
{
    /// <summary>Shared options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a row's events: <c>[{"event":"account-opened","data":{…}}]</c>.</summary>
    public static void WriteEvents(IBufferWriter<byte> output, ReadOnlySpan<Event> events)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        });
        writer.WriteStartArray();
        foreach (var happened in events)
        {
            var entry = Catalogue.Scheme.Of(happened);
            writer.WriteStartObject();
            writer.WriteString("event"u8, entry.Name);
            writer.WritePropertyName("data"u8);
            JsonSerializer.Serialize(writer, happened, entry.Type, Options);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a row's events, whatever shape they had when they were written.</summary>
    /// <exception cref="JsonException">Not events of this scheme.</exception>
    public static Event[] ReadEvents(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var events = new List<Event>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            Expect(ref reader, JsonTokenType.PropertyName);
            Expect(ref reader, JsonTokenType.String);
            var name = reader.GetString()!;
            Expect(ref reader, JsonTokenType.PropertyName);
            reader.Read();
            var entry = Catalogue.Scheme.EventNamed(name) ?? throw new JsonException($"Unknown event {name}.");
            events.Add((Event)JsonSerializer.Deserialize(ref reader, entry.Type, Options)!);
            Expect(ref reader, JsonTokenType.EndObject);
        }

        return [.. events];
    }

    /// <summary>The hash that tells a repeated command from a different one under the same id.</summary>
    public static Digest HashOf(Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        var output = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(entry.Name);
            JsonSerializer.Serialize(writer, command, entry.Type, Options);
            writer.WriteEndObject();
        }

        return Digest.Of(output.WrittenSpan);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException($"Expected {token} at byte {reader.TokenStartIndex}.");
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            PropertyNameCaseInsensitive = false,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
