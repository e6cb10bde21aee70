using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>Units reached the holder, or its custody.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Of which entitlement.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Transactions">One transaction, provincial account included.</param>
public sealed record AllocationDelivered(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes Quantity,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// Units given too much were taken back 多退. What was no longer there is missing: it stays due as arrears, is netted
/// out of the holder's other allocations and can be taken with <c>collect-arrears</c>.
/// </summary>
public sealed record AllocationTakenBack(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes Quantity,
    Tonnes Missing,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// The way of units between the scheme and a holder. Through a province: what lies free in the provincial account
/// (units that came back) goes first, the rest is minted into it, then all passes on; else it is minted to the holder.
/// Back: from the custody account, then from the registry account, to the province, or cancelled where there is none.
/// </summary>
internal static class Delivery
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Event<AllocationDelivered>("allocation-delivered", Apply)
        .Event<AllocationTakenBack>("allocation-taken-back", Apply);

    /// <summary>The ledger's code of what a period allocates.</summary>
    public static Asset AssetOf(SchemeState state, AllocationRule rule) => Asset.Unit(
        state.Rules.Unit(rule.Unit)?.AssetCode(rule.Vintage) ?? rule.Unit);

    /// <summary>
    /// Plans a delivery and adds its events: the custody account when it is not there yet, then the units. Refusals in
    /// order: unknown transaction type, no registry account, account not usable, no provincial account, the ledger's.
    /// </summary>
    public static Refusal? Deliver(
        SchemeState state,
        Planner plan,
        Holder holder,
        PeriodRules rules, string type,
        Tonnes quantity,
        List<Event> events)
    {
        if (!Receiver(state, plan, holder, rules.Allocation, type, events).Try(out var receiver, out var refusal))
        {
            return refusal;
        }

        var asset = AssetOf(state, rules.Allocation);
        var issuance = new Place(state.Registry.System!.Issuance);
        var to = new Place(receiver);
        Outcome<Transaction> planned;
        if (!rules.Allocation.ThroughProvince)
        {
            planned = plan.Transact(type, new Draft(asset, issuance, to, quantity.Value));
        }
        else if (state.Registry.Provinces.TryGetValue(holder.Province, out var id))
        {
            var province = new Place(id);
            var returned = Math.Min(plan.Balance(province, asset), quantity.Value);
            var pass = new Draft(asset, province, to, quantity.Value);
            planned = returned == quantity.Value
                ? plan.Transact(type, pass)
                : plan.Transact(type, new Draft(asset, issuance, province, quantity.Value - returned), pass);
        }
        else
        {
            return AllocationRefusals.NoProvincialAccount.With(("province", holder.Province));
        }

        if (planned.Try(out var transaction, out refusal))
        {
            events.Add(new AllocationDelivered(holder.Id, rules.Period, quantity, [transaction]));
        }

        return refusal;
    }

    /// <summary>
    /// Plans to take back up to a quantity of the units that are free. Refusals in order: unknown transaction type,
    /// no provincial account. An account that may not send keeps what it has.
    /// </summary>
    public static Outcome<AllocationTakenBack> TakeBack(
        SchemeState state, Planner plan, Holder holder, PeriodRules rules, Tonnes quantity)
    {
        const string type = TransactionTypes.AllocationAdjust;
        if (state.Rules.Transaction(type) is null)
        {
            return RegistryRefusals.UnknownTransactionType.With(("type", type));
        }

        var to = new Place(state.Registry.System!.Cancelled);
        if (rules.Allocation.ThroughProvince)
        {
            if (!state.Registry.Provinces.TryGetValue(holder.Province, out var province))
            {
                return AllocationRefusals.NoProvincialAccount.With(("province", holder.Province));
            }

            to = new Place(province);
        }

        var asset = AssetOf(state, rules.Allocation);
        var drafts = new List<Draft>(2);
        var left = quantity.Value;
        foreach (var account in new[] { holder.CustodyAccount, holder.RegistryAccount })
        {
            if (left == 0 || account is not { } id || Accounts.CheckSender(state, id, type) is not null)
            {
                continue;
            }

            var from = new Place(id);
            var part = Math.Min(plan.Balance(from, asset), left);
            if (part > 0)
            {
                drafts.Add(new Draft(asset, from, to, part));
                left -= part;
            }
        }

        if (drafts.Count == 0)
        {
            return new AllocationTakenBack(holder.Id, rules.Period, Tonnes.Zero, quantity, []);
        }

        return plan.Transact(type, drafts.ToArray()).Try(out var transaction, out var refusal)
            ? new AllocationTakenBack(
                holder.Id, rules.Period, quantity - new Tonnes(left), new Tonnes(left), [transaction])
            : refusal;
    }

    private static Outcome<AccountId> Receiver(
        SchemeState state, Planner plan, Holder holder, AllocationRule rule, string type, List<Event> events)
    {
        if (state.Rules.Transaction(type) is null)
        {
            return RegistryRefusals.UnknownTransactionType.With(("type", type));
        }

        var custody = holder.AtRisk && rule.CustodyForRisky;
        if (custody && holder.CustodyAccount is null)
        {
            events.Add(AccountOpening.Plan(
                state, plan.Opened.Count, AccountKind.Custody, AccountStatus.Active, holder.Id, holder.Province));
            return plan.Open(AccountKind.Custody);
        }

        if ((custody ? holder.CustodyAccount : holder.RegistryAccount) is not { } account)
        {
            return AllocationRefusals.NowhereToDeliver.With(("holder", holder.Id));
        }

        return Accounts.CheckReceiver(state, account, type) is { } refusal ? refusal : account;
    }

    private static void Apply(SchemeState state, in Context context, AllocationDelivered happened)
    {
        Post(state, happened.Transactions);
        state.Allocation.Change(happened.Holder, happened.Period, entitlement => entitlement with
        {
            Delivered = entitlement.Delivered + happened.Quantity,
        });
    }

    private static void Apply(SchemeState state, in Context context, AllocationTakenBack happened)
    {
        Post(state, happened.Transactions);
        state.Allocation.Change(happened.Holder, happened.Period, entitlement => entitlement with
        {
            Delivered = entitlement.Delivered - happened.Quantity,
        });
    }

    private static void Post(SchemeState state, IReadOnlyList<Transaction> transactions)
    {
        foreach (var transaction in transactions)
        {
            state.Ledger.Post(transaction);
        }
    }
}
