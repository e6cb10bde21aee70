using Tanheng.Quantities;

namespace Tanheng.Engine.Journal;

/// <summary>
/// One scheme's journal in a database: rows, the lease of whoever may write, nothing else. Calls block: the sequencer
/// gives them threads of their own, which costs less than a hop per commit. <see cref="Append"/> is for one thread at a
/// time; everything else may run beside it.
/// </summary>
public interface IJournal : IDisposable
{
    /// <summary>The scheme whose rows these are.</summary>
    string Scheme { get; }

    /// <summary>Which database, for people: <c>sqlite</c> or <c>postgresql</c>.</summary>
    string Store { get; }

    /// <summary>The last durable row.</summary>
    JournalHead Head();

    /// <summary>Appends rows in one transaction; when it returns they are on disk.</summary>
    /// <param name="expected">The sequence the first row follows on.</param>
    /// <param name="rows">In order, without gaps.</param>
    /// <param name="epoch">The writer's lease; 0 where nobody competes (import, tests).</param>
    /// <exception cref="JournalConflictException">
    /// Somebody else has written or taken the lease; nothing was appended.
    /// </exception>
    /// <exception cref="System.Data.Common.DbException">
    /// The database failed; whether it was appended is unknown.
    /// </exception>
    void Append(long expected, ReadOnlySpan<JournalRow> rows, long epoch = 0);

    /// <summary>
    /// Fills an empty journal in one transaction; when <paramref name="rows"/> throws, nothing has happened.
    /// </summary>
    /// <exception cref="JournalConflictException">The journal is not empty.</exception>
    void Fill(IEnumerable<JournalRow> rows);

    /// <summary>
    /// Rows in order from a sequence on, as they are consumed; ends at the row that was last when it began.
    /// </summary>
    IEnumerable<JournalRow> Read(long from = 1, long to = long.MaxValue);

    /// <summary>Takes or keeps the right to write, for a time by the database's clock.</summary>
    /// <returns>The lease, or null while somebody else holds it.</returns>
    Lease? TryAcquire(string holder, TimeSpan duration);

    /// <summary>Prolongs a lease.</summary>
    /// <returns>False when it has gone to somebody else.</returns>
    bool Renew(Lease lease);

    /// <summary>Gives a lease back, so that nobody has to wait for it to lapse.</summary>
    void Release(Lease lease);

    /// <summary>Who holds the lease now, or null.</summary>
    Lease? CurrentLease();
}

/// <summary>The right to write a journal.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Epoch">Counted up with every new holder: an older one can no longer append.</param>
/// <param name="Duration">How long it lasts without renewal.</param>
public sealed record Lease(string Holder, long Epoch, TimeSpan Duration);

/// <summary>Somebody else wrote the journal or took the lease: this writer must step down.</summary>
public sealed class JournalConflictException : Exception
{
    /// <inheritdoc cref="Exception(string)" />
    public JournalConflictException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)" />
    public JournalConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="Exception()" />
    public JournalConflictException()
        : this("Another writer has appended to the journal.")
    {
    }
}

/// <summary>A row that does not follow on the one before it, or whose hash is not that of its content.</summary>
public sealed class BrokenJournalException : Exception
{
    /// <summary>Names the row.</summary>
    public BrokenJournalException(long sequence, Refusal refusal)
        : base(refusal?.Message("en"))
    {
        Sequence = sequence;
        Refusal = refusal;
    }

    /// <inheritdoc cref="Exception(string)" />
    public BrokenJournalException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)" />
    public BrokenJournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="Exception()" />
    public BrokenJournalException()
    {
    }

    /// <summary>The first bad row.</summary>
    public long Sequence { get; }

    /// <summary>What is wrong with it.</summary>
    public Refusal? Refusal { get; }
}
