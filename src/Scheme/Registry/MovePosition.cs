using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>登记持仓 ↔ 交易持仓: moves units between two accounts of one holder.</summary>
public sealed record MovePosition(
    HolderId Holder, AccountId From, AccountId To, string Unit, CompliancePeriod Vintage, Tonnes Quantity)
    : Command, IForHolder, IForAccounts
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [From, To];
}

/// <summary>Units changed their account, not their owner.</summary>
public sealed record PositionMoved(HolderId Holder, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Refusals in order: unknown holder; holder not active; unknown account, another holder's account (sender, receiver);
/// unknown unit; those of the sender and of the receiver; those of the ledger.
/// </summary>
public static class PositionMoves
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<MovePosition>("move-position", Permission.OfHolder(Role.RegistryOperator), Decide)
        .Event<PositionMoved>("position-moved", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, MovePosition command)
    {
        const string type = TransactionTypes.PositionMove;
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if ((UnitAssets.CheckOwner(state, command.Holder, command.From)
            ?? UnitAssets.CheckOwner(state, command.Holder, command.To)) is { } notOwn)
        {
            return notOwn;
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out refusal))
        {
            return refusal;
        }

        if ((Accounts.CheckSender(state, command.From, type)
            ?? Accounts.CheckReceiver(state, command.To, type)) is { } bad)
        {
            return bad;
        }

        var draft = new Draft(asset, new Place(command.From), new Place(command.To), command.Quantity.Value);
        return state.Ledger.Plan().Transact(type, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new PositionMoved(command.Holder, transaction))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, PositionMoved happened)
    {
        state.Ledger.Post(happened.Transaction);
        Reversals.Note(state, context, happened.Transaction);
    }
}
