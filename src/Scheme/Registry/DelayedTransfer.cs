using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Takes a transfer back while it waits.</summary>
public sealed record CancelTransfer(HolderId Holder, TransactionId Transfer) : Command, IForHolder;

/// <summary>Units of a transfer are kept until its delay is over.</summary>
public sealed record TransferHeld(HolderId Holder, AccountId To, DateTimeOffset Until, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>The delay is over: the receiver has the units.</summary>
public sealed record TransferReleased(TransactionId Transfer, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>The sender has its units back; the refusal's name when the receiver could not take them any more.</summary>
public sealed record TransferReturned(TransactionId Transfer, string Reason, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// What happens to a transfer that waits. When the delay is over it executes, or goes back if sender or receiver are no
/// longer usable. Refusals of a cancellation, in order: unknown holder; holder not active; unknown pending transfer
/// (also
/// another holder's).
/// </summary>
public static class DelayedTransfers
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CancelTransfer>("cancel-transfer", Permission.OfHolder(Role.RegistryOperator, Role.Authority), Decide)
        .Event<TransferHeld>("transfer-held", Apply)
        .Event<TransferReleased>("transfer-released", Apply)
        .Event<TransferReturned>("transfer-returned", Apply)
        .WhenDue(DueKind.TransferRelease, Release);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CancelTransfer command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (!state.Registry.PendingTransfers.TryGetValue(command.Transfer, out var pending)
            || pending.Holder != command.Holder)
        {
            return RegistryRefusals.UnknownPendingTransfer.With(("transfer", command.Transfer));
        }

        return Decision.Of(new TransferReturned(pending.Id, "cancelled", Move(state, pending, pending.Source)));
    }

    private static Decision Release(SchemeState state, in Context context, Due due)
    {
        var pending = state.Registry.PendingTransfers[TransactionId.From(long.Parse(due.Subject))];
        var refusal = Accounts.CheckSender(state, pending.Source.Account, TransactionTypes.Transfer)
            ?? Accounts.CheckReceiver(state, pending.To, TransactionTypes.Transfer);
        return refusal is null
            ? Decision.Of(new TransferReleased(pending.Id, Move(state, pending, new Place(pending.To))))
            : Decision.Of(new TransferReturned(pending.Id, refusal.Code.Name, Move(state, pending, pending.Source)));
    }

    private static Transaction Move(SchemeState state, PendingTransfer pending, Place to)
    {
        var kept = pending.Source with { Compartment = Compartment.Frozen };
        var draft = new Draft(pending.Asset, kept, to, pending.Serials.Count, pending.Serials);
        return state.Ledger.Plan().Transact(TransactionTypes.Transfer, draft).Value;
    }

    private static void Apply(SchemeState state, in Context context, TransferHeld happened)
    {
        var move = happened.Transaction.Movements[0];
        var day = state.Rules.Calendar.Day(context.Time);
        var pending = new PendingTransfer(
            happened.Transaction.Id,
            happened.Holder,
            move.From,
            happened.To,
            move.Asset,
            move.Serials,
            happened.Until,
            day);
        Transfers.CountSent(state, move.From.Account, day, new Tonnes(move.Quantity));
        state.Ledger.Post(happened.Transaction);
        state.Registry.PendingTransfers.Add(pending.Id, pending);
        state.Agenda.Add(pending.Release);
    }

    private static void Apply(SchemeState state, in Context context, TransferReleased happened)
    {
        Forget(state, happened.Transfer);
        state.Ledger.Post(happened.Transaction);
        Reversals.Note(state, context, happened.Transaction);
    }

    private static void Apply(SchemeState state, in Context context, TransferReturned happened)
    {
        var pending = state.Registry.PendingTransfers[happened.Transfer];
        Transfers.CountSent(state, pending.Source.Account, pending.SentOn, new Tonnes(-pending.Serials.Count));
        Forget(state, happened.Transfer);
        state.Ledger.Post(happened.Transaction);
    }

    private static void Forget(SchemeState state, TransactionId id)
    {
        state.Registry.PendingTransfers.Remove(id, out var pending);
        state.Agenda.Remove(pending!.Release);
    }
}
