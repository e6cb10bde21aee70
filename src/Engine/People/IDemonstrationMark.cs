namespace Tanheng.Engine.People;

/// <summary>
/// Whether a store is a demonstration, where anybody may be anybody. The mark is set once and never taken away: what
/// was done there was done by nobody in particular.
/// </summary>
public interface IDemonstrationMark
{
    /// <summary>True when the store is a demonstration.</summary>
    bool IsDemonstration { get; }

    /// <summary>Marks the store; false, and no mark, when it has a person and was no demonstration before.</summary>
    bool MarkDemonstration(DateTimeOffset now);
}
