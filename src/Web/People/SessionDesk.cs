using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Tanheng.Engine.People;

namespace Tanheng.Web.People;

/// <summary>Begins, finds and ends sessions.</summary>
public sealed class SessionDesk(IPeople people, PeopleSettings settings, TimeProvider time)
{
    private static readonly TimeSpan SeenToTheMinute = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Begins a session in this browser with a new secret; the one before it in this browser ends, so nobody who knew
    /// the old secret comes along.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Who.</param>
    /// <param name="stage">How far.</param>
    /// <param name="confirmed">When the second factor was last given.</param>
    internal async Task BeginAsync(
        HttpContext http, Person person, SessionStage stage, DateTimeOffset? confirmed = null)
    {
        var now = time.GetUtcNow();
        EndHere(http, now);
        var secret = Secrets.NewToken();
        people.Open(new Session(
            Secrets.Hash(secret), person.Name, stage, now, AuditTrail.AddressOf(http), AuditTrail.AgentOf(http))
        {
            Confirmed = confirmed,
        });
        if (stage == SessionStage.Complete)
        {
            EndOldest(person, now);
        }

        await http.SignInAsync(SessionCookie.Scheme, SessionCookie.Ticket(secret));
    }

    /// <summary>The session of a cookie's secret, with its person, when it still holds.</summary>
    internal (Session Session, Person Person)? Find(string secret)
    {
        var now = time.GetUtcNow();
        if (people.FindSession(Secrets.Hash(secret)) is not var (session, person) || IsOver(session, now))
        {
            return null;
        }

        if (now - session.LastSeen >= SeenToTheMinute)
        {
            people.Touch(session.Id, now);
        }

        return (session, person);
    }

    /// <summary>A person's sessions that still hold, the latest first.</summary>
    public IReadOnlyList<Session> Of(string name) =>
        [.. people.SessionsOf(name).Where(session =>
            session.Stage == SessionStage.Complete && !IsOver(session, time.GetUtcNow()))];

    /// <summary>Ends the session of this browser and takes its cookie.</summary>
    internal async Task SignOutAsync(HttpContext http)
    {
        EndHere(http, time.GetUtcNow());
        await http.SignOutAsync(SessionCookie.Scheme);
    }

    private void EndHere(HttpContext http, DateTimeOffset now)
    {
        if (Caller.Of(http) is { } caller)
        {
            people.End(caller.User.Name, caller.Session, now);
        }

        if (SignInUnderWay.Of(http) is { } underWay)
        {
            people.End(underWay.Person.Name, underWay.Session.Id, now);
        }
    }

    private void EndOldest(Person person, DateTimeOffset now)
    {
        foreach (var session in people.SessionsOf(person.Name).Skip(settings.SessionsPerPerson))
        {
            people.End(person.Name, session.Id, now);
        }
    }

    private bool IsOver(Session session, DateTimeOffset now) => session.Stage == SessionStage.Complete
        ? now - session.LastSeen >= settings.SessionIdles || now - session.Created >= settings.SessionLasts
        : now - session.Created >= settings.SettingUpLasts;
}
