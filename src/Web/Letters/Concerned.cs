using System.Collections.Concurrent;
using System.Reflection;
using Tanheng.Ledger;
using Tanheng.Scheme;

namespace Tanheng.Web.Letters;

/// <summary>
/// Whose business an event is: the holders that it names, and those of the accounts that it names or moves.
/// </summary>
internal static class Concerned
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Named = new();

    /// <summary>The holders, each once, in the order of their ids.</summary>
    public static IReadOnlyList<HolderId> Holders(SchemeState state, Event happened)
    {
        var found = new SortedSet<long>();
        foreach (var property in Named.GetOrAdd(happened.GetType(), PropertiesOf))
        {
            Add(state, found, property.GetValue(happened));
        }

        if (happened is IMovesUnits moves)
        {
            foreach (var move in moves.Transactions.SelectMany(transaction => transaction.Movements))
            {
                Add(state, found, move.From.Account);
                Add(state, found, move.To.Account);
            }
        }

        return [.. found.Select(id => new HolderId(id))];
    }

    private static PropertyInfo[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0
            && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var kind
            && (kind == typeof(HolderId) || kind == typeof(AccountId))),
    ];

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
