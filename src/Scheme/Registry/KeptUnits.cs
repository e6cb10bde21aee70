using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Units that freezes and waiting transfers keep, beside what is frozen in the ledger.</summary>
internal static class KeptUnits
{
    /// <summary>Accounts whose kept serials are not frozen, or are kept for two purposes.</summary>
    public static IEnumerable<Discrepancy> Differences(SchemeState state)
    {
        var kept = state.Registry.PendingTransfers.Values
            .Select(pending => (pending.Source.Account, pending.Asset, pending.Serials))
            .Concat(state.Registry.Freezes.Values.Select(freeze => (freeze.Account, freeze.Asset, freeze.Serials)));
        foreach (var group in kept.GroupBy(item => (item.Account, item.Asset)))
        {
            var (account, asset) = group.Key;
            var frozen = state.Ledger.Serials(new Place(account, Compartment.Frozen), asset);
            var ranges = group.SelectMany(item => item.Serials.Ranges.ToArray())
                .OrderBy(range => range.First).ToArray();
            var overlap = ranges.Skip(1).Where((range, i) => range.First < ranges[i].End).Any();
            if (overlap || ranges.Any(range => !Covers(frozen, range)))
            {
                yield return new Discrepancy(
                    account, asset, frozen.Count, ranges.Sum(range => range.Count), DiscrepancyKind.Kept);
            }
        }
    }

    private static bool Covers(SerialSet serials, SerialRange range)
    {
        foreach (var own in serials.Ranges)
        {
            if (own.First <= range.First && range.Last <= own.Last)
            {
                return true;
            }
        }

        return false;
    }
}
