using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Api;
using Tanheng.Web.People;

namespace Tanheng.Web.Portal;

/// <summary>
/// What holds for every answer and every form, so that no page can forget it: headers, the size of forms, and the token
/// that shows a form to be the portal's own.
/// </summary>
internal static class Hardening
{
    /// <summary>The largest form of a page; whoever takes files says so at the endpoint.</summary>
    private const long LargestForm = 1024 * 1024;

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-create=(self), " +
        "publickey-credentials-get=(self)";

    /// <summary>
    /// Headers of every answer. What somebody signed in sees is kept by no cache. A policy which the endpoint set
    /// itself stands: a file that somebody sent in is opened in a sandbox.
    /// </summary>
    public static Task Headers(HttpContext http, RequestDelegate next)
    {
        var https = http.RequestServices.GetRequiredService<PortalSettings>().Https;

        // At the last moment: an error on the way empties the answer, headers and all.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Policy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (https)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            if (http.User.Identity?.IsAuthenticated == true || SignInUnderWay.Of(http) is not null)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>
    /// A form larger than forms are is not read, and one without the portal's own token is refused with 400, unless a
    /// program with a key sends it, or its endpoint says that it needs none.
    /// </summary>
    public static async Task Forms(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method))
        {
            await next(http);
            return;
        }

        var api = http.Request.Path.StartsWithSegments("/api");
        var metadata = http.GetEndpoint()?.Metadata;
        if (!api && metadata?.GetMetadata<IRequestSizeLimitMetadata>() is null
            && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestForm;
        }

        var byCookie = http.User.Identity?.IsAuthenticated == true && !ApiKeyHandler.Is(http);
        var exempt = (api && !byCookie)
            || metadata?.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
        if (exempt || await HasToken(http))
        {
            await next(http);
            return;
        }

        await PlainPage.WriteAsync(http, StatusCodes.Status400BadRequest, PeopleRefusals.FormRefused.With());
    }

    private static async Task<bool> HasToken(HttpContext http)
    {
        try
        {
            // Throws when the form cannot be read, as when it is too large.
            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
