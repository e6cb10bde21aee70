using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>Auctions and who may bid. Changed only by applying events.</summary>
public sealed class AuctionState
{
    /// <summary>The account of what the authority's auctions brought in; null before the first.</summary>
    public AccountId? Revenue { get; internal set; }

    /// <summary>Who may bid where the rule asks for admission.</summary>
    public Dictionary<HolderId, Bidder> Bidders { get; } = [];

    /// <summary>Every auction; the first has the id 1.</summary>
    public List<Auction> Auctions { get; } = [];

    /// <summary>The id the next auction gets.</summary>
    public AuctionId Next => new(Auctions.Count + 1);

    /// <summary>An auction, or null.</summary>
    public Auction? Find(AuctionId id) =>
        id.Value >= 1 && id.Value <= Auctions.Count ? Auctions[(int)id.Value - 1] : null;
}

/// <summary>One auction.</summary>
public sealed class Auction(Announcement announcement)
{
    /// <summary>What was announced.</summary>
    public Announcement Announcement { get; } = announcement;

    /// <summary>
    /// When the clock decides it; null where it does not, while a halt keeps it from being decided, and afterwards.
    /// </summary>
    public DateTimeOffset? DecidesAt { get; internal set; } = announcement.ByClock ? announcement.Closes : null;

    /// <summary>Where it is.</summary>
    public AuctionStatus Status { get; internal set; }

    /// <summary>The number the next bid gets.</summary>
    public long NextBid { get; internal set; } = 1;

    /// <summary>Bidders that keep something or have bid.</summary>
    public Dictionary<HolderId, AuctionEntry> Entries { get; } = [];

    /// <summary>Units of holders.</summary>
    public Dictionary<HolderId, ConsignedUnits> Consigned { get; } = [];

    /// <summary>Null until it is decided.</summary>
    public AuctionResult? Result { get; internal set; }

    /// <summary>Why it was cancelled; empty otherwise.</summary>
    public string Reason { get; internal set; } = "";

    /// <summary>The id.</summary>
    public AuctionId Id => Announcement.Id;

    /// <summary>What is offered, units of others included.</summary>
    public Tonnes Offered => Announcement.Quantity + new Tonnes(Consigned.Values.Sum(one => one.Quantity.Value));

    /// <summary>Entries with a bid, in the order of arrival.</summary>
    public IEnumerable<AuctionEntry> Bids => Entries.Values.Where(entry => entry.HasBid).OrderBy(entry => entry.Number);

    /// <summary>
    /// What it takes of the authority's quantity: all that is offered until it is decided, then what was sold.
    /// </summary>
    public Tonnes Taken => Status == AuctionStatus.Open ? Announcement.Quantity : Result?.Own ?? Tonnes.Zero;

    /// <summary>True when every bid can be read.</summary>
    public bool AllOpen => Entries.Values.All(entry => !entry.HasBid || entry.IsOpen);

    /// <summary>What a bidder keeps: money, or the units themselves where the auction buys.</summary>
    public Asset Stake => Announcement.Side == OrderSide.Buy
        ? Announcement.Instrument
        : Asset.Money(Announcement.Limit.Currency);

    /// <summary>What can be done at a time.</summary>
    public AuctionPhase PhaseAt(DateTimeOffset time) => this switch
    {
        { Status: not AuctionStatus.Open } => AuctionPhase.Over,
        _ when time < Announcement.Opens => AuctionPhase.Announced,
        _ when time < Announcement.Closes => AuctionPhase.Bidding,
        _ when time < Announcement.OpenUntil && !AllOpen => AuctionPhase.Opening,
        _ => AuctionPhase.Clearing,
    };

    /// <summary>The most a bidder of a class may buy; all there is where the rule says nothing.</summary>
    public Tonnes CapOf(BidderClass bidder)
    {
        var terms = Announcement.Terms;
        var share = bidder == BidderClass.Other ? terms.OtherCap ?? terms.BidderCap : terms.BidderCap;
        return share is { } part ? part.Of(Offered, Rounding.Floor) : Offered;
    }

    /// <summary>The most a group may buy; null where the rule says nothing.</summary>
    public Tonnes? GroupCap => Announcement.Terms.GroupCap?.Of(Offered, Rounding.Floor);

    /// <summary>Its end on the agenda, or null.</summary>
    internal Due? End => DecidesAt is { } at ? new Due(at, DueKind.AuctionEnd, Id.Value.ToString("D12")) : null;

    /// <summary>True when it is over for bids and waits for the end of a halt.</summary>
    internal bool IsPostponed => Status == AuctionStatus.Open && Announcement.ByClock && DecidesAt is null;

    /// <summary>Who keeps what of which asset for this auction, while it is open.</summary>
    internal IEnumerable<Reservation> Reservations()
    {
        if (Status != AuctionStatus.Open)
        {
            yield break;
        }

        if (Announcement is { Account: { } own, Kept: > 0 and var kept })
        {
            var asset = Announcement.Side == OrderSide.Sell
                ? Announcement.Instrument
                : Asset.Money(Announcement.Limit.Currency);
            yield return new Reservation(own, asset, kept);
        }

        foreach (var one in Consigned.Values)
        {
            yield return new Reservation(one.Account, Announcement.Instrument, one.Quantity.Value);
        }

        foreach (var entry in Entries.Values.Where(entry => entry.Kept > 0))
        {
            yield return new Reservation(entry.Account, Stake, entry.Kept);
        }
    }
}
