namespace Tanheng.Engine.People;

/// <summary>A key with which a program acts for a person, within its scopes.</summary>
/// <param name="Prefix">The part that may be shown, and by which it is found.</param>
/// <param name="Hash">The SHA-256 of the whole key, 64 hexadecimal digits.</param>
/// <param name="Person">For whom it acts.</param>
/// <param name="Label">What the person calls it.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="Created">When made.</param>
/// <param name="Expires">The first moment at which it is too late.</param>
public sealed record ApiKey(
    string Prefix,
    string Hash,
    string Person,
    string Label,
    IReadOnlyList<string> Scopes,
    DateTimeOffset Created,
    DateTimeOffset Expires)
{
    /// <summary>When it was revoked; null while it is not.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>When it was last used, to the minute; null when never.</summary>
    public DateTimeOffset? LastUsed { get; init; }
}

/// <summary>API keys.</summary>
public interface IApiKeys
{
    /// <summary>Keeps a key; false when its prefix is taken.</summary>
    bool AddKey(ApiKey key);

    /// <summary>
    /// A key by its prefix, with its person, whatever its state; null when there is none. The caller compares the hash
    /// and looks at expiry, revocation and the person's state.
    /// </summary>
    (ApiKey Key, Person Person)? FindKey(string prefix);

    /// <summary>A person's keys, the latest first.</summary>
    IReadOnlyList<ApiKey> KeysOf(string name);

    /// <summary>Revokes a key of a person; false when there is no such or it was revoked before.</summary>
    bool RevokeKey(string name, string prefix, DateTimeOffset now);

    /// <summary>Notes that a key is used.</summary>
    void NoteKeyUse(string prefix, DateTimeOffset now);
}
