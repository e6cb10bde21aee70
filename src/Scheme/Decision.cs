using System.Collections.Immutable;

namespace Tanheng.Scheme;

/// <summary>What a command does when it is not refused: one or more events, in order.</summary>
public readonly record struct Decision(ImmutableArray<Event> Events)
{
    /// <summary>These events.</summary>
    public static Decision Of(params ReadOnlySpan<Event> events) => new([.. events]);

    /// <summary>Events gathered in a list.</summary>
    public static Decision Of(IEnumerable<Event> events) => new([.. events]);

    /// <summary>This decision, then another's events.</summary>
    public Decision Then(params ReadOnlySpan<Event> more) => new([.. Events, .. more]);
}
