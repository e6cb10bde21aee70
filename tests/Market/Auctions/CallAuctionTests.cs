using Tanheng.Market.Auctions;
using Tanheng.Quantities;

namespace Tanheng.Market.Tests.Auctions;

/// <summary>Case E13: the price of a call auction, and its ties.</summary>
public sealed class CallAuctionTests
{
    [Theory]
    [InlineData(6005, 6005)]
    [InlineData(6100, 6010)]
    [InlineData(5000, 5990)]
    public void AT_E13a_any_tick_would_do_the_nearest_to_the_reference_is_taken(long reference, long price)
    {
        CallOrder[] orders = [new(true, 6010, 100), new(false, 5990, 100)];

        CallAuction.Price(orders, reference).ShouldBe(new CallPrice(price, 100));
    }

    [Theory]
    [InlineData(150, 100, 6010)]
    [InlineData(100, 150, 5990)]
    public void AT_E13b_who_is_left_over_moves_the_price(long bid, long ask, long price)
    {
        CallOrder[] orders = [new(true, 6010, bid), new(false, 5990, ask)];

        CallAuction.Price(orders, 6000).ShouldBe(new CallPrice(price, 100));
    }

    [Theory]
    [InlineData(Marginal.Time, 100, 50)]
    [InlineData(Marginal.ProRata, 75, 75)]
    public void AT_E13c_two_bids_of_100_share_150(Marginal rule, long first, long second)
    {
        AuctionBid[] bids = [new(1, 6010, 100, 1), new(2, 6010, 100, 2)];

        Shares.Split(bids, 150, 1, rule, (_, _) => 0)
            .ShouldBe([new Award(1, first), new Award(2, second)]);
    }

    [Fact]
    public void AT_E13c_with_a_seed_either_may_be_first_and_the_same_seed_says_the_same()
    {
        AuctionBid[] bids = [new(1, 6010, 100, 1), new(2, 6010, 100, 2)];
        Award[] Of(int seed) =>
            [.. Shares.Split(bids, 150, 1, Marginal.Seed, Draw.Order(Draw.Basis($"{seed}", "A1", []), bid => bid.Id))];

        var draws = Enumerable.Range(0, 200).Select(Of).ToList();
        draws.Count(draw => draw[0] == new Award(1, 100)).ShouldBeInRange(60, 140);
        draws.ShouldAllBe(draw => draw[0].Quantity == 100 && draw[1].Quantity == 50);
        for (var seed = 0; seed < 200; seed++)
        {
            Of(seed).ShouldBe(draws[seed]);
        }
    }

    [Fact]
    public void Nothing_crosses_there_is_no_price()
    {
        CallAuction.Price([new(true, 5990, 100), new(false, 6010, 100)], 6000).ShouldBe(new CallPrice(null, 0));
        CallAuction.Price([], 6000).ShouldBe(new CallPrice(null, 0));
    }

    [Fact]
    public void Random_books_have_the_price_that_a_look_at_every_tick_finds()
    {
        var chance = new Random(13);
        for (var i = 0; i < 5_000; i++)
        {
            var orders = Enumerable.Range(0, chance.Next(0, 8)).Select(_ => new CallOrder(
                chance.Next(2) == 0, chance.Next(5, 25), chance.Next(1, 6) * 10)).ToArray();
            var reference = chance.Next(1, 30);

            CallAuction.Price(orders, reference).ShouldBe(Naive(orders, reference));
        }
    }

    private static CallPrice Naive(CallOrder[] orders, long reference)
    {
        var ticks = Enumerable.Range(1, 40).Select(price =>
        {
            var bought = orders.Where(one => one.IsBid && one.Price >= price).Sum(one => one.Quantity);
            var sold = orders.Where(one => !one.IsBid && one.Price <= price).Sum(one => one.Quantity);
            return (Price: (long)price, Volume: Math.Min(bought, sold), Surplus: bought - sold);
        }).ToList();
        var most = ticks.Max(tick => tick.Volume);
        if (most == 0)
        {
            return new CallPrice(null, 0);
        }

        ticks.RemoveAll(tick => tick.Volume < most);
        var least = ticks.Min(tick => Math.Abs(tick.Surplus));
        ticks.RemoveAll(tick => Math.Abs(tick.Surplus) > least);
        var price = ticks.TrueForAll(tick => tick.Surplus > 0) ? ticks[^1].Price
            : ticks.TrueForAll(tick => tick.Surplus < 0) ? ticks[0].Price
            : ticks.MinBy(tick => (Math.Abs(tick.Price - reference), tick.Price)).Price;
        return new CallPrice(price, most);
    }
}
