using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Unit families of the rulebook as assets of the ledger, and what several movements of units ask.</summary>
internal static class UnitAssets
{
    /// <summary>The asset of a family and vintage (default: none), or unknown unit.</summary>
    public static Outcome<Asset> Find(SchemeState state, string unit, CompliancePeriod vintage)
    {
        var rule = state.Rules.Unit(unit);
        var known = rule is not null
            && (rule.Vintages.Count == 0 ? vintage == default : rule.Vintages.Contains(vintage));
        return known
            ? Asset.Unit(rule!.AssetCode(vintage))
            : RegistryRefusals.UnknownUnit.With(("unit", unit), ("vintage", vintage));
    }

    /// <summary>Null when the account is the holder's; else unknown account or another holder's account.</summary>
    public static Refusal? CheckOwner(SchemeState state, HolderId holder, AccountId account)
    {
        if (!Accounts.Find(state, account).Try(out var found, out var refusal))
        {
            return refusal;
        }

        return found.Holder == holder
            ? null
            : RegistryRefusals.AnotherHoldersAccount.With(("account", found.Number), ("holder", holder));
    }

    /// <summary>The lowest serials of a set.</summary>
    public static SerialSet Lowest(SerialSet serials, long count)
    {
        var taken = new List<SerialRange>();
        foreach (var range in serials.Ranges)
        {
            if (count == 0)
            {
                break;
            }

            var part = range.Split(Math.Min(count, range.Count)).Taken;
            taken.Add(part);
            count -= part.Count;
        }

        return SerialSet.FromAscending(taken.ToArray());
    }

    /// <summary>A set without some of its serials.</summary>
    public static SerialSet Without(SerialSet serials, SerialSet removed)
    {
        var left = new List<SerialRange>();
        foreach (var range in serials.Ranges)
        {
            var next = range.First;
            foreach (var hole in removed.Ranges)
            {
                if (hole.Overlaps(range))
                {
                    Add(left, next, hole.First);
                    next = hole.End;
                }
            }

            Add(left, next, range.End);
        }

        return SerialSet.FromAscending(left.ToArray());
    }

    private static void Add(List<SerialRange> ranges, long first, long end)
    {
        if (end > first)
        {
            ranges.Add(new SerialRange(first, end - first));
        }
    }
}
