using Tanheng.Quantities;

namespace Tanheng.Web.Api.Commands;

/// <summary>What people call a command.</summary>
internal static class CommandTitles
{
    public static Text Of(string command)
    {
        var words = command.Replace('-', ' ');
        var title = char.ToUpperInvariant(words[0]) + words[1..];
        return new Text(title, title);
    }
}
