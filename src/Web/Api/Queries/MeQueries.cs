using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Queries;

/// <summary>A holder somebody acts for.</summary>
/// <param name="Holder">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rights">What the person may do for it.</param>
public sealed record ActsFor(HolderId Holder, Text Name, Rights Rights);

/// <summary>Who calls, and what that person is in the scheme.</summary>
/// <param name="User">The person's name in the scheme.</param>
/// <param name="Scopes">What the key was made for: any of read, submit, approve.</param>
/// <param name="Offices">Offices held.</param>
/// <param name="Holders">Holders the person acts for.</param>
/// <param name="AntiforgeryToken">
/// Of a browser session: to be sent in the header <c>RequestVerificationToken</c> of every request that changes
/// something.
/// </param>
public sealed record Me(
    UserId User,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<Role> Offices,
    IReadOnlyList<ActsFor> Holders,
    string? AntiforgeryToken);

/// <summary>The caller's own affairs.</summary>
internal static class MeQueries
{
    private static readonly Scope[] Each = [Scope.Read, Scope.Submit, Scope.Approve];

    public static IEnumerable<Operation> All =>
    [
        new Operation
        {
            Id = "get-me",
            Path = "/me",
            Tag = "me",
            Title = new("我的身份与权限", "Who I am and what I may do"),
            Audience = Audience.SignedIn,
            Answer = typeof(Me),
            Handle = AnswerAsync,
        },
    ];

    private static async Task AnswerAsync(ApiCall call)
    {
        var market = call.Http.RequestServices.GetRequiredService<Market>();
        var sight = await market.Read(state =>
        {
            var mandate = Query.SightOf(state, call).Mandate;
            return (mandate.Offices, Holders: mandate.Holders
                .Select(pair => new ActsFor(pair.Holder, state.Registry.Find(pair.Holder)!.Name, pair.Rights))
                .ToList());
        });
        var byKey = call.Http.Request.Headers.Authorization.Count > 0;
        var token = byKey
            ? null
            : call.Http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(call.Http).RequestToken;
        var scopes = ApiKeyHandler.ScopesOf(call.Http.User);
        await call.Answer(new Me(
            call.User,
            [.. Each.Where(scope => scopes.HasFlag(scope)).Select(Parameter.Word)],
            sight.Offices,
            sight.Holders,
            token));
    }
}
