using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;

namespace Tanheng.Web.Api;

/// <summary>A refusal as an RFC 9457 problem, in the language of the caller and in both.</summary>
/// <param name="Type"><c>urn:tanheng:refusal:6001</c>: the refusal's number, for ever.</param>
/// <param name="Title">What the status means.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">The sentence that says what to do.</param>
/// <param name="Instance">The address that was called.</param>
/// <param name="Code">The number.</param>
/// <param name="Name">The stable name.</param>
/// <param name="Transient">True when the same request may succeed later without being changed.</param>
/// <param name="Messages">The sentence in both languages.</param>
/// <param name="Details">What makes the sentence concrete, by name.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    int Code,
    string Name,
    bool Transient,
    Text Messages,
    IReadOnlyDictionary<string, string> Details)
{
    /// <summary>The content type.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>The problem of a refusal.</summary>
    public static Problem Of(Refusal refusal, string language, string instance)
    {
        var status = Api.Status.Of(refusal.Code);
        var messages = new Text(refusal.Message("zh"), refusal.Message("en"));
        return new Problem(
            TypeOf(refusal.Code),
            Api.Status.Title(status).In(language),
            status,
            messages.In(language),
            instance,
            refusal.Code.Number,
            refusal.Code.Name,
            refusal.Code.Transient,
            messages,
            refusal.Details.DistinctBy(detail => detail.Key)
                .ToDictionary(detail => detail.Key, detail => detail.Value));
    }

    /// <summary>The type of a refusal's problems.</summary>
    public static string TypeOf(RefusalCode code) =>
        "urn:tanheng:refusal:" + code.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Answers with the problem.</summary>
    public static Task WriteAsync(HttpContext http, Refusal refusal)
    {
        var language = Languages.Of(http.Request);
        var problem = Of(refusal, language, http.Request.PathBase + http.Request.Path);
        var headers = http.Response.Headers;
        http.Response.StatusCode = problem.Status;
        headers.ContentLanguage = language == "en" ? "en" : "zh-CN";
        headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = refusal.Code == ApiRefusals.BadApiKey
                ? "Bearer realm=\"tanheng\", error=\"invalid_token\""
                : "Bearer realm=\"tanheng\"";
        }
        else if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            headers.RetryAfter = Api.Status.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return http.Response.WriteAsJsonAsync(problem, ApiJson.Options, ContentType, http.RequestAborted);
    }
}
