using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tanheng.Web.Portal;

/// <summary>Language, theme and colours, kept in a cookie each so that a page comes out right the first time.</summary>
internal static class Preferences
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/language", (HttpContext http, string? to, string? back) =>
            Keep(http, Visitor.Cookie, to == "en" ? "en" : "zh", back));
        routes.MapGet("/theme", (HttpContext http, string? to, string? back) =>
            Keep(http, Visitor.ThemeCookie, to is "light" or "dark" ? to : "auto", back));
        routes.MapGet("/rise", (HttpContext http, string? to, string? back) =>
            Keep(http, Visitor.RiseCookie, to is "red" or "green" ? to : "auto", back));
    }

    /// <summary>A path of this site, whatever was asked for.</summary>
    public static string Local(string? back) => back is ['/', not ('/' or '\\'), ..] or "/" ? back : "/";

    /// <summary>Whoever came by an address with <c>?lang=</c> stays in that language on the pages behind it.</summary>
    public static Task Remember(HttpContext http, RequestDelegate next)
    {
        var asked = http.Request.Query["lang"].ToString();
        if (asked is "zh" or "en" && HttpMethods.IsGet(http.Request.Method)
            && !http.Request.Path.StartsWithSegments("/api") && http.Request.Cookies[Visitor.Cookie] != asked)
        {
            Keep(http, Visitor.Cookie, asked);
        }

        return next(http);
    }

    private static IResult Keep(HttpContext http, string cookie, string value, string? back)
    {
        Keep(http, cookie, value);
        return Results.LocalRedirect(Local(back));
    }

    private static void Keep(HttpContext http, string cookie, string value) =>
        http.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
}
