using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Web.Entities.Models;

/// <summary>A result that was told, and until when an objection to it is heard.</summary>
/// <param name="Subject">A verification or an allocation.</param>
/// <param name="Period">The year, or the compliance period.</param>
/// <param name="Told">The day it was told.</param>
/// <param name="LastDay">The last day on which an objection is heard.</param>
/// <param name="IsOpen">True when an objection would be heard today.</param>
public sealed record ObjectionWindow(
    ObjectionSubject Subject, CompliancePeriod Period, DateOnly Told, DateOnly LastDay, bool IsOpen)
{
    /// <summary>All results told to a holder, the latest first, at a time in the scheme's zone.</summary>
    public static IReadOnlyList<ObjectionWindow> Of(SchemeState state, HolderId holder, DateTime now)
    {
        var told = state.Mrv.Reports.Values
            .Where(report => report.Holder == holder && report.Statement is not null)
            .Select(report => (
                ObjectionSubject.Verification, new CompliancePeriod(report.Year), report.Statement!.ToldAt))
            .Concat(state.Rules.Periods
                .Select(rules => (rules.Period, state.Allocation.Of(holder, rules.Period)?.DecidedAt))
                .Where(one => one.DecidedAt is not null)
                .Select(one => (ObjectionSubject.Allocation, one.Period, one.DecidedAt!.Value)));
        return [.. told.OrderByDescending(one => one.Item3).Select(one => One(state, holder, now, one))];
    }

    private static ObjectionWindow One(
        SchemeState state,
        HolderId holder,
        DateTime now,
        (ObjectionSubject Subject, CompliancePeriod Period, DateTimeOffset At) told)
    {
        var calendar = state.Rules.Calendar;
        var day = calendar.Day(told.At);
        var last = calendar.AddWorkingDays(day, state.Rules.Objections.FileWorkingDays);
        var asked = state.Mrv.Objections.Exists(one => one.Upheld is null && one.Holder == holder
            && one.Subject == told.Subject && one.Period == told.Period);
        return new ObjectionWindow(
            told.Subject, told.Period, day, last, !asked && DateOnly.FromDateTime(now) <= last);
    }
}
