using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Tanheng.Cli.Scenarios;

/// <summary>The tables beside a scenario, read once.</summary>
public sealed class Tables(string folder)
{
    private readonly Dictionary<string, IReadOnlyList<TableRow>> read = [];

    /// <summary>The rows of a table.</summary>
    /// <exception cref="ScenarioException">No such file, or a row with more or fewer cells than the head.</exception>
    public IReadOnlyList<TableRow> Of(string name)
    {
        if (!read.TryGetValue(name, out var rows))
        {
            rows = Read(Path.Combine(folder, Path.GetFileName(name)));
            read.Add(name, rows);
        }

        return rows;
    }

    private static List<TableRow> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ScenarioException(path, 1, "the table is missing");
        }

        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { DetectColumnCountChanges = true });
        var rows = new List<TableRow>();
        try
        {
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                var cells = csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) ?? "", StringComparer.Ordinal);
                rows.Add(new TableRow(cells, csv.Context.Parser!.RawRow));
            }
        }
        catch (BadDataException bad)
        {
            throw new ScenarioException(path, bad.Context?.Parser?.RawRow ?? 0, "this row does not have the columns of the head");
        }

        return rows;
    }
}
