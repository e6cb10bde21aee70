using Tanheng.Quantities;

namespace Tanheng.Cli.Scenarios;

/// <summary>A story of the shelf: <c>scenarios/NAME/scenario.yaml</c> with its tables.</summary>
public sealed record StoryFiles(Scenario Scenario, string Path, Tables Tables)
{
    /// <summary>Reads a story, or null when the shelf has none of that name.</summary>
    /// <exception cref="ScenarioException">The file is not a scenario.</exception>
    public static StoryFiles? Find(RuleShelf shelf, string name)
    {
        var path = shelf.PathOf("scenarios", System.IO.Path.GetFileName(name), "scenario.yaml");
        if (!File.Exists(path))
        {
            return null;
        }

        var tables = new Tables(System.IO.Path.GetDirectoryName(path)!);
        return new StoryFiles(ScenarioFile.Read(path, File.ReadAllText(path)), path, tables);
    }

    /// <summary>The refusal for a name that is none.</summary>
    public static Refusal Unknown(RuleShelf shelf, string name) =>
        ScenarioRefusals.UnknownScenario.With(("scenario", name), ("scenarios", string.Join(", ", Names(shelf))));

    /// <summary>Every scenario of the shelf; a folder of figures alone is none.</summary>
    public static IEnumerable<string> Names(RuleShelf shelf) =>
        Directory.EnumerateDirectories(shelf.PathOf("scenarios"))
            .Where(folder => File.Exists(System.IO.Path.Combine(folder, "scenario.yaml"))
                || System.IO.Path.GetFileName(folder) == VerifiedEmissionsRun.Name)
            .Select(folder => System.IO.Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal);

    /// <summary>Its player.</summary>
    public StoryRunner Runner(RuleShelf shelf) => new(Scenario, Path, Tables, shelf);
}
