using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Tanheng.Web.Tests;

/// <summary>What the API answered.</summary>
public sealed class ApiReply(HttpResponseMessage response, byte[] bytes)
{
    /// <summary>The status.</summary>
    public int Status { get; } = (int)response.StatusCode;

    /// <summary>The content type without its parameters.</summary>
    public string? Type { get; } = response.Content.Headers.ContentType?.MediaType;

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers { get; } = response.Headers;

    /// <summary>The headers of the content.</summary>
    public HttpContentHeaders ContentHeaders { get; } = response.Content.Headers;

    /// <summary>The body.</summary>
    public byte[] Bytes => bytes;

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(bytes);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(bytes);

    /// <summary>The number of the refusal; 0 for an answer.</summary>
    public int Code => Type == "application/problem+json" ? Json.GetProperty("code").GetInt32() : 0;

    /// <summary>The refusal's sentence.</summary>
    public string Detail => Json.GetProperty("detail").GetString()!;

    /// <summary>A header, or null.</summary>
    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>This reply, if it has the status.</summary>
    public ApiReply Expect(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>This reply, if it is the problem with the status and number.</summary>
    public ApiReply Refused(int status, int code)
    {
        (Status, Code).ShouldBe((status, code), Text);
        return this;
    }
}
