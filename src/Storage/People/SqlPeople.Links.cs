using System.Data.Common;
using Tanheng.Engine.People;

namespace Tanheng.Storage.People;

/// <summary>One-time links and requests.</summary>
public abstract partial class SqlPeople
{
    /// <summary>What may be there of somebody who was invited and never came.</summary>
    private static readonly string[] OfPersons = ["one_time_link", "session", "details_request"];

    private const string RequestColumns =
        "select id, person, kind, asked_by, asked, state, decided_by, decided from person_request";

    /// <inheritdoc />
    public void AddLink(OneTimeLink link) => Together(all =>
    {
        all.Execute(
            "update one_time_link set expires = @created where person = @Person and spent is null"
            + " and expires > @created",
            new { link.Person, created = Millis(link.Created) });
        return all.Execute(
            "insert into one_time_link (hash, person, purpose, made_by, created, expires)"
            + " values (@Hash, @Person, @purpose, @By, @created, @expires)",
            new
            {
                link.Hash,
                link.Person,
                purpose = Word(link.Purpose),
                link.By,
                created = Millis(link.Created),
                expires = Millis(link.Expires),
            });
    });

    /// <inheritdoc />
    public OneTimeLink? FindLink(string hash, DateTimeOffset now) => First(
        "select hash, person, purpose, made_by, created, expires from one_time_link"
        + " where hash = @hash and spent is null and expires > @now",
        new { hash, now = Millis(now) },
        row => new OneTimeLink(
            row.GetString(0),
            row.GetString(1),
            Value<LinkPurpose>(row, 2),
            row.GetString(3),
            Time(row, 4),
            Time(row, 5)));

    /// <inheritdoc />
    public bool SpendLink(string hash, DateTimeOffset now) => Execute(
        "update one_time_link set spent = @now where hash = @hash and spent is null and expires > @now",
        new { hash, now = Millis(now) }) == 1;

    /// <inheritdoc />
    public void AskDetails(string person, string displayName, string email, DateTimeOffset now) => Together(all =>
    {
        all.Execute("delete from details_request where person = @person and state = 'pending'", new { person });
        return all.Execute(
            "insert into details_request (person, display_name, email, asked, state)"
            + " values (@person, @displayName, @email, @now, 'pending')",
            new { person, displayName, email, now = Millis(now) });
    });

    /// <inheritdoc />
    public IReadOnlyList<DetailsRequest> DetailsAsked() => Read(
        "select id, person, display_name, email, asked from details_request where state = 'pending' order by id",
        null,
        row => new DetailsRequest(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), Time(row, 4)));

    /// <inheritdoc />
    public bool DecideDetails(long id, bool granted, string by, DateTimeOffset now) => Together(all =>
    {
        var won = all.Execute(
            "update details_request set state = @state, decided_by = @by, decided = @now"
            + " where id = @id and state = 'pending' and person <> @by",
            new { id, state = granted ? "approved" : "rejected", by, now = Millis(now) }) == 1;
        if (won && granted)
        {
            all.Execute(
                "update person set display_name = (select display_name from details_request where id = @id),"
                + " email = (select email from details_request where id = @id)"
                + " where name = (select person from details_request where id = @id)",
                new { id });
        }

        return won;
    });

    /// <inheritdoc />
    public int ForgetInvited(DateTimeOffset before, DateTimeOffset now) => Together(all =>
    {
        const string gone = "select name from person where state = 'invited' and password_hash is null"
            + " and created < @before and not exists (select 1 from one_time_link where person = name"
            + " and spent is null and expires > @now)"
            + " and not exists (select 1 from person_request where person = name)";
        var when = new { before = Millis(before), now = Millis(now) };
        foreach (var table in OfPersons)
        {
            all.Execute($"delete from {table} where person in ({gone})", when);
        }

        return all.Execute($"delete from person where name in ({gone})", when);
    });

    /// <inheritdoc />
    public PersonRequest? Ask(string name, RequestKind kind, string by, DateTimeOffset now) => Together(all =>
    {
        if (!Suspend(all, name, now))
        {
            return null;
        }

        var id = all.Scalar<long?>(
            "insert into person_request (person, kind, asked_by, asked, state) values (@name, @kind, @by, @now,"
            + " 'pending') on conflict do nothing returning id",
            new { name, kind = Word(kind), by, now = Millis(now) });
        return id is { } given ? new PersonRequest(given, name, kind, by, now) : null;
    });

    /// <inheritdoc />
    public PersonRequest? FindRequest(long id) => First(RequestColumns + " where id = @id", new { id }, RequestOf);

    /// <inheritdoc />
    public IReadOnlyList<PersonRequest> PendingRequests() =>
        Read(RequestColumns + " where state = 'pending' order by id", null, RequestOf);

    /// <inheritdoc />
    public PersonRequest? PendingRequestOf(string name) =>
        First(RequestColumns + " where state = 'pending' and person = @name", new { name }, RequestOf);

    /// <inheritdoc />
    public bool Decide(long id, bool approved, string by, DateTimeOffset now) => Together(all =>
    {
        var kind = all.Scalar<string>(
            "update person_request set state = @state, decided_by = @by, decided = @now"
            + " where id = @id and state = 'pending' returning kind",
            new { id, by, now = Millis(now), state = Word(approved ? RequestState.Approved : RequestState.Rejected) });
        if (kind is null)
        {
            return false;
        }

        var name = all.Scalar<string>("select person from person_request where id = @id", new { id })!;
        all.Execute(
            "update person set state = state_before, state_before = null where name = @name and state = 'suspended'",
            new { name });
        if (approved)
        {
            Grant(all, name, Enum.Parse<RequestKind>(kind, ignoreCase: true), now);
        }

        return true;
    });

    private static void Grant(Transaction all, string name, RequestKind kind, DateTimeOffset now)
    {
        if (kind == RequestKind.Deactivation)
        {
            Deactivate(all, name, now);
            return;
        }

        DropSecondFactors(all, name);
        if (kind == RequestKind.LostBoth)
        {
            all.Execute("update person set password_hash = null where name = @name", new { name });
        }
    }

    private static PersonRequest RequestOf(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        Value<RequestKind>(row, 2),
        row.GetString(3),
        Time(row, 4))
    {
        State = Value<RequestState>(row, 5),
        DecidedBy = row.GetString(6),
        DecidedAt = TimeOrNull(row, 7),
    };
}
