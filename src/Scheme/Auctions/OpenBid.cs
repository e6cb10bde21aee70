using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Auctions;

/// <summary>开启报价: tells after the close what was sealed before.</summary>
/// <param name="Holder">Who bid.</param>
/// <param name="Auction">Where.</param>
/// <param name="Lines">Prices and quantities, in the order in which they were sealed.</param>
/// <param name="Secret">密语: what made the seal impossible to guess.</param>
public sealed record OpenBid(HolderId Holder, AuctionId Auction, IReadOnlyList<BidLine> Lines, string Secret)
    : Command, IForHolder;

/// <summary>A sealed bid can be read; whoever has the row can work its seal out again.</summary>
public sealed record BidOpened(AuctionId Auction, HolderId Holder, IReadOnlyList<BidLine> Lines, string Secret) : Event;

/// <summary>
/// What breaks a rule of the auction is opened all the same and does not count. Who does not open its bid in time loses
/// the rulebook's share of its collateral. Refusals in order: no exchange, exchange not opened; unknown auction,
/// auction over, of another kind; not opening; no bid, bid open already; bad lines; secret too short; seal differs.
/// </summary>
public static class BidOpening
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OpenBid>("open-bid", Permission.OfHolder(), Decide)
        .Event<BidOpened>("bid-opened", Apply);

    /// <summary>Null when a bid has as many lines as the rule allows and a secret nobody guesses.</summary>
    public static Refusal? Check(Auction auction, IReadOnlyCollection<BidLine>? lines, string? secret)
    {
        var (most, count) = (auction.Announcement.Terms.Lines, lines?.Count ?? 0);
        if (count < 1 || count > most)
        {
            return AuctionRefusals.BadLines.With(("most", most), ("lines", count));
        }

        return secret is null || secret.Length < SealedBids.LeastSecret || secret.Length > SealedBids.MostSecret
            || secret.AsSpan().ContainsAny('\r', '\n')
            ? AuctionRefusals.WeakSecret.With(
                ("least", SealedBids.LeastSecret), ("most", SealedBids.MostSecret))
            : null;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OpenBid command)
    {
        if (!AuctionLookup.OfKind(state, command.Auction, isSealed: true).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        var (announcement, calendar) = (auction.Announcement, state.Rules.Calendar);
        if (context.Time < announcement.Closes || context.Time >= announcement.OpenUntil)
        {
            return AuctionRefusals.NotOpening.With(
                ("closes", calendar.Local(announcement.Closes)),
                ("until", calendar.Local(announcement.OpenUntil)),
                ("time", calendar.Local(context.Time)));
        }

        if (auction.Entries.GetValueOrDefault(command.Holder) is not { HasBid: true } entry)
        {
            return AuctionRefusals.NoBid.With(("holder", command.Holder), ("auction", auction.Id));
        }

        if (entry.IsOpen)
        {
            return AuctionRefusals.AlreadyOpen.With();
        }

        if (Check(auction, command.Lines, command.Secret) is { } bad)
        {
            return bad;
        }

        return SealedBids.SealOf(auction.Id, command.Holder, command.Lines, command.Secret) == entry.Seal
            ? Decision.Of(new BidOpened(auction.Id, command.Holder, command.Lines, command.Secret))
            : AuctionRefusals.SealDiffers.With();
    }

    private static void Apply(SchemeState state, in Context context, BidOpened happened)
    {
        var entries = state.Auctions.Find(happened.Auction)!.Entries;
        entries[happened.Holder] = entries[happened.Holder] with { Lines = happened.Lines };
    }
}
