using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tanheng.Quantities;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api;

/// <summary>
/// Through which every call of the API goes. Refusals in order: bad key; not signed in; scope missing; anti-forgery
/// token missing (browser sessions that change something); parameters; then the operation's own. Whatever happens, the
/// answer is a problem document and never a page.
/// </summary>
internal sealed class ApiGate(IAntiforgery antiforgery, ILogger<ApiGate> log)
{
    /// <summary>The header that carries the anti-forgery token.</summary>
    public const string AntiforgeryHeader = "RequestVerificationToken";

    /// <summary>Runs one operation.</summary>
    public async Task RunAsync(HttpContext http, Operation operation)
    {
        try
        {
            http.Response.Headers.Vary = "Accept, Accept-Language, Authorization, Cookie";
            http.Response.Headers.CacheControl = "no-store";
            if (await AdmitAsync(http, operation) is { } refusal)
            {
                await Problem.WriteAsync(http, refusal);
            }
            else if (ApiCall.Of(http, operation).Try(out var call, out refusal))
            {
                await operation.Handle(call);
            }
            else
            {
                await Problem.WriteAsync(http, refusal);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception problem) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Problem.WriteAsync(http, Explain(http, problem));
        }
    }

    private async Task<Refusal?> AdmitAsync(HttpContext http, Operation operation)
    {
        var byKey = http.Request.Headers.Authorization.Count > 0;
        if (byKey)
        {
            var signedIn = await http.AuthenticateAsync(ApiKeyHandler.Name);
            if (!signedIn.Succeeded)
            {
                return ApiRefusals.BadApiKey.With();
            }

            http.User = signedIn.Principal;
        }

        if (Caller.Of(http) is null)
        {
            return operation.Audience == Audience.Everyone ? null : ApiRefusals.NotSignedIn.With();
        }

        if (!ApiKeyHandler.ScopesOf(http.User).HasFlag(operation.Scope))
        {
            return ApiRefusals.ScopeMissing.With(("scope", Parameter.Word(operation.Scope)));
        }

        return byKey || !operation.Changes || await antiforgery.IsRequestValidAsync(http)
            ? null
            : ApiRefusals.BadAntiforgery.With(("header", AntiforgeryHeader));
    }

    private Refusal Explain(HttpContext http, Exception problem)
    {
        switch (problem)
        {
            case MarketUnavailableException unavailable:
                return unavailable.Refusal;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiRefusals.BodyTooLarge.With(("limit", "?"));
            case BadHttpRequestException bad:
                return ApiRefusals.BadBody.With(
                    ("line", 1), ("field", "-"), ("problem", bad.Message), ("problem_zh", bad.Message));
            default:
                log.LogError(problem, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
                return ApiRefusals.Failed.With(("trace", http.TraceIdentifier));
        }
    }
}
