using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// Takes one year of a holder out of the scheme, such as a year below the threshold or under another scheme.
/// </summary>
public sealed record ExcludeYear(HolderId Holder, int Year, string Reason) : Command;

/// <summary>Ends it: the year counts again, and its emissions are to be accepted anew.</summary>
public sealed record IncludeYear(HolderId Holder, int Year, string Reason) : Command;

/// <summary>A year does not count for a holder; what was accepted for it is taken out.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Emissions">What was accepted before; null when nothing was.</param>
/// <param name="Entitlement">The period whose allocation counts as zero from now on; null when none does.</param>
public sealed record YearExcluded(
    HolderId Holder, int Year, string Reason, Tonnes? Emissions, CompliancePeriod? Entitlement) : Event;

/// <summary>A year counts again; the period whose allocation counts again, or null.</summary>
public sealed record YearIncluded(HolderId Holder, int Year, string Reason, CompliancePeriod? Entitlement) : Event;

/// <summary>
/// In an excluded year nothing is owed: surrendered units go back, and the allocation of a period of which no year
/// counts is zero, so that what was delivered is taken back or stays due as arrears. Of a longer period with other
/// years the authority adjusts the allocation itself. Refusals in order: unknown holder; holder not active; year
/// without rules; text missing (reason); not on the list; outside the emission years; year not begun; so already; those
/// of the delivery.
/// </summary>
public static class ExcludedYears
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ExcludeYear>("exclude-year", Permission.Of(Role.Authority), Decide)
        .Command<IncludeYear>("include-year", Permission.Of(Role.Authority), Decide)
        .Event<YearExcluded>("year-excluded", Apply)
        .Event<YearIncluded>("year-included", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ExcludeYear command)
    {
        if (!Check(state, context.Time, command.Holder, command.Year, command.Reason, exclude: true)
            .Try(out var rules, out var refusal))
        {
            return refusal;
        }

        var (holder, year) = (command.Holder, command.Year);
        bool LeftOut(int other) => other == year || state.Registry.IsLeftOut(holder, other);
        var ends = state.Allocation.Of(holder, rules.Period) is { Excluded: false }
            && EmissionYears.AllLeftOut(rules.Period, LeftOut);
        return Consequences(state, context, holder, rules, LeftOut, ends ? true : null).Try(out var events, out refusal)
            ? Decision
                .Of(new YearExcluded(
                    holder,
                    year,
                    command.Reason,
                    state.Mrv.Of(holder, year)?.Total,
                    ends ? rules.Period : null))
                .Then([.. events])
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, IncludeYear command)
    {
        if (!Check(state, context.Time, command.Holder, command.Year, command.Reason, exclude: false)
            .Try(out var rules, out var refusal))
        {
            return refusal;
        }

        var (holder, year) = (command.Holder, command.Year);
        bool LeftOut(int other) => other != year && state.Registry.IsLeftOut(holder, other);
        var begins = state.Allocation.Of(holder, rules.Period) is { Excluded: true };
        return Consequences(state, context, holder, rules, LeftOut, begins ? false : null)
            .Try(out var events, out refusal)
            ? Decision
                .Of(new YearIncluded(holder, year, command.Reason, begins ? rules.Period : null))
                .Then([.. events])
            : refusal;
    }

    private static Outcome<PeriodRules> Check(
        SchemeState state, DateTimeOffset time, HolderId id, int year, string reason, bool exclude)
    {
        if (Holders.Active(state, id).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Subject.PeriodOf(state, year) is not { } rules)
        {
            return RegistryRefusals.YearWithoutRules.With(("year", year));
        }

        if (Holders.Blank("reason", reason) is { } blank)
        {
            return blank;
        }

        if (!state.Registry.IsListed(id, year))
        {
            return RegistryRefusals.NotListed.With(("holder", id), ("year", year));
        }

        if (state.Registry.Holders[id].Years?.Contains(year) == false)
        {
            return HolderRefusals.OutsideYears.With(("holder", id), ("year", year));
        }

        if (state.Rules.Calendar.Day(time).Year < year)
        {
            return MrvRefusals.YearNotBegun.With(("year", year));
        }

        return state.Registry.Excluded.ContainsKey((id, year)) == exclude
            ? HolderRefusals.ExclusionUnchanged.With(("holder", id), ("year", year))
            : rules;
    }

    /// <summary>First what is owed, so that returned units are there; then the allocation, when it changes.</summary>
    private static Outcome<List<Event>> Consequences(
        SchemeState state,
        in Context context,
        HolderId holder,
        PeriodRules rules,
        Func<int, bool> leftOut,
        bool? excluded)
    {
        var plan = state.Ledger.Plan();
        var events = EmissionYears.Reassess(state, context, plan, holder, leftOut);
        if (excluded is not { } now)
        {
            return events;
        }

        var entitlement = state.Allocation.Of(holder, rules.Period)! with { Excluded = now };
        if (!TrueUps
            .After(
                state,
                plan,
                state.Registry.Holders[holder],
                rules,
                entitlement,
                TransactionTypes.AllocationAdjust)
            .Try(out var trueUp, out var refusal))
        {
            return refusal;
        }

        events.AddRange(trueUp);
        return events;
    }

    private static void Apply(SchemeState state, in Context context, YearExcluded happened)
    {
        state.Registry.Excluded[(happened.Holder, happened.Year)] = happened.Reason;
        state.Mrv.Accepted.Remove((happened.Holder, happened.Year));
        if (state.Mrv.ReportOf(happened.Holder, happened.Year) is { Status: ReportStatus.Accepted })
        {
            Reports.Change(state, happened.Holder, happened.Year, report => report with
            {
                Status = ReportStatus.Verified,
            });
        }

        SetEntitlement(state, happened.Holder, happened.Entitlement, excluded: true);
    }

    private static void Apply(SchemeState state, in Context context, YearIncluded happened)
    {
        state.Registry.Excluded.Remove((happened.Holder, happened.Year));
        SetEntitlement(state, happened.Holder, happened.Entitlement, excluded: false);
    }

    private static void SetEntitlement(SchemeState state, HolderId holder, CompliancePeriod? period, bool excluded)
    {
        if (period is { } changed)
        {
            state.Allocation.Change(holder, changed, entitlement => entitlement with { Excluded = excluded });
        }
    }
}
