using System.Collections.Concurrent;
using System.Reflection;

namespace Tanheng.Quantities;

/// <summary>What people call a member of an enumeration, so that a refusal can say it in either language.</summary>
/// <param name="zh">In Chinese.</param>
/// <param name="en">In English, as it stands within a sentence.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CalledAttribute(string zh, string en) : Attribute
{
    private static readonly ConcurrentDictionary<Enum, Text?> Known = new();

    /// <summary>In Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>In English, as it stands within a sentence.</summary>
    public string En { get; } = en;

    /// <summary>What a member is called; null where nobody has said so.</summary>
    public static Text? Of(Enum member) => Known.GetOrAdd(member, static one =>
        one.GetType().GetField(one.ToString())?.GetCustomAttribute<CalledAttribute>() is { } called
            ? new Text(called.Zh, called.En)
            : null);
}
