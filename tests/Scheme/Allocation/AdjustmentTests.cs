using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Allocation;

public sealed class AdjustmentTests
{
    [Fact]
    public void AT_4_7_a_reduction_of_70k_takes_the_pre_issue_of_50k_and_gives_20k_back_when_the_final_is_30k()
    {
        var plant = Plant.InNewMarket();
        plant.Accepted(2020, plant.Line(0, 71_429, 80_000)); // 70 % is 50,000.3
        plant.Market.Do(new RecordArrears(plant.Id, Plant.P2021, new Tonnes(70_000), "decision 12"));

        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(0);
        plant.Entitlement(Plant.P2021).Deducted.ShouldBe(new Tonnes(50_000));
        Deductions.Pending(plant.Market.State, plant.Id, Plant.P2021).ShouldBe(new Tonnes(20_000));

        plant.Accepted(2021, plant.Line(0, 30_000, 36_506)); // × 0.8218 = 30,000.6
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Entitlement(Plant.P2021).Determined.ShouldBe(new Tonnes(30_000));
        plant.Held(Plant.P2021).ShouldBe(0);
        plant.Entitlement(Plant.P2021).Deducted.ShouldBe(new Tonnes(30_000));
        Deductions.Pending(plant.Market.State, plant.Id, Plant.P2021).ShouldBe(new Tonnes(40_000));
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void A_deduction_that_was_netted_whole_comes_back_when_the_allocation_shrinks()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        plant.Market.Do(new RecordArrears(plant.Id, Plant.P2021, new Tonnes(900_000), "decision 12"));
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(86_160); // 986,160 − 900,000
        Deductions.Pending(plant.Market.State, plant.Id, Plant.P2021).ShouldBe(Tonnes.Zero);

        plant.Correct(2021, plant.Line(0, 1_000_000, 1_050_000)); // 862,890

        // 86,160 are delivered, so 776,730 can be kept back and 123,270 wait for the next true-up.
        plant.Held(Plant.P2021).ShouldBe(86_160);
        Deductions.Pending(plant.Market.State, plant.Id, Plant.P2021).ShouldBe(new Tonnes(123_270));
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void An_adjustment_is_delivered_or_taken_back_and_the_first_determination_replaces_it()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        var market = plant.Market;
        Adjust(1).ShouldBe(AllocationRefusals.NothingAllocated);
        market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021));
        Adjust(0).ShouldBe(AllocationRefusals.AdjustmentZero);
        Adjust(1, " ").ShouldBe(RegistryRefusals.TextMissing);
        Adjust(-700_001).ShouldBe(AllocationRefusals.AdjustmentTooLarge);

        market.Do(new AdjustAllocation(plant.Id, Plant.P2021, new Tonnes(25_000), "hardship"));
        plant.Held(Plant.P2021).ShouldBe(725_000);
        market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(986_160);

        market.Do(new AdjustAllocation(plant.Id, Plant.P2021, new Tonnes(-6_160), "court"));
        plant.Held(Plant.P2021).ShouldBe(980_000);
        plant.Correct(2021, plant.Line(0, 1_000_000, 1_300_000)); // 1,068,340 − 6,160
        plant.Held(Plant.P2021).ShouldBe(1_062_180);

        RefusalCode Adjust(long tonnes, string reason = "r") =>
            market.Refuse(new AdjustAllocation(plant.Id, Plant.P2021, new Tonnes(tonnes), reason));
    }

    [Fact]
    public void Withheld_allowances_are_determined_and_delivered_on_release()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        var market = plant.Market;
        market.Refuse(new ReleaseAllocation(plant.Id, Plant.P2021, "r"))
            .ShouldBe(AllocationRefusals.WithholdingUnchanged);
        market.Refuse(new WithholdAllocation(plant.Id, Plant.P2021, "")).ShouldBe(RegistryRefusals.TextMissing);
        market.Do(new WithholdAllocation(plant.Id, Plant.P2021, "investigation"));
        market.Refuse(new WithholdAllocation(plant.Id, Plant.P2021, "r"))
            .ShouldBe(AllocationRefusals.WithholdingUnchanged);
        market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(0);
        market.Do(new ReleaseAllocation(plant.Id, Plant.P2021, "cleared"));
        plant.Held(Plant.P2021).ShouldBe(986_160);
        market.ShouldReplay();
    }

    [Fact]
    public void A_new_facility_is_granted_activity_times_advanced_value_rounded_down_once()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Refuse(Grant(plant.Facility, null, 0.8m)).ShouldBe(AllocationRefusals.GrantBasis);
        market.Refuse(Grant(plant.Facility, 0m, 0.8m)).ShouldBe(AllocationRefusals.GrantBasis);
        market.Refuse(Grant(new FacilityId(99), 1m, 1m)).ShouldBe(RegistryRefusals.UnknownFacility);
        market.Refuse(Grant(Plant.Admit(market, 2).Facility, 1m, 1m)).ShouldBe(RegistryRefusals.NotTheHolders);
        market.Refuse(Grant(plant.Facility, 0.5m, 0.5m)).ShouldBe(AllocationRefusals.NothingToAllocate);
        market.Refuse(Grant(plant.Facility, decimal.MaxValue, 3m)).ShouldBe(Ledger.LedgerRefusals.TooLarge);

        market.Do(Grant(plant.Facility, 1_000.5m, 0.8m)); // 800.4
        plant.Held(Plant.P2021).ShouldBe(800);
        market.Refuse(Grant(plant.Facility, 1m, 1m)).ShouldBe(AllocationRefusals.AlreadyGranted);
        market.ShouldReplay();

        GrantNewFacility Grant(FacilityId facility, decimal? activity, decimal? value) =>
            new(plant.Id, facility, Plant.P2021, activity, value, null, null, "new line");
    }

    [Fact]
    public void A_new_facility_can_be_granted_by_a_method_and_explained()
    {
        var plant = Plant.InNewMarket();
        var inputs = MethodInputs.Of(("quantity", 1_234.9m));
        var method = new MethodReference("test/stated", "1");
        plant.Market.Do(new GrantNewFacility(
            plant.Id, plant.Facility, Plant.P2021, null, null, method, inputs, "new line"));
        plant.Held(Plant.P2021).ShouldBe(1_234);
        var explained = Explanations.Of(plant.Market.State, plant.Id, Plant.P2021).ShouldHaveSingleItem();
        explained.Kind.ShouldBe(FigureKind.NewFacility);
        explained.Explanation.Value.Result.Number("final").ShouldBe(1_234m);
    }

    [Fact]
    public void What_a_closed_unit_was_pre_allocated_goes_back_once()
    {
        var plant = Plant.InNewMarket("power", Plant.ClassI, Plant.ClassI);
        var market = plant.Market;
        plant.Accepted(2021, plant.Line(0, 100_000, 100_000), plant.Line(1, 50_000, 50_000));
        market.Do(new PreAllocate(plant.Id, Plant.P2022, 2021));
        plant.Held(Plant.P2022).ShouldBe(105_000);
        var unit = plant.Units[1];
        market.Refuse(Reclaim(new GeneratingUnitId(99))).ShouldBe(RegistryRefusals.UnknownGeneratingUnit);
        market.Refuse(Reclaim(Plant.Admit(market, 2).Units[0])).ShouldBe(RegistryRefusals.NotTheHolders);
        market.Refuse(Reclaim(unit)).ShouldBe(AllocationRefusals.UnitStillRuns);

        market.Do(new CloseGeneratingUnit(unit, new DateOnly(2022, 1, 1)));
        market.Do(Reclaim(unit));
        plant.Held(Plant.P2022).ShouldBe(70_000);
        plant.Held(plant.Province, Plant.P2022).ShouldBe(35_000);
        market.Refuse(Reclaim(unit)).ShouldBe(AllocationRefusals.AlreadyReclaimed);
        market.ShouldReplay();

        ReclaimClosedUnit Reclaim(GeneratingUnitId id) => new(plant.Id, id, Plant.P2022, "closed");
    }
}
