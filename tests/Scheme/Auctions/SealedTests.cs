using System.Buffers;
using System.Text;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>Sealed bids: nobody can read them, they bind, and what they may cost is there.</summary>
public sealed class SealedTests
{
    [Fact]
    public void Before_it_is_opened_neither_the_journal_nor_the_state_knows_a_bid()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 100_000, "35.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Give(0, "9000000.00");
        var rows = new List<Event>(hall.Do(new LodgeCollateral(hall[0].Id, auction, hall.Of("8000000.00")), 0));
        var line = new BidLine(hall.Per("37.77"), new Tonnes(54_321));
        var seal = SealedBids.SealOf(auction, hall[0].Id, [line], "a secret of many letters");
        rows.AddRange(hall.Do(new SealBid(hall[0].Id, auction, seal.ToString()), 0));

        var json = new ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(json, rows.ToArray());
        var text = Encoding.UTF8.GetString(json.WrittenSpan);
        text.ShouldContain(seal.ToString());
        text.ShouldNotContain("54321");
        text.ShouldNotContain("37.77");
        text.ShouldNotContain("secret");
        hall.Auction(auction).Entries[hall[0].Id].Lines.ShouldBeEmpty();

        // The row of the opening has all it takes to work the seal out again.
        hall.Market.At(AuctionHall.Closes);
        var opened = hall.Do(new OpenBid(hall[0].Id, auction, [line], "a secret of many letters"), 0)
            .OfType<BidOpened>().Single();
        SealedBids.SealOf(opened.Auction, opened.Holder, opened.Lines, opened.Secret).ShouldBe(seal);
    }

    [Fact]
    public void A_bid_is_changed_and_withdrawn_until_the_close_and_then_stands()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000, "35.00");
        hall.Refuse(new SealBid(hall[0].Id, auction, new string('a', 64)), 0).ShouldBe(AuctionRefusals.NotBidding);
        hall.Market.At(AuctionHall.Opens);
        hall.Refuse(new SealBid(hall[0].Id, auction, new string('a', 64)), 0).ShouldBe(AuctionRefusals.NothingKept);
        hall.Seal(auction, 0, (400, "40.00"));
        hall.Seal(auction, 1, (800, "40.00"));
        hall.Refuse(new SealBid(hall[0].Id, auction, "not a digest"), 0).ShouldBe(AuctionRefusals.BadSeal);

        // Said again, a bid comes after those that stood before: it lost its place in time.
        hall.SealOnly(auction, 0, new BidLine(hall.Per("40.00"), new Tonnes(300)));
        hall.Seal(auction, 2, (900, "45.00"));
        hall.Do(new WithdrawBid(hall[2].Id, auction), 2);
        hall.Cash(2, Compartment.OnOrder).ShouldBe(4_050_000);
        hall.Refuse(new WithdrawBid(hall[2].Id, auction), 2).ShouldBe(AuctionRefusals.NoBid);
        hall.Refuse(hall.Opening(auction, 0), 0).ShouldBe(AuctionRefusals.NotOpening);

        hall.Market.At(AuctionHall.Closes);
        hall.Refuse(new WithdrawBid(hall[0].Id, auction), 0).ShouldBe(AuctionRefusals.NotBidding);
        hall.Refuse(new SealBid(hall[0].Id, auction, new string('a', 64)), 0).ShouldBe(AuctionRefusals.NotBidding);
        hall.Refuse(new LodgeCollateral(hall[0].Id, auction, hall.Of("1.00")), 0).ShouldBe(AuctionRefusals.NotBidding);
        hall.Clear(auction).Winners.ShouldBe(2);
        (hall.Units(1), hall.Units(0)).ShouldBe((800, 200));
        hall.Cash(2).ShouldBe(4_050_000);
    }

    [Fact]
    public void What_is_opened_must_be_what_was_sealed()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000, "35.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (400, "40.00"), (100, "39.00"));
        hall.Market.At(AuctionHall.Closes);
        var right = hall.Opening(auction, 0);
        OpenBid[] wrong =
        [
            right with { Lines = [right.Lines[1], right.Lines[0]] },
            right with { Lines = [right.Lines[0] with { Quantity = new Tonnes(500) }, right.Lines[1]] },
            right with { Lines = [right.Lines[0] with { Price = hall.Per("40.01") }, right.Lines[1]] },
            right with { Lines = [right.Lines[0]] },
            right with { Secret = right.Secret + "." },
        ];
        wrong.ShouldAllBe(one => hall.Refuse(one, 0) == AuctionRefusals.SealDiffers);
        hall.Refuse(right with { Lines = [] }, 0).ShouldBe(AuctionRefusals.BadLines);
        hall.Refuse(right with { Lines = [.. right.Lines, .. right.Lines] }, 0).ShouldBe(AuctionRefusals.BadLines);
        hall.Refuse(right with { Secret = "short" }, 0).ShouldBe(AuctionRefusals.WeakSecret);
        hall.Refuse(right with { Holder = hall[1].Id }, 1).ShouldBe(AuctionRefusals.NoBid);
        hall.Open(auction, 0);
        hall.Refuse(right, 0).ShouldBe(AuctionRefusals.AlreadyOpen);
    }

    [Fact]
    public void Who_does_not_open_its_bid_loses_the_rulebooks_share_of_its_collateral()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000, "35.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (400, "40.00"));
        hall.Seal(auction, 1, (999, "50.01"));
        hall.Market.At(AuctionHall.Closes);
        hall.Open(auction, 0);
        hall.Market.Refuse(new ClearAuction(auction)).ShouldBe(AuctionRefusals.NotClearing);
        hall.Market.At("2022-07-05 11:00");
        hall.Refuse(hall.Opening(auction, 1), 1).ShouldBe(AuctionRefusals.NotOpening);
        hall.Market.Do(new ClearAuction(auction));

        // 999 × 50.01 = 49,959.99, of which 20 % are 9,991.998: 9,991.99. The other pays 400 × 40.00.
        var result = hall.Result(auction);
        (result.Forfeited, result.Unopened, result.Bidders).ShouldBe((hall.Of("9991.99"), 1, 1));
        hall.Revenue.ShouldBe(1_600_000 + 999_199);
        hall.Cash(1).ShouldBe(4_995_999 - 999_199);
        hall.Market.ShouldReplay();
    }

    [Fact]
    public void A_bid_counts_as_far_as_its_collateral_reaches()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000, "35.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Give(0, "20000.00");
        hall.Refuse(new LodgeCollateral(hall[0].Id, auction, hall.Of("20000.01")), 0)
            .ShouldBe(TradingRefusals.CashShort);
        hall.Refuse(new LodgeCollateral(hall[0].Id, auction, hall.Of("0.00")), 0)
            .ShouldBe(SettlementRefusals.BadAmount);
        hall.Do(new LodgeCollateral(hall[0].Id, auction, hall.Of("20000.00")), 0);
        hall.Do(new LodgeCollateral(hall[0].Id, auction, hall.Of("10000.00")), 0);
        hall.SealOnly(auction, 0, new BidLine(hall.Per("40.00"), new Tonnes(400)));

        // 10,000.00 / 40.00 = 250 t.
        hall.Clear(auction).Sold.ShouldBe(new Tonnes(250));
        (hall.Units(0), hall.Cash(0)).ShouldBe((250, 1_000_000));
    }

    [Fact]
    public void Only_who_was_admitted_bids_and_only_the_authority_announces_and_clears()
    {
        var hall = new AuctionHall(MarketRules.Guangdong, admits: false);
        var auction = hall.Announce("paid", 1_000, "35.00");
        hall.Give(0, "1000.00");
        var lodge = new LodgeCollateral(hall[0].Id, auction, hall.Of("1000.00"));
        hall.Refuse(lodge, 0).ShouldBe(AuctionRefusals.NotAdmitted);
        hall.Market.Do(new AdmitBidder(hall[0].Id, BidderClass.Covered));
        hall.Do(lodge, 0);
        hall.Market.Do(new ExcludeBidder(hall[0].Id, "resigned"));
        hall.Market.Refuse(new ExcludeBidder(hall[0].Id, "again")).ShouldBe(AuctionRefusals.NoBidder);
        hall.Market.At(AuctionHall.Opens);
        hall.Refuse(new SealBid(hall[0].Id, auction, new string('a', 64)), 0).ShouldBe(AuctionRefusals.NotAdmitted);
        hall.Refuse(hall.Announcement("paid", 1_000, "35.00"), 0).ShouldBe(SchemeRefusals.NotPermitted);
        hall.Refuse(new ClearAuction(auction), 0).ShouldBe(SchemeRefusals.NotPermitted);
        hall.Refuse(lodge with { Holder = hall[1].Id }, 0).ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void An_announcement_is_checked_before_anybody_relies_on_it()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var good = hall.Announcement("paid", 1_000, "35.00");
        void Refused(AnnounceAuction command, RefusalCode code) => hall.Market.Refuse(command).ShouldBe(code);

        Refused(good with { Rule = "nothing" }, AuctionRefusals.NoAuctionRule);
        Refused(good with { Rule = "bidding" }, AuctionRefusals.WrongKind);
        Refused(good with { Unit = "XXX" }, AuctionRefusals.UnknownUnit);
        Refused(good with { Vintage = CompliancePeriod.Parse("2030") }, AuctionRefusals.UnknownUnit);
        Refused(good with { Quantity = Tonnes.Zero }, AuctionRefusals.BadLot);
        Refused(good with { Quantity = new Tonnes(-1) }, AuctionRefusals.BadLot);
        Refused(good with { Reserve = null }, AuctionRefusals.BadPrice);
        Refused(good with { Reserve = Price.Parse("35.00 EUR/t") }, AuctionRefusals.BadPrice);
        Refused(good with { Reserve = hall.Per("34.99") }, AuctionRefusals.BelowLowest);
        Refused(good with { Quantity = new Tonnes(long.MaxValue) }, AuctionRefusals.TooLarge);
        Refused(good with { Opens = new DateTime(2022, 7, 2, 15, 59, 0) }, AuctionRefusals.TooSoon);
        Refused(good with { Closes = good.Opens }, AuctionRefusals.ClosesFirst);
        Refused(good with { SeedDigest = new string('a', 64) }, AuctionRefusals.SeedNotNeeded);
        Refused(good with { Tiers = [new Tonnes(1)] }, AuctionRefusals.TiersDiffer);

        var drawn = new AuctionHall(MarketRules.Eu, "EUR");
        drawn.Market.Refuse(drawn.Announcement("primary", 500, "1.00")).ShouldBe(AuctionRefusals.SeedMissing);
        drawn.Market.Refuse(drawn.Announcement("primary", 501, "1.00", "x")).ShouldBe(AuctionRefusals.BadLot);
        var auction = drawn.Announce("primary", 500, "1.00", "the seed");
        drawn.Market.At(AuctionHall.Closes);
        drawn.Market.Refuse(new ClearAuction(auction, "another")).ShouldBe(AuctionRefusals.WrongSeed);
        drawn.Market.Refuse(new ClearAuction(auction)).ShouldBe(AuctionRefusals.WrongSeed);
        drawn.Market.Do(new ClearAuction(auction, "the seed"));
        drawn.Result(auction).Price.ShouldBeNull();
        drawn.Market.Refuse(new ClearAuction(auction, "the seed")).ShouldBe(AuctionRefusals.Over);
    }

    [Fact]
    public void The_authority_clears_nothing_while_trading_is_halted()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000, "35.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (400, "40.00"));
        hall.Market.At(AuctionHall.Closes);
        hall.Open(auction, 0);
        hall.Market.Do(new HaltTrading("系统故障"));
        hall.Market.Refuse(new ClearAuction(auction)).ShouldBe(SupervisionRefusals.Halted);
        hall.Market.Do(new ResumeTrading("恢复"));
        hall.Market.Do(new ClearAuction(auction));
        hall.Result(auction).Sold.ShouldBe(new Tonnes(400));
    }

    [Fact]
    public void A_cancelled_auction_gives_everything_back()
    {
        var hall = new AuctionHall(MarketRules.California, "USD");
        hall.Market.Do(new IssueOffsets(hall[2].TradingAccount!.Value, "CCER", default, new Tonnes(3_000), "P-1"));
        hall.Market.Do(hall.Announcement("example", 5_000, "10.00") with { Unit = "CCER", Vintage = default });
        var auction = new AuctionId(1);
        hall.Refuse(new ConsignUnits(hall[2].Id, auction, new Tonnes(500)), 2).ShouldBe(AuctionRefusals.BadLot);
        hall.Refuse(new ConsignUnits(hall[2].Id, auction, new Tonnes(4_000)), 2).ShouldBe(TradingRefusals.UnitsShort);
        hall.Do(new ConsignUnits(hall[2].Id, auction, new Tonnes(3_000)), 2);
        hall.Do(new ConsignUnits(hall[2].Id, auction, new Tonnes(2_000)), 2);
        hall.Market.At(AuctionHall.Opens);
        hall.Refuse(new ConsignUnits(hall[2].Id, auction, Tonnes.Zero), 2).ShouldBe(AuctionRefusals.TooLateToConsign);
        hall.Seal(auction, 0, (1_000, "12.00"));
        hall.Market.Refuse(new CancelAuction(auction, " ")).ShouldBe(RegistryRefusals.TextMissing);
        hall.Market.Do(new CancelAuction(auction, "the platform failed"));

        (hall.Cash(0), hall.Units(2, Asset.Unit("CCER"))).ShouldBe((1_200_000, 3_000));
        hall.Market.Refuse(new CancelAuction(auction, "again")).ShouldBe(AuctionRefusals.Over);
        hall.Market.ShouldReplay();
    }
}
