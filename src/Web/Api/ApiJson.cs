using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tanheng.Engine.Journal;
using Tanheng.Scheme;

namespace Tanheng.Web.Api;

/// <summary>
/// The JSON of the API: that of the journal (<see cref="SchemeJson"/>), with moments that end in <c>Z</c> and without
/// a name that stands twice.
/// </summary>
public static class ApiJson
{
    /// <summary>For answers and bodies.</summary>
    public static JsonSerializerOptions Options { get; } = Create(lists: true);

    /// <summary>The same without the house's converter of lists: to find out where in a body a mistake is.</summary>
    internal static JsonSerializerOptions Plain { get; } = Create(lists: false);

    /// <summary>Events byte for byte as they stand in the journal.</summary>
    public static JsonElement Events(ReadOnlySpan<Event> events)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        SchemeJson.WriteEvents(output, events);
        return JsonElement.Parse(output.WrittenSpan);
    }

    private static JsonSerializerOptions Create(bool lists)
    {
        var options = new JsonSerializerOptions(SchemeJson.Options) { AllowDuplicateProperties = false };
        options.Converters.Insert(0, new Moments());
        foreach (var factory in options.Converters.OfType<JsonConverterFactory>().ToList())
        {
            if (!lists && factory.CanConvert(typeof(IReadOnlyList<string>)))
            {
                options.Converters.Remove(factory);
            }
        }

        options.MakeReadOnly();
        return options;
    }

    /// <summary>RFC 3339 in UTC with milliseconds, as in a row's hash.</summary>
    private sealed class Moments : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && DateTimeOffset.TryParse(
                reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment.ToUniversalTime()
                : throw new JsonException("A moment reads like 2023-12-31T15:59:59.000Z.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(RowHash.TextOf(value));
    }
}
