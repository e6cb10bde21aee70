using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Allocation;

public sealed class PreAllocationTests
{
    /// <summary>Supply of a year that the scheme has no report of.</summary>
    private static readonly MethodInputs SupplyBefore = MethodInputs.Of(("units", MethodInputs.Rows(
        MethodInputs.Of(("id", "1"), ("class", "I"), ("electricity", 1_000_000)))));

    [Fact]
    public void AT_S05_pre_allocation_is_70_percent_of_prior_supply_times_the_benchmark_and_the_final_is_trued_up()
    {
        var plant = Plant.InNewMarket("classic");
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2020, SupplyBefore));
        plant.Held(Plant.P2021).ShouldBe(613_900); // 0.70 × 1,000,000 × 0.877

        plant.Accepted(2021, plant.Line(0, 900_000, 1_050_000));
        var events = plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));

        events.OfType<AllocationDetermined>().Single().Quantity.ShouldBe(new Tonnes(920_850)); // 1,050,000 × 0.877
        events.OfType<AllocationDelivered>().Single().Quantity.ShouldBe(new Tonnes(306_950));
        plant.Held(Plant.P2021).ShouldBe(920_850);
        plant.Entitlement(Plant.P2021).Difference.ShouldBe(Tonnes.Zero);
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S05_less_supply_than_expected_is_clawed_back_to_the_province()
    {
        var plant = Plant.InNewMarket("classic");
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2020, SupplyBefore));
        plant.Accepted(2021, plant.Line(0, 600_000, 650_000));

        var taken = plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021)).OfType<AllocationTakenBack>().Single();

        taken.Quantity.ShouldBe(new Tonnes(43_850)); // 613,900 − 650,000 × 0.877
        taken.Missing.ShouldBe(Tonnes.Zero);
        plant.Held(Plant.P2021).ShouldBe(570_050);
        plant.Held(plant.Province, Plant.P2021).ShouldBe(43_850);
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void Pre_allocation_of_both_years_is_70_percent_of_the_verified_emissions_of_2021()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021));
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2022, 2021));
        plant.Held(Plant.P2021).ShouldBe(700_000);
        plant.Held(Plant.P2022).ShouldBe(700_000);
    }

    [Fact]
    public void Units_pass_the_provincial_account_in_the_same_transaction()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        var delivered = plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021))
            .OfType<AllocationDelivered>().Single();
        var transaction = delivered.Transactions.Single();
        transaction.Type.ShouldBe("InitialIssue");
        transaction.Movements.Select(move => move.To.Account).ShouldBe([plant.Province, plant.Account]);
        plant.Held(plant.Province, Plant.P2021).ShouldBe(0);
    }

    [Fact]
    public void A_holder_at_risk_gets_its_units_in_custody()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        plant.Market.Do(new UpdateHolder(plant.Id, AtRisk: true));
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021));
        plant.Held(Plant.P2021).ShouldBe(0);
        plant.Held(plant.Holder.CustodyAccount!.Value, Plant.P2021).ShouldBe(700_000);
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void What_is_in_custody_is_taken_back_first()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021));
        plant.Market.Do(new UpdateHolder(plant.Id, AtRisk: true));
        plant.Market.Do(new AdjustAllocation(plant.Id, Plant.P2021, new Tonnes(50_000), "hardship"));
        var custody = plant.Holder.CustodyAccount!.Value;
        plant.Held(custody, Plant.P2021).ShouldBe(50_000);

        plant.Market.Do(new AdjustAllocation(plant.Id, Plant.P2021, new Tonnes(-60_000), "withdrawn"));
        plant.Held(custody, Plant.P2021).ShouldBe(0);
        plant.Held(Plant.P2021).ShouldBe(690_000);
    }

    [Fact]
    public void Refusals_come_in_their_order()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Refuse(new PreAllocate(new HolderId(99), Plant.P2021)).ShouldBe(RegistryRefusals.UnknownHolder);
        market.Refuse(new PreAllocate(plant.Id, new CompliancePeriod(2030))).ShouldBe(AllocationRefusals.PeriodUnknown);
        market.Do(new ListCoverage(2023, [], [plant.Id], "left"));
        market.Refuse(new PreAllocate(plant.Id, new CompliancePeriod(2023))).ShouldBe(AllocationRefusals.NotCovered);
        market.Refuse(new PreAllocate(plant.Id, Plant.P2021)).ShouldBe(AllocationRefusals.EmissionsMissing);

        var stated = Plant.Admit(market, 2, "stated");
        market.Refuse(new PreAllocate(stated.Id, Plant.P2021)).ShouldBe(AllocationRefusals.NoPreAllocation);

        var missing = MethodInputs.Of(("units", MethodInputs.Rows(MethodInputs.Of(("id", "1")))));
        market.Refusal(new PreAllocate(plant.Id, Plant.P2021, 2018, missing))["input"].ShouldBe("units[1].verified");

        plant.Accepted(2021);
        market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021));
        market.Refuse(new PreAllocate(plant.Id, Plant.P2021, 2021)).ShouldBe(AllocationRefusals.AlreadyPreAllocated);
        market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        market.Refuse(new PreAllocate(plant.Id, Plant.P2021, 2021)).ShouldBe(AllocationRefusals.AlreadyDetermined);
        market.Refuse(new PreAllocate(plant.Id, Plant.P2022), by: "rep1").ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void Without_a_registry_account_nothing_is_decided()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        var register = new RegisterHolder(Kit.Codes.Number(7), new Text("七", "Seven"), "CN-BJ", "power", []);
        var id = plant.Market.Do(register).OfType<HolderRegistered>().Single().Holder;
        plant.Market.Do(new ListCoverage(2021, [id], [], "list"));
        plant.Market.Refuse(new PreAllocate(id, Plant.P2021, 2018, MethodInputs.Of(("units", MethodInputs.Rows(
            MethodInputs.Of(("id", "1"), ("verified", 1000))))))).ShouldBe(AllocationRefusals.NowhereToDeliver);
    }
}
