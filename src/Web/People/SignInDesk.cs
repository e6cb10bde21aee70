using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Web.People;

/// <summary>
/// Recognises persons: passwords, codes, locks. Every attempt is counted before its secret is looked at, and a password
/// is hashed whether or not there is such a person, so that neither haste nor a clock tells more than the answer.
/// </summary>
public sealed class SignInDesk(
    IPeople people,
    IPasswordHasher<Person> hasher,
    IDataProtectionProvider protection,
    PeopleSettings settings,
    TimeProvider time,
    AuditTrail trail)
{
    private static readonly Person Nobody = new("", "", "", "", default, "");

    private readonly IDataProtector factors = protection.CreateProtector("Tanheng.SecondFactor");

    private readonly Lazy<string> hashOfNothing = new(() => hasher.HashPassword(Nobody, Secrets.NewToken()));

    /// <summary>
    /// The person whose name and password these are, with how far that leads. One refusal for every reason not to.
    /// </summary>
    internal Outcome<(Person Person, SessionStage Stage)> Password(HttpContext http, string name, string password)
    {
        var person = name.Length <= 100 ? people.Find(name) : null;
        var allowed = person is { State: PersonState.Active or PersonState.Invited, PasswordHash: not null }
            && MayAttempt(person);
        var right = IsPassword(allowed ? person! : Nobody, password);
        if (person is null || !allowed || !right)
        {
            trail.Record(http, person?.Name ?? "", "sign-in", null, PeopleRefusals.SignInFailed.ToString());
            LockWhenFull(http, person);
            return PeopleRefusals.SignInFailed.Failed(settings);
        }

        people.ForgiveAttempt(person.Name);
        if (!person.MustChangePassword && PasswordRules.IsCommon(password))
        {
            people.DemandNewPassword(person.Name);
        }

        var settingUp = person is { State: PersonState.Invited, HasSecondFactor: false };
        return (person, settingUp ? SessionStage.SettingUp : SessionStage.Password);
    }

    /// <summary>Null when the code is the authenticator's, and spent from now on.</summary>
    internal Refusal? Code(HttpContext http, Person person, string code, string what)
    {
        var allowed = MayAttempt(person);
        var now = time.GetUtcNow();
        var step = allowed && KeyOf(person) is { } key ? Totp.Match(key, code, now, settings.ClockSteps) : null;
        if (step is not { } matched || !people.SpendStep(person.Name, matched))
        {
            trail.Record(http, person.Name, what, null, PeopleRefusals.CodeRefused.ToString());
            LockWhenFull(http, person);
            return PeopleRefusals.CodeRefused.Failed(settings);
        }

        people.ClearFailures(person.Name);
        return null;
    }

    /// <summary>Null when the recovery code is one of the person's, and spent from now on.</summary>
    internal Refusal? RecoveryCode(HttpContext http, Person person, string code)
    {
        var allowed = MayAttempt(person);
        var hash = Secrets.Hash(Secrets.Normal(code));
        if (!allowed || !people.SpendRecoveryCode(person.Name, hash, time.GetUtcNow()))
        {
            trail.Record(http, person.Name, "recovery-code", null, PeopleRefusals.RecoveryCodeRefused.ToString());
            LockWhenFull(http, person);
            return PeopleRefusals.RecoveryCodeRefused.With();
        }

        people.ClearFailures(person.Name);
        trail.Record(http, person.Name, "recovery-code", null, AuditTrail.Done);
        return null;
    }

    /// <summary>Null when this is the person's present password.</summary>
    internal Refusal? PresentPassword(HttpContext http, Person person, string password, string what)
    {
        var allowed = person.PasswordHash is not null && MayAttempt(person);
        if (!IsPassword(allowed ? person : Nobody, password) || !allowed)
        {
            trail.Record(http, person.Name, what, null, PeopleRefusals.PasswordWrong.ToString());
            LockWhenFull(http, person);
            return PeopleRefusals.PasswordWrong.With();
        }

        people.ForgiveAttempt(person.Name);
        return null;
    }

    /// <summary>Null when the person may choose it. Refusals in order: the rules; twice; unchanged.</summary>
    internal Refusal? CheckNew(Person person, string password, string repeated)
    {
        if (PasswordRules.Check(password, person, settings) is { } refusal)
        {
            return refusal;
        }

        if (password != repeated)
        {
            return PeopleRefusals.PasswordsDiffer.With();
        }

        return person.PasswordHash is not null && IsPassword(person, password)
            ? PeopleRefusals.PasswordUnchanged.With()
            : null;
    }

    /// <summary>Sets a password that was checked; every session of the person ends.</summary>
    internal void SetPassword(HttpContext http, Person person, string password)
    {
        people.SetPassword(person.Name, hasher.HashPassword(person, password), mustChange: false);
        trail.Record(http, person.Name, "password", null, AuditTrail.Done);
    }

    /// <summary>A new key for an authenticator app, and its form for a page's hidden field.</summary>
    internal (string Key, string Sealed) OfferAuthenticator(Person person)
    {
        var key = Totp.NewKey();
        return (key, factors.CreateProtector("offer", person.Name).Protect(key));
    }

    /// <summary>The key of an offer that came back with a page; null when it is none.</summary>
    internal string? Offered(Person person, string sealedKey)
    {
        try
        {
            return factors.CreateProtector("offer", person.Name).Unprotect(sealedKey);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// Enrols the authenticator whose code proves it; every session of the person ends. New recovery codes, or why not.
    /// </summary>
    internal Outcome<IReadOnlyList<string>> Enrol(HttpContext http, Person person, string sealedKey, string code)
    {
        if (Offered(person, sealedKey) is not { } key
            || Totp.Match(key, code, time.GetUtcNow(), settings.ClockSteps) is not { } step)
        {
            return PeopleRefusals.CodeRefused.Failed(settings);
        }

        people.SetAuthenticator(person.Name, factors.Protect(key), step);
        trail.Record(http, person.Name, "second-factor", null, AuditTrail.Done);
        return Outcome.Of(NewRecoveryCodes(http, person));
    }

    /// <summary>New recovery codes in place of the old, to be shown once.</summary>
    internal IReadOnlyList<string> NewRecoveryCodes(HttpContext http, Person person)
    {
        string[] codes = [.. Enumerable.Range(0, settings.RecoveryCodes).Select(_ => Secrets.NewReadable(2))];
        people.SetRecoveryCodes(person.Name, [.. codes.Select(code => Secrets.Hash(Secrets.Normal(code)))]);
        trail.Record(http, person.Name, "recovery-codes", null, AuditTrail.Done);
        return codes;
    }

    private string? KeyOf(Person person) =>
        person.AuthenticatorKey is { } kept ? factors.Unprotect(kept) : null;

    private bool IsPassword(Person person, string password)
    {
        var hash = person.PasswordHash ?? hashOfNothing.Value;
        var result = hasher.VerifyHashedPassword(person, hash, password.Length <= 1000 ? password : "");
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            people.RehashPassword(person.Name, hasher.HashPassword(person, password));
        }

        return person.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>Counts an attempt; false when the person is locked, or becomes so by it.</summary>
    private bool MayAttempt(Person person)
    {
        var now = time.GetUtcNow();
        if (people.CountAttempt(person.Name, now, now - settings.FailuresForgotten) is not { } attempt)
        {
            return false;
        }

        if (attempt.Before is { } before && now - before < settings.TooQuick)
        {
            people.Lock(person.Name, now + settings.TooQuickLockLasts, forget: false);
            return false;
        }

        return attempt.Failures <= settings.FailuresToLock;
    }

    private void LockWhenFull(HttpContext http, Person? person)
    {
        if (person is null || people.Find(person.Name)!.Failures < settings.FailuresToLock)
        {
            return;
        }

        people.Lock(person.Name, time.GetUtcNow() + settings.LockLasts, forget: true);
        trail.Record(http, person.Name, "lock", null, AuditTrail.Done);
    }
}
