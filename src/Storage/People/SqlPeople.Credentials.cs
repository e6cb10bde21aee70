using System.Data.Common;
using Tanheng.Engine.People;

namespace Tanheng.Storage.People;

/// <summary>Second factors.</summary>
public abstract partial class SqlPeople
{
    private const string PasskeyColumns =
        "select credential_id, person, label, public_key, sign_count, transports, created, user_verified,"
        + " backup_eligible, backed_up, attestation_object, client_data, last_used from passkey";

    /// <inheritdoc />
    public void SetAuthenticator(string name, string key, long step) => Execute(
        "update person set authenticator_key = @key, last_step = @step, stamp = @stamp where name = @name",
        new { name, key, step, stamp = NewStamp() });

    /// <inheritdoc />
    public bool SpendStep(string name, long step) => Execute(
        "update person set last_step = @step where name = @name and last_step < @step", new { name, step }) == 1;

    /// <inheritdoc />
    public void SetRecoveryCodes(string name, IReadOnlyList<string> hashes) => Together(all =>
    {
        all.Execute("delete from recovery_code where person = @name", new { name });
        foreach (var hash in hashes)
        {
            all.Execute("insert into recovery_code (person, hash) values (@name, @hash)", new { name, hash });
        }

        return hashes.Count;
    });

    /// <inheritdoc />
    public bool SpendRecoveryCode(string name, string hash, DateTimeOffset now) => Execute(
        "update recovery_code set spent = @now where person = @name and hash = @hash and spent is null",
        new { name, hash, now = Millis(now) }) == 1;

    /// <inheritdoc />
    public int RecoveryCodesLeft(string name) =>
        (int)Count("select count(*) from recovery_code where person = @name and spent is null", new { name });

    /// <inheritdoc />
    public void DropSecondFactors(string name) => Together(all => DropSecondFactors(all, name));

    /// <inheritdoc />
    public bool AddPasskey(Passkey passkey) => Execute(
        "insert into passkey (credential_id, person, label, public_key, sign_count, transports, created,"
        + " user_verified, backup_eligible, backed_up, attestation_object, client_data) values (@CredentialId,"
        + " @Person, @Label, @PublicKey, @SignCount, @transports, @created, @verified, @eligible, @backedUp,"
        + " @AttestationObject, @ClientData) on conflict do nothing",
        new
        {
            passkey.CredentialId,
            passkey.Person,
            passkey.Label,
            passkey.PublicKey,
            passkey.SignCount,
            transports = string.Join(' ', passkey.Transports),
            created = Millis(passkey.Created),
            verified = passkey.UserVerified ? 1L : 0,
            eligible = passkey.BackupEligible ? 1L : 0,
            backedUp = passkey.BackedUp ? 1L : 0,
            passkey.AttestationObject,
            passkey.ClientData,
        }) == 1;

    /// <inheritdoc />
    public IReadOnlyList<Passkey> PasskeysOf(string name) =>
        Read(PasskeyColumns + " where person = @name order by created, credential_id", new { name }, PasskeyOf);

    /// <inheritdoc />
    public Passkey? FindPasskey(byte[] credentialId) =>
        First(PasskeyColumns + " where credential_id = @credentialId", new { credentialId }, PasskeyOf);

    /// <inheritdoc />
    public void NotePasskeyUse(byte[] credentialId, long signCount, bool backedUp, DateTimeOffset now) => Execute(
        "update passkey set sign_count = @signCount, backed_up = @backedUp, last_used = @now"
        + " where credential_id = @credentialId",
        new { credentialId, signCount, backedUp = backedUp ? 1L : 0, now = Millis(now) });

    /// <inheritdoc />
    public bool RemovePasskey(string name, byte[] credentialId) => Execute(
        "delete from passkey where person = @name and credential_id = @credentialId",
        new { name, credentialId }) == 1;

    private static int DropSecondFactors(Transaction all, string name)
    {
        all.Execute("delete from passkey where person = @name", new { name });
        all.Execute("delete from recovery_code where person = @name", new { name });
        return all.Execute(
            "update person set authenticator_key = null, stamp = @stamp where name = @name",
            new { name, stamp = NewStamp() });
    }

    private static Passkey PasskeyOf(DbDataReader row) => new(
        row.GetFieldValue<byte[]>(0),
        row.GetString(1),
        row.GetString(2),
        row.GetFieldValue<byte[]>(3),
        row.GetInt64(4),
        Words(row, 5),
        Time(row, 6))
    {
        UserVerified = row.GetInt64(7) != 0,
        BackupEligible = row.GetInt64(8) != 0,
        BackedUp = row.GetInt64(9) != 0,
        AttestationObject = row.GetFieldValue<byte[]>(10),
        ClientData = row.GetFieldValue<byte[]>(11),
        LastUsed = TimeOrNull(row, 12),
    };
}
