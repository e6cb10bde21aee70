using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    private static void AddRegistry()
    {
        Add<SchemeFounded>((e, n) => Say(
            "市场 {name} 成立，采用规则手册 {book}，首位主管人员为 {person}。",
            "The market {name} opens under the rulebook {book}; its first official is {person}.",
            ("name", e.Scheme), ("book", e.Rulebook.Name), ("person", e.Administrator)));
        Add<RulebookAdopted>((e, n) => Say(
            "市场改用规则手册 {book}，含方法学 {count} 份。",
            "The market goes on under the rulebook {book} with {count} methods.",
            ("book", e.Rulebook.Name), ("count", e.Methods.Count)));
        Add<HolderRegistered>((e, n) => Say(
            "登记单位 {name}（{code}），编号 {id}，归 {province}，行业 {sector}。",
            "{name} ({code}) is registered as {id}, authority {province}, sector {sector}.",
            ("name", e.Name), ("code", e.Code), ("id", e.Holder), ("province", Portal.ProvinceNames.Of(e.Province)),
            ("sector", Sector(e.Sector))));
        Add<HolderUpdated>((e, n) => Say(
            "单位信息变更为：{name}，归 {province}，行业 {sector}{risk}。",
            "The entity is now {name}, authority {province}, sector {sector}{risk}.",
            ("name", e.Name), ("province", Portal.ProvinceNames.Of(e.Province)), ("sector", Sector(e.Sector)),
            ("risk", When(e.AtRisk, "，差异化发放", ", allocation to custody first"))));
        Add<HolderSucceeded>((e, n) => Say(
            "{successor} 承继 {predecessor}（依据 {reference}）：{moved}。",
            "{successor} succeeds {predecessor} (reference {reference}): {moved}.",
            ("successor", n.Holder(e.Successor)), ("predecessor", n.Holder(e.Predecessor)),
            ("reference", e.Reference), ("moved", n.Moved(e.Transactions))));
        Add<AccountOpened>((e, n) => Say(
            "开立{kind} {account}，状态：{status}。",
            "{kind} {account} is opened; status: {status}.",
            ("kind", Names.Of(e.Account.Kind)), ("account", n.Account(e.Account.Id)),
            ("status", Names.Of(e.Account.Status))));
        Add<AccountStatusChanged>((e, n) => Say(
            "账户 {account} 的状态变为：{status}{reason}。",
            "Account {account} is now: {status}{reason}.",
            ("account", n.Account(e.Account)), ("status", Names.Of(e.Status)),
            ("reason", Given(e.Reason, "；理由：", "; reason: "))));
        Add<CoverageListed>((e, n) => Say(
            "{year} 年度名录：列入 {added}；移出 {removed}。理由：{reason}。",
            "List of {year}: added {added}; removed {removed}. Reason: {reason}.",
            ("year", e.Year), ("added", Naming.List(e.Added.Select(n.Holder))),
            ("removed", Naming.List(e.Removed.Select(n.Holder))), ("reason", Naming.Reason(e.Reason))));
        AddSites();
    }

    private static void AddSites()
    {
        Add<FacilityRegistered>((e, n) => Say(
            "登记 {holder} 的设施 {name}，自 {from} 启用。",
            "Facility {name} of {holder} is registered, in use from {from}.",
            ("holder", n.Holder(e.Facility.Holder)), ("name", e.Facility.Name), ("from", e.Facility.From)));
        Add<FacilityClosed>((e, n) => Say(
            "设施 {name} 于 {on} 关停。", "Facility {name} closes on {on}.",
            ("name", n.Facility(e.Facility)), ("on", e.On)));
        Add<GeneratingUnitRegistered>((e, n) => Say(
            "登记 {facility} 的机组 {name}，自 {from} 投运。",
            "Generating unit {name} of {facility} is registered, in use from {from}.",
            ("facility", n.Facility(e.Unit.Facility)), ("name", e.Unit.Name), ("from", e.Unit.From)));
        Add<GeneratingUnitClosed>((e, n) => Say(
            "机组 {name} 于 {on} 关停。", "Generating unit {name} closes on {on}.",
            ("name", n.Unit(e.Unit)), ("on", e.On)));
    }

    private static void AddPeople()
    {
        Add<OfficialAppointed>((e, n) => Say(
            "{person} 担任：{roles}。", "{person} holds: {roles}.",
            ("person", e.User), ("roles", Naming.List(e.Roles.Select(Names.Of)))));
        Add<OfficialDismissed>((e, n) => Say(
            "{person} 不再担任任何职务。", "{person} holds no office any more.", ("person", e.User)));
        Add<RepresentativeAppointed>((e, n) => Say(
            "{person} 代表 {holder}，权限：{rights}。", "{person} acts for {holder} with the rights: {rights}.",
            ("person", e.User), ("holder", n.Holder(e.Holder)), ("rights", Names.OfRights(e.Rights))));
        Add<RepresentativeRemoved>((e, n) => Say(
            "{person} 不再代表 {holder}。", "{person} no longer acts for {holder}.",
            ("person", e.User), ("holder", n.Holder(e.Holder))));
        Add<RepresentativeSuspended>((e, n) => Say(
            "{person} 代表 {holder} 的权限{state}。", "The rights of {person} for {holder} {state}.",
            ("person", e.User), ("holder", n.Holder(e.Holder)),
            ("state", e.Suspended
                ? new Quantities.Text("暂停", "rest")
                : new Quantities.Text("恢复", "hold again"))));
    }

    private static Quantities.Text Sector(string code) => code.Length == 0
        ? new Quantities.Text("未纳入", "not covered")
        : Names.OfSector(code);

    private static void AddUnits()
    {
        Add<UnitsTransferred>((e, n) => Say(
            "划转 {moved}{reference}。", "Transfer: {moved}{reference}.",
            ("moved", n.Moved(e.Transaction)),
            ("reference", Given(e.Reference, "；编号 ", "; reference "))));
        Add<TransferHeld>((e, n) => Say(
            "{quantity} 划往 {to}，已冻结，等待至 {until} 到账。",
            "{quantity} for {to} are frozen and arrive at {until}.",
            ("quantity", Quantity(e.Transaction)), ("to", n.Account(e.To)), ("until", n.Moment(e.Until))));
        Add<TransferReleased>((e, n) => Say(
            "划转 {id} 等待期满到账：{moved}。", "Transfer {id} arrives: {moved}.",
            ("id", e.Transfer), ("moved", n.Moved(e.Transaction))));
        Add<TransferReturned>((e, n) => Say(
            "划转 {id} 退回转出账户：{moved}{reason}。", "Transfer {id} goes back to its sender: {moved}{reason}.",
            ("id", e.Transfer), ("moved", n.Moved(e.Transaction)),
            ("reason", Given(e.Reason, "；原因 ", "; reason "))));
        Add<PositionMoved>((e, n) => Say(
            "{holder} 内部移动 {moved}。", "{holder} moves between its accounts: {moved}.",
            ("holder", n.Holder(e.Holder)), ("moved", n.Moved(e.Transaction))));
        Add<UnitsCancelled>((e, n) => Say(
            "{holder} 永久注销 {quantity}；用途：{purpose}。", "{holder} cancels {quantity} for good; purpose: {purpose}.",
            ("holder", n.Holder(e.Holder)), ("quantity", Quantity(e.Transaction)), ("purpose", e.Purpose)));
        Add<OffsetsIssued>((e, n) => Say(
            "登记减排量 {moved}；项目：{project}。", "Offsets are issued: {moved}; project: {project}.",
            ("moved", n.Moved(e.Transaction)), ("project", e.Project)));
        Add<UnitsFrozen>((e, n) => Say(
            "冻结 {id}：{moved}；文书 {reference}。", "Freeze {id}: {moved}; order {reference}.",
            ("id", e.Freeze), ("moved", n.Moved(e.Transaction)), ("reference", e.Reference)));
        Add<UnitsReleased>((e, n) => Say(
            "解除冻结 {id}：{moved}；文书 {reference}。", "Freeze {id} is released: {moved}; order {reference}.",
            ("id", e.Freeze), ("moved", n.Moved(e.Transaction)), ("reference", e.Reference)));
        Add<JudiciallyTransferred>((e, n) => Say(
            "司法扣划 {moved}；文书 {reference}。", "By a court's order: {moved}; order {reference}.",
            ("moved", n.Moved(e.Transaction)), ("reference", e.Reference)));
        Add<TransactionReversed>((e, n) => Say(
            "撤销交易 {id}：{moved}；理由：{reason}。", "Transaction {id} is taken back: {moved}; reason: {reason}.",
            ("id", e.Reversed), ("moved", n.Moved(e.Transaction)), ("reason", Naming.Reason(e.Reason))));
    }

    private static Quantities.Text Quantity(Ledger.Transaction transaction) => Naming.List(transaction.Movements
        .GroupBy(move => move.Asset)
        .Select(group => Naming.Quantity(group.Key, group.Sum(move => move.Quantity))));
}
