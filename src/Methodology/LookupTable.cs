using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>A row of a lookup table.</summary>
/// <param name="Keys">Its keys in the table's order; a year key reads <c>2021</c> or <c>2019-2020</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Values">The cells in the table's order of columns; flags are 0 or 1.</param>
/// <param name="Source">Where these figures come from.</param>
/// <param name="Status">How far they are confirmed.</param>
public sealed record LookupRow(
    IReadOnlyList<string> Keys, Text Title, IReadOnlyList<decimal> Values, string Source, MethodStatus Status)
{
    internal YearRange[] Years { get; init; } = [];

    internal string[] Words { get; init; } = [];
}

/// <summary>A column of a lookup table: a number with a unit, or a flag.</summary>
public sealed record LookupColumn(string Name, MethodType Type, Unit Unit);

/// <summary>A key of a lookup table: a year (rows may hold a range of years) or a text.</summary>
public sealed record LookupKey(string Name, bool IsYear);

/// <summary>Figures by key and validity, each with its source.</summary>
public sealed class LookupTable
{
    private readonly Dictionary<string, LookupRow[]> byFirstWord;

    internal LookupTable(
        string name,
        Text title,
        IReadOnlyList<LookupKey> keys,
        IReadOnlyList<LookupColumn> columns,
        IReadOnlyList<LookupRow> rows)
    {
        Name = name;
        Title = title;
        Keys = keys;
        Columns = columns;
        Rows = rows;
        byFirstWord = rows.GroupBy(row => row.Words.Length == 0 ? "" : row.Words[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The name formulas use.</summary>
    public string Name { get; }

    /// <summary>What people call it.</summary>
    public Text Title { get; }

    /// <summary>What a row is found by.</summary>
    public IReadOnlyList<LookupKey> Keys { get; }

    /// <summary>What a row holds.</summary>
    public IReadOnlyList<LookupColumn> Columns { get; }

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyList<LookupRow> Rows { get; }

    /// <summary>The row for text keys and year keys, each in the table's order; null when there is none.</summary>
    internal LookupRow? Find(ReadOnlySpan<string> words, ReadOnlySpan<decimal> years)
    {
        if (!byFirstWord.TryGetValue(words.IsEmpty ? "" : words[0], out var candidates))
        {
            return null;
        }

        foreach (var row in candidates)
        {
            if (Matches(row, words, years))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>True when no lookup could tell the two rows apart.</summary>
    internal static bool Collide(LookupRow a, LookupRow b)
    {
        for (var i = 0; i < a.Years.Length; i++)
        {
            if (!a.Years[i].Overlaps(b.Years[i]))
            {
                return false;
            }
        }

        return a.Words.AsSpan().SequenceEqual(b.Words);
    }

    internal string Describe(ReadOnlySpan<string> words, ReadOnlySpan<decimal> years)
    {
        var parts = new List<string>();
        var (word, year) = (0, 0);
        foreach (var key in Keys)
        {
            var value = key.IsYear ? years[year++].ToString(CultureInfo.InvariantCulture) : words[word++];
            parts.Add($"{key.Name}={value}");
        }

        return string.Join(", ", parts);
    }

    private static bool Matches(LookupRow row, ReadOnlySpan<string> words, ReadOnlySpan<decimal> years)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (row.Words[i] != words[i])
            {
                return false;
            }
        }

        for (var i = 0; i < years.Length; i++)
        {
            if (years[i] < row.Years[i].From || years[i] > row.Years[i].Until)
            {
                return false;
            }
        }

        return true;
    }
}
