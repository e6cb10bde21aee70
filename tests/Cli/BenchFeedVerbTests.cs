using System.Text.Json;

namespace Tanheng.Cli.Tests;

/// <summary>bench feed: every reader gets every trade, and a limit that is too low is said beforehand.</summary>
public sealed class BenchFeedVerbTests
{
    [Fact]
    public async Task Every_reader_gets_every_trade()
    {
        var run = await Tool.Run("bench", "feed", "--subscribers", "20", "--messages", "10", "--rate", "50", "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        var readers = JsonDocument.Parse(run.Output).RootElement.GetProperty("readers");
        readers.GetProperty("deliveries").GetInt64().ShouldBe(20 * 10);
        readers.GetProperty("missing").GetInt64().ShouldBe(0);
        readers.GetProperty("snapshots").GetInt64().ShouldBe(0);
        readers.GetProperty("median").GetDouble().ShouldBeGreaterThan(0);
        readers.GetProperty("worst").GetDouble().ShouldBeGreaterThanOrEqualTo(
            readers.GetProperty("percentile99").GetDouble());
    }

    [Theory]
    [InlineData("--subscribers", "0", "from 1 to 60000")]
    [InlineData("--messages", "0", "from 1 to 1000000")]
    [InlineData("--rate", "0", "above 0, at most 1000")]
    public async Task What_cannot_be_measured_is_said(string option, string value, string said)
    {
        var run = await Tool.Run("bench", "feed", option, value);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(said);
    }
}
