using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>A covered holder with the rules of a period: what every allocation starts from.</summary>
/// <param name="Holder">The holder.</param>
/// <param name="Rules">The period.</param>
/// <param name="Sector">The methods of the holder's sector in that period.</param>
/// <param name="Years">The years of the period in which the holder is covered, ascending.</param>
internal sealed record AllocationSubject(Holder Holder, PeriodRules Rules, SectorRule Sector, IReadOnlyList<int> Years)
{
    /// <summary>
    /// Refusals in order: unknown holder, holder not active, period unknown, not covered, sector without methods.
    /// </summary>
    public static Outcome<AllocationSubject> Of(SchemeState state, HolderId id, CompliancePeriod period)
    {
        if (!Holders.Active(state, id).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        if (state.Rules.Period(period) is not { } rules)
        {
            return AllocationRefusals.PeriodUnknown.With(("period", period));
        }

        var years = new List<int>();
        for (var year = period.First; year <= period.Last; year++)
        {
            if (state.Registry.IsCovered(id, year))
            {
                years.Add(year);
            }
        }

        if (years.Count == 0)
        {
            return AllocationRefusals.NotCovered.With(("holder", id), ("period", period));
        }

        return rules.Sector(holder.Sector) is { } sector
            ? new AllocationSubject(holder, rules, sector, years)
            : AllocationRefusals.SectorWithoutMethods.With(("sector", holder.Sector), ("period", period));
    }
}
