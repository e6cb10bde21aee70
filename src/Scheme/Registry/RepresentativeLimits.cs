using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>How many people act for a holder, and whether they can keep four eyes among themselves.</summary>
public static class RepresentativeLimits
{
    /// <summary>
    /// Fewest and most persons for a holder with its open accounts and some more kinds of them; the strictest holds.
    /// </summary>
    public static (int Least, int? Most) Of(SchemeState state, HolderId holder, params IEnumerable<AccountKind> more)
    {
        var rule = state.Rules.Registry;
        var (least, most) = (rule.LeastRepresentatives, rule.MostRepresentatives);
        if (rule.Representatives.Count == 0)
        {
            return (least, most);
        }

        foreach (var kind in Accounts.Of(state, holder).Select(account => account.Kind).Concat(more))
        {
            if (rule.Representatives.TryGetValue(kind, out var count))
            {
                least = Math.Max(least, count.Least);
                most = Math.Min(most ?? count.Most, count.Most);
            }
        }

        return (least, most);
    }

    /// <summary>
    /// Null when these people are enough and not too many for the holder's accounts and some more kinds of them.
    /// Suspended ones do not count. Refusals in order: too few, too many, none who initiates while another approves.
    /// </summary>
    internal static Refusal? Check(
        SchemeState state, HolderId holder, IEnumerable<AccountKind> more, IReadOnlyList<Representative> people)
    {
        var least = Of(state, holder, more).Least;
        return people.Count(person => !person.Suspended) < least
            ? RegistryRefusals.TooFewRepresentatives.With(("holder", holder), ("least", least))
            : CheckMost(state, holder, more, people);
    }

    /// <summary>The same without the fewest: for people who are still being gathered.</summary>
    internal static Refusal? CheckMost(
        SchemeState state, HolderId holder, IEnumerable<AccountKind> more, IReadOnlyList<Representative> people)
    {
        var acting = people.Where(person => !person.Suspended).ToList();
        if (Of(state, holder, more).Most is { } most && acting.Count > most)
        {
            return RepresentativeRefusals.TooMany.With(("holder", holder), ("most", most));
        }

        return state.Rules.Registry.InitiatorAndApprover && acting.Count >= 2 && !HasPair(acting)
            ? RepresentativeRefusals.NoPair.With(("holder", holder))
            : null;
    }

    /// <summary>One's own proposal cannot be approved, so it takes two persons, whatever rights each has.</summary>
    private static bool HasPair(List<Representative> people) => people.Exists(one =>
        one.Rights.HasFlag(Rights.Initiate)
        && people.Exists(other => other.User != one.User && other.Rights.HasFlag(Rights.Approve)));
}
