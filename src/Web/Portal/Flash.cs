using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>One sentence that the next page says once: what an action has done, or why it has not.</summary>
/// <param name="Tone">good, warn, bad or info.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Link">Where more can be read; a path of this site, or null.</param>
/// <param name="LinkText">What the link says.</param>
public sealed record FlashMessage(string Tone, Text Text, string? Link = null, Text? LinkText = null);

/// <summary>
/// Carries a message over a redirect, in a cookie that only this program can write and read. An endpoint that changes
/// something calls <see cref="Say(HttpContext, Text, string)"/> and answers with a redirect (303).
/// </summary>
public static class Flash
{
    private const string Cookie = "tanheng-flash";

    /// <summary>The next page says this.</summary>
    public static void Say(HttpContext http, Text text, string tone = "good") =>
        Say(http, new FlashMessage(tone, text));

    /// <summary>The next page says why something was refused.</summary>
    public static void Say(HttpContext http, Refusal refusal) =>
        Say(http, new FlashMessage("bad", new Text(refusal.Message("zh"), refusal.Message("en"))));

    /// <summary>The next page says this.</summary>
    public static void Say(HttpContext http, FlashMessage message) => http.Response.Cookies.Append(
        Cookie,
        Protector(http).Protect(JsonSerializer.Serialize(message)),
        new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromMinutes(5),
            IsEssential = true,
        });

    /// <summary>What there is to say, once; null when nothing.</summary>
    public static FlashMessage? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } value)
        {
            return null;
        }

        if (!http.Response.HasStarted)
        {
            http.Response.Cookies.Delete(Cookie);
        }

        try
        {
            return JsonSerializer.Deserialize<FlashMessage>(Protector(http).Unprotect(value));
        }
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            // Not ours, or from before a change of keys: there is nothing to say.
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("tanheng.flash");
}
