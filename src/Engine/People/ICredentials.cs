namespace Tanheng.Engine.People;

/// <summary>A passkey: a public key whose private half never leaves the person's device.</summary>
/// <param name="CredentialId">What the device calls it.</param>
/// <param name="Person">Whose.</param>
/// <param name="Label">What the person calls it.</param>
/// <param name="PublicKey">COSE.</param>
/// <param name="SignCount">The device's counter; one that goes back tells of a copy.</param>
/// <param name="Transports">How browsers reach the device.</param>
/// <param name="Created">When enrolled.</param>
public sealed record Passkey(
    byte[] CredentialId,
    string Person,
    string Label,
    byte[] PublicKey,
    long SignCount,
    IReadOnlyList<string> Transports,
    DateTimeOffset Created)
{
    /// <summary>The device checked who used it when the passkey was made.</summary>
    public bool UserVerified { get; init; }

    /// <summary>It may be copied between the person's devices.</summary>
    public bool BackupEligible { get; init; }

    /// <summary>It was copied.</summary>
    public bool BackedUp { get; init; }

    /// <summary>What the device said when it was made.</summary>
    public byte[] AttestationObject { get; init; } = [];

    /// <summary>What the browser said when it was made.</summary>
    public byte[] ClientData { get; init; } = [];

    /// <summary>When last used; null when never.</summary>
    public DateTimeOffset? LastUsed { get; init; }
}

/// <summary>Second factors: authenticator app, recovery codes, passkeys.</summary>
public interface ICredentials
{
    /// <summary>
    /// Enrols an authenticator app in place of any other; every session of the person is dead from here on.
    /// </summary>
    /// <param name="name">The person.</param>
    /// <param name="key">The key, encrypted.</param>
    /// <param name="step">The time step whose code proved it; that code is spent.</param>
    void SetAuthenticator(string name, string key, long step);

    /// <summary>Spends the code of a time step; false when it or a later one was spent before.</summary>
    bool SpendStep(string name, long step);

    /// <summary>Replaces all recovery codes by these, given as hashes.</summary>
    void SetRecoveryCodes(string name, IReadOnlyList<string> hashes);

    /// <summary>Spends a recovery code; false when there is none or it was spent before.</summary>
    bool SpendRecoveryCode(string name, string hash, DateTimeOffset now);

    /// <summary>How many recovery codes are not spent.</summary>
    int RecoveryCodesLeft(string name);

    /// <summary>
    /// Takes authenticator, recovery codes and passkeys away; every session of the person is dead from here on.
    /// </summary>
    void DropSecondFactors(string name);

    /// <summary>Enrols a passkey; false when somebody has it already.</summary>
    bool AddPasskey(Passkey passkey);

    /// <summary>A person's passkeys, oldest first.</summary>
    IReadOnlyList<Passkey> PasskeysOf(string name);

    /// <summary>A passkey by what the device calls it; null when there is none.</summary>
    Passkey? FindPasskey(byte[] credentialId);

    /// <summary>Notes that a passkey was used.</summary>
    void NotePasskeyUse(byte[] credentialId, long signCount, bool backedUp, DateTimeOffset now);

    /// <summary>Takes a passkey away; false when the person has no such.</summary>
    bool RemovePasskey(string name, byte[] credentialId);
}
