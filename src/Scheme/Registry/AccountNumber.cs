using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// The published number of an account: <c>CN-100-10000068-0-12</c>, that is two letters of the registry, three digits
/// of
/// the account kind, identifier, period (0) and check digits. Check digits are 98 − (N mod 97), N being identifier, the
/// letters as numbers (A = 10 … Z = 35), kind, period in two digits and 00; the same with the check digits at the end
/// leaves remainder 1 (ISO 7064 MOD 97-10).
/// </summary>
public static class AccountNumber
{
    private const long FirstIdentifier = 10_000_000;

    /// <summary>The number of an account.</summary>
    public static string Of(string prefix, AccountKind kind, AccountId account)
    {
        var (type, identifier) = (TypeOf(kind), FirstIdentifier + account.Value);
        var check = 98 - Remainder(prefix, type, identifier, 0, 0);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{type}-{identifier}-0-{check}");
    }

    /// <summary>True when the text has the form of a number and its check digits agree.</summary>
    public static bool IsValid(string number)
    {
        var parts = number.Split('-');
        return parts.Length == 5 && parts[0].Length == 2 && parts[0].All(char.IsAsciiLetterUpper)
            && Digits(parts[1], 3, out var type) && Digits(parts[2], 8, out var identifier)
            && Digits(parts[3], 2, out var period) && Digits(parts[4], 2, out var check)
            && Remainder(parts[0], (int)type, identifier, (int)period, (int)check) == 1;
    }

    private static int TypeOf(AccountKind kind) => kind switch
    {
        AccountKind.Registry => 100,
        AccountKind.Trading => 110,
        AccountKind.Provincial => 200,
        AccountKind.Custody => 210,
        AccountKind.Issuance => 300,
        AccountKind.Surrendered => 310,
        AccountKind.Cancelled => 320,
        AccountKind.Expired => 330,
        AccountKind.Bank => 400,
        AccountKind.Treasury => 410,
        AccountKind.Receivable => 420,
        AccountKind.ExchangeFees => 430,
        AccountKind.Suspense => 440,
        AccountKind.RiskReserve => 450,
        AccountKind.AuctionRevenue => 460,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static int Remainder(string letters, int type, long identifier, int period, int check)
    {
        var number = (Int128)identifier;
        number = (number * 10_000) + ((letters[0] - 'A' + 10) * 100) + (letters[1] - 'A' + 10);
        number = (number * 1_000) + type;
        number = (number * 10_000) + (period * 100) + check;
        return (int)(number % 97);
    }

    private static bool Digits(string text, int most, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && text.Length <= most;
}
