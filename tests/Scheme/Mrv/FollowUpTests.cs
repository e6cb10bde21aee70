using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Allocation;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Mrv;

/// <summary>What verifiers leave open is answered within 30 days; statements are of 1 July 2022.</summary>
public sealed class FollowUpTests
{
    private static readonly Finding Open = new(FindingLayer.Site, "belt scale", "not calibrated", true, false, 1.05m);

    [Fact]
    public void R217_what_is_open_at_the_statement_is_followed_up_until_a_day()
    {
        var (market, plant) = Stated(
            Open, Open with { Item = "coal", Resolved = true }, Open with { Item = "remark", NonConformity = false });
        var one = market.State.Mrv.FollowUps.ShouldHaveSingleItem();
        (one.Item, one.By, one.IsOpen).ShouldBe(("belt scale", new DateOnly(2022, 7, 31), true)); // 1 July + 30

        market.At("2022-07-31 23:00").Do(new AnswerFollowUp(plant.Id, 1, "calibrated", Digest.Of([3])), by: "rep1");
        market.State.Mrv.FollowUps[0].Late.ShouldBeFalse();
        market.Do(new CloseFollowUp(1, "certificate seen"), by: "vera");
        market.Refuse(new AnswerFollowUp(plant.Id, 1, "again"), by: "rep1").ShouldBe(FollowUpRefusals.Over);
        market.ShouldReplay();
    }

    [Fact]
    public void R217_without_an_answer_the_authority_alone_settles_it()
    {
        var (market, plant) = Stated(Open);
        market.Refuse(new CloseFollowUp(1, "fine"), by: "vera").ShouldBe(FollowUpRefusals.NotAnswered);
        market.Refuse(new CloseFollowUp(1, " ")).ShouldBe(RegistryRefusals.TextMissing);
        market.Refuse(new CloseFollowUp(2, "fine")).ShouldBe(FollowUpRefusals.Unknown);
        market.Do(new AppointOfficial(new UserId("other"), [Role.Verifier]));
        market.Refuse(new CloseFollowUp(1, "fine"), by: "other").ShouldBe(MrvRefusals.NotTheVerifier);
        market.Refuse(new AnswerFollowUp(plant.Id, 1, ""), by: "rep1").ShouldBe(RegistryRefusals.TextMissing);
        market.At("2022-08-01 00:00").Do(new AnswerFollowUp(plant.Id, 1, "soon"), by: "rep1")
            .OfType<FollowUpAnswered>().Single().Late.ShouldBeTrue();
        market.Do(new CloseFollowUp(1, "the plant closed"));
    }

    [Fact]
    public void R217_the_same_is_not_asked_for_twice_and_a_negative_statement_goes_back_anyway()
    {
        var (market, plant) = Stated(Open);
        market.Do(new RejectReport(plant.Id, 2021, "lines"));
        plant.Submit(2021, plant.Line(0, 2, 2));
        market.Do(new AssignVerifier(plant.Id, 2021, "V"));
        market.Do(new StateVerification(plant.Id, 2021, Opinion.Positive, [], [Open]), by: "vera");
        market.State.Mrv.FollowUps.Count.ShouldBe(1);
        market.Do(new RejectReport(plant.Id, 2021, "lines"));
        plant.Submit(2021, plant.Line(0, 3, 3));
        market.Do(new AssignVerifier(plant.Id, 2021, "V"));
        var coal = Open with { Item = "coal" };
        market.Do(new StateVerification(plant.Id, 2021, Opinion.Negative, [], [coal]), by: "vera");
        market.State.Mrv.FollowUps.Count.ShouldBe(1);
    }

    [Fact]
    public void R217_where_the_rulebook_is_silent_nothing_is_followed_up()
    {
        var plant = Plant.InNewMarket();
        plant.Submit(2021, plant.Line(0, 1, 1));
        plant.Market.Do(new AssignVerifier(plant.Id, 2021, "V"));
        plant.Market.Do(new StateVerification(plant.Id, 2021, Opinion.Positive, [], [Open]), by: "vera");
        plant.Market.State.Mrv.FollowUps.ShouldBeEmpty();
    }

    private static (Market Market, Plant Plant) Stated(params Finding[] findings)
    {
        const string rule = "follow_ups:\n  answer_within: 30 d\n  source: test\n  status: parameter\n";
        var text = PowerRules.Book.Text.Replace("approvals:", rule + "approvals:", StringComparison.Ordinal);
        var market = Market.Found(PowerRules.Book with { Text = text }, [], PowerRules.Methods);
        market.Do(new AppointOfficial(new UserId("vera"), [Role.Verifier]));
        market.Do(new RegisterServiceBody("V", new Text("核查一", "Verifier one"), [new UserId("vera")], [], ["CN-BJ"]));
        var plant = Plant.Admit(market, 1);
        market.At("2022-07-01 09:00");
        plant.Submit(2021, plant.Line(0, 1, 1));
        market.Do(new AssignVerifier(plant.Id, 2021, "V"));
        market.Do(new StateVerification(plant.Id, 2021, Opinion.Positive, [], findings), by: "vera");
        return (market, plant);
    }
}
