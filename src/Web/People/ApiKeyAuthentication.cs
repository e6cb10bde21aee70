using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Tanheng.Web.People;

/// <summary>
/// Programs sign in below <c>/api</c> with <c>Authorization: Bearer th_…</c>. A request that names a key is its key's
/// alone, whatever cookie it carries.
/// </summary>
public sealed class ApiKeyAuthentication(
    ApiKeyDesk keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The framework's scheme for it, and the authentication type of the principal.</summary>
    public const string Name = "ApiKey";

    /// <summary>The claim of each scope of the key.</summary>
    public const string ScopeClaim = "tanheng:scope";

    private const string Bearer = "Bearer ";

    /// <summary>True when a request is a program's.</summary>
    internal static bool Is(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: Name };

    /// <summary>This scheme for what carries a key below <c>/api</c>; null for everything else.</summary>
    internal static string? Choose(HttpContext http) => http.Request.Path.StartsWithSegments("/api")
        && http.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? Name
            : null;

    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (keys.Find(header[Bearer.Length..].Trim()) is not var (key, person))
        {
            return Task.FromResult(AuthenticateResult.Fail("The API key is wrong, expired or revoked."));
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, person.Name),
                new Claim(ClaimTypes.NameIdentifier, key.Prefix),
                new Claim(Caller.SessionClaim, key.Prefix),
                .. key.Scopes.Select(scope => new Claim(ScopeClaim, scope)),
            ],
            Name);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), Name);
        return Task.FromResult(AuthenticateResult.Success(ticket));
    }
}
