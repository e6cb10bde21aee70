using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;

namespace Tanheng.Web.Api.Commands;

/// <summary>The JSON body of a request, read strictly: what is wrong is said with its line and field.</summary>
internal static partial class RequestBody
{
    /// <summary>4 MiB: a rulebook with all its methods.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly Text Empty = new("正文为空，应为一个 JSON 对象", "the body is empty; a JSON object is expected");

    /// <summary>
    /// Reads a body of a type. Refusals in order: wrong content type; too large; bad body.
    /// </summary>
    public static async Task<Outcome<object>> ReadAsync(HttpContext http, Type type)
    {
        if (!http.Request.HasJsonContentType())
        {
            return WrongType(http, "application/json");
        }

        return (await BytesAsync(http, MaxBytes)).Try(out var bytes, out var refusal) ? Read(bytes, type) : refusal;
    }

    /// <summary>The body's bytes, unless there are too many.</summary>
    public static async Task<Outcome<byte[]>> BytesAsync(HttpContext http, int limit)
    {
        if (http.Request.ContentLength > limit)
        {
            return ApiRefusals.BodyTooLarge.With(("limit", limit));
        }

        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        var block = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(block, http.RequestAborted)) > 0)
        {
            if (body.Length + read > limit)
            {
                return ApiRefusals.BodyTooLarge.With(("limit", limit));
            }

            body.Write(block, 0, read);
        }

        return body.ToArray();
    }

    /// <summary>The refusal of a content type.</summary>
    public static Refusal WrongType(HttpContext http, string allowed) => ApiRefusals.WrongContentType.With(
        ("type", http.Request.ContentType is { Length: > 0 and <= 100 } type ? type : "-"), ("allowed", allowed));

    /// <summary>Reads bytes of a type.</summary>
    internal static Outcome<object> Read(ReadOnlySpan<byte> json, Type type)
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json["\uFEFF"u8.Length..];
        }

        try
        {
            var value = JsonSerializer.Deserialize(json, type, ApiJson.Options);
            return value is null ? Bad(1, "-", Empty) : Outcome.Of(value);
        }
        catch (JsonException problem)
        {
            return json.Trim(" \t\r\n"u8).IsEmpty
                ? Bad(1, "-", Empty)
                : Explain(WithWholePath(json, type) ?? problem);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException
            or OverflowException or NotSupportedException)
        {
            return Bad(1, "-", new Text("有内容无法读取", "something in it cannot be read"));
        }
    }

    /// <summary>
    /// The converter of lists reads each on its own, so that what it finds wrong has lost the way there. Without it the
    /// same is found with its whole path; what it alone refuses (nulls among items) is not found.
    /// </summary>
    private static JsonException? WithWholePath(ReadOnlySpan<byte> json, Type type)
    {
        try
        {
            JsonSerializer.Deserialize(json, type, ApiJson.Plain);
            return null;
        }
        catch (JsonException problem)
        {
            return problem;
        }
    }

    private static Refusal Explain(JsonException problem)
    {
        var line = (problem.LineNumber ?? 0) + 1;
        var path = problem.Path is null or "$" ? "" : problem.Path.StartsWith("$.", StringComparison.Ordinal)
            ? problem.Path[2..]
            : problem.Path[1..];
        var message = problem.Message;
        if (Unmapped().Match(message) is { Success: true } unknown)
        {
            return Bad(line, Named(path, unknown.Groups[1].Value), new Text("没有这个字段", "there is no such field"));
        }

        if (Missing().Match(message) is { Success: true } missing)
        {
            var names = string.Join(", ", Quoted().Matches(missing.Groups[1].Value)
                .Select(name => name.Groups[1].Value));
            return Bad(line, Shown(path), new Text($"缺少 {names}", $"{names} missing"));
        }

        if (Duplicate().Match(message) is { Success: true } twice)
        {
            return Bad(line, Named(path, twice.Groups[1].Value), new Text("字段重复", "the field stands twice"));
        }

        if (problem.InnerException is JsonException)
        {
            var syntax = Position().Replace(problem.InnerException.Message, "").Trim();
            return Bad(line, Shown(path), new Text($"不是合法的 JSON（{syntax}）", $"this is not JSON: {syntax}"));
        }

        return Converted().IsMatch(message) || !TypeForm().IsMatch(message)
            ? Bad(line, Shown(path), new Text("值的类型不符", "the value is of another kind"))
            : Bad(line, Shown(path), Sentence(message));
    }

    /// <summary>Value types say in their own words what they read like.</summary>
    private static Text Sentence(string message)
    {
        var sentence = Position().Replace(message, "").Trim().TrimEnd('.');
        return new Text($"值不可用（{sentence}）", sentence);
    }

    private static string Shown(string path) => path.Length == 0 ? "-" : path;

    private static string Named(string path, string name) =>
        path.Length == 0 || path == name ? name
        : path.EndsWith("." + name, StringComparison.Ordinal) ? path
        : path + "." + name;

    private static Refusal Bad(long line, string field, Text problem) => ApiRefusals.BadBody.With(
        ("line", line.ToString(CultureInfo.InvariantCulture)),
        ("field", field),
        ("problem", problem.En),
        ("problem_zh", problem.Zh));

    [GeneratedRegex("^The JSON property '(.*?)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("was missing required properties including: (.*?)\\.( Path|$)")]
    private static partial Regex Missing();

    [GeneratedRegex("^Duplicate property '(.*?)' encountered")]
    private static partial Regex Duplicate();

    [GeneratedRegex("'(.*?)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("^The JSON value could not be converted")]
    private static partial Regex Converted();

    [GeneratedRegex("whole number|text form|reads like|holds no null|Inputs are|A value is|name is given twice")]
    private static partial Regex TypeForm();

    [GeneratedRegex(" ?Path: .*$| ?LineNumber: .*$", RegexOptions.Singleline)]
    private static partial Regex Position();
}
