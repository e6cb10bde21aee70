using Tanheng.Quantities;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Moments;

/// <summary>What is different between two moments; null where something was not there.</summary>
public sealed record Change(string Key, Fact About, object? Before, object? After)
{
    /// <summary>After less before, for quantities; null for states.</summary>
    public object? Difference => (Before, After) switch
    {
        (Tonnes before, Tonnes after) => after - before,
        (null, Tonnes after) => after,
        (Tonnes before, null) => new Tonnes(-before.Value),
        (Money before, Money after) => new Money(after.Minor - before.Minor, after.Currency),
        (null, Money after) => after,
        (Money before, null) => new Money(-before.Minor, before.Currency),
        _ => null,
    };

    /// <summary>The unit of the figures; money has its own beside it.</summary>
    public Text? Unit => (Before ?? After) is Tonnes ? Words.Tonne : null;
}

/// <summary>Two moments side by side.</summary>
internal static class Comparison
{
    public static readonly IReadOnlyList<Column<Change>> Columns =
    [
        new("kind", Words.Kind, row => row.About.Kind),
        new("subject", Words.DeskWhose, row => row.About.Subject) { Head = true },
        new("item", Words.DeskItem, row => row.About.Item),
        new("before", Words.Before, row => row.Before) { Number = true },
        new("after", Words.After, row => row.After) { Number = true },
        new("difference", Words.DeskDifference, row => row.Difference) { Number = true },
        new("unit", Words.DeskUnit, row => row.Unit),
    ];

    /// <summary>The kinds of changes, for the filter.</summary>
    public static readonly IReadOnlyList<(string Key, Text Kind)> Kinds =
    [
        ("holding", Words.Holdings),
        ("obligation", Words.DeskObligation),
        ("accepted", Words.Verified),
        ("allocation", Words.DeskStands),
        ("status", Words.Status),
    ];

    /// <summary>Every difference, in the order of the kinds.</summary>
    public static IReadOnlyList<Change> Of(Snapshot from, Snapshot to, string kind = "", string words = "")
    {
        var changes = new List<Change>();
        foreach (var key in from.Facts.Keys.Union(to.Facts.Keys))
        {
            var (before, after) = (from.Facts.GetValueOrDefault(key), to.Facts.GetValueOrDefault(key));
            if (!Equals(before?.Value, after?.Value))
            {
                changes.Add(new Change(key, (after ?? before)!, before?.Value, after?.Value));
            }
        }

        return
        [
            .. changes
                .Where(one => kind.Length == 0 || one.Key.StartsWith(kind + " ", StringComparison.Ordinal))
                .Where(one => words.Length == 0
                    || one.About.Subject.Zh.Contains(words, StringComparison.OrdinalIgnoreCase)
                    || one.About.Subject.En.Contains(words, StringComparison.OrdinalIgnoreCase))
                .OrderBy(one => KindAt(one.Key)),
        ];
    }

    private static int KindAt(string key)
    {
        for (var i = 0; i < Kinds.Count; i++)
        {
            if (key.StartsWith(Kinds[i].Key + " ", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return Kinds.Count;
    }
}
