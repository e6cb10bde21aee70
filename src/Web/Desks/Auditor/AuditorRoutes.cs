using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tanheng.Engine.Journal;
using Tanheng.Rulebook;
using Tanheng.Web.Desks.Moments;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Auditor;

/// <summary>What the desks answer about the journal and about earlier moments, beside pages.</summary>
internal static class AuditorRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/desks/verify", Verify)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .RequireAuthorization(new OfficeAttribute(Role.Auditor, Role.RegistryOperator, Role.Authority));
        routes.MapGet("/auditor/journal.jsonl", Export).For(Role.Auditor);
        routes.MapGet("/auditor/compare.csv", Compare).For(Role.Auditor);
        routes.MapGet("/authority/at.csv", At).For(Role.Authority);
    }

    private static IResult Verify(VerificationDesk desk, [FromForm] string? back)
    {
        desk.Start();
        return See.Other(Back.Safe(back));
    }

    /// <summary>The journal as JSON lines, row by row as it is read.</summary>
    private static async Task Export(HttpContext http, Market market)
    {
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        http.Response.ContentType = "application/x-ndjson";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{market.Name}.jsonl\"";
        await Task.Run(() => JournalLines.Export(market.Journal, http.Response.Body, null, http.RequestAborted));
    }

    private static async Task<IResult> Compare(
        HttpContext http, Market market, SnapshotDesk desk, string? from, string? to, string? kind, string? q)
    {
        var calendar = await market.Read(state => state.Rules.Calendar);
        if (Moment.Read(from) is not { } first || Moment.Read(to) is not { } second)
        {
            return Results.BadRequest();
        }

        var before = await desk.To(Moment.SequenceAt(desk, calendar, first)).Result.WaitAsync(http.RequestAborted);
        var after = await desk.To(Moment.SequenceAt(desk, calendar, second)).Result.WaitAsync(http.RequestAborted);
        return DesksHosting.Answer(
            http,
            $"compare-{before.Sequence}-{after.Sequence}",
            Comparison.Columns,
            Comparison.Of(before, after, kind ?? "", q ?? ""));
    }

    private static async Task<IResult> At(HttpContext http, Market market, SnapshotDesk desk, string? moment)
    {
        var (calendar, now) = await market.Read(state => (state.Rules.Calendar, market.Local(state)));
        if (moment is { Length: > 0 } && Moment.Read(moment) is null)
        {
            return Results.BadRequest();
        }

        var local = Moment.Read(moment) ?? now;
        var then = await desk.To(Moment.SequenceAt(desk, calendar, local)).Result.WaitAsync(http.RequestAborted);
        var rows = await market.Read(state => HeldThenLines.Of(then, DeskAsk.Of(http, market, state)));
        return DesksHosting.Answer(http, $"holdings-{local:yyyyMMdd-HHmm}", HeldThenLines.Columns, rows);
    }
}
