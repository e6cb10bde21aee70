namespace Tanheng.Engine.People;

/// <summary>The life of a person's sign-in. What the person may do in a market is the market's own business.</summary>
public enum PersonState
{
    /// <summary>Holds an invitation link and has not finished setting up.</summary>
    Invited,

    /// <summary>May sign in.</summary>
    Active,

    /// <summary>May not sign in for the time being; goes back only to the state before.</summary>
    Suspended,

    /// <summary>Never again; the name is not given to anybody else.</summary>
    Deactivated,
}

/// <summary>A person who can sign in.</summary>
/// <param name="Name">The name in every scheme: the journal's actor. No two names differ by case alone.</param>
/// <param name="Handle">Random; what a passkey knows the person by.</param>
/// <param name="DisplayName">How pages call the person.</param>
/// <param name="Email">Where the person can be reached; letters go there too where a mail server is set.</param>
/// <param name="Created">When invited.</param>
/// <param name="InvitedBy">By whom; empty for the first.</param>
public sealed record Person(
    string Name, string Handle, string DisplayName, string Email, DateTimeOffset Created, string InvitedBy)
{
    /// <summary>Where the sign-in stands.</summary>
    public PersonState State { get; init; }

    /// <summary>Of somebody suspended: the state to go back to.</summary>
    public PersonState? StateBefore { get; init; }

    /// <summary>The password's salted hash; null until one is chosen.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>True when the password must be replaced at the next sign-in.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Changes with every password and second factor; sessions of an older stamp are dead.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Attempts that failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>No attempt is looked at before; null when not locked.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The key of the authenticator app, encrypted by the portal; null when none is enrolled.</summary>
    public string? AuthenticatorKey { get; init; }

    /// <summary>The last time step whose code was accepted: that code and older ones are spent.</summary>
    public long LastStep { get; init; }

    /// <summary>How many passkeys are enrolled.</summary>
    public int Passkeys { get; init; }

    /// <summary>True when the person has a second factor.</summary>
    public bool HasSecondFactor => AuthenticatorKey is not null || Passkeys > 0;
}

/// <summary>An attempt that was counted before its secret was looked at.</summary>
/// <param name="Failures">Failures in a row, with this one, should it fail.</param>
/// <param name="Before">When the one before was.</param>
public readonly record struct Attempt(int Failures, DateTimeOffset? Before);

/// <summary>Which persons; null means any.</summary>
/// <param name="Text">Part of name, display name or e-mail.</param>
/// <param name="State">Their state.</param>
/// <param name="After">Names after this one, for paging forwards.</param>
/// <param name="Take">How many at most.</param>
public sealed record PersonQuery(string? Text = null, PersonState? State = null, string After = "", int Take = 50);

/// <summary>Persons, their states, passwords and failed attempts.</summary>
public interface IPersons
{
    /// <summary>True when nobody was ever entered.</summary>
    bool IsEmpty { get; }

    /// <summary>A person by name, whatever its case; null when there is none.</summary>
    Person? Find(string name);

    /// <summary>A person by handle; null when there is none.</summary>
    Person? FindByHandle(string handle);

    /// <summary>Persons in the order of their names.</summary>
    IReadOnlyList<Person> Search(PersonQuery query);

    /// <summary>Enters a person; false when the name is taken, whatever its case.</summary>
    bool Add(Person person);

    /// <summary>Sets a password; every session of the person is dead from here on.</summary>
    void SetPassword(string name, string hash, bool mustChange);

    /// <summary>Replaces the hash of the same password by one made with today's parameters.</summary>
    void RehashPassword(string name, string hash);

    /// <summary>Asks for a new password at the next sign-in.</summary>
    void DemandNewPassword(string name);

    /// <summary>The person has finished setting up; false when not invited.</summary>
    bool Activate(string name);

    /// <summary>No sign-in for now, sessions dead, keys silent; false unless invited or active.</summary>
    bool Suspend(string name, DateTimeOffset now);

    /// <summary>Back to the state before; false when not suspended.</summary>
    bool Restore(string name);

    /// <summary>No sign-in ever again; sessions dead, keys revoked; false when it was so already.</summary>
    bool Deactivate(string name, DateTimeOffset now);

    /// <summary>
    /// Counts an attempt before its secret is looked at, so that many at once are not more than one after another. Null
    /// when the person is locked, or when there is no such person.
    /// </summary>
    /// <param name="name">The person's name.</param>
    /// <param name="now">When.</param>
    /// <param name="forget">Failures before this moment are forgotten.</param>
    Attempt? CountAttempt(string name, DateTimeOffset now, DateTimeOffset forget);

    /// <summary>The attempt was right, but the sign-in is not over: takes back what was counted.</summary>
    void ForgiveAttempt(string name);

    /// <summary>The sign-in was right as a whole: no failures, no lock.</summary>
    void ClearFailures(string name);

    /// <summary>No attempt is looked at until then, or until the lock that is there already ends.</summary>
    /// <param name="name">The person's name.</param>
    /// <param name="until">The first moment at which an attempt is looked at again.</param>
    /// <param name="forget">True to start counting failures anew.</param>
    void Lock(string name, DateTimeOffset until, bool forget);
}
