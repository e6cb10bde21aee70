using System.Data.Common;
using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Storage.People;

/// <summary>Letters and circulars.</summary>
public abstract partial class SqlPeople
{
    /// <summary>A letter that could not be mailed so often stays in the box alone.</summary>
    private const int MostAttempts = 5;

    private const string LetterColumns =
        "select id, person, scheme, letter_key, kind, subject_zh, subject_en, body_zh, body_en, path, written, read_at"
        + " from letter";

    /// <inheritdoc />
    public int Post(IReadOnlyCollection<Letter> letters) => letters.Count == 0 ? 0 : Together(all => letters.Sum(
        letter => all.Execute(
            "insert into letter (person, scheme, letter_key, kind, subject_zh, subject_en, body_zh, body_en, path,"
            + " written) values (@To, @Scheme, @Key, @kind, @subjectZh, @subjectEn, @bodyZh, @bodyEn, @Path, @at)"
            + " on conflict (person, scheme, letter_key) do nothing",
            new
            {
                letter.To,
                letter.Scheme,
                letter.Key,
                kind = Word(letter.Kind),
                subjectZh = letter.Subject.Zh,
                subjectEn = letter.Subject.En,
                bodyZh = letter.Body.Zh,
                bodyEn = letter.Body.En,
                letter.Path,
                at = Millis(letter.At),
            })));

    /// <inheritdoc />
    public IReadOnlyList<Letter> LettersTo(
        string scheme, string person, long before = long.MaxValue, int take = 50) => Read(
        LetterColumns
        + " where person = @person and scheme = @scheme and id < @before order by id desc limit @take",
        new { scheme, person, before, take = (long)take },
        LetterOf);

    /// <inheritdoc />
    public long UnreadOf(string scheme, string person) => Count(
        "select count(*) from letter where person = @person and scheme = @scheme and read_at is null",
        new { scheme, person });

    /// <inheritdoc />
    public int MarkRead(string scheme, string person, long id, bool andOlder, DateTimeOffset now) => Execute(
        "update letter set read_at = @now where person = @person and scheme = @scheme and read_at is null and id "
        + (andOlder ? "<=" : "=") + " @id",
        new { scheme, person, id, now = Millis(now) });

    /// <inheritdoc />
    public IReadOnlyList<Letter> ToMail(string scheme, DateTimeOffset since, int take) => Read(
        LetterColumns + " where mailed is null and scheme = @scheme and written >= @since and attempts < @most"
        + " order by id limit @take",
        new { scheme, since = Millis(since), most = MostAttempts, take = (long)take },
        LetterOf);

    /// <inheritdoc />
    public void Mailed(long id, bool success, DateTimeOffset now) => Execute(
        "update letter set attempts = attempts + 1" + (success ? ", mailed = @now" : "") + " where id = @id",
        new { id, now = Millis(now) });

    /// <inheritdoc />
    public long? ToldUntil(string scheme) => Read(
        "select sequence from letter_position where scheme = @scheme",
        new { scheme },
        row => (long?)row.GetInt64(0)).FirstOrDefault();

    /// <inheritdoc />
    public void Tell(string scheme, long sequence) => Execute(
        "insert into letter_position (scheme, sequence) values (@scheme, @sequence)"
        + " on conflict (scheme) do update set sequence = excluded.sequence",
        new { scheme, sequence });

    /// <inheritdoc />
    public void AddCircular(Circular circular) => Execute(
        "insert into circular (scheme, author, subject_zh, subject_en, body_zh, body_en, audience, repetition, starts,"
        + " ends, next_at) values (@Scheme, @By, @subjectZh, @subjectEn, @bodyZh, @bodyEn, @audience, @repetition,"
        + " @starts, @ends, @next)",
        new
        {
            circular.Scheme,
            circular.By,
            subjectZh = circular.Subject.Zh,
            subjectEn = circular.Subject.En,
            bodyZh = circular.Body.Zh,
            bodyEn = circular.Body.En,
            audience = Word(circular.To),
            repetition = Word(circular.Repeat),
            starts = Local(circular.From),
            ends = Local(circular.Until),
            next = Local(circular.Next),
        });

    /// <inheritdoc />
    public IReadOnlyList<Circular> Circulars(string scheme) => Read(
        "select id, scheme, author, subject_zh, subject_en, body_zh, body_en, audience, repetition, starts, ends,"
        + " next_at, sent from circular where scheme = @scheme order by id desc",
        new { scheme },
        row => new Circular(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            new Text(row.GetString(3), row.GetString(4)),
            new Text(row.GetString(5), row.GetString(6)),
            Value<Recipients>(row, 7),
            Value<Repetition>(row, 8),
            LocalTime(row, 9),
            LocalTime(row, 10))
        {
            Next = row.IsDBNull(11) ? null : LocalTime(row, 11),
            Sent = (int)row.GetInt64(12),
        });

    /// <inheritdoc />
    public bool MoveCircular(long id, DateTime due, DateTime? next, bool sent) => Execute(
        "update circular set next_at = @next" + (sent ? ", sent = sent + 1" : "")
        + " where id = @id and next_at = @due",
        new { id, due = Local(due), next = Local(next) }) == 1;

    private static Letter LetterOf(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        Value<LetterKind>(row, 4),
        new Text(row.GetString(5), row.GetString(6)),
        new Text(row.GetString(7), row.GetString(8)),
        row.GetString(9),
        Time(row, 10))
    {
        ReadAt = TimeOrNull(row, 11),
    };

    /// <summary>The market's own time, kept as if it were UTC.</summary>
    private static long? Local(DateTime? time) =>
        time is { } at ? Millis(new DateTimeOffset(at, TimeSpan.Zero)) : null;

    private static DateTime LocalTime(DbDataReader row, int column) => Time(row, column).DateTime;
}
