using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Lists;

/// <summary>
/// Lists as CSV (RFC 4180): UTF-8 with a byte order mark, so that spreadsheets read Chinese; a header with units; what
/// is inside an object gets a column of its own (<c>name.zh</c>); a list inside a cell is JSON. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front of it.
/// </summary>
internal static class Csv
{
    /// <summary>The content type.</summary>
    public const string ContentType = "text/csv";

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Column>> Columns = new();

    /// <summary>Answers with the items.</summary>
    public static Task WriteAsync<T>(ApiCall call, IReadOnlyList<T> items)
    {
        var name = call.Operation.Id + ".csv";
        call.Http.Response.ContentType = "text/csv; charset=utf-8; header=present";
        call.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        var text = Write(items);
        return call.Http.Response.WriteAsync("\uFEFF" + text, Encoding.UTF8, call.Http.RequestAborted);
    }

    /// <summary>The first line of a list of such items.</summary>
    public static string HeaderOf(Type type) =>
        string.Join(',', Columns.GetOrAdd(type, Of).Select(column => column.Header));

    /// <summary>The items as CSV.</summary>
    internal static string Write<T>(IReadOnlyList<T> items)
    {
        var columns = Columns.GetOrAdd(typeof(T), Of);
        var text = new StringBuilder();
        AddLine(text, columns.Select(column => column.Header));
        foreach (var item in items)
        {
            AddLine(text, columns.Select(column => Cell(column.Value(item!), column.Type)));
        }

        return text.ToString();
    }

    private static IReadOnlyList<Column> Of(Type type) => [.. Of(type, "", item => item)];

    private static IEnumerable<Column> Of(Type type, string prefix, Func<object, object?> value)
    {
        foreach (var property in ApiJson.Options.GetTypeInfo(type).Properties)
        {
            var get = property.Get!;
            var inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object? Value(object item) => value(item) is { } owner ? get(owner) : null;
            if (IsObject(inner))
            {
                foreach (var column in Of(inner, prefix + property.Name + ".", Value))
                {
                    yield return column;
                }
            }
            else
            {
                var unit = Units.Of(inner) is { } known ? $" [{known}]" : "";
                yield return new Column(prefix + property.Name + unit, inner, Value);
            }
        }
    }

    private static bool IsObject(Type type) =>
        type != typeof(JsonElement) && ApiJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object;

    private static string Cell(object? value, Type type)
    {
        if (value is null)
        {
            return "";
        }

        var json = JsonSerializer.SerializeToElement(value, type, ApiJson.Options);
        return json.ValueKind switch
        {
            JsonValueKind.String => Harmless(json.GetString()!),
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            JsonValueKind.Array or JsonValueKind.Object => Harmless(json.GetRawText()),
            _ => json.GetRawText(),
        };
    }

    /// <summary>Spreadsheets take a text that begins so for a formula.</summary>
    private static string Harmless(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;

    private static void AddLine(StringBuilder text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            if (cell.AsSpan().ContainsAny(",\"\r\n"))
            {
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(cell);
            }
        }

        text.Append("\r\n");
    }

    private sealed record Column(string Header, Type Type, Func<object, object?> Value);
}
