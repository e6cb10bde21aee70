using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// Secrets that the next page shows once and nothing shows again: links, keys, recovery codes. They travel in a cookie
/// of their own, encrypted and gone with the page, so they stand in no address and in no database.
/// </summary>
internal static class Once
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Leaves secrets for the next page of this browser.</summary>
    public static void Put(HttpContext http, params string[] secrets) => http.Response.Cookies.Append(
        Name(http), Protector(http).Protect(JsonSerializer.Serialize(secrets), Lasts), Options(http, Lasts));

    /// <summary>Takes what was left; the cookie goes with it. Empty when nothing was.</summary>
    public static string[] Take(HttpContext http)
    {
        if (http.Request.Cookies[Name(http)] is not { } cookie || http.Response.HasStarted)
        {
            return [];
        }

        http.Response.Cookies.Delete(Name(http), Options(http, null));
        try
        {
            return JsonSerializer.Deserialize<string[]>(Protector(http).Unprotect(cookie)) ?? [];
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return [];
        }
    }

    private static string Name(HttpContext http) =>
        SessionCookie.Name(http.RequestServices.GetRequiredService<PortalSettings>(), "-once");

    private static ITimeLimitedDataProtector Protector(HttpContext http) => http.RequestServices
        .GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("Tanheng.Once")
        .ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext http, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.RequestServices.GetRequiredService<PortalSettings>().Https,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
