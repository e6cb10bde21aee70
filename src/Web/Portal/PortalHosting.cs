using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.Actions;
using Tanheng.Web.Api;
using Tanheng.Web.Desks;
using Tanheng.Web.Entities;
using Tanheng.Web.Feed;
using Tanheng.Web.People;
using Tanheng.Web.Portal.Demo;
using Tanheng.Web.Portal.Public;

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
        // Chinese stands in the page as itself and not as numbers, which take three times as long.
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddSingleton<PageCache>().AddOutputCache(options =>
            options.AddBasePolicy(policy => policy.AddPolicy<PageCache>(), excludeDefaultPolicy: true));
        services.AddPeople(people, portal);
        services.AddApi();
        return services
            .AddSingleton(portal)
            .AddSingleton(market)
            .AddActions()
            .AddDesks()
            .AddFeed()
            .AddSingleton<DemoClock>()
            .AddSingleton(provider => new LiveReplay(
                market, provider.GetRequiredService<TimeProvider>(), provider.GetService<ReplayScript>()))
            .AddSingleton<PublicRecord>()
            .AddSingleton<SealedTickets>()
            .AddHostedService<SealedTicketWorker>()
            .AddSingleton(provider => new VerificationDesk(
                market.Journal, provider.GetRequiredService<TimeProvider>()))
            .AddScoped<Visitor>()
            .AddScoped<Scene>();
    }

    /// <summary>The routes of the pages.</summary>
    public static WebApplication MapPortal(this WebApplication app)
    {
        var portal = app.Services.GetRequiredService<PortalSettings>();
        TrustProxies(app, portal);
        app.Use(Hardening.Headers);
        app.Use(Preferences.Remember);
        app.UseExceptionHandler(failing => failing.Run(Apologise));
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseWebSockets();
        app.UseOutputCache();
        app.UseResponseCompression();
        ApiDocs.Use(app);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(ProblemsAreRead);
        app.UseAuthorization();
        app.Use(Hardening.Forms);
        app.UseAntiforgery();
        app.Use(SetScene);
        PortalAssets.Map(app);
        ActionsHosting.Map(app);
        PublicData.Map(app);
        FeedRoutes.Map(app);
        Bulletins.BulletinFiles.Map(app);
        Bulletins.BulletinReading.Map(app);
        DesksHosting.Map(app);
        Preferences.Map(app);
        // Reading the form is what makes its token be checked.
        app.MapPost("/journal/verify", (VerificationDesk desk, IFormCollection _) =>
        {
            desk.Start();
            return Results.LocalRedirect("/journal");
        });
        PeopleHosting.Map(app, portal);
        if (portal.Demo)
        {
            DemoDesk.Map(app);
            ReplayDesk.Map(app);
        }

        app.MapApi();
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

    private static Task Apologise(HttpContext http)
    {
        var problem = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        return problem switch
        {
            MarketUnavailableException unavailable =>
                PlainPage.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, unavailable.Refusal),
            BadHttpRequestException bad => PlainPage.WriteAsync(
                http, bad.StatusCode, Words.ProblemHint(bad.StatusCode)),
            _ => PlainPage.WriteAsync(
                http,
                StatusCodes.Status500InternalServerError,
                Words.ProblemHint(StatusCodes.Status500InternalServerError)),
        };
    }
}
