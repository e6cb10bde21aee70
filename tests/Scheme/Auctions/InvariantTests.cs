using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Auctions;

namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>The checks of auctions do find what is wrong, and auctions keep to the cap of their period.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void A_bid_whose_money_is_not_there_is_found()
    {
        var (hall, auction) = Sealed();
        hall.Auction(auction).Entries.Remove(hall[0].Id);
        Found(hall).ShouldContain("kept-for-trading-differs");
    }

    [Fact]
    public void Two_bids_of_one_number_are_found()
    {
        var (hall, auction) = Sealed();
        var entries = hall.Auction(auction).Entries;
        entries[hall[1].Id] = entries[hall[1].Id] with { Number = entries[hall[0].Id].Number };
        Found(hall).ShouldContain("auction-outside-rules");
    }

    [Fact]
    public void Revenue_that_no_result_explains_is_found()
    {
        var (hall, auction) = Sealed();
        hall.Clear(auction);
        Found(hall).ShouldBeEmpty();
        var money = Asset.Money(hall.Currency);
        var move = new Draft(
            money, new Place(hall.State.Auctions.Revenue!.Value), new Place(hall[0].TradingAccount!.Value), 1);
        hall.State.Ledger.Post(hall.State.Ledger.Plan().Transact("Auction", move).Value);
        Found(hall).ShouldContain("auction-revenue-differs");
    }

    [Fact]
    public void A_result_that_sells_more_than_was_offered_is_found()
    {
        var (hall, auction) = Sealed();
        hall.Clear(auction);
        var one = hall.Auction(auction);
        one.Result = one.Result! with { Offered = new Tonnes(1) };
        Found(hall).ShouldContain("auction-outside-rules");
    }

    [Fact]
    public void An_auction_the_clock_decides_stays_on_the_agenda()
    {
        var hall = new AuctionHall(MarketRules.California, "USD");
        hall.Market.Do(hall.Announcement("reserve-sale", 0, "10.00") with
        {
            Reserve = null,
            Tiers = [new Tonnes(1_000), new Tonnes(1_000)],
        });
        Found(hall).ShouldBeEmpty();
        hall.State.Agenda.Remove(hall.Auction(new AuctionId(1)).End.ShouldNotBeNull());
        Found(hall).ShouldContain("auction-outside-rules");
    }

    [Fact]
    public void What_is_auctioned_counts_for_the_cap_of_its_period_and_what_is_not_sold_no_longer()
    {
        var hall = new AuctionHall(MarketRules.Guangdong, change: text =>
        {
            var at = text.IndexOf("surrender, by: 2023-12-31", StringComparison.Ordinal);
            return text.Insert(
                text.IndexOf("    sectors:", at, StringComparison.Ordinal), "    cap: { total: 1500 t }\n");
        });
        hall.Market.Refuse(hall.Announcement("paid", 1_501, "35.00")).ShouldBe(AllocationRefusals.BeyondCap);
        var auction = hall.Announce("paid", 1_000, "35.00");
        var refusal = hall.Market.Refusal(hall.Announcement("paid", 501, "35.00"));
        (refusal["cap"], refusal["used"], refusal["left"]).ShouldBe(("1,500 t", "1,000 t", "500 t"));
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (300, "35.00"));
        hall.Clear(auction);
        PeriodCaps.Of(hall.State).Single().Used.ShouldBe(new Tonnes(300));
    }

    private static (AuctionHall Hall, AuctionId Auction) Sealed()
    {
        var hall = new AuctionHall(MarketRules.Guangdong);
        var auction = hall.Announce("paid", 1_000, "35.00");
        hall.Market.At(AuctionHall.Opens);
        hall.Seal(auction, 0, (400, "40.00"));
        hall.Seal(auction, 1, (400, "41.00"));
        return (hall, auction);
    }

    private static IEnumerable<string> Found(AuctionHall hall) =>
        Invariants.Check(hall.State).Select(violation => violation.Code);
}
