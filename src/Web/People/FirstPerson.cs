using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;

namespace Tanheng.Web.People;

/// <summary>Whoever invites the others cannot be invited.</summary>
public static class FirstPerson
{
    /// <summary>
    /// Enters the first person of a deployment with a one-time password, which the first sign-in must replace; gives
    /// the password. Null when there is anybody already.
    /// </summary>
    public static string? Enter(IServiceProvider services, string name)
    {
        var people = services.GetRequiredService<IPersons>();
        if (!people.IsEmpty)
        {
            return null;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var password = Secrets.NewReadable(4);
        var person = new Person(name, Guid.NewGuid().ToString("n"), name, "", now, "") { MustChangePassword = true };
        var hash = services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, password);
        return people.Add(person with { PasswordHash = hash }) ? password : null;
    }

    /// <summary>
    /// For whoever keeps the machine, when nobody else can help: a link by which a person sets up password and second
    /// factor anew. What the person had is void at once. The path of the link; null when there is no such person, or
    /// one that is deactivated or suspended by hand.
    /// </summary>
    public static string? Rescue(IPeople people, string name, PeopleSettings settings, DateTimeOffset now)
    {
        const string by = "console";
        if (people.Find(name) is not { State: not PersonState.Deactivated } person)
        {
            return null;
        }

        if (person.State != PersonState.Invited)
        {
            var request = people.PendingRequestOf(person.Name)
                ?? people.Ask(person.Name, RequestKind.LostBoth, by, now);
            if (request is not { Kind: RequestKind.LostBoth } || !people.Decide(request.Id, approved: true, by, now))
            {
                return null;
            }
        }

        var secret = Secrets.NewToken();
        var purpose = person.State == PersonState.Invited ? LinkPurpose.Invitation : LinkPurpose.Both;
        people.ClearFailures(person.Name);
        people.AddLink(new OneTimeLink(
            Secrets.Hash(secret), person.Name, purpose, by, now, now + settings.ResetLasts));
        people.Record(new AuditEntry(0, now, by, "", "", "rescue " + person.Name, "", null, AuditTrail.Done));
        return LinkRoutes.PathOf(secret);
    }
}
