using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Entities.Models;

/// <summary>One emission year of an entity: its plan, its report, what was accepted.</summary>
/// <param name="Year">Which.</param>
/// <param name="Plan">The latest monitoring plan; null when none is filed.</param>
/// <param name="PlanDeadline">The first moment too late for it, in the scheme's zone.</param>
/// <param name="Report">The latest report; null when none came.</param>
/// <param name="ReportDeadline">The first moment too late for it.</param>
/// <param name="VerifierName">Who verifies.</param>
/// <param name="Accepted">What the authority accepted.</param>
/// <param name="MayReport">True when a report would be taken now as far as its status goes.</param>
public sealed record ReportYear(
    int Year,
    MonitoringPlan? Plan,
    DateTime? PlanDeadline,
    Report? Report,
    DateTime? ReportDeadline,
    Text? VerifierName,
    AcceptedEmissions? Accepted,
    bool MayReport)
{
    /// <summary>The review of the plan; null where nobody reviews.</summary>
    public PlanReview? Review { get; init; }

    /// <summary>
    /// The years in which the holder is on the list, or of which there is something; the latest first.
    /// </summary>
    public static IReadOnlyList<ReportYear> All(SchemeState state, Holder holder, DateTime now) =>
    [
        .. state.Rules.Periods
            .SelectMany(rules => Enumerable.Range(rules.Period.First, rules.Period.Last - rules.Period.First + 1)
                .Select(year => (rules, year)))
            .Where(one => Concerns(state, holder.Id, one.year))
            .OrderByDescending(one => one.year)
            .Select(one => Of(state, holder, one.rules, one.year, now)),
    ];

    /// <summary>One year; null when it does not concern the holder.</summary>
    public static ReportYear? Find(SchemeState state, Holder holder, int year, DateTime now) =>
        state.Rules.Periods.FirstOrDefault(rules => rules.Period.Contains(year)) is { } rules
            && Concerns(state, holder.Id, year)
                ? Of(state, holder, rules, year, now)
                : null;

    private static bool Concerns(SchemeState state, HolderId holder, int year) =>
        state.Registry.IsCovered(holder, year) || state.Mrv.ReportOf(holder, year) is not null
        || state.Mrv.Of(holder, year) is not null || state.Mrv.Plans.ContainsKey((holder, year));

    private static ReportYear Of(SchemeState state, Holder holder, PeriodRules rules, int year, DateTime now)
    {
        var report = state.Mrv.ReportOf(holder.Id, year);
        var accepted = state.Mrv.Of(holder.Id, year);
        return new ReportYear(
            year,
            state.Mrv.Plans.GetValueOrDefault((holder.Id, year)),
            rules.DeadlineOf(Step.MonitoringPlan, holder.Sector)?.At,
            report,
            rules.DeadlineOf(Step.Report, holder.Sector)?.At,
            report?.Verifier is { } code ? state.Mrv.Bodies.GetValueOrDefault(code)?.Name : null,
            accepted,
            accepted is null && report is null or { Status: ReportStatus.Submitted or ReportStatus.Returned }
                && year <= now.Year && state.Registry.IsCovered(holder.Id, year))
        {
            Review = state.Mrv.ReviewOf(holder.Id, year),
        };
    }
}
