using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Supervision;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    /// <summary>Halts, restrictions, relations, alerts, inquiries.</summary>
    private static void AddSupervision()
    {
        AddHalts();
        AddInquiries();
        Add<RelationDeclared>((e, n) => Say(
            "{holder} 与 {other} 登记为关联（{kind}），依据：{basis}。",
            "{holder} and {other} are known as related ({kind}), by {basis}.",
            ("holder", n.Holder(e.Holder)), ("other", n.Holder(e.Other)), ("kind", Lower(Names.Of(e.Kind))),
            ("basis", e.Basis)));
        Add<RelationEnded>((e, n) => Say(
            "{holder} 与 {other} 不再关联；理由：{reason}。", "{holder} and {other} are no longer related; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("other", n.Holder(e.Other)), ("reason", e.Reason)));
        Add<AlertRaised>((e, n) => Say(
            "预警 {id}：{instrument} {kind}，涉及 {who}。", "Alert {id}: {kind} in {instrument}; {who} took part.",
            ("id", e.Alert), ("instrument", e.Instrument.Code), ("kind", Lower(Names.Of(e.Kind))),
            ("who", Naming.List(e.Holders.Select(n.Holder)))));
        Add<AlertDismissed>((e, n) => Say(
            "排除预警 {id}；理由：{reason}。", "Alert {id} is dismissed; reason: {reason}.",
            ("id", e.Alert), ("reason", e.Reason)));
    }

    private static void AddHalts()
    {
        Add<TradingHalted>((e, n) => Say(
            "{what} 停牌（{cause}）：{reason}；复牌时间 {until}。",
            "{what} is halted ({cause}): {reason}; trading resumes {until}.",
            ("what", Instrument(e.Instrument)), ("cause", Lower(Names.Of(e.Cause))), ("reason", e.Reason),
            ("until", e.Until is { } until ? n.Moment(until) : Words.HaltsUntilResumed)));
        Add<TradingResumed>((e, n) => Say(
            "{what} 复牌{reason}。", "Trading of {what} is resumed{reason}.",
            ("what", Instrument(e.Instrument)), ("reason", Given(e.Reason, "：", ": "))));
        Add<TradingRestricted>((e, n) => Say(
            "{holder} 被{bar}，至 {until}；理由：{reason}。", "{holder} {bar} until {until}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("bar", Lower(Names.Of(e.Bar))),
            ("until", e.Until is { } day ? Naming.Same($"{day:yyyy-MM-dd}") : new Text("另行通知", "further notice")),
            ("reason", e.Reason)));
        Add<TradingRestrictionLifted>((e, n) => Say(
            "{holder} 恢复交易{reason}。", "{holder} may trade again{reason}.",
            ("holder", n.Holder(e.Holder)), ("reason", Given(e.Reason, "：", ": "))));
        Add<OrdersWithdrawn>((e, n) => Say(
            "{holder} 的委托 {orders} 笔、大宗协议 {blocks} 笔撤回，释放：{moved}。",
            "{orders} orders and {blocks} block negotiations of {holder} are taken back; free again: {moved}.",
            ("holder", n.Holder(e.Holder)), ("orders", e.Orders.Count), ("blocks", e.Blocks.Count),
            ("moved", n.Moved(e.Transactions))));
    }

    private static void AddInquiries()
    {
        Add<InquiryOpened>((e, n) => Say(
            "立案 {id}：{holder}，依据预警 {alerts}。", "Inquiry {id} into {holder} begins with {alerts}.",
            ("id", e.Inquiry), ("holder", n.Holder(e.Holder)), ("alerts", string.Join(", ", e.Alerts))));
        Add<ExplanationAsked>((e, n) => Say(
            "案卷 {id} 要求 {holder} 于 {by} 前说明：“{text}”。",
            "{holder} is asked in {id} to explain by {by}: “{text}”.",
            ("id", e.Inquiry), ("holder", n.Holder(e.Holder)), ("by", e.By), ("text", e.Text)));
        Add<ExplanationOverdue>((e, n) => Say(
            "案卷 {id}：{holder} 逾期未说明。", "{holder} has not explained in time in {id}.",
            ("id", e.Inquiry), ("holder", n.Holder(e.Holder))));
        Add<ExplanationGiven>((e, n) => Say(
            "案卷 {id}：{holder} 作出说明{late}，材料 {files} 份。", "{holder} explains in {id}{late}, with {files} files.",
            ("id", e.Inquiry), ("holder", n.Holder(e.Holder)), ("late", When(e.Late, "（逾期）", " (late)")),
            ("files", e.Attachments.Count)));
        Add<InquiryDecided>((e, n) => Say(
            "案卷 {id} 对 {holder} 作出处理：{outcome}；理由：{reasons}。申诉期限 {by}。",
            "Inquiry {id} into {holder} is decided: {outcome}; reasons: {reasons}. Appeal by {by}.",
            ("id", e.Inquiry), ("holder", n.Holder(e.Holder)), ("outcome", Lower(Names.Of(e.Outcome))),
            ("reasons", e.Reasons), ("by", e.AppealBy)));
        Add<InquiryAppealed>((e, n) => Say(
            "{holder} 就案卷 {id} 提出申诉：“{text}”。", "{holder} appeals the decision of {id}: “{text}”.",
            ("holder", n.Holder(e.Holder)), ("id", e.Inquiry), ("text", e.Text)));
    }

    private static Text Instrument(Asset? instrument) =>
        instrument is { } one ? Naming.Same(one.Code) : Words.HaltsAll;
}
