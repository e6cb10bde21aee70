using Tanheng.Market.Auctions;
using Tanheng.Quantities;

namespace Tanheng.Market.Tests.Auctions;

/// <summary>What counts of a bid, tiers of a fixed-price sale, and the draw that a reader can repeat.</summary>
public sealed class BidReviewTests
{
    private static readonly BidLimits Limits = new(Reserve: 2200, Lot: 500, Tick: 1, Cap: 2500, Collateral: 10_000_000);

    [Fact]
    public void What_must_be_kept_is_the_dearest_price_at_which_a_bid_could_be_served()
    {
        // 500 at 30.00 = 15,000.00; with 1,000 more at 25.00: 1,500 × 25.00 = 37,500.00; with 500 at 10.00: 20,000.00.
        BidReview.Needed([(1000, 500), (3000, 500), (2500, 1000)]).ShouldBe(3_750_000);
        BidReview.Needed([]).ShouldBe(0);
    }

    [Fact]
    public void Lines_that_break_a_rule_do_not_count()
    {
        BidReview.Of([(2300, 400), (2199, 500), (0, 500), (2300, 0), (2200, 500)], Limits).ShouldBe(
        [
            new ReviewedLine(0, 0, BidFault.BadLot),
            new ReviewedLine(1, 0, BidFault.BelowReserve),
            new ReviewedLine(2, 0, BidFault.OffTick),
            new ReviewedLine(3, 0, BidFault.BadLot),
            new ReviewedLine(4, 500, BidFault.None),
        ]);
        BidReview.Of([(2205, 500)], Limits with { Tick = 10 })[0].Fault.ShouldBe(BidFault.OffTick);
    }

    [Fact]
    public void Beyond_the_cap_the_dearest_lines_count_first()
    {
        BidReview.Of([(2300, 1000), (2500, 2000)], Limits).ShouldBe(
            [new ReviewedLine(0, 500, BidFault.BeyondCap), new ReviewedLine(1, 2000, BidFault.None)]);
    }

    [Fact]
    public void Beyond_the_collateral_whole_lots_count()
    {
        // 40,000.00 pay for 1,600 t at 25.00: three lots of 500. At 24.00 for 1,666 t: no fourth lot.
        BidReview.Of([(2500, 2000), (2400, 500)], Limits with { Collateral = 4_000_000 }).ShouldBe(
        [
            new ReviewedLine(0, 1500, BidFault.BeyondCollateral),
            new ReviewedLine(1, 0, BidFault.BeyondCollateral),
        ]);
    }

    [Fact]
    public void A_group_has_one_cap_together()
    {
        AuctionBid[] bids = [new(1, 2300, 1000, 1), new(2, 2400, 1000, 2), new(3, 2300, 1000, 3)];

        BidReview.OfGroup(bids, 1700, 500).ShouldBe(
            new Dictionary<long, long> { [2] = 1000, [1] = 500, [3] = 0 }, ignoreOrder: true);
    }

    [Fact]
    public void Random_bids_count_as_far_as_caps_and_money_reach()
    {
        var chance = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var lines = Enumerable.Range(0, chance.Next(1, 6))
                .Select(_ => ((long)chance.Next(1, 30), (long)chance.Next(1, 20) * 5)).ToArray();
            var limits = new BidLimits(chance.Next(1, 10), 5, 1, chance.Next(0, 200), chance.Next(0, 3000));
            var counts = BidReview.Of(lines, limits);

            var counted = counts.Select(one => (lines[one.Line].Item1, one.Counts)).ToArray();
            counted.Sum(one => one.Counts).ShouldBeLessThanOrEqualTo(limits.Cap);
            BidReview.Needed(counted).ShouldBeLessThanOrEqualTo(limits.Collateral);
            counts.ShouldAllBe(one => (one.Fault == BidFault.None) == (one.Counts == lines[one.Line].Item2));

            // One lot more of a line cut short would be beyond what it was cut for.
            foreach (var cut in counts.Where(one => one.Fault is BidFault.BeyondCap or BidFault.BeyondCollateral))
            {
                var (price, _) = lines[cut.Line];
                var upTo = counts.Where(one => lines[one.Line].Item1 > price
                    || (lines[one.Line].Item1 == price && one.Line <= cut.Line)).Sum(one => one.Counts) + 5;
                (upTo > limits.Cap || upTo * price > limits.Collateral).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void AT_S34_california_reserve_tiers_are_sold_from_the_lowest_price_up()
    {
        // Two tiers of 2,000: A takes any price for 3,000, B the lower price only for 2,000. Tier 1: 2,000 for 5 lots
        // asked for, 3 of them A's: A 1.2, B 0.8 lots; the second lot goes to the larger remainder. Tier 2: A the rest.
        Tier[] tiers = [new(4140, 2000), new(5320, 2000)];
        AuctionBid[] bids = [new(1, 5320, 3000, 1), new(2, 4140, 2000, 2)];

        TieredSale.Clear(tiers, bids, 1000, Marginal.ProRata, (_, _) => 0).ShouldBe(
            [new TierAward(1, 0, 1000), new TierAward(2, 0, 1000), new TierAward(1, 1, 2000)]);
    }

    [Fact]
    public void The_draw_is_what_sha256sum_says()
    {
        // printf 'rain on the roof\nA1\n' | sha256sum, then printf 'BASIS\n1\n' | sha256sum and so on; and
        // printf 'rain on the roof\n' | sha256sum for the announcement.
        var basis = Draw.Basis("rain on the roof", "A1", []);

        Draw.Commitment("rain on the roof").ToString()
            .ShouldBe("8f458e30ce243e23e3e6a004e10596a88db81fe37417ecfbbd1d09a85ebd0af1");
        basis.ToString().ShouldBe("9bd240e9c8be0fd2e9eb0796c1bf621465c44bd39e32c403d6eb5edf75ba5685");
        Draw.Key(basis, 1).ShouldBe("9a3932426592c294a43fa281f63ea72787d219203c70f4340e2fcb56b42b3cad");
        Draw.Key(basis, 2).ShouldBe("296e32c92010aa74da1944883005b0bbe6f8067cab48330df5f811ca28da1ee0");
    }
}
