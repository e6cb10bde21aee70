using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Registry;

/// <summary>A site or an account went from one holder to another.</summary>
/// <param name="At">When.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it became.</param>
/// <param name="Reference">The decision it stands on.</param>
public sealed record OwnerChange(DateTimeOffset At, HolderId From, HolderId To, string Reference);

/// <summary>Whose a site or account was, and what stands in the way of its going to another.</summary>
public static class Ownership
{
    /// <summary>The holder of an account at a moment; null for accounts of nobody.</summary>
    public static HolderId? HolderAt(SchemeState state, AccountId account, DateTimeOffset time)
    {
        foreach (var change in state.Registry.AccountOwners.GetValueOrDefault(account) ?? [])
        {
            if (change.At > time)
            {
                return change.From;
            }
        }

        return state.Registry.Accounts.GetValueOrDefault(account)?.Holder;
    }

    /// <summary>
    /// What of a holder is open: proposals, transfers, trusted accounts that do not count yet, cases, objections, plans
    /// and reports on their way.
    /// </summary>
    internal static IEnumerable<Text> OpenMatters(SchemeState state, HolderId holder)
    {
        if (state.Approvals.Waiting.Select(id => state.Approvals.Proposals[new ProposalId(id)])
            .Any(proposal => proposal.Holder == holder || Names(proposal, "holder", holder.Value)
                || proposal.Command is "run-allocation" or "allocate-stated"))
        {
            yield return new Text("有待批提案", "a proposal waits");
        }

        var own = Accounts.Of(state, holder).Select(account => account.Id).ToHashSet();
        if (state.Registry.PendingTransfers.Values.Any(one => own.Contains(one.Source.Account) || own.Contains(one.To)))
        {
            yield return new Text("有待生效过户", "a transfer waits");
        }

        if (own.Any(id => Trust.ListOf(state, id).Any(entry => !entry.IsActive) || Trust.AwaitedBy(state, id).Any()))
        {
            yield return new Text("有尚未生效的受信账户", "a trusted account does not count yet");
        }

        foreach (var one in state.Registry.Documents.Where(one =>
            one.Holder == holder && one.Status == DocumentStatus.Open))
        {
            yield return new Text($"资料要求 {one.Number} 未答复", $"request {one.Number} for documents is open");
        }

        foreach (var one in state.Compliance.Cases.Values.Where(one => one.Holder == holder && one.IsLive))
        {
            yield return new Text($"案件 {one.Id} 未结", $"case {one.Id} is open");
        }

        foreach (var one in state.Mrv.Objections.Where(one => one.Holder == holder && one.Upheld is null))
        {
            yield return new Text($"异议 {one.Number} 未答复", $"objection {one.Number} is not answered");
        }

        foreach (var review in state.Mrv.Reviews.Values.Where(one => one.Holder == holder && one.IsOpen))
        {
            yield return new Text($"{review.Year} 年方案正在审核", $"the plan of {review.Year} is in review");
        }

        foreach (var report in state.Mrv.Reports.Values.Where(one => one.Holder == holder
            && one.Status is not (ReportStatus.Accepted or ReportStatus.Returned)
            && state.Mrv.Of(holder, one.Year) is null))
        {
            yield return new Text($"{report.Year} 年报告尚未认定", $"the report of {report.Year} is on its way");
        }
    }

    /// <summary>True when a field of the proposal's command is this number.</summary>
    internal static bool Names(Proposal proposal, string field, long id) =>
        proposal.Data.TryGetProperty(field, out var value) && value.TryGetInt64(out var number) && number == id;

    /// <summary>Several reasons in one sentence.</summary>
    internal static Text Joined(IEnumerable<Text> reasons)
    {
        var all = reasons.ToList();
        return new Text(
            string.Join("；", all.Select(one => one.Zh)), string.Join("; ", all.Select(one => one.En)));
    }

    internal static void Note<T>(Dictionary<T, List<OwnerChange>> history, T what, OwnerChange change)
        where T : notnull
    {
        if (!history.TryGetValue(what, out var changes))
        {
            history.Add(what, changes = []);
        }

        changes.Add(change);
    }
}

/// <summary>Why the registry says no when a site or an account is to go to another holder.</summary>
public static class OwnershipRefusals
{
    /// <summary>Something about it is open.</summary>
    public static readonly RefusalCode Unfinished = RefusalCode.Passing(
        2231,
        "owner-change-unfinished",
        "{what} 尚不能转给主体 {to}：{reasons_zh}。请先办结。",
        "{what} cannot go to holder {to} yet: {reasons_en}. Settle that first.");

    /// <summary>It is theirs.</summary>
    public static readonly RefusalCode AlreadyTheirs = RefusalCode.Final(
        2232, "already-theirs", "{what} 已属于主体 {to}。", "{what} is holder {to}'s already.");

    /// <summary>Two sectors.</summary>
    public static readonly RefusalCode SectorsDiffer = RefusalCode.Final(
        2233,
        "sectors-differ",
        "两个主体的行业不同（{from}、{to}），设施不能转移；请先更正行业。",
        "The two holders are of different sectors ({from}, {to}); correct the sector first.");

    /// <summary>The holder has other sites.</summary>
    public static readonly RefusalCode UnitsStay = RefusalCode.Final(
        2234,
        "units-stay",
        "主体 {holder} 还有其他设施，持仓不随设施 {facility} 转移；请另行划转。",
        "Holder {holder} has other sites, so its units do not go with {facility}; transfer them on their own.");

    /// <summary>Not an account that changes hands.</summary>
    public static readonly RefusalCode NotMovable = RefusalCode.Final(
        2235,
        "account-not-movable",
        "账户 {account} 不能转给其他主体：只有可用、限制或停用的登记账户和交易账户可以。",
        "Account {account} cannot go to another holder: only registry and trading accounts that are active, "
            + "restricted or suspended can.");
}
