using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Models;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>An auction as the authority follows it: how many bids there are, never what a sealed one says.</summary>
/// <param name="Line">What everybody may know.</param>
/// <param name="Bids">Bids made.</param>
/// <param name="Opened">Of these, opened.</param>
/// <param name="Kept">Collateral in all; null where bidders keep units.</param>
/// <param name="Consigned">Units of holders.</param>
/// <param name="Awards">Who got what, once it is decided.</param>
public sealed record AuctionDeskLine(
    AuctionLine Line, int Bids, int Opened, Money? Kept, Tonnes Consigned, IReadOnlyList<AwardLine> Awards)
{
    /// <summary>Its page on the desk.</summary>
    public string Path => $"/authority/auctions/{Line.Announcement.Id.Value}";

    /// <summary>What the authority may do next.</summary>
    public IReadOnlyList<Act> Acts
    {
        get
        {
            if (!Line.IsOpen)
            {
                return [];
            }

            var id = Line.Announcement.Id.Value;
            var cancel = new Act($"/act/cancel-auction?auction={id}", ActionWords.TitleOf("cancel-auction"));
            return Line.Phase == AuctionPhase.Clearing && !Line.Announcement.ByClock
                ? [new Act($"/act/clear-auction?auction={id}", ActionWords.TitleOf("clear-auction")), cancel]
                : [cancel];
        }
    }
}

/// <summary>An award with its winner's name.</summary>
public sealed record AwardLine(Text Holder, Price Price, Tonnes Quantity);

/// <summary>An admitted bidder with its name.</summary>
public sealed record BidderLine(Bidder Bidder, Text Holder);

/// <summary>What the authority's auction desk shows.</summary>
internal static class AuctionDesk
{
    public static readonly DeskList<AuctionDeskLine> List = new(
        "auctions",
        [
            new("auction", Words.AuctionNumber, row => row.Line.Announcement.Id.ToString())
            {
                Head = true, Link = row => row.Path,
            },
            new("title", Words.AuctionTitle, row => row.Line.Announcement.Title),
            DeskColumns.State<AuctionDeskLine>(
                "status",
                Words.Status,
                row => Names.OfAuction(row.Line.Phase, row.Line.Status),
                row => Names.Tone(row.Line.Phase, row.Line.Status)),
            Columns.Tonnes<AuctionDeskLine>("offered", Words.AuctionOffered, row => row.Line.Offered),
            new("closes", Words.AuctionCloses, row => row.Line.Closes) { Class = "nowrap" },
            Columns.Count<AuctionDeskLine>("bids", Words.AuctionSealedBids, row => row.Bids),
            Columns.Count<AuctionDeskLine>("opened", Words.AuctionOpenedBids, row => row.Opened),
            Columns.Tonnes<AuctionDeskLine>("sold", Words.AuctionSold, row => row.Line.Result?.Sold),
            DeskColumns.Do<AuctionDeskLine>(row => row.Acts),
        ],
        (state, ask) => [.. state.Auctions.Auctions.AsEnumerable().Reverse()
            .Select(auction => Line(state, ask.Now, auction))
            .Where(row => ask.Finds(
                row.Line.Announcement.Id.ToString(),
                row.Line.Announcement.Title.Zh,
                row.Line.Announcement.Title.En,
                row.Line.Announcement.Instrument.Code))]);

    public static AuctionDeskLine Line(SchemeState state, DateTime now, Auction auction)
    {
        var naming = new Naming(state);
        return new AuctionDeskLine(
            AuctionLine.Of(state, auction, now),
            auction.Bids.Count(),
            auction.Bids.Count(entry => entry.IsOpen),
            auction.Stake.IsMoney
                ? new Money(auction.Entries.Values.Sum(entry => entry.Kept), auction.Announcement.Limit.Currency)
                : null,
            new Tonnes(auction.Consigned.Values.Sum(one => one.Quantity.Value)),
            [.. (auction.Result?.Awards ?? []).Select(award =>
                new AwardLine(naming.Holder(award.Holder), award.Price, award.Quantity))]);
    }

    public static IReadOnlyList<BidderLine> Bidders(SchemeState state)
    {
        var naming = new Naming(state);
        return [.. state.Auctions.Bidders.Values.OrderBy(one => one.Holder.Value)
            .Select(one => new BidderLine(one, naming.Holder(one.Holder)))];
    }
}
