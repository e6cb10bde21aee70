using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>What the authority has to decide now.</summary>
internal static class AuthorityDay
{
    public static readonly DeskList<WorkItem> List = new("authority-work", WorkItem.Columns, Of);

    /// <summary>The kinds of work, for the filter and the figures on top.</summary>
    public static readonly IReadOnlyList<(string Key, Text Kind)> Kinds =
    [
        ("proposal", Words.Proposal),
        ("plan", Words.PlanToReview),
        ("assign", Words.DeskToAssign),
        ("report", Words.DeskToAccept),
        ("objection", Words.DeskToAnswer),
        ("case", Words.DeskToDecide),
        ("correction", Words.DeskCorrection),
        ("advance", Words.OfficeAdvance),
        ("carry-over", Words.OfficeCarryOver),
        ("follow-up", Words.FollowUpsTitle),
        ("documents", Words.DocumentsAsked),
    ];

    private static IReadOnlyList<WorkItem> Of(SchemeState state, DeskAsk ask)
    {
        var naming = new Naming(state);
        return WorkItem.Sorted(
            [
                .. ProposalWork.Of(state, ask),
                .. PlanLines.Work(state, ask, naming),
                .. Reports(state, ask, naming),
                .. Objections(state, ask, naming),
                .. Cases(state, ask, naming),
                .. Advances(state, ask, naming),
                .. CarryOvers(state, ask, naming),
                .. Requests.FollowUps(state, ask, naming),
                .. Requests.Documents(state, ask, naming),
            ],
            ask);
    }

    private static Text Kind(string key) => Kinds.First(one => one.Key == key).Kind;

    private static IEnumerable<WorkItem> Reports(SchemeState state, DeskAsk ask, Naming naming)
    {
        foreach (var report in state.Mrv.Reports.Values)
        {
            var key = report.Status switch
            {
                ReportStatus.Submitted => "assign",
                ReportStatus.Verified or ReportStatus.Failed => "report",
                _ => "",
            };
            if (key.Length == 0)
            {
                continue;
            }

            var total = report.Statement?.Total ?? report.Total;
            yield return new WorkItem(
                key,
                Kind(key),
                new Text(
                    $"{report.Year} 年度排放报告，{Format.Number(total.Value)} 吨",
                    $"Annual report {report.Year}, {Format.Number(total.Value)} t"),
                naming.Holder(report.Holder),
                Verifier.VerifierReports.DueOf(state, report.Holder, report.Year, Step.Verification),
                ask.Now,
                $"/authority/reports/{report.Holder.Value}/{report.Year}")
            {
                Acts = ReportLines.Acts(report),
            };
        }
    }

    private static IEnumerable<WorkItem> Objections(SchemeState state, DeskAsk ask, Naming naming) =>
        from objection in state.Mrv.Objections
        where objection.Upheld is null
        let act = $"/act/answer-objection?number={objection.Number}"
        let subject = Names.Of(objection.Subject)
        select new WorkItem(
            "objection",
            Kind("objection"),
            new Text(
                $"异议 {objection.Number}（{subject.Zh}，{objection.Period}）：{objection.Text}",
                $"Objection {objection.Number} ({subject.En}, {objection.Period}): {objection.Text}"),
            naming.Holder(objection.Holder),
            objection.AnswerBy.AddDays(1).ToDateTime(TimeOnly.MinValue),
            ask.Now,
            act)
        {
            Acts = [new Act(act, Words.DeskAnswer)],
        };

    private static IEnumerable<WorkItem> Cases(SchemeState state, DeskAsk ask, Naming naming)
    {
        foreach (var one in state.Compliance.Cases.Values.Where(one => one.IsLive))
        {
            var (offence, path) = (Names.Of(one.Offence), $"/authority/cases/{one.Id.Value}");
            var what = new Text(
                $"案件 {one.Id}：{offence.Zh}，{one.Period}，{Format.Number(one.Shortfall.Value)} 吨",
                $"Case {one.Id}: {offence.En}, {one.Period}, {Format.Number(one.Shortfall.Value)} t");
            if (one.Status == CaseStatus.Open)
            {
                yield return new WorkItem(
                    "case", Kind("case"), what, naming.Holder(one.Holder), null, ask.Now, path)
                {
                    Acts = [new Act($"/act/decide-case?case={one.Id.Value}", Words.DeskDecide)],
                };
            }

            if (one is { Correction: CorrectionStatus.Ordered, CorrectBy: { } by })
            {
                yield return new WorkItem(
                    "correction",
                    Kind("correction"),
                    what,
                    naming.Holder(one.Holder),
                    by.AddDays(1).ToDateTime(TimeOnly.MinValue),
                    ask.Now,
                    path)
                {
                    Acts = [new Act($"/act/refuse-correction?case={one.Id.Value}", Words.DeskRefuseCorrection)],
                };
            }
        }
    }

    private static IEnumerable<WorkItem> Advances(SchemeState state, DeskAsk ask, Naming naming) =>
        from pair in state.Compliance.Advances
        where pair.Value.Granted == Tonnes.Zero
        let about = $"holder={pair.Key.Holder.Value}&period={pair.Key.Period}"
        select new WorkItem(
            "advance",
            Kind("advance"),
            new Text($"{pair.Key.Period} 年度预支申请", $"Application for an advance, {pair.Key.Period}"),
            naming.Holder(pair.Key.Holder),
            state.Rules.Period(pair.Key.Period)?.DeadlineOf(Step.Surrender)?.At,
            ask.Now,
            "/act/grant-advance?" + about)
        {
            Acts =
            [
                new Act("/act/grant-advance?" + about, Words.DeskGrant),
                new Act("/act/reject-advance?" + about, Words.Reject),
            ],
        };

    private static IEnumerable<WorkItem> CarryOvers(SchemeState state, DeskAsk ask, Naming naming)
    {
        foreach (var (asset, book) in state.Compliance.CarryOvers)
        {
            var (unit, to) = Units.Parts(asset.Code);
            foreach (var request in book.Requests.Where(one => one.Status == CarryOverStatus.Requested))
            {
                var about = $"unit={unit}&to={to}&number={request.Number}";
                yield return new WorkItem(
                    "carry-over",
                    Kind("carry-over"),
                    new Text(
                        $"结转申请 {request.Number}：{Format.Number(request.Quantity.Value)} 吨 → {asset.Code}",
                        $"Carry-over {request.Number}: {Format.Number(request.Quantity.Value)} t → {asset.Code}"),
                    naming.Holder(request.Holder),
                    null,
                    ask.Now,
                    "/act/convert-carry-over?" + about)
                {
                    Acts =
                    [
                        new Act("/act/convert-carry-over?" + about, Words.DeskConvert),
                        new Act("/act/reject-carry-over?" + about, Words.Reject),
                    ],
                };
            }
        }
    }
}
