using Tanheng.Quantities;

namespace Tanheng.Engine.People;

/// <summary>What a letter is about.</summary>
public enum LetterKind
{
    /// <summary>Something happened in the market that concerns the person's entity.</summary>
    Event,

    /// <summary>Something waits for the person's decision.</summary>
    Decision,

    /// <summary>A deadline is near and something is still open.</summary>
    Reminder,

    /// <summary>An official wrote it.</summary>
    Circular,

    /// <summary>Something happened to the person's sign-in.</summary>
    SignIn,
}

/// <summary>A letter to one person, in both languages. It tells of things; nothing depends on it.</summary>
/// <param name="Id">Counted from 1 by the store; 0 before it is kept.</param>
/// <param name="To">The person's name.</param>
/// <param name="Scheme">Which market.</param>
/// <param name="Key">What makes it one letter: a person gets no second one of the same market and key.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">The letter; may be empty.</param>
/// <param name="Path">The page where it can be seen or done; empty for none.</param>
/// <param name="At">When it was written, UTC.</param>
public sealed record Letter(
    long Id,
    string To,
    string Scheme,
    string Key,
    LetterKind Kind,
    Text Subject,
    Text Body,
    string Path,
    DateTimeOffset At)
{
    /// <summary>When the person read it; null while unread.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>To whom a circular goes; decided anew each time it is sent.</summary>
public enum Recipients
{
    /// <summary>Everybody who acts for an entity, and all officials.</summary>
    Everybody,

    /// <summary>Everybody who acts for an entity.</summary>
    Representatives,

    /// <summary>All officials.</summary>
    Officials,

    /// <summary>Who acts for an entity that still owes units.</summary>
    Owing,
}

/// <summary>How often a circular is sent.</summary>
public enum Repetition
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every seven days.</summary>
    Weekly,

    /// <summary>Every month, on the day of the first sending or the month's last.</summary>
    Monthly,
}

/// <summary>A letter by an official to many.</summary>
/// <param name="Id">Counted from 1 by the store; 0 before it is kept.</param>
/// <param name="Scheme">Which market.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">The letter.</param>
/// <param name="To">To whom.</param>
/// <param name="Repeat">How often.</param>
/// <param name="From">First sent then, in the market's own time.</param>
/// <param name="Until">Not sent after; the same moment as <paramref name="From"/> for one sending.</param>
public sealed record Circular(
    long Id,
    string Scheme,
    string By,
    Text Subject,
    Text Body,
    Recipients To,
    Repetition Repeat,
    DateTime From,
    DateTime Until)
{
    /// <summary>When it is sent next; null when it is over.</summary>
    public DateTime? Next { get; init; } = From;

    /// <summary>How often it has been sent.</summary>
    public int Sent { get; init; }
}

/// <summary>Letters to persons, and how far the journal has been told of.</summary>
public interface ILetters
{
    /// <summary>Keeps letters; those that the person has already, by market and key, are left out.</summary>
    /// <returns>How many are new.</returns>
    int Post(IReadOnlyCollection<Letter> letters);

    /// <summary>A person's letters of a market, the newest first.</summary>
    /// <param name="scheme">Which market.</param>
    /// <param name="person">Whose.</param>
    /// <param name="before">Letters with a smaller id, for paging backwards.</param>
    /// <param name="take">How many at most.</param>
    IReadOnlyList<Letter> LettersTo(string scheme, string person, long before = long.MaxValue, int take = 50);

    /// <summary>How many of a market a person has not read.</summary>
    long UnreadOf(string scheme, string person);

    /// <summary>The person has read a letter, or all up to it.</summary>
    /// <returns>How many were unread.</returns>
    int MarkRead(string scheme, string person, long id, bool andOlder, DateTimeOffset now);

    /// <summary>
    /// A market's letters that were not mailed yet, the oldest first; those that failed often enough, or were written
    /// before a moment, are given up.
    /// </summary>
    IReadOnlyList<Letter> ToMail(string scheme, DateTimeOffset since, int take);

    /// <summary>A letter was mailed, or trying to failed.</summary>
    void Mailed(long id, bool success, DateTimeOffset now);

    /// <summary>The last row of a market that letters tell of; null before the first.</summary>
    long? ToldUntil(string scheme);

    /// <summary>Letters tell of everything up to a row.</summary>
    void Tell(string scheme, long sequence);

    /// <summary>Keeps a circular.</summary>
    void AddCircular(Circular circular);

    /// <summary>A market's circulars, the newest first.</summary>
    IReadOnlyList<Circular> Circulars(string scheme);

    /// <summary>
    /// A circular was sent, or is to be sent no more when <paramref name="next"/> is null.
    /// </summary>
    /// <returns>
    /// False when it was not to be sent at <paramref name="due"/> any more: somebody else was quicker.
    /// </returns>
    bool MoveCircular(long id, DateTime due, DateTime? next, bool sent);
}
