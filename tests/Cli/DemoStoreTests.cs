using Tanheng.Engine.People;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Cli.Tests;

/// <summary>Demonstrations, where anybody may be anybody, and real markets never share a store.</summary>
[Collection(PlayedStoreTests.Name)]
public sealed class DemoStoreTests(PlayedStore store)
{
    private static readonly string Rulebook = new Scenarios.RuleShelf(Scenarios.RuleShelf.FindRoot())
        .PathOf("rulebooks", "china-national.yaml");

    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    [Fact]
    public async Task A_store_with_a_founded_market_is_no_demonstration()
    {
        using var folder = new TemporaryFolder();
        (await Tool.Run("found", Rulebook, "--scheme", "mine", "--data", folder.Path)).ExitCode.ShouldBe(0);
        await Refused(folder.Path, "真实的市场 mine", "the market mine");
    }

    [Fact]
    public async Task Nor_is_one_whose_market_only_has_a_storys_name()
    {
        using var folder = new TemporaryFolder();
        (await Tool.Run("found", Rulebook, "--scheme", PlayedStore.Story, "--data", folder.Path)).ExitCode.ShouldBe(0);
        await Refused(folder.Path, "真实的市场 " + PlayedStore.Story, "the market " + PlayedStore.Story);
    }

    [Fact]
    public async Task Nor_is_one_with_real_people()
    {
        using var copy = store.Copy();
        using (var people = new SqlitePeople(copy.Path))
        {
            people.Add(new Person("li", "h", "Li", "li@example.org", Now, "")).ShouldBeTrue();
        }

        await Refused(copy.Path, "真实的用户", "(people)");
    }

    [Fact]
    public async Task The_first_demonstration_marks_its_store_and_no_real_market_is_run_on_it()
    {
        using var copy = store.Copy();
        (await Demo(copy.Path)).ShouldContain("Ctrl+C");
        using (var people = new SqlitePeople(copy.Path))
        {
            people.IsDemonstration.ShouldBeTrue();
        }

        foreach (var (language, sentence) in new[] { ("zh", "是演示用的存储"), ("en", "is the store of a demonstration") })
        {
            var served = await Tool.Run(
                "serve", "--scheme", PlayedStore.Story, "--urls", "http://127.0.0.1:0", "--data", copy.Path,
                "--lang", language);
            served.ExitCode.ShouldBe(1);
            served.Error.ShouldContain("TH9110");
            served.Error.ShouldContain(sentence);
            var found = await Tool.Run("found", Rulebook, "--scheme", "mine", "--data", copy.Path, "--lang", language);
            found.ExitCode.ShouldBe(1);
            found.Error.ShouldContain("TH9110");
        }

        (await Demo(copy.Path)).ShouldContain("Ctrl+C");
    }

    [Fact]
    public async Task A_misspelt_story_marks_nothing()
    {
        using var folder = new TemporaryFolder();
        var said = await Tool.Run("serve", "--demo", "no-such-story", "--data", folder.Path);
        said.ExitCode.ShouldBe(1);
        File.Exists(Path.Combine(folder.Path, "people.db")).ShouldBeFalse();
    }

    private static async Task Refused(string folder, string zh, string en)
    {
        foreach (var (language, sentence) in new[] { ("zh", zh), ("en", en) })
        {
            var said = await Tool.Run(
                "serve", "--demo", PlayedStore.Story, "--urls", "http://127.0.0.1:0", "--data", folder,
                "--lang", language);
            said.ExitCode.ShouldBe(1, said.Error);
            said.Error.ShouldContain("TH9109");
            said.Error.ShouldContain(sentence);
        }

        using var people = new SqlitePeople(folder);
        people.IsDemonstration.ShouldBeFalse();
    }

    /// <summary>Starts a demonstration and ends it when it has greeted.</summary>
    private static async Task<string> Demo(string folder)
    {
        using var server = Tool.Start(
            "serve", "--demo", PlayedStore.Story, "--urls", "http://127.0.0.1:0", "--data", folder);
        var said = new System.Text.StringBuilder();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            while (await server.StandardError.ReadLineAsync(patience.Token) is { } line)
            {
                said.AppendLine(line);
                if (line.Contains("Ctrl+C", StringComparison.Ordinal))
                {
                    break;
                }
            }
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        return said.ToString();
    }
}
