using Tanheng.Engine.Journal;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Auditor;

/// <summary>Rows that were looked for, newest first, and where to go on.</summary>
/// <param name="Rows">What was found.</param>
/// <param name="Next">The row before which to look on; null when the beginning is reached.</param>
/// <param name="Looked">How many rows were looked at.</param>
public sealed record SearchResult(IReadOnlyList<JournalRow> Rows, long? Next, long Looked);

/// <summary>Looks through the journal backwards, no further than one request may take.</summary>
internal static class JournalSearch
{
    private const int Page = 50;
    private const int Block = 512;
    private const long MostLooked = 20_000;

    /// <summary>Rows between two rows (both included) by actor and command; empty texts match everything.</summary>
    public static SearchResult Of(Market market, long first, long last, string actor, string command)
    {
        var found = new List<JournalRow>();
        long looked = 0;
        var at = last;
        while (at >= first && looked < MostLooked)
        {
            var from = Math.Max(first, at - Block + 1);
            foreach (var row in market.Journal.Read(from, at).Reverse())
            {
                looked++;
                at = row.Sequence - 1;
                if (Matches(row.Actor.Name, actor) && Matches(row.Command, command))
                {
                    found.Add(row);
                    if (found.Count == Page)
                    {
                        return new SearchResult(found, at >= first ? at + 1 : null, looked);
                    }
                }
            }
        }

        return new SearchResult(found, at >= first ? at + 1 : null, looked);
    }

    private static bool Matches(string value, string wanted) =>
        wanted.Length == 0 || value.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
