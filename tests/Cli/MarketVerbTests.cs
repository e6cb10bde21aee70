using System.Text.Json;
using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;

namespace Tanheng.Cli.Tests;

/// <summary>market replay: in memory, into a store, and what it refuses.</summary>
public sealed class MarketVerbTests
{
    private static string Days(string name) =>
        Path.Combine(RuleShelf.FindRoot(), "scenarios", "market", name);

    [Fact]
    public async Task A_replay_is_stored_as_a_demonstration_that_verifies()
    {
        using var folder = new TemporaryFolder();
        var run = await Tool.Run(
            "market", "replay", Days("cea-daily-2023-07.csv"), "--data", folder.Path, "--lang", "en");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("44,409,943.00");
        run.Output.ShouldContain("each equal to the file");
        run.Error.ShouldContain("a demonstration");
        (await Tool.Run("verify", "--data", folder.Path)).ExitCode.ShouldBe(0);
        DemonstrationStore.HasReplay(new Store(folder.Path, null), "market-replay").ShouldBeTrue();
        DemonstrationStore.HasReplay(new Store(folder.Path, null), "china-2021-2022").ShouldBeFalse();
        using var empty = new TemporaryFolder();
        DemonstrationStore.HasReplay(new Store(empty.Path, null), "market-replay").ShouldBeFalse();
        Directory.EnumerateFiles(empty.Path).ShouldBeEmpty();

        var bulletin = await Tool.Run(
            "market", "bulletin", "--from", "2023-07-15", "--to", "2023-07-30", "--data", folder.Path);
        bulletin.ExitCode.ShouldBe(0, bulletin.Error);
        bulletin.Output.ShouldContain("总成交量745,519吨，总成交额44,409,943.00元");
        bulletin.Output.ShouldContain("最低成交价58.23元/吨，最后一个交易日收盘价61.05元/吨");
        bulletin.Output.ShouldContain("截至7月30日，全国碳市场碳排放配额（CEA）累计成交量240,653,365吨");
        bulletin.Output.ShouldContain("11,074,568,579.51 were traded in all");
        foreach (var (from, to, says) in new[]
        {
            ("2023-07-28", "2023-07-17", "2023-07-17 早于"), ("2024-01-01", "2024-02-01", "2023-07-17 至 2023-07-28"),
        })
        {
            var wrong = await Tool.Run(
                "market", "bulletin", "--from", from, "--to", to, "--data", folder.Path);
            wrong.ExitCode.ShouldBe(1);
            wrong.Output.ShouldBeEmpty();
            wrong.Error.ShouldContain(says);
        }

        var text = folder.Write("bulletin.txt", bulletin.Output);
        (await Tool.Run("market", "check", text)).ExitCode.ShouldBe(0);
        var forged = folder.Write(
            "forged.txt", bulletin.Output.Replace("618,516", "618,517", StringComparison.Ordinal));
        var flagged = await Tool.Run("market", "check", forged);
        flagged.ExitCode.ShouldBe(1);
        flagged.Error.ShouldContain("745,520");
        flagged.Error.ShouldContain("TH10612");

        var again = await Tool.Run("market", "replay", Days("cea-daily-2023-07.csv"), "--data", folder.Path);
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("TH9106");
        var other = await Tool.Run(
            "market", "replay", Days("cea-daily-2021-07-16.csv"), "--data", folder.Path, "--scheme", "other");
        other.ExitCode.ShouldBe(0, other.Error);
        var real = await Tool.Run("serve", "--data", folder.Path, "--scheme", "other");
        real.ExitCode.ShouldBe(1);
        real.Error.ShouldContain("TH9110");
    }

    [Fact]
    public async Task A_program_reads_the_figures_as_JSON_and_nothing_is_stored_unless_asked_for()
    {
        var run = await Tool.Run("market", "replay", Days("cea-daily-2021-07-16.csv"), "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        var result = JsonDocument.Parse(run.Output).RootElement;
        result.GetProperty("store").ValueKind.ShouldBe(JsonValueKind.Null);
        result.GetProperty("demonstration").GetBoolean().ShouldBeTrue();
        result.GetProperty("days").GetArrayLength().ShouldBe(10);
        result.GetProperty("days")[4].GetProperty("high").GetString().ShouldBe("61.07");
        result.GetProperty("total").GetProperty("volume").GetInt64().ShouldBe(5_951_937);
        result.GetProperty("total").GetProperty("amount").GetString().ShouldBe("299585388.30 CNY");
    }

    [Fact]
    public async Task A_bad_file_is_refused_with_its_line_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var (file, data) = (Path.Combine(folder.Path, "days.csv"), Path.Combine(folder.Path, "data"));
        var lines = await File.ReadAllLinesAsync(Days("cea-daily-2023-07.csv"));
        foreach (var (there, instead, said) in new[]
        {
            ("30695.00", "30695.oo", "column 7, listed_amt_cny"),
            ("61.00,61.02", "61.00,61.03", "2023-07-18: close"),
        })
        {
            await File.WriteAllLinesAsync(
                file, lines.Select(line => line.Replace(there, instead, StringComparison.Ordinal)));
            var run = await Tool.Run("market", "replay", file, "--data", data);
            run.ExitCode.ShouldBe(1);
            run.Error.ShouldContain("days.csv:4: ");
            run.Error.ShouldContain(said);
            Directory.Exists(data).ShouldBeFalse();
        }

        (await Tool.Run("market", "replay", Path.Combine(folder.Path, "none.csv"))).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_bulletin_is_asked_for_by_its_period()
    {
        using var folder = new TemporaryFolder();
        var run = await Tool.Run("market", "replay", Days("cea-daily-2023-07.csv"), "--data", folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        var half = await Tool.Run("market", "bulletin", "--period", "2023-07-H2", "--data", folder.Path, "--json");
        half.ExitCode.ShouldBe(0, half.Error);
        var figures = JsonDocument.Parse(half.Output).RootElement;
        figures.GetProperty("total").GetProperty("volume").GetInt64().ShouldBe(745_519);
        figures.GetProperty("cumulative").GetProperty("amount").GetString().ShouldBe("11074568579.51 CNY");
        (await Tool.Run("market", "bulletin", "--period", "2023-W99", "--data", folder.Path)).ExitCode.ShouldBe(1);
        (await Tool.Run("market", "bulletin", "--period", "2023-07-H3", "--data", folder.Path, "--lang", "en")).Error
            .ShouldContain("is no period: write a day");
        (await Tool.Run("market", "bulletin", "--data", folder.Path)).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Another_markets_bulletin_is_recorded_unless_its_figures_do_not_fit()
    {
        using var folder = new TemporaryFolder();
        var replay = await Tool.Run("market", "replay", Days("cea-daily-2023-07.csv"), "--data", folder.Path);
        replay.ExitCode.ShouldBe(0, replay.Error);
        const string text =
            "重庆碳排放权配额通过定价申报交易均价为26.5元/吨，涨跌幅1.73%，成交数量为9645吨，成交金额为25.56993万元。";
        Task<Said> Record(string file, params string[] more) => Tool.Run(
        [
            "market", "record", file, "--market", "重庆碳市场|Chongqing", "--from", "2023-07-15", "--to", "2023-07-28",
            "--source", "重庆市公共资源交易中心", "--data", folder.Path, "--lang", "en", .. more,
        ]);
        var wrong = folder.Write("wrong.txt", text.Replace("26.5元", "26.4元", StringComparison.Ordinal));
        var refused = await Record(wrong, "--by", "exchange");
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("TH10609");
        (await Record(folder.Write("right.txt", text), "--by", "registrar-a")).Error.ShouldContain("TH2005");
        var recorded = await Record(folder.Write("right.txt", text), "--by", "exchange");
        recorded.ExitCode.ShouldBe(0, recorded.Error);
        recorded.Output.ShouldContain("N1 of Chongqing");
        var corrected = await Record(wrong, "--by", "exchange", "--corrects", "1", "--remark", "printed so");
        corrected.ExitCode.ShouldBe(0, corrected.Error);
        corrected.Output.ShouldContain("1 findings");
        (await Tool.Run("verify", "--data", folder.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_live_replay_is_not_shown_on_a_store_with_a_real_market()
    {
        using var folder = new TemporaryFolder();
        var book = Path.Combine(RuleShelf.FindRoot(), "rulebooks", "china-national.yaml");
        (await Tool.Run("found", book, "--scheme", "mine", "--data", folder.Path)).ExitCode.ShouldBe(0);
        var run = await Tool.Run("serve", "--demo", "july-2023", "--data", folder.Path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("TH9109");
    }

    [Fact]
    public async Task A_real_market_is_not_made_a_demonstration_by_a_replay()
    {
        using var folder = new TemporaryFolder();
        var book = Path.Combine(RuleShelf.FindRoot(), "rulebooks", "china-national.yaml");
        (await Tool.Run("found", book, "--scheme", "mine", "--data", folder.Path)).ExitCode.ShouldBe(0);
        var run = await Tool.Run("market", "replay", Days("cea-daily-2023-07.csv"), "--data", folder.Path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("TH9109");
    }
}
