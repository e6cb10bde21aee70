using System.Net;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>A page that needs neither the market nor a session: for when something is wrong with either.</summary>
internal static class PlainPage
{
    /// <summary>Writes a refusal; below <c>/api</c> as a problem document (RFC 9457).</summary>
    public static Task WriteAsync(HttpContext http, int status, Refusal refusal) =>
        http.Request.Path.StartsWithSegments("/api")
            ? Results.Problem(
                title: refusal.Code.Name,
                detail: refusal.Message(Language(http)),
                statusCode: status,
                extensions: [new("code", refusal.Code.Number)]).ExecuteAsync(http)
            : WriteAsync(http, status, new Text(refusal.Message("zh"), refusal.Message("en")));

    /// <summary>Writes a sentence.</summary>
    public static Task WriteAsync(HttpContext http, int status, Text text)
    {
        var language = Language(http);
        var tag = language == "en" ? "en" : "zh-CN";
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"{tag}\" data-theme=\"{Visitor.ThemeOf(http)}\">" +
            "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
            $"<title>{status}</title><link rel=\"stylesheet\" href=\"{PortalAssets.StylePath}\"></head><body>" +
            "<header class=\"top\"><div class=\"top-in\"><a class=\"brand\" href=\"/\">碳衡 <small>TANHENG</small></a>" +
            $"</div></header><main><div class=\"whole-page\"><p class=\"code\">{status}</p>" +
            $"<h1>{Words.ProblemTitle(status).In(language)}</h1>" +
            $"<p class=\"lead\">{WebUtility.HtmlEncode(text.In(language))}</p>" +
            $"<p><a class=\"button\" href=\"/\">{Words.ToOverview.In(language)}</a></p></div></main></body></html>");
    }

    private static string Language(HttpContext http) => http.Request.Cookies[Visitor.Cookie] == "en" ? "en" : "zh";
}
