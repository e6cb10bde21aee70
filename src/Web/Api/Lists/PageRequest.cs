using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tanheng.Quantities;

namespace Tanheng.Web.Api.Lists;

/// <summary>A page of a list.</summary>
/// <param name="AsOf">The last row of the journal that the page saw.</param>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor of the next page; left out on the last one.</param>
public sealed record Page<T>(long AsOf, IReadOnlyList<T> Items, string? Next);

/// <summary>Which page of a list is asked for: items after a key, so many at most.</summary>
public sealed record PageRequest(int Limit, string? After)
{
    /// <summary>Items on a page when nothing else is asked for.</summary>
    public const int UsualLimit = 100;

    /// <summary>Items on a page at most.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The parameters of every list.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("limit", ParameterKind.Id, new Text(
            $"每页条数，最多 {MaxLimit}，缺省 {UsualLimit}", $"Items on a page, at most {MaxLimit}; {UsualLimit} when left out")),
        new("cursor", ParameterKind.Text, new Text(
            "上一页给出的 next，原样送回", "What the page before gave as next, sent back as it is")),
    ];

    /// <summary>Reads limit and cursor.</summary>
    public static Outcome<PageRequest> Of(ApiCall call)
    {
        var limit = call.Maybe<long>("limit") ?? UsualLimit;
        if (limit > MaxLimit)
        {
            return Bad("limit", limit, $"1…{MaxLimit}", $"1…{MaxLimit}");
        }

        if (call.Text("cursor") is not { } cursor)
        {
            return new PageRequest((int)limit, null);
        }

        try
        {
            return new PageRequest((int)limit, Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)));
        }
        catch (FormatException)
        {
            return Bad("cursor", cursor, "上一页给出的 next", "the next of the page before");
        }
    }

    /// <summary>Answers with the page; <paramref name="items"/> hold one more than it when another follows.</summary>
    internal Task Answer<T>(ApiCall call, string form, long asOf, List<T> items, Func<T, string> key)
    {
        string? next = null;
        if (items.Count > Limit)
        {
            items.RemoveRange(Limit, items.Count - Limit);
            next = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(key(items[^1])));
            call.Http.Response.Headers.Link = $"<{AddressOf(call.Http.Request, next)}>; rel=\"next\"";
        }

        return form == Csv.ContentType
            ? Csv.WriteAsync(call, items)
            : call.Answer(new Page<T>(asOf, items, next));
    }

    private static string AddressOf(HttpRequest request, string cursor)
    {
        var query = request.Query.Where(pair => pair.Key != "cursor")
            .Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))
            .Append(KeyValuePair.Create("cursor", (string?)cursor));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }

    private static Refusal Bad(string name, object value, string zh, string en) => ApiRefusals.BadParameter.With(
        ("parameter", name),
        ("value", Convert.ToString(value, CultureInfo.InvariantCulture)),
        ("expected", en),
        ("expected_zh", zh));
}
