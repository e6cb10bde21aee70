namespace Tanheng.Rulebook.Reading;

/// <summary>"Did you mean": the allowed word nearest to what was typed.</summary>
internal static class Suggestion
{
    /// <summary>The word, or a dash when nothing is near.</summary>
    public static string For(string typed, IEnumerable<string> allowed)
    {
        var limit = typed.Length <= 4 ? 1 : 1 + (typed.Length / 4);
        var best = allowed
            .Select(word => (Word: word, Away: Distance(typed, word, limit)))
            .Where(pair => pair.Away <= limit)
            .OrderBy(pair => pair.Away).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word ?? "—";
    }

    private static int Distance(string typed, string word, int limit)
    {
        if (Math.Abs(typed.Length - word.Length) > limit)
        {
            return limit + 1;
        }

        var row = Enumerable.Range(0, word.Length + 1).ToArray();
        for (var i = 1; i <= typed.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var same = char.ToLowerInvariant(typed[i - 1]) == char.ToLowerInvariant(word[j - 1]);
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[word.Length];
    }
}
