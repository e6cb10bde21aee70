using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    private static void AddOwnership()
    {
        Add<FacilityTransferred>((e, n) => Say(
            "设施 {facility} 由 {from} 转给 {to}；依据：{reference}{moved}。",
            "Site {facility} goes from {from} to {to}; reference: {reference}{moved}.",
            ("facility", n.Facility(e.Facility)), ("from", n.Holder(e.From)), ("to", n.Holder(e.To)),
            ("reference", e.Reference), ("moved", e.Transactions.Count == 0
                ? new Text("", "")
                : Say("；随转持仓：{units}", "; units: {units}", ("units", n.Moved(e.Transactions))))));
        Add<AccountTransferred>((e, n) => Say(
            "账户 {account} 由 {from} 转给 {to}；依据：{reference}。",
            "Account {account} goes from {from} to {to}; reference: {reference}.",
            ("account", n.Account(e.Account)), ("from", n.Holder(e.From)), ("to", n.Holder(e.To)),
            ("reference", e.Reference)));
        Add<DocumentsRequested>((e, n) => Say(
            "要求 {holder} 于 {by} 前提交资料（{number}）：{documents}。",
            "{holder} is asked for documents by {by} (request {number}): {documents}.",
            ("holder", n.Holder(e.Holder)), ("by", e.By), ("number", e.Number), ("documents", e.Documents)));
        Add<DocumentsProvided>((e, n) => Say(
            "{holder} 提交资料（{number}），共 {count} 个文件{late}{remark}。",
            "{holder} hands in {count} files for request {number}{late}{remark}.",
            ("holder", n.Holder(e.Holder)), ("number", e.Number), ("count", e.Files.Count), ("late", Late(e.Late)),
            ("remark", Given(e.Remark, "；说明：", "; remark: "))));
        Add<DocumentRequestCancelled>((e, n) => Say(
            "取消对 {holder} 的资料要求 {number}；理由：{reason}。",
            "Request {number} for documents of {holder} is cancelled; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("number", e.Number), ("reason", e.Reason)));
        Add<NoteAdded>((e, n) => Say(
            "添加备注 {number}（{about}）：{text}。", "Note {number} on {about}: {text}.",
            ("number", e.Number), ("text", e.Text), ("about", e.Holder is { } holder ? n.Holder(holder)
                : e.Account is { } account ? n.Account(account)
                : Naming.Same("—"))));
        Add<NoteRemoved>((e, n) => Say(
            "删除备注 {number}；理由：{reason}。", "Note {number} is removed; reason: {reason}.",
            ("number", e.Number), ("reason", e.Reason)));
        Add<CapReserved>((e, n) => Say(
            "提案 {proposal} 占用总量额度：{uses}。", "Proposal {proposal} keeps part of a cap: {uses}.",
            ("proposal", e.Proposal), ("uses", Naming.List(e.Uses.Select(use => Say(
                "{of} {quantity}", "{quantity} of {of}",
                ("of", use.Year?.ToString(CultureInfo.InvariantCulture) ?? use.Period.ToString()),
                ("quantity", use.Quantity)))))));
        Add<FollowUpOpened>((e, n) => Say(
            "{holder} {year} 年度整改事项 {number}（{item}）：{text}；应于 {by} 前答复。",
            "Follow-up {number} of {holder} for {year} ({item}): {text}; an answer is due by {by}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("number", e.Number), ("item", e.Item),
            ("text", e.Text), ("by", e.By)));
        Add<FollowUpAnswered>((e, n) => Say(
            "{holder} 答复整改事项 {number}{late}：{answer}。", "{holder} answers follow-up {number}{late}: {answer}.",
            ("holder", n.Holder(e.Holder)), ("number", e.Number), ("late", Late(e.Late)), ("answer", e.Answer)));
        Add<FollowUpClosed>((e, n) => Say(
            "{holder} 的整改事项 {number} 办结：{remark}。", "Follow-up {number} of {holder} is settled: {remark}.",
            ("holder", n.Holder(e.Holder)), ("number", e.Number), ("remark", e.Remark)));
    }
}
