using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>司法冻结: keeps units of an account for a court or an authority.</summary>
public sealed record FreezeUnits(
    AccountId Account, string Unit, CompliancePeriod Vintage, Tonnes Quantity, string Reference) : Command;

/// <summary>Gives frozen units back to their holder's disposal.</summary>
public sealed record ReleaseUnits(FreezeId Freeze, Tonnes Quantity, string Reference) : Command;

/// <summary>
/// 司法扣划: moves units by a court's order, whatever the accounts' status, from the holder's disposal or out of a freeze.
/// </summary>
/// <param name="From">The account that loses them.</param>
/// <param name="To">The account that the order names.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Reference">The court's paper.</param>
/// <param name="Freeze">The freeze that keeps them; null takes free units.</param>
public sealed record TransferJudicially(
    AccountId From,
    AccountId To,
    string Unit,
    CompliancePeriod Vintage,
    Tonnes Quantity,
    string Reference,
    FreezeId? Freeze = null) : Command;

/// <summary>Units are kept.</summary>
public sealed record UnitsFrozen(FreezeId Freeze, string Reference, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>Units are no longer kept.</summary>
public sealed record UnitsReleased(FreezeId Freeze, string Reference, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>A court's order is carried out.</summary>
public sealed record JudiciallyTransferred(FreezeId? Freeze, string Reference, Transaction Transaction)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Orders of courts and authorities. Refusals in order: text missing (reference); unknown freeze; unknown unit; unknown
/// account, transaction type or kind of account; beyond the freeze; those of the ledger.
/// </summary>
public static class Freezes
{
    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.Authority, Role.RegistryOperator);
        catalogue
            .Command<FreezeUnits>("freeze-units", officials, Decide)
            .Command<ReleaseUnits>("release-units", officials, Decide)
            .Command<TransferJudicially>("transfer-judicially", officials, Decide)
            .Event<UnitsFrozen>("units-frozen", Apply)
            .Event<UnitsReleased>("units-released", Apply)
            .Event<JudiciallyTransferred>("judicially-transferred", Apply);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, FreezeUnits command)
    {
        const string type = TransactionTypes.JudicialFreeze;
        if (Holders.Blank("reference", command.Reference) is { } blank)
        {
            return blank;
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out var refusal))
        {
            return refusal;
        }

        if (Accounts.CheckKinds(state, command.Account, command.Account, type) is { } bad)
        {
            return bad;
        }

        var from = new Place(command.Account);
        var draft = new Draft(asset, from, new Place(command.Account, Compartment.Frozen), command.Quantity.Value);
        return state.Ledger.Plan().Transact(type, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new UnitsFrozen(state.Registry.NextFreeze, command.Reference, transaction))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReleaseUnits command)
    {
        if (Holders.Blank("reference", command.Reference) is { } blank)
        {
            return blank;
        }

        if (!Take(state, command.Freeze, command.Quantity).Try(out var taken, out var refusal))
        {
            return refusal;
        }

        var to = taken.From with { Compartment = Compartment.Free };
        return state.Ledger.Plan().Transact(TransactionTypes.JudicialFreeze, taken with { To = to })
            .Try(out var transaction, out refusal)
            ? Decision.Of(new UnitsReleased(command.Freeze, command.Reference, transaction))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, TransferJudicially command)
    {
        const string type = TransactionTypes.JudicialTransfer;
        if (Holders.Blank("reference", command.Reference) is { } blank)
        {
            return blank;
        }

        if (command.Freeze is { } id && !Keeps(state, id, command.From))
        {
            return RegistryRefusals.UnknownFreeze.With(("freeze", id));
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out var refusal))
        {
            return refusal;
        }

        if (Accounts.CheckKinds(state, command.From, command.To, type) is { } bad)
        {
            return bad;
        }

        var draft = new Draft(asset, new Place(command.From), new Place(command.To), command.Quantity.Value);
        if (command.Freeze is { } freeze)
        {
            if (state.Registry.Freezes[freeze].Asset != asset)
            {
                return RegistryRefusals.UnknownFreeze.With(("freeze", freeze));
            }

            if (!Take(state, freeze, command.Quantity).Try(out var taken, out refusal))
            {
                return refusal;
            }

            draft = taken with { To = draft.To };
        }

        return state.Ledger.Plan().Transact(type, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new JudiciallyTransferred(command.Freeze, command.Reference, transaction))
            : refusal;
    }

    private static bool Keeps(SchemeState state, FreezeId id, AccountId account) =>
        state.Registry.Freezes.TryGetValue(id, out var freeze) && freeze.Account == account;

    /// <summary>The lowest serials of a freeze as a draft without a destination.</summary>
    private static Outcome<Draft> Take(SchemeState state, FreezeId id, Tonnes quantity)
    {
        if (!state.Registry.Freezes.TryGetValue(id, out var freeze))
        {
            return RegistryRefusals.UnknownFreeze.With(("freeze", id));
        }

        if (quantity.Value > freeze.Serials.Count)
        {
            return RegistryRefusals.BeyondFreeze.With(
                ("freeze", id), ("left", new Tonnes(freeze.Serials.Count)), ("quantity", quantity));
        }

        var from = new Place(freeze.Account, Compartment.Frozen);
        var serials = quantity > Tonnes.Zero ? UnitAssets.Lowest(freeze.Serials, quantity.Value) : default;
        return new Draft(freeze.Asset, from, from, quantity.Value, serials);
    }

    private static void Apply(SchemeState state, in Context context, UnitsFrozen happened)
    {
        var move = happened.Transaction.Movements[0];
        state.Ledger.Post(happened.Transaction);
        state.Registry.NextFreeze = new FreezeId(happened.Freeze.Value + 1);
        state.Registry.Freezes.Add(happened.Freeze, new Freeze(
            happened.Freeze, move.From.Account, move.Asset, move.Serials, happened.Reference, context.Time));
    }

    private static void Apply(SchemeState state, in Context context, UnitsReleased happened)
    {
        state.Ledger.Post(happened.Transaction);
        Reduce(state, happened.Freeze, happened.Transaction.Movements[0].Serials);
    }

    private static void Apply(SchemeState state, in Context context, JudiciallyTransferred happened)
    {
        state.Ledger.Post(happened.Transaction);
        if (happened.Freeze is { } freeze)
        {
            Reduce(state, freeze, happened.Transaction.Movements[0].Serials);
        }
        else
        {
            Reversals.Note(state, context, happened.Transaction);
        }
    }

    private static void Reduce(SchemeState state, FreezeId id, SerialSet taken)
    {
        var freeze = state.Registry.Freezes[id];
        var left = UnitAssets.Without(freeze.Serials, taken);
        if (left.IsEmpty)
        {
            state.Registry.Freezes.Remove(id);
        }
        else
        {
            state.Registry.Freezes[id] = freeze with { Serials = left };
        }
    }
}
