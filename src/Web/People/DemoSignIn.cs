using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Tanheng.Web.People;

/// <summary>One click to be anybody, in a demonstration only.</summary>
internal static class DemoSignIn
{
    /// <summary>The session of everybody who signed in so.</summary>
    internal const string Session = "demo";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/demo/sign-in", SignIn);

    private static async Task<IResult> SignIn(HttpContext http, [FromForm] string user, [FromForm] string? back)
    {
        var now = http.RequestServices.GetService(typeof(TimeProvider)) is TimeProvider time
            ? time.GetUtcNow()
            : TimeProvider.System.GetUtcNow();
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, user),
                new Claim(Caller.SessionClaim, Session),
                new Claim(
                    Caller.ConfirmedClaim, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect(back is ['/', not ('/' or '\\'), ..] or "/" ? back : "/");
    }
}
