using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>大宗协议: offer, counter, confirm, withdraw, expire.</summary>
public sealed class BlockTests
{
    [Fact]
    public void A_block_is_made_when_the_other_party_confirms_the_standing_terms_and_only_once()
    {
        var floor = Stage();
        var block = floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00", floor.B);
        (floor.Units(floor.A), floor.Units(floor.A, Compartment.OnOrder)).ShouldBe((50_000, 100_000));
        floor.Refuse(Floor.Confirm(floor.A, block, 100_000, "60.00"), floor.A).ShouldBe(TradingRefusals.NotYourTurn);
        floor.Refuse(Floor.Confirm(floor.C, block, 100_000, "60.00"), floor.C).ShouldBe(TradingRefusals.NotAParty);
        floor.Refuse(Floor.Confirm(floor.B, block, 100_000, "59.99"), floor.B).ShouldBe(TradingRefusals.TermsDiffer);
        floor.Do(Floor.Confirm(floor.B, block, 100_000, "60.00"), floor.B);
        (floor.Units(floor.B, Compartment.Unsettled), floor.Cash(floor.A), floor.Cash(floor.B))
            .ShouldBe((100_000, 600_000_000, 400_000_000));
        floor.Refuse(Floor.Confirm(floor.B, block, 100_000, "60.00"), floor.B).ShouldBe(TradingRefusals.BlockNotOpen);
        floor.Refuse(new WithdrawBlock(floor.A.Id, block), floor.A).ShouldBe(TradingRefusals.BlockNotOpen);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Terms_go_back_and_forth_and_each_party_keeps_what_its_own_last_terms_need()
    {
        var floor = Stage();
        var block = floor.Offer(floor.A, OrderSide.Sell, 150_000, "62.00");

        // B would buy 120,000 t at 58.00: 6,960,000.00.
        floor.Do(Floor.Counter(floor.B, block, 120_000, "58.00"), floor.B);
        (floor.Cash(floor.B), floor.Cash(floor.B, Compartment.OnOrder)).ShouldBe((304_000_000, 696_000_000));
        floor.Refuse(Floor.Counter(floor.B, block, 120_000, "58.50"), floor.B).ShouldBe(TradingRefusals.NotYourTurn);

        // The first who answers is the counterparty.
        floor.Refuse(Floor.Counter(floor.C, block, 150_000, "62.00"), floor.C).ShouldBe(TradingRefusals.NotAParty);
        floor.Do(Floor.Counter(floor.A, block, 120_000, "59.00"), floor.A);
        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(120_000);

        // 120,000 × 59.00 = 7,080,000.00: what B kept for 58.00 is let go and 120,000.00 more is taken.
        floor.Do(Floor.Confirm(floor.B, block, 120_000, "59.00"), floor.B);
        (floor.Cash(floor.A), floor.Cash(floor.B), floor.Cash(floor.B, Compartment.OnOrder))
            .ShouldBe((708_000_000, 292_000_000, 0));
        (floor.Units(floor.A), floor.Units(floor.A, Compartment.OnOrder)).ShouldBe((30_000, 0));
        floor.State.Trading.Trades.ShouldHaveSingleItem().Block.ShouldBe(block);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Who_answered_may_leave_and_the_first_offer_stands_again()
    {
        var floor = Stage();
        var block = floor.Offer(floor.B, OrderSide.Buy, 100_000, "50.00");
        floor.Do(Floor.Counter(floor.A, block, 100_000, "55.00"), floor.A);
        floor.Do(new WithdrawBlock(floor.A.Id, block), floor.A);
        floor.Units(floor.A).ShouldBe(150_000);
        floor.Refuse(new WithdrawBlock(floor.A.Id, block), floor.A).ShouldBe(TradingRefusals.NotAParty);
        floor.Give(floor.C, 100_000);
        floor.Do(Floor.Confirm(floor.C, block, 100_000, "50.00"), floor.C);
        floor.Cash(floor.C).ShouldBe(500_000_000);
    }

    [Fact]
    public void Who_began_may_withdraw_and_both_have_back_what_they_kept()
    {
        var floor = Stage();
        var block = floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Do(Floor.Counter(floor.B, block, 100_000, "58.00"), floor.B);
        floor.Do(new WithdrawBlock(floor.A.Id, block), floor.A);
        (floor.Units(floor.A), floor.Cash(floor.B)).ShouldBe((150_000, 1_000_000_000));
        floor.Refuse(Floor.Confirm(floor.A, block, 100_000, "58.00"), floor.A).ShouldBe(TradingRefusals.BlockNotOpen);
    }

    [Fact]
    public void A_negotiation_expires_with_the_session_and_gives_back_what_both_kept()
    {
        var floor = Stage();
        var block = floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Do(Floor.Counter(floor.B, block, 100_000, "58.00"), floor.B);
        floor.At("15:00");
        floor.State.Trading.Blocks[block].Status.ShouldBe(BlockStatus.Expired);
        (floor.Units(floor.A), floor.Cash(floor.B)).ShouldBe((150_000, 1_000_000_000));
        floor.Refuse(Floor.Confirm(floor.A, block, 100_000, "58.00"), floor.A).ShouldBe(TradingRefusals.OutsideHours);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_confirmation_that_is_one_fen_short_is_refused_and_nobody_is_its_own_counterparty()
    {
        var floor = Stage();
        floor.Give(floor.C, 0, "5999999.99");
        var block = floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Refuse(Floor.Confirm(floor.C, block, 100_000, "60.00"), floor.C).ShouldBe(TradingRefusals.CashShort);
        floor.Refuse(floor.Block(floor.A, OrderSide.Sell, 100_000, "60.00", floor.A), floor.A)
            .ShouldBe(TradingRefusals.OwnCounterparty);
        floor.Refuse(Floor.Confirm(floor.C, new BlockId(7), 100_000, "60.00"), floor.C)
            .ShouldBe(TradingRefusals.UnknownBlock);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        floor.Refuse(Floor.Confirm(floor.B, block, 100_000, "60.00"), floor.B)
            .ShouldBe(TradingRefusals.BlockNotOpen);
    }

    [Fact]
    public void E11_an_amount_that_cannot_be_counted_is_refused()
    {
        var floor = Stage();
        floor.Refuse(floor.Block(floor.A, OrderSide.Buy, long.MaxValue, "60.00"), floor.A)
            .ShouldBe(LedgerRefusals.TooLarge);
    }

    [Fact]
    public void A_market_may_have_no_blocks()
    {
        var floor = new Floor(
            ("  block: { at_least: 100000 t, band: 30 %, sessions: [ { from: 13:00, until: 15:00 } ] }\n", ""));
        floor.At("13:00");
        floor.Refuse(floor.Block(floor.A, OrderSide.Sell, 100_000, "60.00"), floor.A)
            .ShouldBe(TradingRefusals.NoBlocks);
    }

    /// <summary>A has 150,000 t, B has 10,000,000.00; blocks are taken.</summary>
    private static Floor Stage()
    {
        var floor = new Floor();
        return floor.Give(floor.A, 150_000).Give(floor.B, 0, "10000000.00").At("13:00");
    }
}
