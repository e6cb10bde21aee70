using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tanheng.Web.Tests;

/// <summary>
/// Holds JSON to a schema of an OpenAPI 3.1 document: the keywords of JSON Schema 2020-12 that the document uses. A
/// keyword that it does not know is a finding too, so that nothing is thought to be checked that is not.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement document)
{
    private static readonly HashSet<string> Annotations =
        ["description", "title", "examples", "default", "readOnly", "deprecated", "x-unit", "example"];

    /// <summary>What is wrong with a value, with the place of each; empty when nothing is.</summary>
    public List<string> Check(JsonElement value, JsonElement schema)
    {
        var findings = new List<string>();
        Check(value, schema, "$", findings);
        return findings;
    }

    /// <summary>What a reference leads to, or null.</summary>
    public JsonElement? Follow(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var at = document;
        foreach (var step in reference[2..].Split('/'))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    private void Check(JsonElement value, JsonElement schema, string at, List<string> findings)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Annotations.Contains(keyword.Name))
            {
                Check(value, schema, keyword, at, findings);
            }
        }
    }

    private void Check(JsonElement value, JsonElement schema, JsonProperty keyword, string at, List<string> findings)
    {
        var wanted = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                Check(value, Follow(wanted.GetString()!)!.Value, at, findings);
                break;
            case "type":
                Expect(IsOf(value, wanted.GetString()!), $"{at} is no {wanted}", findings);
                break;
            case "enum":
                Expect(
                    wanted.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
                    $"{at} is none of {wanted}",
                    findings);
                break;
            case "const":
                Expect(JsonElement.DeepEquals(wanted, value), $"{at} is not {wanted}", findings);
                break;
            case "anyOf":
                Expect(
                    wanted.EnumerateArray().Any(one => Check(value, one).Count == 0),
                    $"{at} is none of the kinds",
                    findings);
                break;
            case "oneOf":
                CheckOne(value, wanted, at, findings);
                break;
            case "properties" or "required" or "additionalProperties":
                if (value.ValueKind == JsonValueKind.Object)
                {
                    CheckObject(value, schema, keyword, at, findings);
                }

                break;
            case "items":
                if (value.ValueKind == JsonValueKind.Array)
                {
                    foreach (var (i, item) in value.EnumerateArray().Index())
                    {
                        Check(item, wanted, $"{at}[{i}]", findings);
                    }
                }

                break;
            default:
                CheckScalar(value, keyword, at, findings);
                break;
        }
    }

    /// <summary>Exactly one fits; when none does, what is wrong with the one whose constants fit is said.</summary>
    private void CheckOne(JsonElement value, JsonElement choices, string at, List<string> findings)
    {
        var tried = choices.EnumerateArray().Select(one => Check(value, one)).ToList();
        var fitting = tried.Count(found => found.Count == 0);
        if (fitting != 1)
        {
            findings.Add($"{at} is {fitting} of the choices");
            findings.AddRange(
                tried.MinBy(found => found.Count(one => one.Contains(" is not ", StringComparison.Ordinal)))!);
        }
    }

    private void CheckObject(
        JsonElement value, JsonElement schema, JsonProperty keyword, string at, List<string> findings)
    {
        switch (keyword.Name)
        {
            case "required":
                foreach (var name in keyword.Value.EnumerateArray().Select(one => one.GetString()!))
                {
                    Expect(value.TryGetProperty(name, out _), $"{at} lacks {name}", findings);
                }

                break;
            case "properties":
                foreach (var property in keyword.Value.EnumerateObject())
                {
                    if (value.TryGetProperty(property.Name, out var inner))
                    {
                        Check(inner, property.Value, at + "." + property.Name, findings);
                    }
                }

                break;
            default:
                var known = schema.TryGetProperty("properties", out var properties)
                    ? properties.EnumerateObject().Select(one => one.Name).ToHashSet()
                    : [];
                foreach (var property in value.EnumerateObject().Where(one => !known.Contains(one.Name)))
                {
                    if (keyword.Value.ValueKind == JsonValueKind.False)
                    {
                        findings.Add($"{at} must not have {property.Name}");
                    }
                    else if (keyword.Value.ValueKind == JsonValueKind.Object)
                    {
                        Check(property.Value, keyword.Value, at + "." + property.Name, findings);
                    }
                }

                break;
        }
    }

    private static void CheckScalar(JsonElement value, JsonProperty keyword, string at, List<string> findings)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        var number = value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : (decimal?)null;
        var wanted = keyword.Value;
        var good = keyword.Name switch
        {
            "pattern" => text is null || Regex.IsMatch(text, wanted.GetString()!),
            "minLength" => text is null || text.Length >= wanted.GetInt32(),
            "maxLength" => text is null || text.Length <= wanted.GetInt32(),
            "minimum" => number is null || number >= wanted.GetDecimal(),
            "maximum" => number is null || number <= wanted.GetDecimal(),
            "format" => IsFormat(value, wanted.GetString()!),
            _ => throw new NotSupportedException($"{at}: the keyword {keyword.Name} is not checked"),
        };
        Expect(good, $"{at} = {value} does not keep {keyword.Name} {wanted}", findings);
    }

    // A format says nothing of a value of another type (JSON Schema Validation, 7.1).
    private static bool IsFormat(JsonElement value, string format)
    {
        var culture = CultureInfo.InvariantCulture;
        if (format is "date" or "date-time" or "uri" && value.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        return format switch
        {
            "int32" => value.ValueKind != JsonValueKind.Number || value.TryGetInt32(out _),
            "int64" => value.ValueKind != JsonValueKind.Number || value.TryGetInt64(out _),
            "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", culture, DateTimeStyles.None, out _),
            "date-time" => Regex.IsMatch(
                value.GetString()!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"),
            "uri" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
            _ => throw new NotSupportedException($"the format {format} is not checked"),
        };
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static void Expect(bool good, string finding, List<string> findings)
    {
        if (!good)
        {
            findings.Add(finding);
        }
    }
}
