namespace Tanheng.Engine.People;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>To choose the first password and second factor.</summary>
    Invitation,

    /// <summary>To choose a new password; the second factor is asked for.</summary>
    Password,

    /// <summary>To enrol a new second factor; the password is asked for.</summary>
    SecondFactor,

    /// <summary>To choose both anew.</summary>
    Both,
}

/// <summary>A link that an administrator hands to a person. It works once and not for long.</summary>
/// <param name="Hash">The SHA-256 of the secret in the link, 64 hexadecimal digits.</param>
/// <param name="Person">Whom it is for.</param>
/// <param name="Purpose">What for.</param>
/// <param name="By">Who made it.</param>
/// <param name="Created">When.</param>
/// <param name="Expires">The first moment at which it is too late.</param>
public sealed record OneTimeLink(
    string Hash, string Person, LinkPurpose Purpose, string By, DateTimeOffset Created, DateTimeOffset Expires);

/// <summary>What an administrator is asked to decide about a person.</summary>
public enum RequestKind
{
    /// <summary>The second factor is lost.</summary>
    LostSecondFactor,

    /// <summary>Password and second factor are lost.</summary>
    LostBoth,

    /// <summary>The person is to be deactivated.</summary>
    Deactivation,
}

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Waits for a second person.</summary>
    Pending,

    /// <summary>Granted.</summary>
    Approved,

    /// <summary>Turned down.</summary>
    Rejected,
}

/// <summary>A request that concerns a person's sign-in and is decided by somebody else.</summary>
/// <param name="Id">Counted from 1 by the store.</param>
/// <param name="Person">Whom it concerns.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="By">Who asks: the person or an administrator.</param>
/// <param name="At">When.</param>
public sealed record PersonRequest(long Id, string Person, RequestKind Kind, string By, DateTimeOffset At)
{
    /// <summary>Where it stands.</summary>
    public RequestState State { get; init; }

    /// <summary>Who decided; empty while it waits.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>A person's wish to be called or reached otherwise; somebody else decides it.</summary>
/// <param name="Id">Counted from 1 by the store.</param>
/// <param name="Person">Whose.</param>
/// <param name="DisplayName">The name asked for.</param>
/// <param name="Email">The address asked for.</param>
/// <param name="At">When.</param>
public sealed record DetailsRequest(long Id, string Person, string DisplayName, string Email, DateTimeOffset At);

/// <summary>One-time links, and the requests that lead to them.</summary>
public interface ILinks
{
    /// <summary>Asks for another name or address; it takes the place of a wish that still waits.</summary>
    void AskDetails(string person, string displayName, string email, DateTimeOffset now);

    /// <summary>Wishes that wait, the oldest first.</summary>
    IReadOnlyList<DetailsRequest> DetailsAsked();

    /// <summary>Grants a wish, or turns it down.</summary>
    /// <returns>False when it does not wait any more, or <paramref name="by"/> is the person's own name.</returns>
    bool DecideDetails(long id, bool granted, string by, DateTimeOffset now);

    /// <summary>Removes persons who were invited before a moment and never came; their names are free again.</summary>
    /// <returns>How many.</returns>
    int ForgetInvited(DateTimeOffset before, DateTimeOffset now);

    /// <summary>Keeps a link; older ones of the same person are dead from here on.</summary>
    void AddLink(OneTimeLink link);

    /// <summary>A link that still works; null otherwise.</summary>
    OneTimeLink? FindLink(string hash, DateTimeOffset now);

    /// <summary>Uses a link up; false when it does not work or no longer works.</summary>
    bool SpendLink(string hash, DateTimeOffset now);

    /// <summary>
    /// Enters a request and suspends the person, so that nobody signs in while it waits. Null when one waits already,
    /// or when the person is neither active nor invited.
    /// </summary>
    PersonRequest? Ask(string name, RequestKind kind, string by, DateTimeOffset now);

    /// <summary>A request; null when there is none.</summary>
    PersonRequest? FindRequest(long id);

    /// <summary>The requests that wait, oldest first.</summary>
    IReadOnlyList<PersonRequest> PendingRequests();

    /// <summary>The request of a person that waits; null when none.</summary>
    PersonRequest? PendingRequestOf(string name);

    /// <summary>
    /// Decides a request that waits. The person goes back to the state before; of a lost factor that is approved, the
    /// factors are taken away; an approved deactivation deactivates. False when it does not wait any more.
    /// </summary>
    bool Decide(long id, bool approved, string by, DateTimeOffset now);
}
