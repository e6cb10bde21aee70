using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Compliance;

/// <summary>A holder's obligation, or its status, is now this.</summary>
public sealed record ObligationSet(
    HolderId Holder, CompliancePeriod Period, Tonnes Due, ObligationStatus Status) : Event;

/// <summary>
/// The period's plan bounds the obligation, such as allocation + 20 % of verified emissions in 2019–20.
/// </summary>
public sealed record ObligationCapped(HolderId Holder, CompliancePeriod Period, Tonnes Cap) : Event;

/// <summary>应清缴量: verified emissions of the period's years, at most what the plan caps it to.</summary>
public static class Obligations
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Event<ObligationSet>("obligation-set", Apply)
        .Event<ObligationCapped>("obligation-capped", Apply);

    /// <summary>
    /// To be asked when the final allocation is done and its method bounds the obligation: the events that bring the
    /// obligation to the bound (nothing when the bound is the one already known).
    /// </summary>
    public static IReadOnlyList<Event> Cap(
        SchemeState state, in Context context, Planner plan, HolderId holder, CompliancePeriod period, Tonnes cap)
    {
        if (state.Rules.Period(period) is not { } rules || HasCap(state, holder, period, cap))
        {
            return [];
        }

        var capped = new ObligationCapped(holder, period, cap);
        return Verified(state, holder, period) is { } verified
            ? [capped, .. Reopening.Change(state, context, plan, holder, rules, Tonnes.Min(verified, cap))]
            : [capped];
    }

    /// <summary>
    /// Accepted emissions over the years of a period in which the holder is covered; null until all are accepted.
    /// A year without a coverage list counts as covered; one outside the holder's emission years, or excluded, does not
    /// count.
    /// </summary>
    public static Tonnes? Verified(SchemeState state, HolderId holder, CompliancePeriod period) =>
        Verified(state, holder, period, 0, default);

    /// <summary>The same when other years were left out than now.</summary>
    internal static Tonnes? Verified(
        SchemeState state, HolderId holder, CompliancePeriod period, Func<int, bool> leftOut) =>
        Verified(state, holder, period, 0, default, leftOut);

    /// <summary>The same when some years' accepted emissions were these.</summary>
    internal static Tonnes? Verified(
        SchemeState state, HolderId holder, CompliancePeriod period, Dictionary<int, AcceptedEmissions> now)
    {
        var sum = Tonnes.Zero;
        for (var year = period.First; year <= period.Last; year++)
        {
            if ((now.GetValueOrDefault(year) ?? state.Mrv.Of(holder, year)) is { } accepted)
            {
                sum += state.Registry.IsLeftOut(holder, year) ? Tonnes.Zero : accepted.Total;
            }
            else if (!state.Registry.IsLeftOut(holder, year)
                && (!state.Registry.Coverage.ContainsKey(year) || state.Registry.IsListed(holder, year)))
            {
                return null;
            }
        }

        return sum;
    }

    internal static Tonnes? Verified(
        SchemeState state,
        HolderId holder,
        CompliancePeriod period,
        int newYear,
        Tonnes newTotal,
        Func<int, bool>? leftOut = null)
    {
        var (sum, any) = (Tonnes.Zero, false);
        for (var year = period.First; year <= period.Last; year++)
        {
            if (leftOut?.Invoke(year) ?? state.Registry.IsLeftOut(holder, year))
            {
                continue;
            }

            if (year == newYear)
            {
                (sum, any) = (sum + newTotal, true);
            }
            else if (state.Mrv.Of(holder, year) is { } accepted)
            {
                (sum, any) = (sum + accepted.Total, true);
            }
            else if (!state.Registry.Coverage.ContainsKey(year) || state.Registry.IsListed(holder, year))
            {
                return null;
            }
        }

        return any ? sum : null;
    }

    internal static bool HasCap(SchemeState state, HolderId holder, CompliancePeriod period, Tonnes cap) =>
        state.Compliance.Caps.TryGetValue((holder, period), out var known) && known == cap;

    /// <summary>Most offsets that an obligation may use altogether; zero where the period takes none.</summary>
    public static Tonnes OffsetLimit(PeriodRules rules, Tonnes due) =>
        rules.Surrender.Offsets is { } offsets ? offsets.Share.Of(due, offsets.Rounding) : Tonnes.Zero;

    private static void Apply(SchemeState state, in Context context, ObligationSet happened)
    {
        var key = (happened.Holder, happened.Period);
        var old = state.Compliance.Of(happened.Holder, happened.Period);
        state.Compliance.Obligations[key] = old is null
            ? new Obligation(
                happened.Holder, happened.Period, happened.Due, Tonnes.Zero, Tonnes.Zero, happened.Status)
            : old with { Due = happened.Due, Status = happened.Status };
    }

    private static void Apply(SchemeState state, in Context context, ObligationCapped happened) =>
        state.Compliance.Caps[(happened.Holder, happened.Period)] = happened.Cap;
}
