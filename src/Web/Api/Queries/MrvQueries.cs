using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>Monitoring plans, reports, verification, accepted emissions, objections.</summary>
internal static class MrvQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-monitoring-plans",
            "/monitoring-plans",
            Audience.OwnPart,
            new("数据质量控制方案（最新版）", "Monitoring plans, latest versions"),
            look => ByHolderAndYear(look, look.State.Mrv.Plans),
            plan => Query.Key(plan.Holder.Value, plan.Year),
            Parameters.Holder,
            Parameters.Year),
        Query.List(
            "list-plan-reviews",
            "/plan-reviews",
            Audience.OwnPart,
            new("方案审核：各部分意见、问题与期限", "Reviews of monitoring plans: sections, questions, deadline"),
            look => ByHolderAndYear(look, look.State.Mrv.Reviews)
                .Where(review => look.Call.Wants("status", review.Status)),
            review => Query.Key(review.Holder.Value, review.Year),
            Parameters.Holder,
            Parameters.Year,
            Parameter.Of<PlanReviewStatus>("status", "审核状态", "Where it stands")),
        Query.List(
            "list-reports",
            "/reports",
            Audience.OwnPart,
            new("年度排放报告（最新版）", "Annual emission reports, latest versions"),
            look => Reports(look).Where(report => look.Call.Wants("status", report.Status)).Select(ReportSummary.Of),
            report => Query.Key(report.Holder.Value, report.Year),
            Parameters.Holder,
            Parameters.Year,
            Parameter.Of<ReportStatus>("status", "报告状态", "Where it stands")),
        Query.One<ReportView>(
            "get-report",
            "/reports/{holder}/{year}",
            Audience.OwnPart,
            new("一份报告：逐行数据、核查发现与核查结论", "One report with its lines, findings and statement"),
            Report,
            Parameters.HolderInPath,
            Parameters.YearInPath),
        Query.List(
            "list-verifications",
            "/verifications",
            Audience.OwnPart,
            new("核查结论", "Verification statements"),
            look => Reports(look).Where(report => report.Statement is not null).Select(VerificationView.Of),
            statement => Query.Key(statement.Holder.Value, statement.Year),
            Parameters.Holder,
            Parameters.Year),
        Query.List(
            "list-emissions",
            "/emissions",
            Audience.OwnPart,
            new("核定排放量", "Accepted emissions"),
            look => ByHolderAndYear(look, look.State.Mrv.Accepted).Select(one => new EmissionsSummary(
                one.Holder, one.Year, one.Version, one.Total, one.Determined)),
            one => Query.Key(one.Holder.Value, one.Year),
            Parameters.Holder,
            Parameters.Year),
        Query.One<EmissionsView>(
            "get-emissions",
            "/emissions/{holder}/{year}",
            Audience.ReadersOfHolder,
            new("某年度核定排放量及逐行计算说明", "A year's accepted emissions with the work of every line"),
            look => look.State.Mrv.Of(look.Call.Holder!.Value, look.Call.Year!.Value) is { } accepted
                ? new EmissionsView(accepted, Explain(look.State, accepted.Lines))
                : (EmissionsView?)null,
            Parameters.HolderInPath,
            Parameters.YearInPath),
        Query.List(
            "list-objections",
            "/objections",
            Audience.OwnPart,
            new("异议", "Objections"),
            look => look.State.Mrv.Objections.Where(one =>
                (look.Call.Holder is not { } only || only == one.Holder) && look.Sight.Of(one.Holder)),
            one => Query.Key(one.Number),
            Parameters.Holder),
        Query.List(
            "list-service-bodies",
            "/service-bodies",
            Audience.SignedIn,
            new("技术服务机构", "Technical service bodies"),
            look => look.State.Mrv.Bodies.Values.OrderBy(body => body.Code, StringComparer.Ordinal).Select(body =>
                new ServiceBodyView(
                    body.Code,
                    body.Name,
                    body.Prepares,
                    body.Verifies,
                    look.Sight.Everything || body.Staff.Contains(look.Call.User) ? body.Staff : null)),
            body => body.Code),
    ];

    /// <summary>
    /// Reports that the caller may read: those of holders, and those that the caller's body verifies.
    /// </summary>
    private static IEnumerable<Report> Reports(Look look) => look.Sight.Mandate.Is(Rulebook.Role.Verifier)
        ? look.State.Mrv.Reports.Values
            .Where(report => (look.Call.Holder is not { } only || only == report.Holder)
                && (look.Call.Year is not { } year || year == report.Year)
                && look.Sight.Of(report))
            .OrderBy(report => report.Holder.Value)
            .ThenBy(report => report.Year)
        : ByHolderAndYear(look, look.State.Mrv.Reports);

    private static IEnumerable<T> ByHolderAndYear<T>(Look look, Dictionary<(HolderId Holder, int Year), T> all)
    {
        if (all.Count == 0)
        {
            yield break;
        }

        var years = look.Call.Year is { } only ? [only] : all.Keys.Select(key => key.Year).Distinct().Order().ToArray();
        foreach (var holder in look.Holders())
        {
            foreach (var year in years)
            {
                if (all.TryGetValue((holder.Id, year), out var found))
                {
                    yield return found;
                }
            }
        }
    }

    private static Outcome<ReportView?> Report(Look look) =>
        look.State.Mrv.ReportOf(look.Call.Holder!.Value, look.Call.Year!.Value) is { } report && look.Sight.Of(report)
            ? new ReportView(report, Explain(look.State, report.Lines))
            : (ReportView?)null;

    private static List<ExplanationView?> Explain(SchemeState state, ImmutableArray<CalculatedLine> lines) =>
    [
        .. lines.Select(line => state.Methods.Find(line.Method.Id, line.Method.Version).Try(out var method, out _)
            && method.Explain(line.Line.Emissions).Try(out var explanation, out _)
                ? ExplanationView.Of(explanation)
                : null),
    ];
}
