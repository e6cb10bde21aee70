namespace Tanheng.Scheme.Registry;

/// <summary>
/// 统一社会信用代码: 18 characters, the last a check character over the first 17 with weights 3^i mod 31.
/// The alphabet leaves out I, O, S, V and Z. Source: GB 32100-2015 法人和其他组织统一社会信用代码编码规则.
/// </summary>
public static class SocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    /// <summary>True when length, characters and check character are right.</summary>
    public static bool IsValid(string code) =>
        code.Length == Length && CheckCharacter(code.AsSpan(0, Length - 1)) is { } check && code[^1] == check;

    /// <summary>The check character of the first 17 characters; null when they are not 17 of the alphabet.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> first)
    {
        if (first.Length != Length - 1)
        {
            return null;
        }

        var (sum, weight) = (0, 1);
        foreach (var character in first)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
