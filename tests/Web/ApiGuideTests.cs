using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tanheng.Web.Tests;

/// <summary>The guide's examples, run as they stand, against the market of the story.</summary>
public sealed partial class ApiGuideTests
{
    [Fact]
    public void Both_languages_have_the_same_examples() =>
        Blocks("docs/api-guide.zh-CN.md").ShouldBe(Blocks("docs/api-guide.md"));

    [CurlFact]
    public async Task Every_example_of_the_guide_works_as_it_stands()
    {
        var blocks = Blocks("docs/api-guide.md");
        blocks.Count.ShouldBeGreaterThan(10);
        var story = new ApiStory();
        await story.InitializeAsync();
        try
        {
            foreach (var block in blocks)
            {
                var (code, output) = await Run(block, new Uri(story.Server.Address, "api/v1"), $"th_{story.Code}-a");
                code.ShouldBe(0, block + "\n" + output);
            }
        }
        finally
        {
            await story.DisposeAsync();
        }
    }

    private static List<string> Blocks(string file) =>
        [.. Block().Matches(ApiPaths.Text(file)).Select(match => match.Groups[1].Value)];

    private static async Task<(int Code, string Output)> Run(string script, Uri api, string key)
    {
        var folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
        var start = new ProcessStartInfo("bash", ["-c", "set -euo pipefail\n" + script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["API"] = api.ToString();
        start.Environment["KEY"] = key;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return (process.ExitCode, await output + await error);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}

/// <summary>A fact that runs examples in a shell: skipped where there is no bash or no curl.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute() => Skip = IsThere("bash") && IsThere("curl") ? null : "needs bash and curl";

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
