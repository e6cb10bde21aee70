namespace Tanheng.Market.Surveillance;

/// <summary>
/// Who belongs together: control runs through (whoever controls two firms relates them), any other relation is between
/// the two alone. Made anew from the list of relations whenever one begins or ends, which is rare.
/// </summary>
public sealed class Kinship
{
    private readonly Dictionary<long, long> groups = [];
    private readonly HashSet<(long, long)> pairs = [];

    /// <summary>Nobody is related.</summary>
    public static Kinship None { get; } = new([]);

    /// <summary>The relations; <c>Control</c> is true where control runs through.</summary>
    public Kinship(IEnumerable<(long One, long Other, bool Control)> relations)
    {
        foreach (var (one, other, control) in relations)
        {
            if (control)
            {
                Join(one, other);
            }
            else
            {
                pairs.Add(Ordered(one, other));
            }
        }
    }

    /// <summary>True when two different holders are related.</summary>
    public bool Related(long one, long other) => one != other
        && ((groups.TryGetValue(one, out var group) && groups.TryGetValue(other, out var second) && group == second)
            || (pairs.Count > 0 && pairs.Contains(Ordered(one, other))));

    /// <summary>Everybody under the same control as a holder, by number; the holder itself when it is alone.</summary>
    public IReadOnlyList<long> GroupOf(long holder) => groups.TryGetValue(holder, out var group)
        ? [.. groups.Where(one => one.Value == group).Select(one => one.Key).Order()]
        : [holder];

    private static (long, long) Ordered(long one, long other) => one < other ? (one, other) : (other, one);

    private void Join(long one, long other)
    {
        var (to, from) = (groups.GetValueOrDefault(one, one), groups.GetValueOrDefault(other, other));
        groups.TryAdd(one, to);
        groups.TryAdd(other, from);
        foreach (var holder in groups.Where(pair => pair.Value == from).Select(pair => pair.Key).ToList())
        {
            groups[holder] = to;
        }
    }
}
