using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tanheng.Web.People;

/// <summary>The script of the passkey forms, inside the program, named by its content's hash.</summary>
internal static class PeopleAssets
{
    private static readonly byte[] Script = Load("passkeys.js");

    /// <summary>Where the script is.</summary>
    public static string ScriptPath { get; } =
        "/assets/passkeys." + Convert.ToHexStringLower(SHA256.HashData(Script))[..12] + ".js";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(ScriptPath, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Script, "text/javascript; charset=utf-8");
    });

    private static byte[] Load(string name)
    {
        using var stream = typeof(PeopleAssets).Assembly.GetManifestResourceStream("Tanheng.Web.Assets." + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
