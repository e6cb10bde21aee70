using System.Security.Cryptography;
using System.Text;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>Auctions of markets, with the figures that were published of them (S34), and cases E14 and E15.</summary>
public sealed class AcceptanceTests
{
    [Fact]
    public void AT_S34_guangdong_422_461_t_of_1_000_000_t_are_sold_for_14_786_135_00()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000_000, "35.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (300_000, "35.00"));
        hall.Seal(auction, 1, (122_461, "35.00"));

        var result = hall.Clear(auction);

        result.Price.ShouldBe(hall.Per("35.00"));
        result.Sold.ShouldBe(new Tonnes(422_461));
        result.Amount.ShouldBe(hall.Of("14786135.00"));
        (result.Offered - result.Sold).ShouldBe(new Tonnes(577_539));
        hall.Revenue.ShouldBe(1_478_613_500);

        // Nothing was minted that nobody bought.
        hall.State.Ledger.Total(hall.Market.System.Issuance, AuctionHall.Cea).ShouldBe(-422_461);
        (hall.Units(0), hall.Units(1), hall.Cash(0), hall.Cash(1)).ShouldBe((300_000, 122_461, 0, 0));
        hall.Market.ShouldReplay();
    }

    [Fact]
    public void AT_E14_the_winner_of_400_t_at_62_00_locks_24_800_00_and_pays_24_000_00()
    {
        var hall = new AuctionHall(
            MarketRules.Guangdong.Replace("lowest_price: 35.00", "lowest_price: 1.00", StringComparison.Ordinal),
            bidders: 4);
        var auction = hall.Announce("paid", 1_000, "1.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (400, "62.00"));
        hall.Seal(auction, 1, (300, "61.00"));
        hall.Seal(auction, 2, (500, "60.00"));
        hall.Seal(auction, 3, (200, "60.00"));
        hall.Cash(0, Compartment.OnOrder).ShouldBe(2_480_000);

        var result = hall.Clear(auction);

        result.Price.ShouldBe(hall.Per("60.00"));
        (hall.Units(0), hall.Units(1), hall.Units(2), hall.Units(3)).ShouldBe((400, 300, 300, 0));
        (hall.Cash(0), hall.Cash(0, Compartment.OnOrder)).ShouldBe((80_000, 0));
        (result.Bidders, result.Winners, result.Demand).ShouldBe((4, 3, new Tonnes(1_400)));
        hall.Revenue.ShouldBe(6_000_000);
    }

    [Fact]
    public void AT_E15_a_bid_below_the_reserve_price_does_not_count_and_300_t_stay()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000, "59.50");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (400, "62.00"));
        hall.Seal(auction, 1, (300, "60.00"));
        hall.Seal(auction, 2, (500, "59.00"));

        var result = hall.Clear(auction);

        (result.Price, result.Sold, result.Demand).ShouldBe((hall.Per("60.00"), new Tonnes(700), new Tonnes(700)));
        (hall.Units(2), hall.Cash(2)).ShouldBe((0, 2_950_000));
    }

    [Fact]
    public void AT_S34_korea_the_exchanges_worked_example_clears_10_000_t_at_10_300_won()
    {
        var hall = new AuctionHall(MarketRules.Korea, "KRW", bidders: 10);
        var auction = hall.Announce("paid-allocation", 10_000, "10000");
        hall.Market.At(AuctionHall.Opens);
        (long, string)[] bids =
        [
            (1_000, "11000"), (1_500, "11000"), (2_500, "11000"), (1_000, "10500"), (2_000, "10500"),
            (1_000, "10300"), (1_000, "10300"), (2_000, "10300"), (1_000, "10000"), (2_000, "10000"),
        ];
        for (var i = 0; i < bids.Length; i++)
        {
            hall.Seal(auction, i, bids[i]);
        }

        var result = hall.Clear(auction);

        // Of 11,000 and 10,500 all 8,000 t; the 2,000 t that are left go to who bid 10,300 first.
        result.Price.ShouldBe(hall.Per("10300"));
        Enumerable.Range(0, 10).Select(i => hall.Units(i))
            .ShouldBe([1_000, 1_500, 2_500, 1_000, 2_000, 1_000, 1_000, 0, 0, 0]);
        result.Amount.ShouldBe(hall.Of("103000000"));
        hall.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S34_korea_the_first_auction_of_2019_sells_550_000_t_at_25_500_won_to_four_of_seven()
    {
        var hall = new AuctionHall(MarketRules.Korea, "KRW", bidders: 7);
        var auction = hall.Announce("paid-allocation-2019", 550_000, "23100");
        hall.Market.At(AuctionHall.Opens);
        (long, string)[] bids =
        [
            (165_000, "27500"), (165_000, "26500"), (165_000, "26000"), (155_000, "25500"), (150_000, "25000"),
            (150_000, "24000"), (120_000, "23100"),
        ];
        for (var i = 0; i < bids.Length; i++)
        {
            hall.Seal(auction, i, bids[i]);
        }

        var result = hall.Clear(auction);

        (result.Price, result.Sold).ShouldBe((hall.Per("25500"), new Tonnes(550_000)));
        (result.Bidders, result.Winners).ShouldBe((7, 4));

        // Published: bids of 1.07 million t, 194.55 % of the offer.
        Math.Round(100m * result.Demand.Value / result.Offered.Value, 2).ShouldBe(194.55m);
        result.Amount.ShouldBe(hall.Of("14025000000"));
    }

    [Fact]
    public void AT_S34_korea_under_a_cap_of_15_percent_five_bidders_cannot_take_up_550_000_t()
    {
        var hall = new AuctionHall(MarketRules.Korea, "KRW", bidders: 9);
        var auction = hall.Announce("paid-allocation-2019-03", 550_000, "25000");
        hall.Market.At(AuctionHall.Opens);
        for (var i = 0; i < 9; i++)
        {
            hall.Seal(auction, i, (100_000, i < 5 ? "26000" : "24000"));
        }

        var result = hall.Clear(auction);

        // 82,500 t each: 412,500 t sold, 137,500 t are left.
        hall.Units(0).ShouldBe(82_500);
        (result.Sold, result.Offered - result.Sold).ShouldBe((new Tonnes(412_500), new Tonnes(137_500)));
        result.Bidders.ShouldBe(5);
    }

    [Theory]
    [InlineData(60_000, "12.00", 60_000, "720000.00")]
    [InlineData(120_000, "10.00", 100_000, "1000000.00")]
    public void AT_S34_california_the_last_bid_served_sets_the_price(
        long offered, string price, long sold, string amount)
    {
        // 10 lots at 15.00, 50 at 12.00, 40 at 10.00, a lot being 1,000.
        var hall = new AuctionHall(MarketRules.California, "USD");
        var auction = hall.Announce("example", offered, "10.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (10_000, "15.00"), (50_000, "12.00"), (40_000, "10.00"));

        var result = hall.Clear(auction);

        (result.Price, result.Sold, result.Amount).ShouldBe((hall.Per(price), new Tonnes(sold), hall.Of(amount)));
        (hall.Units(0), hall.Revenue).ShouldBe((sold, hall.Of(amount).Minor));
    }

    [Fact]
    public void AT_S34_california_consigned_allowances_are_sold_first_and_in_proportion()
    {
        var hall = new AuctionHall(MarketRules.California, "USD");
        hall.Market.Do(new IssueOffsets(hall[0].TradingAccount!.Value, "CCER", default, new Tonnes(10_000), "P-1"));
        hall.Market.Do(new IssueOffsets(hall[1].TradingAccount!.Value, "CCER", default, new Tonnes(5_000), "P-2"));
        var announced = hall.Announcement("example", 20_000, "10.00") with { Unit = "CCER", Vintage = default };
        hall.Market.Do(announced);
        var auction = new AuctionId(1);
        hall.Do(new ConsignUnits(hall[0].Id, auction, new Tonnes(10_000)), 0);
        hall.Do(new ConsignUnits(hall[1].Id, auction, new Tonnes(5_000)), 1);
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 2, (12_000, "10.00"));

        var result = hall.Clear(auction);

        // 12,000 of 15,000: 8,000 of the first, 4,000 of the second, none of the state's own.
        var ccer = Asset.Unit("CCER");
        (result.Offered, result.Sold, result.Own).ShouldBe((new Tonnes(35_000), new Tonnes(12_000), Tonnes.Zero));
        (hall.Units(0, ccer), hall.Units(1, ccer), hall.Units(2, ccer)).ShouldBe((2_000, 1_000, 12_000));
        (hall.Cash(0), hall.Cash(1), hall.Revenue).ShouldBe((8_000_000, 4_000_000, 0));
        hall.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S34_california_purchase_limits_are_25_percent_4_percent_and_25_percent_of_a_group()
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

        var result = hall.Clear(auction, "tide");

        // 25,000 and 4,000; of the sisters the dearer bid whole, then 5,000 of the other: 54,000 t.
        Enumerable.Range(0, 4).Select(i => hall.Units(i)).ShouldBe([25_000, 4_000, 5_000, 20_000]);
        (result.Sold, result.Price).ShouldBe((new Tonnes(54_000), hall.Per("11.00")));
    }

    [Fact]
    public void AT_S34_california_reserve_sale_each_tier_at_its_own_price()
    {
        var hall = new AuctionHall(MarketRules.California, "USD");
        hall.Give(0, "500000.00").Give(1, "500000.00");
        hall.Market.Do(hall.Announcement("reserve-sale", 0, "10.00") with
        {
            Reserve = null,
            Tiers = [new Tonnes(2_000), new Tonnes(2_000)],
        });
        var sale = new AuctionId(1);
        hall.Market.At(AuctionHall.Opens);
        hall.Do(new PlaceBid(hall[0].Id, sale, hall.Per("53.20"), new Tonnes(3_000)), 0);
        hall.Do(new PlaceBid(hall[1].Id, sale, hall.Per("41.40"), new Tonnes(2_000)), 1);
        hall.Market.At(AuctionHall.Closes);

        // Tier 1: two lots for five asked for: 1.2 and 0.8, so one each. Tier 2: the first buyer's other two lots.
        var result = hall.Result(sale);
        result.Awards.ShouldBe(
        [
            new AuctionAward(hall[0].Id, hall.Per("41.40"), new Tonnes(1_000)),
            new AuctionAward(hall[1].Id, hall.Per("41.40"), new Tonnes(1_000)),
            new AuctionAward(hall[0].Id, hall.Per("53.20"), new Tonnes(2_000)),
        ]);

        // 2,000 × 41.40 + 2,000 × 53.20 = 189,200.00; the first paid 41,400 + 106,400 = 147,800.00.
        hall.Revenue.ShouldBe(18_920_000);
        hall.Cash(0).ShouldBe(50_000_000 - 14_780_000);
        hall.Cash(1).ShouldBe(50_000_000 - 4_140_000);
    }

    [Fact]
    public void AT_S34_eu_an_auction_whose_bids_fall_short_is_cancelled_and_everything_goes_back()
    {
        var hall = new AuctionHall(MarketRules.Eu, "EUR");
        var auction = hall.Announce("primary", 10_000, "0.01", "spring");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (5_000, "70.00"));
        hall.Seal(auction, 1, (4_500, "68.50"));

        var result = hall.Clear(auction, "spring");

        (result.Price, result.Sold, result.Demand).ShouldBe((null, Tonnes.Zero, new Tonnes(9_500)));
        hall.Auction(auction).Status.ShouldBe(AuctionStatus.Void);
        (hall.Cash(0), hall.Cash(1), hall.Revenue).ShouldBe((35_000_000, 30_825_000, 0));
        hall.State.Ledger.Total(hall.Market.System.Issuance, AuctionHall.Cea).ShouldBe(0);
    }

    [Theory]
    [InlineData("spring")]
    [InlineData("summer")]
    [InlineData("autumn")]
    public void AT_S34_eu_tied_bids_are_served_in_the_order_that_anybody_can_draw_again(string seed)
    {
        var hall = new AuctionHall(MarketRules.Eu, "EUR");
        var auction = hall.Announce("primary", 2_000, "0.01", seed);
        hall.Market.At(AuctionHall.Opens);
        var seals = Enumerable.Range(0, 3).Select(i => hall.Seal(auction, i, (1_500, "70.00"))).ToArray();

        hall.Clear(auction, seed);

        // By hand: SHA-256 of the seed, the auction and the seals; then of that and the bid's number; lowest first.
        var basis = Sha([seed, "AU1", .. seals.Select(seal => seal.ToString())]);
        var order = Enumerable.Range(1, 3).OrderBy(n => Sha([basis, $"{n}"]), StringComparer.Ordinal).ToArray();
        hall.Units(order[0] - 1).ShouldBe(1_500);
        hall.Units(order[1] - 1).ShouldBe(500);
        hall.Units(order[2] - 1).ShouldBe(0);
        hall.Result(auction).Seed.ShouldBe(seed);
    }

    [Fact]
    public void AT_S34_uk_no_bid_below_22_00_and_the_lowest_bid_sets_the_price_when_bids_fall_short()
    {
        var hall = new AuctionHall(MarketRules.Uk, "GBP");
        hall.Market.Refuse(hall.Announcement("primary", 10_000, "21.99", "seed")).ShouldBe(AuctionRefusals.BelowLowest);
        var auction = hall.Announce("primary", 10_000, "22.00", "seed");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (5_000, "45.10"), (1_000, "21.99"));
        hall.Seal(auction, 1, (2_500, "24.37"));
        hall.Seal(auction, 2, (2_400, "30.00"));

        var result = hall.Clear(auction, "seed");

        // 2,400 is no multiple of 500. 7,500 × 24.37 = 182,775.00.
        (result.Price, result.Sold, result.Amount)
            .ShouldBe((hall.Per("24.37"), new Tonnes(7_500), hall.Of("182775.00")));
        (hall.Units(0), hall.Units(1), hall.Units(2)).ShouldBe((5_000, 2_500, 0));
    }

    private static string Sha(IEnumerable<string> lines) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
}
