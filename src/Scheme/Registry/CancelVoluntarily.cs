using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>自愿注销: takes units out of use for good; the total of the market falls by as much.</summary>
public sealed record CancelVoluntarily(
    HolderId Holder, AccountId From, string Unit, CompliancePeriod Vintage, Tonnes Quantity, string Purpose)
    : Command, IForHolder, IForAccounts
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [From];
}

/// <summary>Units are cancelled.</summary>
public sealed record UnitsCancelled(HolderId Holder, Transaction Transaction, string Purpose) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Refusals in order: unknown holder; holder not active; unknown account, another holder's account; text missing
/// (purpose); unknown unit; those of the sender; those of the ledger.
/// </summary>
public static class VoluntaryCancellation
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CancelVoluntarily>("cancel-voluntarily", Permission.OfHolder(Role.RegistryOperator), Decide)
        .Event<UnitsCancelled>("units-cancelled", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CancelVoluntarily command)
    {
        const string type = TransactionTypes.VoluntaryCancel;
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if ((UnitAssets.CheckOwner(state, command.Holder, command.From)
            ?? Holders.Blank("purpose", command.Purpose)) is { } bad)
        {
            return bad;
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out refusal))
        {
            return refusal;
        }

        if (Accounts.CheckSender(state, command.From, type) is { } unusable)
        {
            return unusable;
        }

        var cancelled = new Place(state.Registry.System!.Cancelled);
        var draft = new Draft(asset, new Place(command.From), cancelled, command.Quantity.Value);
        return state.Ledger.Plan().Transact(type, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new UnitsCancelled(command.Holder, transaction, command.Purpose))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, UnitsCancelled happened)
    {
        state.Ledger.Post(happened.Transaction);
        Reversals.Note(state, context, happened.Transaction);
    }
}
