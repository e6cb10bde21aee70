using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Actions.Steps;

namespace Tanheng.Web.Actions;

/// <summary>Puts forms, their steps and proposals into the portal.</summary>
internal static class ActionsHosting
{
    private const int MostFields = 50_000;
    private static readonly byte[] Script = LoadScript();

    /// <summary>Where the script is that saves round trips; every form works without it.</summary>
    public static string ScriptPath { get; } =
        "/assets/actions." + Convert.ToHexStringLower(SHA256.HashData(Script))[..12] + ".js";

    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<ActionDesk>()
        .AddSingleton<ActionFlow>()
        .AddSingleton<HeldForms>()
        .Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = MostFields;
            options.KeyLengthLimit = 256;
        });

    public static void UseSignIn(IApplicationBuilder app) => ActionRoutes.UseSignIn(app);

    public static void Map(IEndpointRouteBuilder routes)
    {
        ActionRoutes.Map(routes);
        routes.MapGet(ScriptPath, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(Script, "text/javascript; charset=utf-8");
        });
    }

    private static byte[] LoadScript()
    {
        using var stream = typeof(ActionsHosting).Assembly
            .GetManifestResourceStream("Tanheng.Web.Assets.actions.js")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
