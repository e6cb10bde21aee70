using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme;

/// <summary>
/// What must hold after every row, whatever happened: 1–4 of the ledger (double entry, no overdraft, serials, issued =
/// held + surrendered + cancelled + expired); 5 what is kept is kept for something; 6 trades within their rules; 7
/// offsets within their share, and what obligations count as surrendered is what was surrendered. Empty when all is
/// well.
/// </summary>
public static class Invariants
{
    /// <summary>Everything that does not hold.</summary>
    public static IReadOnlyList<Violation> Check(SchemeState state)
    {
        if (state.Book is null)
        {
            return [];
        }

        var found = new List<Violation>(state.Ledger.Check());
        CheckAccounts(state, found);
        CheckKept(state, found);
        CheckAgenda(state, found);
        CheckTrust(state, found);
        CheckObligations(state, found);
        CheckEntitlements(state, found);
        Trading.TradingInvariants.Check(state, found);
        Supervision.SupervisionInvariants.Check(state, found);
        Bulletins.BulletinInvariants.Check(state, found);
        return found;
    }

    private static void CheckAccounts(SchemeState state, List<Violation> found)
    {
        if (state.Registry.Accounts.Count != state.Ledger.AccountCount)
        {
            found.Add(new Violation(1, "accounts-differ", new Text(
                $"登记簿有 {state.Registry.Accounts.Count} 个账户，账本有 {state.Ledger.AccountCount} 个。",
                $"{state.Registry.Accounts.Count} accounts registered, the ledger has {state.Ledger.AccountCount}.")));
            return;
        }

        foreach (var account in state.Registry.Accounts.Values)
        {
            var empty = account.Status is not (AccountStatus.Closed or AccountStatus.Rejected)
                || !state.Ledger.Positions(account.Id).Any();
            if (!empty || state.Ledger.KindOf(account.Id) != account.Kind)
            {
                found.Add(new Violation(2, "closed-account-holds", new Text(
                    $"账户 {account.Number}（{account.Status}）仍有持仓或类型不符。",
                    $"Account {account.Number} ({account.Status}) holds something or is of another kind.")));
            }
        }
    }

    /// <summary>
    /// Serials of waiting transfers and freezes are in the frozen compartment, those of pledges are all that is
    /// pledged, each for one purpose.
    /// </summary>
    private static void CheckKept(SchemeState state, List<Violation> found)
    {
        foreach (var (account, asset, _, _, _) in KeptUnits.Differences(state))
        {
            found.Add(new Violation(5, "kept-units-elsewhere", new Text(
                $"账户 {account} 的 {asset} 冻结、质押持仓与冻结、待生效过户、质押登记不符。",
                $"Frozen or pledged {asset} of account {account} are not what freezes, transfers and pledges keep.")));
        }
    }

    private static void CheckAgenda(SchemeState state, List<Violation> found)
    {
        var agenda = state.Agenda.Items.ToHashSet();
        var waiting = state.Approvals.Waiting.Select(id => state.Approvals.Proposals[new ProposalId(id)]).ToList();
        var complete = waiting.TrueForAll(proposal => proposal.Status == ProposalStatus.Waiting)
            && waiting.TrueForAll(proposal => agenda.Contains(proposal.Expiry))
            && state.Registry.PendingTransfers.Values.All(pending => agenda.Contains(pending.Release))
            && state.Registry.Trusted.All(list => list.Value.TrueForAll(entry =>
                entry.IsActive || agenda.Contains(Trust.ActivationOf(list.Key, entry))));
        if (!complete)
        {
            found.Add(new Violation(5, "agenda-incomplete", new Text(
                "待批提案、待生效过户或受信登记不在日程中。",
                "A proposal, a transfer or a trusted account waits and is not on the agenda.")));
        }

        var keys = waiting.SelectMany(proposal => (proposal.Keys ?? []).Select(key => (key, proposal.Id)));
        if (!keys.ToHashSet().SetEquals(state.Approvals.Kept.Select(pair => (pair.Key, pair.Value))))
        {
            found.Add(new Violation(5, "proposal-keys-differ", new Text(
                "待批提案独占的事项与登记不符。", "What waiting proposals keep for themselves is not what is noted.")));
        }
    }

    /// <summary>Trusted lists name open accounts only, each once, and belong to open accounts.</summary>
    private static void CheckTrust(SchemeState state, List<Violation> found)
    {
        var accounts = state.Registry.Accounts;
        bool IsOpen(AccountId id) => accounts.GetValueOrDefault(id)?.Status
            is not (null or AccountStatus.Closed or AccountStatus.Rejected);
        foreach (var (account, list) in state.Registry.Trusted)
        {
            var names = list.Select(entry => entry.Account).ToList();
            if (names.Count == 0 || !IsOpen(account) || !names.TrueForAll(IsOpen)
                || names.Distinct().Count() != names.Count || names.Contains(account))
            {
                found.Add(new Violation(5, "trusted-list-wrong", new Text(
                    $"账户 {account} 的受信名单含重复、自身或已注销账户。",
                    $"The trusted list of {account} names an account twice, itself, or one that is closed.")));
            }
        }

        var blocked = accounts.Values.Where(account => account.Status == AccountStatus.Blocked)
            .Select(account => account.Id);
        if (!blocked.ToHashSet().SetEquals(state.Registry.Blocked.Keys))
        {
            found.Add(new Violation(2, "blocked-accounts-differ", new Text(
                "锁定账户与对账记录不符。", "The accounts that are blocked are not those that a reconciliation blocked.")));
        }
    }

    private static void CheckObligations(SchemeState state, List<Violation> found)
    {
        var (allowances, offsets) = (Tonnes.Zero, Tonnes.Zero);
        foreach (var obligation in state.Compliance.Obligations.Values)
        {
            allowances += obligation.Allowances;
            offsets += obligation.Offsets;
            var rule = state.Rules.Period(obligation.Period)?.Surrender.Offsets;
            var limit = rule is null ? Tonnes.Zero : rule.Share.Of(obligation.Due, rule.Rounding);
            if (obligation.Offsets > limit)
            {
                found.Add(new Violation(7, "too-many-offsets", new Text(
                    $"主体 {obligation.Holder} {obligation.Period} 年度抵销 {obligation.Offsets}，超过上限 {limit}。",
                    $"{obligation.Holder} used {obligation.Offsets} of offsets for {obligation.Period}, of {limit}.")));
            }
        }

        Compare(state, UnitKind.Allowance, allowances, found);
        Compare(state, UnitKind.Offset, offsets, found);
    }

    private static void Compare(SchemeState state, UnitKind kind, Tonnes counted, List<Violation> found)
    {
        var moved = Tonnes.Zero;
        foreach (var asset in AssetsOf(state, kind))
        {
            moved += new Tonnes(state.Ledger.Total(state.Registry.System!.Surrendered, asset));
        }

        if (moved != counted)
        {
            found.Add(new Violation(7, "surrendered-differs", new Text(
                $"应清缴记录合计已清缴 {counted}（{kind}），账本为 {moved}。",
                $"Obligations count {counted} as surrendered ({kind}); the ledger has {moved}.")));
        }
    }

    /// <summary>Nobody was delivered more than was ever minted of the unit.</summary>
    private static void CheckEntitlements(SchemeState state, List<Violation> found)
    {
        var entitlements = state.Allocation.Entitlements.Values;
        foreach (var group in entitlements.GroupBy(entitlement => AssetOf(state, entitlement.Period)))
        {
            var delivered = new Tonnes(group.Sum(entitlement => entitlement.Delivered.Value));
            var minted = group.Key is { } asset
                ? new Tonnes(-state.Ledger.Total(state.Registry.System!.Issuance, asset))
                : Tonnes.Zero;
            if (delivered > minted)
            {
                found.Add(new Violation(4, "delivered-beyond-issue", new Text(
                    $"{group.Key} 已发放 {delivered}，多于签发 {minted}。",
                    $"{delivered} of {group.Key} count as delivered; only {minted} were issued.")));
            }
        }
    }

    private static Asset? AssetOf(SchemeState state, CompliancePeriod period) =>
        state.Rules.Period(period)?.Allocation is { } rule && state.Rules.Unit(rule.Unit) is { } unit
            ? Asset.Unit(unit.AssetCode(rule.Vintage))
            : null;

    private static IEnumerable<Asset> AssetsOf(SchemeState state, UnitKind kind) =>
        from unit in state.Rules.Units
        where unit.Kind == kind
        from code in unit.Vintages.Count == 0 ? [unit.Code] : unit.Vintages.Select(unit.AssetCode)
        select Asset.Unit(code);
}
