namespace Tanheng.Cli.Scenarios;

/// <summary>
/// The tables beside a scenario, read once: comma-separated, one head line, no quotes. They are written by hand and by
/// figures.py, so a quote or a missing cell is a mistake and said so.
/// </summary>
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

        var lines = File.ReadAllLines(path);
        var head = lines.Length == 0 ? [] : lines[0].Split(',');
        if (head.Distinct(StringComparer.Ordinal).Count() != head.Length)
        {
            throw new ScenarioException(path, 1, "a column stands twice in the head");
        }

        var rows = new List<TableRow>();
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            if (cells.Length != head.Length || lines[i].Contains('"', StringComparison.Ordinal))
            {
                throw new ScenarioException(path, i + 1, "this row does not have the columns of the head");
            }

            var named = head.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            rows.Add(new TableRow(named, i + 1));
        }

        return rows;
    }
}
