using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Scheme.Auctions;

/// <summary>
/// 保证金: keeps money for a sealed bid. The bidder says how much, so that the amount does not tell the bid.
/// </summary>
/// <param name="Holder">Who bids.</param>
/// <param name="Auction">Where.</param>
/// <param name="Amount">In all, instead of what was kept before; zero gives everything back.</param>
public sealed record LodgeCollateral(HolderId Holder, AuctionId Auction, Money Amount) : Command, IForHolder;

/// <summary>So much of the bidder's money is kept for the auction.</summary>
public sealed record CollateralLodged(
    AuctionId Auction, HolderId Holder, AccountId Account, Money Amount, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// Money may be lodged from the announcement on; what is kept at the close covers the bid. Refusals in order: no
/// exchange, exchange not opened; unknown auction, auction over, of another kind; not bidding (after the close); bad
/// amount; own auction, bidder not admitted; unknown holder, holder not active; no trading account; those of the
/// account's status; cash short.
/// </summary>
public static class Collaterals
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<LodgeCollateral>("lodge-collateral", Permission.OfHolder(), Decide)
        .Event<CollateralLodged>("collateral-lodged", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, LodgeCollateral command)
    {
        if (!AuctionLookup.OfKind(state, command.Auction, isSealed: true).Try(out var auction, out var refusal))
        {
            return refusal;
        }

        if (AuctionLookup.CheckBeforeClose(state, auction, context.Time) is { } late)
        {
            return late;
        }

        var now = auction.Entries.GetValueOrDefault(command.Holder)?.Kept ?? 0;
        var isNothing = command.Amount.Minor == 0 && now > 0;
        if (command.Amount.Currency != state.Rules.Currency || (command.Amount.Minor <= 0 && !isNothing))
        {
            return SettlementRefusals.BadAmount.With(
                ("amount", command.Amount), ("currency", state.Rules.Currency));
        }

        if (!Bidders.AccountOf(state, auction, command.Holder).Try(out var account, out refusal)
            || !Keeping.Change(state, account, auction.Stake, now, command.Amount.Minor)
                .Try(out var transactions, out refusal))
        {
            return refusal;
        }

        return Decision.Of(new CollateralLodged(auction.Id, command.Holder, account, command.Amount, transactions));
    }

    private static void Apply(SchemeState state, in Context context, CollateralLodged happened)
    {
        Keeping.Post(state, happened);
        var entries = state.Auctions.Find(happened.Auction)!.Entries;
        var kept = happened.Amount.Minor;
        var entry = entries.GetValueOrDefault(happened.Holder)
            ?? new AuctionEntry(happened.Holder, happened.Account, 0, 0, null, [], context.Time);
        if (kept == 0 && !entry.HasBid)
        {
            entries.Remove(happened.Holder);
        }
        else
        {
            entries[happened.Holder] = entry with { Kept = kept };
        }
    }
}
