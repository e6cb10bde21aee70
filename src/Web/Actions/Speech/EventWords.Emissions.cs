using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    private static readonly Text LateZhEn = new("（逾期）", " (late)");

    private static void AddEmissions()
    {
        Add<MonitoringPlanFiled>((e, n) => Say(
            "{holder} {year} 年度数据质量控制方案第 {version} 版备案{late}{reason}。",
            "Version {version} of the monitoring plan of {holder} for {year} is filed{late}{reason}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("version", e.Version), ("late", Late(e.Late)),
            ("reason", Given(e.Reason, "；变更原因：", "; reason: "))));
        AddPlanReviews();
        Add<ReportSubmitted>((e, n) => Say(
            "{holder} 报送 {year} 年度排放报告第 {version} 版，共 {total}{late}。",
            "{holder} reports {total} for {year}, version {version}{late}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("version", e.Version), ("total", e.Total),
            ("late", Late(e.Late))));
        Add<VerifierAssigned>((e, n) => Say(
            "{holder} {year} 年度报告由 {body} 核查。", "The report of {holder} for {year} is verified by {body}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("body", n.Body(e.Body))));
        Add<FindingsRecorded>((e, n) => Say(
            "{holder} {year} 年度报告登记核查发现 {count} 项：{items}。",
            "{count} findings on the report of {holder} for {year}: {items}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year),
            ("count", e.Findings.Count), ("items", Items(e.Findings))));
        Add<VerificationStated>((e, n) => Say(
            "{body} 对 {holder} {year} 年度报告的结论：{opinion}，{total}；编号 {number}。",
            "{body} on the report of {holder} for {year}: {opinion}, {total}; statement {number}.",
            ("body", n.Body(e.Body)), ("holder", n.Holder(e.Holder)), ("year", e.Year),
            ("opinion", Names.Of(e.Opinion)), ("total", e.Total), ("number", e.Number)));
        Add<EmissionsAccepted>((e, n) => Say(
            "认定 {holder} {year} 年度排放量 {total}{statement}{reason}。",
            "Emissions of {holder} for {year} are accepted: {total}{statement}{reason}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("total", e.Total),
            ("statement", Given(e.Statement, "；核查报告 ", "; statement ")),
            ("reason", Given(e.Reason, "；依据：", "; reason: "))));
        Add<EmissionsCorrected>((e, n) => Say(
            "更正 {holder} {year} 年度排放量：{before} → {total}（第 {version} 版）；理由：{reason}；依据：{reference}。",
            "Emissions of {holder} for {year} are corrected: {before} → {total} (version {version}); reason: {reason}; "
            + "reference: {reference}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("before", e.Before), ("total", e.Total),
            ("version", e.Version), ("reason", Naming.Reason(e.Reason)), ("reference", e.Reference)));
        Add<ReportReturned>((e, n) => Say(
            "{holder} {year} 年度报告退回；理由：{reason}。", "The report of {holder} for {year} is returned; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("reason", Naming.Reason(e.Reason))));
        Add<ServiceBodyRegistered>((e, n) => Say(
            "登记技术服务机构 {name}（{code}）：编制 {prepares}；核查 {verifies}。",
            "Service body {name} ({code}): prepares in {prepares}; verifies in {verifies}.",
            ("name", e.Name), ("code", e.Code), ("prepares", Naming.List(e.Prepares.Select(Naming.Same))),
            ("verifies", Naming.List(e.Verifies.Select(Naming.Same)))));
        Add<ObjectionFiled>((e, n) => Say(
            "{holder} 对 {period} {subject}提出异议 {number}：{text}；应于 {by} 前答复。",
            "{holder} files objection {number} to the {subject} of {period}: {text}; an answer is due by {by}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("subject", Lower(Names.Of(e.Subject))),
            ("number", e.Number), ("text", e.Text), ("by", e.AnswerBy)));
        Add<ObjectionAnswered>((e, n) => Say(
            "异议 {number} {result}{late}；答复：{answer}。", "Objection {number} is {result}{late}; answer: {answer}.",
            ("number", e.Number), ("result", e.Upheld ? new Text("成立", "upheld") : new Text("不成立", "not upheld")),
            ("late", Late(e.Late)), ("answer", e.Answer)));
    }

    private static Text Late(bool late) => When(late, LateZhEn.Zh, LateZhEn.En);

    private static Text Lower(Text text) => text with { En = text.En.ToLowerInvariant() };

    private static Text Items(IEnumerable<Finding> findings) =>
        Naming.List(findings.Select(finding => Naming.Same(finding.Item)));

    private static void AddAllocation()
    {
        Add<PreAllocationMade>((e, n) => Say(
            "预分配 {holder} {period} 年度配额 {quantity}。", "{holder} is pre-allocated {quantity} for {period}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity)));
        Add<AllocationDetermined>((e, n) => Say(
            "核定 {holder} {period} 年度配额 {quantity}{before}{reference}。",
            "The allocation of {holder} for {period} is determined: {quantity}{before}{reference}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity),
            ("before", e.Before is { } before
                ? Say("（原 {q}）", " (before: {q})", ("q", before))
                : new Text("", "")),
            ("reference", Given(e.Reference, "；依据 ", "; reference "))));
        Add<AllocationAdjusted>((e, n) => Say(
            "调整 {holder} {period} 年度配额 {quantity}；理由：{reason}。",
            "The allocation of {holder} for {period} is adjusted by {quantity}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity),
            ("reason", Naming.Reason(e.Reason))));
        Add<NewFacilityGranted>((e, n) => Say(
            "给予 {holder} 新增设施 {facility} {period} 年度配额 {quantity}；理由：{reason}。",
            "New facility {facility} of {holder} is granted {quantity} for {period}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("facility", n.Facility(e.Facility)), ("period", e.Period),
            ("quantity", e.Quantity),
            ("reason", Naming.Reason(e.Reason))));
        Add<AllocationDelivered>((e, n) => Say(
            "向 {holder} 发放 {period} 年度配额 {quantity}：{moved}。",
            "{holder} receives {quantity} of its allocation for {period}: {moved}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity),
            ("moved", n.Moved(e.Transactions))));
        Add<AllocationTakenBack>((e, n) => Say(
            "收回 {holder} {period} 年度多发配额 {quantity}{missing}：{moved}。",
            "{quantity} of the allocation of {holder} for {period} are taken back{missing}: {moved}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity),
            ("missing", e.Missing > Tonnes.Zero
                ? Say("（尚欠 {q}）", " ({q} are missing and stay due)", ("q", e.Missing))
                : new Text("", "")),
            ("moved", n.Moved(e.Transactions))));
        Add<AllocationRunEnded>((e, n) => Say(
            "{period} 年度{stage}完成：{count} 家，共 {total}，跳过 {skipped} 家。",
            "{stage} of {period}: {count} entities, {total} in all, {skipped} left out.",
            ("period", e.Period), ("stage", Names.Of(e.Stage)), ("count", e.Allocated), ("total", e.Total),
            ("skipped", e.Skipped.Count)));
        Add<DeductionsNetted>((e, n) => Say(
            "{holder} {period} 年度配额抵扣核减 {quantity}。",
            "{quantity} are netted out of the allocation of {holder} for {period}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity)));
        Add<ArrearsNetted>((e, n) => Say(
            "{holder} {period} 年度配额抵扣 {from} 年度欠缴 {quantity}。",
            "Arrears of {from}, {quantity}, are netted out of the allocation of {holder} for {period}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("from", e.From), ("quantity", e.Quantity)));
        Add<WithholdingChanged>((e, n) => Say(
            "{holder} {period} 年度配额{state}发放；理由：{reason}。",
            "Delivery to {holder} for {period} {state}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period),
            ("state", e.Withheld ? new Text("暂停", "is withheld") : new Text("恢复", "goes on")),
            ("reason", Naming.Reason(e.Reason))));
    }
}
