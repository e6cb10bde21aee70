using Tanheng.Cli.Scenarios;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scenarios.Tests;

/// <summary>What each entity of the story is there to show; figures by hand from the published rules.</summary>
public sealed class ChinaStoryTests(PlayedChina china) : IClassFixture<PlayedChina>
{
    private static readonly CompliancePeriod Year2022 = new(2022);

    [Fact]
    public void AT_P01_an_allocation_of_2_478_121_62_is_floored() =>
        china.Allocation("P01", 2022).Determined.ShouldBe(new Tonnes(2_478_121));

    [Fact]
    public void AT_P02_pre_allocation_is_70_percent_and_the_gap_is_at_most_20_percent_of_the_emissions()
    {
        china.Obligation("P02", 2021).Due.ShouldBe(new Tonnes(1_000_000));
        china.Allocation("P02", 2021).PreAllocated.ShouldBe(new Tonnes(700_000));
        china.Allocation("P02", 2021).Determined.ShouldBe(new Tonnes(800_000));
    }

    [Fact]
    public void AT_P03_a_gap_of_12_percent_borrows_60_000_of_the_next_vintage()
    {
        var advance = china.State.Compliance.Advances[(china.Holder("P03"), Year2022)];
        advance.Granted.ShouldBe(new Tonnes(60_000));
        advance.Used.ShouldBe(new Tonnes(60_000));
        advance.Asset.Code.ShouldBe("CEA-2023");
        Lots("P03", 2022).Where(lot => lot.Asset.Code == "CEA-2023").Sum(lot => lot.Quantity.Value).ShouldBe(60_000);
        // The lender year nets what it lent.
        Deductions.Of(china.State, china.Holder("P03"), advance.Lender)
            .ShouldContain(one => one.Kind == DeductionKind.Advance && one.Quantity == new Tonnes(60_000));
        Refused("apply-for-advance").ShouldBe([5205]);
    }

    [Fact]
    public void AT_P04_offsets_reach_exactly_5_percent_and_one_tonne_more_is_refused()
    {
        // 5 % of 1,000,000 t.
        china.Obligation("P04", 2022).Offsets.ShouldBe(new Tonnes(50_000));
        china.Obligation("P04", 2022).Allowances.ShouldBe(new Tonnes(950_000));
        var refused = Steps().Single(step => step.Refused == 5010);
        refused.With.ToString().ShouldContain("50001");
    }

    [Fact]
    public void AT_P05_a_correction_raises_the_obligation_and_takes_allowances_back()
    {
        var accepted = china.State.Mrv.Of(china.Holder("P05"), 2021).ShouldNotBeNull();
        accepted.Version.ShouldBe(2);
        // 966,888.13 t × 0.5160 × 3.63, before 966,888.13 t × 0.5100 × 3.63 = 1,790,000.00.
        accepted.Total.ShouldBe(new Tonnes(1_811_059));
        china.Obligation("P05", 2021).Due.ShouldBe(new Tonnes(1_811_059));
        // 2,085,000 × 0.8218 × 1.05; before 2,100,000 × 0.8218 × 1.05 = 1,812,069: 12,944 go back.
        var allocation = china.Allocation("P05", 2021);
        allocation.Delivered.ShouldBe(new Tonnes(1_799_125));
        allocation.Arrears.ShouldBe(Tonnes.Zero);
        var account = china.State.Registry.Holders[china.Holder("P05")].RegistryAccount.ShouldNotBeNull();
        china.Moved(TransactionTypes.InitialIssue, account, "CEA-2021").ShouldBe(1_812_069);
        china.Moved(TransactionTypes.AllocationAdjust, account, "CEA-2021").ShouldBe(-12_944);
        var province = china.State.Registry.Provinces["CN-ZJ"];
        china.State.Ledger.Total(province, Asset.Unit("CEA-2021")).ShouldBe(12_944);
    }

    [Fact]
    public void Nothing_is_lost_issued_equals_held_surrendered_cancelled_and_expired()
    {
        var system = china.State.Registry.System.ShouldNotBeNull();
        foreach (var (asset, minted) in china.State.Ledger.Assets.Where(one => !one.Key.IsMoney))
        {
            var everywhere = china.State.Registry.Accounts.Keys.Where(id => id != system.Issuance)
                .SelectMany(china.State.Ledger.Positions).Where(one => one.Asset == asset).Sum(one => one.Quantity);
            everywhere.ShouldBe(minted, asset.Code);
            var surrendered = china.State.Compliance.Lots.Values.SelectMany(lots => lots)
                .Where(lot => lot.Asset == asset).Sum(lot => lot.Quantity.Value);
            china.State.Ledger.Total(system.Surrendered, asset).ShouldBe(surrendered, asset.Code);
        }

        china.State.Ledger.Total(system.Cancelled, Asset.Unit("CEA-2022")).ShouldBe(1_000);
    }

    [Fact]
    public void AT_P06_making_good_after_the_deadline_is_late_and_fined_under_the_ministerial_measures()
    {
        china.Obligation("P06", 2022).Status.ShouldBe(ObligationStatus.MetLate);
        var about = china.Case("P06", Offence.SurrenderShortfall);
        about.Status.ShouldBe(CaseStatus.Closed);
        about.Paid.ShouldBeTrue();
        about.Decision!.Fine.ToString().ShouldBe("25000.00 CNY");
        // 20,000 to 30,000 before 1 May 2024.
        about.Decision.Least!.Value.ToString().ShouldBe("20000.00 CNY");
        about.Decision.Most!.Value.ToString().ShouldBe("30000.00 CNY");
        about.Decision.On.ShouldBe(new DateOnly(2024, 3, 5));
    }

    [Fact]
    public void AT_P07_a_shortfall_is_fined_5_to_10_times_its_price_and_cut_from_the_next_allocation()
    {
        var about = china.Case("P07", Offence.SurrenderShortfall);
        about.Shortfall.ShouldBe(new Tonnes(10_000));
        // 10,000 t × 70.00 × 5 and × 10.
        about.Decision!.Fine.ToString().ShouldBe("3500000.00 CNY");
        about.Decision.Least!.Value.ToString().ShouldBe("3500000.00 CNY");
        about.Decision.Most!.Value.ToString().ShouldBe("7000000.00 CNY");
        about.Correction.ShouldBe(CorrectionStatus.Refused);
        about.Cut.ShouldBe(new Tonnes(10_000));
        var cuts = china.State.Compliance.Deductions
            .Where(pair => pair.Key.Holder == china.Holder("P07") && pair.Key.Period.First > 2022)
            .SelectMany(pair => pair.Value).Where(one => one.Kind == DeductionKind.Cut);
        cuts.ShouldHaveSingleItem().Pending(Tonnes.Zero).ShouldBe(new Tonnes(10_000));
        china.Obligation("P07", 2022).Missing.ShouldBe(new Tonnes(10_000));
    }

    [Fact]
    public void AT_P08_gas_units_get_at_least_their_emissions()
    {
        // 1,500,000 MWh × 0.3920 = 588,000 < 610,000 t; 1,450,000 × 0.3901 = 565,645 > 560,000 t.
        china.Allocation("P08", 2021).Determined.ShouldBe(new Tonnes(610_000));
        china.Allocation("P08", 2022).Determined.ShouldBe(new Tonnes(565_645));
    }

    [Fact]
    public void AT_P09_custody_surrenders_and_releases_the_remainder()
    {
        var holder = china.State.Registry.Holders[china.Holder("P09")];
        var (custody, own) = (holder.CustodyAccount.ShouldNotBeNull(), holder.RegistryAccount.ShouldNotBeNull());
        var into = china.Moved(TransactionTypes.InitialIssue, custody, "CEA-2022")
            + china.Moved(TransactionTypes.AllocationAdjust, custody, "CEA-2022");
        into.ShouldBe(1_200_000);
        china.Moved(TransactionTypes.CompulsorySurrender, custody, "CEA-2022").ShouldBe(-1_000_000);
        china.Moved("CustodyRelease", own, "CEA-2022").ShouldBe(200_000);
        china.State.Ledger.Total(custody, Asset.Unit("CEA-2022")).ShouldBe(0);
        china.Obligation("P09", 2022).Status.ShouldBe(ObligationStatus.Met);
    }

    [Fact]
    public void AT_P10_what_custody_lacks_the_holder_must_buy()
    {
        var holder = china.State.Registry.Holders[china.Holder("P10")];
        var (custody, own) = (holder.CustodyAccount.ShouldNotBeNull(), holder.RegistryAccount.ShouldNotBeNull());
        china.Allocation("P10", 2022).Delivered.ShouldBe(new Tonnes(800_000));
        china.Moved(TransactionTypes.CompulsorySurrender, custody, "CEA-2022").ShouldBe(-800_000);
        china.Moved(TransactionTypes.Surrender, own, "CEA-2022").ShouldBe(-200_000);
        china.Obligation("P10", 2022).Surrendered.ShouldBe(new Tonnes(1_000_000));
    }

    [Theory]
    // 10,000 + 8,000 net sold × 1.5; a net buyer has the 10,000; the third holds no more than 5,000.
    [InlineData("P11", 22_000)]
    [InlineData("P12", 10_000)]
    [InlineData("P13", 5_000)]
    public void AT_carry_over_is_10_000_and_one_and_a_half_of_net_sales_but_no_more_than_held(string code, long tonnes)
    {
        china.Held(code, "CEA-2025").ShouldBe(tonnes);
        china.State.Compliance.CarryOvers[Asset.Unit("CEA-2025")].Requests
            .Single(one => one.Holder == china.Holder(code)).Status.ShouldBe(CarryOverStatus.Converted);
    }

    [Fact]
    public void AT_P14_a_false_report_costs_500_000_to_2_000_000_and_the_gain()
    {
        var decision = china.Case("P14", Offence.FalseReport).Decision.ShouldNotBeNull();
        decision.Least!.Value.ToString().ShouldBe("500000.00 CNY");
        decision.Most!.Value.ToString().ShouldBe("2000000.00 CNY");
        decision.Fine.ToString().ShouldBe("1000000.00 CNY");
        decision.Confiscated!.Value.ToString().ShouldBe("300000.00 CNY");
    }

    [Fact]
    public void A_code_is_admitted_once()
    {
        china.State.Registry.Holders.Count.ShouldBe(30);
        Refused("register-holder").ShouldBe([2104]);
    }

    private IReadOnlyList<SurrenderedLot> Lots(string code, int year) =>
        china.State.Compliance.LotsOf(china.Holder(code), new CompliancePeriod(year));

    private static IReadOnlyList<ScenarioStep> Steps() =>
        StoryFiles.Find(Shelf.Repository, PlayedChina.Story).ShouldNotBeNull().Scenario.Steps;

    private static IEnumerable<int> Refused(string command) =>
        Steps().Where(step => step.Command == command).Select(step => step.Refused).OfType<int>();
}
