using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Web.Portal.Public;

/// <summary>A rule as the browser of rules shows it.</summary>
/// <param name="Id">Its address: the path, with a number behind where a path stands more than once.</param>
/// <param name="Group">Its first word, such as <c>periods</c>.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Cited">The rule.</param>
/// <param name="Source">What it is taken from, in the words of the language.</param>
public sealed record RuleLine(string Id, string Group, Text Title, CitedRule Cited, Text Source)
{
    /// <summary>How firmly it is known.</summary>
    public Standing Standing => Cited.Cite.Standing;

    /// <summary>Its own page.</summary>
    public string Path => "/rules/" + Id;
}

/// <summary>The rules of a book, found, named and cut out of their file.</summary>
public static class RuleBrowser
{
    private const int MostLines = 60;

    /// <summary>All rules in the order of the file.</summary>
    public static IReadOnlyList<RuleLine> Of(Rulebook.Rulebook book)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new List<RuleLine>();
        foreach (var cited in book.Citations())
        {
            var count = seen[cited.Path] = seen.GetValueOrDefault(cited.Path) + 1;
            var id = count == 1 ? cited.Path : $"{cited.Path}.{count}";
            lines.Add(new RuleLine(
                id, cited.Path.Split('.')[0], RuleTitles.Of(book, cited.Path), cited, SourceOf(cited.Cite)));
        }

        return lines;
    }

    /// <summary>What a rule is taken from: the titles of its sources, each with its passage.</summary>
    public static Text SourceOf(Citation cite) => new(cite.Source, cite.SourceEn);

    /// <summary>Rules that contain the words, of a group and standing; all where nothing is asked.</summary>
    public static IReadOnlyList<RuleLine> Search(
        IReadOnlyList<RuleLine> rules, string? words, string? group, Standing? standing)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. rules
            .Where(rule => string.IsNullOrEmpty(group) || rule.Group == group)
            .Where(rule => standing is null || rule.Standing == standing)
            .Where(rule => wanted.All(word => Contains(rule, word)))];
    }

    /// <summary>
    /// The lines of a rule: from where it begins to where the next line stands as far out. Numbered as in the file.
    /// </summary>
    public static IReadOnlyList<(int Number, string Text)> Excerpt(string file, int line)
    {
        var lines = file.Split('\n');
        if (line < 1 || line > lines.Length)
        {
            return [];
        }

        var found = new List<(int, string)>();
        var start = Indent(lines[line - 1]);
        for (var at = line - 1; at < lines.Length && found.Count < MostLines; at++)
        {
            if (at >= line && !string.IsNullOrWhiteSpace(lines[at]) && Indent(lines[at]) <= start)
            {
                break;
            }

            found.Add((at + 1, lines[at].TrimEnd()));
        }

        while (found.Count > 1 && found[^1].Item2.Length == 0)
        {
            found.RemoveAt(found.Count - 1);
        }

        return found;
    }

    private static bool Contains(RuleLine rule, string word) =>
        new[] { rule.Id, rule.Title.Zh, rule.Title.En, rule.Source.Zh, rule.Source.En }
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));


    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
