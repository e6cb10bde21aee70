namespace Tanheng.Cli.Tests;

/// <summary>Help speaks both languages at once; a wrong word on the command line ends with exit code 2.</summary>
public sealed class HelpTests
{
    private static readonly string[][] Verbs =
    [
        ["found"], ["people"], ["people", "rescue"], ["serve"], ["scenario"], ["scenario", "run"],
        ["scenario", "list"], ["market"], ["market", "replay"],
        ["market", "bulletin"], ["market", "check"], ["rulebook"], ["rulebook", "check"],
        ["method"], ["method", "check"], ["method", "eval"], ["method", "explain"], ["verify"], ["holdings"],
        ["export"], ["import"], ["views"], ["views", "rebuild"], ["bench"], ["bench", "book"],
        ["bench", "market"], ["bench", "pages"],
    ];

    [Fact]
    public async Task Help_lists_every_verb_in_both_languages()
    {
        var help = await Tool.Run("--help");
        help.ExitCode.ShouldBe(0);
        var lines = help.Output.Split('\n');
        foreach (var verb in Verbs.Where(verb => verb.Length == 1))
        {
            var line = lines.SingleOrDefault(line => line.StartsWith("  " + verb[0] + " ", StringComparison.Ordinal));
            line.ShouldNotBeNull(verb[0]).ShouldContain(" | ");
        }
    }

    [Fact]
    public async Task Every_verb_explains_itself_and_its_options_in_both_languages()
    {
        foreach (var verb in Verbs)
        {
            var help = await Tool.Run([.. verb, "--help"]);
            help.ExitCode.ShouldBe(0);
            var own = help.Output.Split('\n')
                .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Where(line => !line.StartsWith("   ", StringComparison.Ordinal))
                .Where(line => !line.Contains("--help", StringComparison.Ordinal))
                .Where(line => !line.StartsWith("  tanheng ", StringComparison.Ordinal));
            own.ShouldNotBeEmpty();
            own.ShouldAllBe(line =>
                line.Contains(" | ", StringComparison.Ordinal) && line.Any(letter => letter > '\u2e80'));
        }
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("dance")]
    [InlineData("verify", "--bogus")]
    [InlineData("scenario")]
    [InlineData("scenario", "run")]
    [InlineData("market", "replay")]
    [InlineData("market", "bulletin")]
    [InlineData("rulebook", "check")]
    [InlineData("method", "eval", "allocation/stated-quantity@1")]
    [InlineData("verify", "--lang", "fr")]
    [InlineData("bench", "--seconds", "long")]
    [InlineData("bench", "market", "--clients", "0")]
    [InlineData("bench", "pages", "--url", "nowhere")]
    [InlineData("bench", "pages", "--readers", "0")]
    [InlineData("bench", "book", "--operations", "0")]
    [InlineData("bench", "book", "--operations", "many")]
    [InlineData("bench", "book", "--seed", "-1")]
    [InlineData("bench", "book", "--mode", "far")]
    public async Task A_wrong_command_line_ends_with_2_and_says_what_is_wrong(params string[] words)
    {
        var run = await Tool.Run(words);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_program_tells_its_version()
    {
        var run = await Tool.Run("--version");
        run.ExitCode.ShouldBe(0);
        run.Output.Trim().ShouldMatch(@"^\d+\.\d+\.\d+");
    }
}
