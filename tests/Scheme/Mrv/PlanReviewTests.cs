using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Allocation;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Mrv;

/// <summary>
/// A market whose plans of 2021 are reviewed within 60 days, amendments within 14, by the authority, in the sections
/// boundary, methods and measuring. The first plan is filed on 10 January 2022.
/// </summary>
public sealed class PlanReviewTests
{
    private const string Rule = """
        monitoring_plans:
          review_within: 60 d
          amendment_within: 14 d
          reviewers: [ authority ]
          sections: [ boundary, methods, measuring ]
          report_needs_plan: yes
          source: test
          status: parameter
        """;

    [Fact]
    public void R201_a_plan_is_to_be_decided_within_the_rulebooks_days()
    {
        var (market, plant) = Filed();
        var review = market.State.Mrv.ReviewOf(plant.Id, 2021).ShouldNotBeNull();
        review.DueBy.ShouldBe(new DateOnly(2022, 3, 11)); // 10 January + 60: 21 days of January, 28 of February, 11
        review.Status.ShouldBe(PlanReviewStatus.InReview);
        review.Undecided.ShouldBe([PlanSection.Boundary, PlanSection.Methods, PlanSection.Measuring]);

        market.Do(Grant(plant, PlanSection.Boundary, PlanSection.Methods, PlanSection.Measuring));
        market.Do(Decide(plant, PlanOutcome.Granted));
        market.At("2022-02-01 10:00").Do(Amend(plant));
        market.State.Mrv.ReviewOf(plant.Id, 2021)!.DueBy.ShouldBe(new DateOnly(2022, 2, 15)); // an amendment: 14 days
        market.ShouldReplay();
    }

    [Fact]
    public void R201_without_a_rule_nobody_reviews_and_a_plan_is_in_force_when_it_is_filed()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Do(File(plant));
        market.Do(Amend(plant));
        market.State.Mrv.Reviews.ShouldBeEmpty();
        market.State.Mrv.PlansInForce(plant.Id, 2021).Select(plan => plan.Version).ShouldBe([1, 2]);
        market.Refuse(Grant(plant, PlanSection.Boundary)).ShouldBe(PlanRefusals.NoReview);
        market.Do(new SubmitReport(plant.Id, 2021, [plant.Line(0, 1, 1)]));
    }

    [Fact]
    public void R202_a_plan_is_granted_only_when_every_section_is_accepted()
    {
        var (market, plant) = Filed();
        market.Do(Grant(plant, PlanSection.Boundary));
        var open = market.Refusal(Decide(plant, PlanOutcome.Granted));
        open.Code.ShouldBe(PlanRefusals.SectionsUndecided);
        open.Message("en").ShouldContain("Methods and parameters, Measuring");
        open.Message("zh").ShouldContain("核算方法与参数、计量与监测");

        market.Do(Grant(plant, PlanSection.Methods));
        market.Do(Say(plant, PlanSection.Measuring, SectionVerdict.Refused, "no belt scale"));
        market.Refusal(Decide(plant, PlanOutcome.Granted))["sections_en"].ShouldBe("Measuring");

        market.Do(Grant(plant, PlanSection.Measuring)); // a section is decided anew
        market.Do(Decide(plant, PlanOutcome.Granted));
        market.State.Mrv.Plans[(plant.Id, 2021)].InForceFrom.ShouldBe(market.Now);
        market.Refuse(Grant(plant, PlanSection.Measuring)).ShouldBe(PlanRefusals.ReviewElsewhere);
        market.ShouldReplay();
    }

    [Fact]
    public void R202_a_plan_is_refused_when_all_is_decided_and_no_changes_are_wanted()
    {
        var (market, plant) = Filed();
        market.Do(Grant(plant, PlanSection.Boundary, PlanSection.Methods));
        market.Do(Say(plant, PlanSection.Measuring, SectionVerdict.ChangesNeeded, "name the belt scale"));
        market.Refuse(Decide(plant, PlanOutcome.Refused, "meters")).ShouldBe(PlanRefusals.ChangesWanted);
        market.Do(Say(plant, PlanSection.Measuring, SectionVerdict.Refused, "no belt scale"));
        market.Refuse(Decide(plant, PlanOutcome.Refused)).ShouldBe(RegistryRefusals.TextMissing);
        market.Do(Decide(plant, PlanOutcome.Refused, "meters"));

        market.State.Mrv.PlansInForce(plant.Id, 2021).ShouldBeEmpty();
        market.Do(Amend(plant)); // begins anew, with the days of a first review
        var review = market.State.Mrv.ReviewOf(plant.Id, 2021)!;
        (review.Version, review.Sections.Length).ShouldBe((2, 0));
        review.DueBy.ShouldBe(new DateOnly(2022, 3, 11));
    }

    [Fact]
    public void R202_a_plan_is_deemed_withdrawn_at_any_time()
    {
        var (market, plant) = Filed();
        market.Do(new AskAboutPlan(plant.Id, 2021, "which scale?", new DateOnly(2022, 1, 20)));
        market.Refuse(Decide(plant, PlanOutcome.Withdrawn)).ShouldBe(RegistryRefusals.TextMissing);
        market.Do(Decide(plant, PlanOutcome.Withdrawn, "the plant closes"));
        market.State.Mrv.ReviewOf(plant.Id, 2021)!.Status.ShouldBe(PlanReviewStatus.Withdrawn);
        market.Refuse(new AnswerPlanQuestion(plant.Id, 2021, "this"), by: "rep1").ShouldBe(PlanRefusals.NoQuestion);
        market.ShouldReplay();
    }

    [Fact]
    public void R203_a_return_needs_a_section_with_what_to_change_and_the_review_goes_on_with_the_amended_plan()
    {
        var (market, plant) = Filed();
        market.Do(Grant(plant, PlanSection.Boundary));
        market.Refuse(new ReturnMonitoringPlan(plant.Id, 2021)).ShouldBe(PlanRefusals.NothingToChange);
        market.Refuse(Say(plant, PlanSection.Methods, SectionVerdict.ChangesNeeded, " "))
            .ShouldBe(RegistryRefusals.TextMissing);
        market.Do(Say(plant, PlanSection.Methods, SectionVerdict.ChangesNeeded, "state the default factor"));
        market.Refuse(Amend(plant), by: "rep1").ShouldBe(PlanRefusals.PlanInReview);

        market.Do(new ReturnMonitoringPlan(plant.Id, 2021)).OfType<MonitoringPlanReturned>().Single()
            .Sections.ShouldHaveSingleItem().Notes.ShouldBe("state the default factor");
        market.Refuse(Grant(plant, PlanSection.Methods)).ShouldBe(PlanRefusals.ReviewElsewhere);
        market.After(TimeSpan.FromDays(3)).Do(Amend(plant), by: "rep1");

        var review = market.State.Mrv.ReviewOf(plant.Id, 2021)!;
        (review.Status, review.Version).ShouldBe((PlanReviewStatus.InReview, 2));
        review.Undecided.ShouldBe([PlanSection.Methods, PlanSection.Measuring]);
        review.DueBy.ShouldBe(new DateOnly(2022, 3, 11)); // runs on
        market.ShouldReplay();
    }

    [Fact]
    public void R203_a_return_that_was_a_mistake_is_recalled()
    {
        var (market, plant) = Filed();
        market.Do(Say(plant, PlanSection.Methods, SectionVerdict.ChangesNeeded, "a factor"));
        market.Refuse(new RecallPlanReturn(plant.Id, 2021, "mistake")).ShouldBe(PlanRefusals.ReviewElsewhere);
        market.Do(new ReturnMonitoringPlan(plant.Id, 2021));
        market.Refuse(new RecallPlanReturn(plant.Id, 2021, "")).ShouldBe(RegistryRefusals.TextMissing);
        market.Do(new RecallPlanReturn(plant.Id, 2021, "the factor stands in the annex"));
        market.Refuse(Amend(plant), by: "rep1").ShouldBe(PlanRefusals.PlanInReview);
        market.Do(Grant(plant, PlanSection.Methods));
    }

    [Fact]
    public void R204_a_question_stops_the_clock_by_whole_days()
    {
        var (market, plant) = Filed();
        market.At("2022-01-20 09:00").Do(new AskAboutPlan(plant.Id, 2021, "which scale?", new DateOnly(2022, 1, 27)));
        market.Refuse(new AskAboutPlan(plant.Id, 2021, "and?", new DateOnly(2022, 1, 28)))
            .ShouldBe(PlanRefusals.QuestionOpen);
        market.Do(Grant(plant, PlanSection.Boundary, PlanSection.Methods, PlanSection.Measuring));
        market.Refuse(Decide(plant, PlanOutcome.Granted)).ShouldBe(PlanRefusals.QuestionOpen);

        // Nine days and 23 hours: nine whole days. 11 March + 9.
        market.At("2022-01-30 08:00").Refuse(new AnswerPlanQuestion(plant.Id, 2021, " "), by: "rep1")
            .ShouldBe(RegistryRefusals.TextMissing);
        var answered = market.Do(new AnswerPlanQuestion(plant.Id, 2021, "scale 3", Digest.Of([7])), by: "rep1")
            .OfType<PlanQuestionAnswered>().Single();
        (answered.Days, answered.DueBy).ShouldBe((9, new DateOnly(2022, 3, 20)));

        market.Do(new AskAboutPlan(plant.Id, 2021, "its certificate?", new DateOnly(2022, 2, 1)));
        market.At("2022-02-02 08:00").Refuse(new CancelPlanQuestion(plant.Id, 2021, "")).ShouldBe(
            RegistryRefusals.TextMissing);
        market.Do(new CancelPlanQuestion(plant.Id, 2021, "found it")).OfType<PlanQuestionCancelled>().Single()
            .DueBy.ShouldBe(new DateOnly(2022, 3, 23)); // three days more
        market.Refuse(new CancelPlanQuestion(plant.Id, 2021, "again")).ShouldBe(PlanRefusals.NoQuestion);
        market.Do(Decide(plant, PlanOutcome.Granted));
        market.ShouldReplay();
    }

    [Fact]
    public void R204_the_last_day_of_an_answer_lies_ahead()
    {
        var (market, plant) = Filed();
        market.Refuse(new AskAboutPlan(plant.Id, 2021, "which?", new DateOnly(2022, 1, 10)))
            .ShouldBe(PlanRefusals.DayNotAhead);
        market.Refuse(new AskAboutPlan(plant.Id, 2021, "", new DateOnly(2022, 1, 10)))
            .ShouldBe(RegistryRefusals.TextMissing);
    }

    [Fact]
    public void R210_a_report_begins_with_the_plans_of_its_year_that_are_in_force()
    {
        var (market, plant) = Filed();
        var report = new SubmitReport(plant.Id, 2021, [plant.Line(0, 1, 1)]);
        market.Refuse(report, by: "rep1").ShouldBe(PlanRefusals.PlanNotApproved);
        Approve();
        market.Do(Amend(plant)); // version 1 stays in force while version 2 is looked at
        market.Do(report, by: "rep1");
        market.State.Mrv.ReportOf(plant.Id, 2021)!.PlanVersions.ShouldBe([1]);
        Approve();
        market.Do(report, by: "rep1");
        market.State.Mrv.ReportOf(plant.Id, 2021)!.PlanVersions.ShouldBe([1, 2]);
        market.ShouldReplay();

        void Approve()
        {
            market.Do(Grant(plant, PlanSection.Boundary, PlanSection.Methods, PlanSection.Measuring));
            market.Do(Decide(plant, PlanOutcome.Granted));
        }
    }

    [Fact]
    public void Those_whom_the_rulebook_names_review()
    {
        var (market, plant) = Filed();
        market.Do(new AppointOfficial(new UserId("reg"), [Role.RegistryOperator]));
        market.Refusal(Grant(plant, PlanSection.Boundary), by: "reg").Message("en").ShouldContain("Authority");
        market.Refuse(Grant(plant, PlanSection.Boundary), by: "rep1").ShouldBe(SchemeRefusals.NotPermitted);
        market.Refuse(Grant(plant)).ShouldBe(PlanRefusals.NoSections);
        market.Refuse(Grant(plant, PlanSection.Entity)).ShouldBe(PlanRefusals.SectionNotAsked);
        market.Refuse(Grant(plant, PlanSection.Methods, PlanSection.Methods)).ShouldBe(PlanRefusals.SectionTwice);
    }

    private static (Market Market, Plant Plant) Filed()
    {
        var text = PowerRules.Book.Text.Replace("approvals:", Rule + "\napprovals:", StringComparison.Ordinal);
        var market = Market.Found(PowerRules.Book with { Text = text }, [], PowerRules.Methods);
        var plant = Plant.Admit(market, 1);
        market.At("2022-01-10 15:00").Do(File(plant), by: "rep1");
        return (market, plant);
    }

    private static FileMonitoringPlan File(Plant plant) =>
        new(plant.Id, 2021, [plant.Facility], "belt scale, daily samples");

    private static AmendMonitoringPlan Amend(Plant plant) =>
        new(plant.Id, 2021, [plant.Facility], "belt scale 3, daily samples", "as asked");

    private static ReviewMonitoringPlan Grant(Plant plant, params PlanSection[] sections) =>
        new(plant.Id, 2021, [.. sections.Select(one => new SectionDecision(one, SectionVerdict.Accepted))]);

    private static ReviewMonitoringPlan Say(Plant plant, PlanSection section, SectionVerdict verdict, string notes) =>
        new(plant.Id, 2021, [new SectionDecision(section, verdict, notes)]);

    private static DecideMonitoringPlan Decide(Plant plant, PlanOutcome outcome, string? reason = null) =>
        new(plant.Id, 2021, outcome, reason);
}
