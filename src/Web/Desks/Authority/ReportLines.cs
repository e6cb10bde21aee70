using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Desks.Verifier;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>What a covered entity has reported for a year, or has not.</summary>
public sealed record ReportLine(
    HolderId Holder, Text Name, string Province, int Year, Report? Report, Text? Verifier, Tonnes? Accepted)
{
    /// <summary>When it has to be there, in the market's zone.</summary>
    public DateTime? Due { get; init; }

    /// <summary>What the filter calls its state.</summary>
    public string State => Report is { } report ? report.Status.ToString()
        : Accepted is not null ? nameof(ReportStatus.Accepted)
        : "Missing";
}

/// <summary>Reports of all covered entities.</summary>
internal static class ReportLines
{
    public static readonly DeskList<ReportLine> List = new(
        "reports",
        [
            new("entity", Words.Entity, row => row.Name)
            {
                Head = true,
                Link = row => row.Report is null ? null : $"/authority/reports/{row.Holder.Value}/{row.Year}",
            },
            new("province", Words.Province, row => ProvinceNames.Of(row.Province)) { Class = "nowrap" },
            new("year", Words.DeskYear, row => row.Year.ToString(CultureInfo.InvariantCulture)),
            DeskColumns.State<ReportLine>("status", Words.Status, StateOf, row => row.Report is { } report
                ? ReportStates.Tone(report.Status) : row.Accepted is null ? "bad" : "good"),
            Columns.Tonnes<ReportLine>("reported", Words.DeskReported, row => row.Report?.Total),
            Columns.Tonnes<ReportLine>("stated", Words.DeskVerifiedTotal, row => row.Report?.Statement?.Total),
            Columns.Tonnes<ReportLine>("accepted", Words.Verified, row => row.Accepted),
            new("verifier", Words.DeskVerifier, row => row.Verifier),
            new("late", Words.DeskLate, row => row.Report is { } report ? report.Late ? Words.Yes : Words.No : null),
            DeskColumns.Due<ReportLine>(row => row.Due),
            DeskColumns.Do<ReportLine>(row => row.Report is { } report ? Acts(report) : Missing(row)),
        ],
        (state, ask) => [.. Of(state, ask)])
    {
        OfStateAlone = true,
    };

    /// <summary>What the authority may do with a report.</summary>
    public static IReadOnlyList<Act> Acts(Report report)
    {
        var about = $"holder={report.Holder.Value}&year={report.Year}";
        var reject = new Act("/act/reject-report?" + about, Words.DeskReturn);
        return report.Status switch
        {
            ReportStatus.Submitted => [new Act("/act/assign-verifier?" + about, Words.DeskAssign), reject],
            ReportStatus.UnderVerification => [new Act("/act/assign-verifier?" + about, Words.DeskReassign), reject],
            ReportStatus.Verified => [new Act("/act/accept-report?" + about, Words.DeskAccept), reject],
            ReportStatus.Failed => [new Act("/act/determine-emissions?" + about, Words.DeskDetermine), reject],
            ReportStatus.Accepted => [new Act("/act/correct-report?" + about, Words.DeskCorrect)],
            _ => [],
        };
    }

    /// <summary>The years for which anybody is listed or has reported.</summary>
    public static IReadOnlyList<int> Years(SchemeState state) =>
        [.. state.Registry.Coverage.Keys.Concat(state.Mrv.Reports.Keys.Select(key => key.Year)).Distinct().Order()];

    private static IReadOnlyList<Act> Missing(ReportLine row) => row.Accepted is null
        ? [new Act($"/act/determine-emissions?holder={row.Holder.Value}&year={row.Year}", Words.DeskDetermine)]
        : [];

    private static Text StateOf(ReportLine row) => row.Report is { } report ? Names.Of(report.Status)
        : row.Accepted is null ? Words.DeskNotReported
        : Names.Of(ReportStatus.Accepted);

    private static IEnumerable<ReportLine> Of(SchemeState state, DeskAsk ask)
    {
        var keys = state.Mrv.Reports.Keys.ToHashSet();
        foreach (var (year, list) in state.Registry.Coverage)
        {
            keys.UnionWith(list.Where(holder => !state.Registry.IsLeftOut(holder, year))
                .Select(holder => (holder, year)));
        }

        return keys.OrderByDescending(key => key.Year).ThenBy(key => key.Holder.Value)
            .Select(key => Line(state, key.Holder, key.Year))
            .Where(row => ask.Finds(row.Name.Zh, row.Name.En, row.Province)
                && ask.Is("year", row.Year.ToString(CultureInfo.InvariantCulture))
                && ask.Is("status", row.State));
    }

    private static ReportLine Line(SchemeState state, HolderId id, int year)
    {
        var (holder, report) = (state.Registry.Holders[id], state.Mrv.ReportOf(id, year));
        return new ReportLine(
            id,
            holder.Name,
            holder.Province,
            year,
            report,
            report?.Verifier is { } code ? state.Mrv.Bodies.GetValueOrDefault(code)?.Name : null,
            state.Mrv.Of(id, year)?.Total)
        {
            Due = VerifierReports.DueOf(state, id, year, Step.Report),
        };
    }
}
