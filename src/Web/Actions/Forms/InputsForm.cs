using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Actions.Forms;

/// <summary>
/// Inputs of a method: a field for each input where the method is known, else one JSON object. What stands in the
/// object holds before the fields.
/// </summary>
public static class InputsForm
{
    /// <summary>Writes inputs into the fields of a form.</summary>
    public static void Write(FormValues values, string key, MethodInputs inputs)
    {
        foreach (var (name, value) in inputs.Values)
        {
            var inner = key + "." + name;
            if (value.Kind != MethodValueKind.Rows)
            {
                values[inner] = value.ToString();
                continue;
            }

            for (var i = 0; i < value.Rows.Length; i++)
            {
                Write(values, FormValues.Row(inner, i), value.Rows[i]);
            }
        }
    }

    /// <summary>Reads what stands at a key; null when nothing does and nothing must.</summary>
    internal static JsonNode? Read(
        FieldShape field, string key, FormValues values, ActionSheet sheet, Dictionary<string, Text> problems)
    {
        var raw = values[key];
        if (!string.IsNullOrWhiteSpace(raw))
        {
            return Raw(raw, key, problems);
        }

        var json = sheet.Inputs.TryGetValue(field.Path, out var set)
            ? Row(set.Inputs, set.Complete, key, values, problems)
            : [];
        return json.Count == 0 && field.Omittable ? null : json;
    }

    private static JsonNode? Raw(string raw, string key, Dictionary<string, Text> problems)
    {
        try
        {
            // Read once as inputs, so that what they cannot be is said here.
            var inputs = JsonSerializer.Deserialize<MethodInputs>(raw, SchemeJson.Options);
            return inputs is null ? null : JsonSerializer.SerializeToNode(inputs, SchemeJson.Options);
        }
        catch (JsonException)
        {
            problems[key] = FormTexts.Inputs;
            return null;
        }
    }

    private static JsonObject Row(
        IReadOnlyList<MethodInput> inputs,
        bool complete,
        string key,
        FormValues values,
        Dictionary<string, Text> problems)
    {
        var json = new JsonObject();
        foreach (var input in inputs)
        {
            var inner = key + "." + input.Name;
            if (input.Type == MethodType.Rows)
            {
                if (Rows(input, complete, inner, values, problems) is { Count: > 0 } rows)
                {
                    json[input.Name] = rows;
                }
            }
            else if (Value(input, complete, inner, values[inner], problems) is { } value)
            {
                json[input.Name] = value;
            }
        }

        return json;
    }

    private static JsonArray Rows(
        MethodInput input, bool complete, string key, FormValues values, Dictionary<string, Text> problems)
    {
        var rows = new JsonArray();
        var count = values.Rows(key);
        for (var i = 0; i < count; i++)
        {
            var row = FormValues.Row(key, i);
            if (values.HasContent(row))
            {
                rows.Add(Row(input.Columns, complete, row, values, problems));
            }
        }

        if (complete && rows.Count < input.MinimumRows)
        {
            problems[key] = FormTexts.Missing;
        }

        return rows;
    }

    private static JsonNode? Value(
        MethodInput input, bool complete, string key, string typed, Dictionary<string, Text> problems)
    {
        var text = FieldReader.Plain(typed);
        if (text.Length == 0)
        {
            if (complete && !input.IsOptional && input.Default is null)
            {
                problems[key] = FormTexts.Missing;
            }

            return null;
        }

        var (value, problem) = Parsed(input, text);
        if (problem is not null)
        {
            problems[key] = problem;
        }

        return value;
    }

    private static (JsonNode? Value, Text? Problem) Parsed(MethodInput input, string text)
    {
        switch (input.Type)
        {
            case MethodType.Number:
                return !FieldReader.Number(text, out var number) ? (null, FormTexts.Decimal)
                    : !input.Range.Contains(number) ? (null, FormTexts.Outside(input.Range.ToString()))
                    : (JsonValue.Create(number), null);
            case MethodType.Year:
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    ? (year, null)
                    : (null, FormTexts.WholeNumber);
            case MethodType.Flag:
                return text is "true" or "false" ? (text == "true", null) : (null, FormTexts.Choice);
            case MethodType.Choice when input.Choices.Count > 0 && input.Choices.All(choice => choice.Value != text):
                return (null, FormTexts.Choice);
            default:
                return text.Length > FieldReader.MostLine
                    ? (null, FormTexts.TooLong(FieldReader.MostLine))
                    : (text, null);
        }
    }
}
