using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary>Pledges, in the national market and in a small book.</summary>
public sealed class PledgeRuleTests
{
    [Fact]
    public void A_rule_of_pledges_reads_as_it_is_written()
    {
        var book = SmallBook.Read(SmallBook.Text).Rulebook!;
        var rule = book.Pledges.ShouldNotBeNull();
        rule.Units.ShouldBe(["XA"]);
        (rule.LoanToValue, rule.MarginCall, rule.VoidWithTheRest)
            .ShouldBe((new Percent(50), new Percent(70.5m), false));
        rule.Cite.Standing.ShouldBe(Standing.Draft);
        book.Citations().ShouldContain(cited => cited.Path == "pledges");
    }

    [Fact]
    public void A_market_may_leave_the_value_to_the_parties()
    {
        var rule = SmallBook.Read(SmallBook.With("  loan_to_value: 50 %\n  margin_call: 70.5 %\n", ""))
            .Rulebook!.Pledges.ShouldNotBeNull();
        (rule.LoanToValue, rule.MarginCall).ShouldBe((null, null));
    }

    [Fact]
    public void The_national_market_permits_pledges_by_a_rule_that_nobody_has_verified()
    {
        var rule = Shipped.China.Pledges.ShouldNotBeNull();
        rule.Units.ShouldBe(["CEA", "CCER"]);
        (rule.LoanToValue, rule.MarginCall, rule.VoidWithTheRest).ShouldBe((new Percent(50), new Percent(70), true));
        rule.Cite.Standing.ShouldBe(Standing.Unverified);
        Shipped.China.Approval("confirm-pledge").ShouldNotBeNull();
        Shipped.Read("eu.yaml").Rulebook!.Pledges.ShouldBeNull();
    }
}
