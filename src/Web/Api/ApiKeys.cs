using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tanheng.Scheme;
using Tanheng.Web.People;

namespace Tanheng.Web.Api;

/// <summary>Whose key it is, and what it was made for.</summary>
public sealed record ApiKeyOwner(Caller Caller, Scope Scopes);

/// <summary>Finds the owner of an API key; null when it is unknown, has ended or was withdrawn.</summary>
public delegate Task<ApiKeyOwner?> FindApiKey(string key, CancellationToken cancel);

/// <summary>Signs a request in by <c>Authorization: Bearer th_…</c>. Without such a header it says nothing.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FindApiKey find)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the authentication scheme.</summary>
    public const string Name = "tanheng-api-key";

    /// <summary>The claim that holds the key's scopes.</summary>
    public const string ScopesClaim = "tanheng:scopes";

    private const string Bearer = "Bearer ";
    private const string Prefix = "th_";

    /// <summary>True when a request is a program's.</summary>
    public static bool Is(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: Name };

    /// <summary>
    /// This scheme for what carries a key below <c>/api</c>, whatever cookie comes with it; null for everything else.
    /// </summary>
    public static string? Choose(HttpContext http) => http.Request.Path.StartsWithSegments("/api")
        && http.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? Name
            : null;

    /// <summary>Finds keys among those that people have made for themselves.</summary>
    public static FindApiKey Among(ApiKeyDesk keys) => (presented, _) =>
    {
        if (keys.Find(presented) is not var (key, person))
        {
            return Task.FromResult<ApiKeyOwner?>(null);
        }

        var scopes = key.Scopes.Aggregate(Scope.None, (all, one) =>
            Enum.TryParse<Scope>(one, ignoreCase: true, out var scope) ? all | scope : all);
        var caller = new Caller(new UserId(person.Name), key.Prefix, null);
        return Task.FromResult<ApiKeyOwner?>(new ApiKeyOwner(caller, scopes));
    };

    /// <summary>The scopes of whoever calls: those of the key; all of them in a browser session.</summary>
    public static Scope ScopesOf(ClaimsPrincipal user) =>
        Enum.TryParse<Scope>(user.FindFirstValue(ScopesClaim), out var scopes) ? scopes : Scope.All;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        var key = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
        if (!key.StartsWith(Prefix, StringComparison.Ordinal) || key.Length > 200
            || await find(key, Context.RequestAborted) is not { } owner)
        {
            return AuthenticateResult.Fail("Unknown key.");
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, owner.Caller.User.Name),
                new Claim(Caller.SessionClaim, owner.Caller.Session),
                new Claim(ScopesClaim, owner.Scopes.ToString()),
            ],
            Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
