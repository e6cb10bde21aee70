using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    private static void AddSurrender()
    {
        Add<ObligationSet>((e, n) => Say(
            "{holder} {period} 应清缴 {due}，状态：{status}。", "{holder} owes {due} for {period}; status: {status}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("due", e.Due), ("status", Names.Of(e.Status))));
        Add<ObligationCapped>((e, n) => Say(
            "{holder} {period} 履约义务上限为 {cap}。", "The obligation of {holder} for {period} is at most {cap}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("cap", e.Cap)));
        Add<UnitsSurrendered>((e, n) => Say(
            "{holder} 清缴 {period}：配额 {allowances}，抵销 {offsets}；状态：{status}。",
            "{holder} surrenders for {period}: allowances {allowances}, offsets {offsets}; status: {status}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("allowances", e.Allowances),
            ("offsets", e.Offsets), ("status", Names.Of(e.Status))));
        Add<SurrenderReversed>((e, n) => Say(
            "退回 {holder} {period} 的清缴：配额 {allowances}，抵销 {offsets}；状态：{status}；理由：{reason}。",
            "The surrender of {holder} for {period} is given back: allowances {allowances}, offsets {offsets}; "
            + "status: {status}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("allowances", e.Allowances),
            ("offsets", e.Offsets), ("status", Names.Of(e.Status)), ("reason", Naming.Reason(e.Reason))));
        Add<CustodyReleased>((e, n) => Say(
            "发还 {holder} {period} 的代管配额：{moved}。", "Custody of {holder} for {period} is released: {moved}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("moved", n.Moved(e.Transactions))));
        Add<AdvanceRequested>((e, n) => Say(
            "{holder} 申请预支 {quantity} 用于 {period} 清缴；理由：{reason}。",
            "{holder} asks for an advance of {quantity} for {period}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity),
            ("reason", Naming.Reason(e.Reason))));
        Add<AdvanceGranted>((e, n) => Say(
            "批准 {holder} 预支 {lender} 年度配额用于 {period}：{moved}。",
            "{holder} is lent units of {lender} for {period}: {moved}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("lender", e.Lender),
            ("moved", n.Moved(e.Transactions))));
        Add<AdvanceRejected>((e, n) => Say(
            "驳回 {holder} {period} 的预支申请；理由：{reason}。",
            "The application of {holder} for {period} is turned down; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("reason", Naming.Reason(e.Reason))));
        Add<AdvanceCancelled>((e, n) => Say(
            "{holder} {period} 未使用的预支配额注销：{moved}。",
            "What {holder} did not use of its advance for {period} is cancelled: {moved}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("moved", n.Moved(e.Transactions))));
        Add<ArrearsRecorded>((e, n) => Say(
            "{holder} {period} 年度配额将核减欠缴 {quantity}；理由：{reason}。",
            "{quantity} will be kept back from the allocation of {holder} for {period}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("quantity", e.Quantity),
            ("reason", Naming.Reason(e.Reason))));
        Add<LapseScheduled>((e, n) => Say(
            "{holder} 的配额将于 {at} 失效；理由：{reason}。", "The units of {holder} become void at {at}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("at", n.Moment(e.At)), ("reason", Naming.Reason(e.Reason))));
        Add<UnitsLapsed>((e, n) => Say(
            "{holder} 的配额失效：{moved}。", "The units of {holder} are void: {moved}.",
            ("holder", n.Holder(e.Holder)), ("moved", n.Moved(e.Transactions))));
        AddCarryOver();
        AddDates();
    }

    private static void AddCarryOver()
    {
        Add<CarryOverCensusTaken>((e, n) => Say(
            "{asset} 结转持仓核定：{count} 家。", "Holdings are fixed for the carry-over to {asset}: {count} entities.",
            ("asset", e.NewUnits.Code), ("count", e.Lines.Count)));
        Add<CarryOverClosed>((e, n) => Say(
            "{asset} 结转截止；未结转的 {left} 只能用于 {period} 及以前的清缴。",
            "The carry-over to {asset} is closed; what is left of {left} settles periods up to {period} only.",
            ("asset", e.NewUnits.Code), ("left", Naming.List(e.LeftOver.Select(asset => Naming.Same(asset.Code)))),
            ("period", e.LastPeriod)));
        Add<CarryOverRequested>((e, n) => Say(
            "{holder} 申请结转为 {asset}（申请 {number}）：{moved}。",
            "{holder} asks to carry over to {asset} (request {number}): {moved}.",
            ("holder", n.Holder(e.Holder)), ("asset", e.NewUnits.Code), ("number", e.Number),
            ("moved", n.Moved(e.Transactions))));
        Add<CarryOverConverted>((e, n) => Say(
            "结转申请 {number} 办结，签发 {asset}：{moved}。", "Request {number} is converted to {asset}: {moved}.",
            ("asset", e.NewUnits.Code), ("number", e.Number), ("moved", n.Moved(e.Transactions))));
        Add<CarryOverRejected>((e, n) => Say(
            "驳回 {asset} 结转申请 {number}，解除冻结；理由：{reason}。",
            "Request {number} for {asset} is turned down, its units are free; reason: {reason}.",
            ("asset", e.NewUnits.Code), ("number", e.Number), ("reason", Naming.Reason(e.Reason))));
    }

    private static void AddDates()
    {
        Add<ClockAdvanced>((e, n) => Say(
            "业务时间到达 {at}：{what}。", "Business time reaches {at}: {what}.",
            ("at", n.Moment(e.Item.At)), ("what", Names.Of(e.Item.Kind))));
        Add<MilestoneCounted>((e, n) => Say(
            "{period} 清缴进度：{met}/{owing} 家足额，{share}（要求 {target}）。",
            "Surrender of {period}: {met} of {owing} entities met, {share} (target {target}).",
            ("period", e.Period), ("met", e.Met), ("owing", e.Owing), ("share", e.Share), ("target", e.Target)));
        Add<DeadlinePassed>((e, n) => Say(
            "{period} 清缴截止：足额 {met} 家，未足额 {short} 家，缺 {shortfall}，系统清缴 {taken}。",
            "The deadline of {period} passed: {met} met, {short} short, {shortfall} missing, {taken} taken.",
            ("period", e.Period), ("met", e.Met), ("short", e.Short), ("shortfall", e.Shortfall), ("taken", e.Taken)));
        Add<ResultsPublished>((e, n) => Say(
            "公开 {period} 清缴结果，{count} 家。", "Results of {period} are published: {count} entities.",
            ("period", e.Period), ("count", e.Results.Count)));
        Add<MeanPriceRecorded>((e, n) => Say(
            "{month} 成交均价 {price}，来源：{source}。", "The mean price of {month} is {price}; source: {source}.",
            ("month", e.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)),
            ("price", e.Price), ("source", e.Source)));
    }

    private static void AddCases()
    {
        Add<CaseOpened>((e, n) => Say(
            "对 {holder} {period} 的{offence}立案 {id}，涉及 {shortfall}；理由：{reason}。",
            "Case {id} against {holder} for {period}: {offence}, {shortfall}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("period", e.Period), ("offence", Lower(Names.Of(e.Offence))),
            ("id", e.Case), ("shortfall", e.Shortfall), ("reason", Naming.Reason(e.Reason))));
        Add<CaseDecided>((e, n) => Say(
            "案件 {case} 处罚决定：罚款 {fine}{confiscated}；依据：{source}。",
            "Case {case} is decided: a fine of {fine}{confiscated}; source: {source}.",
            ("case", n.Case(e.Case)), ("fine", e.Decision.Fine),
            ("confiscated", e.Decision.Confiscated is { } gain
                ? Say("，没收 {m}", ", {m} confiscated", ("m", gain))
                : new Text("", "")),
            ("source", e.Decision.Source)));
        Add<CorrectionOrdered>((e, n) => Say(
            "责令改正案件 {case}，期限 {by}。", "A correction is ordered in case {case}, by {by}.",
            ("case", n.Case(e.Case)), ("by", e.By)));
        Add<CorrectionRefused>((e, n) => Say(
            "案件 {case} 拒不改正：核减 {next} 年度配额 {cut}。",
            "No correction in case {case}: the allocation of {next} is cut by {cut}.",
            ("case", n.Case(e.Case)), ("next", e.Next),
            ("cut", e.Share is { } share ? Naming.Same(share.ToString()) : Naming.Tonnes(e.Cut))));
        Add<FinePaid>((e, n) => Say(
            "案件 {case} 罚款缴清：{moved}。", "The fine of case {case} is paid: {moved}.",
            ("case", n.Case(e.Case)), ("moved", n.Moved(e.Transactions))));
        Add<CaseClosed>((e, n) => Say(
            "案件 {case} 结案；{reason}。", "Case {case} is closed; {reason}.",
            ("case", n.Case(e.Case)), ("reason", Naming.Reason(e.Reason))));
        Add<CaseWithdrawn>((e, n) => Say(
            "案件 {case} 撤销；理由：{reason}；{moved}。", "Case {case} is withdrawn; reason: {reason}; {moved}.",
            ("case", n.Case(e.Case)), ("reason", Naming.Reason(e.Reason)), ("moved", n.Moved(e.Transactions))));
        Add<CaseAmended>((e, n) => Say(
            "案件 {case} 涉及数量变更为 {shortfall}；理由：{reason}；{moved}。",
            "Case {case} is now about {shortfall}; reason: {reason}; {moved}.",
            ("case", n.Case(e.Case)), ("shortfall", e.Shortfall), ("reason", Naming.Reason(e.Reason)),
            ("moved", n.Moved(e.Transactions))));
    }

    private static void AddApproval()
    {
        Add<ProposalMade>((e, n) => Say(
            "{person} 提交提案 {id}：{command}{holder}；{expires} 前须由第二人复核。",
            "{person} proposes {id}: {command}{holder}; a second person must decide before {expires}.",
            ("person", e.Initiator), ("id", e.Proposal), ("command", ActionWords.TitleOf(e.Command)),
            ("holder", e.Holder is { } holder ? Bracketed(n.Holder(holder)) : new Text("", "")),
            ("expires", n.Moment(e.ExpiresAt))));
        Add<ProposalApproved>((e, n) => Say(
            "{person} 复核通过提案 {id}{comment}。", "{person} approves proposal {id}{comment}.",
            ("person", e.Approver), ("id", e.Proposal), ("comment", Given(e.Comment, "；意见：", "; comment: "))));
        Add<ProposalRejected>((e, n) => Say(
            "{person} 驳回提案 {id}；理由：{reason}。", "{person} rejects proposal {id}; reason: {reason}.",
            ("person", e.Approver), ("id", e.Proposal), ("reason", Naming.Reason(e.Reason))));
        Add<ProposalWithdrawn>((e, n) => Say(
            "提案 {id} 由提交人撤回；理由：{reason}。", "Proposal {id} is withdrawn; reason: {reason}.",
            ("id", e.Proposal), ("reason", Naming.Reason(e.Reason))));
        Add<ProposalExpired>((e, n) => Say(
            "提案 {id} 逾期无人复核，自动失效。", "Nobody decided proposal {id} in time; it lapses.",
            ("id", e.Proposal)));
    }

    private static Text Bracketed(Text text) => new($"（{text.Zh}）", $" ({text.En})");
}
