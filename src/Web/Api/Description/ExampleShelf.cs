using System.Text.Json.Nodes;

namespace Tanheng.Web.Api.Description;

/// <summary>
/// Examples of the document. Bodies are written by hand for the market of the story china-2021-2022; answers are what
/// that market answers. Tests hold both to their schemas, and the answers to what is answered.
/// </summary>
internal static class ExampleShelf
{
    private static readonly JsonObject Bodies = Load("commands.json");
    private static readonly JsonObject Answers = Load("answers.json");

    /// <summary>The example of an operation's body, or null.</summary>
    public static JsonNode? Body(Operation operation) =>
        Bodies[operation.Command?.Name ?? operation.Id]?.DeepClone();

    /// <summary>The example of an operation's answer, or null.</summary>
    public static JsonNode? Answer(Operation operation) => Answers[operation.Id]?.DeepClone();

    private static JsonObject Load(string file)
    {
        using var stream = typeof(ExampleShelf).Assembly
            .GetManifestResourceStream("Tanheng.Web.Api.Examples." + file)!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
