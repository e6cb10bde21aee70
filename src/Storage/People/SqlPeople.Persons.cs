using System.Data.Common;
using Dapper;
using Tanheng.Engine.People;

namespace Tanheng.Storage.People;

/// <summary>Persons, states, passwords, attempts.</summary>
public abstract partial class SqlPeople
{
    private const string PersonColumns =
        "p.name, p.handle, p.display_name, p.email, p.created, p.invited_by, p.state, p.state_before, p.password_hash,"
        + " p.must_change, p.stamp, p.failures, p.locked_until, p.authenticator_key, p.last_step,"
        + " (select count(*) from passkey k where k.person = p.name)";

    private const int PersonColumnCount = 16;

    /// <inheritdoc />
    public bool IsEmpty => Count("select count(*) from (select 1 from person limit 1) one", new { }) == 0;

    /// <inheritdoc />
    public Person? Find(string name) =>
        First($"select {PersonColumns} from person p where p.name_key = @key", new { key = Key(name) }, PersonOf);

    /// <inheritdoc />
    public Person? FindByHandle(string handle) =>
        First($"select {PersonColumns} from person p where p.handle = @handle", new { handle }, PersonOf);

    /// <inheritdoc />
    public IReadOnlyList<Person> Search(PersonQuery query) => Read(
        $"select {PersonColumns} from person p where p.name_key > @after"
        + (query.State is null ? "" : " and p.state = @state")
        + (query.Text is null
            ? ""
            : @" and (p.name_key like @text escape '\' or lower(p.display_name) like @text escape '\'"
                + @" or lower(p.email) like @text escape '\')")
        + " order by p.name_key limit @take",
        new
        {
            after = Key(query.After),
            state = query.State is { } state ? Word(state) : "",
            text = "%" + Key(query.Text ?? "").Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%",
            take = (long)query.Take,
        },
        PersonOf);

    /// <inheritdoc />
    public bool Add(Person person) => Execute(
        "insert into person (name, name_key, handle, display_name, email, created, invited_by, state, password_hash,"
        + " must_change, stamp) values (@Name, @key, @Handle, @DisplayName, @Email, @created, @InvitedBy, @state,"
        + " @PasswordHash, @must, @stamp) on conflict do nothing",
        new
        {
            person.Name,
            key = Key(person.Name),
            person.Handle,
            person.DisplayName,
            person.Email,
            created = Millis(person.Created),
            person.InvitedBy,
            state = Word(person.State),
            person.PasswordHash,
            must = person.MustChangePassword ? 1L : 0,
            stamp = NewStamp(),
        }) == 1;

    /// <inheritdoc />
    public void SetPassword(string name, string hash, bool mustChange) => Execute(
        "update person set password_hash = @hash, must_change = @must, stamp = @stamp where name = @name",
        new { name, hash, must = mustChange ? 1L : 0, stamp = NewStamp() });

    /// <inheritdoc />
    public void RehashPassword(string name, string hash) =>
        Execute("update person set password_hash = @hash where name = @name", new { name, hash });

    /// <inheritdoc />
    public void DemandNewPassword(string name) =>
        Execute("update person set must_change = 1 where name = @name", new { name });

    /// <inheritdoc />
    public bool Activate(string name) =>
        Execute("update person set state = 'active' where name = @name and state = 'invited'", new { name }) == 1;

    /// <inheritdoc />
    public bool Suspend(string name, DateTimeOffset now) => Together(all => Suspend(all, name, now));

    /// <inheritdoc />
    public bool Restore(string name) => Execute(
        "update person set state = state_before, state_before = null where name = @name and state = 'suspended'"
        + " and not exists (select 1 from person_request r where r.person = @name and r.state = 'pending')",
        new { name }) == 1;

    /// <inheritdoc />
    public bool Deactivate(string name, DateTimeOffset now) => Together(all => Deactivate(all, name, now));

    /// <inheritdoc />
    public Attempt? CountAttempt(string name, DateTimeOffset now, DateTimeOffset forget) => Read<Attempt?>(
        "update person set failures = case when last_failure >= @forget then failures + 1 else 1 end,"
        + " failure_before = last_failure, last_failure = @now"
        + " where name = @name and (locked_until is null or locked_until <= @now)"
        + " returning failures, failure_before",
        new { name, now = Millis(now), forget = Millis(forget) },
        row => new Attempt((int)row.GetInt64(0), TimeOrNull(row, 1))).FirstOrDefault();

    /// <inheritdoc />
    public void ForgiveAttempt(string name) => Execute(
        "update person set failures = failures - 1, last_failure = failure_before where name = @name and failures > 0",
        new { name });

    /// <inheritdoc />
    public void ClearFailures(string name) => Execute(
        "update person set failures = 0, last_failure = null, failure_before = null, locked_until = null"
        + " where name = @name",
        new { name });

    /// <inheritdoc />
    public void Lock(string name, DateTimeOffset until, bool forget) => Execute(
        "update person set locked_until = case when locked_until > @until then locked_until else @until end"
        + (forget ? ", failures = 0, last_failure = null, failure_before = null" : "") + " where name = @name",
        new { name, until = Millis(until) });

    private static bool Suspend(Transaction all, string name, DateTimeOffset now)
    {
        var changed = all.Execute(
            "update person set state_before = state, state = 'suspended'"
            + " where name = @name and state in ('invited', 'active')",
            new { name }) == 1;
        if (changed)
        {
            EndAll(all, name, now);
        }

        return changed;
    }

    private static bool Deactivate(Transaction all, string name, DateTimeOffset now)
    {
        var changed = all.Execute(
            "update person set state = 'deactivated', state_before = null, password_hash = null,"
            + " authenticator_key = null where name = @name and state <> 'deactivated'",
            new { name }) == 1;
        if (changed)
        {
            EndAll(all, name, now);
            all.Execute("delete from passkey where person = @name", new { name });
            all.Execute("delete from recovery_code where person = @name", new { name });
            all.Execute("update one_time_link set expires = 0 where person = @name", new { name });
            all.Execute(
                "update api_key set revoked = @now where person = @name and revoked is null",
                new { name, now = Millis(now) });
        }

        return changed;
    }

    private static Person PersonOf(DbDataReader row) => PersonOf(row, 0);

    private static Person PersonOf(DbDataReader row, int from) => new(
        row.GetString(from),
        row.GetString(from + 1),
        row.GetString(from + 2),
        row.GetString(from + 3),
        Time(row, from + 4),
        row.GetString(from + 5))
    {
        State = Value<PersonState>(row, from + 6),
        StateBefore = row.IsDBNull(from + 7) ? null : Value<PersonState>(row, from + 7),
        PasswordHash = TextOrNull(row, from + 8),
        MustChangePassword = row.GetInt64(from + 9) != 0,
        Stamp = row.GetString(from + 10),
        Failures = (int)row.GetInt64(from + 11),
        LockedUntil = TimeOrNull(row, from + 12),
        AuthenticatorKey = TextOrNull(row, from + 13),
        LastStep = row.GetInt64(from + 14),
        Passkeys = (int)row.GetInt64(from + 15),
    };
}
