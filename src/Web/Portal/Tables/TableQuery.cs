using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Tanheng.Web.Portal.Tables;

/// <summary>
/// What a page's address says of its table: <c>?sort=-verified&amp;page=2</c>, beside filters that are kept as they
/// are.
/// </summary>
public sealed record TableQuery(string Path, string Sort, bool Descending, int Page)
{
    private IReadOnlyList<KeyValuePair<string, string>> Others { get; init; } = [];

    /// <summary>Reads the address of a page, absolute or a path.</summary>
    public static TableQuery Of(string address)
    {
        var uri = new Uri(new Uri("http://site"), address);
        var query = QueryHelpers.ParseQuery(uri.Query);
        var sort = query.TryGetValue("sort", out var sorts) ? sorts.ToString() : "";
        var asked = query.TryGetValue("page", out var pages) ? pages.ToString() : "";
        _ = int.TryParse(asked, CultureInfo.InvariantCulture, out var page);
        return new TableQuery(uri.AbsolutePath, sort.TrimStart('-'), sort.StartsWith('-'), Math.Max(1, page))
        {
            Others = [.. query.Where(pair => pair.Key is not ("sort" or "page"))
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))
                .Where(pair => pair.Value.Length > 0)],
        };
    }

    /// <summary>True when a filter is set.</summary>
    public bool Filtered => Others.Any(pair => pair.Key != "lang");

    /// <summary>The same table by another column; the same column turns the order round.</summary>
    public string SortedBy(string key) => Address(key == Sort && !Descending ? "-" + key : key, 1);

    /// <summary>The address of another page, up to its number.</summary>
    public string AtPage(int page) => Address(Descending ? "-" + Sort : Sort, page);

    /// <summary>The same filters and order for another path, such as the CSV file.</summary>
    public string For(string path) => (this with { Path = path }).Address(Descending ? "-" + Sort : Sort, 1);

    private string Address(string sort, int page)
    {
        var pairs = Others.Select(pair => (pair.Key, pair.Value)).ToList();
        if (sort.Length > 0)
        {
            pairs.Add(("sort", sort));
        }

        if (page > 1)
        {
            pairs.Add(("page", page.ToString(CultureInfo.InvariantCulture)));
        }

        return pairs.Count == 0
            ? Path
            : Path + "?" + string.Join('&', pairs.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}"));
    }

    /// <summary>
    /// Rows in the order asked for; in their own order when no column is named. A list that many readers share is put
    /// in order once for them all.
    /// </summary>
    public IReadOnlyList<T> Order<T>(IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, string language) =>
        columns.FirstOrDefault(one => one.Sorts && one.Key == Sort) is { } column
            ? SortedRows.Of(rows, column, Descending, language)
            : rows;
}
