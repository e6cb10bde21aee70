using System.Diagnostics;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scenarios.Tests;

/// <summary>The figures of the story against those of figures.py, which shares no code with Tanheng.</summary>
public sealed class ChinaFiguresTests(PlayedChina china) : IClassFixture<PlayedChina>
{
    [Fact]
    public void China_2021_2022_ends_with_the_figures_of_an_independent_program()
    {
        var expected = Shelf.Csv("scenarios", PlayedChina.Story, "expected.csv");
        expected.Count.ShouldBe(60);
        expected.Select(row => (Code: row["code"], Year: (int)row.Number("period"))).Distinct().Count().ShouldBe(60);
        var wrong = expected.Select(row => (Expected: Text(row), Actual: Actual(row["code"], (int)row.Number("period"))))
            .Where(pair => pair.Expected != pair.Actual);
        wrong.ShouldBeEmpty();
        china.State.Compliance.Obligations.Count.ShouldBe(60);
    }

    [Fact]
    public void China_2021_2022_leaves_the_units_of_an_independent_program()
    {
        var expected = Shelf.Csv("scenarios", PlayedChina.Story, "expected-holdings.csv")
            .ToDictionary(row => (row["code"], row["unit"]), row => row.Number("quantity"));
        var codes = china.Codes.ToDictionary(pair => pair.Value, pair => pair.Key);
        var actual = (from holder in china.State.Registry.Holders.Values
                      from account in china.State.Registry.AccountsOf[holder.Id]
                      from position in china.State.Ledger.Positions(account)
                      where !position.Asset.IsMoney && position.Asset.Code.StartsWith("CEA", StringComparison.Ordinal)
                      group position.Quantity by (codes[holder.Code], position.Asset.Code))
            .ToDictionary(group => group.Key, group => group.Sum());
        actual.OrderBy(pair => pair.Key).ShouldBe(expected.OrderBy(pair => pair.Key));
        // 50,001 were registered for P04 and 50,000 used: one is left.
        china.Held("P04", "CCER").ShouldBe(1);
        china.Held("P21", "CCER").ShouldBe(0);
    }

    /// <summary>By hand, from reports.csv and the published benchmarks: the pinned file cannot be written anew unseen.</summary>
    [Theory]
    // 3,000,000 MWh × 0.8177 × (1.007 + 0.0016 × (80 − 78)) = 2,478,121.62; 1,302,134.92 t × 0.5215 × 3.63 = 2,465,000.00
    [InlineData("P01", 2022, "2465000,1673000,2478121,2465000,2465000,0,0,met")]
    // 2,900,000 MWh × 0.8218 × (1 + 0.0014 × (85 − 81)) = 2,396,566.032; 70 % of 2,390,000 = 1,673,000
    [InlineData("P01", 2021, "2390000,1673000,2396566,2390000,2390000,0,0,met")]
    // 80 % of 1,000,000 t stand above 797,902.66 MWh × 0.8773 = 700,000.00
    [InlineData("P02", 2021, "1000000,700000,800000,1000000,1000000,0,0,met")]
    // 1,450,000 MWh × 0.3901 = 565,645
    [InlineData("P08", 2022, "560000,427000,565645,560000,560000,0,0,met")]
    // 2,085,000 MWh × 0.8218 × 1.05 = 1,799,125.65; 966,888.13 t × 0.5160 × 3.63 = 1,811,058.82
    [InlineData("P05", 2021, "1811059,1253000,1799125,1811059,1811059,0,0,met")]
    // 1,105,000 t due, 1,095,000 surrendered
    [InlineData("P07", 2022, "1105000,770000,1082396,1105000,1095000,0,10000,short")]
    public void The_pinned_figures_agree_with_hand_calculations(string code, int year, string figures)
    {
        var row = Shelf.Csv("scenarios", PlayedChina.Story, "expected.csv")
            .Single(row => row["code"] == code && row.Number("period") == year);
        Text(row).ShouldBe($"{code},{year},{figures}");
    }

    [PythonFact]
    public void The_pinned_figures_are_those_that_the_independent_program_computes_now()
    {
        using var program = Process.Start(new ProcessStartInfo(
            "python3", [Shelf.Repository.PathOf("scenarios", PlayedChina.Story, "figures.py")])
        {
            RedirectStandardOutput = true,
            Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
        })!;
        var said = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        program.ExitCode.ShouldBe(0, said);
    }

    [Fact]
    public void Every_invariant_holds_at_the_end() => Invariants.Check(china.State).ShouldBeEmpty();

    [Fact]
    public void A_replay_ends_with_the_same_state() => china.ReplayedHash.ShouldBe(china.Hash);

    [Fact]
    public void Playing_the_story_again_adds_no_row()
    {
        china.Heads.First.Sequence.ShouldBeGreaterThan(60);
        china.Heads.Second.ShouldBe(china.Heads.First);
    }

    private static string Text(IReadOnlyDictionary<string, string> row) => string.Join(',', row.Values);

    private string Actual(string code, int year)
    {
        var allocation = china.Allocation(code, year);
        var obligation = china.Obligation(code, year);
        var verified = Obligations.Verified(china.State, china.Holder(code), new CompliancePeriod(year));
        var status = obligation.Status switch
        {
            ObligationStatus.Met => "met",
            ObligationStatus.MetLate => "met-late",
            ObligationStatus.Short => "short",
            _ => "open",
        };
        return $"{code},{year},{verified?.Value},{allocation.PreAllocated.Value},{allocation.Determined?.Value}," +
            $"{obligation.Due.Value},{obligation.Allowances.Value},{obligation.Offsets.Value},{obligation.Missing.Value},{status}";
    }
}

/// <summary>A fact that runs the independent program: skipped where Python 3 is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        var there = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "python3")));
        Skip = there ? null : "needs python3 on the PATH";
    }
}
