using System.Text.Json;

namespace Tanheng.Cli.Tests;

/// <summary>bench book: a flow with known results, in words and as JSON.</summary>
public sealed class BenchBookVerbTests
{
    [Fact]
    public async Task The_known_figures_are_printed_and_nothing_is_allocated()
    {
        var run = await Tool.Run("bench", "book", "--operations", "10000", "--seed", "1", "--lang", "en");
        run.ExitCode.ShouldBe(0, run.Error);
        var lines = run.Output.Split('\n').Select(line => line.Split("  ", 2)).Where(line => line.Length == 2)
            .ToDictionary(line => line[0].Trim(), line => line[1].Trim());
        lines["trades"].ShouldBe("3,334");
        lines["volume (t)"].ShouldBe("136,147");
        lines["hash of trades"].ShouldBe("b9e931582cf516fd");
        lines["resting orders"].ShouldBe("2,649");
        lines["levels bid/ask"].ShouldBe("80/81");
        lines["best bid/ask (ticks)"].ShouldBe("5997/6004");
        lines["allocated (bytes)"].ShouldBe("0");
        run.Error.ShouldContain("recorded");
    }

    [Fact]
    public async Task A_program_reads_the_figures_as_JSON()
    {
        var run = await Tool.Run(
            "bench", "book", "--operations", "10000", "--seed", "1", "--mode", "uniform", "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        var result = JsonDocument.Parse(run.Output).RootElement;
        result.GetProperty("hash").GetString().ShouldBe("c3c37f7f57c8edc4");
        result.GetProperty("volume").GetInt64().ShouldBe(90_017);
        result.GetProperty("perSecond").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_is_wrong_with_the_number_of_operations_is_said()
    {
        var run = await Tool.Run("bench", "book", "--operations", "0");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("from 1 to 10000000");
    }
}
