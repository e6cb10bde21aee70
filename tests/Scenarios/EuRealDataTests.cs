using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Verifying;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Scenarios.Tests;

/// <summary>
/// The verified emissions of 2013 to 2018 as the European transaction log published them; what they sum to was counted
/// from the file by other means.
/// </summary>
public sealed class EuRealDataTests
{
    [Fact]
    public async Task Eu_2013_2018_gives_the_figures_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var figures = VerifiedEmissions.Read(VerifiedEmissionsRun.Shipped(Shelf.Repository));
        figures.Figures.Count.ShouldBe(62_256);
        figures.Excluded.ShouldBe(2_721);

        using var journal = new SqliteJournal(folder.Path, VerifiedEmissionsRun.Name);
        SchemeState state;
        Digest hash;
        await using (var host = await SchemeHost.LeadAsync(journal, Shelf.VirtualTime))
        {
            await new VerifiedEmissionsRun(Shelf.Repository, figures).RunAsync(host.Sequencer!, null, CancellationToken.None);
            state = (await host.QueryAsync(all => all)).Value;
            hash = StateHash.Of(state);
        }

        CheckFigures(state);
        CheckSummary(ScenarioSummary.Of(state));
        var verified = Verification.Run(journal, StateChecks.OfScheme);
        verified.Findings.ShouldBeEmpty();
        verified.Head.ShouldBe(journal.Head());
        verified.StateHash.ShouldBe(hash);
    }

    private static void CheckFigures(SchemeState state)
    {
        state.Registry.Holders.Count.ShouldBe(11_637);
        var obligations = state.Compliance.Obligations.Values;
        obligations.Count.ShouldBe(62_256);
        obligations.Sum(one => one.Due.Value).ShouldBe(10_713_485_609);
        Due(2013).ShouldBe(1_908_126_718);
        Due(2018).ShouldBe(1_683_113_624);
        var shortfalls = obligations.Where(one => one.Status == ObligationStatus.Short).ToList();
        shortfalls.Count.ShouldBe(665);
        shortfalls.Sum(one => one.Missing.Value).ShouldBe(8_524_684);
        obligations.Count(one => one.Status == ObligationStatus.Met).ShouldBe(62_256 - 665);
        shortfalls.ShouldAllBe(one => state.Registry.Holders[one.Holder].Code.EndsWith("00"));

        long Due(int year) => obligations.Where(one => one.Period == new CompliancePeriod(year)).Sum(one => one.Due.Value);
    }

    private static void CheckSummary(ScenarioSummary summary)
    {
        summary.Periods.Select(one => one.Period).ShouldBe(Enumerable.Range(2013, 6).Select(year => new CompliancePeriod(year)));
        summary.Periods.Sum(one => one.Short).ShouldBe(665);
        // 8,524,684 t × 100 EUR.
        summary.Periods.Sum(one => one.Fines.Minor).ShouldBe(852_468_400_00);
        summary.Periods[0].Fines.Currency.Code.ShouldBe("EUR");
    }
}
