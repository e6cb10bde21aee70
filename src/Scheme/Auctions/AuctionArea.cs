namespace Tanheng.Scheme.Auctions;

/// <summary>Auctions: every command and event of the area.</summary>
internal static class AuctionArea
{
    internal static void Register(Catalogue catalogue)
    {
        Bidders.Register(catalogue);
        AuctionAnnouncing.Register(catalogue);
        BiddingOffers.Register(catalogue);
        Consigning.Register(catalogue);
        Collaterals.Register(catalogue);
        SealedBids.Register(catalogue);
        BidOpening.Register(catalogue);
        PublicBids.Register(catalogue);
        AuctionClearing.Register(catalogue);
        AuctionCancelling.Register(catalogue);
    }
}
