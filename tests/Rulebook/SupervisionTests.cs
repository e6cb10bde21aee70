using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary>What the exchange looks for, and days that end early.</summary>
public sealed class SupervisionTests
{
    private static Rulebook Small => SmallBook.Read(SmallBook.Text).Rulebook.ShouldNotBeNull();

    [Fact]
    public void Thresholds_are_read_with_their_sources_and_validity()
    {
        var rule = Small.Supervision.ShouldNotBeNull();
        (rule.CancelWhenHalted, rule.ExplainWorkingDays, rule.AppealWorkingDays).ShouldBe((true, 5, 10));
        rule.WashTrades!.AtLeast.ShouldBe(new Tonnes(1000));
        (rule.WashTrades.Cite.Reference, rule.WashTrades.Cite.Standing).ShouldBe(("plan", Standing.Draft));
        (rule.Layering!.Minutes, rule.Layering.Orders, rule.Layering.Times).ShouldBe((10, 3, 3));
        (rule.PriceJump!.Minutes, rule.PriceJump.Move.Value, rule.PriceJump.PauseMinutes).ShouldBe((5, 5, 10));
        (rule.Layering.Cite.Reference, rule.Layering.Cite.Standing).ShouldBe(("act", Standing.Parameter));
        rule.CancelRatio!.Cite.Holds(new DateOnly(2021, 12, 31)).ShouldBeFalse();
        rule.CancelRatio.Cite.Holds(new DateOnly(2022, 1, 1)).ShouldBeTrue();
        rule.Each.Count().ShouldBe(7);
        Small.Citations().Count(one => one.Path.StartsWith("supervision", StringComparison.Ordinal)).ShouldBe(8);
    }

    [Fact]
    public void Without_an_exchange_there_is_nothing_to_watch()
    {
        var (from, until) = (SmallBook.Text.IndexOf("trading:\n  tick", StringComparison.Ordinal),
            SmallBook.Text.IndexOf("supervision:", StringComparison.Ordinal));
        var text = SmallBook.Text.Remove(from, until - from);
        var found = SmallBook.Read(text).Diagnostics.ShouldHaveSingleItem();
        (found.Refusal.Code, found.Path).ShouldBe((RulebookRefusals.SupervisionWithoutExchange, "supervision"));
    }

    [Fact]
    public void A_short_day_cuts_its_sessions_and_leaves_out_those_that_begin_later()
    {
        // Friday, 1 July 2022 ends at 11:00; blocks begin at 13:00 and so have no session.
        var trading = Small.Trading!;
        var (shortened, whole) = (new DateOnly(2022, 7, 1), new DateOnly(2022, 7, 4));
        trading.SessionsOn(trading.Listed, shortened).ShouldBe([new(new(9, 30), new(11, 0))]);
        trading.SessionsOn(trading.Block!, shortened).ShouldBeEmpty();
        trading.EndOf(trading.Block!, shortened).ShouldBeNull();
        trading.Ends(shortened).ShouldBe([new TimeOnly(11, 0)]);
        trading.Ends(whole).ShouldBe([new TimeOnly(15, 0), new TimeOnly(15, 30)]);

        // Saturday, 2 July is an extra day; the Saturday after it is none.
        trading.IsTradingDay(Small.Calendar, new DateOnly(2022, 7, 2)).ShouldBeTrue();
        trading.IsTradingDay(Small.Calendar, new DateOnly(2022, 7, 9)).ShouldBeFalse();
    }

    [Fact]
    public void No_threshold_of_the_national_market_pretends_to_be_law()
    {
        var rule = Shipped.China.Supervision.ShouldNotBeNull();
        rule.Each.Select(one => one.Rule).Append(rule)
            .ShouldAllBe(one => one.Cite.Standing == Standing.Parameter);
        rule.Each.Select(one => one.Key).ShouldNotContain("limit_approach", "there is no limit to approach");
    }
}
