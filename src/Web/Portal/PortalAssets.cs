using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tanheng.Web.Portal;

/// <summary>
/// Style sheet, scripts and icon, inside the program; their names carry their content's hash, so browsers may keep
/// them. The style sheet is every file of Assets/css, one after the other in the order of their names.
/// </summary>
public static class PortalAssets
{
    private const string Prefix = "Tanheng.Web.Assets.";

    private static readonly Asset Style = new("tanheng", "css", "text/css; charset=utf-8", Styles());
    private static readonly Asset Script = new("portal", "js", "text/javascript; charset=utf-8", Load("portal.js"));
    private static readonly Asset Charts = new("charts", "js", "text/javascript; charset=utf-8", Load("charts.js"));
    private static readonly Asset Icon = new(
        "icon", "svg", "image/svg+xml", Encoding.UTF8.GetBytes(
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" """
        + $"fill=\"#0f5c45\"/><path d=\"{IconLines}\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\" "
        + "stroke-linejoin=\"round\" stroke-linecap=\"round\"/></svg>"));

    /// <summary>The lines of the mark, a balance, in a box of 32 by 32.</summary>
    public const string IconLines = "M7 11h18M16 7v18M9 11l-4 8h8zm14 0-4 8h8z";

    /// <summary>Where the style sheet is.</summary>
    public static string StylePath => Style.Path;

    /// <summary>Where the script is that every page loads.</summary>
    public static string ScriptPath => Script.Path;

    /// <summary>Where the script is that a page loads when a chart comes into view.</summary>
    public static string ChartsPath => Charts.Path;

    /// <summary>Where the icon is.</summary>
    public static string IconPath => Icon.Path;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in new[] { Style, Script, Charts, Icon })
        {
            routes.MapGet(asset.Path, (HttpContext http) => Send(http, asset));
        }
    }

    private static IResult Send(HttpContext http, Asset asset)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli.Value, asset.Type);
        }

        return Results.Bytes(asset.Bytes, asset.Type);
    }

    private static byte[] Styles()
    {
        var names = typeof(PortalAssets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + "css.", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal);
        return [.. names.SelectMany(name => Load(name).Append((byte)'\n'))];
    }

    private static byte[] Load(string name)
    {
        using var stream = typeof(PortalAssets).Assembly.GetManifestResourceStream(Prefix + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Asset(string Name, string Extension, string Type, byte[] Bytes)
    {
        public string Path { get; } =
            $"/assets/{Name}.{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12]}.{Extension}";

        /// <summary>Packed once, as small as it gets.</summary>
        public Lazy<byte[]> Brotli { get; } = new(() =>
        {
            using var packed = new MemoryStream();
            using (var packer = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                packer.Write(Bytes);
            }

            return packed.ToArray();
        });
    }
}
