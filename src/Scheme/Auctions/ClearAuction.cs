using Tanheng.Ledger;
using Tanheng.Market.Auctions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Auctions;

/// <summary>结算拍卖: decides an auction and settles it.</summary>
/// <param name="Auction">Which.</param>
/// <param name="Seed">The seed whose digest was announced, where ties are drawn; empty otherwise.</param>
public sealed record ClearAuction(AuctionId Auction, string Seed = "") : Command;

/// <summary>成交结果: who got what at which price, and everything that moved for it.</summary>
public sealed record AuctionCleared(AuctionId Auction, AuctionResult Result, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// 暂缓成交: what the clock would decide now is not decided during a halt; its bids stand until the halt ends.
/// </summary>
public sealed record AuctionPostponed(AuctionId Auction, string Reason) : Event;

/// <summary>
/// A sealed auction is cleared once its bids are open or the time for it is over; what the clock decides, it decides at
/// the close, or at the end of the halt that its units are under then. Refusals in order: no exchange, exchange not
/// opened; unknown auction, auction over; cleared by the clock; not to be cleared yet; halted; wrong seed, seed not
/// needed.
/// </summary>
public static class AuctionClearing
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ClearAuction>("clear-auction", Permission.Of(Role.Authority), Decide)
        .Event<AuctionCleared>("auction-cleared", Apply)
        .Event<AuctionPostponed>("auction-postponed", Apply)
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

        if (TradingHalts.Check(state, announcement.Instrument) is { } halted)
        {
            return halted;
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
        return auction is not { Status: AuctionStatus.Open } ? Decision.Of()
            : TradingHalts.Of(state, auction.Announcement.Instrument) is { } halt
                ? Decision.Of(new AuctionPostponed(auction.Id, halt.Reason))
            : Decision.Of(Clear(state, auction, null));
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
        Forget(state, auction);
    }

    private static void Apply(SchemeState state, in Context context, AuctionPostponed happened) =>
        Forget(state, state.Auctions.Find(happened.Auction)!);

    /// <summary>The clock does not decide it any more, or not yet.</summary>
    internal static void Forget(SchemeState state, Auction auction)
    {
        if (auction.End is { } end)
        {
            state.Agenda.Remove(end);
            auction.DecidesAt = null;
        }
    }

    /// <summary>A halt has ended: what it kept from being decided is decided now.</summary>
    internal static void Resume(SchemeState state, DateTimeOffset now)
    {
        foreach (var auction in state.Auctions.Auctions.Where(one => one.IsPostponed
            && TradingHalts.Of(state, one.Announcement.Instrument) is null))
        {
            auction.DecidesAt = now;
            state.Agenda.Add(auction.End!.Value);
        }
    }
}
