using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities;

/// <summary>What was sealed, kept for whoever acts for the bidder until it is opened.</summary>
/// <param name="Lines">Each price and quantity.</param>
/// <param name="Secret">The secret.</param>
public sealed record SealedTicket(IReadOnlyList<BidLine> Lines, string Secret);

/// <summary>
/// Sealed bids in the portal's own store, outside every market, encrypted with the portal's keys. They are a
/// convenience: whoever trusts no portal seals the bid by hand and sends the seal alone.
/// </summary>
internal static class SealedTickets
{
    private const int SecretBytes = 16;

    /// <summary>A secret nobody guesses: 128 random bits.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>True when there is a place to keep them.</summary>
    public static bool CanKeep(HttpContext http) => http.RequestServices.GetService<IDrafts>() is not null;

    /// <summary>Keeps one under its seal.</summary>
    public static void Keep(HttpContext http, HolderId holder, AuctionId auction, Digest seal, SealedTicket ticket)
    {
        var json = JsonSerializer.Serialize(ticket, SchemeJson.Options);
        http.RequestServices.GetService<IDrafts>()?.SaveDraft(new Draft(
            OwnerOf(http, holder),
            KeyOf(auction, seal),
            JsonSerializer.Serialize(Protector(http).Protect(json)),
            http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    /// <summary>What was sealed; null when it is not here or cannot be read any more.</summary>
    public static SealedTicket? Find(HttpContext http, HolderId holder, AuctionId auction, Digest seal)
    {
        var draft = http.RequestServices.GetService<IDrafts>()?.FindDraft(OwnerOf(http, holder), KeyOf(auction, seal));
        if (draft is null)
        {
            return null;
        }

        try
        {
            var json = Protector(http).Unprotect(JsonSerializer.Deserialize<string>(draft.Json)!);
            return JsonSerializer.Deserialize<SealedTicket>(json, SchemeJson.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("tanheng.sealed-bids");

    private static string OwnerOf(HttpContext http, HolderId holder) =>
        $"{http.RequestServices.GetRequiredService<Market>().Name}/{holder}";

    private static string KeyOf(AuctionId auction, Digest seal) => $"sealed-bid/{auction}/{seal}";
}
