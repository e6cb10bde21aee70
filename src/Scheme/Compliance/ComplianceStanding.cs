using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>Where a holder stands with all its duties together.</summary>
public enum ComplianceStanding
{
    /// <summary>不适用: no year of its is over yet, or none counts.</summary>
    NotApplicable,

    /// <summary>已排除: every year that is over was excluded.</summary>
    Excluded,

    /// <summary>排放量缺失: a year that is over has no accepted emissions.</summary>
    EmissionsMissing,

    /// <summary>未清缴: something is still to be surrendered, before or after the deadline.</summary>
    Short,

    /// <summary>已履约: all that is due is surrendered.</summary>
    Met,
}

/// <summary>
/// 履约状态. Let Y be the local year of the moment, F and L the first and last year of emissions (F is the first listed or
/// reported year where nobody set it). The years that count are F to Y − 1, at most L; and Y itself when L = Y. The
/// first that is true holds: not applicable when none counts; excluded when all that count are excluded; emissions
/// missing when one that counts is neither reported nor excluded (zero is a report); short when an obligation misses
/// something; met. What a deadline found stays in the obligation's own status (<see cref="ObligationStatus.Short"/>,
/// <see cref="ObligationStatus.MetLate"/>) and in its case.
/// </summary>
public static class ComplianceStandings
{
    /// <summary>The standing of a holder at a moment.</summary>
    public static ComplianceStanding Of(SchemeState state, HolderId holder, DateTimeOffset moment)
    {
        var (counting, excluded) = (0, 0);
        var missing = false;
        foreach (var year in YearsOver(state, holder, state.Rules.Calendar.Day(moment).Year))
        {
            counting++;
            if (state.Registry.Excluded.ContainsKey((holder, year)))
            {
                excluded++;
            }
            else
            {
                missing |= state.Mrv.Of(holder, year) is null;
            }
        }

        return counting == 0 ? ComplianceStanding.NotApplicable
            : excluded == counting ? ComplianceStanding.Excluded
            : missing ? ComplianceStanding.EmissionsMissing
            : Owes(state, holder) ? ComplianceStanding.Short
            : ComplianceStanding.Met;
    }

    /// <summary>The years of a holder that count in a year, ascending.</summary>
    private static IEnumerable<int> YearsOver(SchemeState state, HolderId holder, int now)
    {
        var span = state.Registry.Find(holder)?.Years;
        if ((span?.First ?? FirstKnown(state, holder)) is not { } first)
        {
            yield break;
        }

        var last = span?.Last == now ? now : Math.Min(now - 1, span?.Last ?? now);
        for (var year = first; year <= last; year++)
        {
            var listed = state.Registry.Coverage.ContainsKey(year)
                ? state.Registry.IsListed(holder, year)
                : span is not null;
            if (listed || state.Mrv.Of(holder, year) is not null)
            {
                yield return year;
            }
        }
    }

    private static int? FirstKnown(SchemeState state, HolderId holder)
    {
        int? first = null;
        var known = state.Registry.Coverage.Where(list => list.Value.Contains(holder)).Select(list => list.Key)
            .Concat(state.Mrv.Accepted.Keys.Where(key => key.Holder == holder).Select(key => key.Year));
        foreach (var year in known)
        {
            first = Math.Min(first ?? year, year);
        }

        return first;
    }

    private static bool Owes(SchemeState state, HolderId holder)
    {
        foreach (var rules in state.Rules.Periods)
        {
            if (state.Compliance.Of(holder, rules.Period) is { } obligation && obligation.Missing > Tonnes.Zero)
            {
                return true;
            }
        }

        return false;
    }
}
