using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Steps;

/// <summary>
/// Where forms are posted to. The field <c>_step</c> says what for: <c>preview</c>, <c>confirm</c>, or <c>edit</c> to
/// go back; <c>_add</c> and <c>_remove</c> change the rows of a list. What people see is the page of the same address.
/// </summary>
internal static class ActionRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/act/{command}", Post)
        .WithOrder(-1)
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(3L * AttachmentRules.MaxBytes));

    private static async Task<IResult> Post(HttpContext http, string command, ActionFlow flow)
    {
        if (Caller.Of(http) is not { User: var user })
        {
            return See.Other("/sign-in?back=" + Uri.EscapeDataString("/act/" + command));
        }

        await http.RequestServices.GetRequiredService<Scene>().LoadAsync();
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            http.Items[ActionVisit.Stale] = true;
            return Page(http, null, StatusCodes.Status400BadRequest);
        }

        if (Catalogue.Scheme.CommandNamed(command) is not { } entry || ActionWords.Of(command) is null)
        {
            return Page(http, null, StatusCodes.Status404NotFound);
        }

        if (!await flow.MayOpenAsync(user, entry))
        {
            return Page(http, null, StatusCodes.Status403Forbidden);
        }

        var form = await http.Request.ReadFormAsync();
        var values = FormValues.Of(form).WithPosition();
        var problems = Uploads.Keep(http, form, values);
        var visit = form["_step"].ToString() switch
        {
            _ when form["_add"].ToString() is { Length: > 0 } list => await Reopen(flow, user, entry, values, list, ""),
            _ when form["_remove"].ToString() is { Length: > 0 } row => await Reopen(flow, user, entry, values,
                "", row),
            "edit" => await flow.OpenAsync(user, entry, values, first: false),
            "fill" => await flow.OpenAsync(user, entry, values, first: true),
            "confirm" when problems.Count == 0 => null,
            _ => await flow.PreviewAsync(user, entry, values),
        };
        if (visit is null)
        {
            return await Confirm(http, flow, user, entry, values, form["_id"].ToString());
        }

        if (problems.Count > 0)
        {
            visit = visit with { Step = ActionStep.Form, Problems = With(visit.Problems, problems) };
        }

        visit = visit with { Back = LocalPath(form["_back"].ToString()) };
        var wrong = visit.Step == ActionStep.Refused || visit.Problems.Count > 0;
        return Page(http, visit, wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<ActionVisit> Reopen(
        ActionFlow flow, UserId user, CommandEntry entry, FormValues values, string add, string remove)
    {
        values.Change(add, remove);
        return await flow.OpenAsync(user, entry, values, first: false);
    }

    private static async Task<IResult> Confirm(
        HttpContext http, ActionFlow flow, UserId user, CommandEntry entry, FormValues values, string id)
    {
        if (id.Length is < 16 or > 64)
        {
            return Page(http, await flow.PreviewAsync(user, entry, values), StatusCodes.Status200OK);
        }

        if (!Confirmation.IsFresh(http) && await MovesValue(flow, user, entry, values))
        {
            var held = http.RequestServices.GetRequiredService<HeldForms>().Keep(user, entry.Name, values);
            return See.Other(Confirmation.PageFor($"/act/{entry.Name}?held={held}"));
        }

        var (result, visit) = await flow.ConfirmAsync(user, entry, values, id);
        http.RequestServices.GetRequiredService<AuditTrail>().Record(http, entry.Name, result?.Sequence, result switch
        {
            null when visit.Refusal is { } refusal => "TH" + refusal.Code.Number,
            null => "incomplete",
            { Proposal: null } => AuditTrail.Done,
            _ => AuditTrail.Proposed,
        });
        if (result is null)
        {
            return Page(http, visit, StatusCodes.Status422UnprocessableEntity);
        }

        Entities.ReportEntryModel.Sent(http, entry, values);
        return See.Other($"/act/done/{result.Sequence}");
    }

    private static async Task<bool> MovesValue(ActionFlow flow, UserId user, CommandEntry entry, FormValues values) =>
        ActionWords.Of(entry.Name)!.MovesValue
        || (await flow.PreviewAsync(user, entry, values)).Preview is { MovesValue: true };

    private static Dictionary<string, Text> With(
        IReadOnlyDictionary<string, Text> first, IReadOnlyDictionary<string, Text> second)
    {
        var all = new Dictionary<string, Text>(first);
        foreach (var (key, problem) in second)
        {
            all[key] = problem;
        }

        return all;
    }

    private static RazorComponentResult<App> Page(HttpContext http, ActionVisit? visit, int status)
    {
        http.Items[ActionVisit.Key] = visit;
        return new RazorComponentResult<App> { StatusCode = status };
    }

    private static string LocalPath(string path) => path is ['/', not ('/' or '\\'), ..] ? path : "";
}
