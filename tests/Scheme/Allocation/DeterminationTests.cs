using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Allocation;

public sealed class DeterminationTests
{
    private static readonly CompliancePeriod FirstCycle = new(2019, 2020);

    [Fact]
    public void Gap_cap_raises_the_entity_to_80_percent_of_its_verified_emissions()
    {
        // 850,000 × 0.8218 = 698,530, below 80 % of 1,000,000.
        var plant = Plant.InNewMarket();
        plant.Accepted(2021, plant.Line(0, 1_000_000, 850_000));
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(800_000);
        plant.Market.State.Allocation.FiguresOf(plant.Id, Plant.P2021).Final.Single().Rows
            .ShouldBe([new RowFigure("U1", new Tonnes(698_530))]);
    }

    [Fact]
    public void Gas_units_get_at_least_what_they_emitted()
    {
        // 1,000,000 × 0.3920 = 392,000 < 500,000.
        var plant = Plant.InNewMarket("power", Plant.Gas);
        plant.Accepted(2021, plant.Line(0, 500_000, 1_000_000));
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(500_000);
    }

    [Fact]
    public void Each_unit_is_rounded_down()
    {
        // 1,001 × 0.8218 = 822.6218 for each of two units.
        var plant = Plant.InNewMarket("power", Plant.ClassI, Plant.ClassI);
        plant.Accepted(2021, plant.Line(0, 900, 1_001), plant.Line(1, 900, 1_001));
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(1_644);
    }

    [Fact]
    public void A_period_of_two_years_is_the_sum_of_its_years_and_waits_for_both()
    {
        var plant = Plant.InNewMarket();
        plant.Accepted(2019, plant.Line(0, 900_000, 1_000_000));
        plant.Market.Refusal(new AllocateFinal(plant.Id, FirstCycle))["year"].ShouldBe("2020");

        plant.Accepted(2020, plant.Line(0, 1_000_000, 1_100_000));
        plant.Market.Do(new AllocateFinal(plant.Id, FirstCycle));

        plant.Held(FirstCycle).ShouldBe(1_841_700); // 1,000,000 × 0.877 + 1,100,000 × 0.877
        plant.Market.State.Allocation.FiguresOf(plant.Id, FirstCycle).Final.Select(figure => figure.Year)
            .ShouldBe([2019, 2020]);
        plant.Market.State.Compliance.Of(plant.Id, FirstCycle)!.Due.ShouldBe(new Tonnes(1_900_000));
    }

    [Fact]
    public void In_the_first_cycle_the_plan_bounds_the_obligation_of_gas_units_by_their_allocation()
    {
        var plant = Plant.InNewMarket("power", Plant.Gas);
        plant.Accepted(2019, plant.Line(0, 500_000, 1_000_000)).Accepted(2020, plant.Line(0, 500_000, 1_000_000));
        plant.Market.State.Compliance.Of(plant.Id, FirstCycle)!.Due.ShouldBe(new Tonnes(1_000_000));

        plant.Market.Do(new AllocateFinal(plant.Id, FirstCycle));

        plant.Held(FirstCycle).ShouldBe(784_000); // 2 × 1,000,000 × 0.392
        plant.Market.State.Compliance.Of(plant.Id, FirstCycle)!.Due.ShouldBe(new Tonnes(784_000));
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void Only_the_covered_years_of_a_period_count()
    {
        var plant = Plant.InNewMarket();
        plant.Market.Do(new ListCoverage(2019, [], [plant.Id], "opened in 2020"));
        plant.Accepted(2020, plant.Line(0, 1_000_000, 1_000_000));
        plant.Market.Do(new AllocateFinal(plant.Id, FirstCycle));
        plant.Held(FirstCycle).ShouldBe(877_000);
    }

    [Fact]
    public void The_rulebook_fills_in_gap_cap_and_share_and_the_authority_what_only_it_knows()
    {
        // 70 % × 1.0 is below 1 − 20 %; 70 % × 1.2 = 84 % is above.
        var plant = Plant.InNewMarket("shares");
        plant.Accepted(2021, plant.Line(0, 1_000, 0));
        plant.Market.Refusal(new AllocateFinal(plant.Id, Plant.P2021))["input"].ShouldBe("balance");
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021, MethodInputs.Of(("balance", 1m))));
        plant.Held(Plant.P2021).ShouldBe(800);

        var other = Plant.Admit(plant.Market, 2, "shares");
        other.Accepted(2021, other.Line(0, 1_000, 0));
        other.Market.Do(new AllocateFinal(other.Id, Plant.P2021, MethodInputs.Of(("balance", 1.2m))));
        other.Held(Plant.P2021).ShouldBe(840);
    }

    [Fact]
    public void Every_figure_can_be_explained_again()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021));
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));

        var explained = Explanations.Of(plant.Market.State, plant.Id, Plant.P2021);

        explained.Select(figure => figure.Kind).ShouldBe([FigureKind.PreAllocation, FigureKind.Final]);
        explained[1].Explanation.Value.Result.Number("final").ShouldBe(986_160m); // 1,200,000 × 0.8218
        explained[1].Explanation.Value.Lines
            .ShouldContain(line => line.Name == "units[1].allocation" && line.Value.Number == 986_160m);
    }

    [Fact]
    public void Refusals_come_in_their_order()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Refuse(new AllocateFinal(new HolderId(99), Plant.P2021)).ShouldBe(RegistryRefusals.UnknownHolder);
        market.Refuse(new AllocateFinal(plant.Id, new CompliancePeriod(2030)))
            .ShouldBe(AllocationRefusals.PeriodUnknown);
        market.Refuse(new AllocateFinal(plant.Id, Plant.P2021)).ShouldBe(AllocationRefusals.EmissionsMissing);

        // The line lacks its load factor, which the method needs for a condensing unit.
        var line = plant.Line(0, 1_000, 1_000) with { Production = MethodInputs.Of(("electricity", 1_000)) };
        plant.Accepted(2021, line);
        var refusal = market.Refusal(new AllocateFinal(plant.Id, Plant.P2021));
        refusal.Code.ShouldBe(MethodRefusals.InputNeeded);
        refusal["input"]!.ShouldContain("load_factor");

        plant.Accepted(2022);
        market.Do(new AllocateFinal(plant.Id, Plant.P2022));
        market.Refuse(new AllocateFinal(plant.Id, Plant.P2022)).ShouldBe(AllocationRefusals.AlreadyDetermined);
    }
}
