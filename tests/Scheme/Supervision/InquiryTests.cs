using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Supervision;

/// <summary>From an alert to a decision.</summary>
public sealed class InquiryTests
{
    private static readonly AlertId First = new(1);
    private static readonly InquiryId Case = new(1);

    [Fact]
    public void An_inquiry_asks_hears_decides_and_is_appealed()
    {
        var floor = Noticed();
        floor.Give(floor.A, 500);
        floor.Market.Do(new OpenInquiry(floor.A.Id, [First], "对倒嫌疑"));
        floor.State.Supervision.Find(First)!.Status.ShouldBe(AlertStatus.InInquiry);
        floor.Market.Do(new AskToExplain(Case, "请说明与关联方成交的目的"));

        // Five working days after Monday, 4 July: the 5th to the 8th, and Saturday the 9th, which is worked.
        var inquiry = floor.State.Supervision.Find(Case)!;
        (inquiry.Status, inquiry.Waiting!.By).ShouldBe((InquiryStatus.Asked, new DateOnly(2022, 7, 9)));
        var paper = Digest.Of([1]);
        floor.Do(new GiveExplanation(floor.A.Id, Case, "内部调剂", [paper]), floor.A);
        inquiry = floor.State.Supervision.Find(Case)!;
        (inquiry.Status, inquiry.Questions[0].Answer, inquiry.Questions[0].Overdue)
            .ShouldBe((InquiryStatus.Answered, "内部调剂", false));
        inquiry.Questions[0].Attachments.ShouldBe([paper]);

        var ask = floor.Sell(floor.A, 100, "60.00");
        floor.Market.Do(new DecideInquiry(
            Case, InquiryOutcome.Restrict, "理由不成立", TradingBar.Selling, new DateOnly(2022, 7, 8)));
        floor.State.Trading.Orders[ask].Status.ShouldBe(OrderStatus.Cancelled);
        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(0);
        floor.State.Supervision.Restrictions[floor.A.Id].Inquiry.ShouldBe(Case);
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A)
            .ShouldBe(SupervisionRefusals.Restricted);
        floor.Do(new AppealInquiry(floor.A.Id, Case, "不服"), floor.A);
        floor.State.Supervision.Find(Case)!.Appeal!.Text.ShouldBe("不服");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Without_an_answer_the_last_day_passes_and_a_late_answer_still_counts()
    {
        var floor = Noticed();
        floor.Market.Do(new OpenInquiry(floor.A.Id, [First], "x"));
        floor.Market.Do(new AskToExplain(Case, "?", new DateOnly(2022, 7, 5)));
        floor.Market.Refuse(new DecideInquiry(Case, InquiryOutcome.Warn, "x"))
            .ShouldBe(SupervisionRefusals.ExplanationAwaited);
        floor.Market.Refuse(new AskToExplain(Case, "?")).ShouldBe(SupervisionRefusals.ExplanationAwaited);
        floor.Market.At("2022-07-05 23:59:59.999");
        floor.State.Supervision.Find(Case)!.Waiting!.Overdue.ShouldBeFalse();
        floor.At("2022-07-06 00:00");
        floor.State.Supervision.Find(Case)!.Waiting!.Overdue.ShouldBeTrue();
        floor.Do(new GiveExplanation(floor.A.Id, Case, "抱歉"), floor.A)
            .OfType<ExplanationGiven>().Single().Late.ShouldBeTrue();
        floor.Market.Do(new AskToExplain(Case, "还有？"));
        floor.Market.Do(new DecideInquiry(Case, InquiryOutcome.Dismiss, "无异常"));
        floor.At("2022-07-15 10:00");
        floor.State.Supervision.Find(Case)!.Questions[1].Overdue.ShouldBeFalse("a decided inquiry waits for nothing");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Who_says_nothing_is_decided_upon_when_the_last_day_is_over_and_may_be_suspended()
    {
        var floor = Noticed();
        floor.Market.Do(new OpenInquiry(floor.B.Id, [First], "x"));
        floor.Market.Do(new AskToExplain(Case, "?", new DateOnly(2022, 7, 5)));
        floor.At("2022-07-06 10:00").Market.Do(new DecideInquiry(Case, InquiryOutcome.Suspend, "未说明"));
        var restriction = floor.State.Supervision.Restrictions[floor.B.Id];
        (restriction.Bar, restriction.Until).ShouldBe((TradingBar.Trading, null));
        floor.Refuse(new GiveExplanation(floor.B.Id, Case, "x"), floor.B).ShouldBe(SupervisionRefusals.InquiryDecided);
    }

    /// <summary>The next rulebook says nothing of supervision: days that no rule gives are not made up.</summary>
    [Fact]
    public void Days_to_explain_and_to_appeal_are_the_rulebooks_and_nobody_elses()
    {
        var floor = Noticed();
        floor.Market.Do(new OpenInquiry(floor.A.Id, [First], "x"));
        var book = TradingBook.Of();
        floor.At("16:00").Market.Do(new AdoptRulebook(book, TradingBook.Includes, TestRules.Methods));
        floor.State.Rules.Supervision.ShouldBeNull();
        floor.Market.Refuse(new AskToExplain(Case, "?")).ShouldBe(SupervisionRefusals.NoExplainDays);
        floor.Market.Do(new AskToExplain(Case, "?", new DateOnly(2022, 7, 5)));
        floor.Do(new GiveExplanation(floor.A.Id, Case, "x"), floor.A);
        floor.Market.Refuse(new DecideInquiry(Case, InquiryOutcome.Warn, "x"))
            .ShouldBe(SupervisionRefusals.NoAppealDays);
        floor.Market.Do(new DecideInquiry(Case, InquiryOutcome.Dismiss, "无异常"));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Nobody_is_warned_restricted_or_suspended_unheard()
    {
        var floor = Noticed();
        floor.Market.Do(new OpenInquiry(floor.A.Id, [First], "x"));
        floor.Market.Refuse(new DecideInquiry(Case, InquiryOutcome.Warn, "x")).ShouldBe(SupervisionRefusals.NotHeard);
        floor.Market.Refuse(new DecideInquiry(Case, InquiryOutcome.Suspend, "x"))
            .ShouldBe(SupervisionRefusals.NotHeard);
        floor.Market.Do(new DecideInquiry(Case, InquiryOutcome.Dismiss, "无异常"));
        floor.Refuse(new AppealInquiry(floor.A.Id, Case, "x"), floor.A)
            .ShouldBe(SupervisionRefusals.UnknownInquiry, "it was never told");
    }

    [Fact]
    public void A_holder_sees_its_own_inquiries_once_it_has_been_asked()
    {
        var floor = Noticed();
        floor.Market.Do(new OpenInquiry(floor.A.Id, [First], "内部"));
        Inquiries.KnownTo(floor.State, floor.A.Id).ShouldBeEmpty();
        floor.Refuse(new GiveExplanation(floor.A.Id, Case, "x"), floor.A).ShouldBe(SupervisionRefusals.UnknownInquiry);
        floor.Market.Do(new AskToExplain(Case, "?"));
        Inquiries.KnownTo(floor.State, floor.A.Id).ShouldHaveSingleItem();
        floor.Refuse(new GiveExplanation(floor.B.Id, Case, "x"), floor.B).ShouldBe(SupervisionRefusals.UnknownInquiry);
        floor.Refuse(new GiveExplanation(floor.A.Id, Case, " "), floor.A).ShouldBe(RegistryRefusals.TextMissing);
    }

    [Fact]
    public void Alerts_and_inquiries_are_refused_in_the_documented_order()
    {
        var floor = Noticed();
        var open = new OpenInquiry(floor.C.Id, [First], "x");
        floor.Market.Refuse(open with { Subject = new HolderId(99) }).ShouldBe(RegistryRefusals.UnknownHolder);
        floor.Market.Refuse(open with { Alerts = [] }).ShouldBe(SupervisionRefusals.NoAlerts);
        floor.Market.Refuse(open with { Alerts = [new AlertId(9)] }).ShouldBe(SupervisionRefusals.UnknownAlert);
        floor.Market.Refuse(open).ShouldBe(SupervisionRefusals.NotInAlert);
        open = open with { Subject = floor.A.Id };
        floor.Market.Refuse(open with { Note = "" }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Refuse(open, floor.A).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Refuse(new DismissAlert(First, "")).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Do(new DismissAlert(First, "无异常"));
        floor.Market.Refuse(open).ShouldBe(SupervisionRefusals.AlertDone);
        floor.Market.Refuse(new DismissAlert(First, "x")).ShouldBe(SupervisionRefusals.AlertDone);
        floor.Market.Refuse(new AskToExplain(Case, "?")).ShouldBe(SupervisionRefusals.UnknownInquiry);
        floor.Market.Refuse(new DecideInquiry(Case, InquiryOutcome.Dismiss, "x"))
            .ShouldBe(SupervisionRefusals.UnknownInquiry);
    }

    [Theory]
    [InlineData(InquiryOutcome.Restrict, null, false)]
    [InlineData(InquiryOutcome.Restrict, TradingBar.Trading, false)]
    [InlineData(InquiryOutcome.Restrict, TradingBar.Buying, true)]
    [InlineData(InquiryOutcome.Suspend, TradingBar.Buying, false)]
    [InlineData(InquiryOutcome.Suspend, TradingBar.Trading, true)]
    [InlineData(InquiryOutcome.Warn, TradingBar.Buying, false)]
    [InlineData(InquiryOutcome.Warn, null, true)]
    public void An_outcome_bars_what_it_may(InquiryOutcome outcome, TradingBar? bar, bool fits)
    {
        var floor = Noticed();
        floor.Market.Do(new OpenInquiry(floor.A.Id, [First], "x"));
        floor.Market.Do(new AskToExplain(Case, "?"));
        floor.Do(new GiveExplanation(floor.A.Id, Case, "x"), floor.A);
        floor.Market.Refuse(new AskToExplain(Case, "?", new DateOnly(2022, 7, 4)))
            .ShouldBe(SupervisionRefusals.ExplainByOver);
        var decide = new DecideInquiry(Case, outcome, "理由", bar);
        if (fits)
        {
            floor.Market.Do(decide);
            floor.State.Supervision.Restrictions.Count.ShouldBe(outcome == InquiryOutcome.Warn ? 0 : 1);
        }
        else
        {
            floor.Market.Refuse(decide).ShouldBe(SupervisionRefusals.BarDoesNotFit);
        }
    }

    [Fact]
    public void An_appeal_comes_in_time_and_once()
    {
        // Ten working days after Monday, 4 July: 5–8, Saturday 9 (worked), 13–15 (11 and 12 are holidays), 18, 19.
        var floor = Noticed();
        floor.Market.Do(new OpenInquiry(floor.A.Id, [First], "x"));
        floor.Market.Do(new AskToExplain(Case, "?"));
        floor.Do(new GiveExplanation(floor.A.Id, Case, "x"), floor.A);
        floor.Refuse(new AppealInquiry(floor.A.Id, Case, "x"), floor.A).ShouldBe(SupervisionRefusals.NoAppeal);
        floor.Market.Do(new DecideInquiry(Case, InquiryOutcome.Warn, "警示"));
        floor.State.Supervision.Find(Case)!.Decision!.AppealBy.ShouldBe(new DateOnly(2022, 7, 19));
        floor.At("2022-07-20 00:00");
        floor.Refuse(new AppealInquiry(floor.A.Id, Case, "x"), floor.A).ShouldBe(SupervisionRefusals.NoAppeal);
    }

    /// <summary>A and B are related and have traded 100 t.</summary>
    private static Floor Noticed()
    {
        var floor = WatchedFloor.With("wash_trades: { at_least: 100 t }", []);
        floor.Give(floor.A, 100).Give(floor.B, 0, "6000.00").At("10:00");
        floor.Market.Do(new DeclareRelation(floor.A.Id, floor.B.Id, RelationKind.Control, "x"));
        floor.Deal(floor.A, floor.B, 100, "60.00");
        return floor;
    }
}
