using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Entities.Models;
using Tanheng.Web.Entities.Parts;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities;

/// <summary>
/// Parts of the trading screen by themselves, drawn as the page draws them: what is the holder's own, asked for when
/// the market has moved, and the ticket, asked for while somebody fills it in.
/// </summary>
internal static class TradingRoutes
{
    /// <summary>The header that names the journal's row at which parts were drawn.</summary>
    private const string Row = "Tanheng-Row";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/{id:long}/trading/own", Own);
        routes.MapGet("/desk/{id:long}/trading/ticket", Ticket);
    }

    /// <summary>The address of a command's form for a holder, filled in, that leads back to its trading.</summary>
    public static string Act(string desk, long holder, string command, string values) =>
        $"/act/{command}?holder={holder}{(values.Length > 0 ? "&" + values : "")}"
        + $"&back={Uri.EscapeDataString(desk + "/trading")}";

    /// <summary>
    /// Who names the row that its parts were drawn at, and asks before the next one, is told in a word that nothing has
    /// happened since; so asking often costs little.
    /// </summary>
    private static async Task<IResult> Own(HttpContext http, long id, Market market)
    {
        var row = market.Sequence.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[Row] = row;
        if (http.Request.Query["row"] == row && Caller.Of(http) is not null)
        {
            return Results.NoContent();
        }

        var code = http.Request.Query["instrument"].ToString();
        return await For(http, id, market, (state, holder) => TradingView.OwnOf(
                state, market.Local(state), !market.VirtualTime, holder, code)) is not var (view, holder, mandate)
            ? Results.NotFound()
            : new RazorComponentResult<OwnParts>(new Dictionary<string, object?>
            {
                [nameof(OwnParts.View)] = view,
                [nameof(OwnParts.Holder)] = holder,
                [nameof(OwnParts.May)] = (Func<string, bool>)(command => mandate.May(command, holder.Id)),
            });
    }

    private static async Task<IResult> Ticket(HttpContext http, long id, Market market)
    {
        var asked = FormValues.Of(http.Request.Query);
        return await For(http, id, market, (state, holder) => TradingView.TicketOf(
                state, market.Local(state), holder, asked)) is not var (ticket, holder, mandate)
            ? Results.NotFound()
            : new RazorComponentResult<Ticket>(new Dictionary<string, object?>
            {
                [nameof(Parts.Ticket.View)] = ticket,
                [nameof(Parts.Ticket.Desk)] = "/desk/" + id,
                [nameof(Parts.Ticket.Period)] = http.Request.Query["period"].ToString(),
                [nameof(Parts.Ticket.MaySend)] = mandate.May(ticket.Command, holder.Id),
            });
    }

    /// <summary>What a reader of the holder asks for; null for everybody else, and where it is not there.</summary>
    private static async Task<(T View, Holder Holder, Mandate Mandate)?> For<T>(
        HttpContext http, long id, Market market, Func<SchemeState, Holder, T?> question)
        where T : class
    {
        var scene = http.RequestServices.GetRequiredService<Scene>();
        await scene.LoadAsync();
        http.Response.Headers.CacheControl = "no-cache, no-store";
        return await market.Read(state => scene.Mandate.MayRead(new HolderId(id))
            && state.Registry.Find(new HolderId(id)) is { } holder && question(state, holder) is { } view
                ? (view, holder, scene.Mandate)
                : default((T, Holder, Mandate)?));
    }
}
