using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.Actions;
using Tanheng.Web.People;

namespace Tanheng.Web.Portal;

/// <summary>Puts the portal into a web application.</summary>
public static class PortalHosting
{
    /// <summary>
    /// The services of the pages. A <see cref="TimeProvider"/> and <see cref="PeopleSettings"/> that are there already
    /// are used.
    /// </summary>
    public static IServiceCollection AddPortal(
        this IServiceCollection services, Market market, IPeople people, PortalSettings? settings = null)
    {
        var portal = settings ?? new PortalSettings();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddPeople(people, portal);
        return services
            .AddSingleton(portal)
            .AddSingleton(market)
            .AddSingleton<ActionDesk>()
            .AddSingleton(provider => new VerificationDesk(
                market.Journal, provider.GetRequiredService<TimeProvider>()))
            .AddScoped<Visitor>();
    }

    /// <summary>The routes of the pages.</summary>
    public static WebApplication MapPortal(this WebApplication app)
    {
        var portal = app.Services.GetRequiredService<PortalSettings>();
        TrustProxies(app, portal);
        app.Use(Hardening.Headers);
        app.UseResponseCompression();
        app.UseExceptionHandler(failing => failing.Run(Apologise));
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(Hardening.Forms);
        app.UseAntiforgery();
        PortalAssets.Map(app);
        app.MapGet("/language", ChooseLanguage);
        app.MapPost("/journal/verify", (VerificationDesk desk) =>
        {
            desk.Start();
            return Results.LocalRedirect("/journal");
        });
        PeopleHosting.Map(app, portal);
        app.MapRazorComponents<App>();
        return app;
    }

    private static void TrustProxies(WebApplication app, PortalSettings portal)
    {
        if (portal.Proxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in portal.Proxies)
        {
            options.KnownProxies.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }

    private static IResult ChooseLanguage(HttpContext http, PortalSettings portal, string? to, string? back)
    {
        http.Response.Cookies.Append(Visitor.Cookie, to == "en" ? "en" : "zh", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = portal.Https,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return Results.LocalRedirect(Back.Safe(back));
    }

    private static Task Apologise(HttpContext http)
    {
        var unavailable = http.Features.Get<IExceptionHandlerFeature>()?.Error as MarketUnavailableException;
        return unavailable is null
            ? PlainPage.WriteAsync(http, StatusCodes.Status500InternalServerError, Words.Failed)
            : PlainPage.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, unavailable.Refusal);
    }
}
