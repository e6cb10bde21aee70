using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>委托拍卖: has units of the holder sold with the authority's.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Auction">Where.</param>
/// <param name="Quantity">In all; zero takes them back.</param>
public sealed record ConsignUnits(HolderId Holder, AuctionId Auction, Tonnes Quantity) : Command, IForHolder;

/// <summary>So many units of the holder are in the auction, kept until it is over.</summary>
public sealed record UnitsConsigned(
    AuctionId Auction, ConsignedUnits Units, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// What an auction offers, and so every cap, stands when bids are first taken. Refusals in order: no exchange, exchange
/// not opened; unknown auction, auction over; no consignment; consigned too late; bad lot; unknown holder, holder not
/// active; no trading account; those of the account's status; units short.
/// </summary>
public static class Consigning
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ConsignUnits>("consign-units", Permission.OfHolder(), Decide)
        .Event<UnitsConsigned>("units-consigned", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ConsignUnits command)
    {
        if (!AuctionLookup.Open(state, command.Auction).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        var announcement = auction.Announcement;
        if (announcement.Terms.Consignment == Consignment.None)
        {
            return AuctionRefusals.NoConsignment.With(("auction", auction.Id));
        }

        if (auction.PhaseAt(context.Time) != AuctionPhase.Announced)
        {
            return AuctionRefusals.TooLateToConsign.With(
                ("auction", auction.Id), ("opens", state.Rules.Calendar.Local(announcement.Opens)));
        }

        var now = auction.Consigned.GetValueOrDefault(command.Holder)?.Quantity ?? Tonnes.Zero;
        if ((command.Quantity != Tonnes.Zero || now == Tonnes.Zero)
            && AuctionAnnouncing.CheckLot(announcement.Terms.Lot, command.Quantity) is { } bad)
        {
            return bad;
        }

        if (!Exchange.TraderOf(state, command.Holder, OrderSide.Sell).Try(out var account, out refusal)
            || !Keeping.Change(state, account, announcement.Instrument, now.Value, command.Quantity.Value)
                .Try(out var transactions, out refusal))
        {
            return refusal;
        }

        return Decision.Of(new UnitsConsigned(
            auction.Id, new ConsignedUnits(command.Holder, account, command.Quantity), transactions));
    }

    private static void Apply(SchemeState state, in Context context, UnitsConsigned happened)
    {
        Keeping.Post(state, happened);
        var consigned = state.Auctions.Find(happened.Auction)!.Consigned;
        if (happened.Units.Quantity == Tonnes.Zero)
        {
            consigned.Remove(happened.Units.Holder);
        }
        else
        {
            consigned[happened.Units.Holder] = happened.Units;
        }
    }
}
