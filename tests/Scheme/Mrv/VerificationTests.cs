using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Allocation;

namespace Tanheng.Scheme.Tests.Mrv;

public sealed class VerificationTests
{
    private static readonly Finding Open =
        new(FindingLayer.Site, "belt scale", "not calibrated", NonConformity: true, Resolved: false);

    [Fact]
    public void AT_11_a_body_that_prepares_in_a_province_does_not_verify_there_but_may_elsewhere()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        plant.Submit(2021, plant.Line(0, 1_000, 1));
        market.Refuse(Body("P", ["CN-BJ"], ["CN-BJ"])).ShouldBe(MrvRefusals.RolesClash);
        market.Do(Body("P", ["CN-BJ"], ["CN-HB"]));
        market.Refuse(new AssignVerifier(plant.Id, 2021, "P")).ShouldBe(MrvRefusals.NotIndependent);
        market.Do(Body("H", [], ["CN-HB"]));
        market.Refuse(new AssignVerifier(plant.Id, 2021, "H")).ShouldBe(MrvRefusals.NotAVerifierThere);
        market.Refuse(new AssignVerifier(plant.Id, 2021, "X")).ShouldBe(MrvRefusals.BodyUnknown);
        market.Do(new AssignVerifier(plant.Id, 2021, "V"));
    }

    [Fact]
    public void Who_wrote_one_report_in_a_province_prepares_there_whatever_its_registration_says()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Do(Body("W", [], []));
        market.Do(new SubmitReport(plant.Id, 2021, [plant.Line(0, 1_000, 1)], Preparer: "W"));
        market.Refuse(Body("W", [], ["CN-BJ"])).ShouldBe(MrvRefusals.RolesClash);
        market.Refuse(new AssignVerifier(plant.Id, 2021, "W")).ShouldBe(MrvRefusals.NotIndependent);
        market.Do(Body("W", [], ["CN-HB"]));
        market.State.Mrv.Bodies["W"].Prepares.ShouldBe(["CN-BJ"]);
    }

    [Fact]
    public void A_statement_has_its_number_and_corrected_lines_are_evaluated()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        plant.Submit(2021, plant.Line(0, 1_000, 1));
        market.Do(new AssignVerifier(plant.Id, 2021, "V"));
        market.Do(new RecordFindings(plant.Id, 2021, [Open with { ConservativeValue = 1_005m }]), by: "vera");

        // 0.5 % of permitted error added: 1,005 t.
        var stated = market.Do(State(plant, Opinion.PositiveWithCorrections, [plant.Line(0, 1_005, 1)]), by: "vera")
            .OfType<VerificationStated>().Single();

        stated.Total.ShouldBe(new Tonnes(1_005));
        stated.Number.ShouldBe($"CN-BJ-V-{plant.Holder.Code[^6..]}-2021-1");
        market.Do(new AcceptReport(plant.Id, 2021));
        market.State.Mrv.Of(plant.Id, 2021)!.Total.ShouldBe(new Tonnes(1_005));
        market.State.Compliance.Of(plant.Id, Plant.P2021)!.Due.ShouldBe(new Tonnes(1_005));
        market.State.Mrv.ReportOf(plant.Id, 2021)!.Findings.ShouldHaveSingleItem().ConservativeValue.ShouldBe(1_005m);
        market.ShouldReplay();
    }

    [Fact]
    public void Refusals_of_findings_and_statement_come_in_their_order()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        Refused(State(plant, Opinion.Positive, [])).ShouldBe(MrvRefusals.ReportMissing);
        plant.Submit(2021, plant.Line(0, 1_000, 1));
        Refused(State(plant, Opinion.Positive, [])).ShouldBe(MrvRefusals.ReportElsewhere);
        Refused(new RecordFindings(plant.Id, 2021, [])).ShouldBe(MrvRefusals.ReportElsewhere);
        market.Refuse(new AcceptReport(plant.Id, 2021)).ShouldBe(MrvRefusals.NoPositiveStatement);
        market.Do(new AssignVerifier(plant.Id, 2021, "V"));
        market.Do(new AppointOfficial(new UserId("otto"), [Rulebook.Role.Verifier]));
        market.Refuse(State(plant, Opinion.Positive, []), by: "otto").ShouldBe(MrvRefusals.NotTheVerifier);
        market.Refuse(State(plant, Opinion.Positive, []), by: "rep1").ShouldBe(SchemeRefusals.NotPermitted);
        Refused(new RecordFindings(plant.Id, 2021, [])).ShouldBe(MrvRefusals.NoFindings);
        Refused(new RecordFindings(plant.Id, 2021, [Open with { Text = "" }])).ShouldBe(RegistryRefusals.TextMissing);
        Refused(State(plant, Opinion.Positive, [plant.Line(0, 1, 1)])).ShouldBe(MrvRefusals.LinesAndOpinion);
        Refused(State(plant, Opinion.PositiveWithCorrections, [])).ShouldBe(MrvRefusals.LinesAndOpinion);
        Refused(State(plant, Opinion.Negative, [])).ShouldBe(MrvRefusals.NegativeWithoutFinding);
        var bad = plant.Line(0, 1, 1) with { Emissions = MethodInputs.Empty };
        Refused(State(plant, Opinion.PositiveWithCorrections, [bad])).ShouldBe(MethodRefusals.InputMissing);
        market.Do(State(plant, Opinion.Negative, [], Open), by: "vera");
        market.Refuse(new AcceptReport(plant.Id, 2021)).ShouldBe(MrvRefusals.NoPositiveStatement);

        RefusalCode Refused(Command command) => market.Refuse(command, by: "vera");
    }

    [Fact]
    public void Acceptance_is_once()
    {
        var plant = Plant.InNewMarket();
        plant.Market.Refuse(new AcceptReport(new HolderId(99), 2021)).ShouldBe(RegistryRefusals.UnknownHolder);
        plant.Market.Refuse(new AcceptReport(plant.Id, 2021)).ShouldBe(MrvRefusals.ReportMissing);
        plant.Accepted(2021);
        plant.Market.Refuse(new AcceptReport(plant.Id, 2021)).ShouldBe(MrvRefusals.AlreadyAccepted);
        plant.Market.Refuse(new AssignVerifier(plant.Id, 2021, "V")).ShouldBe(MrvRefusals.ReportElsewhere);
    }

    [Fact]
    public void The_authority_determines_what_was_not_reported_once_the_day_has_passed()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Refuse(Determine(1_000)).ShouldBe(MrvRefusals.MayStillReport);
        market.At("2022-04-01 00:00");
        market.Refuse(Determine(null)).ShouldBe(MrvRefusals.LinesOrTotal);
        market.Refuse(Determine(-1)).ShouldBe(MrvRefusals.LinesOrTotal);
        market.Refuse(Determine(1, plant.Line(0, 1, 1))).ShouldBe(MrvRefusals.LinesOrTotal);
        plant.Submit(2021, plant.Line(0, 1, 1));
        market.Refuse(Determine(1_000)).ShouldBe(MrvRefusals.ReportIsThere);
        market.Do(new RejectReport(plant.Id, 2021, "useless"));

        market.Do(Determine(1_000));

        market.State.Mrv.Of(plant.Id, 2021)!.Determined.ShouldBeTrue();
        market.State.Compliance.Of(plant.Id, Plant.P2021)!.Due.ShouldBe(new Tonnes(1_000));
        market.Refuse(Determine(1_000)).ShouldBe(MrvRefusals.AlreadyAccepted);
        market.Refuse(new AllocateFinal(plant.Id, Plant.P2021)).ShouldBe(MethodRefusals.TooFewRows);
        plant.Correct(2021, plant.Line(0, 900, 1_000));
        market.State.Mrv.Of(plant.Id, 2021)!.Determined.ShouldBeFalse();
        market.ShouldReplay();

        DetermineEmissions Determine(long? total, params ReportLine[] lines) =>
            new(plant.Id, 2021, lines, total is { } tonnes ? new Tonnes(tonnes) : null, "fuel invoices");
    }

    [Fact]
    public void Determined_lines_are_evaluated_like_reported_ones()
    {
        var plant = Plant.InNewMarket();
        plant.Market.At("2022-04-01 00:00");
        plant.Market.Do(new DetermineEmissions(plant.Id, 2021, [plant.Line(0, 1_000, 1_000)], null, "fuel invoices"));
        plant.Market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        plant.Held(Plant.P2021).ShouldBe(821); // 1,000 × 0.8218, above 80 % of 1,000
    }

    private static StateVerification State(
        Plant plant, Opinion opinion, ReportLine[] lines, params Finding[] findings) =>
        new(plant.Id, 2021, opinion, lines, findings);

    private static RegisterServiceBody Body(string code, string[] prepares, string[] verifies) =>
        new(code, new Text(code, code), [], prepares, verifies);
}
