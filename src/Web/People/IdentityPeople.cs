using Microsoft.AspNetCore.Identity;
using Tanheng.Engine.People;

namespace Tanheng.Web.People;

/// <summary>
/// The people store as ASP.NET Core Identity wants to see it: what its passkey handler reads, and no more. Identity
/// changes nobody.
/// </summary>
internal sealed class IdentityPeople(IPeople people) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Handle);

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) =>
        GetUserNameAsync(user, cancellationToken);

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(people.FindByHandle(userId));

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(people.Find(normalizedUserName));

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. people.PasskeysOf(user.Name).Select(InfoOf)]);

    public Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(people.FindPasskey(credentialId) is { } passkey ? people.Find(passkey.Person) : null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(
            people.FindPasskey(credentialId) is { } passkey && passkey.Person == user.Name ? InfoOf(passkey) : null);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task AddOrUpdatePasskeyAsync(
        Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public void Dispose()
    {
        // The store belongs to the program.
    }

    private static UserPasskeyInfo InfoOf(Passkey passkey) => new(
        passkey.CredentialId,
        passkey.PublicKey,
        passkey.Created,
        (uint)passkey.SignCount,
        [.. passkey.Transports],
        passkey.UserVerified,
        passkey.BackupEligible,
        passkey.BackedUp,
        passkey.AttestationObject,
        passkey.ClientData);

    private static NotSupportedException ReadOnly() => new("Identity only reads here.");
}
