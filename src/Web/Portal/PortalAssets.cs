using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tanheng.Web.Portal;

/// <summary>
/// The style sheet and the icon, inside the program; their names carry their content's hash, so browsers may keep them.
/// </summary>
public static class PortalAssets
{
    private const string Icon =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f5c45"/><path d="M7 11h18M16 7v18M9 11l-4 8h8zm14 0-4 8h8z" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/></svg>
        """;

    private static readonly byte[] Style = [.. Load("tanheng.css"), .. Load("css.actions.css")];
    private static readonly byte[] IconBytes = System.Text.Encoding.UTF8.GetBytes(Icon);

    /// <summary>Where the style sheet is.</summary>
    public static string StylePath { get; } = "/assets/tanheng." + Mark(Style) + ".css";

    /// <summary>Where the icon is.</summary>
    public static string IconPath { get; } = "/assets/icon." + Mark(IconBytes) + ".svg";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(StylePath, (HttpContext http) => Send(http, Style, "text/css; charset=utf-8"));
        routes.MapGet(IconPath, (HttpContext http) => Send(http, IconBytes, "image/svg+xml"));
    }

    private static IResult Send(HttpContext http, byte[] bytes, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, type);
    }

    private static string Mark(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    private static byte[] Load(string name)
    {
        using var stream = typeof(PortalAssets).Assembly.GetManifestResourceStream("Tanheng.Web.Assets." + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
