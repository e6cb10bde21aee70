using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>What registry and authority do with the sign-in of others; each act wants a fresh confirmation.</summary>
internal static class OperatorRoutes
{
    private const int LongestExport = 100_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/operator/people")
            .RequireAuthorization(new OfficeAttribute([.. PeopleDesk.Administrators]))
            .AddEndpointFilter(Confirmation.Filter);
        people.MapPost("/invite", Invite);
        people.MapPost("/act/{act}", Act);
        people.MapPost("/decide/{id:long}", Decide);
        people.MapPost("/details/{id:long}", Details);
        routes.MapGet("/auditor/trail.csv", Csv)
            .RequireAuthorization(new OfficeAttribute(Role.Auditor, Role.Authority, Role.RegistryOperator));
    }

    /// <summary>The page of a person.</summary>
    public static string PageOf(string name) => "/operator/people/" + Uri.EscapeDataString(name);

    private static async Task<IResult> Invite(
        HttpContext http,
        PeopleDesk desk,
        [FromForm] string? name,
        [FromForm] string? displayName,
        [FromForm] string? email)
    {
        var invited = await desk.InviteAsync(http, name ?? "", displayName ?? "", email ?? "");
        return invited.Try(out var secret, out var refusal)
            ? ShowLink(http, PageOf(name!.Trim()), secret)
            : See.Refused(http, "/operator/people", refusal);
    }

    private static async Task<IResult> Details(
        HttpContext http, PeopleDesk desk, long id, [FromForm] string? decision, [FromForm] string? name)
    {
        var page = PageOf(name ?? "");
        return await desk.DecideDetailsAsync(http, id, decision == "approve") is { } refusal
            ? See.Refused(http, page, refusal)
            : See.Other(page);
    }

    private static async Task<IResult> Act(HttpContext http, PeopleDesk desk, string act, [FromForm] string? name)
    {
        var page = PageOf(name ?? "");
        if (act is "invitation" or "password-link")
        {
            var made = act == "invitation"
                ? await desk.RenewInvitationAsync(http, name ?? "")
                : await desk.PasswordLinkAsync(http, name ?? "");
            return made.Try(out var secret, out var no) ? ShowLink(http, page, secret) : See.Refused(http, page, no);
        }

        Refusal? refusal;
        switch (act)
        {
            case "suspend":
                refusal = await desk.SuspendAsync(http, name ?? "");
                break;
            case "restore":
                refusal = await desk.RestoreAsync(http, name ?? "");
                break;
            case "unlock":
                refusal = await desk.UnlockAsync(http, name ?? "");
                break;
            case "lost-second-factor":
                refusal = await desk.AskAsync(http, name ?? "", RequestKind.LostSecondFactor);
                break;
            case "lost-both":
                refusal = await desk.AskAsync(http, name ?? "", RequestKind.LostBoth);
                break;
            case "deactivate":
                refusal = await desk.AskAsync(http, name ?? "", RequestKind.Deactivation);
                break;
            default:
                return Results.NotFound();
        }

        if (refusal is not null)
        {
            return See.Refused(http, page, refusal);
        }

        var asks = act is "lost-second-factor" or "lost-both" or "deactivate";
        Flash.Say(http, asks ? Words.NoticeRequested : Words.NoticeSaved);
        return See.Other(page);
    }

    private static async Task<IResult> Decide(
        HttpContext http, PeopleDesk desk, ILinks people, long id, [FromForm] string? decision)
    {
        var about = people.FindRequest(id)?.Person;
        var page = about is null ? "/operator/people" : PageOf(about);
        var decided = await desk.DecideAsync(http, id, decision == "approve");
        if (!decided.Try(out var secret, out var refusal))
        {
            return See.Refused(http, page, refusal);
        }

        if (secret.Length > 0)
        {
            return ShowLink(http, page, secret);
        }

        Flash.Say(http, Words.NoticeSaved);
        return See.Other(page);
    }

    private static IResult ShowLink(HttpContext http, string page, string secret)
    {
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        Once.Put(http, site + LinkRoutes.PathOf(secret));
        return See.Other(page);
    }

    private static IResult Csv(
        HttpContext http, IAuditLog log, AuditTrail trail, [AsParameters] TrailFilter filter)
    {
        var lines = new StringBuilder("\uFEFFid,time_utc,who,address,agent,what,scheme,sequence,outcome\r\n");
        foreach (var entry in log.Entries(filter.Query(LongestExport)))
        {
            lines.AppendJoin(',', ((string[])
                [
                    entry.Id.ToString(CultureInfo.InvariantCulture),
                    entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                    entry.Who,
                    entry.Address,
                    entry.Agent,
                    entry.What,
                    entry.Scheme,
                    entry.Sequence?.ToString(CultureInfo.InvariantCulture) ?? "",
                    entry.Outcome,
                ]).Select(Cell)).Append("\r\n");
        }

        trail.Record(http, "trail-export", null, AuditTrail.Done);
        return Results.File(Encoding.UTF8.GetBytes(lines.ToString()), "text/csv; charset=utf-8", "audit-trail.csv");
    }

    /// <summary>
    /// A cell as RFC 4180 has it. What a spreadsheet would take for a formula gets an apostrophe: agents and names are
    /// written by strangers.
    /// </summary>
    internal static string Cell(string text)
    {
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return plain.AsSpan().ContainsAny(",\"\r\n")
            ? "\"" + plain.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : plain;
    }
}

/// <summary>Which entries of the trail a page or export shows; days are UTC.</summary>
internal sealed record TrailFilter(string? Who, string? What, string? From, string? Until, string? Before)
{
    /// <summary>As the store understands it.</summary>
    public AuditQuery Query(int take) => new(
        string.IsNullOrWhiteSpace(Who) ? null : Who.Trim(),
        string.IsNullOrWhiteSpace(What) ? null : What.Trim(),
        Day(From),
        Day(Until)?.AddDays(1),
        long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : long.MaxValue,
        take);

    private static DateTimeOffset? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day > DateOnly.MinValue && day < DateOnly.MaxValue
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null;
}
