using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>A sign-in that is under way in this browser: the person is known, but not signed in.</summary>
internal sealed record SignInUnderWay(Session Session, Person Person)
{
    /// <summary>The sign-in under way in a request's browser; null when none.</summary>
    public static SignInUnderWay? Of(HttpContext http) => http.Features.Get<SignInUnderWay>();
}

/// <summary>
/// The session cookie. It carries a random secret and nothing else that counts: who it is, how far the sign-in has come
/// and whether it still holds are read from the store at every request, so a session that is ended anywhere is dead
/// everywhere at once. The cookie is encrypted besides, by the framework.
/// </summary>
internal static class SessionCookie
{
    /// <summary>The framework's scheme for it.</summary>
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string SecretClaim = "tanheng:secret";

    /// <summary>A cookie's name: on HTTPS one that browsers bind to this host.</summary>
    public static string Name(PortalSettings portal, string what) =>
        (portal.Https ? "__Host-tanheng" : "tanheng") + what;

    /// <summary>How the framework handles it.</summary>
    public static void Configure(CookieAuthenticationOptions options, PortalSettings portal, PeopleSettings people)
    {
        options.Cookie.Name = Name(portal, "");
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = portal.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = people.SessionLasts;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = context => Leave(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Leave(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>What the cookie says: the secret of the session.</summary>
    public static ClaimsPrincipal Ticket(string secret) =>
        new(new ClaimsIdentity([new Claim(SecretClaim, secret)], Scheme));

    /// <summary>Who is signed in by a session.</summary>
    public static ClaimsPrincipal Principal(Session session, Person person)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.Name, person.Name),
            new(ClaimTypes.NameIdentifier, session.Id),
            new(ClaimTypes.GivenName, person.DisplayName),
            new(Caller.SessionClaim, session.Id),
        };
        if (session.Confirmed is { } confirmed)
        {
            claims.Add(new Claim(
                Caller.ConfirmedClaim, confirmed.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    private static Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (DemoSignIn.IsDemo(context.Principal) && services.GetRequiredService<PortalSettings>().Demo)
        {
            return Task.CompletedTask;
        }

        var found = context.Principal?.FindFirstValue(SecretClaim) is { } secret
            ? services.GetRequiredService<SessionDesk>().Find(secret)
            : null;
        if (found is not var (session, person))
        {
            context.RejectPrincipal();
            return context.HttpContext.SignOutAsync(Scheme);
        }

        if (session.Stage == SessionStage.Complete)
        {
            context.ReplacePrincipal(Principal(session, person));
        }
        else
        {
            context.HttpContext.Features.Set(new SignInUnderWay(session, person));
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    /// <summary>A person is led to the sign-in and back; a program, or a form, is told.</summary>
    private static Task Leave(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        if (status == StatusCodes.Status401Unauthorized && !request.Path.StartsWithSegments("/api"))
        {
            var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
            context.Response.Redirect(Back.With("/sign-in", back));
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
