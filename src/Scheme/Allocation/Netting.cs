using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// Deductions were netted out of an allocation: compliance's balance becomes smaller by the quantity. A negative
/// quantity goes back to the balance, because the allocation turned out smaller than what had been netted.
/// </summary>
public sealed record DeductionsNetted(HolderId Holder, CompliancePeriod Period, Tonnes Quantity) : Event;

/// <summary>Arrears of another period were netted out of an allocation; negative when they revive.</summary>
public sealed record ArrearsNetted(
    HolderId Holder, CompliancePeriod Period, CompliancePeriod From, Tonnes Quantity) : Event;

/// <summary>
/// 核减: what an allocation keeps back before anything is delivered. Deductions of compliance come first, then arrears of
/// other periods, oldest first. Never more is kept back than is still to be delivered, so netting alone takes nothing
/// from an account; when the allocation shrinks, the netted quantity shrinks with it and the rest stays to be netted.
/// </summary>
internal static class Netting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Event<DeductionsNetted>("deductions-netted", Apply)
        .Event<ArrearsNetted>("arrears-netted", Apply);

    /// <summary>Adds the netting events and gives the entitlement after them.</summary>
    public static Entitlement Plan(SchemeState state, Entitlement entitlement, List<Event> events)
    {
        var room = Tonnes.Max(entitlement.Basis - entitlement.Delivered + entitlement.Recovered, Tonnes.Zero);
        var arrearsBefore = entitlement.NettedForArrears;
        var before = entitlement.Deducted - arrearsBefore;
        var pending = Deductions.Pending(
            state, entitlement.Holder, entitlement.Period, entitlement.Determined ?? Tonnes.Zero);
        var now = Tonnes.Min(before + pending, room);
        if (now != before)
        {
            events.Add(new DeductionsNetted(entitlement.Holder, entitlement.Period, now - before));
            entitlement = entitlement with { Deducted = entitlement.Deducted + now - before };
        }

        room -= now;
        return arrearsBefore > room
            ? Revive(entitlement, arrearsBefore - room, events)
            : NetArrears(state, entitlement, room - arrearsBefore, events);
    }

    private static Entitlement NetArrears(SchemeState state, Entitlement entitlement, Tonnes room, List<Event> events)
    {
        foreach (var rules in state.Rules.Periods)
        {
            if (rules.Period == entitlement.Period
                || state.Allocation.Of(entitlement.Holder, rules.Period) is not { } other)
            {
                continue;
            }

            var quantity = Tonnes.Min(other.Arrears, room);
            if (quantity > Tonnes.Zero)
            {
                var netted = new ArrearsNetted(entitlement.Holder, entitlement.Period, other.Period, quantity);
                events.Add(netted);
                entitlement = With(entitlement, netted);
                room -= quantity;
            }
        }

        return entitlement;
    }

    private static Entitlement Revive(Entitlement entitlement, Tonnes quantity, List<Event> events)
    {
        for (var i = entitlement.Netted.Count - 1; i >= 0 && quantity > Tonnes.Zero; i--)
        {
            var last = entitlement.Netted[i];
            var part = Tonnes.Min(last.Quantity, quantity);
            var revived = new ArrearsNetted(entitlement.Holder, entitlement.Period, last.From, -part);
            events.Add(revived);
            entitlement = With(entitlement, revived);
            quantity -= part;
        }

        return entitlement;
    }

    /// <summary>
    /// The entitlement after arrears of another period were netted; entries that fall to zero disappear.
    /// </summary>
    private static Entitlement With(Entitlement entitlement, ArrearsNetted happened)
    {
        var netted = entitlement.Netted.ToList();
        var at = netted.FindIndex(item => item.From == happened.From);
        var quantity = happened.Quantity + (at < 0 ? Tonnes.Zero : netted[at].Quantity);
        if (at >= 0)
        {
            netted.RemoveAt(at);
        }

        if (quantity > Tonnes.Zero)
        {
            netted.Insert(at < 0 ? netted.Count : at, new NettedArrears(happened.From, quantity));
        }

        return entitlement with { Deducted = entitlement.Deducted + happened.Quantity, Netted = netted };
    }

    private static void Apply(SchemeState state, in Context context, DeductionsNetted happened)
    {
        state.Allocation.Change(happened.Holder, happened.Period, entitlement => entitlement with
        {
            Deducted = entitlement.Deducted + happened.Quantity,
        });
        Deductions.Clear(state, happened.Holder, happened.Period, happened.Quantity);
    }

    private static void Apply(SchemeState state, in Context context, ArrearsNetted happened)
    {
        state.Allocation.Change(happened.Holder, happened.Period, entitlement => With(entitlement, happened));
        state.Allocation.Change(happened.Holder, happened.From, entitlement => entitlement with
        {
            Recovered = entitlement.Recovered + happened.Quantity,
        });
    }
}
