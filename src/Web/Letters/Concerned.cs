using System.Collections.Concurrent;
using System.Reflection;
using Tanheng.Ledger;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Letters;

/// <summary>
/// Whose business an event is: of the holder or the account that it says it is about, else of whoever owns what it
/// names or moves, if that is one holder alone. What concerns several is told to them only where each is a party to the
/// same matter; everything else of that kind, such as a trading day that opens, would tell each of the others.
/// </summary>
internal static class Concerned
{
    /// <summary>Matters between holders, who know of each other.</summary>
    private static readonly HashSet<Type> Between =
    [
        typeof(UnitsTransferred), typeof(TransferReleased), typeof(AccountTransferred),
        typeof(FacilityTransferred), typeof(HolderSucceeded), typeof(CorrectionProposed),
    ];

    /// <summary>What officials note, and what a trader sees on the trading desk a thousand times a day.</summary>
    private static readonly HashSet<Type> Untold =
    [
        typeof(NoteAdded), typeof(NoteRemoved), typeof(OrderPlaced), typeof(OrderReduced), typeof(OrderCancelled),
        typeof(TradeMade), typeof(StatementImported), typeof(SettlementDayClosed), typeof(CashReconciled),
        typeof(InquiryOpened), typeof(RelationEnded), typeof(RelationDeclared),
    ];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Named = new();

    /// <summary>The holders, each once, in the order of their ids.</summary>
    public static IReadOnlyList<HolderId> Holders(SchemeState state, Event happened)
    {
        if (Untold.Contains(happened.GetType()))
        {
            return [];
        }

        if (happened is IOfPledge pledge)
        {
            return [.. new[] { pledge.Pledgor, pledge.Pledgee }.OrderBy(party => party.Value)];
        }

        var found = new SortedSet<long>();
        var named = Named.GetOrAdd(happened.GetType(), PropertiesOf);
        var subject = Array.Find(named, property => property.Name == "Holder" && IsHolder(property))
            ?? Array.Find(named, property => property.Name == "Account");
        foreach (var property in subject is null || Between.Contains(happened.GetType()) ? named : [subject])
        {
            Add(state, found, property.GetValue(happened));
        }

        if (subject is null && happened is IMovesUnits moves)
        {
            foreach (var move in moves.Transactions.SelectMany(transaction => transaction.Movements))
            {
                Add(state, found, move.From.Account);
                Add(state, found, move.To.Account);
            }
        }

        return found.Count == 1 || Between.Contains(happened.GetType())
            ? [.. found.Select(id => new HolderId(id))]
            : [];
    }

    private static PropertyInfo[] PropertiesOf(Type type) =>
        [.. type.GetProperties().Where(property => IsHolder(property) || Of(property) == typeof(AccountId))];

    private static bool IsHolder(PropertyInfo property) => Of(property) == typeof(HolderId);

    private static Type Of(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static void Add(SchemeState state, SortedSet<long> found, object? named)
    {
        if (named is HolderId holder)
        {
            found.Add(holder.Value);
        }
        else if (named is AccountId account && state.Registry.Accounts.TryGetValue(account, out var known)
            && known.Holder is { } owner)
        {
            found.Add(owner.Value);
        }
    }
}
