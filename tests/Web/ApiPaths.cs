using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Cli.Scenarios;
using Tanheng.Web.Api;

namespace Tanheng.Web.Tests;

/// <summary>Addresses and files that tests of the document share.</summary>
internal static class ApiPaths
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["holder"] = "16",
        ["year"] = "2022",
        ["period"] = "2022",
        ["case"] = "1",
        ["proposal"] = "1",
        ["sequence"] = "2",
        ["code"] = "2005",
        ["area"] = "allocation",
        ["name"] = "cn-power",
        ["version"] = "2022",
        ["account"] = "48",
        ["circular"] = "1",
        ["order"] = "3",
        ["payments"] = "1",
        ["alert"] = "1",
        ["inquiry"] = "1",
        ["auction"] = "1",
        ["instrument"] = ExchangeDays.Instrument,
        ["kind"] = "yearly",
        ["key"] = "2026",
    };

    /// <summary>The operation's path about things that are in the market of the story.</summary>
    public static string Example(Operation operation) => string.Join('/', operation.Path.Split('/').Select(part =>
        part.StartsWith('{') ? Values.GetValueOrDefault(part.Trim('{', '}'), new string('0', 64)) : part));

    /// <summary>A file of the repository.</summary>
    public static string Text(string path) => File.ReadAllText(At(path));

    /// <summary>A file of examples.</summary>
    public static JsonObject Examples(string file) =>
        (JsonObject)JsonNode.Parse(File.ReadAllText(At("src/Web/Api/Examples/" + file)))!;

    /// <summary>Lists of at most one item: an example is to be read.</summary>
    public static JsonNode Shorten(JsonNode node)
    {
        if (node is JsonArray items)
        {
            while (items.Count > 1)
            {
                items.RemoveAt(1);
            }

            foreach (var item in items.OfType<JsonNode>())
            {
                Shorten(item);
            }
        }
        else if (node is JsonObject pairs)
        {
            foreach (var (_, value) in pairs)
            {
                _ = value is null ? null : Shorten(value);
            }
        }

        return node;
    }

    /// <summary>As a file has it.</summary>
    public static string Written(JsonNode node) => node.ToJsonString(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }) + "\n";

    /// <summary>
    /// Holds a file of examples to the shape of what the program answers, or writes it with TANHENG_WRITE=1; what the
    /// file has beside it stays.
    /// </summary>
    public static void ShouldHaveShapeOf(string path, JsonObject answers)
    {
        var written = (JsonObject)JsonNode.Parse(File.ReadAllText(At(path)))!;
        if (Environment.GetEnvironmentVariable("TANHENG_WRITE") == "1")
        {
            foreach (var (name, value) in answers)
            {
                written[name] = value?.DeepClone();
            }

            File.WriteAllText(At(path), Written(written));
        }

        foreach (var (name, value) in answers)
        {
            Shape(written[name]).ShouldBe(Shape(value), $"{path}: {name} {WriteAnew}");
        }
    }

    /// <summary>Holds a file of the repository to what the program says, or writes it with TANHENG_WRITE=1.</summary>
    public static void ShouldBeWritten(string path, string content)
    {
        if (Environment.GetEnvironmentVariable("TANHENG_WRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
            File.WriteAllText(At(path), content);
        }

        File.ReadAllText(At(path)).ShouldBe(content, $"{path} {WriteAnew}");
    }

    private static string Shape(JsonNode? node) => node switch
    {
        JsonObject pairs => "{" + string.Join(',', pairs
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key + Shape(pair.Value))) + "}",
        JsonArray items => "[" + Shape(items.FirstOrDefault()) + "]",
        _ => "",
    };

    private const string WriteAnew = "is not what the program says; run the test with TANHENG_WRITE=1 and look.";

    private static string At(string path) => Path.Combine(RuleShelf.FindRoot(), path);
}
