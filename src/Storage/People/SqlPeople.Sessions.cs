using System.Data.Common;
using Tanheng.Engine.People;

namespace Tanheng.Storage.People;

/// <summary>Sessions and API keys.</summary>
public abstract partial class SqlPeople
{
    private const string SessionColumns =
        "s.id, s.person, s.stage, s.created, s.address, s.agent, s.last_seen, s.confirmed";

    private const string Alive =
        " from session s join person p on p.name = s.person where s.ended is null and s.stamp = p.stamp"
        + " and p.state in ('invited', 'active')";

    private const string KeyColumns =
        "k.prefix, k.hash, k.person, k.label, k.scopes, k.created, k.expires, k.revoked, k.last_used";

    /// <summary>Sessions older than this are forgotten; the audit trail remembers.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <inheritdoc />
    public void Open(Session session) => Together(all =>
    {
        all.Execute("delete from session where created < @old", new { old = Millis(session.Created - Remembered) });
        return all.Execute(
            "insert into session (id, person, stamp, stage, created, last_seen, confirmed, address, agent)"
            + " select @Id, name, stamp, @stage, @created, @seen, @confirmed, @Address, @Agent"
            + " from person where name = @Person",
            new
            {
                session.Id,
                session.Person,
                stage = Word(session.Stage),
                created = Millis(session.Created),
                seen = Millis(session.LastSeen),
                confirmed = Millis(session.Confirmed),
                session.Address,
                session.Agent,
            });
    });

    /// <inheritdoc />
    public (Session Session, Person Person)? FindSession(string id) => Read<(Session, Person)?>(
        $"select {PersonColumns}, {SessionColumns}{Alive} and s.id = @id",
        new { id },
        row => (SessionOf(row, PersonColumnCount), PersonOf(row))).FirstOrDefault();

    /// <inheritdoc />
    public IReadOnlyList<Session> SessionsOf(string name) => Read(
        $"select {SessionColumns}{Alive} and s.person = @name order by s.last_seen desc, s.id",
        new { name },
        row => SessionOf(row, 0));

    /// <inheritdoc />
    public void Touch(string id, DateTimeOffset now) => Execute(
        "update session set last_seen = @now where id = @id and last_seen < @now", new { id, now = Millis(now) });

    /// <inheritdoc />
    public void Confirm(string id, DateTimeOffset now) =>
        Execute("update session set confirmed = @now where id = @id", new { id, now = Millis(now) });

    /// <inheritdoc />
    public bool End(string name, string id, DateTimeOffset now) => Execute(
        "update session set ended = @now where person = @name and id = @id and ended is null",
        new { name, id, now = Millis(now) }) == 1;

    /// <inheritdoc />
    public int EndAll(string name, DateTimeOffset now, string? but = null) =>
        Together(all => EndAll(all, name, now, but));

    /// <inheritdoc />
    public bool AddKey(ApiKey key) => Execute(
        "insert into api_key (prefix, hash, person, label, scopes, created, expires) values (@Prefix, @Hash, @Person,"
        + " @Label, @scopes, @created, @expires) on conflict do nothing",
        new
        {
            key.Prefix,
            key.Hash,
            key.Person,
            key.Label,
            scopes = string.Join(' ', key.Scopes),
            created = Millis(key.Created),
            expires = Millis(key.Expires),
        }) == 1;

    /// <inheritdoc />
    public (ApiKey Key, Person Person)? FindKey(string prefix) => Read<(ApiKey, Person)?>(
        $"select {PersonColumns}, {KeyColumns} from api_key k join person p on p.name = k.person"
        + " where k.prefix = @prefix",
        new { prefix },
        row => (KeyOf(row, PersonColumnCount), PersonOf(row))).FirstOrDefault();

    /// <inheritdoc />
    public IReadOnlyList<ApiKey> KeysOf(string name) => Read(
        $"select {KeyColumns} from api_key k where k.person = @name order by k.created desc, k.prefix",
        new { name },
        row => KeyOf(row, 0));

    /// <inheritdoc />
    public bool RevokeKey(string name, string prefix, DateTimeOffset now) => Execute(
        "update api_key set revoked = @now where person = @name and prefix = @prefix and revoked is null",
        new { name, prefix, now = Millis(now) }) == 1;

    /// <inheritdoc />
    public void NoteKeyUse(string prefix, DateTimeOffset now) =>
        Execute("update api_key set last_used = @now where prefix = @prefix", new { prefix, now = Millis(now) });

    private static int EndAll(Transaction all, string name, DateTimeOffset now, string? but = null) => all.Execute(
        "update session set ended = @now where person = @name and ended is null and id <> @but",
        new { name, but = but ?? "", now = Millis(now) });

    private static Session SessionOf(DbDataReader row, int from) => new(
        row.GetString(from),
        row.GetString(from + 1),
        Value<SessionStage>(row, from + 2),
        Time(row, from + 3),
        row.GetString(from + 4),
        row.GetString(from + 5))
    {
        LastSeen = Time(row, from + 6),
        Confirmed = TimeOrNull(row, from + 7),
    };

    private static ApiKey KeyOf(DbDataReader row, int from) => new(
        row.GetString(from),
        row.GetString(from + 1),
        row.GetString(from + 2),
        row.GetString(from + 3),
        Words(row, from + 4),
        Time(row, from + 5),
        Time(row, from + 6))
    {
        Revoked = TimeOrNull(row, from + 7),
        LastUsed = TimeOrNull(row, from + 8),
    };
}
