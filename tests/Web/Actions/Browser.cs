using System.Net;
using System.Text.RegularExpressions;

namespace Tanheng.Web.Tests.Actions;

/// <summary>A browser without script: keeps cookies, follows nothing, and posts the forms that pages hold.</summary>
public sealed partial class Browser : IDisposable
{
    public Browser(Uri address)
    {
        Http = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            CookieContainer = Cookies,
        })
        {
            BaseAddress = address,
        };
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http { get; }

    public void Dispose() => Http.Dispose();

    /// <summary>A page.</summary>
    public async Task<Answer> Get(string path)
    {
        using var answer = await Http.GetAsync(path);
        return await Answer.Of(answer);
    }

    /// <summary>
    /// Posts the page's form with this action: its hidden fields, then what is given here; a field given replaces one
    /// that is there.
    /// </summary>
    public async Task<Answer> Submit(Answer page, string action, params (string Name, string Value)[] fields)
    {
        var values = HiddenOf(page, action)
            .Where(one => fields.All(field => field.Name != one.Name)).Concat(fields);
        return await Post(action, [.. values]);
    }

    /// <summary>Posts the page's form with a file in it.</summary>
    public async Task<Answer> Upload(
        Answer page, string action, string field, string name,
            byte[] content, params (string Name, string Value)[] fields)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (key, value) in HiddenOf(page, action).Where(one => fields.All(field => field.Name != one.Name))
            .Concat(fields))
        {
            body.Add(new StringContent(value), key);
        }

        body.Add(new ByteArrayContent(content), field, name);
        using var answer = await Http.PostAsync(action, body);
        return await Answer.Of(answer);
    }

    /// <summary>Posts fields as they are.</summary>
    public async Task<Answer> Post(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        using var answer = await Http.PostAsync(path, content);
        return await Answer.Of(answer);
    }

    private static IEnumerable<(string Name, string Value)> HiddenOf(Answer page, string action)
    {
        var form = Forms().Matches(page.Html).Select(match => match.Value)
            .First(form => WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value) == action);
        return Hidden().Matches(form).Select(match => match.Value)
            .Select(tag => (Attribute(tag, "name"), Attribute(tag, "value")));
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<form\\b[^>]*?\\saction=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input\\b[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Location">Where it leads, or null.</param>
/// <param name="Html">The page's source.</param>
public sealed record Answer(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>The page's source with letters in place of their numbers.</summary>
    public string Shown => WebUtility.HtmlDecode(Html);

    public static async Task<Answer> Of(HttpResponseMessage answer) => new(
        answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
}
