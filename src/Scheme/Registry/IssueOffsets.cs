using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Enters offsets of a project into a holder's account; new serials are minted.</summary>
/// <param name="To">The account.</param>
/// <param name="Unit">An offset family of the rulebook.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Project">The project, or the record of the other registry.</param>
public sealed record IssueOffsets(AccountId To, string Unit, CompliancePeriod Vintage, Tonnes Quantity, string Project)
    : Command;

/// <summary>Offsets exist.</summary>
public sealed record OffsetsIssued(Transaction Transaction, string Project) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>
/// Refusals in order: text missing (project); unknown unit; not an offset; those of the receiver; those of the ledger.
/// </summary>
public static class OffsetIssuance
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<IssueOffsets>("issue-offsets", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<OffsetsIssued>("offsets-issued", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, IssueOffsets command)
    {
        if (Holders.Blank("project", command.Project) is { } blank)
        {
            return blank;
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out var refusal))
        {
            return refusal;
        }

        if (state.Rules.Unit(command.Unit)!.Kind != UnitKind.Offset)
        {
            return RegistryRefusals.NotAnOffset.With(("unit", command.Unit));
        }

        if (Accounts.CheckReceiver(state, command.To, TransactionTypes.OffsetIssue) is { } unusable)
        {
            return unusable;
        }

        var draft = new Draft(
            asset, new Place(state.Registry.System!.Issuance), new Place(command.To), command.Quantity.Value);
        return state.Ledger.Plan().Transact(TransactionTypes.OffsetIssue, draft).Try(out var transaction, out refusal)
            ? Decision.Of(new OffsetsIssued(transaction, command.Project))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, OffsetsIssued happened) =>
        state.Ledger.Post(happened.Transaction);
}
