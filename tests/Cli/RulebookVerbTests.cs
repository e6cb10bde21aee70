namespace Tanheng.Cli.Tests;

/// <summary>rulebook check.</summary>
public sealed class RulebookVerbTests
{
    private static string Shipped(string name) =>
        new Scenarios.RuleShelf(Scenarios.RuleShelf.FindRoot()).PathOf("rulebooks", name);

    [Fact]
    public async Task The_rulebooks_that_travel_with_the_program_are_in_order()
    {
        var zh = await Tool.Run("rulebook", "check", Shipped("china-national.yaml"), Shipped("eu.yaml"));
        zh.ExitCode.ShouldBe(0, zh.Error);
        zh.Output.ShouldContain("个履约周期");
        var en = await Tool.Run("rulebook", "check", Shipped("eu.yaml"), "--lang", "en");
        // 2013 to 2018.
        en.Output.ShouldContain("6 periods");
    }

    [Fact]
    public async Task An_impossible_order_of_dates_is_named_by_file_line_and_reason()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Shipped("eu.yaml"));
        // The first report of 2013 would be due after the surrender of 2013, 30 April 2014.
        var wrong = text.Replace(
            "{ step: report, by: 2014-03-31", "{ step: report, by: 2014-05-31", StringComparison.Ordinal);
        wrong.ShouldNotBe(text);
        var file = folder.Write("wrong.yaml", wrong);
        var line = 1 + Array.FindIndex(
            wrong.Split('\n'), row => row.Contains("step: surrender, by: 2014-04-30", StringComparison.Ordinal));
        var zh = await Tool.Run("rulebook", "check", file);
        zh.ExitCode.ShouldBe(1);
        zh.Error.ShouldContain($"{file}:{line}:");
        zh.Error.ShouldContain("2014-05-31");
        var en = await Tool.Run("rulebook", "check", file, "--lang", "en");
        en.ExitCode.ShouldBe(1);
        en.Error.ShouldContain("is before that of report");
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Shipped("eu.yaml"));
        var wrong = text.Replace(
            "allocation/stated-quantity@1", "allocation/stated-quantity@9", StringComparison.Ordinal);
        wrong.ShouldNotBe(text);
        var run = await Tool.Run("rulebook", "check", folder.Write("wrong.yaml", wrong), "--lang", "en");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("stated-quantity");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_usage()
    {
        var run = await Tool.Run("rulebook", "check", "/no/such.yaml", "--lang", "en");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("/no/such.yaml");
    }
}
