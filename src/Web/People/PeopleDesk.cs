using Microsoft.AspNetCore.Http;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// Administration of persons by registry and authority. Nobody administers himself, and persons of the authority are
/// administered by the authority only: whoever hands out a link could use it. What gives a person new means to sign in
/// takes two administrators, or the person and one.
/// </summary>
public sealed class PeopleDesk(
    IPeople people, Market market, PeopleSettings settings, TimeProvider time, AuditTrail trail)
{
    /// <summary>Who may administer persons.</summary>
    public static IReadOnlyList<Role> Administrators { get; } = [Role.Authority, Role.RegistryOperator];

    /// <summary>
    /// Enters a person and gives the secret of an invitation link. Refusals in order: name; details; not permitted (a
    /// name that has an office already is the authority's to invite); taken.
    /// </summary>
    internal async Task<Outcome<string>> InviteAsync(HttpContext http, string name, string displayName, string email)
    {
        var actor = Caller.Of(http)!.User;
        name = name.Trim();
        if (!IsName(name))
        {
            return PeopleRefusals.BadName.With();
        }

        var person = new Person(
            name, Guid.NewGuid().ToString("n"), displayName.Trim(), email.Trim(), time.GetUtcNow(), actor.Name);
        if (!AreDetails(person))
        {
            return PeopleRefusals.BadDetails.With();
        }

        if (!await MayManageAsync(actor, name))
        {
            return PeopleRefusals.MayNotManage.With(("name", name));
        }

        return people.Add(person)
            ? NewLink(http, person, LinkPurpose.Invitation, settings.InvitationLasts, "invite")
            : PeopleRefusals.NameTaken.With(("name", name));
    }

    /// <summary>Another name or address of one's own: somebody else decides.</summary>
    internal Refusal? AskDetails(HttpContext http, Person person, string displayName, string email)
    {
        var wished = person with { DisplayName = displayName.Trim(), Email = email.Trim() };
        if (!AreDetails(wished))
        {
            return PeopleRefusals.BadDetails.With();
        }

        people.AskDetails(person.Name, wished.DisplayName, wished.Email, time.GetUtcNow());
        trail.Record(http, "details", null, AuditTrail.Done);
        return null;
    }

    /// <summary>Grants another name or address, or turns it down; never one's own.</summary>
    internal async Task<Refusal?> DecideDetailsAsync(HttpContext http, long id, bool granted)
    {
        var actor = Caller.Of(http)!.User;
        if (people.DetailsAsked().FirstOrDefault(one => one.Id == id) is not { } asked)
        {
            return PeopleRefusals.DetailsDecided.With();
        }

        if (!await MayManageAsync(actor, asked.Person))
        {
            return PeopleRefusals.MayNotManage.With(("name", asked.Person));
        }

        if (!people.DecideDetails(id, granted, actor.Name, time.GetUtcNow()))
        {
            return PeopleRefusals.DetailsDecided.With();
        }

        trail.Record(http, $"details-{(granted ? "approve" : "reject")} {asked.Person}", null, AuditTrail.Done);
        return null;
    }

    /// <summary>A new invitation link for somebody who has not set up yet; the old one is dead.</summary>
    internal async Task<Outcome<string>> RenewInvitationAsync(HttpContext http, string name)
    {
        var found = await ManagedAsync(http, name);
        if (!found.Try(out var person, out var refusal))
        {
            return refusal;
        }

        return person.State == PersonState.Invited
            ? NewLink(http, person, LinkPurpose.Invitation, settings.InvitationLasts, "invite")
            : PeopleRefusals.WrongState.With(("name", person.Name));
    }

    /// <summary>
    /// A link to a new password. The second factor is asked for with it, so whoever made the link cannot use it.
    /// </summary>
    internal async Task<Outcome<string>> PasswordLinkAsync(HttpContext http, string name)
    {
        var found = await ManagedAsync(http, name);
        if (!found.Try(out var person, out var refusal))
        {
            return refusal;
        }

        return person is { State: PersonState.Active, HasSecondFactor: true }
            ? NewLink(http, person, LinkPurpose.Password, settings.ResetLasts, "password-link")
            : PeopleRefusals.WrongState.With(("name", person.Name));
    }

    /// <summary>
    /// No sign-in for now. Whoever suspends somebody of the authority is of the authority and can sign in, so somebody
    /// always stays.
    /// </summary>
    internal async Task<Refusal?> SuspendAsync(HttpContext http, string name)
    {
        var found = await ManagedAsync(http, name);
        if (!found.Try(out var person, out var refusal))
        {
            return refusal;
        }

        return Done(http, "suspend", person, people.Suspend(person.Name, time.GetUtcNow()));
    }

    /// <summary>Back to the state before; not while a request waits, which lifts the suspension itself.</summary>
    internal async Task<Refusal?> RestoreAsync(HttpContext http, string name)
    {
        var found = await ManagedAsync(http, name);
        if (!found.Try(out var person, out var refusal))
        {
            return refusal;
        }

        return people.PendingRequestOf(person.Name) is not null
            ? PeopleRefusals.RequestPending.With(("name", person.Name))
            : Done(http, "restore", person, people.Restore(person.Name));
    }

    /// <summary>Lifts a lock before its time.</summary>
    internal async Task<Refusal?> UnlockAsync(HttpContext http, string name)
    {
        var found = await ManagedAsync(http, name);
        if (!found.Try(out var person, out var refusal))
        {
            return refusal;
        }

        people.ClearFailures(person.Name);
        return Done(http, "unlock", person, true);
    }

    /// <summary>
    /// Asks, for somebody, that lost means of signing in be taken away or that the sign-in be closed; another
    /// administrator decides. Refusals in order: not permitted; waits already; for deactivation still in office;
    /// state.
    /// </summary>
    internal async Task<Refusal?> AskAsync(HttpContext http, string name, RequestKind kind)
    {
        var found = await ManagedAsync(http, name);
        if (!found.Try(out var person, out var refusal))
        {
            return refusal;
        }

        if (people.PendingRequestOf(person.Name) is not null)
        {
            return PeopleRefusals.RequestPending.With(("name", person.Name));
        }

        var mandate = await market.Read(state => Mandate.Of(state, new UserId(person.Name)));
        if (kind == RequestKind.Deactivation && (mandate.Offices.Length > 0 || mandate.Holders.Length > 0))
        {
            return PeopleRefusals.StillInOffice.With(("name", person.Name));
        }

        var asked = people.Ask(person.Name, kind, Caller.Of(http)!.User.Name, time.GetUtcNow());
        return Done(http, "request " + kind, person, asked is not null);
    }

    /// <summary>Of a person who lost the second factor and has just shown the password: asks for a reset.</summary>
    internal bool AskForSelf(HttpContext http, Person person)
    {
        var asked = people.Ask(person.Name, RequestKind.LostSecondFactor, person.Name, time.GetUtcNow());
        trail.Record(
            http,
            person.Name,
            "request " + RequestKind.LostSecondFactor,
            null,
            asked is null ? PeopleRefusals.RequestPending.ToString() : AuditTrail.Done);
        return asked is not null;
    }

    /// <summary>
    /// Decides a request. Approval of a lost factor gives the secret of the link by which the person enrols anew;
    /// otherwise the text is empty. Refusals in order: gone; not permitted; own request.
    /// </summary>
    internal async Task<Outcome<string>> DecideAsync(HttpContext http, long id, bool approved)
    {
        if (people.FindRequest(id) is not { State: RequestState.Pending } request)
        {
            return PeopleRefusals.RequestGone.With();
        }

        var actor = Caller.Of(http)!.User;
        var found = await ManagedAsync(http, request.Person);
        if (!found.Try(out var person, out var refusal))
        {
            return refusal;
        }

        if (string.Equals(request.By, actor.Name, StringComparison.OrdinalIgnoreCase))
        {
            return PeopleRefusals.OwnRequest.With();
        }

        if (!people.Decide(id, approved, actor.Name, time.GetUtcNow()))
        {
            return PeopleRefusals.RequestGone.With();
        }

        Done(http, (approved ? "approve " : "reject ") + request.Kind, person, true);
        return approved && request.Kind != RequestKind.Deactivation
            ? NewLink(http, person, PurposeOf(request.Kind), settings.ResetLasts, "reset-link")
            : "";
    }

    /// <summary>True when an actor may administer the person of that name at this moment.</summary>
    internal async Task<bool> MayManageAsync(UserId actor, string name)
    {
        if (string.Equals(actor.Name, name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (mine, theirs) = await market.Read(state => (Mandate.Of(state, actor), OfficesOf(state, name)));
        return mine.Is(Role.Authority)
            || (Administrators.Any(mine.Is) && !theirs.Contains(Role.Authority)
                && (theirs.Count == 0 || people.Find(name) is not null));
    }

    private static List<Role> OfficesOf(SchemeState state, string name) =>
        [.. state.Registry.Officials
            .Where(official => string.Equals(official.Key.Name, name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(official => official.Value)];

    /// <summary>True for a name that a person can have: it is an actor of journals, so it is plain.</summary>
    public static bool IsName(string name) => name.Length is >= 2 and <= 60
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@')
        && !string.Equals(name, UserId.System.Name, StringComparison.OrdinalIgnoreCase);

    private static bool AreDetails(Person person) =>
        person.DisplayName.Length is >= 1 and <= 80 && !person.DisplayName.Any(char.IsControl)
        && person.Email.Length <= 200 && System.Net.Mail.MailAddress.TryCreate(person.Email, out var address)
        && address.Address == person.Email;

    private static LinkPurpose PurposeOf(RequestKind kind) =>
        kind == RequestKind.LostBoth ? LinkPurpose.Both : LinkPurpose.SecondFactor;

    private async Task<Outcome<Person>> ManagedAsync(HttpContext http, string name)
    {
        if (people.Find(name) is not { } person)
        {
            return PeopleRefusals.UnknownPerson.With(("name", name));
        }

        return await MayManageAsync(Caller.Of(http)!.User, person.Name)
            ? person
            : PeopleRefusals.MayNotManage.With(("name", person.Name));
    }

    private string NewLink(HttpContext http, Person person, LinkPurpose purpose, TimeSpan lasts, string what)
    {
        var (secret, now) = (Secrets.NewToken(), time.GetUtcNow());
        var actor = Caller.Of(http)!.User.Name;
        people.AddLink(new OneTimeLink(Secrets.Hash(secret), person.Name, purpose, actor, now, now + lasts));
        trail.Record(http, $"{what} {person.Name}", null, AuditTrail.Done);
        return secret;
    }

    private Refusal? Done(HttpContext http, string what, Person person, bool done)
    {
        trail.Record(
            http, $"{what} {person.Name}", null, done ? AuditTrail.Done : PeopleRefusals.WrongState.ToString());
        return done ? null : PeopleRefusals.WrongState.With(("name", person.Name));
    }
}
