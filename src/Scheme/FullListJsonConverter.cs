using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tanheng.Scheme;

/// <summary>Lists of commands and events hold no nulls: a null among the items is refused when it is read.</summary>
internal sealed class FullListJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        && typeToConvert.GetGenericArguments()[0].IsClass;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]))!;

    private sealed class Of<T> : JsonConverter<IReadOnlyList<T>>
        where T : class
    {
        public override IReadOnlyList<T> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var items = JsonSerializer.Deserialize<T[]>(ref reader, options);
            return items is not null && Array.TrueForAll(items, item => item is not null)
                ? items
                : throw new JsonException("A list holds no null.");
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            for (var i = 0; i < value.Count; i++)
            {
                JsonSerializer.Serialize(writer, value[i], options);
            }

            writer.WriteEndArray();
        }
    }
}
