using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Scenarios.Tests;

/// <summary>Another file in place of the shipped one: any installations, any years.</summary>
public sealed class InputFileTests
{
    private const string Head = "installation_id,year,verified_tco2e\n";

    private const string Small = Head +
        "100,2008,1001.9\n" + // 1,001 t; nine tenths are 900.9: 900 allocated, 101 missing
        "7,2008,250\n" +
        "200,2021,10\n" + // 9 allocated, 1 missing
        "7,2021,5000\n" +
        "100,2021,Excluded\n" +
        "7,2031,0\n" +
        "300,2031,1000000\n"; // 900,000 allocated, 100,000 missing

    [Fact]
    public async Task A_file_of_other_years_gives_the_figures_of_a_hand_calculation()
    {
        using var folder = new TemporaryFolder();
        var figures = VerifiedEmissions.Read(folder.Write("small.csv", Small));
        figures.Excluded.ShouldBe(1);
        using var journal = new SqliteJournal(folder.Path, VerifiedEmissionsRun.Name);
        await using var host = await SchemeHost.LeadAsync(journal, Shelf.VirtualTime);
        await new VerifiedEmissionsRun(Shelf.Repository, figures).RunAsync(host.Sequencer!, null, CancellationToken.None);
        var state = (await host.QueryAsync(all => all)).Value;

        var lines = ScenarioSummary.Of(state).Periods.Select(one =>
            $"{one.Period}: {one.Obligations} owe {one.Due.Value}, {one.Short} lack {one.ShortAtDeadline.Value}, {one.Fines}");
        lines.ShouldBe(
        [
            "2008: 2 owe 1251, 1 lack 101, 10100.00 EUR",
            "2021: 2 owe 5010, 1 lack 1, 100.00 EUR",
            "2031: 2 owe 1000000, 1 lack 100000, 10000000.00 EUR",
        ]);
        Obligation(100, 2008).Allowances.ShouldBe(new Tonnes(900));
        Obligation(200, 2021).Allowances.ShouldBe(new Tonnes(9));
        Obligation(7, 2031).Status.ShouldBe(ObligationStatus.Met);
        Invariants.Check(state).ShouldBeEmpty();

        Obligation Obligation(int installation, int year) => state.Compliance.Of(
            state.Registry.HolderCodes[installation.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            new CompliancePeriod(year)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_command_plays_another_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("small.csv", Small);
        var run = await Tool.Run("scenario", "run", "eu-2013-2018", "--input", file, "--data", folder.Path, "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        var total = System.Text.Json.JsonDocument.Parse(run.Output).RootElement;
        total.GetProperty("excluded").GetInt64().ShouldBe(1);
        total.GetProperty("total").GetProperty("missing").GetInt64().ShouldBe(101 + 1 + 100_000);
        total.GetProperty("total").GetProperty("fines").GetString().ShouldBe("10010200.00 EUR");
    }

    [Theory]
    [InlineData("letters for tonnes", Head + "1,2008,5\n2,2008,many\n", 3, "many")]
    [InlineData("negative", Head + "1,2008,-5\n", 2, "-5")]
    [InlineData("a missing column", Head + "1,2008,5\n\n2,2008\n", 4, "2,2008")]
    [InlineData("the same row twice", Head + "1,2008,5\n1,2009,5\n1,2008,5\n", 4, "1, 2008")]
    [InlineData("another head", "id,year,tonnes\n1,2008,5\n", 1, "installation_id,year,verified_tco2e")]
    [InlineData("an empty file", "", 1, "installation_id,year,verified_tco2e")]
    [InlineData("a head alone", Head, 1, "no row")]
    [InlineData("a year before any market", Head + "1,1066,5\n", 2, "1,1066,5")]
    [InlineData("more than anybody emits", Head + "1,2008,1000000000001\n", 2, "1000000000001")]
    public async Task A_file_that_cannot_be_used_is_refused_with_file_and_line_and_nothing_is_written(
        string wrong, string text, int line, string named)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("wrong.csv", text);
        var run = await Tool.Run("scenario", "run", "eu-2013-2018", "--input", file, "--data", folder.Path);
        run.ExitCode.ShouldBe(1, wrong);
        run.Error.ShouldContain($"{file}:{line}: ");
        run.Error.ShouldContain(named);
        using var journal = new SqliteJournal(folder.Path, VerifiedEmissionsRun.Name);
        journal.Head().Sequence.ShouldBe(0);
    }

    [Fact]
    public async Task A_damaged_gzip_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("broken.csv.gz", "not gzip at all");
        var run = await Tool.Run("scenario", "run", "eu-2013-2018", "--input", file, "--data", folder.Path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(file + ":1: ");
    }
}
