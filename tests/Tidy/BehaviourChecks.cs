using System.Text.RegularExpressions;

namespace Tanheng.Tidy.Tests;

/// <summary>
/// What is asked of the table of behaviours: every row, a known word for how it stands, tests that exist.
/// </summary>
internal static partial class BehaviourChecks
{
    public static readonly IReadOnlyList<string> Words = ["kept", "better", "by rulebook", "not ours", "missing"];

    /// <summary>Rows that are asked for and not there, twice there, or there and not asked for.</summary>
    public static IEnumerable<string> Rows(SourceFile file, IEnumerable<int> asked)
    {
        var expected = asked.ToHashSet();
        var seen = new HashSet<int>();
        foreach (var (number, line, _) in Table(file))
        {
            if (!seen.Add(number))
            {
                yield return file.At(line, $"R{number:D3} stands twice");
            }
            else if (!expected.Contains(number))
            {
                yield return file.At(line, $"R{number:D3} is no row of the list");
            }
        }

        foreach (var missing in expected.Except(seen).Order())
        {
            yield return $"{file.Path}: R{missing:D3} is not there";
        }
    }

    /// <summary>Rows that do not say how they stand, or say it without a reason, a place or a test.</summary>
    public static IEnumerable<string> Standings(SourceFile file)
    {
        foreach (var (number, line, cells) in Table(file))
        {
            if (!Words.Contains(cells[2]))
            {
                yield return file.At(line, $"R{number:D3} is \"{cells[2]}\"; use one of: {string.Join(", ", Words)}");
            }
            else if (cells[1].Length == 0 || (cells[2] != "missing" && cells[3] is "" or "—"))
            {
                yield return file.At(line, $"R{number:D3} says nothing");
            }
            else if (cells[2] == "kept" && !TestName().IsMatch(cells[3]))
            {
                yield return file.At(line, $"R{number:D3} is kept, and no test is named");
            }
        }
    }

    /// <summary>Tests that are named and do not exist; <paramref name="tests"/> are the sources of all tests.</summary>
    public static IEnumerable<string> Tests(SourceFile file, IReadOnlyList<SourceFile> tests)
    {
        foreach (var (_, line, cells) in Table(file))
        {
            foreach (Match match in TestName().Matches(cells[3]))
            {
                var (name, method) = (match.Groups[1].Value, match.Groups[2].Value);
                var exists = tests.Any(source => Path.GetFileName(source.Path) == name + ".cs"
                    && source.Text.Contains($" {method}(", StringComparison.Ordinal));
                if (!exists)
                {
                    yield return file.At(line, $"there is no test {name}.{method}");
                }
            }
        }
    }

    private static IEnumerable<(int Number, int Line, string[] Cells)> Table(SourceFile file)
    {
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Row().Match(lines[i]) is { Success: true } match)
            {
                var cells = lines[i].Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
                yield return (
                    int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
                    i + 1,
                    cells.Length == 4 ? cells : [cells[0], "", "", ""]);
            }
        }
    }

    [GeneratedRegex(@"^\| R(\d{3}) \|")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:Tests|Stories|Table))\\.([A-Z][A-Za-z0-9_]*)`")]
    private static partial Regex TestName();
}
