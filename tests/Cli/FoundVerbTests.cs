using System.Text.RegularExpressions;

namespace Tanheng.Cli.Tests;

/// <summary>A market of one's own from a rulebook, and the first person who signs in to it.</summary>
public sealed class FoundVerbTests
{
    private static readonly string Rulebook = new Scenarios.RuleShelf(Scenarios.RuleShelf.FindRoot())
        .PathOf("rulebooks", "china-national.yaml");

    [Fact]
    public async Task A_market_is_founded_once_and_its_journal_holds()
    {
        using var folder = new TemporaryFolder();
        var founded = await Tool.Run("found", Rulebook, "--scheme", "mine", "--data", folder.Path);
        founded.ExitCode.ShouldBe(0, founded.Error);
        founded.Output.ShouldContain("mine");
        founded.Output.ShouldContain("admin");
        (await Tool.Run("verify", "--scheme", "mine", "--data", folder.Path)).ExitCode.ShouldBe(0);

        var again = await Tool.Run("found", Rulebook, "--scheme", "mine", "--data", folder.Path, "--lang", "en");
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("TH9106");
        again.Error.ShouldContain("There is a market mine");
    }

    [Fact]
    public async Task A_market_without_a_name_or_with_a_bad_one_is_not_founded()
    {
        using var folder = new TemporaryFolder();
        var unnamed = await Tool.Run("found", Rulebook, "--data", folder.Path);
        unnamed.ExitCode.ShouldBe(1);
        unnamed.Error.ShouldContain("TH9107");
        var bad = await Tool.Run("found", Rulebook, "--scheme", "Not A Name", "--data", folder.Path);
        bad.ExitCode.ShouldBe(1);
        bad.Error.ShouldContain("TH90");
        var nobody = await Tool.Run(
            "found", Rulebook, "--scheme", "mine", "--authority", " ", "--data", folder.Path);
        nobody.ExitCode.ShouldBe(1);
        nobody.Error.ShouldContain("TH9612");
    }

    [Fact]
    public async Task A_rulebook_with_errors_founds_nothing_and_each_error_is_told_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var right = await File.ReadAllTextAsync(Rulebook);
        var wrong = right.Replace("\napprovals:", "\naprovals:", StringComparison.Ordinal);
        var file = folder.Write("wrong.yaml", wrong);
        var refused = await Tool.Run("found", file, "--scheme", "mine", "--data", folder.Path, "--lang", "en");
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldMatch(@"wrong\.yaml:\d+:\d+: TH8\d{3}");
        File.Exists(Path.Combine(folder.Path, "mine.journal.db")).ShouldBeFalse();
        var missing = await Tool.Run("found", "nowhere.yaml", "--scheme", "mine", "--data", folder.Path);
        missing.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task The_first_start_tells_a_one_time_password_once_and_keeps_it_nowhere()
    {
        using var folder = new TemporaryFolder();
        await Tool.Run("found", Rulebook, "--scheme", "mine", "--authority", "chief", "--data", folder.Path);
        var first = await StartedAsync(folder.Path);
        var password = Regex.Match(first, "chief .*?((?:[2-9A-Z]{5}-){3}[2-9A-Z]{5})").Groups[1].Value;
        password.ShouldNotBeEmpty(first);
        (await StartedAsync(folder.Path)).ShouldNotMatch("(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}");
        foreach (var file in Directory.EnumerateFiles(folder.Path, "people.db*"))
        {
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain(password);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(folder.Path, "people.db"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Whoever_keeps_the_machine_can_rescue_a_person_who_is_there()
    {
        using var folder = new TemporaryFolder();
        await Tool.Run("found", Rulebook, "--scheme", "mine", "--data", folder.Path);
        await StartedAsync(folder.Path);
        var rescued = await Tool.Run("people", "rescue", "admin", "--data", folder.Path);
        rescued.ExitCode.ShouldBe(0, rescued.Error);
        rescued.Output.Trim().ShouldMatch(@"^/link/[\w-]{43}$");
        var nobody = await Tool.Run("people", "rescue", "nobody", "--data", folder.Path, "--lang", "en");
        nobody.ExitCode.ShouldBe(1);
        nobody.Error.ShouldContain("There is no person nobody");
    }

    /// <summary>What a server says until it is up and has greeted.</summary>
    private static async Task<string> StartedAsync(string data)
    {
        using var server = Tool.Start("serve", "--scheme", "mine", "--urls", "http://127.0.0.1:0", "--data", data);
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
