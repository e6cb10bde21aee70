using Tanheng.Rulebook;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Choices of auctions.</summary>
internal sealed partial class Pickers
{
    /// <summary>Auctions that are not over and to which the command applies.</summary>
    private IEnumerable<Option> Auctions() => state.Auctions.Auctions
        .Where(auction => auction.Status == AuctionStatus.Open && Command switch
        {
            "lodge-collateral" or "seal-bid" or "open-bid" => auction.Announcement.Kind == AuctionKind.Sealed,
            "place-bid" => auction.Announcement.Kind != AuctionKind.Sealed,
            "clear-auction" => !auction.Announcement.ByClock,
            "consign-units" => auction.Announcement.Terms.Consignment != Consignment.None,
            _ => true,
        })
        .Select(auction => new Option(
            auction.Id.Value.ToString(),
            Joined(
                Joined(Naming.Same(auction.Id.ToString()), auction.Announcement.Title, true),
                Naming.Quantity(auction.Announcement.Instrument, auction.Offered.Value),
                true)));

    /// <summary>Rules by which somebody may sell: the authority, or a participant.</summary>
    private IEnumerable<Option> AuctionRules() => state.Rules.Auctions
        .Where(rule => rule.Kind == AuctionKind.Ascending == (Command == "offer-bidding"))
        .Select(rule => new Option(rule.Name, Joined(rule.Title, Names.Of(rule.Kind), true)));
}
