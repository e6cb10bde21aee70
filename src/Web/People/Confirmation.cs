using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// Whether the person at the other end has shown the second factor a moment ago. What moves value, or gives others the
/// means to, asks for this; who is not fresh is sent to <see cref="PageFor"/> and comes back.
/// </summary>
public static class Confirmation
{
    /// <summary>
    /// True when the second factor was given in this session within <see cref="PeopleSettings.ConfirmationLasts"/>. In
    /// a demonstration, where there is no second factor, it is true for the whole session. Never true for an API key:
    /// nobody sits there.
    /// </summary>
    public static bool IsFresh(HttpContext http)
    {
        if (Caller.Of(http) is not { } caller)
        {
            return false;
        }

        var services = http.RequestServices;
        if (caller.Session == DemoSignIn.Session)
        {
            return services.GetRequiredService<PortalSettings>().Demo;
        }

        var age = services.GetRequiredService<TimeProvider>().GetUtcNow() - caller.Confirmed;
        return age >= TimeSpan.Zero && age < services.GetRequiredService<PeopleSettings>().ConfirmationLasts;
    }

    /// <summary>
    /// Lets a form through when the confirmation is fresh; else leads over the confirmation back to the form's page.
    /// </summary>
    internal static async ValueTask<object?> Filter(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (IsFresh(http))
        {
            return await next(context);
        }

        var from = Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var referer)
            && referer.Authority == http.Request.Host.Value ? referer.PathAndQuery : "/me";
        return See.Refused(http, PageFor(from), PeopleRefusals.ConfirmationNeeded.With());
    }

    /// <summary>The page that asks for the second factor and leads back: <c>/confirm?back=…</c>.</summary>
    public static string PageFor(string back) => "/confirm?back=" + Uri.EscapeDataString(back);
}
