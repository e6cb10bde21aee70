using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Models;

namespace Tanheng.Web.Entities.Models;

/// <summary>An auction from the side of one holder.</summary>
/// <param name="Line">What everybody may know.</param>
/// <param name="Entry">What it keeps and has bid; null when it takes no part.</param>
/// <param name="Won">What it got, or sold where the auction buys.</param>
/// <param name="Paid">What it paid or earned.</param>
/// <param name="Free">Money at its disposal.</param>
/// <param name="MayBid">True when it is admitted or need not be, and the auction is not its own.</param>
public sealed record AuctionEntryView(
    AuctionLine Line, AuctionEntry? Entry, Tonnes Won, Money Paid, Money Free, bool MayBid)
{
    /// <summary>The auction.</summary>
    public Announcement One => Line.Announcement;

    /// <summary>Where its bid is.</summary>
    public Text State => Entry switch
    {
        null or { HasBid: false } => Words.AuctionBidNone,
        { IsOpen: true } => Words.AuctionBidOpen,
        _ when Line.IsOpen => Words.AuctionBidSealed,
        _ => Words.AuctionBidLost,
    };

    /// <summary>True when it has to open its bid now.</summary>
    public bool MustOpen => Line.Phase == AuctionPhase.Opening && Entry is { HasBid: true, IsOpen: false };

    /// <summary>True where sealed bids are written: before the close, by who may bid.</summary>
    public bool TakesTickets => MayBid && One.Kind == AuctionKind.Sealed
        && Line.Phase is AuctionPhase.Announced or AuctionPhase.Bidding;

    /// <summary>True while bids are sealed.</summary>
    public bool TakesSeals => TakesTickets && Line.Phase == AuctionPhase.Bidding;

    /// <summary>Money or units that it keeps.</summary>
    public Text Kept => Entry is not { Kept: > 0 } entry ? Words.None
        : One.Side == Scheme.Trading.OrderSide.Buy
            ? Actions.Speech.Naming.Tonnes(new Tonnes(Line.IsOpen ? entry.Kept : 0))
            : Text.Of(Format.Amount(new Money(Line.IsOpen ? entry.Kept : 0, One.Limit.Currency)));

    /// <summary>Reads an auction for a holder.</summary>
    public static AuctionEntryView Of(SchemeState state, Auction auction, Holder holder, DateTime now)
    {
        var awards = (auction.Result?.Awards ?? []).Where(award => award.Holder == holder.Id).ToList();
        var currency = auction.Announcement.Limit.Currency;
        var free = holder.TradingAccount is { } account
            ? state.Ledger.Balance(new Ledger.Place(account), Asset.Money(currency))
            : 0;
        return new AuctionEntryView(
            AuctionLine.Of(state, auction, now),
            auction.Entries.GetValueOrDefault(holder.Id),
            new Tonnes(awards.Sum(award => award.Quantity.Value)),
            new Money(awards.Sum(award => (award.Price * award.Quantity).Minor), currency),
            new Money(free, currency),
            auction.Announcement.Holder != holder.Id && Bidders.Find(state, auction, holder.Id) is not null);
    }
}

/// <summary>The ticket of a sealed bid while it is written.</summary>
/// <param name="Typed">What stands in its fields, line by line.</param>
/// <param name="Problem">What cannot be read; null when everything can.</param>
/// <param name="Refusal">Why it would not be taken.</param>
/// <param name="Ticket">What it needs and how far it counts; null until it is tried.</param>
/// <param name="Seal">Its seal, once it is sealed.</param>
/// <param name="Text">The text that the seal is the digest of.</param>
public sealed record BidTicketModel(
    IReadOnlyList<(string Price, string Quantity)> Typed,
    Text? Problem,
    Refusal? Refusal,
    BidTicket? Ticket,
    Digest? Seal = null,
    string Text = "")
{
    /// <summary>Where it stands while its page is drawn.</summary>
    public const string Key = "tanheng:bid-ticket";

    /// <summary>Rows that an empty ticket shows, at most.</summary>
    public const int FewRows = 5;

    /// <summary>An empty ticket.</summary>
    public static BidTicketModel Blank(Auction auction) => new(
        [.. Enumerable.Repeat(("", ""), Math.Min(FewRows, auction.Announcement.Terms.Lines))], null, null, null);

    /// <summary>Reads the rows of a form; empty ones are left out.</summary>
    public static (IReadOnlyList<(string Price, string Quantity)> Typed, List<BidLine>? Lines) Read(
        Func<string, string> field, Auction auction)
    {
        var rows = Math.Min(FewRows, auction.Announcement.Terms.Lines);
        var typed = Enumerable.Range(0, rows)
            .Select(i => (field(Name(i, "price")).Trim(), field(Name(i, "quantity")).Trim())).ToList();
        var lines = new List<BidLine>();
        var currency = auction.Announcement.Limit.Currency;
        foreach (var (price, quantity) in typed.Where(row => row.Item1.Length + row.Item2.Length > 0))
        {
            var digits = price.Replace(",", "", StringComparison.Ordinal);
            if (!Money.TryParse($"{digits} {currency.Code}", null, out var money)
                || !long.TryParse(quantity, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var tonnes))
            {
                return (typed, null);
            }

            lines.Add(new BidLine(new Price(money.Minor, currency), new Tonnes(tonnes)));
        }

        return (typed, lines);
    }

    /// <summary>The name of a field.</summary>
    public static string Name(int row, string field) => $"line.{row.ToString(CultureInfo.InvariantCulture)}.{field}";
}
