using Tanheng.Quantities;

namespace Tanheng.Market.Auctions;

/// <summary>A bid that counts.</summary>
/// <param name="Id">Whose; unique within an auction.</param>
/// <param name="Price">Highest price it pays, in minor units for each tonne.</param>
/// <param name="Quantity">Tonnes, a multiple of the lot.</param>
/// <param name="Arrival">Its place in time; lower is earlier, unique within an auction.</param>
public readonly record struct AuctionBid(long Id, long Price, long Quantity, long Arrival);

/// <summary>How much a bid gets.</summary>
public readonly record struct Award(long Id, long Quantity);

/// <summary>The rules of one clearing.</summary>
/// <param name="Offered">Tonnes, a multiple of the lot.</param>
/// <param name="Reserve">The lowest price at which anything is sold, minor units for each tonne.</param>
/// <param name="Lot">Every quantity is a multiple of it.</param>
/// <param name="Marginal">At the last price.</param>
/// <param name="Undersubscribed">When there are too few bids.</param>
public sealed record ClearingRule(
    long Offered, long Reserve, long Lot, Marginal Marginal, Undersubscribed Undersubscribed);

/// <summary>What a clearing arrives at.</summary>
/// <param name="Price">What every winner pays for each tonne; null when nothing is sold.</param>
/// <param name="Demand">Tonnes of all bids at or above the reserve price.</param>
/// <param name="Sold">Tonnes.</param>
/// <param name="Awards">Bids that get something, the best first.</param>
public sealed record Clearing(long? Price, long Demand, long Sold, IReadOnlyList<Award> Awards);
