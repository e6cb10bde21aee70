using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// 承继: one holder takes the place of another that merged into it. Units, sites, obligations and entitlements go over,
/// the
/// predecessor's accounts close. Divisions are two steps: register the new holder, then transfer by a court or the
/// province.
/// </summary>
/// <param name="Predecessor">Ends.</param>
/// <param name="Successor">Goes on.</param>
/// <param name="Reference">The province's approval.</param>
public sealed record SucceedHolder(HolderId Predecessor, HolderId Successor, string Reference) : Command;

/// <summary>A holder took another's place.</summary>
public sealed record HolderSucceeded(
    HolderId Predecessor, HolderId Successor, string Reference, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// Refusals in order: own successor; unknown holder, holder not active (predecessor, successor); text missing
/// (reference); unknown transaction type; succession unfinished (a proposal waits, a transfer waits, a pledge given or
/// taken is not settled, units are frozen or otherwise kept, an application for an account is open, or what another
/// area names); successor lacks account; those of the ledger.
/// </summary>
public static class Succession
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<SucceedHolder>("succeed-holder", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<HolderSucceeded>("holder-succeeded", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SucceedHolder command)
    {
        if (command.Predecessor == command.Successor)
        {
            return RegistryRefusals.OwnSuccessor.With(("holder", command.Successor));
        }

        if (!Holders.Active(state, command.Predecessor).Try(out var predecessor, out var refusal)
            || !Holders.Active(state, command.Successor).Try(out var successor, out refusal))
        {
            return refusal;
        }

        if (Holders.Blank("reference", command.Reference) is { } blank)
        {
            return blank;
        }

        if (state.Rules.Transaction(TransactionTypes.Succession) is null)
        {
            return RegistryRefusals.UnknownTransactionType.With(("type", TransactionTypes.Succession));
        }

        if (Unfinished(state, predecessor, successor.Id) is { } what)
        {
            return RegistryRefusals.SuccessionUnfinished.With(
                ("holder", predecessor.Id), ("what_zh", what.Zh), ("what_en", what.En));
        }

        return Move(state, predecessor, successor).Try(out var transactions, out refusal)
            ? Decision.Of(new HolderSucceeded(predecessor.Id, successor.Id, command.Reference, transactions))
            : refusal;
    }

    private static Text? Unfinished(SchemeState state, Holder holder, HolderId successor)
    {
        if (state.Approvals.IsWaitingFor(holder.Id))
        {
            return new Text("有待批提案", "a proposal waits");
        }

        if (state.Registry.PendingTransfers.Values.Any(pending => pending.Holder == holder.Id))
        {
            return new Text("有待生效过户", "a transfer waits");
        }

        if (state.Pledges.Of(holder.Id).Any())
        {
            return new Text(
                "有未了结的质押（作为出质人或质权人）", "a pledge that it gave or took is not settled");
        }

        if (state.Cash.Debts.ContainsKey(holder.Id))
        {
            return new Text("对风险准备金有欠款", "it owes the risk reserve");
        }

        if (state.Supervision.Restrictions.ContainsKey(holder.Id))
        {
            return new Text("被限制交易", "its trading is restricted");
        }

        foreach (var account in Accounts.Of(state, holder.Id))
        {
            if (account.Status is AccountStatus.Applied or AccountStatus.Reviewed)
            {
                return new Text("有开户申请", "an application for an account is open");
            }

            if (account.Status == AccountStatus.Blocked)
            {
                return new Text("有账户因对账不符被锁定", "an account is blocked by a reconciliation");
            }

            if (state.Ledger.Positions(account.Id).Any(position => position.Compartment != Compartment.Free))
            {
                return new Text("有冻结或占用的持仓", "units are frozen or otherwise kept");
            }
        }

        return EmissionsInheritance.Unfinished(state, holder.Id, successor)
            ?? AllocationInheritance.Unfinished(state, holder.Id, successor)
            ?? ComplianceInheritance.Unfinished(state, holder.Id, successor);
    }

    /// <summary>The units of one holder go to the accounts of the same kinds of another.</summary>
    internal static Outcome<List<Transaction>> Move(SchemeState state, Holder predecessor, Holder successor)
    {
        var drafts = new List<Draft>();
        foreach (var account in Accounts.Of(state, predecessor.Id))
        {
            foreach (var position in state.Ledger.Positions(account.Id))
            {
                if (Counterpart(state, successor, account.Kind) is not { } to)
                {
                    return RegistryRefusals.SuccessorLacksAccount
                        .With(("holder", successor.Id), ("kind", account.Kind));
                }

                drafts.Add(new Draft(position.Asset, new Place(account.Id), new Place(to), position.Quantity));
            }
        }

        if (drafts.Count == 0)
        {
            return new List<Transaction>();
        }

        return state.Ledger.Plan().Transact(TransactionTypes.Succession, drafts.ToArray())
            .Try(out var transaction, out var refusal)
            ? new List<Transaction> { transaction }
            : refusal;
    }

    private static AccountId? Counterpart(SchemeState state, Holder successor, AccountKind kind)
    {
        var account = kind switch
        {
            AccountKind.Registry => successor.RegistryAccount,
            AccountKind.Trading => successor.TradingAccount ?? successor.RegistryAccount,
            _ => successor.CustodyAccount,
        };
        return account is { } id && Accounts.CheckReceiver(state, id, TransactionTypes.Succession) is null ? id : null;
    }

    private static void Apply(SchemeState state, in Context context, HolderSucceeded happened)
    {
        var (from, to) = (happened.Predecessor, happened.Successor);
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        foreach (var account in Accounts.Of(state, from).ToList())
        {
            state.Registry.Accounts[account.Id] = account with { Status = AccountStatus.Closed };
            Trust.Forget(state, account.Id);
            state.Registry.Sent.Remove(account.Id);
            state.Registry.Blocked.Remove(account.Id);
        }

        Holders.Change(state, from, holder => holder with
        {
            Status = HolderStatus.Succeeded,
            RegistryAccount = null,
            TradingAccount = null,
            CustodyAccount = null,
        });
        MoveSites(state, from, to, new OwnerChange(context.Time, from, to, happened.Reference));
        EmissionYears.Inherit(state, from, to);
        MoveCoverage(state, from, to);
        EmissionsInheritance.Apply(state, from, to);
        ComplianceInheritance.Apply(state, from, to);
        AllocationInheritance.Apply(state, from, to);
    }

    private static void MoveSites(SchemeState state, HolderId from, HolderId to, OwnerChange change)
    {
        foreach (var facility in state.Registry.Facilities.Values.Where(site => site.Holder == from).ToList())
        {
            state.Registry.Facilities[facility.Id] = facility with { Holder = to };
            Ownership.Note(state.Registry.FacilityOwners, facility.Id, change);
        }

        if (!state.Registry.UnitsOf.Remove(from, out var units))
        {
            return;
        }

        if (!state.Registry.UnitsOf.TryGetValue(to, out var own))
        {
            state.Registry.UnitsOf.Add(to, own = []);
        }

        foreach (var id in units)
        {
            state.Registry.Units[id] = state.Registry.Units[id] with { Holder = to };
            own.Add(id);
        }
    }

    /// <summary>The successor stands on every list that the predecessor stood on.</summary>
    private static void MoveCoverage(SchemeState state, HolderId from, HolderId to)
    {
        foreach (var list in state.Registry.Coverage.Values)
        {
            if (list.Remove(from))
            {
                list.Add(to);
            }
        }
    }
}
