using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// 质押确认: the pledgee agrees, and the pledge is registered. Where the rulebook puts it under four eyes with the
/// registry as the second, the registry registers or refuses.
/// </summary>
public sealed record ConfirmPledge(HolderId Holder, PledgeId Pledge) : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => ["confirm-pledge " + Pledge];
}

/// <summary>质押登记: units are kept for the pledgee.</summary>
public sealed record PledgeRegistered(
    PledgeId Pledge, HolderId Pledgor, HolderId Pledgee, Transaction Transaction) : Event, IMovesUnits, IOfPledge
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Everything that the application was checked for is checked again, at the prices of now. Refusals in order: unknown
/// pledge; pledge in force; not the pledgee; holder not active (pledgor, pledgee); another holder's account; those of
/// <see cref="Pledges.Check"/>.
/// </summary>
public static class PledgeConfirmation
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ConfirmPledge>("confirm-pledge", Permission.OfHolder(), Decide)
        .Event<PledgeRegistered>("pledge-registered", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ConfirmPledge command)
    {
        if (!Pledges.Waiting(state, command.Pledge).Try(out var pledge, out var refusal))
        {
            return refusal;
        }

        if (Pledges.CheckPledgee(pledge, command.Holder) is { } stranger)
        {
            return stranger;
        }

        if (Holders.Active(state, pledge.Pledgor).IsRefused(out refusal)
            || Holders.Active(state, pledge.Pledgee).IsRefused(out refusal))
        {
            return refusal;
        }

        if (UnitAssets.CheckOwner(state, pledge.Pledgor, pledge.Account) is { } notOwn)
        {
            return notOwn;
        }

        return Pledges.Check(state, pledge, context.Time).Try(out var transaction, out refusal)
            ? Decision.Of(new PledgeRegistered(pledge.Id, pledge.Pledgor, pledge.Pledgee, transaction))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, PledgeRegistered happened)
    {
        state.Ledger.Post(happened.Transaction);
        var pledge = state.Pledges.Pledges[happened.Pledge];
        state.Pledges.Pledges[pledge.Id] = pledge with
        {
            Status = PledgeStatus.Registered,
            Serials = happened.Transaction.Movements[0].Serials,
            At = context.Time,
        };
    }
}
