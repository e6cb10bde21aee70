using Tanheng.Quantities;

namespace Tanheng.Scheme;

/// <summary>What a use case is told beside its command: the row it would become, who asks and when.</summary>
/// <param name="Sequence">The journal row, counted from 1.</param>
/// <param name="Time">UTC, whole milliseconds, never before the previous row's.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Id">The sender's identity of the command.</param>
public readonly record struct Context(long Sequence, DateTimeOffset Time, UserId Actor, CommandId Id);
