using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Cli.Scenarios;

/// <summary>A row of a table: column names and cells.</summary>
public sealed record TableRow(IReadOnlyDictionary<string, string> Cells, int Line);

/// <summary>
/// Turns the YAML under <c>with</c> into a command's JSON. <c>$(column)</c> is the row's cell; a plain (unquoted)
/// scalar that reads as a number or true/false becomes one; an empty cell in a plain scalar of its own leaves the
/// member out; <c>{ each: table.csv, where: {…}, item: … }</c> becomes a list; <c>@kind key</c> becomes an id of the
/// market.
/// </summary>
public sealed partial class Template(
    Func<string, IReadOnlyList<TableRow>> tables, Func<string, string, long> references)
{
    /// <summary>The JSON of a node, in the light of one row.</summary>
    public JsonNode? Fill(YamlNode node, TableRow? row) => node switch
    {
        YamlScalarNode scalar => Scalar(scalar, row),
        YamlSequenceNode list => new JsonArray([.. list.Select(item => Fill(item, row))]),
        YamlMappingNode map when Child(map, "each") is { } table => Rows(map, table, row),
        YamlMappingNode map => Members(map, row),
        _ => null,
    };

    /// <summary>Rows of a table that satisfy the conditions.</summary>
    public IEnumerable<TableRow> Rows(string table, IEnumerable<KeyValuePair<string, string>> where, TableRow? outer)
    {
        var conditions = where.Select(pair => KeyValuePair.Create(pair.Key, Substitute(pair.Value, outer))).ToList();
        return tables(table).Where(candidate => conditions.All(condition =>
            candidate.Cells.TryGetValue(condition.Key, out var cell) ? cell == condition.Value : throw NoColumn(condition.Key)));
    }

    private JsonArray Rows(YamlMappingNode map, YamlNode table, TableRow? outer)
    {
        var where = Child(map, "where") is YamlMappingNode conditions
            ? conditions.Children.Select(pair => KeyValuePair.Create(pair.Key.ToString(), pair.Value.ToString()))
            : [];
        var item = Child(map, "item")
            ?? throw new InvalidOperationException($"line {map.Start.Line}: 'item' is missing");
        var rows = Rows(table.ToString(), where, outer);
        return new JsonArray([.. rows.Select(inner => Fill(item, Joined(outer, inner)))]);
    }

    private JsonObject Members(YamlMappingNode map, TableRow? row)
    {
        var members = new JsonObject();
        foreach (var (key, value) in map.Children)
        {
            if (Fill(value, row) is { } filled)
            {
                members[key.ToString()] = filled;
            }
        }

        return members;
    }

    private JsonValue? Scalar(YamlScalarNode scalar, TableRow? row)
    {
        var text = Substitute(scalar.Value ?? "", row);
        if (text.StartsWith('@') && text.IndexOf(' ', StringComparison.Ordinal) is > 1 and var space)
        {
            return JsonValue.Create(references(text[1..space], text[(space + 1)..]));
        }

        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        if (text.Length == 0 || text == "null")
        {
            return null;
        }

        if (text is "true" or "false")
        {
            return JsonValue.Create(text == "true");
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    /// <summary>A text with its columns filled in.</summary>
    public static string Substitute(string text, TableRow? row) => Column().Replace(text, match =>
        row is not null && row.Cells.TryGetValue(match.Groups[1].Value, out var cell)
            ? cell
            : throw NoColumn(match.Groups[1].Value));

    private static InvalidOperationException NoColumn(string name) => new($"there is no column {name}");

    private static TableRow Joined(TableRow? outer, TableRow inner)
    {
        if (outer is null)
        {
            return inner;
        }

        var cells = new Dictionary<string, string>(outer.Cells);
        foreach (var (name, cell) in inner.Cells)
        {
            cells[name] = cell;
        }

        return new TableRow(cells, inner.Line);
    }

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    [GeneratedRegex(@"\$\(([^()]+)\)")]
    private static partial Regex Column();
}
