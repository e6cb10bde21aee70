using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.Banking;
using Tanheng.Rulebook;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Actions;
using Tanheng.Web.Actions.Steps;
using Tanheng.Web.People;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Operator;

/// <summary>Files of the settlement desk: bank statements in, payments and legs out.</summary>
internal static class SettlementRoutes
{
    private const string Import = "/operator/settlement/import";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Import, Post)
            .WithOrder(-1)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .WithMetadata(new RequestSizeLimitAttribute(2L * BankFile.MostBytes))
            .For(Role.RegistryOperator);
        routes.MapGet("/operator/settlement/payments/{file:long}.xml", Pain).For(Role.RegistryOperator);
        routes.MapGet("/operator/settlement/payments/{file:long}.csv", PaymentsCsv).For(Role.RegistryOperator);
        routes.MapGet("/operator/settlement/legs/{day}.csv", LegsCsv).For(Role.RegistryOperator);
    }

    private static async Task<IResult> Post(HttpContext http, Market market, ActionDesk desk, HeldFiles held)
    {
        if (Caller.Of(http) is not { User: var user })
        {
            return Results.Redirect("/sign-in?back=" + Uri.EscapeDataString(Import));
        }

        await http.RequestServices.GetRequiredService<Scene>().LoadAsync();
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            return Page(http, new ImportVisit("") { Note = Words.StaleForm }, StatusCodes.Status400BadRequest);
        }

        var (form, flow) = (await http.Request.ReadFormAsync(), new StatementImportFlow(market, desk, held));
        if (form["_step"].ToString() == "confirm")
        {
            return await Confirm(http, flow, held, user, form);
        }

        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return Page(
                http, new ImportVisit("") { Note = Words.ImportNoFile }, StatusCodes.Status422UnprocessableEntity);
        }

        if (file.Length > BankFile.MostBytes)
        {
            return Page(
                http,
                new ImportVisit(Actions.Steps.FileNames.Clean(file.FileName))
                {
                    Refusal = BankFileRefusals.TooLarge.With(("size", file.Length), ("limit", BankFile.MostBytes)),
                },
                StatusCodes.Status422UnprocessableEntity);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        var visit = await flow.PreviewAsync(user, FileNames.Clean(file.FileName), content.ToArray());
        return Page(http, visit, visit.Ready ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Confirm(
        HttpContext http, StatementImportFlow flow, HeldFiles held, Scheme.UserId user, IFormCollection form)
    {
        var (key, id) = (form["_held"].ToString(), form["_id"].ToString());
        if (held.Find(user, key) is not { } file || id.Length is < 16 or > 64)
        {
            return Page(
                http, new ImportVisit("") { Note = Words.ImportGone }, StatusCodes.Status422UnprocessableEntity);
        }

        if (!Confirmation.IsFresh(http))
        {
            return See.Other(Confirmation.PageFor($"{Import}?held={key}"));
        }

        var (result, visit) = await flow.ConfirmAsync(user, file, id);
        http.RequestServices.GetRequiredService<AuditTrail>().Record(
            http, "import-statements", result?.Sequence, visit.Refusal is { } refusal
                ? "TH" + refusal.Code.Number
                : result?.Proposal is null ? AuditTrail.Done : AuditTrail.Proposed);
        return result is null
            ? Page(http, visit, StatusCodes.Status422UnprocessableEntity)
            : See.Other($"/act/done/{result.Sequence}");
    }

    private static async Task<IResult> Pain(HttpContext http, long file, Market market) =>
        await Text(market, file, PaymentText.Xml) is { } text
            ? File(http, text.Content, "application/xml; charset=utf-8", text.Name + ".xml")
            : Results.NotFound();

    private static async Task<IResult> PaymentsCsv(HttpContext http, long file, Market market) =>
        await Text(market, file, PaymentText.Csv) is { } text
            ? File(http, "\uFEFF" + text.Content, "text/csv; charset=utf-8", text.Name + ".csv")
            : Results.NotFound();

    private static Task<(string Name, string Content)?> Text(
        Market market, long id, Func<Scheme.SchemeState, PaymentFile, string> write) =>
        market.Read(state => state.Cash.PaymentFiles.Find(one => one.Id.Value == id) is { } file
            ? ((string, string)?)(PaymentText.MessageId(file), write(state, file))
            : null);

    private static IResult File(HttpContext http, string content, string type, string name)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(Encoding.UTF8.GetBytes(content), type, name);
    }

    private static async Task<IResult> LegsCsv(HttpContext http, string day, Market market, Visitor visitor)
    {
        if (!DateOnly.TryParseExact(
            day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted))
        {
            return Results.NotFound();
        }

        var legs = await market.Read(state => SettlementDays.Find(state, wanted) is { } found
            ? SettlementFileLines.Of(state, found)
            : null);
        return legs is null
            ? Results.NotFound()
            : Csv.Answer($"settlement-{day}", SettlementFileLines.Columns, legs, visitor.Language);
    }

    private static RazorComponentResult<App> Page(HttpContext http, ImportVisit visit, int status)
    {
        http.Items[ImportVisit.Key] = visit;
        return new RazorComponentResult<App> { StatusCode = status };
    }
}
