using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Portal.Public;

/// <summary>The columns of the list of rules.</summary>
internal static class RuleColumns
{
    public static IReadOnlyList<Column<RuleLine>> All { get; } =
    [
        new("rule", Words.Rule, rule => rule.Title) { Head = true, Link = rule => rule.Path, Sorts = false },
        new("path", Words.RulePath, rule => rule.Id) { Class = "serial" },
        new("standing", Words.Standing, rule => rule.Standing),
        new("source", Words.Source, rule => rule.Source) { Cited = true },
        new("from", Words.ValidFrom, rule => rule.Cited.Cite.From) { Class = "nowrap" },
        new("until", Words.ValidUntil, rule => rule.Cited.Cite.Until) { Class = "nowrap" },
        new("line", Words.FileLine, rule => rule.Cited.Line) { Number = true },
    ];
}
