using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>The guards that commands on an auction begin with.</summary>
internal static class AuctionLookup
{
    /// <summary>
    /// An auction that is not over. Refusals in order: no exchange, exchange not opened; unknown auction; auction over.
    /// </summary>
    public static Outcome<Auction> Open(SchemeState state, AuctionId id)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (state.Auctions.Find(id) is not { } auction)
        {
            return AuctionRefusals.UnknownAuction.With(("auction", id));
        }

        return auction.Status == AuctionStatus.Open
            ? auction
            : AuctionRefusals.Over.With(("auction", id), ("status", auction.Status));
    }

    /// <summary>The same, sealed or not. Refusals in order: those of <see cref="Open"/>; of another kind.</summary>
    public static Outcome<Auction> OfKind(SchemeState state, AuctionId id, bool isSealed)
    {
        if (!Open(state, id).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        return auction.Announcement.Kind == AuctionKind.Sealed == isSealed
            ? auction
            : AuctionRefusals.WrongKind.With(("kind", auction.Announcement.Kind));
    }

    /// <summary>Null while bids are taken; not bidding before and after.</summary>
    public static Refusal? CheckBidding(SchemeState state, Auction auction, DateTimeOffset time) =>
        auction.PhaseAt(time) == AuctionPhase.Bidding ? null : NotBidding(state, auction, time);

    /// <summary>Null up to the close; not bidding after.</summary>
    public static Refusal? CheckBeforeClose(SchemeState state, Auction auction, DateTimeOffset time) =>
        time < auction.Announcement.Closes ? null : NotBidding(state, auction, time);

    private static Refusal NotBidding(SchemeState state, Auction auction, DateTimeOffset time)
    {
        var calendar = state.Rules.Calendar;
        return AuctionRefusals.NotBidding.With(
            ("auction", auction.Id),
            ("opens", calendar.Local(auction.Announcement.Opens)),
            ("closes", calendar.Local(auction.Announcement.Closes)),
            ("time", calendar.Local(time)));
    }
}
