using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Scheme;

/// <summary>
/// What is wrong with a table, row by row, so that all of it comes back at once: one row by its own refusal with the
/// row's number, several by one that names each row and its reason.
/// </summary>
internal sealed class RowProblems
{
    private const int Most = 200;
    private readonly List<(int Row, Refusal Refusal)> found = [];

    /// <summary>True while every row is good.</summary>
    public bool None => found.Count == 0;

    /// <summary>Notes a refusal of a row, counted from 1.</summary>
    public void Add(int row, Refusal refusal) => found.Add((row, refusal));

    /// <summary>The refusal of the table; null while every row is good.</summary>
    /// <param name="several">With <c>count</c>, <c>problems_zh</c> and <c>problems_en</c>.</param>
    public Refusal? Of(RefusalCode several)
    {
        if (found is [var (row, only)])
        {
            var details = only["row"] is null
                ? [.. only.Details, KeyValuePair.Create("row", row.ToString(CultureInfo.InvariantCulture))]
                : only.Details;
            return only with { Details = details };
        }

        return None
            ? null
            : several.With(("count", found.Count), ("problems_zh", Named("zh")), ("problems_en", Named("en")));
    }

    private string Named(string language)
    {
        var (before, after, between) = language == "zh" ? ("第 ", " 行：", "；") : ("row ", ": ", "; ");
        var named = found.Take(Most).Select(one => before + one.Row.ToString(CultureInfo.InvariantCulture) + after
            + one.Refusal.Message(language).TrimEnd('。', '.'));
        return string.Join(between, named) + (found.Count > Most ? between + "…" : language == "zh" ? "。" : ".");
    }
}
