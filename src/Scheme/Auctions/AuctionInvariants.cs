using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Auctions;

/// <summary>
/// What must hold of auctions after every row: the revenue account holds what results say; of a result, awards make up
/// what was sold, never more than was offered, at prices on the right side of the limit; the clock has what it decides
/// on the agenda, but for what waits for the end of a halt; bids have different numbers. What auctions keep is checked
/// with the orders.
/// </summary>
internal static class AuctionInvariants
{
    public static void Check(SchemeState state, List<Violation> found)
    {
        var money = Asset.Money(state.Rules.Currency);
        var told = state.Auctions.Auctions.Sum(auction => auction.Result?.Revenue.Minor ?? 0);
        var held = state.Auctions.Revenue is { } account ? state.Ledger.Total(account, money) : 0;
        if (told != held)
        {
            found.Add(new Violation(1, "auction-revenue-differs", new Text(
                $"拍卖收入账户 {held}，各场结果合计 {told}。",
                $"The revenue account holds {held}, the results of all auctions say {told}.")));
        }

        foreach (var auction in state.Auctions.Auctions.Where(auction => !Holds(state, auction)))
        {
            found.Add(new Violation(6, "auction-outside-rules", new Text(
                $"拍卖 {auction.Id} 的报价或结果与规则不符。",
                $"Bids or the result of auction {auction.Id} are outside its rules.")));
        }
    }

    private static bool Holds(SchemeState state, Auction auction)
    {
        var announcement = auction.Announcement;
        var numbers = auction.Bids.Select(entry => entry.Number).ToArray();
        var isPostponed = auction.IsPostponed && TradingHalts.Of(state, announcement.Instrument) is not null;
        var onAgenda = auction.End is { } end && state.Agenda.Items.Contains(end);
        if (numbers.Distinct().Count() != numbers.Length || numbers.Any(number => number >= auction.NextBid)
            || onAgenda != (auction.Status == AuctionStatus.Open && announcement.ByClock && !isPostponed))
        {
            return false;
        }

        return auction.Result is not { } result || (result.Sold <= result.Offered
            && result.Awards.Sum(award => award.Quantity.Value) == result.Sold.Value
            && result.Awards.All(award => announcement.Side == Trading.OrderSide.Sell
                ? award.Price >= announcement.Limit
                : award.Price <= announcement.Limit));
    }
}
