using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Journal;

/// <summary>
/// One command's outcome, as it stands in the journal for good. <see cref="Hash"/> covers everything else in the row
/// and the row before it; <see cref="RowHash"/> says exactly how.
/// </summary>
/// <param name="Scheme">The market's id.</param>
/// <param name="Sequence">Counted from 1 without gaps.</param>
/// <param name="Time">UTC, whole milliseconds, never before the previous row's.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Command">The command's name.</param>
/// <param name="CommandId">The sender's identity of the command; unique within the scheme.</param>
/// <param name="InputHash">
/// SHA-256 of the command's JSON: tells a repeat from a different command under the same id.
/// </param>
/// <param name="Events">The events as UTF-8 JSON, verbatim.</param>
/// <param name="Previous">The previous row's hash; all zero for the first.</param>
/// <param name="Hash">This row's hash.</param>
public sealed record JournalRow(
    string Scheme,
    long Sequence,
    DateTimeOffset Time,
    UserId Actor,
    string Command,
    CommandId CommandId,
    Digest InputHash,
    ReadOnlyMemory<byte> Events,
    Digest Previous,
    Digest Hash)
{
    /// <summary>The context in which its events are applied.</summary>
    public Context Context => new(Sequence, Time, Actor, CommandId);

    /// <summary>Its events, brought to today's shape.</summary>
    /// <exception cref="System.Text.Json.JsonException">Not events of this scheme.</exception>
    public Event[] ReadEvents() => SchemeJson.ReadEvents(Events.Span);
}

/// <summary>The last row: what the next one follows on. The default value is the empty journal.</summary>
public readonly record struct JournalHead(long Sequence, Digest Hash)
{
    /// <summary>The head that a row leaves.</summary>
    public static JournalHead Of(JournalRow row) => new(row.Sequence, row.Hash);
}
