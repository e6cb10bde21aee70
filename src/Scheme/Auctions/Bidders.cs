using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>竞买资格: lets a holder bid; said again, its class or group changes for bids to come.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Class">Which caps hold for it.</param>
/// <param name="Group">关联方: holders of one name share the group's cap; empty for none.</param>
public sealed record AdmitBidder(HolderId Holder, BidderClass Class, string Group = "") : Command;

/// <summary>Takes a holder's admission back; bids already made stand, as what they were made.</summary>
public sealed record ExcludeBidder(HolderId Holder, string Reason) : Command;

/// <summary>A holder may bid.</summary>
public sealed record BidderAdmitted(Bidder Bidder) : Event;

/// <summary>A holder may not bid any more.</summary>
public sealed record BidderExcluded(HolderId Holder, string Reason) : Event;

/// <summary>
/// Refusals in order, of an admission: no exchange, exchange not opened; unknown holder, holder not active; no trading
/// account; those of the account's status; of an exclusion: bidder unknown; text missing (reason).
/// </summary>
public static class Bidders
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AdmitBidder>("admit-bidder", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Command<ExcludeBidder>("exclude-bidder", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Event<BidderAdmitted>("bidder-admitted", (SchemeState state, in Context context, BidderAdmitted happened) =>
            state.Auctions.Bidders[happened.Bidder.Holder] = happened.Bidder)
        .Event<BidderExcluded>("bidder-excluded", (SchemeState state, in Context context, BidderExcluded happened) =>
            state.Auctions.Bidders.Remove(happened.Holder));

    /// <summary>
    /// A holder as a bidder of an auction: admitted, or covered where the rule asks for no admission.
    /// </summary>
    public static Bidder? Find(SchemeState state, Auction auction, HolderId holder) =>
        state.Auctions.Bidders.GetValueOrDefault(holder)
        ?? (auction.Announcement.Terms.Admission ? null : new Bidder(holder, BidderClass.Covered));

    /// <summary>
    /// The trading account of somebody who may bid. Refusals in order: own auction; bidder not admitted; those of
    /// <see cref="Exchange.TraderOf"/>.
    /// </summary>
    internal static Outcome<AccountId> AccountOf(SchemeState state, Auction auction, HolderId holder)
    {
        if (auction.Announcement.Holder == holder)
        {
            return AuctionRefusals.OwnAuction.With();
        }

        return Find(state, auction, holder) is null
            ? AuctionRefusals.NotAdmitted.With(("holder", holder))
            : Exchange.TraderOf(
                state, holder, auction.Announcement.Side == OrderSide.Sell ? OrderSide.Buy : OrderSide.Sell);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AdmitBidder command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal)
            || Exchange.AccountOf(state, command.Holder).IsRefused(out refusal))
        {
            return refusal;
        }

        var group = command.Group?.Trim() ?? "";
        return Decision.Of(new BidderAdmitted(new Bidder(command.Holder, command.Class, group)));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ExcludeBidder command)
    {
        if (!state.Auctions.Bidders.ContainsKey(command.Holder))
        {
            return AuctionRefusals.NoBidder.With(("holder", command.Holder));
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new BidderExcluded(command.Holder, command.Reason));
    }
}
