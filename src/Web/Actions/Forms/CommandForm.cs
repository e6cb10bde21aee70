using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Actions.Forms;

/// <summary>What reading a form gave.</summary>
/// <param name="Command">The command; null when a field is wrong.</param>
/// <param name="Problems">What is wrong, by the key of the field.</param>
public sealed record FormReading(Command? Command, IReadOnlyDictionary<string, Text> Problems);

/// <summary>
/// Turns what stands in a form into a command and back, for every command of the catalogue. What people can get wrong
/// is said at its field; nothing is thrown.
/// </summary>
public sealed class CommandForm
{
    private readonly CommandShape shape;
    private readonly ActionSheet sheet;
    private readonly FormValues values;
    private readonly Dictionary<string, Text> problems = [];

    private CommandForm(ActionSheet sheet, FormValues values)
    {
        shape = CommandShape.Of(sheet.Entry);
        this.sheet = sheet;
        this.values = values;
    }

    /// <summary>Reads a form.</summary>
    public static FormReading Read(ActionSheet sheet, FormValues values)
    {
        var form = new CommandForm(sheet, values);
        var json = form.Group(form.shape.Fields, "");
        if (form.problems.Count > 0)
        {
            return new FormReading(null, form.problems);
        }

        try
        {
            return new FormReading((Command?)json.Deserialize(sheet.Entry.Type, SchemeJson.Options), form.problems);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            form.problems[""] = FormTexts.Whole;
            return new FormReading(null, form.problems);
        }
    }

    /// <summary>What a form must hold to be read as this command.</summary>
    public static FormValues Write(Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        var json = JsonSerializer.SerializeToNode(command, entry.Type, SchemeJson.Options)!.AsObject();
        var values = new FormValues();
        FormWriter.Group(values, CommandShape.Of(entry).Fields, json, "");
        return values;
    }

    private JsonObject Group(IEnumerable<FieldShape> fields, string prefix)
    {
        var json = new JsonObject();
        foreach (var field in fields)
        {
            if (Field(field, prefix + field.Name) is { } value)
            {
                json[field.Name] = value;
            }
        }

        return json;
    }

    private JsonNode? Field(FieldShape field, string key) => field.Kind switch
    {
        FieldKind.Rows => Rows(field, key),
        FieldKind.Items => Items(field, key),
        FieldKind.Group when field.Omittable && !values.HasContent(key) => null,
        FieldKind.Group => Group(field.Children, key + "."),
        FieldKind.TwoLanguages => TwoLanguages(field, key),
        FieldKind.Inputs => InputsForm.Read(field, key, values, sheet, problems),
        _ => Value(field, key, values[key]),
    };

    private JsonNode? Value(FieldShape field, string key, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return Blank(field, key);
        }

        var (value, problem) = FieldReader.Read(field, typed, sheet);
        if (problem is not null)
        {
            problems[key] = problem;
        }

        return value;
    }

    private JsonNode? Blank(FieldShape field, string key)
    {
        if (field.Required)
        {
            problems[key] = FormTexts.Missing;
            return null;
        }

        return field.Omittable ? null : field.Kind switch
        {
            FieldKind.Flag => false,
            FieldKind.Vintage => "0",
            _ => "",
        };
    }

    private JsonArray? Rows(FieldShape field, string key)
    {
        var rows = new JsonArray();
        var count = values.Rows(key);
        for (var i = 0; i < count; i++)
        {
            var row = FormValues.Row(key, i);
            if (values.HasContent(row))
            {
                rows.Add(Group(field.Children, row + "."));
            }
        }

        return rows.Count == 0 && field.Omittable ? null : rows;
    }

    private JsonArray? Items(FieldShape field, string key)
    {
        var items = new JsonArray();
        foreach (var line in values[key].Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Length > 0)
            {
                items.Add(Value(field.Item!, key, line));
            }
        }

        return items.Count == 0 && field.Omittable ? null : items;
    }

    private JsonObject? TwoLanguages(FieldShape field, string key)
    {
        var line = field with { Kind = FieldKind.Line, Required = true, Omittable = false };
        if (!field.Required && !values.HasContent(key))
        {
            return null;
        }

        return new JsonObject
        {
            ["zh"] = Value(line, key + ".zh", values[key + ".zh"]),
            ["en"] = Value(line, key + ".en", values[key + ".en"]),
        };
    }
}
