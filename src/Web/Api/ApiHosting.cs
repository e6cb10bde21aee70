using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api;

/// <summary>Puts the HTTP API into a web application.</summary>
public static class ApiHosting
{
    /// <summary>Where the API is.</summary>
    public const string Root = "/api/v1";

    /// <summary>
    /// The services of the API. The composition root adds what it has of <see cref="Engine.Views.IViewStore"/> and
    /// <see cref="Engine.Journal.IAttachments"/>; what is missing is answered with 503. A <see cref="FindApiKey"/> that
    /// is there already is used instead of the keys of the people.
    /// </summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAntiforgery(options => options.HeaderName = ApiGate.AntiforgeryHeader);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Name, null);
        services.TryAddSingleton(provider => ApiKeyHandler.Among(provider.GetRequiredService<ApiKeyDesk>()));
        return services.AddSingleton<ApiGate>();
    }

    /// <summary>The routes of the API.</summary>
    public static void MapApi(this WebApplication app)
    {
        var demo = app.Services.GetRequiredService<PortalSettings>().Demo;
        var operations = Operations.All.Where(operation => demo || !operation.DemoOnly).ToList();
        var gate = app.Services.GetRequiredService<ApiGate>();
        foreach (var operation in operations)
        {
            string[] methods = operation.Method == "GET" ? ["GET", "HEAD"] : [operation.Method];
            app.MapMethods(Root + operation.Path, methods, (RequestDelegate)(http => gate.RunAsync(http, operation)));
        }

        app.Map("/api/{**rest}", (RequestDelegate)(http => Problem.WriteAsync(http, Missing(http, operations))))
            .WithOrder(int.MaxValue);
    }

    /// <summary>The address may be right and the method wrong.</summary>
    private static Quantities.Refusal Missing(HttpContext http, List<Operation> operations)
    {
        var path = http.Request.Path;
        var allowed = operations
            .Where(operation => new TemplateMatcher(TemplateParser.Parse(Root + operation.Path), []).TryMatch(path, []))
            .Select(operation => operation.Method)
            .Distinct()
            .ToList();
        if (allowed.Count == 0)
        {
            return ApiRefusals.NothingHere.With(("path", path));
        }

        http.Response.Headers.Allow = string.Join(", ", allowed);
        return ApiRefusals.WrongMethod.With(
            ("path", path), ("method", http.Request.Method), ("allowed", string.Join(", ", allowed)));
    }
}
