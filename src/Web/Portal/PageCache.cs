using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Tanheng.Web.Feed;

namespace Tanheng.Web.Portal;

/// <summary>
/// Pages that the public reads are drawn once for all who ask before the next row of the journal, and at least every
/// few seconds, for they show the time. Whoever carries any other cookie than language and theme gets a page of their
/// own, as does everybody in a demonstration, whose frame holds forms.
/// </summary>
internal sealed class PageCache(Market market, PortalSettings settings) : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var may = !settings.Demo && IsPublic(http.Request);
        context.EnableOutputCaching = may;
        context.AllowCacheLookup = may;
        context.AllowCacheStorage = may;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByValues["row"] = market.Sequence.ToString(CultureInfo.InvariantCulture);
        context.CacheVaryByRules.VaryByValues["language"] = http.Request.Cookies[Visitor.Cookie] == "en" ? "en" : "zh";
        context.CacheVaryByRules.VaryByValues["theme"] = Visitor.ThemeOf(http) ?? "";
        context.CacheVaryByRules.VaryByValues["rise"] = Visitor.RiseOf(http) ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var answer = context.HttpContext.Response;
        context.AllowCacheStorage = answer.StatusCode == StatusCodes.Status200OK
            && answer.Headers.SetCookie.Count == 0
            && answer.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
        return ValueTask.CompletedTask;
    }

    private static bool IsPublic(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && !request.Headers.ContainsKey("Authorization")
        && !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments(FeedRoutes.Root)
        && request.Cookies.Keys.All(name =>
            name is Visitor.Cookie or Visitor.ThemeCookie or Visitor.RiseCookie);
}
