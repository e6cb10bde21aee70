using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// One-time links. Opening one changes nothing, so a program that looks at links in messages uses none up; sending its
/// form does.
/// </summary>
internal static class LinkRoutes
{
    /// <summary>Where a link's page is.</summary>
    public static string PathOf(string secret) => "/link/" + secret;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/link/{secret}", Use).RequireRateLimiting(Limits.SignIn);

    /// <summary>The link of a secret and its person, when it works; null otherwise.</summary>
    public static (OneTimeLink Link, Person Person)? Find(IPeople people, string? secret, DateTimeOffset now)
    {
        if (secret is not { Length: > 0 and < 100 }
            || people.FindLink(Secrets.Hash(secret), now) is not { } link
            || people.Find(link.Person) is not { } person)
        {
            return null;
        }

        var wanted = link.Purpose == LinkPurpose.Invitation ? PersonState.Invited : PersonState.Active;
        return person.State == wanted ? (link, person) : null;
    }

    private static async Task<IResult> Use(
        HttpContext http,
        SignInDesk desk,
        SessionDesk sessions,
        IPeople people,
        string secret,
        IFormCollection form)
    {
        var time = (TimeProvider)http.RequestServices.GetService(typeof(TimeProvider))!;
        if (Find(people, secret, time.GetUtcNow()) is not var (link, person))
        {
            return See.Refused(http, PathOf(secret), PeopleRefusals.LinkDead.With());
        }

        if (Check(http, desk, link, person, form) is { } refusal)
        {
            return See.Refused(http, PathOf(secret), refusal);
        }

        if (!people.SpendLink(link.Hash, time.GetUtcNow()))
        {
            return See.Refused(http, PathOf(secret), PeopleRefusals.LinkDead.With());
        }

        if (link.Purpose != LinkPurpose.SecondFactor)
        {
            desk.SetPassword(http, person, form.Text("password"));
        }

        if (link.Purpose == LinkPurpose.Password)
        {
            Flash.Say(http, Words.NoticePasswordSet);
            return See.Other("/sign-in");
        }

        await sessions.BeginAsync(http, person, SessionStage.SettingUp);
        return See.Other("/sign-in/enrol");
    }

    /// <summary>What the person must know besides the link, and whether the new password is one to have.</summary>
    private static Refusal? Check(
        HttpContext http, SignInDesk desk, OneTimeLink link, Person person, IFormCollection form) =>
        link.Purpose switch
        {
            LinkPurpose.SecondFactor => desk.PresentPassword(http, person, form.Text("present"), "reset-link"),
            LinkPurpose.Password => desk.CheckNew(person, form.Text("password"), form.Text("repeated"))
                ?? desk.Code(http, person, form.Text("code"), "password-link"),
            _ => desk.CheckNew(person, form.Text("password"), form.Text("repeated")),
        };
}
