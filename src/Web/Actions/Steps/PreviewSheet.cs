using System.Collections.Immutable;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.People;
using Place = Tanheng.Ledger.Place;

namespace Tanheng.Web.Actions.Steps;

/// <summary>A movement in words.</summary>
/// <param name="Quantity">With unit and asset.</param>
/// <param name="From">Where it leaves.</param>
/// <param name="To">Where it arrives.</param>
/// <param name="Type">The transaction type's title.</param>
/// <param name="Serials">Which serials; none for money.</param>
public sealed record MovementLine(Text Quantity, Text From, Text To, Text Type, SerialSet Serials);

/// <summary>What a place has of an asset, before and after.</summary>
public sealed record BalanceLine(Text Place, Asset Asset, long Before, long After);

/// <summary>Who has to approve.</summary>
/// <param name="Approvers">Roles that may.</param>
/// <param name="People">People who may now, as far as the reader may know them.</param>
/// <param name="Days">Days after which it lapses.</param>
public sealed record SecondPerson(
    IReadOnlyList<Role> Approvers, IReadOnlyList<UserId> People, int Days);

/// <summary>What a command would bring about, or brought about, in words.</summary>
/// <param name="Sentences">One for each event, at most <see cref="Most"/>.</param>
/// <param name="MoreEvents">Events beyond those.</param>
/// <param name="Movements">Movements, at most <see cref="Most"/>.</param>
/// <param name="MoreMovements">Movements beyond those.</param>
/// <param name="Balances">Of places whose holder the reader may see; empty when it has happened already.</param>
/// <param name="Second">Who has to approve; null when it takes effect at once.</param>
/// <param name="MovesValue">True when units or money move.</param>
public sealed record PreviewSheet(
    IReadOnlyList<Text> Sentences,
    int MoreEvents,
    IReadOnlyList<MovementLine> Movements,
    int MoreMovements,
    IReadOnlyList<BalanceLine> Balances,
    SecondPerson? Second,
    bool MovesValue)
{
    /// <summary>So many sentences and movements are shown.</summary>
    public const int Most = 60;

    /// <summary>
    /// The sheet of events for a reader; <paramref name="ahead"/> is true while they have not happened.
    /// </summary>
    public static PreviewSheet Of(SchemeState state, Mandate reader, ImmutableArray<Event> events, bool ahead)
    {
        var naming = new Naming(state, events);
        var transactions = events.OfType<IMovesUnits>().SelectMany(one => one.Transactions).ToList();
        var moves = transactions
            .SelectMany(transaction => transaction.Movements.Select(move => (transaction.Type, Move: move))).ToList();
        return new PreviewSheet(
            [.. events.Take(Most).Select(happened => EventWords.Of(naming, happened))],
            Math.Max(0, events.Length - Most),
            [.. moves.Take(Most).Select(one => new MovementLine(
                Naming.Quantity(one.Move.Asset, one.Move.Quantity),
                Trimmed(naming.Place(one.Move.From)),
                Trimmed(naming.Place(one.Move.To)),
                naming.Type(one.Type),
                one.Move.Serials))],
            Math.Max(0, moves.Count - Most),
            ahead ? BalancesOf(state, reader, naming, [.. moves.Select(one => one.Move)]) : [],
            null,
            moves.Count > 0);
    }

    /// <summary>Who has to approve a command of a person; null when nobody has to.</summary>
    public static SecondPerson? SecondOf(SchemeState state, Mandate reader, UserId initiator, Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        if (Access.ApprovalOf(state, initiator, entry, command) is not { } rule)
        {
            return null;
        }

        var people = new List<UserId>();
        if (rule.Approvers.Contains(Role.Representative) && command is IForHolder { Holder: var id }
            && state.Registry.Find(id) is { } holder && reader.MayRead(id))
        {
            people.AddRange(holder.Representatives.Select(one => one.User)
                .Where(user => entry.Permission.IsApprovedWith(Holders.RightsOf(holder, user))));
        }

        if (reader.Offices.Length > 0)
        {
            people.AddRange(state.Registry.Officials
                .Where(official => official.Value.Exists(rule.Approvers.Contains)).Select(official => official.Key));
        }

        return new SecondPerson(
            rule.Approvers, [.. people.Where(user => user != initiator).Distinct()], rule.ExpiresAfterDays);
    }

    private static List<BalanceLine> BalancesOf(
        SchemeState state, Mandate reader, Naming naming, IReadOnlyList<Movement> moves)
    {
        var changes = new Dictionary<(Place Place, Asset Asset), long>();
        foreach (var move in moves)
        {
            changes[(move.From, move.Asset)] = changes.GetValueOrDefault((move.From, move.Asset)) - move.Quantity;
            changes[(move.To, move.Asset)] = changes.GetValueOrDefault((move.To, move.Asset)) + move.Quantity;
        }

        var lines = new List<BalanceLine>();
        foreach (var ((place, asset), change) in changes.Take(Most))
        {
            if (naming.Find(place.Account) is { } account && IsFor(reader, account))
            {
                var before = state.Ledger.Has(place.Account) ? state.Ledger.Balance(place, asset) : 0;
                lines.Add(new BalanceLine(Trimmed(naming.Place(place)), asset, before, before + change));
            }
        }

        return lines;
    }

    private static bool IsFor(Mandate reader, Account account) => !account.Kind.IsSystem()
        && (account.Holder is { } holder ? reader.MayRead(holder) : reader.ReadsEverything);

    private static Text Trimmed(Text text) => new(text.Zh.Trim(), text.En);
}
