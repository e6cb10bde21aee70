using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Views;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Steps;
using Tanheng.Web.Entities.Models;
using Tanheng.Web.People;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Entities;

/// <summary>Files of an entity's desk, and where its report is entered.</summary>
internal static class EntityRoutes
{
    private const int MostLines = 50_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/{id:long}/holdings.csv", Holdings);
        routes.MapGet("/desk/{id:long}/statement.csv", Statement);
        routes.MapGet("/desk/{id:long}/attachments/{hash}", Attachment);
        routes.MapPost("/desk/{id:long}/reports/{year:int}/edit", EnterReport)
            .WithOrder(-1)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .WithMetadata(new RequestSizeLimitAttribute(3L * AttachmentRules.MaxBytes));
    }

    private static async Task<IResult> Holdings(HttpContext http, long id, Market market, Visitor visitor)
    {
        var lines = await For(http, id, market, (state, holder) => PositionLine.Of(state, holder.Id));
        return lines is null
            ? Results.NotFound()
            : Csv.Answer($"holdings-H{id}", DeskTables.Positions, lines, visitor.Language);
    }

    private static async Task<IResult> Statement(
        HttpContext http, long id, long? account, Market market, Visitor visitor)
    {
        if (http.RequestServices.GetService<IViewStore>() is not { } views)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var rows = await For(http, id, market, (state, holder) =>
        {
            var accounts = DeskView.AccountsOf(state, holder.Id).ToList();
            return (accounts.Find(one => one.Id.Value == account) ?? accounts.FirstOrDefault()) is { } chosen
                ? StatementPage.Of(state, views, chosen.Id, long.MaxValue, MostLines).Rows
                : [];
        });
        return rows is null
            ? Results.NotFound()
            : Csv.Answer($"statement-H{id}", DeskTables.Statement, rows, visitor.Language);
    }

    /// <summary>A file that one of the holder's own records names; any other hash is not there.</summary>
    private static async Task<IResult> Attachment(HttpContext http, long id, string hash, Market market)
    {
        var store = http.RequestServices.GetService<IAttachments>();
        if (store is null || !Digest.TryParse(hash, null, out var digest)
            || await For(http, id, market, (state, holder) => Names(state, holder.Id, digest) ? holder : null) is null
            || !store.Get(digest).Try(out var content, out _) || content is null)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(content, "application/octet-stream", FileNames.Suggest(digest, content));
    }

    private static bool Names(SchemeState state, HolderId holder, Digest hash) =>
        state.Mrv.Reports.Values.Any(report => report.Holder == holder
            && (report.Attachment == hash || report.Statement?.Attachment == hash))
        || state.Mrv.Plans.Values.Any(plan => plan.Holder == holder && plan.Attachment == hash)
        || state.Mrv.Reviews.Values.Any(review => review.Holder == holder
            && review.Questions.Any(one => one.Attachment == hash))
        || state.Mrv.FollowUps.Exists(one => one.Holder == holder && one.Attachment == hash)
        || state.Registry.Documents.Exists(one => one.Holder == holder && one.Files.Contains(hash))
        || state.Mrv.Objections.Exists(one => one.Holder == holder && one.Attachment == hash)
        || state.Supervision.Inquiries.Exists(one => one.Holder == holder && (one.Appeal?.Attachment == hash
            || one.Questions.Any(question => question.Attachments?.Contains(hash) == true)));

    private static async Task<IResult> EnterReport(
        HttpContext http, long id, int year, Market market, ActionFlow flow)
    {
        if (Caller.Of(http) is not { User: var user })
        {
            return Results.LocalRedirect("/sign-in?back=" + Uri.EscapeDataString($"/desk/{id}/reports/{year}/edit"));
        }

        await http.RequestServices.GetRequiredService<Scene>().LoadAsync();
        var stale = http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false };
        var holder = await For(http, id, market, (state, found) => MayReport(state, user, found) ? found : null);
        if (stale || holder is null)
        {
            // The page itself says 404 to whom it is not for, and shows the form anew to whom it is.
            return new RazorComponentResult<App> { StatusCode = stale ? 400 : 404 };
        }

        var form = await http.Request.ReadFormAsync();
        var values = FormValues.Of(form);
        var problems = Uploads.Keep(http, form, values);
        switch (form["_step"].ToString())
        {
            case "save" when problems.Count == 0:
                ReportEntryModel.Save(http, holder.Id, year, values);
                Flash.Say(http, Words.DraftSaved);
                return Back(id, year);
            case "drop":
                ReportEntryModel.Drop(http, holder.Id, year);
                Flash.Say(http, Words.DraftDropped);
                return Back(id, year);
        }

        values.Change(form["_add"].ToString(), form["_remove"].ToString());
        var visit = await flow.OpenAsync(user, ReportEntryModel.Command, values, first: false);
        var calculation = await market.Read(state =>
            ReportCalculation.Of(state, holder.Sector, year, visit.Sheet, values));
        foreach (var (key, problem) in calculation.Problems)
        {
            problems[key] = problem;
        }

        var keeps = http.RequestServices.GetService<Engine.People.IDrafts>() is not null;
        http.Items[ReportEntryModel.Key] =
            new ReportEntryModel(visit with { Problems = problems }, calculation, null, keeps);
        return new RazorComponentResult<App>();
    }

    private static bool MayReport(SchemeState state, UserId user, Holder holder) =>
        Mandate.Of(state, user).May(ReportEntryModel.Command.Name, holder.Id);

    private static IResult Back(long id, int year) => See.Other($"/desk/{id}/reports/{year}/edit");

    /// <summary>What a reader of the holder asks; null for everybody else.</summary>
    private static async Task<T?> For<T>(
        HttpContext http, long id, Market market, Func<SchemeState, Holder, T?> question)
        where T : class
    {
        if (Caller.Of(http) is not { User: var user })
        {
            return null;
        }

        return await market.Read(state =>
            Mandate.Of(state, user).MayRead(new HolderId(id)) && state.Registry.Find(new HolderId(id)) is { } holder
                ? question(state, holder)
                : null);
    }
}
