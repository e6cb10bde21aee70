using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tanheng.Cli.Scenarios;

/// <summary>
/// The European rulebook for any years: a year that the file does not name gets the rules of its last period, dates moved
/// along, marked as a parameter. Years between are added too, because periods follow on one another. So another file of
/// verified emissions can be played whatever its years.
/// </summary>
public static partial class YearlyRules
{
    /// <summary>The rulebook's text with a period for each of the years and those between.</summary>
    public static string Extend(string text, IReadOnlySet<int> years)
    {
        var lines = text.Split('\n').ToList();
        var start = lines.FindIndex(line => line == "periods:") + 1;
        var end = lines.FindIndex(start, line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#');
        var blocks = Blocks(lines[start..end]);
        var (last, pattern) = blocks.Last();
        var periods = new SortedDictionary<int, string>(blocks);
        var first = Math.Min(years.Min(), blocks.Keys.First());
        var all = Enumerable.Range(first, Math.Max(years.Max(), last) - first + 1);
        foreach (var year in all.Where(year => !blocks.ContainsKey(year)))
        {
            periods.Add(year, Moved(pattern, last, year));
        }

        var result = new StringBuilder();
        result.AppendJoin('\n', lines[..start]).Append('\n');
        result.AppendJoin("", periods.Values);
        result.Append(Earlier(string.Join('\n', lines[end..]), blocks.Keys.First(), first));
        return result.ToString();
    }

    private static SortedDictionary<int, string> Blocks(IEnumerable<string> lines)
    {
        var blocks = new SortedDictionary<int, string>();
        var year = 0;
        foreach (var line in lines)
        {
            var head = PeriodHead().Match(line);
            year = head.Success ? int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture) : year;
            if (year != 0)
            {
                blocks[year] = blocks.GetValueOrDefault(year, "") + line + "\n";
            }
        }

        return blocks;
    }

    private static string Moved(string block, int from, int to)
    {
        var moved = Date().Replace(block, match =>
            (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + to - from).ToString(CultureInfo.InvariantCulture)
            + match.Groups[2].Value);
        return PeriodHead().Replace(moved, $"  \"{to}\":", 1).Replace("status: law", "status: parameter", StringComparison.Ordinal);
    }

    /// <summary>Rules that begin with the first period of the file begin with an earlier one, where there is one.</summary>
    private static string Earlier(string text, int from, int to) => to >= from ? text : BeginsWith().Replace(text, match =>
        match.Groups[2].Value == from.ToString(CultureInfo.InvariantCulture)
            ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}{to}{match.Groups[3].Value}parameter")
            : match.Value);

    [GeneratedRegex("^  \"(\\d{4})\":", RegexOptions.Multiline)]
    private static partial Regex PeriodHead();

    [GeneratedRegex(@"\b(\d{4})(-\d{2}-\d{2})\b")]
    private static partial Regex Date();

    [GeneratedRegex(@"(valid: \{ from: )(\d{4})(-01-01 \}[\s\S]*?status: )law")]
    private static partial Regex BeginsWith();
}
