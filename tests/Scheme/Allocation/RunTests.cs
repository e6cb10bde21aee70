using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Allocation;

public sealed class RunTests
{
    private static readonly CompliancePeriod P2023 = new(2023);

    [Fact]
    public void A_dry_run_changes_nothing_and_says_what_the_run_will_do()
    {
        var (first, second) = (Plant.InNewMarket(), default(Plant));
        second = Plant.Admit(first.Market, 2);
        first.Accepted(2021);
        var before = StateHash.Of(first.Market.State);

        var preview = AllocationRun.Preview(first.Market.State, Plant.P2021, AllocationStage.Final);

        StateHash.Of(first.Market.State).ShouldBe(before);
        preview.Select(line => line.Holder).ShouldBe([first.Id, second.Id]);
        preview[0].New.ShouldBe(new Tonnes(986_160));
        preview[0].Difference.ShouldBe(new Tonnes(986_160));
        preview[0].Figures.Single().Inputs["units"]!.Value.Rows.Length.ShouldBe(1);
        preview[1].Refusal!.Code.ShouldBe(AllocationRefusals.EmissionsMissing);
        preview[1].New.ShouldBeNull();
    }

    [Fact]
    public void A_run_allocates_all_in_one_row_and_stops_at_a_holder_unless_told_to_skip()
    {
        var first = Plant.InNewMarket();
        var (second, market) = (Plant.Admit(first.Market, 2), first.Market);
        first.Accepted(2021);
        market.Refuse(new RunAllocation(new CompliancePeriod(2030), AllocationStage.Final, []))
            .ShouldBe(AllocationRefusals.PeriodUnknown);
        var stopped = market.Refusal(new RunAllocation(Plant.P2021, AllocationStage.Final, []));
        stopped.Code.ShouldBe(AllocationRefusals.RunStopped);
        stopped["holder"].ShouldBe(second.Id.ToString());
        stopped["code"].ShouldBe("4007");

        var ended = market.Do(new RunAllocation(Plant.P2021, AllocationStage.Final, [], SkipRefused: true))
            .OfType<AllocationRunEnded>().Single();
        ended.Allocated.ShouldBe(1);
        ended.Total.ShouldBe(new Tonnes(986_160));
        ended.Skipped.ShouldBe([new SkippedHolder(second.Id, 4007)]);

        second.Accepted(2021, second.Line(0, 500_000, 600_000));
        market.Do(new RunAllocation(Plant.P2021, AllocationStage.Final, [], SkipRefused: true));
        (first.Held(Plant.P2021), second.Held(Plant.P2021)).ShouldBe((986_160, 493_080));
        market.Refuse(new RunAllocation(Plant.P2021, AllocationStage.Final, [], SkipRefused: true))
            .ShouldBe(AllocationRefusals.NothingToAllocate);
        market.ShouldReplay();
    }

    [Fact]
    public void A_run_of_pre_allocations_shares_the_province()
    {
        var first = Plant.InNewMarket();
        var second = Plant.Admit(first.Market, 2).Accepted(2021);
        first.Accepted(2021);
        var run = new RunAllocation(Plant.P2022, AllocationStage.PreAllocation, [], BasisYear: 2021);
        first.Market.Do(run).OfType<AllocationDelivered>().Count().ShouldBe(2);
        (first.Held(Plant.P2022), second.Held(Plant.P2022)).ShouldBe((700_000, 700_000));
        first.Market.ShouldReplay();
    }

    [Fact]
    public void A_table_of_stated_quantities_goes_straight_to_the_holders_and_a_later_table_replaces_it()
    {
        var first = Plant.InNewMarket("stated");
        var (second, market) = (Plant.Admit(first.Market, 2, "stated"), first.Market);
        market.Do(Table((first.Id, 1_000), (second.Id, 500)));
        (first.Held(P2023), second.Held(P2023)).ShouldBe((1_000, 500));
        market.Refuse(Table((first.Id, 1_000), (second.Id, 500))).ShouldBe(AllocationRefusals.NothingToAllocate);

        market.Do(Table((first.Id, 1_200), (second.Id, 400)));

        (first.Held(P2023), second.Held(P2023)).ShouldBe((1_200, 400));
        first.Held(market.System.Cancelled, P2023).ShouldBe(100);
        first.Held(market.System.Issuance, P2023).ShouldBe(-1_700);
        market.ShouldReplay();
    }

    [Fact]
    public void A_table_is_refused_with_the_row_that_is_wrong()
    {
        var first = Plant.InNewMarket("stated");
        var (power, market) = (Plant.Admit(first.Market, 2), first.Market);
        var twice = market.Refusal(Table((first.Id, 1), (first.Id, 1)));
        twice.Code.ShouldBe(AllocationRefusals.HolderTwice);
        twice["row"].ShouldBe("2");
        market.Refuse(Table((first.Id, -1))).ShouldBe(AllocationRefusals.QuantityNegative);
        market.Refuse(Table((new HolderId(99), 1))).ShouldBe(RegistryRefusals.UnknownHolder);
        var calculated = market.Refusal(Table((first.Id, 1), (power.Id, 1)));
        calculated.Code.ShouldBe(AllocationRefusals.MethodTakesNoQuantity);
        calculated["row"].ShouldBe("2");
    }

    [Fact]
    public void R114_all_wrong_rows_of_a_table_come_back_at_once_with_their_reasons()
    {
        var first = Plant.InNewMarket("stated");
        var market = first.Market;
        var second = Plant.Admit(market, 2, "stated");
        var refusal = market.Refusal(Table((first.Id, -1), (second.Id, 5), (new HolderId(99), 1), (second.Id, 6)));
        refusal.Code.ShouldBe(AllocationRefusals.RowsWrong);
        refusal["count"].ShouldBe("3");
        refusal["problems_en"].ShouldBe("row 1: An allocation must not be below zero; it is -1 t; "
            + "row 3: There is no holder H99; check the number; row 4: Row 4 repeats holder H2.");
        refusal["problems_zh"]!.ShouldContain("第 3 行：");
    }

    [Fact]
    public void A_corrected_report_leaves_a_stated_quantity()
    {
        var plant = Plant.InNewMarket("stated");
        plant.Market.At("2024-01-10 12:00");
        plant.Accepted(2023, plant.Line(0, 900, 0));
        plant.Market.Do(Table((plant.Id, 1_000)));
        plant.Correct(2023, plant.Line(0, 950, 0)).OfType<AllocationDetermined>().ShouldBeEmpty();
        plant.Held(P2023).ShouldBe(1_000);
    }

    private static AllocateStated Table(params (HolderId Holder, long Tonnes)[] rows) =>
        new(P2023, [.. rows.Select(row => new StatedAllocation(row.Holder, new Tonnes(row.Tonnes)))], "table 1");
}
