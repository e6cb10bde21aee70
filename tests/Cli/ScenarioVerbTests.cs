using System.Text.Json;

namespace Tanheng.Cli.Tests;

/// <summary>scenario run and scenario list.</summary>
[Collection(PlayedStoreTests.Name)]
public sealed class ScenarioVerbTests(PlayedStore store)
{
    [Fact]
    public async Task All_scenarios_are_listed()
    {
        var run = await Tool.Run("scenario", "list");
        run.ExitCode.ShouldBe(0);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["china-2021-2022", "chongqing-2023", "eu-2013-2018"]);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("../rulebooks")]
    public async Task An_unknown_scenario_is_refused_with_those_there_are(string name)
    {
        using var folder = new TemporaryFolder();
        var zh = await Tool.Run("scenario", "run", name, "--data", folder.Path);
        zh.ExitCode.ShouldBe(1);
        zh.Error.ShouldContain($"没有情景 {name}；现有：china-2021-2022, chongqing-2023, eu-2013-2018。");
        var en = await Tool.Run("scenario", "run", name, "--data", folder.Path, "--lang", "en");
        en.Error.ShouldContain(
            $"There is no scenario {name}; there are: china-2021-2022, chongqing-2023, eu-2013-2018.");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Playing_a_story_twice_gives_the_same_figures_and_the_same_journal()
    {
        using var folder = store.Copy();
        var again = await Tool.Run("scenario", "run", PlayedStore.Story, "--data", folder.Path, "--json");
        again.ExitCode.ShouldBe(0, again.Error);
        var total = JsonDocument.Parse(again.Output).RootElement.GetProperty("total");
        total.GetProperty("obligations").GetInt32().ShouldBe(60);
        total.GetProperty("short").GetInt32().ShouldBe(1);
        total.GetProperty("missing").GetInt64().ShouldBe(10_000);
        total.GetProperty("late").GetInt32().ShouldBe(1);
        // 25,000 + 3,500,000 + 1,000,000 for the false report.
        total.GetProperty("fines").GetString().ShouldBe("4525000.00 CNY");
        PlayedStore.Head(folder.Path).ShouldBe(PlayedStore.Head(store.Path));
    }

    [Fact]
    public async Task A_story_takes_no_input_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("small.csv", "installation_id,year,verified_tco2e\n7,2014,250\n");
        var run = await Tool.Run("scenario", "run", PlayedStore.Story, "--input", file, "--data", folder.Path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("--input");
    }

    [Fact]
    public async Task An_input_file_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        var run = await Tool.Run(
            "scenario", "run", "eu-2013-2018", "--input", "/no/such.csv", "--data", folder.Path, "--lang", "en");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("/no/such.csv");
    }
}
