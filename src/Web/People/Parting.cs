using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// What the next page shows once: a refusal, a link or key that is never shown again. It travels in a cookie of its
/// own, encrypted and gone with the page, so it stands in no address and in no database.
/// </summary>
internal static class Parting
{
    /// <summary>A refusal: its sentence in Chinese and in English.</summary>
    public const string Refusal = "refusal";

    /// <summary>Something went well; the name of its word.</summary>
    public const string Done = "done";

    /// <summary>Secrets shown once: links, keys, recovery codes.</summary>
    public const string Once = "once";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Leaves it for the next page of this browser.</summary>
    public static void Put(HttpContext http, string kind, params string[] values)
    {
        var text = JsonSerializer.Serialize(new Note(kind, values));
        http.Response.Cookies.Append(
            Name(http),
            Protector(http).Protect(text, Lasts),
            Options(http, Lasts));
    }

    /// <summary>Takes what was left, of whatever kind; the cookie goes with it. Null when nothing was.</summary>
    public static Note? Take(HttpContext http)
    {
        if (http.Items[typeof(Parting)] is Note taken)
        {
            return taken;
        }

        if (http.Request.Cookies[Name(http)] is not { } cookie || http.Response.HasStarted)
        {
            return null;
        }

        http.Response.Cookies.Delete(Name(http), Options(http, null));
        try
        {
            var note = JsonSerializer.Deserialize<Note>(Protector(http).Unprotect(cookie));
            http.Items[typeof(Parting)] = note;
            return note;
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static string Name(HttpContext http) =>
        SessionCookie.Name(http.RequestServices.GetRequiredService<PortalSettings>(), "-note");

    private static ITimeLimitedDataProtector Protector(HttpContext http) => http.RequestServices
        .GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("Tanheng.Parting")
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

    /// <summary>What was left.</summary>
    internal sealed record Note(string Kind, string[] Values);
}
