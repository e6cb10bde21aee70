using Tanheng.Methodology;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Verifier;

/// <summary>How the figures of a report stand beside those of the year before.</summary>
internal static class ReportFigures
{
    /// <summary>A change that a verifier should look at, in percent.</summary>
    public const decimal Striking = 10m;

    public static readonly IReadOnlyList<Column<ReportFigure>> All =
    [
        new("title", Words.DeskInput, row => row.Title) { Head = true },
        new("unit", Words.DeskUnit, row => row.Unit),
        new("now", Words.DeskThisYear, row => Shown(row, row.Now)) { Number = true },
        new("before", Words.DeskLastYear, row => row.Before is { } value ? Shown(row, value) : null) { Number = true },
        new("change", Words.DeskChange, row => row.Change)
        {
            Number = true,
            Unit = new("%", "%"),
            Cell = row => builder =>
            {
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "class", Math.Abs(row.Change ?? 0m) >= Striking ? "striking" : "");
                builder.AddContent(2, Percent(row.Change));
                builder.CloseElement();
            },
        },
    ];

    /// <summary>With its sign: <c>+3.2</c>.</summary>
    public static string Percent(decimal? change) => change is { } value
        ? (value > 0 ? "+" : "") + value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)
        : "—";

    private static object? Shown(ReportFigure row, MethodValue value) => value.Kind switch
    {
        MethodValueKind.Number => value.Number,
        MethodValueKind.Flag => value.Flag ? Words.Yes : Words.No,
        MethodValueKind.Text => row.Choices.FirstOrDefault(one => one.Value == value.Text)?.Title ?? (object)value.Text,
        _ => value.ToString(),
    };
}
