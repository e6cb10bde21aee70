using Tanheng.Market.Surveillance;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>申报关联关系: two holders belong together.</summary>
/// <param name="Holder">Who; of control: who controls.</param>
/// <param name="Other">With whom; of control: whom it controls.</param>
/// <param name="Kind">How.</param>
/// <param name="Basis">How that is known.</param>
public sealed record DeclareRelation(HolderId Holder, HolderId Other, RelationKind Kind, string Basis)
    : Command, IForHolder;

/// <summary>解除关联关系: two holders no longer belong together.</summary>
public sealed record EndRelation(HolderId Holder, HolderId Other, string Reason) : Command;

/// <summary>Two holders are known to belong together.</summary>
public sealed record RelationDeclared(HolderId Holder, HolderId Other, RelationKind Kind, string Basis) : Event;

/// <summary>They no longer do.</summary>
public sealed record RelationEnded(HolderId Holder, HolderId Other, string Reason) : Event;

/// <summary>
/// Related holders are looked at together. A holder declares its own relations; only officials end one. Refusals in
/// order, to declare: no exchange, exchange not opened; unknown holder (either), holder not active; related to itself;
/// text missing (basis); related already. To end: no exchange, exchange not opened; text missing (reason); not related.
/// </summary>
public static class Relations
{
    internal static void Register(Catalogue catalogue)
    {
        Role[] officials = [Role.ExchangeOperator, Role.Authority, Role.RegistryOperator];
        catalogue
            .Command<DeclareRelation>("declare-relation", Permission.OfHolder(officials), Decide)
            .Command<EndRelation>("end-relation", Permission.Of(officials), Decide)
            .Event<RelationDeclared>("relation-declared", Apply)
            .Event<RelationEnded>("relation-ended", Apply);
    }

    /// <summary>The relations of a holder, in the order they became known.</summary>
    public static IEnumerable<Relation> Of(SchemeState state, HolderId holder) =>
        state.Supervision.Relations.Where(one => one.Holder == holder || one.Other == holder);

    /// <summary>Everybody under the same control as a holder, itself included.</summary>
    public static IEnumerable<HolderId> GroupOf(SchemeState state, HolderId holder) =>
        state.Supervision.Kinship.GroupOf(holder.Value).Select(one => new HolderId(one));

    private static Relation? Between(SchemeState state, HolderId one, HolderId other) =>
        state.Supervision.Relations.Find(found => (found.Holder == one && found.Other == other)
            || (found.Holder == other && found.Other == one));

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DeclareRelation command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal)
            || Holders.Active(state, command.Holder).IsRefused(out refusal)
            || Holders.Active(state, command.Other).IsRefused(out refusal))
        {
            return refusal;
        }

        if (command.Holder == command.Other)
        {
            return SupervisionRefusals.RelatedToItself.With(("holder", command.Holder));
        }

        if (Holders.Blank("basis", command.Basis) is { } blank)
        {
            return blank;
        }

        return Between(state, command.Holder, command.Other) is { } before
            ? SupervisionRefusals.RelatedAlready.With(
                ("holder", command.Holder), ("other", command.Other), ("kind", before.Kind))
            : Decision.Of(new RelationDeclared(command.Holder, command.Other, command.Kind, command.Basis));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, EndRelation command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        return Between(state, command.Holder, command.Other) is { } found
            ? Decision.Of(new RelationEnded(found.Holder, found.Other, command.Reason))
            : SupervisionRefusals.NotRelated.With(("holder", command.Holder), ("other", command.Other));
    }

    private static void Apply(SchemeState state, in Context context, RelationDeclared happened)
    {
        state.Supervision.Relations.Add(new Relation(
            happened.Holder, happened.Other, happened.Kind, happened.Basis, context.Time));
        Group(state);
    }

    private static void Apply(SchemeState state, in Context context, RelationEnded happened)
    {
        state.Supervision.Relations.Remove(Between(state, happened.Holder, happened.Other)!);
        Group(state);
    }

    private static void Group(SchemeState state) => state.Supervision.Kinship = new Kinship(
        state.Supervision.Relations.Select(one => (
            one.Holder.Value,
            one.Other.Value,
            one.Kind is RelationKind.Control or RelationKind.SameControl)));
}
