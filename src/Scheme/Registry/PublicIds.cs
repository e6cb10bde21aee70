using System.Globalization;
using System.Text;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// A name of an account for publications: the registry's two letters and ten characters that tell neither its number
/// nor its holder. They come out of the digest of the command that opened it, so that every replay gives the same.
/// </summary>
internal static class PublicIds
{
    /// <summary>Ten characters of thirty-two: fifty bits. Letters that are read as digits are left out.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    /// <summary>The name of an account that is being opened; never one that another account has.</summary>
    public static string Of(SchemeState state, in Context context, AccountId account)
    {
        for (var attempt = 0; ; attempt++)
        {
            var seed = string.Create(
                CultureInfo.InvariantCulture, $"{state.Name}\n{context.Id}\n{account.Value}\n{attempt}");
            var id = state.Rules.Registry.AccountPrefix + Letters(Digest.Of(Encoding.UTF8.GetBytes(seed)));
            if (!state.Registry.PublicIds.ContainsKey(id))
            {
                return id;
            }
        }
    }

    private static string Letters(Digest digest)
    {
        var hex = digest.ToString();
        var bits = ulong.Parse(hex.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(Length, bits, static (letters, left) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = Alphabet[(int)(left & 31)];
                left >>= 5;
            }
        });
    }
}
