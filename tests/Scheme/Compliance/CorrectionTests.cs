using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>Emissions accepted, corrected and capped: what becomes of obligation, units, status and case.</summary>
public sealed class CorrectionTests
{
    private static readonly CompliancePeriod Y2023 = new(2023);
    private static readonly CompliancePeriod First = new(2019, 2020);

    [Fact]
    public void An_obligation_over_two_years_stands_when_both_are_accepted()
    {
        var desk = Desk.In("2021-09-01");
        var holder = desk.Admit();
        desk.Emit(holder, 2019, 400);
        desk.Compliance.Of(holder, First).ShouldBeNull();
        desk.Emit(holder, 2020, 600);
        desk.Compliance.Of(holder, First)!.Due.ShouldBe(new Tonnes(1_000));
    }

    [Fact]
    public void A_year_in_which_the_holder_is_not_listed_is_not_waited_for()
    {
        var desk = Desk.In("2021-09-01");
        var (young, old) = (desk.Admit(), desk.Admit());
        desk.Do(new ListCoverage(2019, [old], [], "名录"));
        desk.Do(new ListCoverage(2020, [young, old], [], "名录"));
        desk.Emit(young, 2020, 600);
        desk.Emit(old, 2020, 600);
        desk.Compliance.Of(young, First)!.Due.ShouldBe(new Tonnes(600));
        desk.Compliance.Of(old, First).ShouldBeNull();
    }

    [Fact]
    public void AT_4_5_an_obligation_of_2019_20_is_capped_at_allocation_plus_20_percent_of_verified()
    {
        // Verified 1,000,000, allocation 700,000: at most 700,000 + 200,000 = 900,000.
        var desk = Desk.In("2021-09-01");
        var holder = desk.Admit();
        desk.Emit(holder, 2019, 500_000);
        desk.Emit(holder, 2020, 500_000);
        desk.Give(holder, "CEA-2019-2020", 1_000_000);
        desk.Do(new Surrender(holder, First));

        var events = Obligations.Cap(
            desk.State,
            new Context(1, desk.Now, Desk.Admin, default),
            desk.State.Ledger.Plan(),
            holder,
            First,
            new Tonnes(900_000));

        events[0].ShouldBe(new ObligationCapped(holder, First, new Tonnes(900_000)));
        events.OfType<SurrenderReversed>().Single().Allowances.ShouldBe(new Tonnes(100_000));
        events.OfType<ObligationSet>().Single().Due.ShouldBe(new Tonnes(900_000));
        desk.Emit(holder, 2020, 500_000, cap: 900_000);
        desk.Balance(holder, "CEA-2019-2020").ShouldBe(100_000);
        desk.Emit(holder, 2020, 450_000);
        desk.Compliance.Of(holder, First)!.Due
            .ShouldBe(new Tonnes(900_000), "the bound stays until the plan gives another");
        desk.Emit(holder, 2020, 300_000);
        desk.Compliance.Of(holder, First)!.Due.ShouldBe(new Tonnes(800_000), "verified is below the bound");
    }

    [Fact]
    public void Upward_before_the_deadline_opens_it_again()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 2_000);
        desk.Emit(holder, 2023, 1_000);
        desk.Do(new Surrender(holder, Y2023));

        desk.Emit(holder, 2023, 1_200);

        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Open);
        desk.Owed(holder, 2023).Missing.ShouldBe(new Tonnes(200));
        desk.Compliance.Cases.ShouldBeEmpty();
    }

    [Fact]
    public void Downward_gives_back_offsets_beyond_the_new_limit_first_then_what_came_last()
    {
        // Due 1,000 with 50 offsets; due 900 allows floor(45): 5 offsets and 95 allowances go back.
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CCER24", 50);
        desk.Give(holder, "CEA-2022", 500);
        desk.Give(holder, "CEA-2023", 450);
        desk.Emit(holder, 2023, 1_000);
        desk.Do(new Surrender(holder, Y2023, new Tonnes(0), Offsets: new Tonnes(50)));
        desk.Do(new Surrender(holder, Y2023));

        var back = desk.Emit(holder, 2023, 900).OfType<SurrenderReversed>().Single();

        back.Transactions.Single().Type.ShouldBe("Reversal");
        back.Transactions.Single().Movements.Select(move => $"{move.Asset} {move.Serials}")
            .ShouldBe(["CCER24 46-50", "CEA-2023 356-450"]);
        desk.Balance(holder, "CCER24").ShouldBe(5);
        desk.Balance(holder, "CEA-2023").ShouldBe(95);
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Met);
    }

    [Fact]
    public void Upward_after_the_deadline_is_a_shortfall_with_a_case()
    {
        var desk = Desk.In("2024-12-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 1_000);
        desk.Emit(holder, 2023, 1_000);
        desk.Do(new Surrender(holder, Y2023));
        desk.At("2025-03-01");

        desk.Emit(holder, 2023, 1_300);

        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Short);
        desk.CaseOf(holder, 2023).Shortfall.ShouldBe(new Tonnes(300));
        desk.Emit(holder, 2023, 1_400);
        desk.CaseOf(holder, 2023).Shortfall.ShouldBe(new Tonnes(400));
        desk.Compliance.Cases.Count.ShouldBe(1, "the same case is amended");
    }

    [Fact]
    public void Downward_after_the_deadline_amends_the_case_takes_the_fine_back_or_withdraws_it()
    {
        var desk = Desk.In("2024-12-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 900);
        desk.Emit(holder, 2023, 1_000);
        desk.Do(new Surrender(holder, Y2023));
        desk.At("2025-02-01");
        desk.Do(new RecordMeanPrice(new DateOnly(2024, 12, 1), new Price(10_000, Currency.Cny), "exchange"));
        var about = desk.CaseOf(holder, 2023).Id;
        desk.Do(new DecideCase(about, new Money(5_000_000, Currency.Cny)));
        desk.Money(desk.State.Registry.System!.Treasury).ShouldBe(5_000_000);

        desk.Emit(holder, 2023, 960);

        desk.CaseOf(holder, 2023).Shortfall.ShouldBe(new Tonnes(60));
        desk.CaseOf(holder, 2023).Status.ShouldBe(CaseStatus.Open);
        desk.CaseOf(holder, 2023).Decision.ShouldBeNull();
        desk.Money(desk.State.Registry.System!.Treasury).ShouldBe(0);
        desk.Money(desk.State.Registry.System!.Receivable).ShouldBe(0);
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Short);

        desk.Emit(holder, 2023, 900);
        desk.Compliance.Cases[about].Status.ShouldBe(CaseStatus.Withdrawn);
        desk.Compliance.ShortfallCase(holder, Y2023).ShouldBeNull();
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Met);
    }

    [Fact]
    public void Downward_after_it_was_made_good_late_returns_the_late_units()
    {
        var desk = Desk.In("2024-12-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 1_000);
        desk.Emit(holder, 2023, 1_000);
        desk.Do(new Surrender(holder, Y2023, new Tonnes(800)));
        desk.At("2025-02-01");
        desk.Do(new Surrender(holder, Y2023));
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.MetLate);

        desk.Emit(holder, 2023, 900);

        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.MetLate, "100 t were still missing at the deadline");
        desk.CaseOf(holder, 2023).Shortfall.ShouldBe(new Tonnes(100));
        desk.Balance(holder, "CEA-2023").ShouldBe(100);
        desk.Emit(holder, 2023, 800);
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Met);
        desk.Balance(holder, "CEA-2023").ShouldBe(200);
    }

    [Fact]
    public void Emissions_accepted_after_the_deadline_are_short_at_once()
    {
        var desk = Desk.In("2025-01-05");
        var holder = desk.Admit();
        desk.Emit(holder, 2023, 700);
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Short);
        desk.CaseOf(holder, 2023).Shortfall.ShouldBe(new Tonnes(700));
    }

    [Fact]
    public void What_came_from_custody_goes_to_the_registry_account()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(desk.Custody(holder), "CEA-2023", 1_000);
        desk.Emit(holder, 2023, 1_000);
        desk.Do(new CompulsorySurrender(holder, Y2023));
        desk.Emit(holder, 2023, 700);
        desk.Balance(holder, "CEA-2023").ShouldBe(300);
    }

    [Fact]
    public void What_came_from_an_account_that_is_closed_since_goes_to_the_holders_other_account_or_its_province()
    {
        var desk = Desk.In("2022-03-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2021", 100);
        desk.Emit(holder, 2021, 100);
        desk.Do(new Surrender(holder, Desk.Year(2021)));
        var (registry, trading) = (desk.Account(holder), desk.Trading(holder));
        desk.Do(new CloseAccount(holder, registry, "left"));
        desk.Emit(holder, 2021, 70);
        desk.Balance(trading, "CEA-2021").ShouldBe(30);
        desk.Balance(registry, "CEA-2021").ShouldBe(0);

        desk.Move("PositionMove", "CEA-2021", new Place(trading), new Place(desk.State.Registry.System!.Cancelled), 30);
        desk.Do(new CloseAccount(holder, trading, "left"));
        desk.Emit(holder, 2021, 50);
        var province = desk.State.Registry.Provinces["CN-BJ"];
        desk.Balance(province, "CEA-2021").ShouldBe(20);
    }
}
