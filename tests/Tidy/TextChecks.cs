using System.Text.RegularExpressions;

namespace Tanheng.Tidy.Tests;

/// <summary>What is asked of every line of text.</summary>
internal static partial class TextChecks
{
    public const int MaxColumns = 120;

    /// <summary>No tab, no blank at the end of a line, lines end in LF, the file ends in one line end.</summary>
    public static IEnumerable<string> Whitespace(SourceFile file)
    {
        for (var i = 0; i < file.Lines.Length; i++)
        {
            var line = file.Lines[i];
            if (line.EndsWith('\r'))
            {
                yield return file.At(i + 1, "ends in CR LF, not LF");
            }
            else if (line.Length > 0 && char.IsWhiteSpace(line[^1]) && !IsMarkdownBreak(file, line))
            {
                yield return file.At(i + 1, "blank at the end of the line");
            }

            if (line.Contains('\t', StringComparison.Ordinal))
            {
                yield return file.At(i + 1, "tab");
            }
        }

        if (file.Text.Length > 0 && (!file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal)))
        {
            yield return file.At(file.Lines.Length, "the file does not end in exactly one line end");
        }
    }

    /// <summary>No line wider than 120 columns; lines for which <paramref name="free"/> is true may be.</summary>
    public static IEnumerable<string> Columns(SourceFile file, Func<int, bool> free) => file.Lines
        .Select((line, i) => (line.Length, Number: i + 1))
        .Where(line => line.Length > MaxColumns && !free(line.Number))
        .Select(line => file.At(line.Number, $"{line.Length} columns, {MaxColumns} at most"));

    /// <summary>Work that is left for later has an issue, not a comment.</summary>
    public static IEnumerable<string> Leftovers(SourceFile file) => Matches(file, Leftover(), "is left for later");

    /// <summary>No path of somebody's machine.</summary>
    public static IEnumerable<string> MachinePaths(SourceFile file) =>
        Matches(file, MachinePath(), "is a path of one machine");

    private static IEnumerable<string> Matches(SourceFile file, Regex pattern, string what) => file.Lines
        .SelectMany((line, i) => pattern.Matches(line).Select(match => file.At(i + 1, $"'{match.Value}' {what}")));

    private static bool IsMarkdownBreak(SourceFile file, string line) =>
        file.Path.EndsWith(".md", StringComparison.Ordinal) && line.EndsWith("  ", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|X[X]X:|H[A]CK:)")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"(?<![\w.~/])/(ro[o]t|ho[m]e|wo[r]k|Us[e]rs|mn[t])/\w[\w./-]*|\b[A-Z]:\\\\?Us[e]rs\b")]
    private static partial Regex MachinePath();
}
