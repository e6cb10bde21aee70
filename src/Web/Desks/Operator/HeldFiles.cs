using System.Collections.Concurrent;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Steps;

namespace Tanheng.Web.Desks.Operator;

/// <summary>A bank's file between its preview and its confirmation.</summary>
public sealed record HeldFile(UserId User, string Name, byte[] Content, DateTimeOffset Until);

/// <summary>
/// Files that wait to be confirmed: kept in memory for half an hour, for the person alone who chose them. A few only;
/// the oldest goes first, and its person chooses the file again.
/// </summary>
public sealed class HeldFiles(TimeProvider time)
{
    private const int Most = 20;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, HeldFile> held = new();

    /// <summary>Keeps a file and gives the key under which it is found again.</summary>
    public string Keep(UserId user, string name, byte[] content)
    {
        var now = time.GetUtcNow();
        foreach (var (key, one) in held)
        {
            if (one.Until < now)
            {
                held.TryRemove(key, out _);
            }
        }

        if (held.Count >= Most)
        {
            held.TryRemove(held.MinBy(one => one.Value.Until).Key, out _);
        }

        var id = ActionFlow.NewId();
        held[id] = new HeldFile(user, name, content, now + Lasts);
        return id;
    }

    /// <summary>The person's file, or null when it is another's or has gone.</summary>
    public HeldFile? Find(UserId user, string id) =>
        held.TryGetValue(id, out var one) && one.User == user && one.Until >= time.GetUtcNow() ? one : null;
}
