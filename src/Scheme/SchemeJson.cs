using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tanheng.Quantities;

namespace Tanheng.Scheme;

/// <summary>
/// The JSON shape of commands and events: camelCase, enums by name, nothing unknown accepted, Chinese readable.
/// </summary>
public static class SchemeJson
{
    [ThreadStatic]
    private static Utf8JsonWriter? lent;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    /// <summary>Shared options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a row's events: <c>[{"event":"account-opened","data":{…}}]</c>.</summary>
    public static void WriteEvents(IBufferWriter<byte> output, ReadOnlySpan<Event> events)
    {
        var writer = Borrow(output);
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
        writer.Flush();
    }

    /// <summary>Reads a row's events, whatever shape they had when they were written.</summary>
    /// <exception cref="JsonException">Not events of this scheme.</exception>
    public static Event[] ReadEvents(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var events = new List<Event>(1);
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            Expect(ref reader, JsonTokenType.PropertyName);
            Expect(ref reader, JsonTokenType.String);
            var name = reader.GetString()!;
            Expect(ref reader, JsonTokenType.PropertyName);
            reader.Read();
            events.Add(Catalogue.Scheme.EventNamed(name) is { } entry
                ? (Event)JsonSerializer.Deserialize(ref reader, entry.Type, Options)!
                : ReadRetired(ref reader, name));
            Expect(ref reader, JsonTokenType.EndObject);
        }

        return [.. events];
    }

    /// <summary>The hash that tells a repeated command from a different one under the same id.</summary>
    public static Digest HashOf(Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        var output = scratch ??= new ArrayBufferWriter<byte>(1024);
        output.ResetWrittenCount();
        var writer = Borrow(output);
        writer.WriteStartObject();
        writer.WritePropertyName(entry.Name);
        JsonSerializer.Serialize(writer, command, entry.Type, Options);
        writer.WriteEndObject();
        writer.Flush();
        return Digest.Of(output.WrittenSpan);
    }

    /// <summary>One writer per thread: a row is small, and making a writer costs more than writing it.</summary>
    private static Utf8JsonWriter Borrow(IBufferWriter<byte> output)
    {
        if (lent is null)
        {
            lent = new Utf8JsonWriter(output, new JsonWriterOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                SkipValidation = true,
            });
        }
        else
        {
            lent.Reset(output);
        }

        return lent;
    }

    private static Event ReadRetired(ref Utf8JsonReader reader, string name)
    {
        var data = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException($"Event {name} has no data.");
        while (Catalogue.Scheme.RetiredNamed(name) is { } retired)
        {
            (name, data) = (retired.Successor, retired.Upcast(data));
        }

        var entry = Catalogue.Scheme.EventNamed(name) ?? throw new JsonException($"Unknown event {name}.");
        return (Event)data.Deserialize(entry.Type, Options)!;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException($"Expected {token} at byte {reader.TokenStartIndex}.");
        }
    }

    /// <summary>Nulls are not written, so what may be null must not be asked for when it is read.</summary>
    private static void LetNullsBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired && property.IsSetNullable)
            {
                property.IsRequired = false;
            }
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
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullsBeLeftOut } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new FullListJsonConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
