using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Portal.Models;

/// <summary>A bid that everybody may see: of single-direction bidding, without its bidder.</summary>
public sealed record PublicBid(long Number, Price Price, Tonnes Quantity, DateTime At);

/// <summary>A seal of a bid; it names nobody.</summary>
public sealed record PublicSeal(long Number, Digest Seal);

/// <summary>What everybody may know of an auction.</summary>
/// <param name="Announcement">As it was announced.</param>
/// <param name="Phase">What can be done now.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Offered">With units of holders.</param>
/// <param name="Opens">Local time.</param>
/// <param name="Closes">Local time.</param>
/// <param name="OpenUntil">Local time.</param>
/// <param name="Left">Until the next of these.</param>
/// <param name="Result">Null until it is decided; its awards are not for everybody.</param>
/// <param name="Reason">Why it was cancelled.</param>
/// <param name="Seals">Of sealed bids, once no more are taken.</param>
/// <param name="Bids">Of single-direction bidding.</param>
public sealed record AuctionLine(
    Announcement Announcement,
    AuctionPhase Phase,
    AuctionStatus Status,
    Tonnes Offered,
    DateTime Opens,
    DateTime Closes,
    DateTime OpenUntil,
    TimeSpan Left,
    AuctionResult? Result,
    string Reason,
    IReadOnlyList<PublicSeal> Seals,
    IReadOnlyList<PublicBid> Bids)
{
    /// <summary>Its public page.</summary>
    public string Path => $"/market/auctions/{Announcement.Id.Value}";

    /// <summary>True until it is over.</summary>
    public bool IsOpen => Phase != AuctionPhase.Over;

    /// <summary>Bids that count over what is offered, two digits, a half up; null before the result.</summary>
    public string? Cover => Result is { } result && result.Offered > Tonnes.Zero
        ? (Round.MultiplyDivide(result.Demand.Value, 100, result.Offered.Value, Rounding.HalfUp) / 100m)
            .ToString("0.00", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Reads an auction at a local time.</summary>
    public static AuctionLine Of(SchemeState state, Auction auction, DateTime now)
    {
        var calendar = state.Rules.Calendar;
        var one = auction.Announcement;
        var phase = auction.PhaseAt(calendar.Moment(now));
        var (opens, closes, until) = (
            calendar.Local(one.Opens), calendar.Local(one.Closes), calendar.Local(one.OpenUntil));
        var next = phase switch
        {
            AuctionPhase.Announced => opens,
            AuctionPhase.Bidding => closes,
            AuctionPhase.Opening => until,
            _ => now,
        };
        var isSealed = one.Kind == AuctionKind.Sealed;
        return new AuctionLine(
            one,
            phase,
            auction.Status,
            auction.Offered,
            opens,
            closes,
            until,
            next - now,
            auction.Result,
            auction.Reason,
            isSealed && now >= closes
                ? [.. auction.Bids.Select(entry => new PublicSeal(entry.Number, entry.Seal ?? default))]
                : [],
            one.Kind == AuctionKind.Ascending
                ? [.. auction.Bids
                    .Select(entry => new PublicBid(
                        entry.Number, entry.Lines[0].Price, entry.Lines[0].Quantity, calendar.Local(entry.At)))
                    .OrderBy(bid => (one.Side == OrderSide.Sell ? -1 : 1) * bid.Price.Minor)
                    .ThenBy(bid => bid.Number)]
                : []);
    }

    /// <summary>All auctions, the latest first.</summary>
    public static IReadOnlyList<AuctionLine> All(SchemeState state, DateTime now) =>
        [.. state.Auctions.Auctions.AsEnumerable().Reverse().Select(auction => Of(state, auction, now))];

    /// <summary>The columns of results, said once for the page and its file.</summary>
    public static IReadOnlyList<Column<AuctionLine>> Columns { get; } =
    [
        new("auction", Words.AuctionNumber, line => line.Announcement.Id.ToString())
        {
            Head = true, Link = line => line.Path,
        },
        new("title", Words.AuctionTitle, line => line.Announcement.Title),
        new("unit", Words.Unit, line => line.Announcement.Instrument.Code),
        new("closed", Words.AuctionCloses, line => line.Closes) { Class = "nowrap" },
        new("status", Words.Status, line => Names.OfAuction(line.Phase, line.Status))
        {
            Tone = line => Names.Tone(line.Phase, line.Status),
        },
        Tables.Columns.Tonnes<AuctionLine>("offered", Words.AuctionOffered, line => line.Offered),
        Tables.Columns.Tonnes<AuctionLine>("sold", Words.AuctionSold, line => line.Result?.Sold),
        new("price", Words.AuctionPrice, line => line.Result?.Price is { } price ? Words.Of(price) : null)
        {
            Number = true,
        },
        new("amount", Words.AuctionAmount, line => line.Result?.Amount) { Number = true },
        new("cover", Words.AuctionCover, line => line.Cover) { Number = true },
        Tables.Columns.Count<AuctionLine>("bidders", Words.AuctionBidders, line => line.Result?.Bidders),
        Tables.Columns.Count<AuctionLine>("winners", Words.AuctionWinners, line => line.Result?.Winners),
    ];
}
