using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Tanheng.Web.Api;

/// <summary>
/// The document for people, at <c>/api/docs</c>: Swagger UI out of the program itself, no other server is asked. Its
/// scripts and pictures are allowed on its own pages and nowhere else.
/// </summary>
internal static class ApiDocs
{
    /// <summary>Where it is.</summary>
    public const string Path = "/api/docs";

    /// <summary>
    /// Scripts from here only and none in the page; styles in the page and pictures as data, because Swagger UI has
    /// them.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Serves it.</summary>
    public static void Use(WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal),
            docs =>
            {
                docs.Use(Allow);
                docs.UseSwaggerUI(options =>
                {
                    options.RoutePrefix = Path.TrimStart('/');
                    options.DocumentTitle = "碳衡 Tanheng API";
                    options.SwaggerEndpoint(ApiHosting.Root + "/openapi.json", "Tanheng 碳衡 v1");
                    options.ConfigObject.ValidatorUrl = null;
                    options.ConfigObject.DeepLinking = true;
                    options.ConfigObject.DocExpansion = Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None;
                    options.ConfigObject.DefaultModelsExpandDepth = -1;
                    options.ConfigObject.TryItOutEnabled = false;
                });
            });
    }

    private static Task Allow(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return next(http);
    }
}
