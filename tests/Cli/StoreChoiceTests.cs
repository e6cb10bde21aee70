namespace Tanheng.Cli.Tests;

/// <summary>Which market a verb speaks of, and what is said when that is not clear.</summary>
[Collection(PlayedStoreTests.Name)]
public sealed class StoreChoiceTests(PlayedStore store)
{
    private static readonly string[][] Readers =
        [["verify"], ["holdings"], ["export"], ["views", "rebuild"], ["serve"]];

    [Fact]
    public async Task An_empty_store_says_how_to_fill_it_in_both_languages()
    {
        using var folder = new TemporaryFolder();
        foreach (var verb in Readers)
        {
            var zh = await Tool.Run([.. verb, "--data", folder.Path]);
            zh.ExitCode.ShouldBe(1, string.Join(' ', verb));
            zh.Error.ShouldContain("TH9101");
            zh.Error.ShouldContain("请先运行 tanheng scenario run");
        }

        var en = await Tool.Run("verify", "--data", folder.Path, "--lang", "en");
        en.ExitCode.ShouldBe(1);
        en.Error.ShouldContain("run tanheng scenario run or tanheng import first");
    }

    [Fact]
    public async Task An_unknown_market_is_named_with_those_there_are()
    {
        var zh = await Tool.Run("verify", "--scheme", "nowhere", "--data", store.Path);
        zh.ExitCode.ShouldBe(1);
        zh.Error.ShouldContain("没有市场 nowhere；现有：china-2021-2022");
        var en = await Tool.Run("holdings", "--scheme", "nowhere", "--data", store.Path, "--lang", "en");
        en.ExitCode.ShouldBe(1);
        en.Error.ShouldContain("There is no market nowhere");
        en.Error.ShouldContain(PlayedStore.Story);
    }

    [Fact]
    public async Task Of_several_markets_one_must_be_named()
    {
        using var folder = store.Copy();
        var small = folder.Write("small.csv", "installation_id,year,verified_tco2e\n7,2014,250\n");
        var second = await Tool.Run("scenario", "run", "eu-2013-2018", "--input", small, "--data", folder.Path);
        second.ExitCode.ShouldBe(0);
        var zh = await Tool.Run("verify", "--data", folder.Path);
        zh.ExitCode.ShouldBe(1);
        zh.Error.ShouldContain("china-2021-2022, eu-2013-2018");
        zh.Error.ShouldContain("--scheme");
        var en = await Tool.Run("verify", "--data", folder.Path, "--lang", "en");
        en.Error.ShouldContain("There are several markets");
        (await Tool.Run("verify", "--data", folder.Path, "--scheme", "eu-2013-2018")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_is_JSON_for_programs()
    {
        var run = await Tool.Run("verify", "--scheme", "nowhere", "--data", store.Path, "--json", "--lang", "en");
        run.ExitCode.ShouldBe(1);
        var refused = System.Text.Json.JsonDocument.Parse(run.Output).RootElement;
        refused.GetProperty("refused").GetInt32().ShouldBe(9102);
        refused.GetProperty("name").GetString().ShouldBe("unknown-scheme");
    }
}
