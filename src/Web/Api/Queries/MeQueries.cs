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
/// <param name="Rights">What the person may do for it: any of read, initiate, approve.</param>
public sealed record ActsFor(HolderId Holder, Text Name, IReadOnlyList<string> Rights);

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

    /// <summary>The words of a set of flags.</summary>
    public static IReadOnlyList<string> Words<T>(T flags, T none)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(flag => !flag.Equals(none) && IsOne(flag) && flags.HasFlag(flag))
            .Select(Parameter.Word)];

    private static async Task AnswerAsync(ApiCall call)
    {
        var market = call.Http.RequestServices.GetRequiredService<Market>();
        var sight = await market.Read(state =>
        {
            var mandate = Query.SightOf(state, call).Mandate;
            return (mandate.Offices, Holders: mandate.Holders
                .Select(pair => new ActsFor(
                    pair.Holder, state.Registry.Find(pair.Holder)!.Name, Words(pair.Rights, Rights.None)))
                .ToList());
        });
        var byKey = call.Http.Request.Headers.Authorization.Count > 0;
        var token = byKey
            ? null
            : call.Http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(call.Http).RequestToken;
        call.Http.Response.Headers.CacheControl = "no-store";
        await call.Answer(new Me(
            call.User,
            Words(ApiKeyHandler.ScopesOf(call.Http.User), Scope.None),
            sight.Offices,
            sight.Holders,
            token));
    }

    private static bool IsOne<T>(T flag)
        where T : struct, Enum => System.Numerics.BitOperations.PopCount((uint)Convert.ToInt32(flag)) == 1;
}
