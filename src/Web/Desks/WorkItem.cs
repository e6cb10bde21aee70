using Tanheng.Quantities;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks;

/// <summary>Something that waits for an office.</summary>
/// <param name="Key">Its kind in filters and files.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="What">What it is.</param>
/// <param name="Entity">Whom it is about; null for the market itself.</param>
/// <param name="Due">Until when, in the market's zone; null without an end.</param>
/// <param name="Now">Business time in the market's zone.</param>
/// <param name="Path">Where it is looked at.</param>
public sealed record WorkItem(
    string Key, Text Kind, Text What, Text? Entity, DateTime? Due, DateTime Now, string Path)
{
    /// <summary>What may be done at once.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>Whole days left.</summary>
    public int? DaysLeft => Due is { } due ? DeskColumns.DaysUntil(Now, due) : null;

    /// <summary>The columns of a list of work.</summary>
    internal static IReadOnlyList<Column<WorkItem>> Columns { get; } =
    [
        DeskColumns.State<WorkItem>("kind", Words.DeskWork, item => item.Kind, item =>
            item.DaysLeft < 0 ? "bad" : item.DaysLeft <= 7 ? "warn" : ""),
        new("what", Words.DeskMatter, item => item.What) { Head = true, Link = item => item.Path },
        new("entity", Words.Entity, item => item.Entity),
        DeskColumns.Due<WorkItem>(item => item.Due),
        DeskColumns.Days<WorkItem>("days", item => item.DaysLeft),
        DeskColumns.Do<WorkItem>(item => item.Acts),
    ];

    /// <summary>What is most pressing first; what has no end last.</summary>
    internal static IReadOnlyList<WorkItem> Sorted(IEnumerable<WorkItem> items, DeskAsk ask) =>
    [
        .. items
            .Where(item => ask.Is("kind", item.Key))
            .Where(item => ask.Finds(item.What.Zh, item.What.En, item.Entity?.Zh, item.Entity?.En))
            .OrderBy(item => item.Due ?? DateTime.MaxValue),
    ];
}
