using Tanheng.Quantities;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>意向申报: publish, answer, and what may come of it.</summary>
public sealed class IntentionTests
{
    [Fact]
    public void A_deal_that_names_an_intention_counts_towards_it_until_nothing_is_left()
    {
        var floor = Stage();
        var id = floor.Publish(floor.A, OrderSide.Sell, 1_000, "55.00", "60.00");
        floor.Do(ModeBook.Answer(floor.B, id, 400, "56.00"), floor.B);
        floor.Do(ModeBook.Answer(floor.B, id, 600, "57.00"), floor.B);
        var intention = floor.State.Trading.Modes.Intentions[id];
        intention.Answers.ShouldHaveSingleItem().Price.ShouldBe(Floor.Yuan("57.00"));

        // Both name it: counted once. Only one names it: counted all the same.
        Trade(floor, 600, "57.00", id, id);
        floor.State.Trading.Modes.Intentions[id].Left.ShouldBe(new Tonnes(400));
        floor.Refuse(ModeBook.Answer(floor.B, id, 401, "57.00"), floor.B).ShouldBe(ModeRefusals.OutsideIntention);
        Trade(floor, 400, "58.00", null, id);
        floor.State.Trading.Modes.Intentions[id].Status.ShouldBe(IntentionStatus.Done);
        floor.Refuse(ModeBook.Answer(floor.B, id, 1, "57.00"), floor.B).ShouldBe(ModeRefusals.IntentionNotOpen);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void An_intention_lasts_to_the_end_of_its_last_day_and_no_longer_than_the_rulebook_says()
    {
        var floor = Stage();
        PublishIntention Until(string day) =>
            ModeBook.Intention(floor.A, OrderSide.Buy, 10, "55.00", "60.00", day);

        // Monday the 4th and four days more.
        floor.Refuse(Until("2022-07-09"), floor.A).ShouldBe(ModeRefusals.BadLastDay);
        floor.Refuse(Until("2022-07-03"), floor.A).ShouldBe(ModeRefusals.BadLastDay);
        floor.Do(Until("2022-07-05"), floor.A);
        floor.At("2022-07-05 14:59");
        floor.Do(ModeBook.Answer(floor.B, new IntentionId(1), 1, "60.00"), floor.B);
        floor.At("2022-07-05 15:00");
        floor.State.Trading.Modes.Intentions[new IntentionId(1)].Status.ShouldBe(IntentionStatus.Expired);
        floor.At("2022-07-06 10:00");
        floor.Refuse(ModeBook.Answer(floor.B, new IntentionId(1), 1, "60.00"), floor.B)
            .ShouldBe(ModeRefusals.UnknownIntention);
    }

    [Fact]
    public void Each_wrong_intention_and_answer_has_its_refusal()
    {
        var floor = Stage();
        PublishIntention Of(long tonnes, string lowest, string highest) =>
            ModeBook.Intention(floor.A, OrderSide.Sell, tonnes, lowest, highest);
        floor.Refuse(Of(0, "55.00", "60.00"), floor.A).ShouldBe(TradingRefusals.BadLot);
        floor.Refuse(Of(1, "0.00", "60.00"), floor.A).ShouldBe(TradingRefusals.OffTick);
        floor.Refuse(Of(1, "60.01", "60.00"), floor.A).ShouldBe(ModeRefusals.RangeReversed);
        floor.Refuse(Of(long.MaxValue, "55.00", "60.00"), floor.A).ShouldBe(Ledger.LedgerRefusals.TooLarge);
        var id = floor.Publish(floor.A, OrderSide.Sell, 100, "55.00", "60.00");
        floor.Refuse(ModeBook.Answer(floor.A, id, 1, "60.00"), floor.A).ShouldBe(ModeRefusals.OwnIntention);
        floor.Refuse(ModeBook.Answer(floor.B, id, 0, "60.00"), floor.B).ShouldBe(TradingRefusals.BadLot);
        floor.Refuse(ModeBook.Answer(floor.B, id, 1, "54.99"), floor.B).ShouldBe(ModeRefusals.OutsideIntention);
        floor.Refuse(ModeBook.Answer(floor.B, id, 1, "60.01"), floor.B).ShouldBe(ModeRefusals.OutsideIntention);
        floor.Refuse(ModeBook.Answer(floor.B, new IntentionId(7), 1, "60.00"), floor.B)
            .ShouldBe(ModeRefusals.UnknownIntention);
        floor.Refuse(new WithdrawIntention(floor.B.Id, id), floor.B).ShouldBe(ModeRefusals.UnknownIntention);
        floor.Do(new WithdrawIntention(floor.A.Id, id), floor.A);
        floor.Refuse(new WithdrawIntention(floor.A.Id, id), floor.A).ShouldBe(ModeRefusals.IntentionNotOpen);
        floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Sell, 1, "60.00", floor.B, intention: id), floor.A)
            .ShouldBe(ModeRefusals.IntentionNotOpen);
    }

    [Fact]
    public void A_deal_names_an_intention_of_one_of_its_parties_on_the_same_side_or_none()
    {
        var floor = Stage();
        var id = floor.Publish(floor.A, OrderSide.Sell, 100, "55.00", "60.00");
        floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Buy, 1, "60.00", floor.B, intention: id), floor.A)
            .ShouldBe(ModeRefusals.IntentionDiffers);
        floor.Refuse(ModeBook.Deal(floor.B, OrderSide.Buy, 1, "60.00", floor.C, intention: id), floor.B)
            .ShouldBe(ModeRefusals.IntentionDiffers);
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, 1, "60.00", floor.A, intention: id), floor.B);
        floor.Refuse(ModeBook.Deal(floor.A, OrderSide.Sell, 1, "60.00", floor.B, "z", new IntentionId(9)), floor.A)
            .ShouldBe(ModeRefusals.UnknownIntention);
    }

    private static void Trade(Floor floor, long tonnes, string price, IntentionId? seller, IntentionId? buyer)
    {
        floor.Do(ModeBook.Deal(floor.A, OrderSide.Sell, tonnes, price, floor.B, intention: seller), floor.A);
        floor.Do(ModeBook.Deal(floor.B, OrderSide.Buy, tonnes, price, floor.A, intention: buyer), floor.B)
            .OfType<TradeMade>().ShouldHaveSingleItem();
    }

    private static Floor Stage()
    {
        var floor = new Floor(ModeBook.Modes);
        return floor.Give(floor.A, 10_000).Give(floor.B, 0, "1000000.00").At("10:00");
    }
}
