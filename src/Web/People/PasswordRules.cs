using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Web.People;

/// <summary>
/// Which passwords are taken: long ones that no list of common or leaked passwords leads to. Refusals in order: length;
/// name inside; common. No rule about kinds of characters: they make passwords harder to remember, not to guess.
/// </summary>
public static class PasswordRules
{
    private const int Longest = 200;

    /// <summary>So many words of the list, with digits and signs around them, are still one guess.</summary>
    private const int WordsOfOneGuess = 2;

    /// <summary>Rows and columns of keyboards, and what people count or recite.</summary>
    private static readonly string[] Runs =
    [
        "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qazwsxedcrfvtgbyhnujm",
        "123456789012345678901234567890", "aabbccddeeffgghhiijj", "zaq12wsxcde34rfvbgt56yhn",
    ];

    private static readonly HashSet<string> Common = Load();

    /// <summary>How many words the list has.</summary>
    public static int ListLength => Common.Count;

    /// <summary>Null when the person may have this password.</summary>
    public static Refusal? Check(string password, Person person, PeopleSettings settings)
    {
        if (password.Length < settings.ShortestPassword || password.Length > Longest)
        {
            return PeopleRefusals.PasswordLength.With(
                ("least", settings.ShortestPassword), ("most", Longest), ("length", password.Length));
        }

        if (Names(person).Any(name => password.Contains(name, StringComparison.OrdinalIgnoreCase)))
        {
            return PeopleRefusals.PasswordHasName.With();
        }

        return IsCommon(password) ? PeopleRefusals.PasswordCommon.With() : null;
    }

    /// <summary>True when a program that guesses comes to it early.</summary>
    public static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var letters = Plain(lower);
        return lower.Distinct().Count() < 5
            || IsRepeated(lower)
            || lower.All(char.IsAsciiDigit)
            || Runs.Any(run => IsAlong(run, lower) || IsAlong(run, letters))
            || Words(lower, lower) <= WordsOfOneGuess
            || Words(letters, lower) <= WordsOfOneGuess;
    }

    private static IEnumerable<string> Names(Person person) =>
        new[] { person.Name, person.DisplayName, person.Email.Split('@')[0] }
            .Where(name => name.Length >= 3 || (name.Length >= 2 && name.Any(letter => letter > '\u2e80')));

    /// <summary>Digits and signs that stand for letters read as those: <c>p@55w0rd</c>.</summary>
    private static string Plain(string lower) => string.Create(lower.Length, lower, (plain, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            plain[i] = from[i] switch
            {
                '0' => 'o',
                '1' or '!' or '|' => 'i',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' or '+' => 't',
                '8' => 'b',
                var other => other,
            };
        }
    });

    /// <summary>One piece of at most a third, over and over: <c>abcabcabcabc</c>.</summary>
    private static bool IsRepeated(string text) => Enumerable.Range(1, text.Length / 3)
        .Any(period => text.Index().All(letter => letter.Item == text[letter.Index % period]));

    /// <summary>
    /// Four of five pairs of neighbours follow a row of a keyboard or of a list, forwards or backwards:
    /// <c>qwertyuiopas!</c>.
    /// </summary>
    private static bool IsAlong(string run, string text)
    {
        var (steps, pairs) = (0, 0);
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || !char.IsLetterOrDigit(text[i - 1]))
            {
                continue;
            }

            pairs++;
            steps += run.Contains(string.Concat(text[i - 1], text[i]), StringComparison.Ordinal)
                || run.Contains(string.Concat(text[i], text[i - 1]), StringComparison.Ordinal) ? 1 : 0;
        }

        return pairs >= 5 && steps * 10 >= pairs * 8;
    }

    /// <summary>
    /// The least number of the list's words that, with what was typed as digits and signs between them, are the whole
    /// text; large when it has anything else.
    /// </summary>
    private static int Words(string text, string typed)
    {
        var least = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            least[end] = char.IsLetter(typed[end - 1]) ? 1000 : least[end - 1];
            for (var start = Math.Max(0, end - 20); start <= end - 3; start++)
            {
                if (least[start] + 1 < least[end] && Common.Contains(text[start..end]))
                {
                    least[end] = least[start] + 1;
                }
            }
        }

        return least[^1];
    }

    private static HashSet<string> Load()
    {
        const string name = "Tanheng.Web.Assets.passwords.txt";
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
    }
}
