using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>取消拍卖: ends an auction that is not decided; everything kept goes back.</summary>
public sealed record CancelAuction(AuctionId Auction, string Reason) : Command;

/// <summary>An auction ended without a result.</summary>
public sealed record AuctionCancelled(AuctionId Auction, string Reason, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// A holder's units become void and leave the auctions they are in: what it sold itself ends, elsewhere its part does.
/// </summary>
public sealed record AuctionsLeft(
    HolderId Holder,
    IReadOnlyList<AuctionId> Ended,
    IReadOnlyList<AuctionId> Left,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// Refusals in order: no exchange, exchange not opened; unknown auction, auction over; text missing (reason).
/// </summary>
public static class AuctionCancelling
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CancelAuction>("cancel-auction", Permission.Of(Role.Authority, Role.ExchangeOperator), Decide)
        .Event<AuctionCancelled>("auction-cancelled", Apply)
        .Event<AuctionsLeft>("auctions-left", Apply);

    /// <summary>The end of a holder's units in auctions, when they become void; null when there are none.</summary>
    internal static AuctionsLeft? LeaveAll(SchemeState state, Planner plan, HolderId holder)
    {
        var open = state.Auctions.Auctions.Where(auction => auction.Status == AuctionStatus.Open).ToList();
        var ended = open.Where(auction =>
            auction.Announcement is { Side: OrderSide.Sell, Holder: { } owner } && owner == holder).ToList();
        var left = open.Except(ended).Where(auction => auction.Consigned.ContainsKey(holder)
            || (auction.Announcement.Side == OrderSide.Buy && auction.Entries.ContainsKey(holder))).ToList();
        if (ended.Count + left.Count == 0)
        {
            return null;
        }

        var back = ended.SelectMany(auction => auction.Reservations())
            .Concat(left.SelectMany(auction => UnitsOf(auction, holder)));
        return new AuctionsLeft(
            holder,
            [.. ended.Select(auction => auction.Id)],
            [.. left.Select(auction => auction.Id)],
            Reservations.Free(plan, back));
    }

    private static IEnumerable<Reservation> UnitsOf(Auction auction, HolderId holder)
    {
        var instrument = auction.Announcement.Instrument;
        if (auction.Consigned.TryGetValue(holder, out var consigned))
        {
            yield return new Reservation(consigned.Account, instrument, consigned.Quantity.Value);
        }

        if (auction.Announcement.Side == OrderSide.Buy && auction.Entries.TryGetValue(holder, out var entry))
        {
            yield return new Reservation(entry.Account, instrument, entry.Kept);
        }
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CancelAuction command)
    {
        if (!AuctionLookup.Open(state, command.Auction).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new AuctionCancelled(
                auction.Id, command.Reason, Reservations.Free(state.Ledger.Plan(), auction.Reservations())));
    }

    private static void Apply(SchemeState state, in Context context, AuctionCancelled happened)
    {
        Keeping.Post(state, happened);
        End(state, happened.Auction, happened.Reason);
    }

    private static void Apply(SchemeState state, in Context context, AuctionsLeft happened)
    {
        Keeping.Post(state, happened);
        foreach (var id in happened.Ended)
        {
            End(state, id, "");
        }

        foreach (var id in happened.Left)
        {
            var auction = state.Auctions.Find(id)!;
            auction.Consigned.Remove(happened.Holder);
            if (auction.Announcement.Side == OrderSide.Buy)
            {
                auction.Entries.Remove(happened.Holder);
            }
        }
    }

    private static void End(SchemeState state, AuctionId id, string reason)
    {
        var auction = state.Auctions.Find(id)!;
        (auction.Status, auction.Reason) = (AuctionStatus.Cancelled, reason);
        AuctionClearing.Forget(state, auction);
    }
}
