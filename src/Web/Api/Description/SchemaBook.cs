using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Description;

/// <summary>
/// JSON schemas (2020-12) of the types that commands and answers are made of, each once under its name. They are taken
/// from the same contracts by which the serializer reads and writes. Types of commands are closed: a field that is not
/// there is refused.
/// </summary>
internal sealed class SchemaBook
{
    private const string Place = "#/components/schemas/";
    private readonly SortedDictionary<string, JsonObject> schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> names = [];

    /// <summary>All schemas by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Schemas => schemas;

    /// <summary>A reference to a schema that is in the book under a name.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = Place + name };

    /// <summary>Adds a schema that is no type's.</summary>
    public void Add(string name, JsonObject schema) => schemas.Add(name, schema);

    /// <summary>The schema of a type, or a reference to it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="closed">True when nothing else may stand in it: what callers send.</param>
    public JsonObject Of(Type type, bool closed = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner, closed);
        }

        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (ItemOf(type) is { } item)
        {
            return new JsonObject { ["type"] = "array", ["items"] = Of(item, closed) };
        }

        if (ValueOf(type) is { } value)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(value, closed) };
        }

        if (!names.TryGetValue(type, out var name))
        {
            name = NameOf(type);
            names.Add(type, name);
            var schema = new JsonObject();
            schemas.Add(name, schema);
            Fill(schema, type, closed);
        }

        return Reference(name);
    }

    private static JsonObject? Simple(Type type) => type switch
    {
        _ when type == typeof(string) => new() { ["type"] = "string" },
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) => new() { ["type"] = "integer", ["format"] = "int32" },
        _ when type == typeof(long) => new() { ["type"] = "integer", ["format"] = "int64" },
        _ when type == typeof(decimal) => new() { ["type"] = "number" },
        _ when type == typeof(DateOnly) => new() { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        _ when type == typeof(DateTime) => new()
        {
            ["type"] = "string",
            ["pattern"] = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$",
            ["description"] = "In the market's own time, without a zone.",
        },
        _ when type == typeof(Uri) => new() { ["type"] = "string", ["format"] = "uri" },
        _ when type == typeof(JsonElement) => new() { ["type"] = "object" },
        _ => null,
    };

    private static Type? ItemOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments().Length == 1 && typeof(IEnumerable).IsAssignableFrom(type)
            ? type.GetGenericArguments()[0]
            : null;

    private static Type? ValueOf(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [_, var value] && typeof(IEnumerable).IsAssignableFrom(type)
            ? value
            : null;

    private string NameOf(Type type)
    {
        var name = type.IsGenericType
            ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
                + string.Concat(type.GetGenericArguments().Select(argument => argument.Name))
            : type.Name;
        return schemas.ContainsKey(name) ? type.Namespace!.Split('.')[^1] + name : name;
    }

    private void Fill(JsonObject schema, Type type, bool closed)
    {
        if (DocComments.Of(type) is { } description)
        {
            schema["description"] = description;
        }

        if (type.IsEnum)
        {
            FillEnum(schema, type);
        }
        else if (type == typeof(MethodInputs))
        {
            schema["type"] = "object";
            schema["additionalProperties"] = Of(typeof(MethodValue), closed);
        }
        else if (type == typeof(MethodValue))
        {
            schema["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "number" },
                new JsonObject { ["type"] = "string" },
                new JsonObject { ["type"] = "boolean" },
                new JsonObject { ["type"] = "array", ["items"] = Of(typeof(MethodInputs), closed) });
        }
        else if (type.GetInterfaces().Any(shape =>
            shape.IsGenericType && shape.GetGenericTypeDefinition() == typeof(ILongValue<>)))
        {
            schema["type"] = "integer";
            schema["format"] = "int64";
        }
        else if (ConverterOf(type) == typeof(TextValueJsonConverter<>))
        {
            schema["type"] = "string";
            TextForms.Add(schema, type);
        }
        else
        {
            FillObject(schema, type, closed);
        }

        if (Units.Of(type) is { } unit)
        {
            schema["x-unit"] = unit;
        }
    }

    private static void FillEnum(JsonObject schema, Type type)
    {
        schema["type"] = "string";
        var members = Enum.GetNames(type);
        string Word(string member) =>
            JsonSerializer.SerializeToElement(Enum.Parse(type, member), type, ApiJson.Options).GetString()!;
        var meanings = members
            .Select(member => (Word: Word(member), Text: DocComments.OfMember(type, member)))
            .Where(one => one.Text is not null)
            .Select(one => $"* `{one.Word}`: {one.Text}");
        var description = string.Join('\n', new[] { (string?)schema["description"] }.OfType<string>().Concat(meanings));
        if (description.Length > 0)
        {
            schema["description"] = description;
        }

        if (type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            var words = string.Join('|', members.Select(Word));
            schema["pattern"] = $"^({words})(, ({words}))*$";
            schema["examples"] = new JsonArray(string.Join(", ", members.Skip(1).Take(2).Select(Word)));
        }
        else
        {
            schema["enum"] = new JsonArray([.. members.Select(member => (JsonNode)Word(member))]);
        }
    }

    private void FillObject(JsonObject schema, Type type, bool closed)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var (name, clr, mustBe, calculated) in PropertiesOf(type))
        {
            var property = name == "events" && clr == typeof(JsonElement) || clr == typeof(JsonElement?)
                ? Reference("Events")
                : Of(clr, closed);
            if (Member(type, name) is { } member && DocComments.Of(type, member.Name) is { } description)
            {
                property["description"] = description;
            }

            if (calculated)
            {
                property["readOnly"] = true;
            }

            properties.Add(name, property);
            if (mustBe)
            {
                required.Add(name);
            }
        }

        schema["type"] = "object";
        schema["properties"] = properties;
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        if (closed)
        {
            schema["additionalProperties"] = false;
        }
    }

    private static PropertyInfo? Member(Type type, string name) =>
        type.GetProperty(char.ToUpperInvariant(name[0]) + name[1..]);

    /// <summary>
    /// The properties as the serializer has them. Movements and transactions are written by hand in the ledger, in the
    /// shape that the serializer would give.
    /// </summary>
    private static IEnumerable<(string Name, Type Type, bool Required, bool Calculated)> PropertiesOf(Type type)
    {
        if (type == typeof(Movement) || type == typeof(Transaction))
        {
            return type.GetConstructors()[0].GetParameters().Select(parameter => (
                JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), parameter.ParameterType, true, false));
        }

        return ApiJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } contract
            ? contract.Properties.Where(property => property.Get is not null).Select(property => (
                property.Name,
                property.PropertyType,
                property.IsRequired,
                property.Set is null && property.AssociatedParameter is null))
            : throw new InvalidOperationException($"{type} has a JSON form that nobody has described.");
    }

    private static Type? ConverterOf(Type type) =>
        type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter
            ? converter.GetGenericTypeDefinition()
            : null;
}
