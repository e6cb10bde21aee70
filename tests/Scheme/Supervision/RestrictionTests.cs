using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Supervision;

/// <summary>What a holder may not do, and what leaves the book with that.</summary>
public sealed class RestrictionTests
{
    [Fact]
    public void Whoever_may_not_buy_still_sells_and_its_bids_leave_the_book_at_once()
    {
        var floor = Busy(out var bid, out var ask);
        floor.Market.Do(new RestrictTrading(floor.A.Id, TradingBar.Buying, "涉嫌违规"));
        (floor.State.Trading.Orders[bid].Status, floor.State.Trading.Orders[ask].Status)
            .ShouldBe((OrderStatus.Cancelled, OrderStatus.Open));
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.OnOrder)).ShouldBe((1_000_000, 0));
        floor.Refuse(floor.Listing(floor.A, OrderSide.Buy, 1, "59.00"), floor.A)
            .ShouldBe(SupervisionRefusals.Restricted);
        floor.Sell(floor.A, 1, "61.00");

        // The other side may still take what it offers; it may not take an offer itself.
        floor.Take(floor.B, ask, 1);
        var other = floor.Sell(floor.B, 1, "60.00");
        floor.Refuse(Floor.Hit(floor.A, other, 1), floor.A).ShouldBe(SupervisionRefusals.Restricted);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Whoever_may_not_sell_still_buys()
    {
        var floor = Busy(out var bid, out var ask);
        floor.Market.Do(new RestrictTrading(floor.A.Id, TradingBar.Selling, "涉嫌违规"));
        (floor.State.Trading.Orders[bid].Status, floor.State.Trading.Orders[ask].Status)
            .ShouldBe((OrderStatus.Open, OrderStatus.Cancelled));
        floor.Units(floor.A).ShouldBe(200_000);
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "61.00"), floor.A)
            .ShouldBe(SupervisionRefusals.Restricted);
        floor.Refuse(Floor.Hit(floor.A, floor.Buy(floor.B, 1, "60.00"), 1), floor.A)
            .ShouldBe(SupervisionRefusals.Restricted);
        floor.Take(floor.B, bid, 10);
    }

    [Fact]
    public void Whoever_is_suspended_trades_nothing_until_the_last_day_is_over_or_it_is_lifted()
    {
        var floor = Busy(out var bid, out var ask);
        floor.Market.Do(new RestrictTrading(
            floor.A.Id, TradingBar.Trading, "涉嫌违规", new DateOnly(2022, 7, 5)));
        (floor.State.Trading.Orders[bid].Open, floor.State.Trading.Orders[ask].Open)
            .ShouldBe((Tonnes.Zero, Tonnes.Zero));
        floor.At("2022-07-05 14:00");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "61.00"), floor.A)
            .ShouldBe(SupervisionRefusals.Restricted);
        floor.At("2022-07-06 10:00").Sell(floor.A, 1, "61.00");

        floor.Market.Do(new RestrictTrading(floor.A.Id, TradingBar.Trading, "再次"));
        floor.Market.Do(new RestrictTrading(floor.A.Id, TradingBar.Buying, "减轻", new DateOnly(2022, 7, 7)));
        floor.Sell(floor.A, 1, "61.00");
        floor.Market.Do(new LiftTradingRestriction(floor.A.Id, "澄清"));
        floor.Buy(floor.A, 1, "60.00");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_negotiation_ends_when_who_began_it_may_not_trade_and_stands_again_when_who_answered_may_not()
    {
        var floor = new Floor();
        floor.Give(floor.A, 200_000).Give(floor.B, 0, "30000000.00").At("13:30");
        var block = floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Do(Floor.Counter(floor.B, block, 100_000, "59.00"), floor.B);
        floor.Cash(floor.B, Compartment.OnOrder).ShouldBe(590_000_000);
        floor.Market.Do(new RestrictTrading(floor.B.Id, TradingBar.Buying, "x"));
        floor.Cash(floor.B, Compartment.OnOrder).ShouldBe(0);
        var talk = floor.State.Trading.Blocks[block];
        (talk.Status, talk.Responder, talk.Stands).ShouldBe((BlockStatus.Open, null, floor.A.Id));
        floor.Refuse(Floor.Confirm(floor.B, block, 100_000, "60.00"), floor.B)
            .ShouldBe(SupervisionRefusals.Restricted);

        floor.Give(floor.C, 0, "30000000.00").Do(Floor.Counter(floor.C, block, 100_000, "58.00"), floor.C);
        floor.Market.Do(new RestrictTrading(floor.A.Id, TradingBar.Selling, "x"));
        floor.State.Trading.Blocks[block].Status.ShouldBe(BlockStatus.Withdrawn);
        (floor.Units(floor.A), floor.Cash(floor.C, Compartment.OnOrder)).ShouldBe((200_000, 0));
        floor.Market.ShouldReplay();
    }

    [Theory]
    [InlineData("freeze")]
    [InlineData("restrict")]
    [InlineData("suspend")]
    public void Orders_of_an_account_that_is_frozen_restricted_or_suspended_leave_the_book_in_the_same_row(string how)
    {
        var floor = Busy(out var bid, out var ask);
        var account = floor.A.TradingAccount!.Value;
        Command command = how switch
        {
            "freeze" => new FreezeAccount(account, "法院"),
            "restrict" => new RestrictAccount(account, "违规"),
            _ => new SuspendAccount(account, "停用"),
        };
        var events = floor.Market.Do(command);
        events.Select(one => one.GetType()).ShouldBe([typeof(AccountStatusChanged), typeof(OrdersWithdrawn)]);
        (floor.State.Trading.Orders[bid].Status, floor.State.Trading.Orders[ask].Status)
            .ShouldBe((OrderStatus.Cancelled, OrderStatus.Cancelled));
        (floor.Cash(floor.A), floor.Units(floor.A)).ShouldBe((1_000_000, 200_000));
        floor.Market.Do(new UnfreezeAccount(account, "解除")).Count.ShouldBe(1);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void The_holders_other_account_may_be_frozen_without_touching_its_orders()
    {
        var floor = Busy(out var bid, out _);
        var registry = floor.State.Registry.Holders[floor.A.Id].RegistryAccount!.Value;
        floor.Market.Do(new FreezeAccount(registry, "法院"));
        floor.State.Trading.Orders[bid].Status.ShouldBe(OrderStatus.Open);
    }

    [Fact]
    public void Restrictions_are_refused_in_the_documented_order()
    {
        var floor = new Floor().At("10:00");
        var command = new RestrictTrading(floor.A.Id, TradingBar.Trading, "x", new DateOnly(2022, 7, 3));
        floor.Market.Refuse(command with { Holder = new HolderId(99) }).ShouldBe(RegistryRefusals.UnknownHolder);
        floor.Market.Refuse(command with { Reason = "" }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Refuse(command).ShouldBe(SupervisionRefusals.LastDayOver);
        floor.Market.Refuse(command, "a").ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Refuse(new LiftTradingRestriction(floor.A.Id, "x")).ShouldBe(SupervisionRefusals.NotRestricted);
        floor.Market.Do(command with { Until = new DateOnly(2022, 7, 4) });
        floor.At("2022-07-05 00:00");
        floor.State.Supervision.Restrictions.ShouldBeEmpty();
    }

    private static Floor Busy(out OrderId bid, out OrderId ask)
    {
        var floor = new Floor();
        floor.Give(floor.A, 200_000, "10000.00").Give(floor.B, 100, "10000.00").At("10:00");
        (bid, ask) = (floor.Buy(floor.A, 100, "59.00"), floor.Sell(floor.A, 100, "61.00"));
        return floor;
    }
}
