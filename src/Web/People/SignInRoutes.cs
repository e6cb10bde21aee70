using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tanheng.Engine.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// Signing in: name and password, then the second factor, then a new password where one is due; or a passkey, which is
/// all at once. Every step begins a new session with a new secret.
/// </summary>
internal static class SignInRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/sign-in").RequireRateLimiting(Limits.SignIn);
        group.MapPost("", Password);
        group.MapPost("/second", Code);
        group.MapPost("/recovery", RecoveryCode);
        group.MapPost("/lost", Lost);
        group.MapPost("/password", NewPassword);
        group.MapPost("/enrol", Enrol);
        group.MapPost("/passkey/options", PasskeyOptions);
        group.MapPost("/passkey", Passkey);
        routes.MapPost("/sign-out", SignOut);
    }

    private static async Task<IResult> Password(
        HttpContext http,
        SignInDesk desk,
        SessionDesk sessions,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? back)
    {
        if (!desk.Password(http, name?.Trim() ?? "", password ?? "").Try(out var found, out var refusal))
        {
            return See.Refused(http, Back.With("/sign-in", back), refusal);
        }

        await sessions.BeginAsync(http, found.Person, found.Stage);
        return See.Other(Back.With(NextPage(found.Person, found.Stage), back));
    }

    private static async Task<IResult> Code(
        HttpContext http,
        SignInDesk desk,
        SessionDesk sessions,
        TimeProvider time,
        [FromForm] string? code,
        [FromForm] string? back)
    {
        if (SignInUnderWay.Of(http) is not { Session.Stage: SessionStage.Password } underWay)
        {
            return See.Other(Back.With("/sign-in", back));
        }

        return desk.Code(http, underWay.Person, code ?? "", "sign-in") is { } refusal
            ? See.Refused(http, Back.With("/sign-in/second", back), refusal)
            : await Complete(http, sessions, underWay.Person, time.GetUtcNow(), back);
    }

    private static async Task<IResult> RecoveryCode(
        HttpContext http,
        SignInDesk desk,
        SessionDesk sessions,
        TimeProvider time,
        [FromForm] string? code,
        [FromForm] string? back)
    {
        if (SignInUnderWay.Of(http) is not { Session.Stage: SessionStage.Password } underWay)
        {
            return See.Other(Back.With("/sign-in", back));
        }

        return desk.RecoveryCode(http, underWay.Person, code ?? "") is { } refusal
            ? See.Refused(http, Back.With("/sign-in/second", back), refusal)
            : await Complete(http, sessions, underWay.Person, time.GetUtcNow(), back);
    }

    private static async Task<IResult> Lost(HttpContext http, PeopleDesk people, SessionDesk sessions)
    {
        if (SignInUnderWay.Of(http) is not { Session.Stage: SessionStage.Password } underWay)
        {
            return See.Other("/sign-in");
        }

        people.AskForSelf(http, underWay.Person);
        await sessions.SignOutAsync(http);
        Flash.Say(http, Words.NoticeLost);
        return See.Other("/sign-in");
    }

    private static async Task<IResult> NewPassword(
        HttpContext http,
        SignInDesk desk,
        SessionDesk sessions,
        [FromForm] string? password,
        [FromForm] string? repeated,
        [FromForm] string? back)
    {
        if (SignInUnderWay.Of(http) is not
            { Session.Stage: SessionStage.SettingUp or SessionStage.ChangingPassword } underWay)
        {
            return See.Other(Back.With("/sign-in", back));
        }

        var person = underWay.Person;
        if (desk.CheckNew(person, password ?? "", repeated ?? "") is { } refusal)
        {
            return See.Refused(http, Back.With("/sign-in/password", back), refusal);
        }

        desk.SetPassword(http, person, password!);
        if (underWay.Session.Stage == SessionStage.ChangingPassword)
        {
            return await Complete(
                http, sessions, person with { MustChangePassword = false }, underWay.Session.Confirmed, back);
        }

        await sessions.BeginAsync(http, person, SessionStage.SettingUp);
        return See.Other(Back.With("/sign-in/enrol", back));
    }

    private static async Task<IResult> Enrol(
        HttpContext http,
        SignInDesk desk,
        SessionDesk sessions,
        IPersons people,
        TimeProvider time,
        IFormCollection form)
    {
        var back = form.Text("back");
        if (SignInUnderWay.Of(http) is not { Session.Stage: SessionStage.SettingUp } underWay
            || underWay.Person is { MustChangePassword: true } or { PasswordHash: null })
        {
            return See.Other(Back.With("/sign-in", back));
        }

        var person = underWay.Person;
        if (!desk.Enrol(http, person, form.Text("key"), form.Text("code")).Try(out var codes, out var refusal))
        {
            return See.Refused(http, Back.With("/sign-in/enrol", back), refusal);
        }

        people.Activate(person.Name);
        people.ClearFailures(person.Name);
        await Complete(http, sessions, person, time.GetUtcNow(), null);
        Once.Put(http, [.. codes]);
        return See.Other(Back.With("/me/second-factor", back));
    }

    private static Task<IResult> PasskeyOptions(HttpContext http, PasskeyDesk passkeys) =>
        passkeys.AskAsync(http, SignInUnderWay.Of(http)?.Person);

    private static async Task<IResult> Passkey(
        HttpContext http,
        PasskeyDesk passkeys,
        SessionDesk sessions,
        IPersons people,
        AuditTrail trail,
        IFormCollection form)
    {
        var back = form.Text("back");
        var person = await passkeys.RecogniseAsync(http, form.Text("credential"));
        var expected = SignInUnderWay.Of(http)?.Person.Name;
        if (person is null || (expected is not null && expected != person.Name))
        {
            trail.Record(http, expected ?? "", "passkey", null, PeopleRefusals.PasskeyRefused.ToString());
            var page = expected is null ? "/sign-in" : "/sign-in/second";
            return See.Refused(http, Back.With(page, back), PeopleRefusals.PasskeyRefused.With());
        }

        people.ClearFailures(person.Name);
        var time = http.RequestServices.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System;
        return await Complete(http, sessions, person, time.GetUtcNow(), back);
    }

    private static async Task<IResult> SignOut(HttpContext http, SessionDesk sessions, AuditTrail trail)
    {
        if (Caller.Of(http) is not null)
        {
            trail.Record(http, "sign-out", null, AuditTrail.Done);
        }

        await sessions.SignOutAsync(http);
        return See.Other("/");
    }

    /// <summary>Both factors were right: signed in, or a new password first.</summary>
    private static async Task<IResult> Complete(
        HttpContext http, SessionDesk sessions, Person person, DateTimeOffset? confirmed, string? back)
    {
        var stage = person.MustChangePassword ? SessionStage.ChangingPassword : SessionStage.Complete;
        await sessions.BeginAsync(http, person, stage, confirmed);
        if (stage == SessionStage.Complete)
        {
            var trail = (AuditTrail)http.RequestServices.GetService(typeof(AuditTrail))!;
            trail.Record(http, person.Name, "sign-in", null, AuditTrail.Done);
        }

        return See.Other(stage == SessionStage.Complete ? Back.Safe(back) : Back.With(NextPage(person, stage), back));
    }

    /// <summary>Where a sign-in goes on.</summary>
    internal static string NextPage(Person person, SessionStage stage) => stage switch
    {
        SessionStage.Password => "/sign-in/second",
        SessionStage.SettingUp when person is { MustChangePassword: false, PasswordHash: not null } => "/sign-in/enrol",
        SessionStage.SettingUp or SessionStage.ChangingPassword => "/sign-in/password",
        _ => "/",
    };
}
