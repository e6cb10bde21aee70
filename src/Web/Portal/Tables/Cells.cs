using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Portal.Tables;

/// <summary>The values of cells: for people, for files, and in order.</summary>
public static class Cells
{
    /// <summary>As a page shows it; nothing is a dash.</summary>
    public static string Show(object? value, string language) => value switch
    {
        null => "—",
        Tonnes tonnes => Format.Number(tonnes.Value),
        Money money => Format.Amount(money, language),
        BareAmount bare => bare.Money.Amount,
        long number => Format.Number(number),
        int number => Format.Number(number),
        decimal number => Format.Number(number),
        Text text => text.In(language),
        ObligationStatus status => Names.Of(status).In(language),
        Standing standing => Names.Of(standing).In(language),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime local => Format.Minute(local),
        _ => value.ToString() ?? "",
    };

    /// <summary>As a file has it: no grouping, dates as ISO 8601, nothing for nothing.</summary>
    public static string Raw(object? value, string language) => value switch
    {
        null => "",
        Tonnes tonnes => tonnes.Value.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        Money money => money.ToString(),
        BareAmount bare => bare.Money.Plain,
        DateTime local => local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        _ => Show(value, language),
    };

    /// <summary>Compares two cells of one column; nothing comes last either way.</summary>
    public static int Compare(object? left, object? right, string language, bool descending)
    {
        if (left is null || right is null)
        {
            return (left is null ? 1 : 0) - (right is null ? 1 : 0);
        }

        var order = (left, right) switch
        {
            (Tonnes a, Tonnes b) => a.CompareTo(b),
            (Money a, Money b) when a.Currency == b.Currency => a.CompareTo(b),
            (BareAmount a, BareAmount b) => Compare(a.Money, b.Money, language, descending: false),
            (Text a, Text b) => string.CompareOrdinal(a.In(language), b.In(language)),
            (string a, string b) => string.CompareOrdinal(a, b),
            (IComparable a, _) when a.GetType() == right.GetType() => a.CompareTo(right),
            _ => string.CompareOrdinal(Show(left, language), Show(right, language)),
        };
        return descending ? -order : order;
    }
}
