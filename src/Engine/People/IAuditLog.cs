namespace Tanheng.Engine.People;

/// <summary>
/// One sensitive act, kept for those who ask later. What changed the market is in the journal; here is who did it from
/// where, and what never reaches the journal: signing in, failing to, changing a password, asking for what was refused.
/// </summary>
/// <param name="Id">Counted from 1 by the store; 0 before it is kept.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The person's name; empty when nobody had signed in or the name is not known.</param>
/// <param name="Address">The network address it came from.</param>
/// <param name="Agent">What the browser or program calls itself, at most 200 characters.</param>
/// <param name="What">A stable word such as <c>sign-in</c> or a command's name, with its object behind it.</param>
/// <param name="Scheme">Which market, as one store serves many.</param>
/// <param name="Sequence">The journal row it became; null when none.</param>
/// <param name="Outcome"><c>done</c>, <c>proposed</c>, or the number of the refusal such as <c>TH2005</c>.</param>
public sealed record AuditEntry(
    long Id,
    DateTimeOffset At,
    string Who,
    string Address,
    string Agent,
    string What,
    string Scheme,
    long? Sequence,
    string Outcome);

/// <summary>Which entries of the audit trail; null means any.</summary>
/// <param name="Who">The person, exactly.</param>
/// <param name="What">How the act's word begins.</param>
/// <param name="From">Not before.</param>
/// <param name="Until">Before.</param>
/// <param name="Before">Entries with a smaller id, for paging backwards.</param>
/// <param name="Take">How many at most.</param>
public sealed record AuditQuery(
    string? Who = null,
    string? What = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    long Before = long.MaxValue,
    int Take = 100);

/// <summary>The audit trail: only ever added to.</summary>
public interface IAuditLog
{
    /// <summary>Keeps an entry; its id is given by the store.</summary>
    void Record(AuditEntry entry);

    /// <summary>Entries, newest first.</summary>
    IReadOnlyList<AuditEntry> Entries(AuditQuery query);
}
