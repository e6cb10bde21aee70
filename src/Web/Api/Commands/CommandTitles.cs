using Tanheng.Quantities;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Api.Commands;

/// <summary>What people call a command: what the pages call it.</summary>
internal static class CommandTitles
{
    private static readonly Text Propose = new("提交提案", "Propose");

    public static Text Of(string command) => ActionWords.Of(command)?.Title
        ?? (command == "propose" ? Propose : new Text(command, command));

    /// <summary>What it does, in a sentence; null where the pages have none.</summary>
    public static Text? SentenceOf(string command) => ActionWords.Of(command)?.Sentence;
}
