using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>质押解除: the pledgee gives all or a part of the units back to the pledgor's disposal.</summary>
/// <param name="Holder">The pledgee.</param>
/// <param name="Pledge">Which pledge.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="Reference">The paper: a receipt, an agreement.</param>
/// <param name="ClaimLeft">What the rest secures from now on; null leaves the claim as it is.</param>
public sealed record ReleasePledge(
    HolderId Holder, PledgeId Pledge, Tonnes Quantity, string Reference, Money? ClaimLeft = null)
    : Command, IForHolder;

/// <summary>
/// 质权实现: the registry delivers pledged units to the pledgee, or to whoever buys them, because the debt was not paid.
/// </summary>
/// <param name="Pledge">Which pledge.</param>
/// <param name="To">The account that gets them; of anybody but the pledgor.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="Reference">What the registry decides on: the parties' agreement, a court's paper.</param>
/// <param name="ClaimLeft">What the rest secures from now on; null leaves the claim as it is.</param>
public sealed record RealisePledge(
    PledgeId Pledge, AccountId To, Tonnes Quantity, string Reference, Money? ClaimLeft = null)
    : Command, IForAccounts
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [To];
}

/// <summary>Units are at the pledgor's disposal again.</summary>
public sealed record PledgeReleased(
    PledgeId Pledge,
    HolderId Pledgor,
    HolderId Pledgee,
    string Reference,
    Money? ClaimLeft,
    Transaction Transaction) : Event, IMovesUnits, IOfPledge
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>Pledged units have become somebody else's.</summary>
public sealed record PledgeRealised(
    PledgeId Pledge,
    HolderId Pledgor,
    HolderId Pledgee,
    string Reference,
    Money? ClaimLeft,
    Transaction Transaction) : Event, IMovesUnits, IOfPledge
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Both work whatever the status of the pledgor's account, and under a rulebook that permits no new pledges. Refusals
/// in order: text missing (reference); unknown pledge; pledge not registered; of a release: not the pledgee; of a
/// realisation: those of kinds and of the receiver, same holder; of both: beyond the pledge; claim not lower; those of
/// the ledger.
/// </summary>
public static class PledgeRelease
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReleasePledge>(
            "release-pledge", Permission.OfHolder(Role.RegistryOperator, Role.Authority), Decide)
        .Command<RealisePledge>("realise-pledge", Permission.Of(Role.RegistryOperator, Role.Authority), Decide)
        .Event<PledgeReleased>("pledge-released", Apply)
        .Event<PledgeRealised>("pledge-realised", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReleasePledge command)
    {
        if (Holders.Blank("reference", command.Reference) is { } blank)
        {
            return blank;
        }

        if (!Pledges.InForce(state, command.Pledge).Try(out var pledge, out var refusal))
        {
            return refusal;
        }

        if (Pledges.CheckPledgee(pledge, command.Holder) is { } stranger)
        {
            return stranger;
        }

        return Pledges.Take(pledge, command.Quantity, command.ClaimLeft, new Place(pledge.Account))
                .Try(out var draft, out refusal)
            && state.Ledger.Plan().Transact(TransactionTypes.Pledge, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new PledgeReleased(
                pledge.Id, pledge.Pledgor, pledge.Pledgee, command.Reference, command.ClaimLeft, transaction))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RealisePledge command)
    {
        const string type = TransactionTypes.PledgeRealise;
        if (Holders.Blank("reference", command.Reference) is { } blank)
        {
            return blank;
        }

        if (!Pledges.InForce(state, command.Pledge).Try(out var pledge, out var refusal))
        {
            return refusal;
        }

        if ((Accounts.CheckKinds(state, pledge.Account, pledge.Account, type)
            ?? Accounts.CheckReceiver(state, command.To, type)) is { } bad)
        {
            return bad;
        }

        if (state.Registry.Accounts[command.To].Holder == pledge.Pledgor)
        {
            return RegistryRefusals.SameHolder.With(("holder", pledge.Pledgor));
        }

        return Pledges.Take(pledge, command.Quantity, command.ClaimLeft, new Place(command.To))
                .Try(out var draft, out refusal)
            && state.Ledger.Plan().Transact(type, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new PledgeRealised(
                pledge.Id, pledge.Pledgor, pledge.Pledgee, command.Reference, command.ClaimLeft, transaction))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, PledgeReleased happened)
    {
        state.Ledger.Post(happened.Transaction);
        Pledges.Reduce(state, happened.Pledge, happened.Transaction.Movements[0].Serials, happened.ClaimLeft);
    }

    private static void Apply(SchemeState state, in Context context, PledgeRealised happened)
    {
        state.Ledger.Post(happened.Transaction);
        Pledges.Reduce(state, happened.Pledge, happened.Transaction.Movements[0].Serials, happened.ClaimLeft);
    }
}
