using Tanheng.Quantities;
using Tanheng.Scheme.Auctions;

namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>竞买资格: what a bidder was when its bid arrived holds for that bid until it is decided.</summary>
public sealed class AdmissionTests
{
    /// <summary>
    /// Of 100,000 t: 25 % for a covered bidder and for a group, 4 % for others. After the bids the one of 4 % is
    /// excluded and one of the sisters admitted anew without her group: what they may buy stays 4,000 and together
    /// 25,000, where 25,000 and 20,000 each would be wrong.
    /// </summary>
    [Fact]
    public void Excluding_or_admitting_a_bidder_anew_leaves_the_caps_of_bids_that_stand()
    {
        var hall = new AuctionHall(MarketRules.California, "USD", bidders: 4);
        hall.Market.Do(new AdmitBidder(hall[1].Id, BidderClass.Other));
        hall.Market.Do(new AdmitBidder(hall[2].Id, BidderClass.Covered, "sisters"));
        hall.Market.Do(new AdmitBidder(hall[3].Id, BidderClass.Covered, "sisters"));
        var auction = hall.Announce("current", 100_000, "10.00", "tide");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (30_000, "15.00"));
        hall.Seal(auction, 1, (30_000, "15.00"));
        hall.Seal(auction, 2, (20_000, "11.00"));
        hall.Seal(auction, 3, (20_000, "12.00"));

        hall.Market.Do(new ExcludeBidder(hall[1].Id, "resigned"));
        hall.Market.Do(new AdmitBidder(hall[2].Id, BidderClass.Covered));

        var result = hall.Clear(auction, "tide");
        Enumerable.Range(0, 4).Select(i => hall.Units(i)).ShouldBe([25_000, 4_000, 5_000, 20_000]);
        result.Sold.ShouldBe(new Tonnes(54_000));
        hall.Market.ShouldReplay();
    }

    /// <summary>
    /// 4,000 t, half of it for a group: one sister asks for 2,000 and is excluded, her bid stands; so the other may not
    /// ask for anything, until she is admitted on her own.
    /// </summary>
    [Fact]
    public void A_standing_bid_of_an_excluded_bidder_still_counts_for_its_group()
    {
        var rules = MarketRules.California.Replace(
            "    tiers:", "    group_cap: 50 %\n    tiers:", StringComparison.Ordinal);
        var hall = new AuctionHall(rules, "USD");
        hall.Give(0, "500000.00").Give(1, "500000.00");
        hall.Market.Do(new AdmitBidder(hall[0].Id, BidderClass.Covered, "sisters"));
        hall.Market.Do(new AdmitBidder(hall[1].Id, BidderClass.Covered, "sisters"));
        hall.Market.Do(hall.Announcement("reserve-sale", 0, "10.00") with
        {
            Reserve = null,
            Tiers = [new Tonnes(2_000), new Tonnes(2_000)],
        });
        var sale = new AuctionId(1);
        hall.Market.At(AuctionHall.Opens);
        hall.Do(new PlaceBid(hall[0].Id, sale, hall.Per("53.20"), new Tonnes(2_000)), 0);
        hall.Market.Do(new ExcludeBidder(hall[0].Id, "resigned"));
        var ask = new PlaceBid(hall[1].Id, sale, hall.Per("41.40"), new Tonnes(1_000));

        hall.Refuse(ask, 1).ShouldBe(AuctionRefusals.BeyondCap);
        hall.Market.Do(new AdmitBidder(hall[1].Id, BidderClass.Covered));
        hall.Do(ask, 1);
    }
}
