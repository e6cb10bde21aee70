using Tanheng.Quantities;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    /// <summary>Trusted accounts, accounts' rules, details of entities, claims, reconciliation.</summary>
    private static void AddTrust()
    {
        Add<TrustedAccountAdded>((e, n) => Say(
            "{trusted} 列入 {account} 的受信名单（{description}），{from} 起生效。",
            "{trusted} is put on the trusted list of {account} ({description}) and counts from {from}.",
            ("trusted", n.Account(e.Trusted)), ("account", n.Account(e.Account)),
            ("description", e.Description.Length == 0 ? null : e.Description), ("from", n.Moment(e.ActiveFrom))));
        Add<TrustedAccountActivated>((e, n) => Say(
            "{account} 的受信账户 {trusted} 生效。", "{trusted} counts as trusted by {account}.",
            ("trusted", n.Account(e.Trusted)), ("account", n.Account(e.Account))));
        Add<TrustedAccountDescribed>((e, n) => Say(
            "{account} 的受信账户 {trusted} 的说明由“{before}”改为“{after}”。",
            "The trusted account {trusted} of {account} is called “{after}” instead of “{before}”.",
            ("trusted", n.Account(e.Trusted)), ("account", n.Account(e.Account)), ("before", e.Before),
            ("after", e.Description)));
        Add<TrustedAccountsRemoved>((e, n) => Say(
            "{account} 的受信名单移出：{trusted}。", "No longer trusted by {account}: {trusted}.",
            ("trusted", Naming.List(e.Trusted.Select(n.Account))), ("account", n.Account(e.Account))));
        Add<AccountRulesSet>((e, n) => Say(
            "账户 {account} 的规则：{outside}；{second}；{surrender}。",
            "Rules of account {account}: {outside}; {second}; {surrender}.",
            ("account", n.Account(e.Account)),
            ("outside", Either(
                e.Rules.OutsideList, "可划往名单以外", "units may go outside the list", "只可划往受信账户", "trusted accounts only")),
            ("second", Either(
                e.Rules.SecondPerson, "划往受信账户须复核", "transfers to trusted accounts need a second person",
                "划往受信账户无须复核", "transfers to trusted accounts need nobody else")),
            ("surrender", Either(
                e.Rules.SecondPersonToSurrender, "清缴须复核", "surrenders need a second person",
                "清缴无须复核", "surrenders need nobody else"))));
        AddHolders();
        Add<Reconciled>((e, n) => Say(
            "第 {run} 次对账（{source}）：核对账户 {compared} 个，不符 {differences} 项。",
            "Reconciliation {run} with {source}: {compared} accounts compared, {differences} differences.",
            ("run", e.Run), ("source", e.Source), ("compared", e.Compared), ("differences", e.Differences.Count)));
        Add<ProposalAssigned>((e, n) => e.To is { } person
            ? Say("提案 {id} 由 {person} 单独办理。",
                "Proposal {id} is assigned to {person}.", ("id", e.Proposal), ("person", person))
            : Say("提案 {id} 释放给全部复核人。", "All approvers may decide proposal {id} again.", ("id", e.Proposal)));
    }

    private static void AddHolders()
    {
        Add<HolderDescribed>((e, n) => Say(
            "{holder} 的资料更新：{kind}，联系人 {contacts} 名。",
            "The details of {holder} are changed: {kind}, {contacts} contacts.",
            ("holder", n.Holder(e.Holder)), ("kind", Lower(Names.Of(e.Details.Kind))),
            ("contacts", e.Details.Contacts.Count)));
        Add<EmissionYearsSet>((e, n) => Say(
            "{holder} 的排放年度：{first} 至 {last}。", "The emissions of {holder} are of {first} to {last}.",
            ("holder", n.Holder(e.Holder)), ("first", e.First),
            ("last", e.Last is { } last ? Spoken(last) : new Text("今后", "whatever comes"))));
        Add<YearExcluded>((e, n) => Say(
            "排除 {holder} 的 {year} 年度{emissions}；理由：{reason}。",
            "{year} of {holder} is excluded{emissions}; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("reason", Naming.Reason(e.Reason)),
            ("emissions", e.Emissions is { } emissions
                ? Say("（原认定 {q}）", " (accepted before: {q})", ("q", emissions))
                : new Text("", ""))));
        Add<YearIncluded>((e, n) => Say(
            "恢复 {holder} 的 {year} 年度；理由：{reason}。", "{year} of {holder} counts again; reason: {reason}.",
            ("holder", n.Holder(e.Holder)), ("year", e.Year), ("reason", Naming.Reason(e.Reason))));
        Add<RepresentativeRightsChanged>((e, n) => Say(
            "{person} 代表 {holder} 的权限由“{before}”改为“{after}”。",
            "The rights of {person} for {holder} are {after} instead of {before}.",
            ("person", e.User), ("holder", n.Holder(e.Holder)), ("before", Lower(Names.OfRights(e.Before))),
            ("after", Lower(Names.OfRights(e.Rights)))));
        Add<ClaimInvited>((e, n) => Say(
            "为 {holder} 发放认领码（日志只存摘要）。", "A claim code is given out for {holder}; the journal keeps its digest.",
            ("holder", n.Holder(e.Holder))));
        Add<HolderClaimed>((e, n) => Say(
            "{person} 认领 {holder}，认领码失效。", "{person} claims {holder}; the code is used up.",
            ("person", e.User), ("holder", n.Holder(e.Holder))));
    }

    private static Text Either(bool holds, string zh, string en, string zhElse, string enElse) =>
        holds ? new Text(zh, en) : new Text(zhElse, enElse);
}
