using Microsoft.AspNetCore.Http;

namespace Tanheng.Web.People;

/// <summary>Reading forms: a field that is not there is empty.</summary>
internal static class Forms
{
    /// <summary>A field as text.</summary>
    public static string Text(this IFormCollection form, string name) => form[name].ToString();
}
