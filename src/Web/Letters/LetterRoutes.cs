using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Letters;

/// <summary>What persons do with their letters, and officials with circulars.</summary>
internal static class LetterRoutes
{
    /// <summary>Who writes circulars.</summary>
    public static readonly Role[] Writers = [Role.Authority, Role.RegistryOperator, Role.ExchangeOperator];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/letters/read", Read).RequireAuthorization();
        var circulars = routes.MapGroup("/operator/circulars").RequireAuthorization(new OfficeAttribute(Writers));
        circulars.MapPost("", Write);
        circulars.MapPost("/end", End);
    }

    private static IResult Read(
        HttpContext http,
        Market market,
        ILetters letters,
        TimeProvider time,
        [FromForm] long? id,
        [FromForm] bool? all)
    {
        letters.MarkRead(
            market.Name,
            Caller.Of(http)!.User.Name,
            all == true ? long.MaxValue : id ?? 0,
            all == true,
            time.GetUtcNow());
        return See.Other("/me/letters");
    }

    private static async Task<IResult> Write(
        HttpContext http, Market market, ILetters letters, AuditTrail trail, IFormCollection form)
    {
        const string page = "/operator/circulars";
        var now = await market.Read(market.Local);
        if (!Of(form, market.Name, Caller.Of(http)!.User.Name, now).Try(out var circular, out var refusal))
        {
            return See.Refused(http, page, refusal);
        }

        letters.AddCircular(circular);
        trail.Record(http, "circular", null, AuditTrail.Done);
        Flash.Say(http, Words.CircularKept);
        return See.Other(page);
    }

    private static IResult End(
        HttpContext http, Market market, ILetters letters, AuditTrail trail, [FromForm] long id)
    {
        if (letters.Circulars(market.Name).FirstOrDefault(one => one.Id == id) is not { Next: { } next }
            || !letters.MoveCircular(id, next, null, sent: false))
        {
            return See.Refused(http, "/operator/circulars", PeopleRefusals.CircularOver.With());
        }

        trail.Record(http, "circular-end", null, AuditTrail.Done);
        return See.Other("/operator/circulars");
    }

    private static Outcome<Circular> Of(IFormCollection form, string scheme, string by, DateTime now)
    {
        var from = form.Text("from").Length == 0 ? now : Moment(form.Text("from"));
        var until = form.Text("until").Length == 0 ? from : Moment(form.Text("until"));
        if (from is not { } first || until is not { } last
            || !Enum.TryParse<Recipients>(form.Text("to"), out var to)
            || !Enum.TryParse<Repetition>(form.Text("repeat"), out var repeat))
        {
            return PeopleRefusals.BadCircularTime.With();
        }

        var subject = new Text(form.Text("subjectZh").Trim(), form.Text("subjectEn").Trim());
        var body = new Text(form.Text("bodyZh").Trim(), form.Text("bodyEn").Trim());
        var circular = new Circular(0, scheme, by, subject, body, to, repeat, first, last);
        return CircularCalendar.Check(circular) is { } refusal ? refusal : circular;
    }

    private static DateTime? Moment(string text) => DateTime.TryParseExact(
        text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
