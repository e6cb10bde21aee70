using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>What persons do with their own sign-in. Whoever came by the demonstration has none.</summary>
internal static class MeRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("").RequireAuthorization().AddEndpointFilter(OnlyPersons);
        me.MapPost("/me/password", Password).RequireRateLimiting(Limits.SignIn);
        me.MapPost("/me/details", AskDetails);
        me.MapPost("/me/sessions/end", EndSession);
        me.MapPost("/me/sessions/end-all", EndAll);
        me.MapPost("/me/keys/revoke", RevokeKey);
        me.MapPost("/confirm", Confirm).RequireRateLimiting(Limits.SignIn);
        me.MapPost("/confirm/passkey/options", ConfirmOptions);
        me.MapPost("/confirm/passkey", ConfirmPasskey).RequireRateLimiting(Limits.SignIn);

        var fresh = me.MapGroup("").AddEndpointFilter(Confirmation.Filter);
        fresh.MapPost("/me/second-factor", SecondFactor);
        fresh.MapPost("/me/recovery-codes", RecoveryCodes);
        fresh.MapPost("/me/passkeys/options", PasskeyOptions);
        fresh.MapPost("/me/passkeys", AddPasskey);
        fresh.MapPost("/me/passkeys/remove", RemovePasskey);
        fresh.MapPost("/me/keys", MakeKey);
    }

    /// <summary>The signed-in person's own entry; null in a demonstration.</summary>
    public static Person? Of(HttpContext http) => Caller.Of(http) is { } caller && caller.Session != DemoSignIn.Session
        ? http.RequestServices.GetRequiredService<IPersons>().Find(caller.User.Name)
        : null;

    private static async ValueTask<object?> OnlyPersons(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Of(context.HttpContext) is null ? Results.NotFound() : await next(context);

    private static IResult AskDetails(
        HttpContext http, PeopleDesk desk, [FromForm] string? displayName, [FromForm] string? email)
    {
        if (desk.AskDetails(http, Of(http)!, displayName ?? "", email ?? "") is { } refusal)
        {
            return See.Refused(http, "/me", refusal);
        }

        Flash.Say(http, Words.MyDetailsAsked);
        return See.Other("/me");
    }

    private static async Task<IResult> Password(
        HttpContext http,
        SignInDesk desk,
        SessionDesk sessions,
        [FromForm] string? present,
        [FromForm] string? password,
        [FromForm] string? repeated)
    {
        const string page = "/me/password";
        var person = Of(http)!;
        if ((desk.PresentPassword(http, person, present ?? "", "password")
            ?? desk.CheckNew(person, password ?? "", repeated ?? "")) is { } refusal)
        {
            return See.Refused(http, page, refusal);
        }

        var confirmed = Caller.Of(http)!.Confirmed;
        desk.SetPassword(http, person, password!);
        await sessions.BeginAsync(http, person, SessionStage.Complete, confirmed);
        return Saved(http, page);
    }

    private static async Task<IResult> SecondFactor(
        HttpContext http, SignInDesk desk, SessionDesk sessions, TimeProvider time, IFormCollection form)
    {
        const string page = "/me/second-factor";
        var person = Of(http)!;
        if (!desk.Enrol(http, person, form.Text("key"), form.Text("code")).Try(out var codes, out var refusal))
        {
            return See.Refused(http, page, refusal);
        }

        await sessions.BeginAsync(http, person, SessionStage.Complete, time.GetUtcNow());
        Once.Put(http, [.. codes]);
        return See.Other(page);
    }

    private static IResult RecoveryCodes(HttpContext http, SignInDesk desk)
    {
        Once.Put(http, [.. desk.NewRecoveryCodes(http, Of(http)!)]);
        return See.Other("/me/second-factor");
    }

    private static Task<IResult> PasskeyOptions(HttpContext http, PasskeyDesk passkeys) =>
        passkeys.OfferAsync(http, Of(http)!);

    private static async Task<IResult> AddPasskey(
        HttpContext http, PasskeyDesk passkeys, AuditTrail trail, IFormCollection form)
    {
        const string page = "/me/passkeys";
        var refusal = await passkeys.EnrolAsync(http, Of(http)!, form.Text("label"), form.Text("credential"));
        trail.Record(http, "passkey-add", null, refusal?.Code.ToString() ?? AuditTrail.Done);
        return refusal is null ? Saved(http, page) : See.Refused(http, page, refusal);
    }

    private static IResult RemovePasskey(
        HttpContext http, ICredentials people, PeopleSettings settings, AuditTrail trail, [FromForm] string? id)
    {
        const string page = "/me/passkeys";
        var person = Of(http)!;
        var bytes = new byte[(id?.Length ?? 0) / 2];
        var last = person is { AuthenticatorKey: null, Passkeys: <= 1 };
        if (last || Convert.FromHexString(id ?? "", bytes, out _, out _) != System.Buffers.OperationStatus.Done
            || !people.RemovePasskey(person.Name, bytes))
        {
            return See.Refused(http, page, PeopleRefusals.BadPasskey.With(("most", settings.PasskeysPerPerson)));
        }

        trail.Record(http, "passkey-remove", null, AuditTrail.Done);
        return Saved(http, page);
    }

    private static IResult MakeKey(HttpContext http, ApiKeyDesk keys, AuditTrail trail, IFormCollection form)
    {
        const string page = "/me/keys";
        var days = int.TryParse(form.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var made = keys.Make(Of(http)!, form.Text("label"), days, [.. form["scopes"].OfType<string>()]);
        if (!made.Try(out var key, out var refusal))
        {
            return See.Refused(http, page, refusal);
        }

        trail.Record(http, "key " + key[..key.IndexOf('_', 3)], null, AuditTrail.Done);
        Once.Put(http, key);
        return See.Other(page);
    }

    private static IResult RevokeKey(
        HttpContext http, IApiKeys keys, TimeProvider time, AuditTrail trail, [FromForm] string? prefix)
    {
        if (keys.RevokeKey(Of(http)!.Name, prefix ?? "", time.GetUtcNow()))
        {
            trail.Record(http, "key-revoke " + prefix, null, AuditTrail.Done);
        }

        return Saved(http, "/me/keys");
    }

    private static IResult EndSession(
        HttpContext http, ISessions sessions, TimeProvider time, AuditTrail trail, [FromForm] string? id)
    {
        if (sessions.End(Of(http)!.Name, id ?? "", time.GetUtcNow()))
        {
            trail.Record(http, "session-end", null, AuditTrail.Done);
        }

        return Saved(http, "/me/sessions");
    }

    private static async Task<IResult> EndAll(
        HttpContext http, ISessions sessions, SessionDesk desk, TimeProvider time, AuditTrail trail)
    {
        sessions.EndAll(Of(http)!.Name, time.GetUtcNow());
        trail.Record(http, "session-end-all", null, AuditTrail.Done);
        await desk.SignOutAsync(http);
        return See.Other("/");
    }

    private static IResult Confirm(
        HttpContext http,
        SignInDesk desk,
        ISessions sessions,
        TimeProvider time,
        [FromForm] string? code,
        [FromForm] string? back)
    {
        if (desk.Code(http, Of(http)!, code ?? "", "confirm") is { } refusal)
        {
            return See.Refused(http, Back.With("/confirm", back), refusal);
        }

        return Confirmed(http, sessions, time, back);
    }

    private static Task<IResult> ConfirmOptions(HttpContext http, PasskeyDesk passkeys) =>
        passkeys.AskAsync(http, Of(http));

    private static async Task<IResult> ConfirmPasskey(
        HttpContext http, PasskeyDesk passkeys, ISessions sessions, TimeProvider time, IFormCollection form)
    {
        var person = await passkeys.RecogniseAsync(http, form.Text("credential"));
        return person?.Name == Of(http)!.Name
            ? Confirmed(http, sessions, time, form.Text("back"))
            : See.Refused(http, Back.With("/confirm", form.Text("back")), PeopleRefusals.PasskeyRefused.With());
    }

    private static IResult Confirmed(HttpContext http, ISessions sessions, TimeProvider time, string? back)
    {
        sessions.Confirm(Caller.Of(http)!.Session, time.GetUtcNow());
        http.RequestServices.GetRequiredService<AuditTrail>().Record(http, "confirm", null, AuditTrail.Done);
        return See.Other(Back.Safe(back));
    }

    private static IResult Saved(HttpContext http, string page)
    {
        Flash.Say(http, Words.NoticeSaved);
        return See.Other(page);
    }
}
