using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal.Public;

/// <summary>A version of the rulebook that the market has adopted, with its texts as the journal has them.</summary>
public sealed record Adoption(long Sequence, DateTimeOffset Time, RuleText Book, IReadOnlyList<RuleText> Includes);

/// <summary>Something everybody may know that happened.</summary>
/// <param name="Sequence">Its row.</param>
/// <param name="Time">When.</param>
/// <param name="Text">What.</param>
/// <param name="Path">Where it can be read.</param>
public sealed record Notice(long Sequence, DateTimeOffset Time, Text Text, string Path);

/// <summary>What was moved on a day by one type of transaction: without accounts, without holders.</summary>
public readonly record struct DayKey(DateOnly Day, string Type, string Unit);

/// <summary>
/// What the public may know of the journal's history: adopted rules, notices, daily quantities, and where a hash is in
/// the chain. It follows the journal; reading it anew costs what has been added since.
/// </summary>
public sealed class PublicRecord(Market market)
{
    private const int HashBytes = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Lock reading = new();
    private readonly List<ulong> hashes = [];
    private readonly SortedDictionary<DayKey, long> days = new(Comparer<DayKey>.Create(Later));
    private Task running = Task.CompletedTask;
    private volatile Snapshot now = new([], [], []);

    /// <summary>What is known up to now, the newest first.</summary>
    /// <param name="Adoptions">Rulebooks.</param>
    /// <param name="Notices">What happened.</param>
    /// <param name="Days">What was moved.</param>
    public sealed record Snapshot(
        ImmutableArray<Adoption> Adoptions,
        ImmutableArray<Notice> Notices,
        ImmutableArray<KeyValuePair<DayKey, long>> Days);

    /// <summary>
    /// Reads what has been added; a long journal is read on in the background and given as far as it is.
    /// </summary>
    public async Task<Snapshot> ReadAsync()
    {
        var calendar = await market.Read(state => state.Rules.Calendar);
        Task run;
        lock (reading)
        {
            run = running = running.IsCompleted ? Task.Run(() => Follow(calendar)) : running;
        }

        if (await Task.WhenAny(run, Task.Delay(Patience)) == run)
        {
            await run;
        }

        return now;
    }

    /// <summary>The row that has a hash; null when none has.</summary>
    public long? Find(Digest hash)
    {
        var wanted = Start(hash);
        List<long> found;
        lock (hashes)
        {
            found = [.. Enumerable.Range(0, hashes.Count).Where(at => hashes[at] == wanted).Select(at => at + 1L)];
        }

        // The beginning of a hash only says where to look.
        foreach (var sequence in found)
        {
            if (market.Journal.Read(sequence, sequence).FirstOrDefault()?.Hash == hash)
            {
                return sequence;
            }
        }

        return null;
    }

    private void Follow(WorkCalendar calendar)
    {
        var adoptions = new List<Adoption>();
        var notices = new List<Notice>();
        var moved = false;
        foreach (var row in market.Journal.Read(hashes.Count + 1L))
        {
            foreach (var happened in row.ReadEvents())
            {
                adoptions.AddRange(AdoptionOf(row, happened));
                notices.AddRange(NoticeOf(row, happened));
                moved |= happened is IMovesUnits moves && Count(calendar.Day(row.Time), moves);
            }

            lock (hashes)
            {
                hashes.Add(Start(row.Hash));
            }
        }

        if (adoptions.Count + notices.Count > 0 || moved)
        {
            adoptions.Reverse();
            notices.Reverse();
            now = new Snapshot([.. adoptions, .. now.Adoptions], [.. notices, .. now.Notices], [.. days]);
        }
    }

    private bool Count(DateOnly day, IMovesUnits moves)
    {
        var any = false;
        foreach (var transaction in moves.Transactions)
        {
            // Within one account nothing changes hands: a freeze, for example, is nobody else's business.
            foreach (var move in transaction.Movements.Where(move =>
                !move.Asset.IsMoney && move.From.Account != move.To.Account))
            {
                var key = new DayKey(day, transaction.Type, move.Asset.Code);
                days[key] = days.GetValueOrDefault(key) + move.Quantity;
                any = true;
            }
        }

        return any;
    }

    private static IEnumerable<Adoption> AdoptionOf(JournalRow row, Event happened) => happened switch
    {
        SchemeFounded founded => [new(row.Sequence, row.Time, founded.Rulebook, founded.Includes)],
        RulebookAdopted adopted => [new(row.Sequence, row.Time, adopted.Rulebook, adopted.Includes)],
        _ => [],
    };

    private static IEnumerable<Notice> NoticeOf(JournalRow row, Event happened)
    {
        Notice At(Text text, string path) => new(row.Sequence, row.Time, text, path);
        return happened switch
        {
            SchemeFounded => [At(Words.NoticeFounded, "/rules/history")],
            RulebookAdopted => [At(Words.NoticeAdopted, "/rules/history")],
            ResultsPublished results =>
                [At(Words.NoticeResults(results.Period), $"/disclosure/compliance?period={results.Period}")],
            CoverageListed list => [At(Words.NoticeCoverage(list.Year), $"/disclosure/coverage?period={list.Year}")],
            MilestoneCounted count =>
                [At(Words.NoticeMilestone(count.Period, count.Share, count.Target), "/statistics")],
            MeanPriceRecorded price => [At(Words.NoticePrice(price.Month, price.Price), "/statistics")],
            _ => [],
        };
    }

    private static int Later(DayKey left, DayKey right)
    {
        var order = right.Day.CompareTo(left.Day);
        order = order != 0 ? order : string.CompareOrdinal(left.Type, right.Type);
        return order != 0 ? order : string.CompareOrdinal(left.Unit, right.Unit);
    }

    private static ulong Start(Digest hash)
    {
        Span<byte> bytes = stackalloc byte[32];
        hash.CopyTo(bytes);
        return MemoryMarshal.Read<ulong>(bytes[..HashBytes]);
    }
}
