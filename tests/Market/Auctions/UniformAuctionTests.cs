using Tanheng.Market.Auctions;
using Tanheng.Quantities;

namespace Tanheng.Market.Tests.Auctions;

/// <summary>Cases E14 and E15 of the exchange, and random auctions against a second clearing.</summary>
public sealed class UniformAuctionTests
{
    private static readonly AuctionBid A = new(1, 6200, 400, 1);
    private static readonly AuctionBid B = new(2, 6100, 300, 2);
    private static readonly AuctionBid C = new(3, 6000, 500, 3);
    private static readonly AuctionBid D = new(4, 6000, 200, 4);

    [Theory]
    [InlineData(Marginal.Time, 1, 300, 0)]
    [InlineData(Marginal.ProRata, 1, 214, 86)]
    [InlineData(Marginal.ProRata, 100, 200, 100)]
    public void AT_E14_the_marginal_300_tonnes(Marginal rule, long lot, long c, long d)
    {
        var clearing = Clear(new ClearingRule(1000, 1, lot, rule, Undersubscribed.LowestBid), A, B, C, D);

        clearing.Price.ShouldBe(6000);
        (clearing.Sold, clearing.Demand).ShouldBe((1000, 1400));
        Of(clearing, A).ShouldBe(400);
        Of(clearing, B).ShouldBe(300);
        Of(clearing, C).ShouldBe(c);
        Of(clearing, D).ShouldBe(d);
    }

    [Fact]
    public void AT_E14_an_offer_of_700_clears_at_the_lowest_accepted_price()
    {
        var clearing = Clear(new ClearingRule(700, 1, 1, Marginal.Time, Undersubscribed.Void), A, B, C, D);

        clearing.Price.ShouldBe(6100);
        clearing.Awards.ShouldBe([new Award(1, 400), new Award(2, 300)]);
    }

    [Theory]
    [InlineData(Undersubscribed.LowestBid, 6000L, 700)]
    [InlineData(Undersubscribed.Reserve, 5950L, 700)]
    [InlineData(Undersubscribed.Void, null, 0)]
    public void AT_E15_an_offer_of_1000_with_too_few_bids(Undersubscribed rule, long? price, long sold)
    {
        var clearing = Clear(
            new ClearingRule(1000, 5950, 1, Marginal.Time, rule),
            A,
            new AuctionBid(2, 6000, 300, 2),
            new AuctionBid(3, 5900, 500, 3));

        clearing.Price.ShouldBe(price);
        (clearing.Sold, clearing.Demand).ShouldBe((sold, 700));
        clearing.Awards.ShouldNotContain(award => award.Id == 3);
    }

    [Theory]
    [InlineData(Undersubscribed.LowestBid)]
    [InlineData(Undersubscribed.Reserve)]
    [InlineData(Undersubscribed.Void)]
    public void AT_E15_without_a_bid_there_is_no_price(Undersubscribed rule)
    {
        var clearing = Clear(new ClearingRule(1000, 5950, 1, Marginal.Time, rule));

        clearing.Price.ShouldBeNull();
        clearing.Sold.ShouldBe(0);
    }

    [Fact]
    public void Random_auctions_clear_as_the_plain_one_does()
    {
        var chance = new Random(20260331);
        var met = new HashSet<string>();
        for (var i = 0; i < 20_000; i++)
        {
            var lot = chance.Next(3) switch { 0 => 1, 1 => 10, _ => 500 };
            var rule = new ClearingRule(
                chance.Next(1, 40) * lot,
                chance.Next(1, 20),
                lot,
                (Marginal)chance.Next(4),
                (Undersubscribed)chance.Next(3));
            var bids = Enumerable.Range(1, chance.Next(0, 9)).Select(id => new AuctionBid(
                id, chance.Next(1, 25), chance.Next(1, 15) * lot, id)).ToArray();
            var basis = Draw.Basis("seed " + i, "A1", []);
            var draw = Draw.Order(basis, bid => bid.Id);
            chance.Shuffle(bids);

            var clearing = UniformAuction.Clear(rule, bids, draw);
            var (price, sold, awards) = NaiveAuction.Clear(rule, bids, draw);

            clearing.Price.ShouldBe(price);
            clearing.Sold.ShouldBe(sold);
            clearing.Awards.Sum(award => award.Quantity).ShouldBe(sold);
            clearing.Awards.ToDictionary(award => award.Id, award => award.Quantity)
                .ShouldBe(awards.Where(pair => pair.Value > 0), ignoreOrder: true);
            met.Add(sold == 0 ? "nothing" : sold < rule.Offered ? "part" : $"all {rule.Marginal}");
        }

        met.Count.ShouldBe(6, "nothing, a part, and all by each rule");
    }

    private static Clearing Clear(ClearingRule rule, params AuctionBid[] bids) =>
        UniformAuction.Clear(rule, bids, (_, _) => throw new InvalidOperationException("No draw was asked for."));

    private static long Of(Clearing clearing, AuctionBid bid) =>
        clearing.Awards.Where(award => award.Id == bid.Id).Sum(award => award.Quantity);
}
