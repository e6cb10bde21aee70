using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Actions;
using Tanheng.Web.People;
using Tanheng.Web.Portal.Demo;
using Tanheng.Web.Portal.Public;

namespace Tanheng.Web.Portal;

/// <summary>Puts the portal into a web application.</summary>
public static class PortalHosting
{
    /// <summary>The services of the pages.</summary>
    public static IServiceCollection AddPortal(
        this IServiceCollection services, Market market, PortalSettings? settings = null)
    {
        services.AddRazorComponents();
        // Chinese stands in the page as itself and not as numbers, which take three times as long.
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        return services
            .AddSingleton(settings ?? new PortalSettings())
            .AddSingleton(market)
            .AddSingleton<ActionDesk>()
            .AddSingleton<DemoClock>()
            .AddSingleton<PublicRecord>()
            .AddSingleton(provider => new VerificationDesk(
                market.Journal, provider.GetService<TimeProvider>() ?? TimeProvider.System))
            .AddScoped<Visitor>()
            .AddScoped<Scene>();
    }

    /// <summary>The routes of the pages.</summary>
    public static WebApplication MapPortal(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseExceptionHandler(failing => failing.Run(Apologise));
        app.Use(Harden);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(ProblemsAreRead);
        app.UseAuthentication();
        app.UseAntiforgery();
        app.Use(SetScene);
        PortalAssets.Map(app);
        Preferences.Map(app);
        PublicData.Map(app);
        // Reading the form is what makes its token be checked.
        app.MapPost("/journal/verify", (VerificationDesk desk, IFormCollection _) =>
        {
            desk.Start();
            return Results.LocalRedirect("/journal");
        });
        if (app.Services.GetRequiredService<PortalSettings>().Demo)
        {
            DemoSignIn.Map(app);
            DemoDesk.Map(app);
        }

        app.MapRazorComponents<App>();
        return app;
    }

    /// <summary>The page that says what is wrong with a form is itself no answer to a form.</summary>
    private static Task ProblemsAreRead(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    private static async Task SetScene(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            await http.RequestServices.GetRequiredService<Scene>().LoadAsync();
        }

        await next(http);
    }

    private static Task Harden(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; " +
            "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(http);
    }

    private static Task Apologise(HttpContext http)
    {
        var problem = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var unavailable = problem as MarketUnavailableException;
        http.Response.StatusCode = problem switch
        {
            MarketUnavailableException => StatusCodes.Status503ServiceUnavailable,
            BadHttpRequestException bad => bad.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };
        http.Response.ContentType = "text/html; charset=utf-8";
        var english = http.Request.Cookies[Visitor.Cookie] == "en";
        var language = english ? "en" : "zh";
        var code = http.Response.StatusCode;
        var text = unavailable?.Refusal.Message(language) ?? Words.ProblemHint(code).In(language);
        return http.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"{(english ? "en" : "zh-CN")}\" data-theme=\"{Visitor.ThemeOf(http)}\"><head>" +
            "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
            $"<title>{code}</title><link rel=\"stylesheet\" href=\"{PortalAssets.StylePath}\"></head><body>" +
            "<header class=\"top\"><div class=\"top-in\"><a class=\"brand\" href=\"/\">碳衡 <small>TANHENG</small></a>" +
            $"</div></header><main><div class=\"whole-page\"><p class=\"code\">{code}</p>" +
            $"<h1>{Words.ProblemTitle(code).In(language)}</h1>" +
            $"<p class=\"lead\">{System.Net.WebUtility.HtmlEncode(text)}</p>" +
            $"<p><a class=\"button\" href=\"/\">{Words.ToOverview.In(language)}</a></p></div></main></body></html>");
    }
}
