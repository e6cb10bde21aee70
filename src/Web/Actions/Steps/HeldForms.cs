using System.Collections.Concurrent;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Steps;

/// <summary>
/// Forms that wait while their person gives the second factor: kept in memory for half an hour, for that person alone.
/// </summary>
public sealed class HeldForms(TimeProvider time)
{
    private const int Most = 2_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, Held> held = new();

    /// <summary>Keeps a form and gives the key under which it is found again.</summary>
    public string Keep(UserId user, string command, FormValues values)
    {
        var now = time.GetUtcNow();
        foreach (var (key, one) in held)
        {
            if (one.Until < now || held.Count >= Most)
            {
                held.TryRemove(key, out _);
            }
        }

        var id = ActionFlow.NewId();
        held[id] = new Held(user, command, values, now + Lasts);
        return id;
    }

    /// <summary>The person's form, or null when it is another's or has gone.</summary>
    public FormValues? Find(UserId user, string command, string id) =>
        held.TryGetValue(id, out var one) && one.User == user && one.Command == command
            && one.Until >= time.GetUtcNow()
            ? one.Values
            : null;

    private sealed record Held(UserId User, string Command, FormValues Values, DateTimeOffset Until);
}
