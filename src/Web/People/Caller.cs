using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Tanheng.Scheme;

namespace Tanheng.Web.People;

/// <summary>
/// Who sends a request, as signing in or an API key has established it. What the person may do is not here: the scheme
/// decides that (<see cref="Mandate"/>), so that pages, API and command line obey one rule.
/// </summary>
/// <param name="User">The person's name in the scheme.</param>
/// <param name="Session">Which session or key; for the audit trail and for ending it.</param>
/// <param name="Confirmed">When the second factor was last given in this session; null when never.</param>
public sealed record Caller(UserId User, string Session, DateTimeOffset? Confirmed)
{
    /// <summary>The claim that names the session or key.</summary>
    public const string SessionClaim = "tanheng:session";

    /// <summary>The claim that says when the second factor was last given: milliseconds since 1970, UTC.</summary>
    public const string ConfirmedClaim = "tanheng:confirmed";

    /// <summary>Who sends the request; null for a visitor who has not signed in.</summary>
    public static Caller? Of(HttpContext http) => Of(http.User);

    /// <summary>Who a principal is; null when nobody has signed in.</summary>
    public static Caller? Of(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, Name: { Length: > 0 } name })
        {
            return null;
        }

        var confirmed = long.TryParse(
            principal.FindFirstValue(ConfirmedClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : (DateTimeOffset?)null;
        return new Caller(new UserId(name), principal.FindFirstValue(SessionClaim) ?? "", confirmed);
    }
}
