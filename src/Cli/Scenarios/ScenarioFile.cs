using System.Globalization;
using Tanheng.Quantities;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Cli.Scenarios;

/// <summary>One step of a story: at a moment, somebody sends a command, once or for each row of a table.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="At">Local time of the scheme.</param>
/// <param name="By">Who sends it; a second name approves the proposal.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Each">A table beside the scenario; null for a single command.</param>
/// <param name="Where">Columns and values that choose rows of the table.</param>
/// <param name="With">The command's data, with <c>$(column)</c> and <c>@references</c>.</param>
/// <param name="Refused">The refusal code the story expects; null when the command must succeed.</param>
public sealed record ScenarioStep(
    int Line,
    DateTime At,
    IReadOnlyList<string> By,
    string Command,
    string? Each,
    IReadOnlyList<KeyValuePair<string, string>> Where,
    YamlNode With,
    int? Refused);

/// <summary>A story: a market, its rulebook and what happens in it.</summary>
public sealed record Scenario(
    string Name,
    Text Title,
    string Rulebook,
    DateTime Starts,
    DateTime Ends,
    string Administrator,
    IReadOnlyList<ScenarioStep> Steps)
{
    /// <summary>Where a demonstration leaves the story to its visitors; null to play it to the end.</summary>
    public StoryPause? Pause { get; init; }
}

/// <summary>A moment of a story at which visitors take over.</summary>
/// <param name="Until">Steps from this moment on are not played.</param>
/// <param name="LeftTo">Whose steps are left to the visitor, too.</param>
/// <param name="LeftFrom">From this moment on.</param>
public sealed record StoryPause(DateTime Until, string LeftTo, DateTime LeftFrom);

/// <summary>A story file that cannot be read: says file, line and why.</summary>
public sealed class ScenarioException(string file, int line, string message)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {message}"));

/// <summary>Reads <c>scenario.yaml</c>.</summary>
public static class ScenarioFile
{
    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="ScenarioException">The file is not a scenario.</exception>
    public static Scenario Read(string file, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var root = stream.Documents.Count > 0
                ? Map(file, stream.Documents[0].RootNode)
                : throw new ScenarioException(file, 1, "the file is empty");
            var title = Map(file, Need(file, root, "title"));
            var steps = List(file, Need(file, root, "steps"));
            return new Scenario(
                Word(file, root, "scenario"),
                new Text(Word(file, title, "zh"), Word(file, title, "en")),
                Word(file, root, "rulebook"),
                Time(file, Need(file, root, "starts")),
                Time(file, Need(file, root, "ends")),
                Word(file, root, "administrator"),
                [.. steps.Select(step => Step(file, Map(file, step)))])
            {
                Pause = Find(root, "demonstration") is { } pause ? PauseOf(file, Map(file, pause)) : null,
            };
        }
        catch (YamlException broken)
        {
            throw new ScenarioException(file, (int)broken.Start.Line, broken.Message);
        }
    }

    private static StoryPause PauseOf(string file, YamlMappingNode pause) => new(
        Time(file, Need(file, pause, "until")),
        Word(file, pause, "left-to"),
        Time(file, Need(file, pause, "left-from")));

    private static readonly string[] StepKeys = ["at", "by", "do", "each", "where", "with", "refused"];

    private static ScenarioStep Step(string file, YamlMappingNode step)
    {
        foreach (var (key, _) in step.Children)
        {
            if (!StepKeys.Contains(key.ToString()))
            {
                var known = string.Join(", ", StepKeys);
                throw new ScenarioException(file, (int)key.Start.Line, $"unknown key '{key}'; known: {known}");
            }
        }

        var by = Need(file, step, "by");
        return new ScenarioStep(
            (int)step.Start.Line,
            Time(file, Need(file, step, "at")),
            by is YamlSequenceNode many ? [.. many.Select(name => name.ToString())] : [by.ToString()],
            Word(file, step, "do"),
            Find(step, "each")?.ToString(),
            Find(step, "where") is { } where
                ? [.. Map(file, where).Children.Select(pair =>
                    KeyValuePair.Create(pair.Key.ToString(), pair.Value.ToString()))]
                : [],
            Find(step, "with") ?? new YamlMappingNode(),
            Find(step, "refused") is { } refused ? Code(file, refused) : null);
    }

    private static int Code(string file, YamlNode node) =>
        int.TryParse(node.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : throw new ScenarioException(file, (int)node.Start.Line, $"'{node}' is not the number of a refusal");

    private static YamlNode? Find(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    private static YamlNode Need(string file, YamlMappingNode map, string key) =>
        Find(map, key) ?? throw new ScenarioException(file, (int)map.Start.Line, $"'{key}' is missing");

    private static string Word(string file, YamlMappingNode map, string key) => Need(file, map, key).ToString();

    private static YamlMappingNode Map(string file, YamlNode node) =>
        node as YamlMappingNode
        ?? throw new ScenarioException(file, (int)node.Start.Line, "a mapping is expected here");

    private static YamlSequenceNode List(string file, YamlNode node) =>
        node as YamlSequenceNode ?? throw new ScenarioException(file, (int)node.Start.Line, "a list is expected here");

    private static DateTime Time(string file, YamlNode node)
    {
        string[] shapes = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd"];
        return DateTime.TryParseExact(
            node.ToString(), shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new ScenarioException(file, (int)node.Start.Line, $"'{node}' is not a time like 2022-03-31T09:00");
    }
}
