using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Web.People;

/// <summary>What an API key may be used for.</summary>
public static class ApiScopes
{
    /// <summary>To read what its person may read.</summary>
    public const string Read = "read";

    /// <summary>To send commands that its person may send.</summary>
    public const string Submit = "submit";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Read, Submit];
}

/// <summary>
/// API keys, <c>th_XXXXXXXXXX_…</c>: the part before the second underscore may be shown and finds the key, the whole is
/// kept as its hash and shown once.
/// </summary>
public sealed class ApiKeyDesk(IPeople people, PeopleSettings settings, TimeProvider time)
{
    private const string Begins = "th_";

    private static readonly TimeSpan SeenToTheMinute = TimeSpan.FromMinutes(1);

    /// <summary>Makes a key and gives it whole, to be shown once.</summary>
    internal Outcome<string> Make(Person person, string label, int days, IReadOnlyList<string> scopes)
    {
        label = label.Trim();
        var now = time.GetUtcNow();
        string[] known = [.. ApiScopes.All.Intersect(scopes)];
        if (label.Length is 0 or > 60 || known.Length == 0 || days < 1 || days > settings.LongestKeyDays
            || people.KeysOf(person.Name).Count(key => key.Revoked is null && key.Expires > now)
                >= settings.KeysPerPerson)
        {
            return PeopleRefusals.BadKey.With(("days", settings.LongestKeyDays), ("keys", settings.KeysPerPerson));
        }

        var prefix = Begins + Secrets.Normal(Secrets.NewReadable(2));
        var whole = prefix + "_" + Secrets.NewToken();
        var made = new ApiKey(prefix, Secrets.Hash(whole), person.Name, label, known, now, now.AddDays(days));
        return people.AddKey(made) ? whole : throw new InvalidOperationException("Two random prefixes are the same.");
    }

    /// <summary>
    /// The person for whom a key acts, with the key, when it holds: right, not expired, not revoked, and its person may
    /// sign in. Null otherwise.
    /// </summary>
    public (ApiKey Key, Person Person)? Find(string presented)
    {
        var end = presented.StartsWith(Begins, StringComparison.Ordinal)
            ? presented.IndexOf('_', Begins.Length)
            : -1;
        if (end < 0 || people.FindKey(presented[..end]) is not var (key, person))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (!Secrets.Same(key.Hash, Secrets.Hash(presented)) || key.Revoked is not null || key.Expires <= now
            || person.State != PersonState.Active)
        {
            return null;
        }

        if (key.LastUsed is not { } last || now - last >= SeenToTheMinute)
        {
            people.NoteKeyUse(key.Prefix, now);
        }

        return (key, person);
    }
}
