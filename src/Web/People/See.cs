using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>How a form is answered: by 303 to a page, so that reloading sends nothing twice.</summary>
internal static class See
{
    /// <summary>To a page of this site.</summary>
    public static IResult Other(string path) => new Elsewhere(path);

    /// <summary>To a page that tells once why not.</summary>
    public static IResult Refused(HttpContext http, string path, Refusal refusal)
    {
        Flash.Say(http, refusal);
        return new Elsewhere(path);
    }

    private sealed class Elsewhere(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
