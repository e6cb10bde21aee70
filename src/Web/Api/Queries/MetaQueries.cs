using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Commands;
using Tanheng.Web.Api.Description;
using Tanheng.Web.Api.Permissions;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Queries;

/// <summary>A command that people send.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Scope">What an API key must have been made for.</param>
/// <param name="SecondPerson">True when the rulebook asks for a second person now.</param>
/// <param name="Approvers">The roles whose holders may be that person.</param>
/// <param name="ExpiresAfterDays">Days after which an unanswered proposal lapses.</param>
public sealed record CommandView(
    string Name,
    Text Title,
    Scope Scope,
    bool SecondPerson,
    IReadOnlyList<Rulebook.Role>? Approvers,
    int? ExpiresAfterDays);

/// <summary>What the API says of itself.</summary>
internal static class MetaQueries
{
    private static readonly Lazy<(byte[] Json, string Tag)> OfMarket = new(() => Document(demo: false));
    private static readonly Lazy<(byte[] Json, string Tag)> OfDemo = new(() => Document(demo: true));

    public static IEnumerable<Operation> All =>
    [
        new Operation
        {
            Id = "get-openapi",
            Path = "/openapi.json",
            Tag = "",
            Title = new("本接口的 OpenAPI 3.1 文档", "The OpenAPI 3.1 document of this API"),
            Audience = Audience.Everyone,
            Handle = OpenApiAsync,
        },
        Query.List(
            "list-commands",
            "/commands",
            Audience.Everyone,
            new("可办理的命令", "The commands that people send"),
            Commands,
            command => command.Name),
        Query.List(
            "list-permissions",
            "/permissions",
            Audience.Everyone,
            new("权限表：每个接口与命令由谁可用", "Who may call every operation and send every command"),
            _ => PermissionTable.Rows.OrderBy(row => row.Id, StringComparer.Ordinal).Select(PermissionTable.View),
            row => row.Operation),
    ];

    private static IEnumerable<CommandView> Commands(Look look) => CommandOperations.Sendable
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .Select(entry =>
        {
            var rule = Access.ApprovalOf(look.State, entry);
            return new CommandView(
                entry.Name,
                CommandTitles.Of(entry.Name),
                CommandOperations.ScopeOf(entry.Name),
                rule is not null,
                rule?.Approvers,
                rule?.ExpiresAfterDays);
        });

    private static Task OpenApiAsync(ApiCall call)
    {
        var demo = call.Http.RequestServices.GetRequiredService<PortalSettings>().Demo;
        var (json, tag) = (demo ? OfDemo : OfMarket).Value;
        var response = call.Http.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        if (call.Http.Request.GetTypedHeaders().IfNoneMatch.Any(wanted => wanted.ToString() == tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        return response.Body.WriteAsync(json, 0, json.Length, call.Http.RequestAborted);
    }

    private static (byte[] Json, string Tag) Document(bool demo)
    {
        var json = Encoding.UTF8.GetBytes(OpenApiDocument.Build(demo).ToJsonString(ApiJson.Options));
        return (json, $"\"{Digest.Of(json).ToString()[..16]}\"");
    }
}
