using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>A covered holder with the rules of a year: what every step of reporting starts from.</summary>
/// <param name="Holder">The holder.</param>
/// <param name="Rules">The period that contains the year.</param>
/// <param name="Sector">The methods of the holder's sector in that period.</param>
internal sealed record Subject(Holder Holder, PeriodRules Rules, SectorRule Sector)
{
    /// <summary>
    /// Refusals in order: unknown holder, holder not active, year without rules, not on the year's list, outside the
    /// holder's emission years, year excluded, sector without methods.
    /// </summary>
    public static Outcome<Subject> Of(SchemeState state, HolderId id, int year)
    {
        if (!Holders.Active(state, id).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        if (PeriodOf(state, year) is not { } rules)
        {
            return RegistryRefusals.YearWithoutRules.With(("year", year));
        }

        if (!state.Registry.IsListed(id, year))
        {
            return RegistryRefusals.NotListed.With(("holder", id), ("year", year));
        }

        if (state.Registry.IsLeftOut(id, year))
        {
            var why = state.Registry.Excluded.ContainsKey((id, year))
                ? HolderRefusals.YearIsExcluded
                : HolderRefusals.OutsideYears;
            return why.With(("holder", id), ("year", year));
        }

        return rules.Sector(holder.Sector) is { } sector
            ? new Subject(holder, rules, sector)
            : MrvRefusals.SectorWithoutMethods.With(("sector", holder.Sector), ("year", year));
    }

    /// <summary>The period that contains a year, or null.</summary>
    public static PeriodRules? PeriodOf(SchemeState state, int year)
    {
        foreach (var rules in state.Rules.Periods)
        {
            if (rules.Period.Contains(year))
            {
                return rules;
            }
        }

        return null;
    }

    /// <summary>
    /// The moment from which a step of the year is late; null when the calendar does not name the step.
    /// </summary>
    public static DateTimeOffset? Deadline(SchemeState state, PeriodRules rules, string sector, Step step) =>
        rules.DeadlineOf(step, sector) is { } deadline ? state.Rules.Calendar.Moment(deadline.At) : null;

    /// <summary>True when the step's deadline has passed for a sector.</summary>
    public static bool IsLate(SchemeState state, PeriodRules rules, string sector, Step step, DateTimeOffset time) =>
        Deadline(state, rules, sector, step) <= time;
}
