using Tanheng.Ledger;
using Tanheng.Market.Auctions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Scheme.Auctions;

/// <summary>结算拍卖: decides an auction and settles it.</summary>
/// <param name="Auction">Which.</param>
/// <param name="Seed">The seed whose digest was announced, where ties are drawn; empty otherwise.</param>
public sealed record ClearAuction(AuctionId Auction, string Seed = "") : Command;

/// <summary>成交结果: who got what at which price, and everything that moved for it.</summary>
public sealed record AuctionCleared(AuctionId Auction, AuctionResult Result, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// A sealed auction is cleared once its bids are open or the time for it is over; what the clock decides, it decides at
/// the close. Refusals in order: no exchange, exchange not opened; unknown auction, auction over; cleared by the clock;
/// not to be cleared yet; wrong seed, seed not needed.
/// </summary>
public static class AuctionClearing
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ClearAuction>("clear-auction", Permission.Of(Role.Authority), Decide)
        .Event<AuctionCleared>("auction-cleared", Apply)
        .WhenDue(DueKind.AuctionEnd, End);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ClearAuction command)
    {
        if (!AuctionLookup.Open(state, command.Auction).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        var (announcement, calendar) = (auction.Announcement, state.Rules.Calendar);
        if (announcement.ByClock)
        {
            return AuctionRefusals.ByClock.With(("closes", calendar.Local(announcement.Closes)));
        }

        if (auction.PhaseAt(context.Time) != AuctionPhase.Clearing)
        {
            return AuctionRefusals.NotClearing.With(
                ("auction", auction.Id), ("until", calendar.Local(announcement.OpenUntil)));
        }

        var seed = string.IsNullOrEmpty(command.Seed) ? null : command.Seed;
        if (announcement.Seed is { } digest && (seed is null || Draw.Commitment(seed) != digest))
        {
            return AuctionRefusals.WrongSeed.With();
        }

        return announcement.Seed is null && seed is not null
            ? AuctionRefusals.SeedNotNeeded.With()
            : Decision.Of(Clear(state, auction, seed));
    }

    private static Decision End(SchemeState state, in Context context, Due due)
    {
        var auction = state.Auctions.Find(new AuctionId(long.Parse(due.Subject)));
        return auction is { Status: AuctionStatus.Open } ? Decision.Of(Clear(state, auction, null)) : Decision.Of();
    }

    private static AuctionCleared Clear(SchemeState state, Auction auction, string? seed)
    {
        var cleared = AuctionMath.Clear(state, auction, seed);
        var (own, revenue, forfeited, transactions) = AuctionSettlement.Plan(state, auction, cleared);
        var result = new AuctionResult(
            cleared.Price,
            AuctionMath.Offered(state, auction),
            cleared.Demand,
            cleared.Sold,
            cleared.Amount(auction.Announcement.Limit.Currency),
            own,
            revenue,
            forfeited,
            cleared.Bidders,
            auction.Bids.Count(entry => !entry.IsOpen),
            cleared.Awards,
            seed);
        return new AuctionCleared(auction.Id, result, transactions);
    }

    private static void Apply(SchemeState state, in Context context, AuctionCleared happened)
    {
        var auction = state.Auctions.Find(happened.Auction)!;
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
            Delivery.NoteUnsettled(state, transaction);
        }

        auction.Result = happened.Result;
        auction.Status = happened.Result.Sold == Tonnes.Zero ? AuctionStatus.Void : AuctionStatus.Sold;
        state.Agenda.Remove(auction.Announcement.End);
    }
}
