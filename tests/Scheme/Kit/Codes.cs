using System.Globalization;

namespace Tanheng.Scheme.Tests.Kit;

/// <summary>Unified social credit codes for tests, with the standard's weights written out (GB 32100-2015).</summary>
internal static class Codes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>The n-th code: 91 (company), 110000 (Beijing), a nine-digit number, the check character.</summary>
    public static string Number(int n)
    {
        var first = "91110000" + n.ToString("D9", CultureInfo.InvariantCulture);
        var sum = first.Select((character, i) =>
            Alphabet.IndexOf(character, StringComparison.Ordinal) * Weights[i]).Sum();
        var check = 31 - (sum % 31);
        return first + Alphabet[check == 31 ? 0 : check];
    }
}
