using System.Text.Json.Nodes;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Writes the JSON of a command into the fields of its form.</summary>
internal static class FormWriter
{
    public static void Group(FormValues values, IEnumerable<FieldShape> fields, JsonObject json, string prefix)
    {
        foreach (var field in fields)
        {
            if (json[field.Name] is { } value)
            {
                Field(values, field, value, prefix + field.Name);
            }
        }
    }

    private static void Field(FormValues values, FieldShape field, JsonNode value, string key)
    {
        switch (field.Kind)
        {
            case FieldKind.Group:
                Group(values, field.Children, value.AsObject(), key + ".");
                break;
            case FieldKind.Rows:
                Rows(values, field, value.AsArray(), key);
                break;
            case FieldKind.Items:
                values[key] = string.Join('\n', value.AsArray().Select(item => Written(field.Item!, item!)));
                break;
            case FieldKind.TwoLanguages:
                values[key + ".zh"] = value["zh"]!.GetValue<string>();
                values[key + ".en"] = value["en"]!.GetValue<string>();
                break;
            case FieldKind.Inputs:
                values[key] = value.ToJsonString(Scheme.SchemeJson.Options);
                break;
            default:
                values[key] = Written(field, value);
                break;
        }
    }

    private static void Rows(FormValues values, FieldShape field, JsonArray rows, string key)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            Group(values, field.Children, rows[i]!.AsObject(), FormValues.Row(key, i) + ".");
        }
    }

    private static string Written(FieldShape field, JsonNode value) => field.Kind switch
    {
        FieldKind.Method => value["id"] + "@" + value["version"],
        FieldKind.Sector => value.GetValue<string>() is { Length: > 0 } sector ? sector : "-",
        FieldKind.Rights => value.GetValue<string>().Replace(", ", "\n", StringComparison.Ordinal),
        _ when value is JsonValue plain && plain.TryGetValue<string>(out var text) => text,
        _ => value.ToJsonString(),
    };
}
