using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// Gives units to another holder; where the rulebook has a delay they wait, kept, until it is over. The event of a
/// transfer that waits says when it will execute.
/// </summary>
/// <param name="Holder">The sender.</param>
/// <param name="From">Its account.</param>
/// <param name="To">The receiver's account.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Serials">Exactly these serials; empty takes the lowest.</param>
public sealed record TransferUnits(
    HolderId Holder,
    AccountId From,
    AccountId To,
    string Unit,
    CompliancePeriod Vintage,
    Tonnes Quantity,
    SerialSet Serials = default) : Command, IForHolder, IForAccounts, IUnderAccountRules
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [From, To];

    bool IUnderAccountRules.NeedsSecondPerson(SchemeState state) =>
        Trust.RulesOf(state, From).SecondPerson || !Trust.IsTrusted(state, From, To);
}

/// <summary>Books a trade of the exchange: units only; the money is settled elsewhere.</summary>
/// <param name="From">The seller's trading account.</param>
/// <param name="To">The buyer's trading account.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Trade">The exchange's reference.</param>
public sealed record SettleTrade(
    AccountId From, AccountId To, string Unit, CompliancePeriod Vintage, Tonnes Quantity, string Trade) : Command;

/// <summary>Units changed hands.</summary>
public sealed record UnitsTransferred(Transaction Transaction, string Reference) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Refusals in order, of a transfer: unknown holder; holder not active; unknown account, another holder's account;
/// of a trade: text missing (trade); of both: unknown unit; those of the sender and of the receiver; same holder; of a
/// transfer: receiver not trusted; above the limit, above the daily limit; of both: those of the ledger.
/// </summary>
public static class Transfers
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<TransferUnits>("transfer-units", Permission.OfHolder(Role.RegistryOperator), Decide)
        .Command<SettleTrade>("settle-trade", Permission.Of(Role.ExchangeOperator, Role.RegistryOperator), Decide)
        .Event<UnitsTransferred>("units-transferred", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, TransferUnits command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (UnitAssets.CheckOwner(state, command.Holder, command.From) is { } notOwn)
        {
            return notOwn;
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out refusal))
        {
            return refusal;
        }

        return Book(state, state.Ledger.Plan(), command, asset, context.Time).Try(out var booked, out refusal)
            ? Decision.Of(booked)
            : refusal;
    }

    /// <summary>
    /// The event of a transfer, executed or waiting. Refusals in order: those of the sender and of the receiver; same
    /// holder; receiver not trusted; above the limit, above the daily limit; those of the ledger.
    /// </summary>
    internal static Outcome<Event> Book(
        SchemeState state, Planner plan, TransferUnits command, Asset asset, DateTimeOffset time)
    {
        const string type = TransactionTypes.Transfer;
        if ((CheckSides(state, command.From, command.To, type) ?? CheckReach(state, command, time)) is { } bad)
        {
            return bad;
        }

        var until = ExecutesAt(state, command, time);
        var waits = until > time;
        var to = waits ? new Place(command.From, Compartment.Frozen) : new Place(command.To);
        var draft = new Draft(asset, new Place(command.From), to, command.Quantity.Value, command.Serials);
        if (!plan.Transact(type, draft).Try(out var transaction, out var refusal))
        {
            return refusal;
        }

        return waits
            ? new TransferHeld(command.Holder, command.To, until, transaction)
            : new UnitsTransferred(transaction, "");
    }

    /// <summary>When a transfer that is accepted at a moment would execute; that moment without a wait.</summary>
    public static DateTimeOffset ExecutesAt(SchemeState state, TransferUnits command, DateTimeOffset time)
    {
        var rule = state.Rules.Transaction(TransactionTypes.Transfer)!;
        var trusted = rule.TrustedDelayHours is not null && Trust.IsTrusted(state, command.From, command.To);
        return state.Rules.Calendar.After(time, rule.Delay(trusted));
    }

    /// <summary>Adds to what an account sent on the day, where the rulebook limits it.</summary>
    internal static void CountSent(SchemeState state, AccountId account, DateOnly day, Tonnes quantity)
    {
        if (state.Rules.Transaction(TransactionTypes.Transfer)?.DailyLimit is null)
        {
            return;
        }

        var known = state.Registry.Sent.GetValueOrDefault(account);
        if (day >= known.Day)
        {
            var before = known.Day == day ? known.Quantity : Tonnes.Zero;
            state.Registry.Sent[account] = new SentOnDay(day, before + quantity);
        }
    }

    private static Refusal? CheckReach(SchemeState state, TransferUnits command, DateTimeOffset time)
    {
        var (accounts, rule) = (state.Registry.Accounts, state.Rules.Transaction(TransactionTypes.Transfer)!);
        if (!Trust.RulesOf(state, command.From).OutsideList && !Trust.IsTrusted(state, command.From, command.To))
        {
            return TrustRefusals.ReceiverNotTrusted.With(
                ("from", accounts[command.From].Number), ("to", accounts[command.To].Number));
        }

        if (rule.Limit is { } most && command.Quantity > most)
        {
            return TrustRefusals.AboveLimit.With(("limit", most), ("quantity", command.Quantity));
        }

        if (rule.DailyLimit is not { } limit)
        {
            return null;
        }

        var day = state.Rules.Calendar.Day(time);
        var known = state.Registry.Sent.GetValueOrDefault(command.From);
        var sent = known.Day == day ? known.Quantity : Tonnes.Zero;
        return command.Quantity > limit - sent
            ? TrustRefusals.AboveDailyLimit.With(
                ("account", accounts[command.From].Number),
                ("day", day.ToString("O")),
                ("sent", sent),
                ("quantity", command.Quantity),
                ("limit", limit))
            : null;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SettleTrade command)
    {
        const string type = TransactionTypes.TradeSettle;
        if (Holders.Blank("trade", command.Trade) is { } blank)
        {
            return blank;
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out var refusal))
        {
            return refusal;
        }

        if (CheckSides(state, command.From, command.To, type) is { } bad)
        {
            return bad;
        }

        var draft = new Draft(asset, new Place(command.From), new Place(command.To), command.Quantity.Value);
        return state.Ledger.Plan().Transact(type, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new UnitsTransferred(transaction, command.Trade))
            : refusal;
    }

    private static Refusal? CheckSides(SchemeState state, AccountId from, AccountId to, string type)
    {
        if ((Accounts.CheckSender(state, from, type) ?? Accounts.CheckReceiver(state, to, type)) is { } bad)
        {
            return bad;
        }

        var holder = state.Registry.Accounts[from].Holder;
        return state.Registry.Accounts[to].Holder == holder
            ? RegistryRefusals.SameHolder.With(("holder", holder))
            : null;
    }

    private static void Apply(SchemeState state, in Context context, UnitsTransferred happened)
    {
        state.Ledger.Post(happened.Transaction);
        Reversals.Note(state, context, happened.Transaction);
        if (happened.Transaction.Type == TransactionTypes.Transfer)
        {
            var move = happened.Transaction.Movements[0];
            CountSent(state, move.From.Account, state.Rules.Calendar.Day(context.Time), new Tonnes(move.Quantity));
        }
    }
}
