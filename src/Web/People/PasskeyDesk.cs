using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// Passkeys, checked by ASP.NET Core Identity. A device must check who uses it, so a passkey is both factors at once.
/// What the browser was asked travels in an encrypted cookie that lives for five minutes and is taken with the answer.
/// </summary>
internal sealed class PasskeyDesk(
    IPasskeyHandler<Person> handler,
    IPeople people,
    IDataProtectionProvider protection,
    PeopleSettings settings,
    TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>What the browser needs to make a passkey.</summary>
    public async Task<IResult> OfferAsync(HttpContext http, Person person)
    {
        var entity = new PasskeyUserEntity
        {
            Id = person.Handle,
            Name = person.Name,
            DisplayName = person.DisplayName,
        };
        var made = await handler.MakeCreationOptionsAsync(entity, http);
        Remember(http, made.AttestationState ?? "");
        return Results.Content(made.CreationOptionsJson, "application/json");
    }

    /// <summary>Enrols the passkey that the browser made. Refusals in order: label or number; not accepted.</summary>
    public async Task<Refusal?> EnrolAsync(HttpContext http, Person person, string label, string credential)
    {
        label = label.Trim();
        if (label.Length is 0 or > 60 || person.Passkeys >= settings.PasskeysPerPerson)
        {
            return PeopleRefusals.BadPasskey.With(("most", settings.PasskeysPerPerson));
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = credential,
            AttestationState = Recall(http),
        });
        if (!result.Succeeded || result.UserEntity.Id != person.Handle)
        {
            return PeopleRefusals.PasskeyRefused.With();
        }

        var info = result.Passkey;
        var passkey = new Passkey(
            info.CredentialId,
            person.Name,
            label,
            info.PublicKey,
            info.SignCount,
            info.Transports ?? [],
            time.GetUtcNow())
        {
            UserVerified = info.IsUserVerified,
            BackupEligible = info.IsBackupEligible,
            BackedUp = info.IsBackedUp,
            AttestationObject = info.AttestationObject,
            ClientData = info.ClientDataJson,
        };
        return people.AddPasskey(passkey) ? null : PeopleRefusals.PasskeyRefused.With();
    }

    /// <summary>What the browser needs to show a passkey: of this person, or of whoever sits there.</summary>
    public async Task<IResult> AskAsync(HttpContext http, Person? person)
    {
        var asked = await handler.MakeRequestOptionsAsync(person, http);
        Remember(http, asked.AssertionState ?? "");
        return Results.Content(asked.RequestOptionsJson, "application/json");
    }

    /// <summary>The person whose passkey the browser showed; null when it is not accepted.</summary>
    public async Task<Person?> RecogniseAsync(HttpContext http, string credential)
    {
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = credential,
            AssertionState = Recall(http),
        });
        if (!result.Succeeded)
        {
            return null;
        }

        var passkey = result.Passkey;
        people.NotePasskeyUse(passkey.CredentialId, passkey.SignCount, passkey.IsBackedUp, time.GetUtcNow());
        return people.Find(result.User.Name) is { State: PersonState.Active } person ? person : null;
    }

    private void Remember(HttpContext http, string state) => http.Response.Cookies.Append(
        Name(http), Protector.Protect(state, Lasts), Options(http, Lasts));

    private string? Recall(HttpContext http)
    {
        if (http.Request.Cookies[Name(http)] is not { } cookie)
        {
            return null;
        }

        http.Response.Cookies.Delete(Name(http), Options(http, null));
        try
        {
            return Protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector =>
        protection.CreateProtector("Tanheng.Passkey").ToTimeLimitedDataProtector();

    private static string Name(HttpContext http) =>
        SessionCookie.Name(http.RequestServices.GetRequiredService<PortalSettings>(), "-passkey");

    private static CookieOptions Options(HttpContext http, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.RequestServices.GetRequiredService<PortalSettings>().Https,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
