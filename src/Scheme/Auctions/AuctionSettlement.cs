using Tanheng.Ledger;
using Tanheng.Market.Auctions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>
/// 货银对付: each award is one transaction of units against money. What the authority sells is minted to the buyer and paid
/// into the revenue account; of consigned units each holder's part is in proportion to what it consigned, and paid to
/// it. Then what nobody needs any more goes back. What a participant sold by bidding may be used as after a trade.
/// </summary>
internal sealed class AuctionSettlement
{
    private readonly SchemeState state;
    private readonly Planner plan;
    private readonly Auction auction;
    private readonly Asset money;
    private readonly Dictionary<(AccountId Account, Asset Asset), long> used = [];
    private readonly List<Transaction> transactions = [];

    private AuctionSettlement(SchemeState state, Auction auction)
    {
        this.state = state;
        this.auction = auction;
        plan = state.Ledger.Plan();
        money = Asset.Money(auction.Announcement.Limit.Currency);
    }

    /// <summary>The revenue and the transactions of an auction that is decided.</summary>
    public static (Tonnes Own, Money Revenue, Money Forfeited, List<Transaction> Transactions) Plan(
        SchemeState state, Auction auction, Cleared cleared)
    {
        var settlement = new AuctionSettlement(state, auction);
        var sources = settlement.Sources(cleared.Sold);
        foreach (var award in cleared.Awards)
        {
            settlement.Settle(award, sources);
        }

        var forfeited = settlement.Forfeit();
        settlement.Release();
        var unsold = new Tonnes(sources.Where(source => source.IsOwn).Sum(source => source.Left));
        var own = auction.Announcement.Side == OrderSide.Sell
            ? auction.Announcement.Quantity - unsold
            : cleared.Sold;
        var revenue = sources.Where(source => source.IsOwn).Sum(source => source.Earned) + forfeited;
        var currency = auction.Announcement.Limit.Currency;
        return (
            own,
            new Money(auction.Announcement.Holder is null ? revenue : 0, currency),
            new Money(forfeited, currency),
            settlement.transactions);
    }

    private List<Source> Sources(Tonnes sold)
    {
        var announcement = auction.Announcement;
        if (announcement.Side == OrderSide.Buy)
        {
            return [];
        }

        var own = announcement.Account is { } account
            ? new Source(new Place(account, Compartment.OnOrder), new Place(account, Earned()), true)
            : new Source(new Place(state.Registry.System!.Issuance), new Place(state.Auctions.Revenue!.Value), true);
        own.Left = announcement.Quantity.Value;
        var offered = AuctionMath.Consigned(state, auction).ToList();
        var total = offered.Sum(one => one.Quantity.Value);
        var isFirst = announcement.Terms.Consignment == Consignment.First;
        var share = isFirst ? Math.Min(total, sold.Value) : Math.Max(0, sold.Value - own.Left);
        var lines = offered
            .Select(one => new AuctionBid(one.Holder.Value, 0, one.Quantity.Value, one.Holder.Value)).ToArray();
        var consigned = Shares.Split(lines, share, announcement.Terms.Lot.Value, Marginal.ProRata, (_, _) => 0)
            .Select(part => (auction.Consigned[new HolderId(part.Id)].Account, part.Quantity))
            .Select(part => new Source(
                new Place(part.Account, Compartment.OnOrder), new Place(part.Account), false)
            { Left = part.Quantity });
        return isFirst ? [.. consigned, own] : [own, .. consigned];
    }

    private void Settle(AuctionAward award, List<Source> sources)
    {
        var announcement = auction.Announcement;
        var other = auction.Entries[award.Holder].Account;
        var drafts = new List<Draft>();
        if (announcement.Side == OrderSide.Buy)
        {
            var (buyer, amount) = (announcement.Account!.Value, (award.Price * award.Quantity).Minor);
            drafts.Add(Taken(announcement.Instrument, other, new Place(buyer, Bought()), award.Quantity.Value));
            drafts.Add(Taken(money, buyer, new Place(other, Earned()), amount));
        }

        var left = award.Quantity.Value;
        foreach (var source in sources)
        {
            var part = Math.Min(left, source.Left);
            if (part == 0)
            {
                continue;
            }

            var amount = (award.Price * new Tonnes(part)).Minor;
            var to = new Place(other, announcement.Holder is null ? Compartment.Free : Bought());
            drafts.Add(source.Units.Compartment == Compartment.OnOrder
                ? Taken(announcement.Instrument, source.Units.Account, to, part)
                : new Draft(announcement.Instrument, source.Units, to, part));
            drafts.Add(Taken(money, other, source.Money, amount));
            (source.Left, source.Earned, left) = (source.Left - part, source.Earned + amount, left - part);
        }

        transactions.Add(plan.Transact(TransactionTypes.AuctionSettle, drafts.ToArray()).Value);
    }

    /// <summary>The rulebook's share, rounded down, of the collateral of bids that nobody opened.</summary>
    private long Forfeit()
    {
        var lost = auction.Bids.Where(entry => !entry.IsOpen)
            .Select(entry => (entry.Account, Amount: auction.Announcement.Terms.Forfeit
                .Of(new Money(entry.Kept, auction.Announcement.Limit.Currency), Rounding.Floor).Minor))
            .Where(one => one.Amount > 0).ToArray();
        if (lost.Length > 0)
        {
            var to = new Place(state.Auctions.Revenue!.Value);
            transactions.Add(plan.Transact(
                TransactionTypes.AuctionSettle,
                lost.Select(one => Taken(money, one.Account, to, one.Amount)).ToArray()).Value);
        }

        return lost.Sum(one => one.Amount);
    }

    private void Release()
    {
        var left = auction.Reservations().GroupBy(one => (one.Account, one.Asset))
            .Select(group => new Reservation(
                group.Key.Account,
                group.Key.Asset,
                group.Sum(one => one.Quantity) - used.GetValueOrDefault(group.Key)));
        transactions.AddRange(Reservations.Free(plan, left));
    }

    /// <summary>Out of what an account keeps.</summary>
    private Draft Taken(Asset asset, AccountId from, Place to, long quantity)
    {
        used[(from, asset)] = used.GetValueOrDefault((from, asset)) + quantity;
        return new Draft(asset, new Place(from, Compartment.OnOrder), to, quantity);
    }

    private Compartment Bought() => In(state.Rules.Trading!.Units);

    private Compartment Earned() => In(state.Rules.Trading!.Proceeds);

    private static Compartment In(Usable usable) =>
        usable == Usable.SameDay ? Compartment.Free : Compartment.Unsettled;

    /// <summary>Where units come from and their money goes.</summary>
    private sealed class Source(Place units, Place money, bool isOwn)
    {
        public Place Units { get; } = units;

        public Place Money { get; } = money;

        public bool IsOwn { get; } = isOwn;

        public long Left { get; set; }

        public long Earned { get; set; }
    }
}
