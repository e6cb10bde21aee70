using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Verifier;

/// <summary>A report that a verifier's body has to verify, or has verified.</summary>
public sealed record VerifierReport(
    HolderId Holder,
    Text Name,
    string Province,
    int Year,
    ReportStatus Status,
    Tonnes Total,
    DateTime SubmittedAt,
    DateTime? Due,
    int? DaysLeft,
    int OpenFindings)
{
    /// <summary>Its page.</summary>
    public string Path => $"/verifier/reports/{Holder.Value}/{Year}";
}

/// <summary>The reports assigned to the bodies for which a person signs.</summary>
internal static class VerifierReports
{
    public static readonly DeskList<VerifierReport> List = new(
        "verifier-reports",
        [
            new("entity", Words.Entity, row => row.Name) { Head = true, Link = row => row.Path },
            new("province", Words.Province, row => ProvinceNames.Of(row.Province)) { Class = "nowrap" },
            new("year", Words.DeskYear, row => row.Year.ToString(CultureInfo.InvariantCulture)),
            DeskColumns.State<VerifierReport>("status", Words.Status, row => Names.Of(row.Status), row =>
                ReportStates.Tone(row.Status)),
            Columns.Tonnes<VerifierReport>("reported", Words.DeskReported, row => row.Total),
            Columns.Count<VerifierReport>("open", Words.DeskOpenFindings, row => row.OpenFindings),
            new("submitted", Words.DeskSubmitted, row => row.SubmittedAt) { Class = "nowrap" },
            DeskColumns.Due<VerifierReport>(row => row.Due),
            DeskColumns.Days<VerifierReport>("days", row => row.DaysLeft),
        ],
        Of);

    /// <summary>True when the person signs for the body that has the report.</summary>
    public static bool IsMine(SchemeState state, UserId user, Report report) =>
        report.Verifier is { } code && state.Mrv.Bodies.GetValueOrDefault(code)?.Staff.Contains(user) == true;

    /// <summary>The day by which a step of a year is due for a holder's sector, in the market's zone.</summary>
    public static DateTime? DueOf(SchemeState state, HolderId holder, int year, Step step) =>
        state.Rules.Periods.FirstOrDefault(rules => rules.Period.Contains(year))
            ?.DeadlineOf(step, state.Registry.Find(holder)?.Sector ?? "")?.At;

    private static IReadOnlyList<VerifierReport> Of(SchemeState state, DeskAsk ask) =>
    [
        .. state.Mrv.Reports.Values
            .Where(report => IsMine(state, ask.User, report))
            .Where(report => ask.Is("status", report.Status.ToString()))
            .Where(report => ask.Is("year", report.Year.ToString(CultureInfo.InvariantCulture)))
            .Select(report => Line(state, ask, report))
            .Where(row => ask.Finds(row.Name.Zh, row.Name.En, row.Province))
            .OrderBy(row => row.Status != ReportStatus.UnderVerification)
            .ThenBy(row => row.Due ?? DateTime.MaxValue)
            .ThenBy(row => row.Holder.Value),
    ];

    private static VerifierReport Line(SchemeState state, DeskAsk ask, Report report)
    {
        var holder = state.Registry.Holders[report.Holder];
        var due = DueOf(state, report.Holder, report.Year, Step.Verification);
        var waits = report.Status == ReportStatus.UnderVerification;
        return new VerifierReport(
            holder.Id,
            holder.Name,
            holder.Province,
            report.Year,
            report.Status,
            report.Total,
            state.Rules.Calendar.Local(report.SubmittedAt),
            due,
            waits && due is { } end ? DeskColumns.DaysUntil(ask.Now, end) : null,
            report.Findings.Count(finding => finding is { NonConformity: true, Resolved: false }));
    }
}

/// <summary>The colours of a report's states.</summary>
internal static class ReportStates
{
    public static string Tone(ReportStatus status) => status switch
    {
        ReportStatus.Accepted or ReportStatus.Verified => "good",
        ReportStatus.Failed => "bad",
        ReportStatus.Returned => "warn",
        ReportStatus.UnderVerification => "info",
        _ => "",
    };
}
