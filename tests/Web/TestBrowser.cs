using System.Net;
using System.Text.RegularExpressions;

namespace Tanheng.Web.Tests;

/// <summary>
/// A browser without a window: it keeps cookies, follows nothing by itself, and sends forms with their token.
/// </summary>
public sealed partial class TestBrowser : IDisposable
{
    private readonly Uri address;

    public TestBrowser(Uri address, CookieContainer? cookies = null)
    {
        this.address = address;
        Cookies = cookies ?? new CookieContainer();
        Client = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            CookieContainer = Cookies,
        })
        {
            BaseAddress = address,
        };
    }

    /// <summary>Its cookies.</summary>
    public CookieContainer Cookies { get; }

    /// <summary>For requests of other kinds.</summary>
    public HttpClient Client { get; }

    /// <summary>The value of a cookie; null when there is none.</summary>
    public string? Cookie(string name) => Cookies.GetCookies(address)[name]?.Value;

    /// <summary>Another browser with the same cookies: a thief's.</summary>
    public TestBrowser Copy()
    {
        var copied = new CookieContainer();
        foreach (var cookie in Cookies.GetCookies(address).Cast<Cookie>())
        {
            copied.Add(address, new Cookie(cookie.Name, cookie.Value, "/"));
        }

        return new TestBrowser(address, copied);
    }

    /// <summary>Asks for a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path);

    /// <summary>A page that must be there, with letters in place of their numbers.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form of a page: its token is taken from there.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await Client.GetStringAsync(page);
        var token = Token().Match(html).Groups[1].Value;
        token.ShouldNotBeEmpty($"{page} has no form");
        return await Client.PostAsync(action, Form([("__RequestVerificationToken", token), .. fields]));
    }

    /// <summary>Sends a form of a page and gives the page it leads to.</summary>
    public async Task<string> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(page, action, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return await ReadAsync(answer.Headers.Location!.OriginalString);
    }

    /// <summary>A form as browsers send it.</summary>
    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
