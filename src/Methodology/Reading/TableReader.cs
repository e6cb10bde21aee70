using Tanheng.Quantities;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Methodology;

/// <summary>Reads the lookup tables.</summary>
internal sealed class TableReader(FileReading reading, MethodStatus status)
{
    public LookupTable? Read(string name, YamlNode node)
    {
        if (reading.Map(node, "title", "source", "status", "keys", "columns", "rows") is not { } fields)
        {
            return null;
        }

        var title = fields.Title("title", new Text(name, name));
        var source = fields.Required("source");
        var tableStatus = fields.Status(status);
        var keys = Keys(fields.RequiredNode("keys"));
        var columns = Columns(fields.RequiredNode("columns"));
        if (reading.HasFailed)
        {
            return null;
        }

        var rows = new List<LookupRow>();
        foreach (var row in reading.Sequence(fields.RequiredNode("rows")))
        {
            if (Row(row, keys, columns, source, tableStatus) is not { } read)
            {
                continue;
            }

            if (rows.Find(other => LookupTable.Collide(other, read)) is { } clash)
            {
                reading.Fail(
                    row,
                    $"表 {name}：键 {string.Join(", ", read.Keys)} 与 {string.Join(", ", clash.Keys)} 重复或年份重叠。",
                    $"Table {name}: the keys {string.Join(", ", read.Keys)} and {string.Join(", ", clash.Keys)} "
                        + "are the same or overlap.");
            }

            rows.Add(read);
        }

        return new LookupTable(name, title, keys, columns, rows);
    }

    private List<LookupKey> Keys(YamlNode node)
    {
        var keys = new List<LookupKey>();
        foreach (var (name, key, value) in reading.Map(node)?.All ?? [])
        {
            var kind = FileReading.Plain(value);
            if (kind is not ("text" or "year"))
            {
                reading.Fail(value, $"键 {name} 的类型只能是 text 或 year。", $"The key {name} is of type text or year.");
            }

            keys.Add(new LookupKey(name, kind == "year"));
        }

        return keys;
    }

    private List<LookupColumn> Columns(YamlNode node)
    {
        var columns = new List<LookupColumn>();
        foreach (var (name, _, value) in reading.Map(node)?.All ?? [])
        {
            columns.Add(FileReading.Plain(value) == "flag"
                ? new LookupColumn(name, MethodType.Flag, Unit.One)
                : new LookupColumn(name, MethodType.Number, reading.UnitOf(value)));
        }

        if (columns.Count == 0)
        {
            reading.Fail(node, "表至少需要一列。", "A table needs at least one column.");
        }

        return columns;
    }

    private LookupRow? Row(
        YamlNode node, List<LookupKey> keys, List<LookupColumn> columns, string source, MethodStatus tableStatus)
    {
        string[] allowed =
            ["title", "source", "status", .. keys.Select(key => key.Name), .. columns.Select(column => column.Name)];
        if (reading.Map(node, allowed) is not { } fields)
        {
            return null;
        }

        var texts = keys.ConvertAll(key => fields.Required(key.Name));
        var years = new List<YearRange>();
        for (var i = 0; i < keys.Count; i++)
        {
            if (!keys[i].IsYear)
            {
                continue;
            }

            if (!FileReading.TryYears(texts[i], out var range))
            {
                reading.Fail(
                    node,
                    $"{keys[i].Name} 应为年份，如 2021 或 2019-2020。",
                    $"{keys[i].Name} is a year such as 2021 or 2019-2020.");
            }

            years.Add(range);
        }

        var words = texts.Where((_, i) => !keys[i].IsYear).ToArray();
        var label = words.Length > 0 ? string.Join(" ", words) : string.Join(" ", texts);
        var values = columns.ConvertAll(column => Cell(fields, column));
        var rowSource = fields.Optional("source");
        return new LookupRow(
            texts, fields.Title("title", new Text(label, label)), values, rowSource.Length > 0 ? rowSource : source,
            fields.Status(tableStatus))
        {
            Years = [.. years],
            Words = words,
        };
    }

    private decimal Cell(Fields fields, LookupColumn column)
    {
        if (column.Type == MethodType.Flag)
        {
            return fields.One(column.Name, "", ("true", 1m), ("false", 0m));
        }

        return fields[column.Name] is { } node
            ? reading.Decimal(node) ?? 0m
            : Missing(fields, column.Name);
    }

    private decimal Missing(Fields fields, string column)
    {
        reading.Fail(fields.Node, $"这一行缺少 {column}。", $"This row lacks {column}.");
        return 0m;
    }
}
