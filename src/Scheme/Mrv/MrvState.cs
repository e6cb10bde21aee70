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

    /// <summary>Technical service bodies by code.</summary>
    public Dictionary<string, ServiceBody> Bodies { get; } = [];

    /// <summary>Objections in the order they were filed; the first has number 1.</summary>
    public List<Objection> Objections { get; } = [];

    /// <summary>Accepted emissions, or null.</summary>
    public AcceptedEmissions? Of(HolderId holder, int year) => Accepted.GetValueOrDefault((holder, year));

    /// <summary>The latest report, or null.</summary>
    public Report? ReportOf(HolderId holder, int year) => Reports.GetValueOrDefault((holder, year));
}
