using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>What accepted or corrected emissions mean for the obligation.</summary>
public static class Reopening
{
    private const string Corrected = "排放量更正 emissions corrected";

    /// <summary>
    /// The events that follow when a year's emissions become <paramref name="total"/>: the obligation is set or
    /// changed, what was surrendered too much goes back, the status and an open case follow.
    /// </summary>
    public static IReadOnlyList<Event> After(
        SchemeState state, in Context context, Planner plan, HolderId holder, int year, Tonnes total) =>
        After(state, context, plan, holder, year, total, cap: null);

    /// <summary>
    /// The same when one decision also determines the allocation again: <paramref name="cap"/> is the new bound of the
    /// obligation (null keeps the one known), and <see cref="Obligations.Cap"/> is not to be asked as well.
    /// </summary>
    public static IReadOnlyList<Event> After(
        SchemeState state, in Context context, Planner plan, HolderId holder, int year, Tonnes total, Tonnes? cap)
    {
        if (state.Rules.Periods.FirstOrDefault(rules => rules.Period.Contains(year)) is not { } rules)
        {
            return [];
        }

        var events = new List<Event>();
        if (cap is { } bound && !Obligations.HasCap(state, holder, rules.Period, bound))
        {
            events.Add(new ObligationCapped(holder, rules.Period, bound));
        }

        if (cap is null && state.Compliance.Caps.TryGetValue((holder, rules.Period), out var known))
        {
            cap = known;
        }

        if (Obligations.Verified(state, holder, rules.Period, year, total) is { } verified)
        {
            var due = cap is { } most ? Tonnes.Min(verified, most) : verified;
            events.AddRange(Change(state, context, plan, holder, rules, due));
        }

        return events;
    }

    internal static List<Event> Change(
        SchemeState state, in Context context, Planner plan, HolderId holder, PeriodRules rules, Tonnes due)
    {
        var old = state.Compliance.Of(holder, rules.Period);
        if (old?.Due == due)
        {
            return [];
        }

        var late = SurrenderCalendar.IsLate(state, rules, context.Time);
        old ??= new Obligation(holder, rules.Period, Tonnes.Zero, Tonnes.Zero, Tonnes.Zero, ObligationStatus.Met);
        var now = old with { Due = due };
        var events = new List<Event>();
        if (Returning.Excess(state, plan, rules, now, late) is { } returned)
        {
            now = now with
            {
                Allowances = now.Allowances - returned.Allowances,
                Offsets = now.Offsets - returned.Offsets,
            };
            events.Add(returned with { Status = old.Status, Reason = Corrected });
        }

        var (status, consequence) = late
            ? AfterTheDeadline(state, plan, old, now)
            : (now.Missing == Tonnes.Zero ? ObligationStatus.Met : ObligationStatus.Open, null);
        events.Add(new ObligationSet(holder, rules.Period, due, status));
        if (consequence is not null)
        {
            events.Add(consequence);
        }

        return events;
    }

    /// <summary>The new status, and what becomes of the case of the shortfall.</summary>
    private static (ObligationStatus Status, Event? Consequence) AfterTheDeadline(
        SchemeState state, Planner plan, Obligation old, Obligation now)
    {
        var known = state.Compliance.ShortfallCase(old.Holder, old.Period);
        var isShort = now.Missing > Tonnes.Zero;
        var status = isShort ? ObligationStatus.Short : ObligationStatus.Met;
        if (known is null || (!known.IsLive && now.Due > old.Due))
        {
            return (status, isShort ? Opened(state, now) : null);
        }

        var shortfall = Tonnes.Max(known.Shortfall + now.Due - old.Due, now.Missing);
        if (shortfall <= Tonnes.Zero)
        {
            return (status, new CaseWithdrawn(known.Id, Corrected, CaseMoney.Undo(state, plan, known)));
        }

        status = isShort ? ObligationStatus.Short : ObligationStatus.MetLate;
        return (status, new CaseAmended(known.Id, shortfall, Corrected, CaseMoney.Undo(state, plan, known)));
    }

    private static CaseOpened Opened(SchemeState state, Obligation now) => new(
        state.Compliance.NextCase, now.Holder, now.Period, Offence.SurrenderShortfall, now.Missing, Corrected);
}
