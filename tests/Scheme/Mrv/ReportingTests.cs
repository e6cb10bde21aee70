using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Allocation;

namespace Tanheng.Scheme.Tests.Mrv;

public sealed class ReportingTests
{
    [Fact]
    public void A_plan_filed_after_its_day_is_late_and_an_amendment_keeps_that()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Refuse(Amend(2021)).ShouldBe(MrvRefusals.PlanMissing);
        market.At("2022-01-15 23:59").Do(File(2021)).OfType<MonitoringPlanFiled>().Single().Late.ShouldBeFalse();
        market.Refuse(File(2021)).ShouldBe(MrvRefusals.PlanExists);
        market.At("2022-01-16 00:00").Do(File(2020)).OfType<MonitoringPlanFiled>().Single().Late.ShouldBeTrue();

        market.Do(Amend(2020));
        market.Do(Amend(2021));
        market.State.Mrv.Plans[(plant.Id, 2020)].Late.ShouldBeTrue();
        market.State.Mrv.Plans[(plant.Id, 2021)].Late.ShouldBeFalse();
        market.State.Mrv.Plans[(plant.Id, 2021)].Version.ShouldBe(2);
        market.ShouldReplay();

        FileMonitoringPlan File(int year) =>
            new(plant.Id, year, [plant.Facility], "belt scale, daily samples", Digest.Of([1]));
        AmendMonitoringPlan Amend(int year) => new(plant.Id, year, [plant.Facility], "new belt scale", "replaced");
    }

    [Fact]
    public void Refusals_of_a_plan_come_in_their_order()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        Refused(new HolderId(99), 2021, "text", plant.Facility).ShouldBe(RegistryRefusals.UnknownHolder);
        Refused(plant.Id, 2050, "text", plant.Facility).ShouldBe(RegistryRefusals.YearWithoutRules);
        Refused(plant.Id, 2021, " ", plant.Facility).ShouldBe(RegistryRefusals.TextMissing);
        Refused(plant.Id, 2021, "text").ShouldBe(MrvRefusals.NoFacilities);
        Refused(plant.Id, 2021, "text", new FacilityId(99)).ShouldBe(RegistryRefusals.UnknownFacility);
        Refused(plant.Id, 2021, "text", Plant.Admit(market, 2).Facility).ShouldBe(RegistryRefusals.NotTheHolders);

        RefusalCode Refused(HolderId holder, int year, string text, params FacilityId[] facilities) =>
            market.Refuse(new FileMonitoringPlan(holder, year, facilities, text));
    }

    [Fact]
    public void A_report_keeps_inputs_method_and_whole_tonnes_of_each_line()
    {
        var plant = Plant.InNewMarket("power", Plant.ClassI, Plant.ClassI);
        // 1,000.5 × 2.99 = 2,991.495 and 10 × 1: each line is rounded down by its method.
        var coal = plant.Line(0, 0, 3_000) with
        {
            Emissions = MethodInputs.Of(("fuels", MethodInputs.Rows(
                MethodInputs.Of(("amount", 1_000.5m), ("factor", 2.99m)), MethodInputs.Of(("amount", 10m))))),
        };

        var submitted = plant.Market.Do(new SubmitReport(plant.Id, 2021, [coal, plant.Line(1, 500, 600)]))
            .OfType<ReportSubmitted>().Single();

        submitted.Lines.Select(line => line.Tonnes.Value).ShouldBe([3_001, 500]);
        submitted.Lines[0].Method.ToString().ShouldBe("test/fuel@1");
        submitted.Lines[0].Line.Emissions.ShouldBe(coal.Emissions);
        submitted.Total.ShouldBe(new Tonnes(3_501));
        plant.Market.ShouldReplay();
    }

    [Theory]
    [InlineData("2022-03-31 23:59", false)]
    [InlineData("2022-04-01 00:00", true)]
    public void A_late_report_is_accepted_and_marked(string at, bool late)
    {
        var plant = Plant.InNewMarket();
        plant.Market.At(at);
        plant.Submit(2021, plant.Line(0, 1, 1));
        plant.Market.State.Mrv.ReportOf(plant.Id, 2021)!.Late.ShouldBe(late);
    }

    [Fact]
    public void A_wrong_input_is_refused_with_line_row_and_name()
    {
        var plant = Plant.InNewMarket("power", Plant.ClassI, Plant.ClassI);
        Check(MethodInputs.Of(("amount", "一千")), MethodRefusals.InputOfWrongKind, "lines[2].fuels[2].amount");
        Check(MethodInputs.Empty, MethodRefusals.InputMissing, "lines[2].fuels[2].amount");
        Check(MethodInputs.Of(("amount", -1)), MethodRefusals.InputOutOfRange, "lines[2].fuels[2].amount");
        Check(MethodInputs.Of(("amount", 100_000_001)), MethodRefusals.InputOutOfRange, "lines[2].fuels[2].amount");
        var unknown = MethodInputs.Of(("amount", 1), ("colour", "black"));
        Check(unknown, MethodRefusals.InputUnknown, "lines[2].fuels[2].colour");
        plant.Market.State.Mrv.ReportOf(plant.Id, 2021).ShouldBeNull();

        void Check(MethodInputs row, RefusalCode code, string input)
        {
            var fuels = MethodInputs.Of(("fuels", MethodInputs.Rows(MethodInputs.Of(("amount", 1)), row)));
            var line = plant.Line(1, 1, 1) with { Emissions = fuels };
            var refusal = plant.Market.Refusal(new SubmitReport(plant.Id, 2021, [plant.Line(0, 1, 1), line]));
            refusal.Code.ShouldBe(code);
            refusal["input"].ShouldBe(input);
            refusal["line"].ShouldBe("2");
        }
    }

    [Fact]
    public void Refusals_of_a_report_come_in_their_order()
    {
        var plant = Plant.InNewMarket("power", Plant.ClassI, Plant.ClassI);
        var (market, other) = (plant.Market, Plant.Admit(plant.Market, 2));
        var line = plant.Line(0, 1, 1);
        Refused(new HolderId(99), 2021, null, line).ShouldBe(RegistryRefusals.UnknownHolder);
        Refused(plant.Id, 2050, null, line).ShouldBe(RegistryRefusals.YearWithoutRules);
        market.Do(new ListCoverage(2022, [], [plant.Id], "left"));
        Refused(plant.Id, 2022, null, line).ShouldBe(RegistryRefusals.NotListed);
        Refused(plant.Id, 2023, null, line).ShouldBe(MrvRefusals.YearNotBegun);
        Refused(plant.Id, 2021, "X", line).ShouldBe(MrvRefusals.BodyUnknown);
        Refused(plant.Id, 2021, "V", line).ShouldBe(MrvRefusals.RolesClash);
        Refused(plant.Id, 2021, null).ShouldBe(MrvRefusals.NoLines);
        Refused(plant.Id, 2021, null, line with { Facility = new FacilityId(99) })
            .ShouldBe(RegistryRefusals.UnknownFacility);
        Refused(plant.Id, 2021, null, line with { Facility = other.Facility }).ShouldBe(RegistryRefusals.NotTheHolders);
        Refused(plant.Id, 2021, null, line with { Unit = new GeneratingUnitId(99) })
            .ShouldBe(RegistryRefusals.UnknownGeneratingUnit);
        Refused(plant.Id, 2021, null, line with { Unit = other.Units[0] }).ShouldBe(MrvRefusals.UnitElsewhere);
        Refused(plant.Id, 2021, null, line, line).ShouldBe(MrvRefusals.LineTwice);
        market.Refuse(new SubmitReport(plant.Id, 2021, [line]), by: "rep2").ShouldBe(SchemeRefusals.NotPermitted);
        market.Do(new SubmitReport(plant.Id, 2021, [line]), by: "rep1");

        RefusalCode Refused(HolderId holder, int year, string? preparer, params ReportLine[] lines) =>
            market.Refuse(new SubmitReport(holder, year, lines, preparer));
    }

    [Fact]
    public void A_report_can_be_replaced_until_verification_begins_and_again_when_it_was_sent_back()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        plant.Submit(2021, plant.Line(0, 100, 1)).Submit(2021, plant.Line(0, 110, 1));
        market.State.Mrv.ReportOf(plant.Id, 2021)!.Version.ShouldBe(2);
        market.Do(new AssignVerifier(plant.Id, 2021, "V"));
        var again = new SubmitReport(plant.Id, 2021, [plant.Line(0, 120, 1)]);
        market.Refuse(again).ShouldBe(MrvRefusals.VerificationBegun);
        market.Refuse(new RejectReport(plant.Id, 2021, "")).ShouldBe(RegistryRefusals.TextMissing);
        market.Do(new RejectReport(plant.Id, 2021, "unit 1 is missing"));
        market.Refuse(new RejectReport(plant.Id, 2021, "twice")).ShouldBe(MrvRefusals.ReportElsewhere);
        market.State.Mrv.ReportOf(plant.Id, 2021)!.ReturnedFor.ShouldBe("unit 1 is missing");
        market.Do(again);
        market.State.Mrv.ReportOf(plant.Id, 2021)!.Version.ShouldBe(3);
        plant.Verify(2021);
        market.Do(new AcceptReport(plant.Id, 2021));
        market.Refuse(again).ShouldBe(MrvRefusals.AlreadyAccepted);
        market.Refuse(new RejectReport(plant.Id, 2021, "late")).ShouldBe(MrvRefusals.AlreadyAccepted);
        market.ShouldReplay();
    }
}
