using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities;

/// <summary>What was sealed, kept for whoever acts for the bidder until it is opened.</summary>
/// <param name="Lines">Each price and quantity.</param>
/// <param name="Secret">The secret.</param>
/// <param name="By">Who sealed it.</param>
public sealed record SealedTicket(IReadOnlyList<BidLine> Lines, string Secret, string By = "");

/// <summary>
/// Sealed bids in the portal's own store, outside every market, encrypted with the portal's keys. They are a
/// convenience: whoever trusts no portal seals the bid by hand and sends the seal alone. A person keeps a few of an
/// auction, the latest; once no bids are taken only those remain that have to be opened, and after that none.
/// </summary>
internal sealed class SealedTickets(
    Market market, IDrafts drafts, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>So many a person keeps of one auction, beside the one that was sent.</summary>
    public const int MostOfPerson = 10;

    private const string Prefix = "sealed-bid/";
    private const int SecretBytes = 16;
    private readonly IDataProtector protector = protection.CreateProtector("tanheng.sealed-bids");
    private readonly HashSet<(AuctionId Auction, AuctionPhase Phase)> swept = [];
    private readonly HashSet<(AuctionId Auction, HolderId Holder)> opened = [];

    /// <summary>A secret nobody guesses: 128 random bits.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Keeps one under its seal; of the same person's the oldest give way.</summary>
    /// <param name="holder">The bidder.</param>
    /// <param name="auction">The auction.</param>
    /// <param name="seal">Its seal.</param>
    /// <param name="ticket">What was sealed, and by whom.</param>
    /// <param name="sent">The seal that the market has; what it stands for never gives way.</param>
    public void Keep(HolderId holder, AuctionId auction, Digest seal, SealedTicket ticket, Digest? sent)
    {
        var owner = OwnerOf(holder);
        var others = drafts.DraftsOf(owner)
            .Where(draft => IsOf(draft, auction) && (sent is not { } known || draft.Key != KeyOf(auction, known))
                && Read(draft)?.By == ticket.By);
        foreach (var old in others.Skip(MostOfPerson - 1).ToList())
        {
            drafts.DropDraft(owner, old.Key);
        }

        var json = JsonSerializer.Serialize(ticket, SchemeJson.Options);
        drafts.SaveDraft(new Draft(
            owner, KeyOf(auction, seal), JsonSerializer.Serialize(protector.Protect(json)), time.GetUtcNow()));
    }

    /// <summary>What was sealed; null when it is not here or cannot be read any more.</summary>
    public SealedTicket? Find(HolderId holder, AuctionId auction, Digest seal) =>
        drafts.FindDraft(OwnerOf(holder), KeyOf(auction, seal)) is { } draft ? Read(draft) : null;

    /// <summary>Drops what is not needed any more. One at a time.</summary>
    public async Task SweepAsync()
    {
        var (over, bids, holders) = await market.Read(Look);
        var needed = bids.Where(bid => !bid.IsOpen)
            .Select(bid => (OwnerOf(bid.Holder), KeyOf(bid.Auction, bid.Seal))).ToHashSet();
        foreach (var owner in holders.Select(OwnerOf))
        {
            foreach (var draft in drafts.DraftsOf(owner).Where(draft => !needed.Contains((owner, draft.Key))
                && over.Any(one => IsOf(draft, one.Auction))))
            {
                drafts.DropDraft(owner, draft.Key);
            }
        }

        swept.UnionWith(over);
        opened.UnionWith(bids.Where(bid => bid.IsOpen).Select(bid => (bid.Auction, bid.Holder)));
    }

    /// <summary>
    /// Auctions that take no bids any more, sealed bids of those in which they are opened, and whose drafts to look at:
    /// everybody's when an auction has come so far, else those of who has opened a bid since.
    /// </summary>
    private (List<(AuctionId Auction, AuctionPhase Phase)> Over,
        List<(AuctionId Auction, HolderId Holder, Digest Seal, bool IsOpen)> Bids,
        List<HolderId> Holders) Look(SchemeState state)
    {
        if (state.Book is null)
        {
            return ([], [], []);
        }

        var now = state.Rules.Calendar.Moment(market.Local(state));
        var over = state.Auctions.Auctions.Select(one => (one.Id, Phase: one.PhaseAt(now)))
            .Where(one => one.Phase >= AuctionPhase.Opening).ToList();
        var bids = (
            from one in over
            where one.Phase == AuctionPhase.Opening
            from entry in state.Auctions.Find(one.Id)!.Entries.Values
            where entry.Seal is not null
            select (one.Id, entry.Holder, entry.Seal!.Value, entry.IsOpen)).ToList();
        return (over, bids, over.TrueForAll(swept.Contains)
            ? [.. bids.Where(bid => bid.IsOpen && !opened.Contains((bid.Id, bid.Holder))).Select(bid => bid.Holder)]
            : [.. state.Registry.Holders.Keys]);
    }

    private SealedTicket? Read(Draft draft)
    {
        try
        {
            var json = protector.Unprotect(JsonSerializer.Deserialize<string>(draft.Json)!);
            return JsonSerializer.Deserialize<SealedTicket>(json, SchemeJson.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string OwnerOf(HolderId holder) => $"{market.Name}/{holder}";

    private static bool IsOf(Draft draft, AuctionId auction) =>
        draft.Key.StartsWith($"{Prefix}{auction}/", StringComparison.Ordinal);

    private static string KeyOf(AuctionId auction, Digest seal) => $"{Prefix}{auction}/{seal}";
}
