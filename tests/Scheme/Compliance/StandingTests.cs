using Tanheng.Quantities;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using static Tanheng.Scheme.Compliance.ComplianceStanding;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>
/// The worked examples of a live registry (rows R141 to R153), step by step under the national rules. There the sum of
/// all years counts and a surplus covers later years; here each year is settled by itself and nobody can hand in more
/// than is due, so that a surplus stays with its owner. Where that makes a difference, the example says so.
/// </summary>
public sealed class StandingTests
{
    private const string Units = "CEA-2021";
    private Desk desk = Desk.In("2021-06-01 09:00");
    private HolderId holder;

    [Fact]
    public void R141_two_years_one_after_the_other()
    {
        Admit(2021);
        Stands(NotApplicable);
        At("2022-01-01 00:00", EmissionsMissing);
        Emit(2021, 100, Short);
        Surrender(2021, 50, Short);
        Surrender(2021, 50, Met);
        At("2023-01-01 00:00", EmissionsMissing);
        Emit(2022, 150, Short);
        Surrender(2022, 150, Met);
    }

    [Fact]
    public void R142_nothing_is_surrendered_before_there_are_emissions()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        desk.Refuse(new Surrender(holder, Desk.Year(2021), new Tonnes(100)))
            .ShouldBe(ComplianceRefusals.NoObligation);
        Stands(EmissionsMissing);
    }

    [Fact]
    public void R144_emissions_corrected_downwards()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        Emit(2021, 100, Short);
        Surrender(2021, 50, Short);
        Emit(2021, 50, Met);
    }

    [Fact]
    public void R145_a_surrender_reversed_and_made_again()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        Emit(2021, 75, Short);
        desk.Refuse(new Surrender(holder, Desk.Year(2021), new Tonnes(100))).ShouldBe(ComplianceRefusals.TooMuch);
        Surrender(2021, 75, Met);
        desk.Do(new ReverseSurrender(holder, Desk.Year(2021), "by mistake"));
        Stands(Short);
        Surrender(2021, 75, Met);
    }

    [Fact]
    public void R146_a_surplus_is_not_taken_so_the_next_year_is_settled_by_itself()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        Emit(2021, 100, Short);
        desk.Refuse(new Surrender(holder, Desk.Year(2021), new Tonnes(150))).ShouldBe(ComplianceRefusals.TooMuch);
        Surrender(2021, 100, Met);
        At("2023-01-01 00:00", EmissionsMissing);
        Emit(2022, 50, Short); // there: A, out of the surplus of 50
        Surrender(2022, 50, Met);
        Emit(2022, 51, Short);
    }

    [Fact]
    public void R147_a_year_between_is_excluded()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        Emit(2021, 100, Short);
        Surrender(2021, 100, Met);
        At("2023-01-01 00:00", EmissionsMissing);
        desk.Do(new ListCoverage(2022, [holder], [], "list"));
        desk.Do(new ExcludeYear(holder, 2022, "below the threshold"));
        Stands(Met);
        At("2024-01-01 00:00", EmissionsMissing);
        Emit(2023, 200, Short);
        Surrender(2023, 200, Met);
    }

    [Fact]
    public void R149_the_last_year_is_the_first_and_the_current_one()
    {
        desk = Desk.In("2023-06-01 09:00");
        Admit(2023);
        Stands(NotApplicable);
        desk.Do(new SetEmissionYears(holder, 2023, 2023));
        Stands(EmissionsMissing);
        Emit(2023, 150, Short);
        Surrender(2023, 150, Met);
        At("2024-01-01 00:00", Met);
    }

    [Fact]
    public void R150_the_current_year_becomes_the_last_and_what_a_deadline_found_stays()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        Emit(2021, 500, Short);
        Surrender(2021, 500, Met);
        desk.At("2022-04-15 09:00");
        desk.Do(new SetEmissionYears(holder, 2021, 2022));
        Stands(EmissionsMissing);
        Emit(2022, 450, Short);

        // The year that was settled stays settled beside the year that is not; nothing is stored that says otherwise.
        desk.Owed(holder, 2021).Status.ShouldBe(ObligationStatus.Met);
        desk.Owed(holder, 2022).Status.ShouldBe(ObligationStatus.Open);
        Surrender(2022, 450, Met);
        At("2023-01-01 00:00", Met);
    }

    [Fact]
    public void R151_the_first_year_is_moved_back()
    {
        desk = Desk.In("2023-06-01 09:00");
        Admit(2022);
        Emit(2022, 150, Short);
        Surrender(2022, 150, Met);
        At("2024-01-02 00:00", EmissionsMissing);
        Emit(2023, 175, Short);
        Surrender(2023, 175, Met);
        desk.Do(new SetEmissionYears(holder, 2021));
        Stands(EmissionsMissing);
        Emit(2021, 30, Short);
        Surrender(2021, 30, Met);
        desk.Owed(holder, 2021).Status.ShouldBe(ObligationStatus.MetLate);
    }

    [Fact]
    public void R152_the_last_year_is_moved_on_and_emissions_are_taken_out()
    {
        desk = Desk.In("2023-06-01 09:00");
        Admit(2021);
        foreach (var (year, tonnes) in new[] { (2021, 100L), (2022, 150L) })
        {
            Emit(year, tonnes);
            Surrender(year, tonnes);
        }

        At("2024-01-02 00:00", EmissionsMissing);
        Emit(2023, 200, Short);
        Surrender(2023, 200, Met);
        desk.Do(new SetEmissionYears(holder, 2021, 2024));
        desk.Do(new ListCoverage(2024, [holder], [], "list"));
        Emit(2024, 50, Short);
        desk.Do(new ExcludeYear(holder, 2024, "figures withdrawn"));
        desk.Do(new IncludeYear(holder, 2024, "to be reported anew"));
        Stands(EmissionsMissing);
        desk.Do(new SetEmissionYears(holder, 2021, 2025));
        Stands(Met);
        At("2025-01-01 00:00", EmissionsMissing);
    }

    [Fact]
    public void R153_the_only_year_is_excluded_and_counts_again()
    {
        desk = Desk.In("2023-06-01 09:00");
        Admit(2023, 2023);
        desk.Do(new ListCoverage(2023, [holder], [], "list"));
        desk.Do(new ExcludeYear(holder, 2023, "other scheme"));
        Stands(Excluded);
        desk.Do(new IncludeYear(holder, 2023, "by mistake"));
        Stands(EmissionsMissing);
        Emit(2023, 0, Met);
    }

    [Fact]
    public void Without_years_of_its_own_a_holder_stands_as_the_lists_say()
    {
        holder = desk.Admit();
        Stands(NotApplicable);
        desk.At("2022-02-01 00:00");
        Stands(NotApplicable);
        desk.Do(new ListCoverage(2021, [holder], [], "list"));
        Stands(EmissionsMissing);
        Emit(2021, 10, Short);
        desk.At("2023-02-01 00:00");
        Stands(Short);
        desk.Do(new ListCoverage(2022, [holder], [], "list"));
        Stands(EmissionsMissing);
    }

    [Fact]
    public void An_excluded_year_owes_nothing_and_what_was_surrendered_goes_back()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        desk.Do(new ListCoverage(2021, [holder], [], "list"));
        Emit(2021, 100, Short);
        Surrender(2021, 60, Short);
        var before = desk.Balance(holder, Units);
        desk.Do(new ExcludeYear(holder, 2021, "below the threshold"));
        Stands(Excluded);
        (desk.Owed(holder, 2021).Due, desk.Owed(holder, 2021).Surrendered).ShouldBe((Tonnes.Zero, Tonnes.Zero));
        desk.Balance(holder, Units).ShouldBe(before + 60);

        // At the deadline nobody asks an excluded holder for a report.
        At("2024-01-01 00:00", EmissionsMissing);
        desk.Compliance.Cases.Values.ShouldNotContain(one => one.Holder == holder && one.Period == Desk.Year(2021));
    }

    [Fact]
    public void A_year_that_has_not_begun_is_not_excluded()
    {
        Admit(2021);
        desk.Do(new ListCoverage(2022, [holder], [], "list"));
        desk.Refuse(new ExcludeYear(holder, 2022, "r")).ShouldBe(MrvRefusals.YearNotBegun);
    }

    [Fact]
    public void After_the_deadline_an_exclusion_ends_the_case_of_the_shortfall()
    {
        Admit(2021);
        At("2022-03-01 00:00", EmissionsMissing);
        desk.Do(new ListCoverage(2021, [holder], [], "list"));
        Emit(2021, 1_000_000, Short);
        desk.At("2024-01-10 00:00");
        desk.CaseOf(holder, 2021).Status.ShouldBe(CaseStatus.Open);
        desk.Do(new ExcludeYear(holder, 2021, "other scheme"));
        desk.Compliance.Cases.Values.Single(one => one.Holder == holder && one.Period == Desk.Year(2021)).Status
            .ShouldBe(CaseStatus.Withdrawn);
    }

    private void Admit(int first, int? last = null)
    {
        holder = desk.Admit();
        desk.Give(holder, Units, 2_000);
        desk.Do(new SetEmissionYears(holder, first, last));
    }

    private void At(string local, ComplianceStanding standing)
    {
        desk.At(local);
        Stands(standing);
    }

    private void Emit(int year, long tonnes, ComplianceStanding? standing = null)
    {
        desk.Emit(holder, year, tonnes);
        Stands(standing);
    }

    private void Surrender(int year, long tonnes, ComplianceStanding? standing = null)
    {
        desk.Do(new Surrender(holder, Desk.Year(year), new Tonnes(tonnes)));
        Stands(standing);
    }

    private void Stands(ComplianceStanding? expected)
    {
        if (expected is { } standing)
        {
            ComplianceStandings.Of(desk.State, holder, desk.Now).ShouldBe(standing);
        }
    }
}
