using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Tanheng.Web.Portal.Tables;

/// <summary>
/// Lists in the order of a column, remembered as long as somebody keeps the list: the lists of all entities are shared
/// by their readers until the next row of the journal, and putting 12,000 rows in order takes longer than drawing the
/// page.
/// </summary>
internal static class SortedRows
{
    private const int MostOrders = 50;
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<object, object>> Known = [];

    /// <summary>The rows in the order of a column; equal ones stay as they were.</summary>
    public static IReadOnlyList<T> Of<T>(
        IReadOnlyList<T> rows, Column<T> column, bool descending, string language)
    {
        var orders = Known.GetOrCreateValue(rows);
        if (orders.Count >= MostOrders)
        {
            orders.Clear();
        }

        return (IReadOnlyList<T>)orders.GetOrAdd(
            (column.Key, descending, language),
            static (_, asked) => Sort(asked.rows, asked.column, asked.descending, asked.language),
            (rows, column, descending, language));
    }

    private static List<T> Sort<T>(IReadOnlyList<T> rows, Column<T> column, bool descending, string language) =>
    [
        .. rows.Order(Comparer<T>.Create((left, right) =>
            Cells.Compare(column.Value(left), column.Value(right), language, descending))),
    ];
}
