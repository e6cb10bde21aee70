using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A report in a list; all of it is at its own address.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Version">1, then one more for each resubmission.</param>
/// <param name="Total">The sum of the lines.</param>
/// <param name="SubmittedAt">When this version came.</param>
/// <param name="Late">True when this version came after the deadline.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Verifier">The assigned body.</param>
/// <param name="VerifiedTotal">The verifier's total, once stated.</param>
public sealed record ReportSummary(
    HolderId Holder,
    int Year,
    int Version,
    Tonnes Total,
    DateTimeOffset SubmittedAt,
    bool Late,
    ReportStatus Status,
    string? Verifier,
    Tonnes? VerifiedTotal)
{
    /// <summary>The summary of a report.</summary>
    public static ReportSummary Of(Report report) => new(
        report.Holder,
        report.Year,
        report.Version,
        report.Total,
        report.SubmittedAt,
        report.Late,
        report.Status,
        report.Verifier,
        report.Statement?.Total);
}

/// <summary>A verifier's statement in a list.</summary>
/// <param name="Holder">Whose report.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Number">The statement's number.</param>
/// <param name="Body">Who states it.</param>
/// <param name="Opinion">The conclusion.</param>
/// <param name="Total">The verified total; zero with a negative opinion.</param>
/// <param name="ToldAt">When the entity was told.</param>
/// <param name="NonConformities">Non-conformities found.</param>
/// <param name="Unresolved">Those that were not put right.</param>
/// <param name="Attachment">The document's digest.</param>
public sealed record VerificationView(
    HolderId Holder,
    int Year,
    string Number,
    string Body,
    Opinion Opinion,
    Tonnes Total,
    DateTimeOffset ToldAt,
    int NonConformities,
    int Unresolved,
    Digest? Attachment)
{
    /// <summary>The statement on a report.</summary>
    public static VerificationView Of(Report report)
    {
        var statement = report.Statement!;
        return new VerificationView(
            report.Holder,
            report.Year,
            statement.Number,
            statement.Body,
            statement.Opinion,
            statement.Total,
            statement.ToldAt,
            report.Findings.Count(finding => finding.NonConformity),
            report.Findings.Count(finding => finding is { NonConformity: true, Resolved: false }),
            statement.Attachment);
    }
}

/// <summary>Accepted emissions in a list.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Version">1 for the first acceptance, then one more for each correction.</param>
/// <param name="Total">What was accepted.</param>
/// <param name="Determined">True when the authority determined it instead of a verified report.</param>
public sealed record EmissionsSummary(HolderId Holder, int Year, int Version, Tonnes Total, bool Determined);

/// <summary>Accepted emissions with the work of every line.</summary>
/// <param name="Accepted">What was accepted.</param>
/// <param name="Explanations">
/// The work of each line, in the order of the lines; null where its method is gone or says no.
/// </param>
public sealed record EmissionsView(AcceptedEmissions Accepted, IReadOnlyList<ExplanationView?> Explanations);

/// <summary>A report with the work of every line.</summary>
/// <param name="Report">The report.</param>
/// <param name="Explanations">The work of each reported line, in the order of the lines.</param>
public sealed record ReportView(Report Report, IReadOnlyList<ExplanationView?> Explanations);

/// <summary>A technical service body.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Prepares">Provinces in which it prepares reports.</param>
/// <param name="Verifies">Provinces in which it verifies reports.</param>
/// <param name="Staff">The people who sign for it; for officials and themselves only.</param>
public sealed record ServiceBodyView(
    string Code,
    Text Name,
    IReadOnlyList<string> Prepares,
    IReadOnlyList<string> Verifies,
    IReadOnlyList<UserId>? Staff);
