using Tanheng.Quantities;

namespace Tanheng.Scheme.Mrv;

/// <summary>Monitoring plans, reports, verification and what was accepted. Changed only by applying events.</summary>
public sealed class MrvState
{
    /// <summary>Accepted emissions by holder and year.</summary>
    public Dictionary<(HolderId Holder, int Year), AcceptedEmissions> Accepted { get; } = [];

    /// <summary>The latest version of each report.</summary>
    public Dictionary<(HolderId Holder, int Year), Report> Reports { get; } = [];

    /// <summary>The latest version of each monitoring plan.</summary>
    public Dictionary<(HolderId Holder, int Year), MonitoringPlan> Plans { get; } = [];

    /// <summary>Every version of each monitoring plan, the first first.</summary>
    public Dictionary<(HolderId Holder, int Year), List<MonitoringPlan>> PlanVersions { get; } = [];

    /// <summary>The review of each monitoring plan that has one: that of its latest version.</summary>
    public Dictionary<(HolderId Holder, int Year), PlanReview> Reviews { get; } = [];

    /// <summary>Technical service bodies by code.</summary>
    public Dictionary<string, ServiceBody> Bodies { get; } = [];

    /// <summary>Objections in the order they were filed; the first has number 1.</summary>
    public List<Objection> Objections { get; } = [];

    /// <summary>Follow-ups of what verifiers left open, in order; the first has number 1.</summary>
    public List<FollowUp> FollowUps { get; } = [];

    /// <summary>Accepted emissions, or null.</summary>
    public AcceptedEmissions? Of(HolderId holder, int year) => Accepted.GetValueOrDefault((holder, year));

    /// <summary>The review of the plan, or null.</summary>
    public PlanReview? ReviewOf(HolderId holder, int year) => Reviews.GetValueOrDefault((holder, year));

    /// <summary>The versions of the year's plan that are or were in force, the first first.</summary>
    public IEnumerable<MonitoringPlan> PlansInForce(HolderId holder, int year) =>
        (PlanVersions.GetValueOrDefault((holder, year)) ?? []).Where(plan => plan.InForceFrom is not null);

    /// <summary>The latest report, or null.</summary>
    public Report? ReportOf(HolderId holder, int year) => Reports.GetValueOrDefault((holder, year));
}
