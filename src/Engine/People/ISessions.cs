namespace Tanheng.Engine.People;

/// <summary>How far a sign-in has come. Only <see cref="Complete"/> makes somebody signed in.</summary>
public enum SessionStage
{
    /// <summary>The password was right; the second factor is outstanding.</summary>
    Password,

    /// <summary>Came by a link or with a one-time password: may choose a password and enrol a second factor.</summary>
    SettingUp,

    /// <summary>Both factors were right, but a new password must be chosen.</summary>
    ChangingPassword,

    /// <summary>Signed in.</summary>
    Complete,
}

/// <summary>A browser in which a person signs in or has signed in.</summary>
/// <param name="Id">The SHA-256 of the secret in the browser's cookie, 64 hexadecimal digits.</param>
/// <param name="Person">Who.</param>
/// <param name="Stage">How far.</param>
/// <param name="Created">When it began.</param>
/// <param name="Address">From where.</param>
/// <param name="Agent">What the browser calls itself.</param>
public sealed record Session(
    string Id, string Person, SessionStage Stage, DateTimeOffset Created, string Address, string Agent)
{
    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset LastSeen { get; init; } = Created;

    /// <summary>When the second factor was last given; null when never.</summary>
    public DateTimeOffset? Confirmed { get; init; }
}

/// <summary>Sessions. One that has ended, or whose person may not sign in, is not found.</summary>
public interface ISessions
{
    /// <summary>Begins a session; it lives as long as the person's stamp of this moment.</summary>
    void Open(Session session);

    /// <summary>A session that is alive, with its person; null otherwise.</summary>
    (Session Session, Person Person)? FindSession(string id);

    /// <summary>A person's live sessions, the latest first.</summary>
    IReadOnlyList<Session> SessionsOf(string name);

    /// <summary>Notes that a session is used.</summary>
    void Touch(string id, DateTimeOffset now);

    /// <summary>Notes that the second factor was given once more.</summary>
    void Confirm(string id, DateTimeOffset now);

    /// <summary>Ends a session of a person; false when there is no such.</summary>
    bool End(string name, string id, DateTimeOffset now);

    /// <summary>Ends all sessions of a person, perhaps but one.</summary>
    /// <returns>How many.</returns>
    int EndAll(string name, DateTimeOffset now, string? but = null);
}
