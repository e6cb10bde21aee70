using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Tanheng.Web.People;

/// <summary>
/// Random secrets, and the hashes by which they are kept. The secrets are long and random, so a plain SHA-256 is as
/// good as a slow hash; passwords, which are neither, are hashed by the framework's hasher.
/// </summary>
internal static class Secrets
{
    /// <summary>Without letters and digits that look alike; 32 of them, so a character is five bits.</summary>
    private const string Readable = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>256 bits, fit for a cookie or a link.</summary>
    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Characters that a person can read out, in groups of five, at five bits each.</summary>
    public static string NewReadable(int groups) => string.Join(
        '-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Readable, 5)));

    /// <summary>As typed, without hyphens, blanks and case.</summary>
    public static string Normal(string readable) =>
        string.Concat(readable.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>By which a secret is kept: 64 hexadecimal digits.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two hashes are the same, in a time that tells nothing.</summary>
    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
}
