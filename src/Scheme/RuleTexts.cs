using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme;

/// <summary>Rules as texts become rules as types, or one refusal that lists everything that is wrong.</summary>
public static class RuleTexts
{
    private const int ProblemsInSentence = 3;

    /// <summary>
    /// The rulebook and its methods. Refused when a file has an error, or when a method is named by the rulebook and is
    /// not there; the sentence has the first problems, the detail <c>all</c> every one, a line each. When
    /// <paramref name="commands"/> are given, approvals may name these only.
    /// </summary>
    public static Outcome<(Rulebook.Rulebook Book, MethodLibrary Methods)> Read(
        RuleText rulebook,
        IReadOnlyList<RuleText> includes,
        IReadOnlyList<RuleText> methods,
        IReadOnlyCollection<string>? commands = null)
    {
        var reading = RulebookReader.Read(
            rulebook.Name,
            rulebook.Text,
            name => includes.FirstOrDefault(include => include.Name == name)?.Text,
            commands);
        var library = MethodLibrary.Read(methods.Select(method => (method.Name, method.Text)));
        var problems = new List<Text>();
        problems.AddRange(reading.Diagnostics.Select(found => new Text(found.ToString("zh"), found.ToString("en"))));
        problems.AddRange(library.Diagnostics.Select(found => new Text(found.ToString("zh"), found.ToString("en"))));
        if (reading.Rulebook is { } book)
        {
            problems.AddRange(MissingMethods(rulebook.Name, book, library));
            if (problems.Count == 0)
            {
                return (book, library);
            }
        }

        return SchemeRefusals.BadRules.With(
            ("problem", Join(problems.Take(ProblemsInSentence), problem => problem.En, "; ")),
            ("problem_zh", Join(problems.Take(ProblemsInSentence), problem => problem.Zh, "；")),
            ("count", problems.Count),
            ("all", Join(problems, problem => problem.En, "\n")),
            ("all_zh", Join(problems, problem => problem.Zh, "\n")));
    }

    private static string Join(IEnumerable<Text> problems, Func<Text, string> text, string separator) =>
        string.Join(separator, problems.Select(text));

    private static IEnumerable<Text> MissingMethods(string file, Rulebook.Rulebook book, MethodLibrary library)
    {
        var seen = new HashSet<MethodReference>();
        foreach (var sector in book.Periods.SelectMany(period => period.Sectors))
        {
            MethodReference?[] named = [sector.Emissions, sector.Allocation, sector.PreAllocation];
            foreach (var reference in named)
            {
                if (reference is { } method && library.Find(method.Id, method.Version).Refusal is not null
                    && seen.Add(method))
                {
                    yield return new Text(
                        $"{file}:{sector.Line}: 缺少方法学 {method}，请一并提交其文件。",
                        $"{file}:{sector.Line}: method {method} is missing; send its file with the rulebook.");
                }
            }
        }
    }
}
