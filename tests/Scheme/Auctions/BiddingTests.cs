using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>单向竞价: public bids, decided by the clock, by price and then by time.</summary>
public sealed class BiddingTests
{
    /// <summary>Units are traded from the first session of the first trading day on, at 9:30.</summary>
    private const string Opens = "2022-07-04 10:00";

    private static readonly Asset Ccer = Asset.Unit("CCER");

    [Fact]
    public void A_sale_goes_to_the_best_bids_at_one_price_and_among_equals_to_the_earlier()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        (hall.Units(3, Ccer), hall.Units(3, Ccer, Compartment.OnOrder)).ShouldBe((0, 1_000));
        hall.Market.At(Opens);
        Bid(hall, sale, 0, 500, "50.00");
        Bid(hall, sale, 1, 400, "55.00");
        Bid(hall, sale, 2, 400, "52.00");
        Refused(hall, sale, 0, 500, "50.09", AuctionRefusals.NotBetter);
        Refused(hall, sale, 0, 499, "60.00", AuctionRefusals.Binding);
        Bid(hall, sale, 0, 500, "52.00");
        hall.Refuse(new WithdrawBid(hall[0].Id, sale), 0).ShouldBe(AuctionRefusals.Binding);
        hall.Market.At(AuctionHall.Closes);

        // 400 at 55.00; then 600 are left for the two at 52.00, of whom the third bidder was first with that price.
        hall.Result(sale).Price.ShouldBe(hall.Per("52.00"));
        Enumerable.Range(0, 3).Select(i => hall.Units(i, Ccer, Compartment.Unsettled)).ShouldBe([200, 400, 400]);
        hall.Cash(3).ShouldBe(10_000_000 + 5_200_000);
        (hall.Cash(0), hall.Cash(0, Compartment.OnOrder)).ShouldBe((10_000_000 - 1_040_000, 0));

        // T+1: like everything bought on the exchange the units may be used on the next trading day.
        hall.Market.At("2022-07-05 09:30");
        hall.Units(1, Ccer).ShouldBe(400);
        hall.Market.ShouldReplay();
    }

    /// <summary>
    /// 1,000 t at 50.00 or more: 400 at 55.00 and 400 at 52.00 are bid, but the best bidder may not buy any more when
    /// it is decided. The other gets its 400; the first gets its money back.
    /// </summary>
    [Fact]
    public void A_bidder_that_may_not_buy_any_more_gets_nothing_and_its_money_back()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        hall.Market.At(Opens);
        Bid(hall, sale, 1, 400, "55.00");
        Bid(hall, sale, 2, 400, "52.00");
        hall.Market.Do(new RestrictTrading(hall[1].Id, TradingBar.Buying, "涉嫌违规"));
        hall.Market.Do(new HaltTrading("重大事项", "CCER", default, 10));
        Refused(hall, sale, 0, 500, "60.00", SupervisionRefusals.Halted);
        hall.Market.At(AuctionHall.Closes);

        Enumerable.Range(0, 3).Select(i => hall.Units(i, Ccer, Compartment.Unsettled)).ShouldBe([0, 0, 400]);
        (hall.Cash(1), hall.Cash(1, Compartment.OnOrder)).ShouldBe((10_000_000, 0));
        hall.Units(3, Ccer).ShouldBe(600);
        hall.Market.ShouldReplay();
    }

    /// <summary>
    /// Due at 11:00 while its units are halted, and from 11:10 the whole market: nobody bids any more, and it is
    /// decided at 11:40 when the last of the halts ends.
    /// </summary>
    [Fact]
    public void What_is_due_during_a_halt_is_decided_when_the_halt_ends()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        hall.Market.At(Opens);
        Bid(hall, sale, 1, 400, "55.00");
        hall.Market.Do(new HaltTrading("重大事项", "CCER"));
        hall.Market.At(AuctionHall.Closes);
        hall.Auction(sale).Status.ShouldBe(AuctionStatus.Open);
        (hall.Units(1, Ccer, Compartment.Unsettled), hall.Cash(1, Compartment.OnOrder)).ShouldBe((0, 2_200_000));
        Refused(hall, sale, 2, 400, "56.00", AuctionRefusals.NotBidding);

        hall.Market.At("2022-07-04 11:10");
        hall.Market.Do(new HaltTrading("系统故障", null, default, 30));
        hall.Market.Do(new ResumeTrading("已核实", "CCER"));
        hall.Market.At("2022-07-04 11:39");
        hall.Auction(sale).Status.ShouldBe(AuctionStatus.Open);
        hall.Market.At("2022-07-04 11:40");

        (hall.Auction(sale).Status, hall.Units(1, Ccer, Compartment.Unsettled)).ShouldBe((AuctionStatus.Sold, 400));
        hall.Result(sale).Price.ShouldBe(hall.Per("55.00"));
        hall.Market.ShouldReplay();
    }

    /// <summary>
    /// 400 t at 55.00 from one participant to another: 22,000.00 are the auction's in both statements of the day, and
    /// nothing is left under other.
    /// </summary>
    [Fact]
    public void What_an_auction_moves_is_told_apart_in_the_statements_of_the_day()
    {
        var hall = Hall(4);
        hall.Market.Do(new RegisterSettlementBank("1", "银行", "专户"));
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        hall.Market.At(Opens);
        Bid(hall, sale, 1, 400, "55.00");
        hall.Market.At("2022-07-04 15:00");

        hall.State.Cash.Days.ShouldHaveSingleItem().Statements
            .Select(one => (one.Holder, one.Money.Auctioned, one.Money.Other.Minor, one.Money.Closing.Minor))
            .ShouldBe(
            [
                (hall[1].Id, hall.Of("-22000.00"), 0, 10_000_000 - 2_200_000),
                (hall[3].Id, hall.Of("22000.00"), 0, 10_000_000 + 2_200_000),
            ]);
        hall.Market.ShouldReplay();
    }

    /// <summary>A halt that ends with the time for bids keeps nothing from being decided.</summary>
    [Fact]
    public void A_halt_that_ends_at_the_close_does_not_postpone()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        hall.Market.At(Opens);
        Bid(hall, sale, 1, 400, "55.00");
        hall.Market.Do(new HaltTrading("重大事项", "CCER", default, 60));
        hall.Market.At(AuctionHall.Closes);
        hall.Auction(sale).Status.ShouldBe(AuctionStatus.Sold);
    }

    [Fact]
    public void What_a_halt_has_postponed_may_be_cancelled_and_is_not_decided_afterwards()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        hall.Market.At(Opens);
        Bid(hall, sale, 1, 400, "55.00");
        hall.Market.Do(new HaltTrading("重大事项", "CCER"));
        hall.Market.At(AuctionHall.Closes);
        hall.Market.Do(new CancelAuction(sale, "the seller is insolvent"));
        hall.Market.Do(new ResumeTrading("已核实", "CCER"));
        hall.Market.At("2022-07-04 12:00");
        hall.Auction(sale).Status.ShouldBe(AuctionStatus.Cancelled);
        (hall.Units(3, Ccer), hall.Cash(1)).ShouldBe((1_000, 10_000_000));
        hall.Market.ShouldReplay();
    }

    [Fact]
    public void The_whole_goes_to_one_bidder_and_each_bid_must_beat_the_best()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "whole", OrderSide.Sell, 1_000, "50.00");
        hall.Market.At(Opens);
        Refused(hall, sale, 0, 999, "50.00", AuctionRefusals.NotTheWhole);
        Refused(hall, sale, 0, 1_000, "49.99", AuctionRefusals.BeyondLimit);
        Bid(hall, sale, 0, 1_000, "50.00");
        Refused(hall, sale, 1, 1_000, "50.05", AuctionRefusals.NotBetter);
        Bid(hall, sale, 1, 1_000, "50.10");
        hall.Refuse(new PlaceBid(hall[3].Id, sale, hall.Per("60.00"), new Tonnes(1_000)), 3)
            .ShouldBe(AuctionRefusals.OwnAuction);
        hall.Market.Refuse(new ClearAuction(sale)).ShouldBe(AuctionRefusals.ByClock);
        hall.Market.At(AuctionHall.Closes);

        hall.Units(1, Ccer, Compartment.Unsettled).ShouldBe(1_000);
        (hall.Result(sale).Price, hall.Result(sale).Winners).ShouldBe((hall.Per("50.10"), 1));
        Refused(hall, sale, 0, 1_000, "51.00", AuctionRefusals.Over);
    }

    [Fact]
    public void A_purchase_goes_to_the_lowest_offers()
    {
        var hall = Hall(4);
        foreach (var i in new[] { 0, 1, 2 })
        {
            hall.Market.Issue(hall[i].TradingAccount!.Value, 600);
        }

        var purchase = Offer(hall, "bidding", OrderSide.Buy, 1_000, "70.00");
        hall.Cash(3, Compartment.OnOrder).ShouldBe(7_000_000);
        hall.Market.At(Opens);
        Refused(hall, purchase, 0, 600, "70.01", AuctionRefusals.BeyondLimit);
        Refused(hall, purchase, 0, 601, "70.00", TradingRefusals.UnitsShort);
        Bid(hall, purchase, 0, 600, "70.00");
        Bid(hall, purchase, 1, 600, "66.00");
        Bid(hall, purchase, 2, 600, "64.00");
        Refused(hall, purchase, 0, 600, "69.95", AuctionRefusals.NotBetter);
        Bid(hall, purchase, 0, 600, "69.90");
        hall.Market.At(AuctionHall.Closes);

        // 600 at 64.00, 400 of the 600 at 66.00: 1,000 × 66.00 = 66,000.00.
        hall.Result(purchase).Price.ShouldBe(hall.Per("66.00"));
        hall.Units(3, Ccer, Compartment.Unsettled).ShouldBe(1_000);
        Enumerable.Range(0, 3).Select(i => hall.Units(i, Ccer)).ShouldBe([600, 200, 0]);
        hall.Cash(3).ShouldBe(10_000_000 - 6_600_000);
        hall.Cash(2).ShouldBe(10_000_000 + 3_960_000);
        hall.Market.ShouldReplay();
    }

    [Fact]
    public void Nobody_bids_and_what_was_offered_goes_back()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        hall.Market.At(AuctionHall.Closes);

        hall.Auction(sale).Status.ShouldBe(AuctionStatus.Void);
        hall.Result(sale).Price.ShouldBeNull();
        hall.Units(3, Ccer).ShouldBe(1_000);
    }

    [Fact]
    public void Units_that_become_void_leave_auctions_before()
    {
        var hall = Hall(4);
        var sale = Offer(hall, "bidding", OrderSide.Sell, 1_000, "50.00");
        hall.Market.Do(new ScheduleLapse(hall[3].Id, new DateTime(2022, 7, 4, 10, 30, 0), "left the list"));
        hall.Market.At(Opens);
        Bid(hall, sale, 0, 500, "50.00");
        hall.Market.At("2022-07-04 10:30");

        hall.Auction(sale).Status.ShouldBe(AuctionStatus.Cancelled);
        hall.Cash(0).ShouldBe(10_000_000);
        hall.Market.At(AuctionHall.Closes);
        hall.Market.ShouldReplay();
    }

    private static AuctionHall Hall(int bidders)
    {
        var hall = new AuctionHall(MarketRules.Guangdong, bidders: bidders);
        for (var i = 0; i < bidders; i++)
        {
            hall.Give(i, "100000.00");
        }

        hall.Market.Issue(hall[3].TradingAccount!.Value, 1_000);
        hall.Market.At("2022-07-04 09:30");
        return hall;
    }

    private static AuctionId Offer(AuctionHall hall, string rule, OrderSide side, long tonnes, string limit) =>
        hall.Do(
            new OfferBidding(
                hall[3].Id,
                rule,
                side,
                "CCER",
                default,
                new Tonnes(tonnes),
                hall.Per(limit),
                new DateTime(2022, 7, 4, 10, 0, 0),
                new DateTime(2022, 7, 4, 11, 0, 0)),
            3).OfType<AuctionAnnounced>().Single().Announcement.Id;

    private static void Bid(AuctionHall hall, AuctionId auction, int bidder, long tonnes, string price) =>
        hall.Do(new PlaceBid(hall[bidder].Id, auction, hall.Per(price), new Tonnes(tonnes)), bidder);

    private static void Refused(
        AuctionHall hall, AuctionId auction, int bidder, long tonnes, string price, RefusalCode code) =>
        hall.Refuse(new PlaceBid(hall[bidder].Id, auction, hall.Per(price), new Tonnes(tonnes)), bidder)
            .ShouldBe(code);
}
