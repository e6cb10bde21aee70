using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
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

    /// <summary>Where it is.</summary>
    public const string Path = "/demo/sign-in";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, SignIn);

    /// <summary>True for a principal of the demonstration; it counts in a demonstration only.</summary>
    public static bool IsDemo(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(Caller.SessionClaim) == Session;

    private static async Task<IResult> SignIn(
        HttpContext http, TimeProvider time, [FromForm] string user, [FromForm] string? back)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, user),
                new Claim(ClaimTypes.NameIdentifier, user),
                new Claim(Caller.SessionClaim, Session),
                new Claim(Caller.ConfirmedClaim, now),
            ],
            SessionCookie.Scheme);
        await http.SignInAsync(SessionCookie.Scheme, new ClaimsPrincipal(identity));
        return See.Other(Back.Safe(back));
    }
}
