using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tanheng.Quantities;
using Tanheng.Web.People;

namespace Tanheng.Web.Portal;

/// <summary>Who looks at the page, and in which language. 中文 unless the visitor chose English.</summary>
public sealed class Visitor(IHttpContextAccessor accessor)
{
    internal const string Cookie = "tanheng-language";
    internal const string ThemeCookie = "tanheng-theme";
    internal const string RiseCookie = "tanheng-rise";

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; } = Choose(accessor.HttpContext);

    /// <summary><c>light</c> or <c>dark</c> as the visitor chose; null to follow the visitor's system.</summary>
    public string? Theme { get; } = ThemeOf(accessor.HttpContext);

    /// <summary>
    /// <c>red</c> or <c>green</c>, the colour of rising prices as the visitor chose; null for the language's.
    /// </summary>
    public string? Rise { get; } = RiseOf(accessor.HttpContext);

    /// <summary>
    /// The address of the page as the visitor asked for it, to come back to; also where another page answers instead.
    /// </summary>
    public string Here { get; } = AddressOf(accessor.HttpContext);

    /// <summary>Who has signed in; null for the public.</summary>
    public Caller? Caller { get; } = accessor.HttpContext is { } http ? Caller.Of(http) : null;

    /// <summary>True for English.</summary>
    public bool English => Language == "en";

    /// <summary>The text in the visitor's language.</summary>
    public string Say(Text text) => text.In(Language);

    internal static string? ThemeOf(HttpContext? http) =>
        http?.Request.Cookies[ThemeCookie] is ("light" or "dark") and { } theme ? theme : null;

    internal static string? RiseOf(HttpContext? http) =>
        http?.Request.Cookies[RiseCookie] is ("red" or "green") and { } colour ? colour : null;

    private static string AddressOf(HttpContext? http) => http?.Features.Get<IStatusCodeReExecuteFeature>() is { } first
        ? first.OriginalPathBase + first.OriginalPath + first.OriginalQueryString
        : http?.Request.PathBase + http?.Request.Path + http?.Request.QueryString;

    private static string Choose(HttpContext? http)
    {
        // A page that was not found is drawn by a second run, which has lost the query of the first.
        var first = http?.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString;
        var query = string.IsNullOrEmpty(first)
            ? http?.Request.Query
            : new QueryCollection(QueryHelpers.ParseQuery(first));
        var asked = query?["lang"].ToString();
        var chosen = asked is "zh" or "en" ? asked : http?.Request.Cookies[Cookie];
        return chosen == "en" ? "en" : "zh";
    }
}
