using System.Text.RegularExpressions;

namespace Tanheng.Tidy.Tests;

/// <summary>What is asked of the documents.</summary>
internal static partial class MarkdownChecks
{
    /// <summary>
    /// Every link that stays inside the repository leads to a file or folder, and to a heading it has.
    /// </summary>
    public static IEnumerable<string> Links(SourceFile file, Func<string, string?> read)
    {
        var folder = Path.GetDirectoryName(file.Path) ?? "";
        foreach (var (line, number) in Prose(file))
        {
            foreach (Match match in Link().Matches(line))
            {
                var target = match.Groups[1].Value;
                if (target.Contains("://", StringComparison.Ordinal))
                {
                    continue;
                }

                var (path, anchor) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, "");
                var text = path == "" ? file.Text : read(Normal(folder, path));
                if (text is null)
                {
                    yield return file.At(number, $"the link {target} leads nowhere");
                }
                else if (anchor != "" && !Headings(new SourceFile(path, text)).Select(Anchor).Contains(anchor))
                {
                    yield return file.At(number, $"the link {target} leads to no heading");
                }
            }
        }
    }

    /// <summary>The same document in two languages has the same headings, level by level.</summary>
    public static IEnumerable<string> SameShape(SourceFile left, SourceFile right)
    {
        var (a, b) = (Headings(left).Select(Level).ToList(), Headings(right).Select(Level).ToList());
        if (!a.SequenceEqual(b))
        {
            yield return $"{left.Path} has headings of {string.Join(' ', a)}, {right.Path} of {string.Join(' ', b)}";
        }
    }

    private static IEnumerable<string> Headings(SourceFile file) =>
        Prose(file).Select(line => line.Text).Where(line => Heading().IsMatch(line));

    private static int Level(string heading) => heading.TakeWhile(letter => letter == '#').Count();

    /// <summary>
    /// The anchor that code hosts give a heading: lower case, blanks to hyphens, punctuation dropped.
    /// </summary>
    private static string Anchor(string heading) => string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');

    /// <summary>The lines outside of code blocks, with their numbers.</summary>
    private static IEnumerable<(string Text, int Number)> Prose(SourceFile file)
    {
        var inCode = false;
        for (var i = 0; i < file.Lines.Length; i++)
        {
            if (file.Lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                inCode = !inCode;
            }
            else if (!inCode)
            {
                yield return (file.Lines[i], i + 1);
            }
        }
    }

    private static string Normal(string folder, string path) =>
        Path.GetRelativePath("/", Path.GetFullPath(Uri.UnescapeDataString(path), "/" + folder)).Replace('\\', '/');

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6}\s")]
    private static partial Regex Heading();
}
