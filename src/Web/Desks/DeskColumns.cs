using Tanheng.Quantities;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks;

/// <summary>Columns that the desks share.</summary>
internal static class DeskColumns
{
    /// <summary>The column of links; it is not part of files.</summary>
    public const string Acts = "acts";

    /// <summary>A state in the colour of its meaning.</summary>
    public static Column<T> State<T>(
        string key, Text title, Func<T, Text?> value, Func<T, string> tone, Func<T, Refusal?>? why = null) =>
        new(key, title, value) { Tone = tone, Why = why };

    /// <summary>What may be done with the row.</summary>
    public static Column<T> Do<T>(Func<T, IReadOnlyList<Act>> acts) => new(Acts, Words.DeskActions, _ => null)
    {
        Sorts = false,
        Class = "acts",
        Acts = acts,
    };

    /// <summary>The first moment that is too late, said as the last day that is in time.</summary>
    public static Column<T> Due<T>(Func<T, DateTime?> due) => new("due", Words.Deadline, row => due(row))
    {
        Class = "nowrap",
        Cell = row => builder => builder.AddContent(0, due(row) is { } at ? Format.LastDay(at) : "—"),
    };

    /// <summary>How much time is left, with words for what is over.</summary>
    public static Column<T> Days<T>(string key, Func<T, int?> days) => new(key, Words.DeskDaysLeft, row => days(row))
    {
        Number = true,
        Unit = Words.DeskDays,
        Cell = row => builder =>
        {
            if (days(row) is { } left)
            {
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "class", left < 0 ? "overdue" : left <= 7 ? "soon" : "");
                builder.AddContent(2, Format.Number(left));
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(3, "—");
            }
        },
    };

    /// <summary>Whole days from one moment to another; less than zero when it is over.</summary>
    public static int DaysUntil(DateTime now, DateTime end) => (int)Math.Floor((end - now).TotalDays);
}
