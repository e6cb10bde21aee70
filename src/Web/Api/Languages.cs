using Microsoft.AspNetCore.Http;

namespace Tanheng.Web.Api;

/// <summary>The language an API client asks for.</summary>
internal static class Languages
{
    /// <summary><c>zh</c> or <c>en</c> by <c>Accept-Language</c>; 中文 when neither is wanted more.</summary>
    public static string Of(HttpRequest request)
    {
        var (english, chinese) = (0d, 0d);
        foreach (var wanted in request.GetTypedHeaders().AcceptLanguage)
        {
            var weight = wanted.Quality ?? 1d;
            if (wanted.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                english = Math.Max(english, weight);
            }
            else if (wanted.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || wanted.Value == "*")
            {
                chinese = Math.Max(chinese, weight);
            }
        }

        return english > chinese ? "en" : "zh";
    }
}
