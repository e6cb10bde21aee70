using System.Globalization;
using System.Text;
using Tanheng.Quantities;

namespace Tanheng.Market.Auctions;

/// <summary>
/// 公开种子抽签: the order of bids that chance decides, which everybody can work out again. The announcement has the SHA-256
/// of the seed; the seed is told at the clearing. With every line of text ended by one line feed,
/// <code>
/// basis = SHA-256 of: the seed; the auction; the seals of all bids in the order of their numbers
/// key of bid n = SHA-256 of: basis; n
/// </code>
/// digests as 64 lower-case hexadecimal digits. The lowest key comes first. As the seals are part of the basis, who
/// knows the seed cannot choose a good bid unless nobody bids after it, and who bids last does not know the seed.
/// </summary>
public static class Draw
{
    /// <summary>What an announcement says of a seed, before the seed itself.</summary>
    public static Digest Commitment(string seed) => Lines(seed);

    /// <summary>The basis of all keys.</summary>
    public static Digest Basis(string seed, string auction, IEnumerable<Digest> seals) =>
        Lines([seed, auction, .. seals.Select(seal => seal.ToString())]);

    /// <summary>The key of a bid; lower comes first, compared as text.</summary>
    public static string Key(Digest basis, long bid) =>
        Lines(basis.ToString(), bid.ToString(CultureInfo.InvariantCulture)).ToString();

    /// <summary>Compares bids by their keys; what has one key, lines of one bid, by arrival.</summary>
    public static Comparison<AuctionBid> Order(Digest basis, Func<AuctionBid, long> numberOf)
    {
        var keys = new Dictionary<long, string>();
        string KeyOf(AuctionBid bid)
        {
            var number = numberOf(bid);
            if (!keys.TryGetValue(number, out var key))
            {
                keys.Add(number, key = Key(basis, number));
            }

            return key;
        }

        return (a, b) => string.CompareOrdinal(KeyOf(a), KeyOf(b)) is var order && order != 0
            ? order
            : a.Arrival.CompareTo(b.Arrival);
    }

    /// <summary>SHA-256 of lines of UTF-8 text, each ended by one line feed.</summary>
    public static Digest Lines(params IEnumerable<string> lines) =>
        Digest.Of(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
}
