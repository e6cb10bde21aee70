using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// 多退少补: brings what was delivered to what is due. First what has to be kept back is netted, then a positive difference
/// is delivered (unless withheld) and a negative one is taken back. Refusals: beyond what can be booked; those of
/// the delivery.
/// </summary>
internal static class TrueUps
{
    /// <summary>
    /// The events that follow when an entitlement has become <paramref name="entitlement"/>.
    /// <paramref name="type"/> is the transaction type of a delivery; taking back is always an adjustment.
    /// </summary>
    public static Outcome<IReadOnlyList<Event>> After(
        SchemeState state, Planner plan, Holder holder, PeriodRules rules, Entitlement entitlement, string type)
    {
        if (Math.Max(entitlement.Basis.Value, Math.Abs(entitlement.Adjusted.Value)) > Ledger.Ledger.Limit)
        {
            return LedgerRefusals.TooLarge.With(("quantity", entitlement.Basis));
        }

        var events = new List<Event>(3);
        var netted = Netting.Plan(state, entitlement, events);
        if (netted.Difference > Tonnes.Zero && !netted.Withheld)
        {
            if (Delivery.Deliver(state, plan, holder, rules, type, netted.Difference, events) is { } refusal)
            {
                return refusal;
            }
        }
        else if (netted.Arrears > Tonnes.Zero)
        {
            if (!Delivery.TakeBack(state, plan, holder, rules, netted.Arrears).Try(out var taken, out var missing))
            {
                return missing;
            }

            events.Add(taken);
        }

        return Outcome.Of<IReadOnlyList<Event>>(events);
    }
}
