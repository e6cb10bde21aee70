using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Allocation;

/// <summary>
/// Benchmark of 2021: 0.8218 t/MWh, of 2022: 0.8177. A plant starts with 1,200,000 MWh: 986,160 t for 2021.
/// </summary>
public sealed class CorrectionTests
{
    [Fact]
    public void A_correction_downward_takes_back_and_one_upward_uses_the_returned_units_again()
    {
        var plant = Determined();
        plant.Correct(2021, plant.Line(0, 1_000_000, 1_100_000));
        plant.Held(Plant.P2021).ShouldBe(903_980); // 1,100,000 × 0.8218
        plant.Held(plant.Province, Plant.P2021).ShouldBe(82_180);

        var delivered = plant.Correct(2021, plant.Line(0, 1_000_000, 1_200_000)).OfType<AllocationDelivered>().Single();

        plant.Held(Plant.P2021).ShouldBe(986_160);
        plant.Held(plant.Province, Plant.P2021).ShouldBe(0);
        delivered.Transactions.Single().Movements.ShouldHaveSingleItem().From.Account.ShouldBe(plant.Province);
        plant.Held(plant.Market.System.Issuance, Plant.P2021).ShouldBe(-986_160);
        plant.Market.State.Mrv.Of(plant.Id, 2021)!.Version.ShouldBe(3);
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void A_correction_upward_mints_what_the_province_does_not_have()
    {
        var plant = Determined();
        plant.Correct(2021, plant.Line(0, 1_000_000, 1_190_000));
        plant.Correct(2021, plant.Line(0, 1_000_000, 1_300_000));
        plant.Held(Plant.P2021).ShouldBe(1_068_340); // 1,300,000 × 0.8218
        plant.Held(plant.Market.System.Issuance, Plant.P2021).ShouldBe(-1_068_340);
    }

    [Fact]
    public void The_obligation_follows_in_the_same_decision()
    {
        var plant = Determined();
        plant.Market.State.Compliance.Of(plant.Id, Plant.P2021)!.Due.ShouldBe(new Tonnes(1_000_000));
        plant.Correct(2021, plant.Line(0, 1_050_000, 1_200_000));
        plant.Market.State.Compliance.Of(plant.Id, Plant.P2021)!.Due.ShouldBe(new Tonnes(1_050_000));
    }

    [Fact]
    public void Units_that_are_gone_become_arrears_and_are_netted_out_of_the_next_allocation()
    {
        var plant = Determined();
        var buyer = Plant.Admit(plant.Market, 2);
        plant.Sell(buyer, 950_000, Plant.P2021);

        var taken = plant.Correct(2021, plant.Line(0, 1_000_000, 1_100_000)).OfType<AllocationTakenBack>().Single();

        taken.Quantity.ShouldBe(new Tonnes(36_160)); // all that is left of 986,160
        taken.Missing.ShouldBe(new Tonnes(46_020)); // 82,180 − 36,160
        plant.Entitlement(Plant.P2021).Arrears.ShouldBe(new Tonnes(46_020));

        plant.Accepted(2022);
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2022));

        plant.Held(Plant.P2022).ShouldBe(935_220); // 1,200,000 × 0.8177 − 46,020
        plant.Entitlement(Plant.P2022).Deducted.ShouldBe(new Tonnes(46_020));
        plant.Entitlement(Plant.P2021).Arrears.ShouldBe(Tonnes.Zero);
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void Netted_arrears_revive_when_the_allocation_that_made_them_good_shrinks()
    {
        var plant = Determined();
        var buyer = Plant.Admit(plant.Market, 2);
        plant.Sell(buyer, 986_160, Plant.P2021);
        plant.Correct(2021, plant.Line(0, 1_000_000, 1_100_000)); // 82,180 in arrears
        plant.Accepted(2022, plant.Line(0, 50_000, 100_000));
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2022)); // 81,770, all netted
        plant.Held(Plant.P2022).ShouldBe(0);
        plant.Entitlement(Plant.P2021).Arrears.ShouldBe(new Tonnes(410));

        plant.Correct(2022, plant.Line(0, 50_000, 60_000)); // 49,062

        plant.Held(Plant.P2022).ShouldBe(0);
        plant.Entitlement(Plant.P2021).Arrears.ShouldBe(new Tonnes(33_118)); // 82,180 − 49,062
        plant.Market.ShouldReplay();
    }

    [Fact]
    public void Arrears_can_be_collected_when_units_come_back()
    {
        var plant = Determined();
        var buyer = Plant.Admit(plant.Market, 2);
        plant.Market.Refuse(new CollectArrears(plant.Id, Plant.P2021)).ShouldBe(AllocationRefusals.NoArrears);
        plant.Sell(buyer, 986_160, Plant.P2021);
        plant.Correct(2021, plant.Line(0, 1_000_000, 1_100_000));
        plant.Market.Refuse(new CollectArrears(plant.Id, Plant.P2021)).ShouldBe(AllocationRefusals.NothingToTake);

        buyer.Sell(plant, 10_000, Plant.P2021);
        plant.Market.Do(new CollectArrears(plant.Id, Plant.P2021));

        plant.Held(Plant.P2021).ShouldBe(0);
        plant.Entitlement(Plant.P2021).Arrears.ShouldBe(new Tonnes(72_180));
        plant.Market.Refuse(new CollectArrears(new HolderId(99), Plant.P2021)).ShouldBe(RegistryRefusals.UnknownHolder);
        plant.Market.Refuse(new CollectArrears(plant.Id, new CompliancePeriod(2030)))
            .ShouldBe(AllocationRefusals.PeriodUnknown);
    }

    [Fact]
    public void A_correction_before_the_determination_leaves_the_pre_allocation()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        plant.Market.Do(new PreAllocate(plant.Id, Plant.P2021, 2021));
        plant.Correct(2021, plant.Line(0, 500_000, 600_000));
        plant.Held(Plant.P2021).ShouldBe(700_000);
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(493_080); // 600,000 × 0.8218
    }

    [Fact]
    public void Refusals_come_in_their_order()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        var line = plant.Line(0, 1_000_000, 1_200_000);
        Refused(new HolderId(99), [line], "r", "ref").ShouldBe(RegistryRefusals.UnknownHolder);
        Refused(plant.Id, [line], "r", "ref").ShouldBe(MrvRefusals.NothingAccepted);
        plant.Accepted(2021);
        market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        Refused(plant.Id, [line], " ", "ref").ShouldBe(RegistryRefusals.TextMissing);
        Refused(plant.Id, [line], "r", "").ShouldBe(RegistryRefusals.TextMissing);
        Refused(plant.Id, [], "r", "ref").ShouldBe(MrvRefusals.NoLines);
        Refused(plant.Id, [line], "r", "ref").ShouldBe(MrvRefusals.NothingCorrected);

        // The allocation method refuses the new production, and nothing at all happens.
        var bad = line with { Production = line.Production.With("electricity", -1) };
        Refused(plant.Id, [bad], "r", "ref").ShouldBe(Methodology.MethodRefusals.InputOutOfRange);
        market.State.Mrv.Of(plant.Id, 2021)!.Version.ShouldBe(1);

        RefusalCode Refused(HolderId holder, ReportLine[] lines, string reason, string reference) =>
            market.Refuse(new CorrectReport(holder, 2021, lines, reason, reference));
    }

    private static Plant Determined()
    {
        var plant = Plant.InNewMarket().Accepted(2021);
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(986_160);
        return plant;
    }
}
