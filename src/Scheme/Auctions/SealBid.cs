using Tanheng.Ledger;
using Tanheng.Market.Auctions;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Auctions;

/// <summary>密封报价: binds the bidder to a bid that nobody can read yet; said again, it replaces the one before.</summary>
/// <param name="Holder">Who bids.</param>
/// <param name="Auction">Where.</param>
/// <param name="Seal">The bid's digest, see <see cref="SealedBids.SealOf"/>: 64 hexadecimal digits.</param>
public sealed record SealBid(HolderId Holder, AuctionId Auction, string Seal) : Command, IForHolder;

/// <summary>撤回: takes a bid back, up to the close; collateral of a sealed one stays.</summary>
public sealed record WithdrawBid(HolderId Holder, AuctionId Auction) : Command, IForHolder;

/// <summary>A sealed bid has a number; its place in time is this.</summary>
public sealed record BidSealed(AuctionId Auction, HolderId Holder, long Number, Digest Seal) : Event;

/// <summary>A bid is taken back.</summary>
public sealed record BidWithdrawn(AuctionId Auction, HolderId Holder, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// Neither journal nor state know a sealed bid before its bidder opens it after the close. Refusals in order, of a
/// seal: no exchange, exchange not opened; unknown auction, auction over, of another kind; not bidding; bad seal; own
/// auction, bidder not admitted; unknown holder, holder not active; no trading account; those of the account's status;
/// collateral missing; of a withdrawal: no exchange, exchange not opened; unknown auction, auction over; not bidding;
/// no bid; bid binding.
/// </summary>
public static class SealedBids
{
    /// <summary>Fewest characters of a secret: 16 hexadecimal digits are 64 bits.</summary>
    public const int LeastSecret = 16;

    /// <summary>Most characters of a secret.</summary>
    public const int MostSecret = 200;

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<SealBid>("seal-bid", Permission.OfHolder(), Decide)
        .Command<WithdrawBid>("withdraw-bid", Permission.OfHolder(), Decide)
        .Event<BidSealed>("bid-sealed", Apply)
        .Event<BidWithdrawn>("bid-withdrawn", Apply);

    /// <summary>
    /// The seal of a bid: SHA-256 of the auction (<c>AU1</c>), the holder (<c>H3</c>), each line as tonnes, a blank and
    /// the price (<c>500 23.00 GBP/t</c>), in the order of the bid, and the secret; every line of text ended by one
    /// line feed.
    /// </summary>
    public static Digest SealOf(AuctionId auction, HolderId holder, IEnumerable<BidLine> lines, string secret) =>
        Draw.Lines([.. TextOf(auction, holder, lines, secret)]);

    /// <summary>The lines of text that a seal is the digest of.</summary>
    public static IEnumerable<string> TextOf(
        AuctionId auction, HolderId holder, IEnumerable<BidLine> lines, string secret) =>
    [
        auction.ToString(),
        holder.ToString(),
        .. lines.Select(line => FormattableString.Invariant($"{line.Quantity.Value} {line.Price}")),
        secret,
    ];

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SealBid command)
    {
        if (!AuctionLookup.OfKind(state, command.Auction, isSealed: true).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        if (AuctionLookup.CheckBidding(state, auction, context.Time) is { } closed)
        {
            return closed;
        }

        if (!Digest.TryParse(command.Seal?.Trim(), null, out var seal) || seal == default)
        {
            return AuctionRefusals.BadSeal.With();
        }

        if (Bidders.AccountOf(state, auction, command.Holder).IsRefused(out refusal))
        {
            return refusal;
        }

        return auction.Entries.GetValueOrDefault(command.Holder) is { Kept: > 0 }
            ? Decision.Of(new BidSealed(auction.Id, command.Holder, auction.NextBid, seal))
            : AuctionRefusals.NothingKept.With(("auction", auction.Id));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawBid command)
    {
        if (!AuctionLookup.Open(state, command.Auction).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        if (AuctionLookup.CheckBidding(state, auction, context.Time) is { } closed)
        {
            return closed;
        }

        if (auction.Entries.GetValueOrDefault(command.Holder) is not { HasBid: true } entry)
        {
            return AuctionRefusals.NoBid.With(("holder", command.Holder), ("auction", auction.Id));
        }

        if (auction.Announcement.Kind == AuctionKind.Ascending)
        {
            return AuctionRefusals.Binding.With();
        }

        var then = auction.Announcement.Kind == AuctionKind.Sealed ? entry.Kept : 0;
        return Keeping.Change(state, entry.Account, auction.Stake, entry.Kept, then)
            .Try(out var transactions, out refusal)
            ? Decision.Of(new BidWithdrawn(auction.Id, command.Holder, transactions))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, BidSealed happened)
    {
        var auction = state.Auctions.Find(happened.Auction)!;
        auction.NextBid = happened.Number + 1;
        auction.Entries[happened.Holder] = auction.Entries[happened.Holder] with
        {
            Number = happened.Number,
            Seal = happened.Seal,
            At = context.Time,
            Bidder = Bidders.Find(state, auction, happened.Holder),
        };
    }

    private static void Apply(SchemeState state, in Context context, BidWithdrawn happened)
    {
        Keeping.Post(state, happened);
        var auction = state.Auctions.Find(happened.Auction)!;
        if (auction.Announcement.Kind != AuctionKind.Sealed || auction.Entries[happened.Holder].Kept == 0)
        {
            auction.Entries.Remove(happened.Holder);
            return;
        }

        auction.Entries[happened.Holder] = auction.Entries[happened.Holder] with
        {
            Number = 0,
            Seal = null,
            Bidder = null,
        };
    }
}
