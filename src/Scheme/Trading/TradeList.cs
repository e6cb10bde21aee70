using Tanheng.Ledger;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>Trades, newest first, found by an index: reading some of them costs as much as there are some.</summary>
public static class TradeList
{
    /// <summary>Trades of an instrument or composite, or of all, in a mode or in all.</summary>
    /// <param name="state">The market.</param>
    /// <param name="code">An instrument or a family; null for all.</param>
    /// <param name="mode">Null for all.</param>
    /// <param name="upTo">The number of the newest one that is wanted.</param>
    public static IEnumerable<Trade> Of(
        SchemeState state, string? code = null, TradingMode? mode = null, long upTo = long.MaxValue)
    {
        if (code is null && mode is null)
        {
            return All(state, upTo);
        }

        var tapes = state.Trading.Tapes;
        var codes = code is null ? state.Trading.Instruments.Keys.Select(asset => asset.Code) : [code];
        TradingMode[] modes = mode is { } only ? [only] : Enum.GetValues<TradingMode>();
        return Merge(
            state,
            [.. codes.Select(tapes.Of).OfType<Tape>().SelectMany(tape => modes.Select(tape.Trades))],
            upTo);
    }

    /// <summary>Trades in which any of some accounts had a part.</summary>
    public static IEnumerable<Trade> Of(
        SchemeState state, IEnumerable<AccountId> accounts, long upTo = long.MaxValue) =>
        Merge(state, [.. accounts.Select(state.Trading.Tapes.Of)], upTo);

    private static IEnumerable<Trade> All(SchemeState state, long upTo)
    {
        var all = state.Trading.Trades;
        for (var id = (int)Math.Min(upTo, all.Count); id >= 1; id--)
        {
            yield return all[id - 1];
        }
    }

    /// <summary>What stands in several lists of rising numbers, each once, from the highest down.</summary>
    private static IEnumerable<Trade> Merge(SchemeState state, List<List<long>> lists, long upTo)
    {
        var heads = new PriorityQueue<(List<long> List, int At), long>();
        foreach (var list in lists)
        {
            var found = list.BinarySearch(upTo);
            Enqueue(heads, list, found >= 0 ? found : ~found - 1);
        }

        long? last = null;
        while (heads.TryDequeue(out var head, out _))
        {
            var id = head.List[head.At];
            Enqueue(heads, head.List, head.At - 1);
            if (id != last)
            {
                last = id;
                yield return state.Trading.Trades[(int)id - 1];
            }
        }
    }

    private static void Enqueue(PriorityQueue<(List<long> List, int At), long> heads, List<long> list, int at)
    {
        if (at >= 0)
        {
            heads.Enqueue((list, at), -list[at]);
        }
    }
}
