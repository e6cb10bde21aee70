using System.Diagnostics;

namespace Tanheng.Tidy.Tests;

/// <summary>The rules of the build, seen to fail: on a small copy of the house with one thing wrong.</summary>
public sealed class BuildRuleTests : IDisposable
{
    private static readonly string[] Rules =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig",
        "build/BannedSymbols.txt",
    ];

    private readonly string house = Directory.CreateTempSubdirectory("tanheng-tidy-").FullName;

    public BuildRuleTests()
    {
        foreach (var file in Rules)
        {
            Write(file, File.ReadAllText(Path.Combine(Repository.Root, file)));
        }

        Write("src/Market/Tanheng.Market.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
    }

    public void Dispose() => Directory.Delete(house, recursive: true);

    [Fact]
    public void A_reference_that_is_not_allowed_fails_the_build()
    {
        Write("src/Ledger/Tanheng.Ledger.csproj", Project("Quantities", "../Market/Tanheng.Market.csproj"));
        var (code, output) = Dotnet("msbuild src/Ledger/Tanheng.Ledger.csproj -t:CheckMayReference");
        code.ShouldNotBe(0, output);
        output.ShouldContain("error TH0001: Tanheng.Ledger must not reference Tanheng.Market");
    }

    [Fact]
    public void A_reference_that_is_allowed_passes()
    {
        Write("src/Ledger/Tanheng.Ledger.csproj", Project("Quantities;Market", "../Market/Tanheng.Market.csproj"));
        var (code, output) = Dotnet("msbuild src/Ledger/Tanheng.Ledger.csproj -t:CheckMayReference");
        code.ShouldBe(0, output);
    }

    [Fact]
    public void The_rule_runs_in_every_build_before_anything_is_compiled()
    {
        Write("src/Ledger/Tanheng.Ledger.csproj", Project("", "../Market/Tanheng.Market.csproj"));
        var (code, output) = Dotnet("build src/Ledger/Tanheng.Ledger.csproj -p:NuGetAudit=false");
        code.ShouldNotBe(0, output);
        output.ShouldContain("TH0001");
    }

    [Fact]
    public void Clock_chance_files_and_threads_fail_the_build_of_a_pure_assembly()
    {
        Write("src/Market/Impure.cs", """
            namespace Tanheng.Market;

            internal static class Impure
            {
                public static object Now() => DateTime.UtcNow;

                public static object Id() => Guid.NewGuid();

                public static object Chance() => Random.Shared.Next();

                public static object Read(string path) => File.ReadAllText(path);

                public static object Wait() => Task.Delay(1);

                public static object Machine() => Environment.MachineName;

                public static string Fine(string text) => new StringReader(text).ReadToEnd();
            }

            """);
        var (code, output) = Dotnet("build src/Market/Tanheng.Market.csproj -p:NuGetAudit=false");
        code.ShouldNotBe(0, output);
        foreach (var banned in (string[])["DateTime.UtcNow", "Guid.NewGuid()", "Random", "File", "Task", "Environment"])
        {
            output.ShouldContain($"error RS0030: The symbol '{banned}' is banned");
        }

        output.ShouldNotContain("StringReader");
    }

    private static string Project(string may, string reference) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><MayReference>{may}</MayReference></PropertyGroup>
          <ItemGroup><ProjectReference Include="{reference}" /></ItemGroup>
        </Project>
        """;

    private void Write(string path, string text)
    {
        var full = Path.Combine(house, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private (int Code, string Output) Dotnet(string arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments + " -nologo -nodeReuse:false")
        {
            WorkingDirectory = house,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        const StringComparison anyCase = StringComparison.OrdinalIgnoreCase;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", anyCase)))
        {
            // The test host's own build settings must not reach this one.
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
