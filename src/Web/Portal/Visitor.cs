using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Who looks at the page: so far, in which language. 中文 unless the visitor chose English.</summary>
public sealed class Visitor(IHttpContextAccessor accessor)
{
    internal const string Cookie = "tanheng-language";

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; } = Choose(accessor.HttpContext);

    /// <summary>True for English.</summary>
    public bool English => Language == "en";

    /// <summary>The text in the visitor's language.</summary>
    public string Say(Text text) => text.In(Language);

    private static string Choose(HttpContext? http)
    {
        var asked = http?.Request.Query["lang"].ToString();
        var chosen = string.IsNullOrEmpty(asked) ? http?.Request.Cookies[Cookie] : asked;
        return chosen == "en" ? "en" : "zh";
    }
}
