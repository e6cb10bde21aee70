using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary>Review of plans, follow-ups and caps, in the national market and in a small book.</summary>
public sealed class PlanRuleTests
{
    private static Rulebook Book => Shipped.China;

    [Fact]
    public void No_cap_of_a_period_is_known_and_what_verifiers_leave_open_is_answered_by_parameter()
    {
        Book.Periods.ShouldAllBe(period => period.Cap == null);
        Book.FollowUps.ShouldNotBeNull().AnswerDays.ShouldBe(60);
        Book.FollowUps!.Cite.Standing.ShouldBe(Standing.Parameter);
        var capped = SmallBook.Read(SmallBook.With(
            "at_deadline: open-case", "at_deadline: open-case\n    cap: { total: 1000 t, years: { 2021: 900 t } }"));
        var cap = capped.Rulebook!.Periods[0].Cap.ShouldNotBeNull();
        (cap.Total, cap.Years.Single()).ShouldBe((new Tonnes(1_000), new YearCap(2021, new Tonnes(900))));
        cap.Cite.Standing.ShouldBe(Standing.Law); // its period's
    }

    [Fact]
    public void Monitoring_plans_are_reviewed_by_parameter_and_no_report_waits_for_one()
    {
        var rule = Book.Plans.ShouldNotBeNull();
        (rule.ReviewDays, rule.AmendmentDays, rule.ReportNeedsPlan).ShouldBe((60, 14, false));
        rule.Sections.ShouldBe(Enum.GetValues<PlanSection>());
        rule.Cite.Standing.ShouldBe(Standing.Parameter);
        SmallBook.Read(SmallBook.Text).Rulebook!.Plans.ShouldBeNull();
    }
}
