using System.Text;
using Microsoft.AspNetCore.Http;

namespace Tanheng.Web.Portal.Tables;

/// <summary>Tables as files (RFC 4180), in UTF-8 with a mark that spreadsheets need to see that.</summary>
public static class Csv
{
    /// <summary>The file of a table: a head of keys and units, then the rows.</summary>
    public static string Of<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, string language)
    {
        var text = new StringBuilder();
        Line(text, columns.Select(column =>
            column.Key + (column.Unit is { } unit ? $" ({unit.In("en")})" : "")));
        foreach (var row in rows)
        {
            Line(text, columns.Select(column => Field(column.Value(row), language)));
        }

        return text.ToString();
    }

    /// <summary>Answers with the file.</summary>
    public static IResult Answer<T>(
        string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, string language)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        return Results.Bytes(
            [.. bytes.GetPreamble(), .. bytes.GetBytes(Of(columns, rows, language))],
            "text/csv; charset=utf-8",
            name + ".csv");
    }

    // A text that a spreadsheet would take for a formula is made one that it cannot.
    private static string Field(object? value, string language)
    {
        var raw = Cells.Raw(value, language);
        var isText = value is string or Quantities.Text;
        return isText && raw is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + raw : raw;
    }

    private static void Line(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Quote)).Append("\r\n");

    private static string Quote(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
