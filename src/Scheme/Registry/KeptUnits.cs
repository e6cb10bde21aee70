using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Units that freezes, waiting transfers and pledges keep, beside what is kept in the ledger.</summary>
internal static class KeptUnits
{
    /// <summary>
    /// Accounts whose kept serials are not frozen or pledged, are kept for two purposes, or are pledged for none.
    /// </summary>
    public static IEnumerable<Discrepancy> Differences(SchemeState state)
    {
        var frozen = state.Registry.PendingTransfers.Values
            .Select(pending => (pending.Source.Account, pending.Asset, pending.Serials))
            .Concat(state.Registry.Freezes.Values.Select(freeze => (freeze.Account, freeze.Asset, freeze.Serials)));
        var pledged = state.Pledges.Pledges.Values
            .Where(pledge => pledge.Status == PledgeStatus.Registered)
            .Select(pledge => (pledge.Account, pledge.Asset, pledge.Serials)).ToList();
        return Elsewhere(state, Compartment.Frozen, frozen)
            .Concat(Elsewhere(state, Compartment.Pledged, pledged))
            .Concat(ForNothing(state, pledged));
    }

    private static IEnumerable<Discrepancy> Elsewhere(
        SchemeState state,
        Compartment compartment,
        IEnumerable<(AccountId Account, Asset Asset, SerialSet Serials)> kept)
    {
        foreach (var group in kept.GroupBy(item => (item.Account, item.Asset)))
        {
            var (account, asset) = group.Key;
            var there = state.Ledger.Serials(new Place(account, compartment), asset);
            var ranges = group.SelectMany(item => item.Serials.Ranges.ToArray())
                .OrderBy(range => range.First).ToArray();
            var overlap = ranges.Skip(1).Where((range, i) => range.First < ranges[i].End).Any();
            if (overlap || ranges.Any(range => !Covers(there, range)))
            {
                yield return new Discrepancy(
                    account, asset, there.Count, ranges.Sum(range => range.Count), DiscrepancyKind.Kept);
            }
        }
    }

    /// <summary>Nothing else than a pledge moves units into the compartment, so its sums must agree.</summary>
    private static IEnumerable<Discrepancy> ForNothing(
        SchemeState state, List<(AccountId Account, Asset Asset, SerialSet Serials)> pledged)
    {
        foreach (var asset in state.Ledger.Assets.Keys)
        {
            var kept = pledged.Where(one => one.Asset == asset)
                .ToLookup(one => one.Account, one => one.Serials.Count);
            if (state.Ledger.Kept(asset, Compartment.Pledged) == kept.Sum(one => one.Sum()))
            {
                continue;
            }

            foreach (var account in state.Registry.Accounts.Keys)
            {
                var (there, sum) = (
                    state.Ledger.Balance(new Place(account, Compartment.Pledged), asset), kept[account].Sum());
                if (there > sum)
                {
                    yield return new Discrepancy(account, asset, there, sum, DiscrepancyKind.Kept);
                }
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
