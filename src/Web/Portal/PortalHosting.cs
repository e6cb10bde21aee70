using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tanheng.Web.Actions;
using Tanheng.Web.People;

namespace Tanheng.Web.Portal;

/// <summary>Puts the portal into a web application.</summary>
public static class PortalHosting
{
    /// <summary>The services of the pages.</summary>
    public static IServiceCollection AddPortal(
        this IServiceCollection services, Market market, PortalSettings? settings = null)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PeopleSettings());
        return services
            .AddSingleton(settings ?? new PortalSettings())
            .AddSingleton<AuditTrail>()
            .AddSingleton(market)
            .AddActions()
            .AddSingleton(provider => new VerificationDesk(
                market.Journal, provider.GetService<TimeProvider>() ?? TimeProvider.System))
            .AddScoped<Visitor>();
    }

    /// <summary>The routes of the pages.</summary>
    public static WebApplication MapPortal(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseExceptionHandler(failing => failing.Run(Apologise));
        app.Use(Harden);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        ActionsHosting.UseSignIn(app);
        app.UseAntiforgery();
        PortalAssets.Map(app);
        ActionsHosting.Map(app);
        app.MapGet("/language", ChooseLanguage);
        app.MapPost("/journal/verify", (VerificationDesk desk) =>
        {
            desk.Start();
            return Results.LocalRedirect("/journal");
        });
        if (app.Services.GetRequiredService<PortalSettings>().Demo)
        {
            DemoSignIn.Map(app);
        }

        app.MapRazorComponents<App>();
        return app;
    }

    private static IResult ChooseLanguage(HttpContext http, string? to, string? back)
    {
        http.Response.Cookies.Append(Visitor.Cookie, to == "en" ? "en" : "zh", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        var path = back is ['/', not ('/' or '\\'), ..] or "/" ? back : "/";
        return Results.LocalRedirect(path);
    }

    private static Task Harden(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
            "img-src 'self'; form-action 'self'; " +
            "base-uri 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(http);
    }

    private static Task Apologise(HttpContext http)
    {
        var unavailable = http.Features.Get<IExceptionHandlerFeature>()?.Error as MarketUnavailableException;
        http.Response.StatusCode = unavailable is null ? 500 : 503;
        http.Response.ContentType = "text/html; charset=utf-8";
        var english = http.Request.Cookies[Visitor.Cookie] == "en";
        var text = unavailable?.Refusal.Message(english ? "en" : "zh") ?? (english ? Words.Failed.En : Words.Failed.Zh);
        return http.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"{(english ? "en" : "zh-CN")}\"><title>{http.Response.StatusCode}</title>" +
            $"<link rel=\"stylesheet\" href=\"{PortalAssets.StylePath}\"><main><h1>{http.Response.StatusCode}</h1>" +
            $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>" +
            $"<p><a href=\"/\">{Words.Product.In(english ? "en" : "zh")}</a></p></main></html>");
    }
}
