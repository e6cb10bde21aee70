using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tanheng.Web.People;

/// <summary>
/// Time-based one-time codes, RFC 6238: HMAC-SHA-1, steps of 30 seconds, six digits, which is what every authenticator
/// app understands. The framework's own provider does not tell which step a code belongs to; without that, a code that
/// was overseen could be used a second time.
/// </summary>
public static class Totp
{
    /// <summary>Seconds a code lasts.</summary>
    public const int StepSeconds = 30;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key of 160 bits, in base 32 without padding.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>The step of a moment, counted from 1970.</summary>
    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step: six digits.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 and every app use HMAC-SHA-1.")]
    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(Bytes(key), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 0x0f)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("d6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, among the present one and its neighbours; null when none.</summary>
    public static long? Match(string key, string code, DateTimeOffset now, int neighbours)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        long? matched = null;
        for (var step = StepOf(now) - neighbours; step <= StepOf(now) + neighbours; step++)
        {
            // All are compared, so that the time taken does not tell which.
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), typed))
            {
                matched = step;
            }
        }

        return matched;
    }

    /// <summary>What the QR code says to an authenticator app.</summary>
    public static string Uri(string key, string person, string issuer)
    {
        var (who, where) = (System.Uri.EscapeDataString(person), System.Uri.EscapeDataString(issuer));
        return $"otpauth://totp/{where}:{who}?secret={key}&issuer={where}&algorithm=SHA1&digits=6&period={StepSeconds}";
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        var (value, bits, at) = (0, 0, 0);
        foreach (var letter in key)
        {
            value = ((value << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)((value >> bits) & 0xff);
            }
        }

        return bytes;
    }
}
