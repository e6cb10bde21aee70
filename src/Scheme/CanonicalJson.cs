using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tanheng.Scheme;

/// <summary>
/// Any part of the state as JSON that depends on its content alone. Values that have a JSON form of their own keep it;
/// dictionaries and sets are sorted by the JSON of their keys; lists keep their order; other objects are their public
/// properties in ordinal order of the names. Calculated properties are left out.
/// </summary>
internal static class CanonicalJson
{
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        var shape = Shapes.GetOrAdd(value.GetType(), Shape.Of);
        switch (shape.Kind)
        {
            case Kind.Leaf:
                JsonSerializer.Serialize(writer, value, shape.Type, SchemeJson.Options);
                break;
            case Kind.Dictionary:
                WriteDictionary(writer, (IDictionary)value);
                break;
            case Kind.Set:
                WriteRaw(writer, Sorted((IEnumerable)value));
                break;
            case Kind.List:
                WriteList(writer, (IEnumerable)value);
                break;
            case Kind.Tuple:
                WriteTuple(writer, (ITuple)value);
                break;
            default:
                WriteObject(writer, shape, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, Shape shape, object value)
    {
        writer.WriteStartObject();
        foreach (var property in shape.Properties)
        {
            writer.WritePropertyName(property.Name);
            Write(writer, property.GetValue(value));
        }

        writer.WriteEndObject();
    }

    private static void WriteDictionary(Utf8JsonWriter writer, IDictionary dictionary)
    {
        var entries = new List<(string Key, object? Value)>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            entries.Add((TextOf(entry.Key), entry.Value));
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        writer.WriteStartArray();
        foreach (var (key, value) in entries)
        {
            writer.WriteStartArray();
            writer.WriteRawValue(key);
            Write(writer, value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteTuple(Utf8JsonWriter writer, ITuple tuple)
    {
        writer.WriteStartArray();
        for (var i = 0; i < tuple.Length; i++)
        {
            Write(writer, tuple[i]);
        }

        writer.WriteEndArray();
    }

    private static void WriteRaw(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
        {
            writer.WriteRawValue(text);
        }

        writer.WriteEndArray();
    }

    private static List<string> Sorted(IEnumerable items)
    {
        var texts = new List<string>();
        foreach (var item in items)
        {
            texts.Add(TextOf(item));
        }

        texts.Sort(string.CompareOrdinal);
        return texts;
    }

    private static string TextOf(object? value)
    {
        var output = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(output))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private enum Kind
    {
        Leaf,
        Dictionary,
        Set,
        List,
        Tuple,
        Object,
    }

    private sealed record Shape(Type Type, Kind Kind, PropertyInfo[] Properties)
    {
        public static Shape Of(Type type)
        {
            var kind = KindOf(type);
            return new Shape(type, kind, kind == Kind.Object ? PropertiesOf(type) : []);
        }

        private static Kind KindOf(Type type)
        {
            if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal)
                || type.IsDefined(typeof(JsonConverterAttribute), inherit: false))
            {
                return Kind.Leaf;
            }

            if (typeof(IDictionary).IsAssignableFrom(type))
            {
                return Kind.Dictionary;
            }

            var sets = type.GetInterfaces().Any(shape =>
                shape.IsGenericType && shape.GetGenericTypeDefinition() == typeof(ISet<>));
            return sets ? Kind.Set
                : typeof(ITuple).IsAssignableFrom(type) && type.Namespace == nameof(System) ? Kind.Tuple
                : type.IsArray ? Kind.List
                : type.Namespace?.StartsWith(nameof(Tanheng), StringComparison.Ordinal) == true ? Kind.Object
                : typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(JsonElement) ? Kind.List
                : Kind.Leaf;
        }

        /// <summary>Properties that keep something: those with a field of their own.</summary>
        private static PropertyInfo[] PropertiesOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.GetIndexParameters().Length == 0 && Keeps(property))
                .OrderBy(property => property.Name, StringComparer.Ordinal),
        ];

        private static bool Keeps(PropertyInfo property) =>
            property.DeclaringType!.GetField(
                $"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
    }
}
