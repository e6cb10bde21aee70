using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Registry;

/// <summary>First and last year in which a holder has emissions to report; no last year while it goes on.</summary>
public sealed record EmissionSpan(int First, int? Last = null)
{
    /// <summary>True when the year lies in the span.</summary>
    public bool Contains(int year) => First <= year && !(Last < year);
}

/// <summary>
/// Says from which year to which a holder has emissions to report. The holder asks, officials decide.
/// </summary>
public sealed record SetEmissionYears(HolderId Holder, int First, int? Last = null)
    : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"emission-years {Holder}"];
}

/// <summary>A holder's emissions are of these years.</summary>
public sealed record EmissionYearsSet(HolderId Holder, int First, int? Last, EmissionSpan? Before) : Event;

/// <summary>
/// 首末排放年度. Outside its years a holder is not covered, whatever the lists say: nothing is reported, allocated or
/// owed. A holder whose years nobody set is covered as the lists say. Refusals in order: unknown holder; holder not
/// active; first year before the scheme's first; last year before the first; nothing to do; a year with accepted
/// emissions, an exclusion or delivered allowances would be left out.
/// </summary>
public static class EmissionYears
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<SetEmissionYears>(
            "set-emission-years", Permission.OnRequestOfHolder(Role.Authority, Role.RegistryOperator), Decide)
        .Event<EmissionYearsSet>("emission-years-set", Apply);

    /// <summary>True when a year does not count for a holder: outside its years, or excluded.</summary>
    public static bool IsLeftOut(SchemeState state, HolderId holder, int year) =>
        state.Registry.IsLeftOut(holder, year);

    /// <summary>
    /// The events that bring obligations to what is due when other years are left out than now; a period of which
    /// nothing counts any more owes nothing.
    /// </summary>
    internal static List<Event> Reassess(
        SchemeState state, in Context context, Ledger.Planner plan, HolderId holder, Func<int, bool> leftOut)
    {
        var events = new List<Event>();
        foreach (var rules in state.Rules.Periods)
        {
            var changed = false;
            for (var year = rules.Period.First; year <= rules.Period.Last; year++)
            {
                changed |= leftOut(year) != IsLeftOut(state, holder, year);
            }

            if (!changed)
            {
                continue;
            }

            var known = state.Compliance.Of(holder, rules.Period);
            var verified = Obligations.Verified(state, holder, rules.Period, leftOut)
                ?? (known is not null && AllLeftOut(rules.Period, leftOut) ? Tonnes.Zero : null);
            if (verified is { } due)
            {
                due = state.Compliance.Caps.TryGetValue((holder, rules.Period), out var cap)
                    ? Tonnes.Min(due, cap)
                    : due;
                events.AddRange(Reopening.Change(state, context, plan, holder, rules, due));
            }
        }

        return events;
    }

    internal static bool AllLeftOut(CompliancePeriod period, Func<int, bool> leftOut)
    {
        for (var year = period.First; year <= period.Last; year++)
        {
            if (!leftOut(year))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A successor with years of its own takes over those of its predecessor.</summary>
    internal static void Inherit(SchemeState state, HolderId from, HolderId to)
    {
        foreach (var (holder, year) in state.Registry.Excluded.Keys.Where(key => key.Holder == from).ToList())
        {
            state.Registry.Excluded.Remove((holder, year), out var reason);
            if (!state.Registry.IsListed(to, year))
            {
                state.Registry.Excluded[(to, year)] = reason!;
            }
        }

        if (state.Registry.Holders[from].Years is not { } old || state.Registry.Holders[to].Years is not { } own)
        {
            return;
        }

        int? last = old.Last is { } one && own.Last is { } other ? Math.Max(one, other) : null;
        Holders.Change(state, to, holder => holder with
        {
            Years = new EmissionSpan(Math.Min(old.First, own.First), last),
        });
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SetEmissionYears command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        var earliest = state.Rules.Periods.Count == 0 ? int.MinValue : state.Rules.Periods[0].Period.First;
        if (command.First < earliest)
        {
            return HolderRefusals.BeforeTheScheme.With(("year", command.First), ("earliest", earliest));
        }

        if (command.Last < command.First)
        {
            return HolderRefusals.YearsReversed.With(("first", command.First), ("last", command.Last));
        }

        var span = new EmissionSpan(command.First, command.Last);
        if (span == holder.Years)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        if (Used(state, holder.Id).FirstOrDefault(year => !span.Contains(year)) is var used and not 0)
        {
            return HolderRefusals.YearInUse.With(("holder", holder.Id), ("year", used));
        }

        var set = new EmissionYearsSet(holder.Id, command.First, command.Last, holder.Years);
        return Decision.Of(set).Then([.. Reassess(
            state,
            context,
            state.Ledger.Plan(),
            holder.Id,
            year => !span.Contains(year) || state.Registry.Excluded.ContainsKey((holder.Id, year)))]);
    }

    /// <summary>Years that hold something: emissions (zero is a figure), an exclusion, delivered allowances.</summary>
    private static IEnumerable<int> Used(SchemeState state, HolderId holder) =>
        state.Mrv.Accepted.Keys.Where(key => key.Holder == holder).Select(key => key.Year)
            .Concat(state.Registry.Excluded.Keys.Where(key => key.Holder == holder).Select(key => key.Year))
            .Concat(state.Allocation.Entitlements.Values
                .Where(one => one.Holder == holder && one.Delivered > Tonnes.Zero)
                .SelectMany(one => Enumerable.Range(one.Period.First, one.Period.Last - one.Period.First + 1))
                .Where(year => state.Registry.IsCovered(holder, year)))
            .Order();

    private static void Apply(SchemeState state, in Context context, EmissionYearsSet happened) =>
        Holders.Change(state, happened.Holder, holder => holder with
        {
            Years = new EmissionSpan(happened.First, happened.Last),
        });
}
