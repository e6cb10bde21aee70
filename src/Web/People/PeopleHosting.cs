using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tanheng.Engine.People;
using Tanheng.Web.Api;
using Tanheng.Web.Letters;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>Puts signing in into the portal.</summary>
internal static class PeopleHosting
{
    /// <summary>The services of persons.</summary>
    public static void AddPeople(this IServiceCollection services, IPeople people, PortalSettings portal)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PeopleSettings());
        services.AddSingleton(people)
            .AddSingleton<IPersons>(people).AddSingleton<ICredentials>(people).AddSingleton<ISessions>(people)
            .AddSingleton<ILinks>(people).AddSingleton<IApiKeys>(people).AddSingleton<IAuditLog>(people)
            .AddSingleton<IDrafts>(people).AddSingleton<ILetters>(people);
        AddFramework(services, people, portal);
        services.AddLetters();
        services.AddSingleton(provider => new AuditTrail(
                provider.GetRequiredService<Market>(),
                provider.GetRequiredService<TimeProvider>(),
                people,
                provider.GetRequiredService<SignInLetters>()))
            .AddSingleton<SessionDesk>()
            .AddSingleton<SignInDesk>()
            .AddSingleton<PeopleDesk>()
            .AddSingleton<ApiKeyDesk>()
            .AddScoped<PasskeyDesk>()
            .AddSingleton<IAuthorizationHandler, OfficeHandler>();
        Limits.Add(services, portal.Limits);
    }

    /// <summary>The forms of persons.</summary>
    public static void Map(IEndpointRouteBuilder routes, PortalSettings portal)
    {
        PeopleAssets.Map(routes);
        SignInRoutes.Map(routes);
        LinkRoutes.Map(routes);
        MeRoutes.Map(routes);
        OperatorRoutes.Map(routes);
        LetterRoutes.Map(routes);
        if (portal.Demo)
        {
            DemoSignIn.Map(routes);
        }
    }

    private static void AddFramework(IServiceCollection services, IPeople people, PortalSettings portal)
    {
        services.AddDataProtection().SetApplicationName("Tanheng");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new PeopleKeys(people));
        services.AddOptions<PasswordHasherOptions>()
            .Configure<PeopleSettings>((options, settings) => options.IterationCount = settings.HashIterations);
        services.TryAddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddIdentityCore<Person>().AddUserStore<IdentityPeople>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddAuthentication(SessionCookie.Scheme)
            .AddCookie(options => options.ForwardDefaultSelector = ApiKeyHandler.Choose);
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme)
            .Configure<PeopleSettings>((options, settings) => SessionCookie.Configure(options, portal, settings));
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = SessionCookie.Name(portal, "-form");
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy =
                portal.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = false;
        });
    }
}
