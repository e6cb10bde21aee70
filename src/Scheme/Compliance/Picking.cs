using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>Units of one vintage that would be taken from one place.</summary>
/// <param name="Asset">Which units.</param>
/// <param name="From">From where.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Exactly">The very serials; empty takes the lowest.</param>
/// <param name="Offset">True for offsets.</param>
internal readonly record struct Pick(Asset Asset, Place From, long Quantity, SerialSet Exactly, bool Offset);

/// <summary>
/// Chooses what settles an obligation: custody first, then the holder's registry account, oldest accepted vintage
/// first, an advance's units last. Only reads.
/// </summary>
internal sealed class Picker(SchemeState state, Planner plan, PeriodRules rules, DateTimeOffset time)
{
    private readonly List<Pick> picks = [];

    public IReadOnlyList<Pick> Picks => picks;

    /// <summary>How many tonnes are picked so far.</summary>
    public Tonnes Total => new(picks.Sum(pick => pick.Quantity));

    /// <summary>True when something comes from the holder's own account, so that the account must be usable.</summary>
    public bool UsesOwnAccount(Holder holder) => picks.Any(pick => pick.From.Account == holder.RegistryAccount);

    /// <summary>Up to <paramref name="wanted"/> allowances, from custody, own account and advance.</summary>
    public void Allowances(Holder holder, Tonnes wanted, bool own = true)
    {
        var target = Total + wanted;
        var assets = Accepted(rules.Surrender.Accepts);
        From(holder.CustodyAccount, assets, target, offset: false);
        if (own)
        {
            From(holder.RegistryAccount, assets, target, offset: false);
            FromAdvance(holder, target);
        }
    }

    /// <summary>
    /// Up to <paramref name="wanted"/> allowances of one vintage, from custody, own account and advance.
    /// </summary>
    public void Allowances(Holder holder, Asset asset, Tonnes wanted)
    {
        var target = Total + wanted;
        From(holder.CustodyAccount, [asset], target, offset: false);
        From(holder.RegistryAccount, [asset], target, offset: false);
        if (Advances.Usable(state, holder.Id, rules.Period)?.Asset == asset)
        {
            FromAdvance(holder, target);
        }
    }

    /// <summary>
    /// Up to <paramref name="wanted"/> allowances from the own account only: what one holder gives for another.
    /// </summary>
    public void OwnAllowances(Holder holder, Tonnes wanted) =>
        From(holder.RegistryAccount, Accepted(rules.Surrender.Accepts), Total + wanted, offset: false);

    /// <summary>Up to <paramref name="wanted"/> offsets from the own account.</summary>
    public void Offsets(Holder holder, Tonnes wanted)
    {
        if (rules.Surrender.Offsets is { } offsets)
        {
            From(holder.RegistryAccount, Accepted(offsets.Accepts), Total + wanted, offset: true);
        }
    }

    /// <summary>Units that settle the period now, oldest vintage first.</summary>
    public List<Asset> Accepted(IReadOnlyList<AcceptedUnits> accepts)
    {
        var found = new List<(CompliancePeriod Vintage, int Order, Asset Asset)>();
        for (var i = 0; i < accepts.Count; i++)
        {
            if (IsOver(accepts[i]) || state.Rules.Unit(accepts[i].Unit) is not { } unit)
            {
                continue;
            }

            IReadOnlyList<CompliancePeriod> vintages = unit.Vintages.Count == 0 ? [default] : unit.Vintages;
            foreach (var vintage in vintages)
            {
                var asset = Asset.Unit(unit.AssetCode(vintage));
                if (accepts[i].Covers(vintage) && CarryOver.MaySettle(state, asset, rules.Period))
                {
                    found.Add((vintage, i, asset));
                }
            }
        }

        found.Sort();
        return [.. found.Select(one => one.Asset).Distinct()];
    }

    /// <summary>True when the family's time is over.</summary>
    public bool IsOver(AcceptedUnits accepted) =>
        accepted.UsableUntil is { } until && state.Rules.Calendar.Moment(until) <= time;

    private void From(AccountId? account, IReadOnlyList<Asset> assets, Tonnes target, bool offset)
    {
        if (account is not { } id)
        {
            return;
        }

        var missing = (target - Total).Value;
        foreach (var asset in assets)
        {
            if (missing <= 0)
            {
                return;
            }

            var quantity = Math.Min(missing, plan.Balance(new Place(id), asset));
            if (quantity > 0)
            {
                picks.Add(new Pick(asset, new Place(id), quantity, default, offset));
                missing -= quantity;
            }
        }
    }

    private void FromAdvance(Holder holder, Tonnes target)
    {
        var missing = (target - Total).Value;
        if (missing > 0 && Advances.Usable(state, holder.Id, rules.Period) is { } advance)
        {
            var quantity = Math.Min(missing, advance.Serials.Count);
            picks.Add(new Pick(
                advance.Asset, advance.Place, quantity, Serials.Lowest(advance.Serials, quantity), Offset: false));
        }
    }
}
